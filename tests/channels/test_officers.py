"""What is answered to an officer who writes about a tip."""

from channels.content import Content
from channels.officers import OfficerLine, answer

TIP = "JP-AAAA-0001"
LINE = OfficerLine("a conversation", "jaunpur", "officer-1", writing_about=TIP)


def test_a_line_about_a_tip_is_recorded():
    told = answer(LINE, Content("text", text=" raided, two held "), "m1", "en")
    assert told.step["note"] == "raided, two held"
    assert "has been recorded" in told.reply["text"]


def test_who_sends_a_picture_with_it_hears_that_only_the_words_are_kept():
    told = answer(LINE, Content("media", text="raided", media_kind="photo"), "m1", "en")
    assert told.step["note"] == "raided"
    assert "file is not kept" in told.reply["text"]


def test_a_picture_alone_records_nothing_and_asks_for_a_line():
    told = answer(LINE, Content("media", media_kind="photo"), "m1", "en")
    assert told.step is None and told.writing_about == TIP
    assert "one line" in told.reply["text"]


def test_who_writes_about_no_tip_talks_to_the_assistant():
    assert (
        answer(OfficerLine("a conversation", "jaunpur", "officer-1"), Content("text", text="hello"), "m1", "en") is None
    )
