"""Being forgotten: asked for in any language, done at once, and only when it is meant."""

import json

import pytest
import sqlalchemy as sa

from channels import tables, texts, tracker_store
from channels.forgetting import asks_to_be_forgotten, forget_farewells
from channels.vault import Address, ReplyRoute
from satark.settings import Settings
from satark.stores import open_engine, utc_now
from tests.channels.serving import text
from tests.channels.test_dispatcher import Talk, dispatching, said, settled, take_in
from tests.channels.test_receipts import report

NUMBER, OTHER = "919000000001", "919000000002"


@pytest.fixture
def settings(tmp_path):
    loaded = Settings.load(environ={"SATARK_HOME": str(tmp_path), "WHATSAPP_APP_SECRET": "s"})
    talk = loaded.conversation.copy(update={"neutral_word": "आम का भाव"})
    return loaded.copy(update={"conversation": talk})


@pytest.mark.parametrize(
    "words",
    [
        "delete my details", "Please delete all my data!", "forget me", "erase my number",
        "mera number mita do", "meri sari jankari hata dijiye", "mera data delet kr do",
        "apni details mitana chahta hai",
        "मेरी जानकारी मिटाओ", "मेरा नंबर हटा दीजिए", "मेरी सारी डिटेल्स डिलीट कर दो", "मुझे भूल जाओ",
    ],
)  # fmt: skip
def test_the_wish_is_understood_in_every_language(words):
    assert asks_to_be_forgotten(words)


@pytest.mark.parametrize(
    "words",
    [
        "mera number delete mat karo", "chor ne mera data delete kar diya", "mera data delete ho gaya",
        "police ne mera naam hata diya", "sab mita do", "meri soochna mita do", "delete", "my details", "mera number",
        "कल रात मेरा नंबर बंद हुआ", "उसने मेरी जानकारी मिटा दी", "", "usne mera number hatane ki dhamki di",
        "please do not delete my details",
    ],
)  # fmt: skip
def test_nothing_else_is_taken_for_it(words):
    assert not asks_to_be_forgotten(words)


def held(vault, conversation):
    """How many rows of each table name a conversation."""
    with vault.reading() as connection:
        counted = {
            table.name: connection.execute(
                sa.select(sa.func.count()).where(table.c.conversation == conversation)
            ).scalar()
            for table in tables.metadata.sorted_tables
            if "conversation" in table.c
        }
    return {name: count for name, count in counted.items() if count}


def everything_of(vault, settings, conversation):
    """Puts something of a person everywhere."""
    engine, events = tracker_store._events(settings)
    with engine.begin() as connection:
        connection.execute(events.insert().values(sender_id=conversation, type_name="user", data="{}"))
    now = utc_now()
    row = {"conversation": conversation, "created_at": now}
    noted = {"status": "new", "attempts": 0, "not_before": now, "kind": "photo"}
    with vault.writing() as connection:
        vault.add_reply_route(connection, ReplyRoute("token", conversation, "JP-7K3F-9QXM", "new", "hi"))
        connection.execute(tables.offers.insert().values(name="offer", content=b"x", **row))
        connection.execute(tables.paces.insert().values(conversation=conversation, full_at=now))
        connection.execute(tables.media.insert().values(id="loose", **row, **noted))
        connection.execute(tables.media.insert().values(id="filed", tip_id="JP-7K3F-9QXM", **row, **noted))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("words", "answer", "language"),
    [
        ("mera number mita do", "utter_forgotten", "hi-Latn"),
        ("delete my details", "utter_forgotten", "en"),
        ("आम का भाव", "utter_neutral_menu", "hi"),
    ],
)
async def test_everything_that_leads_to_the_person_goes_at_once_and_the_answer_still_comes(
    settings, vault, words, answer, language
):
    talk = Talk()
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "namaste", sender=NUMBER), text("wamid.o", "namaste", sender=OTHER))
        await settled(dispatcher)
        with vault.writing() as connection:
            me = vault.conversation_of(connection, Address(NUMBER))
            other = vault.conversation_of(connection, Address(OTHER))
        everything_of(vault, settings, me)
        take_in(dispatcher, text("wamid.2", words, sender=NUMBER))
        await settled(dispatcher)
    assert [message.text for message in talk.heard] == ["namaste", "namaste"]
    assert held(vault, me) == {}
    with vault.reading() as connection:
        assert vault.reply_route(connection, "token") is None
        assert vault.address_of(connection, me) is None
        people = {row.id: row for row in connection.execute(sa.select(tables.conversations)).all()}
        assert set(connection.execute(sa.select(tables.aliases.c.conversation)).scalars()) == {other}
        assert connection.execute(sa.select(tables.media.c.id, tables.media.c.conversation)).all() == [("filed", "")]
        (last,) = people.keys() - {other}
        assert vault.address_of(connection, last) == Address(NUMBER)
        assert people[last].lapses_at is not None
        owed = connection.execute(sa.select(tables.outbox).where(tables.outbox.c.conversation == last)).all()
    assert texts.reply(answer, language)["text"] in said(vault)
    assert len(owed) == 1
    engine = open_engine(settings.tracker_url)
    events = tracker_store._events(settings)[1]
    with engine.begin() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(events)).scalar() == 0
    assert vault.to_forget() == []


@pytest.mark.asyncio
async def test_the_address_for_the_last_answer_goes_once_it_was_sent_or_its_time_is_over(settings, vault):
    async with dispatching(settings, vault, Talk()) as dispatcher:
        take_in(dispatcher, text("wamid.1", "forget me"))
        await settled(dispatcher)
    assert forget_farewells(vault) == 0
    with vault.writing() as connection:
        connection.execute(tables.outbox.update().values(status="done"))
    assert forget_farewells(vault) == 1
    with vault.reading() as connection:
        for table in (tables.conversations, tables.aliases, tables.outbox):
            assert connection.execute(sa.select(table)).all() == []
    async with dispatching(settings, vault, Talk()) as dispatcher:
        take_in(dispatcher, text("wamid.2", "forget me"))
        await settled(dispatcher)
    with vault.writing() as connection:
        connection.execute(tables.conversations.update().values(lapses_at=utc_now()))
    assert forget_farewells(vault) == 1


@pytest.mark.asyncio
async def test_a_death_between_the_vault_and_the_tracker_is_made_good_at_the_next_start(settings, vault, monkeypatch):
    talk, forget = Talk(), tracker_store.forget

    def dies(*_):
        raise OSError("killed")

    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "namaste"))
        await settled(dispatcher)
        with vault.writing() as connection:
            me = vault.conversation_of(connection, Address(NUMBER))
        everything_of(vault, settings, me)
        monkeypatch.setattr(tracker_store, "forget", dies)
        take_in(dispatcher, text("wamid.2", "forget me"))
        await settled(dispatcher)
    assert vault.to_forget() == [me]
    monkeypatch.setattr(tracker_store, "forget", forget)
    async with dispatching(settings, vault, talk) as dispatcher:
        await dispatcher._forget_leftovers()
    assert vault.to_forget() == []
    with vault.reading() as connection:
        assert (
            connection.execute(sa.select(tables.conversations).where(tables.conversations.c.id == me)).first() is None
        )


@pytest.mark.asyncio
async def test_who_was_forgotten_and_writes_again_is_somebody_new(settings, vault):
    talk = Talk()
    async with dispatching(settings, vault, talk) as dispatcher:
        for number, words in enumerate(("namaste", "delete my details", "namaste")):
            take_in(dispatcher, text(f"wamid.{number}", words))
            await settled(dispatcher)
    first, second = (message.sender_id for message in talk.heard)
    assert first != second
    assert json.dumps(held(vault, first)) == "{}"


@pytest.mark.asyncio
async def test_the_tracker_of_a_conversation_that_became_a_part_of_theirs_goes_too(settings, vault):
    engine, events = tracker_store._events(settings)
    by_user_id = text("wamid.2", "namaste", from_user_id="IN.A")
    del by_user_id["from"]
    async with dispatching(settings, vault, Talk()) as dispatcher:
        take_in(dispatcher, text("wamid.1", "namaste", sender=NUMBER), by_user_id)
        await settled(dispatcher)
        with vault.writing() as connection:
            both = {vault.conversation_of(connection, Address(*form)) for form in ((NUMBER,), (None, "IN.A"))}
        take_in(dispatcher, text("wamid.3", "namaste", sender=NUMBER, from_user_id="IN.A"))
        await settled(dispatcher)
        with vault.writing() as connection:
            (gone,) = both - {vault.conversation_of(connection, Address(NUMBER))}
            telling = {"conversation": gone, "heard_at": utc_now(), "step": "open"}
            connection.execute(tables.talks.insert().values(**telling))
        with engine.begin() as connection:
            connection.execute(events.insert().values(sender_id=gone, type_name="user", data="{}"))
        take_in(dispatcher, text("wamid.4", "forget me", sender=NUMBER))
        await settled(dispatcher)
    with engine.begin() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(events)).scalar() == 0
    assert held(vault, gone) == {}
    assert vault.to_forget() == []


@pytest.mark.asyncio
@pytest.mark.parametrize("filed", [True, False])
async def test_the_tracker_forgets_a_talk_whose_report_was_filed_or_dropped(settings, vault, filed):
    engine, events = tracker_store._events(settings)
    talk = Talk()

    async def ends(message):
        with engine.begin() as connection:
            row = {"sender_id": message.sender_id, "type_name": "user", "data": "{}"}
            connection.execute(events.insert().values(**row))
            connection.execute(events.insert().values(**{**row, "sender_id": "somebody else"}))
        ended = {"forget": True} | ({"file": report()} if filed else {})
        await message.output_channel.send_response(message.sender_id, {"text": "done", "custom": ended})

    talk.before = ends
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "x"))
        await settled(dispatcher)
        assert dispatcher.deliveries.counts() == ({"new": 1} if filed else {})
    with engine.begin() as connection:
        assert connection.execute(sa.select(events.c.sender_id)).scalars().all() == ["somebody else"]


def test_a_long_message_is_no_wish_however_it_is_made():
    assert not asks_to_be_forgotten("delete my details " + "please " * 60)
