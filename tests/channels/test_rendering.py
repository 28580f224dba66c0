"""Replies within WhatsApp's limits, Devanagari letters whole, choices in pages, and always of the documented shape."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.offers import Tap, read_tap
from channels.rendering import (
    BODY_LIMIT,
    TEXT_LIMIT,
    Offer,
    cut,
    needs_offer,
    render,
    split,
    template,
    words_of,
)
from satark.settings import Template
from satark.text import clusters
from simulator.errors import GraphError
from simulator.rules import Rules

SCHEMA = json.loads(Path("channels/schemas/message.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
NOTICE = Template(name="notice", language="hi", body="सूचना {{1}} और {{2}}", buttons=("Accept",))
OFFER = Offer("a" * 16, "और विकल्प …")


def buttons(count):
    return [{"title": f"Choice {number}", "payload": f"/inform{number}"} for number in range(count)]


def rows_of(body):
    (section,) = body["interactive"]["action"]["sections"]
    return section["rows"]


def whole(body):
    return {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "919000000001", **body}


def test_a_plain_reply_is_a_text():
    assert list(render({"text": "नमस्ते"}, "चुनिए")) == [{"type": "text", "text": {"body": "नमस्ते", "preview_url": False}}]


def test_three_choices_are_buttons_and_more_are_a_list():
    (three,) = render({"text": "?", "buttons": buttons(3)}, "Choose")
    (ten,) = render({"text": "?", "buttons": buttons(10)}, "Choose")
    assert three["interactive"]["type"] == "button"
    assert ten["interactive"]["type"] == "list"
    assert len(rows_of(ten)) == 10


def test_more_than_ten_choices_need_an_offer():
    with pytest.raises(ValueError, match="offer"):
        list(render({"text": "?", "buttons": buttons(11)}, "Choose"))


@given(st.integers(11, 60))
def test_turning_all_pages_shows_every_choice_once_and_in_order(count):
    reply, shown, start = {"text": "?", "buttons": buttons(count)}, [], 0
    while start is not None:
        (page,) = render(reply, "Choose", Offer("name", "More ...", start))
        rows = rows_of(page)
        assert len(rows) <= 10
        tap = read_tap(rows[-1]["id"])
        shown += [row["id"] for row in (rows[:-1] if tap else rows)]
        assert tap is None or tap == Tap("more", "name", len(shown))
        start = tap.row if tap else None
    assert shown == [button["payload"] for button in buttons(count)]


def test_a_choice_too_long_for_its_id_is_referred_to():
    long = {"title": "गाँव", "payload": "/inform" + "x" * 300}
    assert needs_offer([long])
    (body,) = render({"text": "?", "buttons": [*buttons(2), long]}, "Choose", OFFER)
    assert [row["id"] for row in rows_of(body)][:2] == ["/inform0", "/inform1"]
    assert read_tap(rows_of(body)[2]["id"]) == Tap("pick", "a" * 16, 2)


@pytest.mark.parametrize(
    "choice", [None, "", "/affirm", '/more{"offer": "x", "row": -1}', '/pick{"offer": "", "row": 1}']
)
def test_no_other_choice_leads_to_an_offer(choice):
    assert read_tap(choice) is None


def test_titles_that_look_alike_when_cut_are_told_apart_in_a_list():
    alike = [{"title": f"Kotwali thana, Jaunpur {side}", "payload": f"/{side}"} for side in ("east", "west")]
    (body,) = render({"text": "?", "buttons": alike}, "Choose")
    assert body["interactive"]["type"] == "list"
    assert [row["description"] for row in rows_of(body)] == [one["title"] for one in alike]


def test_a_choice_offered_twice_is_shown_once():
    (body,) = render({"text": "?", "buttons": [*buttons(2), *buttons(2)]}, "Choose")
    assert len(body["interactive"]["action"]["buttons"]) == 2


def test_a_long_text_with_buttons_keeps_the_buttons_with_its_end():
    *texts, last = render({"text": "शब्द " * 500, "buttons": buttons(2)}, "Choose")
    assert {body["type"] for body in texts} == {"text"}
    assert last["type"] == "interactive"
    assert len(last["interactive"]["body"]["text"]) <= BODY_LIMIT


def test_a_long_question_for_a_pin_loses_nothing():
    bodies = list(render({"text": "शब्द " * 500, "location_request": True}, "Choose"))
    assert bodies[-1]["interactive"]["type"] == "location_request_message"
    assert " ".join(words_of(body) for body in bodies).split() == ["शब्द"] * 500


def test_a_title_too_long_is_shortened_and_told_in_full_below():
    long = "Hatya, loot, marpeet aur dakaiti"
    (body,) = render({"text": "?", "buttons": [{"title": long, "payload": "/x"}, *buttons(4)]}, "Choose")
    row = rows_of(body)[0]
    assert len(row["title"]) <= 24
    assert row["description"] == long


def test_a_templates_longest_value_gives_way_first():
    body = template(NOTICE, ["शाहगंज", "विवरण\n" * 400], ["/x"])
    first, second = (one["text"] for one in body["template"]["components"][0]["parameters"])
    assert first == "शाहगंज"
    assert len(first) + len(second) + len("सूचना  और ") <= BODY_LIMIT
    assert second.endswith("…")


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


# Everything that can be rendered is of the documented shape, and the simulator takes it

words = st.text(alphabet=st.one_of(st.sampled_from("कख्षिंीत्र ँ\u200d*_\n"), st.characters(codec="utf-8")), max_size=2500)
choices = st.lists(
    st.fixed_dictionaries({"title": words.map(lambda text: text[:90]), "payload": st.text(max_size=320)}), max_size=30
)
rules = Rules({("notice", "hi"): NOTICE}, lambda _: False)


def assert_sendable(body):
    VALID.validate(whole(body))
    if body["type"] == "template":
        return
    try:
        rules.check(whole(body))
    except GraphError as error:
        raise AssertionError(f"the simulator refuses it: {error}") from error


@settings(max_examples=150, deadline=None)
@given(words, choices, st.booleans(), st.integers(0, 40))
def test_whatever_is_said_is_of_the_documented_shape(text, offered, location, start):
    reply = {"text": text, "buttons": offered, "location_request": location}
    last = max(len({one["payload"] for one in offered if one["payload"].strip()}) - 1, 0)
    offer = Offer("name", "और विकल्प …", min(start, last)) if needs_offer(offered) else None
    bodies = list(render(reply, "चुनिए", offer))
    assert bodies
    for body in bodies:
        assert_sendable(body)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=2, max_size=2))
def test_every_template_is_of_the_documented_shape(values):
    body = template(NOTICE, values, ['/officer_accept{"tip": "JP-7K3F-9QXM"}'])
    assert_sendable(body)
    told = [one["text"] for one in body["template"]["components"][0]["parameters"]]
    assert sum(map(len, told)) + len("सूचना  और ") <= BODY_LIMIT


@pytest.mark.parametrize(
    "body",
    [
        {"type": "text", "text": {"body": " "}},
        {"type": "text", "text": {"body": "x" * 4097}},
        {"type": "text"},
        {"type": "text", "text": {"body": "x"}, "recipient": "IN.A1"},
        {"type": "audio", "audio": {"id": "1"}},
        {"type": "interactive", "interactive": {"type": "button", "body": {"text": "x"}, "action": {"buttons": []}}},
        {"type": "template", "template": {"name": "Not This", "language": {"code": "hi"}}},
    ],
)
def test_the_schema_refuses_what_whatsapp_refuses(body):
    assert not VALID.is_valid(whole(body))


def test_the_schema_knows_the_read_mark():
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.1"}
    assert VALID.is_valid({**mark, "typing_indicator": {"type": "text"}})
    assert not VALID.is_valid({**mark, "typing_indicator": {"type": "audio"}})
