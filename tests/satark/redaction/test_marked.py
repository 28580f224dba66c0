"""Marked messages: what was taught holds, what was not is mostly right too, and a slip of the pen is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from satark.language import identify
from satark.redaction import identity_risks, redact
from satark.redaction.marked import Marked, MarkError, marked, marked_files
from satark.vehicles import vehicles

TAUGHT = Path(__file__).resolve().parents[3] / "data" / "whose"
_EACH = 6  # of some 54,000 taught messages
UNSEEN = marked_files(Path(__file__).with_name("unseen"))
TESTERS = marked_files(Path(__file__).with_name("testers"))


def _told(message: Marked) -> tuple[str, str]:
    """The redacted text, and everything said of it."""
    text = redact(message.text).text
    found = [*(risk.text for risk in identity_risks(text)), *(vehicle.text for vehicle in vehicles(text))]
    return text, " ".join([text, *found])


def _shares(messages: list[Marked]) -> tuple[float, float, list[str]]:
    """Shares of the reporter's stretches that are gone and of the evidence that stands whole, and what is wrong."""
    own = evidence = 0
    left, lost = [], []
    for message in messages:
        text, told = _told(message)
        own += len(message.own)
        evidence += len(message.evidence)
        left += [f"left {words!r}: {text}" for words in message.quotes(message.own) if words in told]
        lost += [f"lost {words!r}: {text}" for words in message.quotes(message.evidence) if words not in text]
    return 1 - len(left) / own, 1 - len(lost) / evidence, [*left, *lost]


def test_what_was_taught_holds() -> None:
    """Most of it was written to be mistaken: pairs that look alike, of which one must go and one must stay. The more
    of these there are, the less of them the network holds; one training and the next differ by a hundredth."""
    gone, kept, wrong = _shares(marked_files(TAUGHT)[::_EACH])
    assert gone >= 0.83, wrong
    assert kept >= 0.91, wrong


def test_what_was_never_taught_is_mostly_right() -> None:
    """Far below the aim: these messages were chosen to be hard, each for a turn of phrase or a situation of its own."""
    gone, kept, wrong = _shares(UNSEEN)
    assert gone >= 0.76, wrong
    assert kept >= 0.94, wrong


def test_what_testers_wrote_is_mostly_right() -> None:
    """Everyday messages of three testers, in all scripts, never taught."""
    gone, kept, wrong = _shares(TESTERS)
    assert gone >= 0.87, wrong
    assert kept >= 0.95, wrong


def test_none_of_the_unseen_messages_is_taught() -> None:
    taught = {message.text for message in marked_files(TAUGHT)}
    assert [message.text for message in UNSEEN + TESTERS if message.text in taught] == []


def test_redacting_again_changes_nothing() -> None:
    for message in marked_files(TAUGHT)[::_EACH]:
        text = redact(message.text).text
        assert redact(text).text == text


@pytest.mark.parametrize("language", ["hi", "en", "hi-Latn"])
def test_the_language_of_the_frame(language: str) -> None:
    lines = (TAUGHT / f"messages.{language}.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if identify(marked(line).text) != language] == []


def test_marks_become_stretches_of_the_plain_text() -> None:
    message = marked("mai {Bechan} hu⏎<Lallan> juaa khelata hai")
    assert message.text == "mai Bechan hu\nLallan juaa khelata hai"
    assert message.quotes(message.own) == ["Bechan"]
    assert message.quotes(message.evidence) == ["Lallan"]


@pytest.mark.parametrize("line", ["{Bechan", "Bechan}", "{Bechan <Lallan>}", "{Bechan>", "a {} b"])
def test_a_slip_of_the_pen_is_named_with_file_and_line(line: str, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(f"# names\n\n{line}\n", encoding="utf-8")
    with pytest.raises(MarkError, match=r"names\.txt, line 3: "):
        marked_files(tmp_path)
