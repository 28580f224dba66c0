"""Replies into the outbox: pages that turn, choices that come back, one template for all parts."""

import datetime as dt
import json

import pytest

from channels import tables
from channels.offers import read_tap
from channels.outbox import open_outbox_of
from channels.replies import Replies
from satark.stores import utc_now

STATIONS = [{"title": f"थाना {number}", "payload": f'/inform{{"place_choice": "{number}"}}'} for number in range(24)]


@pytest.fixture
def replies(settings, vault):
    return Replies(vault, open_outbox_of(settings, vault))


def owed(vault):
    with vault.reading() as connection:
        rows = connection.execute(tables.outbox.select().order_by(tables.outbox.c.id)).all()
    return [(row.name, json.loads(vault.keys.open("outbox", row.content, row.name))) for row in rows]


def owe(replies, vault, *given, conversation="someone", name="m", language="hi", late=None):
    with vault.writing() as connection:
        replies.owe(connection, conversation, name, given, language, late)


def rows(content):
    return content["body"]["interactive"]["action"]["sections"][0]["rows"]


def test_what_is_owed_twice_is_owed_once(replies, vault):
    for _ in range(2):
        owe(replies, vault, {"text": "एक"}, {"text": "दो"})
    assert [name for name, _ in owed(vault)] == ["m:0", "m:1"]


def test_only_the_last_part_has_the_template(replies, vault):
    late = {"type": "template", "template": {"name": "x"}}
    owe(replies, vault, {"text": "शब्द " * 500, "buttons": STATIONS[:2]}, late=late)
    contents = [content for _, content in owed(vault)]
    assert [content["late"] for content in contents] == [None] * (len(contents) - 1) + [late]


def test_the_pages_of_an_offer_lead_on_and_every_choice_comes_back(replies, vault):
    owe(replies, vault, {"text": "कौन सा थाना?", "buttons": STATIONS})
    (_, first) = owed(vault)[-1]
    seen = [row["id"] for row in rows(first)[:-1]]
    assert rows(first)[-1]["title"] == "और विकल्प …"
    tap, pages = read_tap(rows(first)[-1]["id"]), 1
    while tap:
        with vault.writing() as connection:
            replies.turn_page(connection, "someone", f"page{pages}", tap, "hi")
        (_, page) = owed(vault)[-1]
        assert page["body"]["interactive"]["body"]["text"] == "कौन सा थाना?"
        tap = read_tap(rows(page)[-1]["id"])
        seen += [row["id"] for row in (rows(page)[:-1] if tap else rows(page))]
        pages += 1
    assert seen == [station["payload"] for station in STATIONS]
    assert pages == 3


def test_a_long_choice_comes_back_whole(replies, vault):
    long = {"title": "गाँव", "payload": '/inform{"place_choice": "' + "क" * 250 + '"}'}
    owe(replies, vault, {"text": "?", "buttons": [*STATIONS[:3], long]})
    (_, content) = owed(vault)[-1]
    tap = read_tap(rows(content)[3]["id"])
    with vault.reading() as connection:
        assert replies.picked(connection, "someone", tap) == long["payload"]
        assert replies.picked(connection, "somebody else", tap) is None


def test_an_offer_that_was_forgotten_or_is_anothers_says_so(replies, vault):
    owe(replies, vault, {"text": "?", "buttons": STATIONS})
    tap = read_tap(rows(owed(vault)[-1][1])[-1]["id"])
    with vault.writing() as connection:
        replies.turn_page(connection, "somebody else", "a", tap, "en")
    assert replies.offers.forget_before(utc_now() + dt.timedelta(seconds=1)) == 1
    with vault.writing() as connection:
        replies.turn_page(connection, "someone", "b", tap, "en")
    told = [content["body"]["text"]["body"] for _, content in owed(vault)[-2:]]
    assert told == ["This list is too old now. Please write what you wanted to choose in your own words."] * 2


def test_no_choice_stands_readable_in_the_store(replies, vault, tmp_path):
    owe(replies, vault, {"text": "कौन सा थाना?", "buttons": STATIONS})
    content = b"".join(path.read_bytes() for path in tmp_path.glob("vault.db*"))
    assert "थाना 7".encode() not in content
    assert json.dumps("थाना 7")[1:-1].encode() not in content
