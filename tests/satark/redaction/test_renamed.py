"""Names in marked messages give way to invented ones: the marks stay on the same words, and nothing else changes."""

from __future__ import annotations

from satark.redaction.lexicon import lexicon
from satark.redaction.marked import Marked, marked
from satark.redaction.renamed import renamed

LINES = [
    f"{day} ko <Ramesh Yadav> ne mere bhai {{Suresh}} ko mara, Ramesh ka ghar <pokhra ke paas> hai" for day in range(60)
] + [f"{day} तारीख को मेरा नाम {{सुरेश}} था और <रमेश> का नंबर <9000000017> है" for day in range(60)]


def _both() -> list[tuple[Marked, Marked]]:
    messages = [marked(line) for line in LINES]
    return [(message, renamed(message)) for message in messages]


def test_some_messages_are_renamed_and_the_same_ones_each_time():
    changed = [after for before, after in _both() if after != before]
    assert 5 <= len(changed) <= 60
    assert changed == [after for before, after in _both() if after != before]


def test_marks_stay_on_the_words_they_were_on():
    for before, after in _both():
        if after == before:
            continue
        own, evidence = after.quotes(after.own), after.quotes(after.evidence)
        assert len(own) == len(before.own) and len(evidence) == len(before.evidence)
        assert "Suresh" not in after.text and "सुरेश" not in after.text and "Ramesh" not in after.text
        assert lexicon().classes(own[0]) & {"open", "given", "verbal", "common"}
        assert ("pokhra ke paas" in evidence) or ("9000000017" in evidence)


def test_every_mention_bears_the_same_invented_name():
    for before, after in _both():
        if after != before and "pokhra" in after.text:
            accused = after.quotes(after.evidence)[0]
            assert accused.endswith(" Yadav")
            assert after.text.count(accused.split()[0]) == 2


def test_a_message_without_names_stays():
    for line in ("{9000000017} mera number hai", "<pokhra ke paas> jua hota hai"):
        assert renamed(marked(line)) == marked(line)
