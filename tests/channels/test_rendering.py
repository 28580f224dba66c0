"""Replies within WhatsApp's limits, Devanagari letters whole."""

from hypothesis import given
from hypothesis import strategies as st

from channels.rendering import BODY_LIMIT, TEXT_LIMIT, cut, render, split
from satark.text import clusters


def buttons(count):
    return [{"title": f"Choice {number}", "payload": f"/inform{number}"} for number in range(count)]


def test_a_plain_reply_is_a_text():
    assert list(render({"text": "नमस्ते"}, "चुनिए")) == [{"type": "text", "text": {"body": "नमस्ते", "preview_url": False}}]


def test_three_choices_are_buttons_and_more_are_a_list():
    (three,) = render({"text": "?", "buttons": buttons(3)}, "Choose")
    (ten,) = render({"text": "?", "buttons": buttons(10)}, "Choose")
    assert three["interactive"]["type"] == "button"
    assert ten["interactive"]["type"] == "list"
    assert len(ten["interactive"]["action"]["sections"][0]["rows"]) == 10


def test_a_long_text_with_buttons_keeps_the_buttons_with_its_end():
    *texts, last = render({"text": "शब्द " * 500, "buttons": buttons(2)}, "Choose")
    assert {body["type"] for body in texts} == {"text"}
    assert last["type"] == "interactive"
    assert len(last["interactive"]["body"]["text"]) <= BODY_LIMIT


def test_a_title_too_long_is_shortened_and_told_in_full_below():
    long = "Hatya, loot, marpeet aur dakaiti"
    (body,) = render({"text": "?", "buttons": [{"title": long, "payload": "/x"}, *buttons(4)]}, "Choose")
    row = body["interactive"]["action"]["sections"][0]["rows"][0]
    assert len(row["title"]) <= 24
    assert row["description"] == long


@given(st.text(alphabet="कख्षिंीत्र ँॐabc\n", max_size=300), st.integers(4, 40))
def test_parts_fit_and_nothing_but_blanks_is_lost(text, limit):
    parts = list(split(text, limit))
    assert all(0 < len(part) <= limit for part in parts)
    if text.strip():
        assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.text(alphabet="कख्षिंीत्र ँ", max_size=60), st.integers(3, 20))
def test_a_cut_never_breaks_a_letter(text, limit):
    shortened = cut(text, limit)
    assert len(shortened) <= limit
    kept = shortened.removesuffix("…")
    assert "".join(clusters(text))[: len(kept)] == kept
    assert clusters(kept) == clusters(text)[: len(clusters(kept))]


def test_limits_are_metas():
    assert (TEXT_LIMIT, BODY_LIMIT) == (4096, 1024)
