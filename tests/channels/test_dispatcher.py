"""From the inbox to the outbox: each person in order, what fails again later, what ends badly with an apology."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import json
import time

import aiohttp
import pytest
import sqlalchemy as sa
from rasa.shared.core.events import ActionExecuted, UserUttered

from channels import tables, texts, tracker_store
from channels.action_endpoint import DialogueFailed, note_failure
from channels.dispatcher import Dispatcher
from channels.intake import Intake
from channels.payloads import read_updates
from channels.vault import ReplyRoute
from satark.settings import Settings
from satark.stores import open_engine, utc_now
from tests.channels.serving import text, webhook

pytestmark = pytest.mark.asyncio


@pytest.fixture
def settings(tmp_path):
    loaded = Settings.load(environ={"SATARK_HOME": str(tmp_path), "WHATSAPP_APP_SECRET": "s"})
    limits = loaded.limits.copy(update={"lease_seconds": 1, "inbox_attempts": 3})
    hasty = loaded.conversation.copy(update={"settle_seconds": 0.0})  # what comes in bursts is in tests/talks
    return loaded.copy(update={"limits": limits, "conversation": hasty})


class Talk:
    """A dialogue for tests: keeps what it heard and answers with the same words."""

    def __init__(self):
        self.heard = []
        self.before = None

    async def __call__(self, message):
        self.heard.append(message)
        if self.before:
            await self.before(message)
        await message.output_channel.send_response(message.sender_id, {"text": f"heard: {message.text}"})


@contextlib.asynccontextmanager
async def dispatching(settings, vault, talk, read=None):
    dispatcher = Dispatcher(settings, vault, talk, read)
    dispatcher.start()
    try:
        yield dispatcher
    finally:
        await dispatcher.stop()


def take_in(dispatcher, *messages):
    Intake(dispatcher.vault, dispatcher.inbox, dispatcher.outbox).store(list(read_updates(webhook(*messages))))
    dispatcher.wake()


async def settled(dispatcher, seconds=15):
    ends = time.monotonic() + seconds
    while set(dispatcher.inbox.counts()) - {"done", "dead"} and time.monotonic() < ends:
        with dispatcher.vault.writing() as connection:
            connection.execute(tables.inbox.update().values(not_before=utc_now()))
        dispatcher.wake()
        await asyncio.sleep(0.02)
    return dispatcher.inbox.counts()


def said(vault):
    """What is owed, in order: the text of each body."""
    with vault.reading() as connection:
        rows = connection.execute(sa.select(tables.outbox).order_by(tables.outbox.c.id)).all()
    bodies = [json.loads(vault.keys.open("outbox", row.content, row.name))["body"] for row in rows]
    return [body["text"]["body"] if body["type"] == "text" else body["interactive"]["body"]["text"] for body in bodies]


async def test_each_person_is_heard_in_order_and_all_of_them_side_by_side(settings, vault):
    talk, at_work, most = Talk(), set(), []

    async def slowly(message):
        assert message.sender_id not in at_work
        at_work.add(message.sender_id)
        most.append(len(at_work))
        await asyncio.sleep(0.01)
        at_work.remove(message.sender_id)

    talk.before = slowly
    async with dispatching(settings, vault, talk) as dispatcher:
        messages = [text(f"wamid.{n}", f"number {n}", sender=f"91900000000{n % 5}") for n in range(40)]
        take_in(dispatcher, *messages)
        assert await settled(dispatcher) == {"done": 40}
    by_person = {}
    for message in talk.heard:
        by_person.setdefault(message.sender_id, []).append(int(message.text.rsplit(" ", 1)[1]))
    assert sorted(by_person.values()) == [[person + 5 * n for n in range(8)] for person in range(5)]
    assert max(most) > 1


async def test_two_processes_never_work_on_one_person_at_once_and_keep_the_order(settings, vault):
    talk, at_work = Talk(), set()

    async def alone(message):
        assert message.sender_id not in at_work
        at_work.add(message.sender_id)
        await asyncio.sleep(0.005)
        at_work.remove(message.sender_id)

    talk.before = alone
    async with dispatching(settings, vault, talk) as first, dispatching(settings, vault, talk):
        take_in(first, *(text(f"wamid.{n}", f"n {n}", sender=f"91900000000{n % 3}") for n in range(30)))
        assert await settled(first) == {"done": 30}
    for person in {message.sender_id for message in talk.heard}:
        numbers = [int(message.text.split()[1]) for message in talk.heard if message.sender_id == person]
        assert numbers == sorted(numbers)
    assert len(talk.heard) == 30


async def test_a_slow_message_keeps_its_lease(settings, vault):
    talk = Talk()
    talk.before = lambda _message: asyncio.sleep(2.5)
    async with dispatching(settings, vault, talk) as first, dispatching(settings, vault, talk):
        take_in(first, text("wamid.1", "x"))
        assert await settled(first) == {"done": 1}
    assert len(talk.heard) == 1


async def test_who_lost_the_lease_writes_nothing(settings, vault):
    talk = Talk()

    async def taken_away(_message):
        with vault.writing() as connection:
            connection.execute(tables.inbox.update().values(attempts=tables.inbox.c.attempts + 1))

    talk.before = taken_away
    patient = settings.limits.copy(update={"lease_seconds": 60})  # or the renewal would notice first
    async with dispatching(settings.copy(update={"limits": patient}), vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "x"))
        for _ in range(200):
            if dispatcher.figures.messages:
                break
            await asyncio.sleep(0.05)
        assert said(vault) == []
        assert dispatcher.inbox.counts() == {"taken": 1}
        assert dispatcher.figures.messages["taken by another"] == 1


async def test_a_message_whose_action_failed_is_heard_again_and_answered_once(settings, vault):
    talk = Talk()

    async def failing(_message):
        if len(talk.heard) < 3:
            note_failure(ValueError())

    talk.before = failing
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "chori hui"))
        assert await settled(dispatcher) == {"done": 1}
    assert len(talk.heard) == 3
    assert said(vault) == ["heard: chori hui"]


async def test_a_message_waits_as_long_as_the_actions_are_away(settings, vault, monkeypatch):
    monkeypatch.setattr("channels.dispatcher.AWAY_SECONDS", 0.05)
    talk = Talk()

    async def away(_message):
        if len(talk.heard) <= settings.limits.inbox_attempts * 3:
            note_failure(aiohttp.ServerDisconnectedError())

    talk.before = away
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "chori hui"))
        assert await settled(dispatcher, 30) == {"done": 1}
    assert len(talk.heard) == settings.limits.inbox_attempts * 3 + 1
    assert said(vault) == ["heard: chori hui"]


async def test_a_message_that_keeps_failing_is_set_aside_with_an_apology_in_its_language(settings, vault):
    talk = Talk()

    async def failing(_message):
        raise DialogueFailed("no")

    talk.before = failing
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "x"))
        with vault.writing() as connection:
            connection.execute(tables.conversations.update().values(language="en"))
        assert await settled(dispatcher) == {"dead": 1}
    assert len(talk.heard) == settings.limits.inbox_attempts
    assert said(vault) == [texts.reply("utter_problem", "en")["text"]]


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ({"type": "order", "order": {}}, "utter_write_instead"),
        ({"type": "hologram"}, "utter_write_instead"),
        ({"type": "unsupported", "errors": [{"code": 131051}]}, "utter_write_instead"),
        ({"type": "unsupported", "errors": [{"code": 131060}]}, "utter_send_again"),
        ({"type": "revoke", "revoke": {"original_message_id": "wamid.never"}}, "utter_withdrawn"),
    ],
)
async def test_what_cannot_be_read_is_answered_without_the_dialogue(settings, vault, message, answer):
    talk = Talk()
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, {"id": "wamid.1", "from": "919000000001", **message})
        assert set(await settled(dispatcher)) == {"done"}
    assert said(vault) == [texts.reply(answer, None)["text"]]
    assert talk.heard == []


async def test_an_edit_that_came_late_corrects_and_a_withdrawal_says_how_to_cancel(settings, vault):
    talk = Talk()

    async def read(message):
        return {"text": message.text, "intent": {"name": "report_offence", "confidence": 0.9}, "entities": []}

    async with dispatching(settings, vault, talk, read) as dispatcher:
        take_in(dispatcher, text("wamid.1", "shahganj me chori"))
        await settled(dispatcher)
        again = {"type": "text", "text": {"body": "kerakat me chori"}}
        edited = {"type": "edit", "edit": {"original_message_id": "wamid.1", "message": again}}
        take_in(dispatcher, text("wamid.2", "") | edited)
        await settled(dispatcher)
        take_in(dispatcher, text("wamid.3", "") | {"type": "revoke", "revoke": {"original_message_id": "wamid.1"}})
        await settled(dispatcher)
    assert [message.text for message in talk.heard] == ["shahganj me chori", "kerakat me chori"]
    assert talk.heard[0].parse_data is None
    assert talk.heard[1].parse_data["intent"]["name"] == "correct"
    assert said(vault)[2] == texts.reply("utter_withdraw_late", None)["text"]


async def test_a_caption_that_tells_nothing_still_brings_its_photo_into_the_report(settings, vault):
    talk = Talk()

    async def read(message):
        return {"text": message.text, "intent": {"name": "chitchat", "confidence": 0.9}, "entities": []}

    async with dispatching(settings, vault, talk, read) as dispatcher:
        photo = {"id": "7", "mime_type": "image/jpeg", "caption": "dekhiye sir"}
        take_in(dispatcher, text("wamid.1", "") | {"type": "image", "image": photo})
        assert await settled(dispatcher) == {"done": 1}
    (message,) = talk.heard
    assert message.parse_data["intent"]["name"] == "inform"
    assert message.metadata["evidence"]["kind"] == "photo"
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.media.c.kind, tables.media.c.status)).all() == [("photo", "new")]


async def test_a_dropped_report_takes_its_files_along_and_leaves_the_filed_ones(settings, vault):
    talk = Talk()

    async def drop(message):
        if message.text == "drop":
            await message.output_channel.send_response("", {"custom": {"forget": True}})

    talk.before = drop
    photo = {"type": "image", "image": {"id": "7"}}
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "") | photo)
        await settled(dispatcher)
        with vault.writing() as connection:
            person = connection.execute(sa.select(tables.inbox.c.conversation)).scalar()
            vault.add_reply_route(connection, ReplyRoute("t", person, "x", "new", "hi"))
        take_in(dispatcher, text("wamid.2", "") | photo, text("wamid.3", "drop"))
        await settled(dispatcher)
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.media.c.id)).scalars().all() == [
            vault.keys.name("message", "wamid.1")
        ]


async def test_the_talk_hears_when_it_was_written_not_when_it_came(settings, vault):
    talk, moment = Talk(), utc_now().replace(microsecond=0) - dt.timedelta(hours=3)
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "abhi", timestamp=str(int(moment.timestamp()))))
        await settled(dispatcher)
    assert dt.datetime.fromisoformat(talk.heard[0].metadata["received_at"]) == moment


async def test_the_persons_own_number_goes_no_further_however_it_is_written(settings, vault):
    talk = Talk()
    card = {"name": {"formatted_name": "Main"}, "phones": [{"phone": "+91 90000 00001"}]}
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(
            dispatcher,
            text("wamid.1", "ye dekho 90000-00001 chor"),
            text("wamid.2", "९००००००००१ par"),
            text("wamid.3", "") | {"type": "contacts", "contacts": [card]},
        )
        assert await settled(dispatcher) == {"done": 3}
    heard = " ".join(message.text for message in talk.heard)
    assert heard.count("[reporter phone]") == 3
    assert "0001" not in heard.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("lead", ["/", "\n/", "/\n/", "/ \t//\u00a0/", "/\u2028/"])
async def test_words_are_never_a_command_whatever_leads_them(settings, vault, lead):
    talk = Talk()
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", f'{lead}inform{{"menu": "open"}}'))
        assert await settled(dispatcher) == {"done": 1}
    assert talk.heard[0].text.startswith("inform")


async def test_the_first_hearing_is_taken_out_of_the_tracker_before_the_second(settings):
    engine = open_engine(settings.tracker_url)
    tracker_store._events(settings)
    events = tracker_store.SQLTrackerStore.SQLEvent.__table__
    told = [
        UserUttered("before", message_id="m0"),
        ActionExecuted("action_listen"),
        UserUttered("x", message_id="m1"),
        ActionExecuted("action_listen"),
    ]
    rows = [
        {"sender_id": person, "type_name": event.type_name, "timestamp": n, "data": json.dumps(event.as_dict())}
        for person in ("a", "b")
        for n, event in enumerate(told)
    ]
    with engine.begin() as connection:
        connection.execute(events.insert(), rows)
    assert tracker_store.rewind(settings, "a", "unknown") == 0
    assert tracker_store.rewind(settings, "a", "m1") == 2
    with engine.begin() as connection:
        left = connection.execute(sa.select(events.c.sender_id, sa.func.count()).group_by(events.c.sender_id)).all()
    assert dict(left) == {"a": 2, "b": 4}


async def test_a_talk_that_should_have_been_forgotten_is_forgotten_at_the_next_start(settings, vault):
    _, events = tracker_store._events(settings)
    with vault.writing() as connection:
        values = {"id": "a", "last_heard_at": utc_now(), "forget_due": True}
        connection.execute(tables.conversations.insert().values(**values))
    engine = open_engine(settings.tracker_url)
    with engine.begin() as connection:
        connection.execute(events.insert().values(sender_id="a", type_name="user", data="{}"))
    async with dispatching(settings, vault, Talk()):
        await asyncio.sleep(0.3)
    with engine.begin() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(events)).scalar() == 0
    assert vault.to_forget() == []


async def test_a_message_that_ends_every_process_is_given_up(settings, vault):
    talk = Talk()
    async with dispatching(settings, vault, talk) as dispatcher:
        pass
    take_in(dispatcher, text("wamid.1", "x"))
    (item,) = dispatcher.inbox.claim(1)
    worn = dataclasses.replace(item, attempts=settings.limits.inbox_attempts * 4 + 1)
    with vault.writing() as connection:
        connection.execute(tables.inbox.update().values(attempts=worn.attempts))
    await dispatcher._process(worn)
    assert dispatcher.inbox.counts() == {"dead": 1}
    assert talk.heard == []


async def test_the_language_of_the_dialogue_is_kept_for_answers_outside_it(settings, vault):
    engine, events = tracker_store._events(settings)
    talk = Talk()

    async def speaks_english(message):
        slot = json.dumps({"event": "slot", "name": "language", "value": "en"})
        row = {"sender_id": message.sender_id, "type_name": "slot", "action_name": "language", "data": slot}
        with engine.begin() as connection:
            connection.execute(events.insert().values(**row))

    talk.before = speaks_english
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", "how does this work"))
        await settled(dispatcher)
        take_in(dispatcher, text("wamid.2", "") | {"type": "order", "order": {}})
        await settled(dispatcher)
    assert said(vault)[1] == texts.reply("utter_write_instead", "en")["text"]
