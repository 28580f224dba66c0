"""A receipt from the filing to its holder on another phone, and what guessing brings."""

import json
import re

import pytest
import sqlalchemy as sa

from channels import tables
from channels.courier import Courier
from channels.receipts import Receipts
from satark.desks import Desk
from satark.receipts import Receipt
from satark.seal import PrivateBox, new_key_pair
from satark.settings import Settings
from satark.stores import utc_now
from tests.channels.serving import text
from tests.channels.test_dispatcher import Talk, dispatching, said, settled, take_in

pytestmark = pytest.mark.asyncio

TIP = "JP-7K3F-9QXM"
WORDS = "kal raat shahganj me juaa ho raha tha"
RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


@pytest.fixture
def settings(tmp_path):
    loaded = Settings.load(environ={"SATARK_HOME": str(tmp_path), "WHATSAPP_APP_SECRET": "s"})
    for desk in loaded.desks:
        new_key_pair(loaded.keys, desk, "a long passphrase")
    return loaded


def report(report_id="r1", tip_id=TIP):
    facts = {
        "desk": "jaunpur",
        "priority": 2,
        "offences": ["gambling"],
        "tense": "happened",
        "when": None,
        "place": None,
    }
    sealed = {"narrative": WORDS, "route": None, "vehicles": [], "phones": [], "evidence": []}
    return {"report_id": report_id, "tip_id": tip_id, "language": "en", "sealed": sealed, **facts}


class Filing(Talk):
    """A dialogue that files the same report whenever it hears "send"."""

    async def __call__(self, message):
        self.heard.append(message)
        answer = {"text": f"heard: {message.text}"}
        if message.text == "send":
            answer = {"text": "Sent.", "custom": {"file": report()}}
        await message.output_channel.send_response(message.sender_id, answer)


async def filed(dispatcher, vault):
    take_in(dispatcher, text("wamid.send", "send"))
    await settled(dispatcher)
    return Receipt.parse(RECEIPT.search(said(vault)[-1]).group())


def buttons(vault):
    """The choices of the last message owed."""
    with vault.reading() as connection:
        row = connection.execute(sa.select(tables.outbox).order_by(tables.outbox.c.id.desc())).first()
    body = json.loads(vault.keys.open("outbox", row.content, row.name))["body"]
    return [one["reply"]["id"] for one in body["interactive"]["action"]["buttons"]]


def tap(wamid, choice, sender):
    reply = {"type": "button_reply", "button_reply": {"id": choice, "title": "x"}}
    return text(wamid, "", sender=sender) | {"type": "interactive", "interactive": reply}


async def test_filing_gives_one_receipt_in_its_answer_and_the_store_cannot_tell_it(settings, vault):
    async with dispatching(settings, vault, Filing()) as dispatcher:
        receipt = await filed(dispatcher, vault)
        assert said(vault)[0].startswith("Sent.\n\n")
        take_in(dispatcher, text("wamid.again", "send"))  # the same report a second time
        await settled(dispatcher)
    assert said(vault)[-1] == "Sent."
    with vault.reading() as connection:
        (kept,) = connection.execute(sa.select(tables.receipts)).all()
    assert receipt.fits(kept.hash, vault.keys)
    assert kept.drawer == receipt.drawer(vault.keys)
    stored = b"".join(path.read_bytes() for path in settings.home.rglob("*") if path.is_file())
    assert receipt.digits.encode() not in stored and str(receipt).encode() not in stored


async def test_a_filing_that_dies_before_its_commit_gives_one_receipt_in_the_end(settings, vault, monkeypatch):
    kept, failures = Receipts.keep, iter([True])

    def dies_once(self, connection, drawn, filed):
        kept(self, connection, drawn, filed)
        if next(failures, False):
            raise OSError("the disk is gone")

    monkeypatch.setattr(Receipts, "keep", dies_once)
    async with dispatching(settings, vault, Filing()) as dispatcher:
        receipt = await filed(dispatcher, vault)
    with vault.reading() as connection:
        (row,) = connection.execute(sa.select(tables.receipts)).all()
    assert receipt.fits(row.hash, vault.keys)
    assert len([words for words in said(vault) if RECEIPT.search(words)]) == 1


async def test_from_another_phone_the_receipt_tells_the_status_adds_and_withdraws(settings, vault):
    talk, courier, desk = Filing(), Courier(settings, vault), Desk.open(settings, "jaunpur")
    async with dispatching(settings, vault, talk) as dispatcher:
        receipt = await filed(dispatcher, vault)
        courier.work()
        other = "919000000002"
        take_in(dispatcher, text("wamid.1", f"रसीद {receipt}", sender=other))
        await settled(dispatcher)
        assert TIP in said(vault)[-1]
        assert buttons(vault) == ["/receipt_add", "/receipt_withdraw", "/receipt_done"]
        more = f"gaadi UP62AT1234 thi, mera number 90000 00002, {receipt}"
        take_in(dispatcher, tap("wamid.2", "/receipt_add", other), text("wamid.3", more, sender=other))
        await settled(dispatcher)
        take_in(dispatcher, text("wamid.4", str(receipt), sender=other))
        take_in(dispatcher, tap("wamid.5", "/receipt_withdraw", other), tap("wamid.6", "/receipt_withdraw_yes", other))
        await settled(dispatcher)
        assert TIP in said(vault)[-1]
        courier.work()
    assert [message.text for message in talk.heard] == ["send"]
    added = next(event for event in desk.timeline(TIP) if event.kind == "added")
    note = PrivateBox.unlock(settings.keys, "jaunpur", "a long passphrase").open(added.note, added.id).decode()
    assert "UP62AT1234" in note and "[reporter phone]" in note and "[receipt]" in note
    assert "00002" not in note and receipt.digits[:4] not in note
    assert [event.kind for event in desk.timeline(TIP)] == ["filed", "added", "withdrawn"]
    assert (desk.tip(TIP).status, desk.tip(TIP).disposition) == ("closed", "withdrawn")


async def test_a_step_waits_for_its_tip_to_reach_the_desk(settings, vault):
    courier, desk = Courier(settings, vault), Desk.open(settings, "jaunpur")
    with vault.writing() as connection:
        step = {"kind": "withdraw", "tip_id": TIP, "event_id": "e1"}
        courier.deliveries.put(connection, "e1", "jaunpur", {"step": step})
    courier.work()
    assert courier.deliveries.counts() == {"new": 1}
    with vault.writing() as connection:
        courier.deliveries.put(connection, "r1", "jaunpur", {"report": report(), "token": "t"})
    courier.work()
    with vault.writing() as connection:
        connection.execute(tables.deliveries.update().values(not_before=utc_now()))
    courier.work()
    assert desk.tip(TIP).disposition == "withdrawn"


async def test_the_status_follows_the_tip_even_when_nothing_leads_to_its_reporter(settings, vault):
    async with dispatching(settings, vault, Filing()) as dispatcher:
        receipt = await filed(dispatcher, vault)
    courier, desk = Courier(settings, vault), Desk.open(settings, "jaunpur")
    courier.work()
    with vault.writing() as connection:
        connection.execute(tables.reply_routes.delete())
    desk.close(TIP, "sp-jaunpur", "duplicate")
    courier.work()
    assert courier.receipts.look_up(receipt).status == "closed"


async def test_a_receipt_in_a_story_is_gone_before_the_dialogue_hears_it(settings, vault):
    talk = Filing()
    async with dispatching(settings, vault, talk) as dispatcher:
        receipt = await filed(dispatcher, vault)
        take_in(dispatcher, text("wamid.1", f"shahganj wali baat {receipt} phir se juaa hua"))
        take_in(dispatcher, text("wamid.2", f"shahganj wali baat {receipt.digits} phir se juaa hua"))
        take_in(dispatcher, text("wamid.3", "paise khate 1234567890123456 me gaye"))
        await settled(dispatcher)
    told, again, account = (message.text for message in talk.heard[-3:])
    for heard in (told, again):
        assert heard.count("[receipt]") == 1
        assert receipt.digits[:4] not in heard and receipt.digits[-4:] not in heard
    assert "1234567890123456" in account or "[" in account  # an account is for the redaction to judge


async def test_wrong_receipts_are_few_a_person_also_after_being_forgotten_and_in_another_process(settings, vault):
    allowed = settings.limits.receipt_guesses
    async with dispatching(settings, vault, Filing()) as dispatcher:
        receipt = await filed(dispatcher, vault)
        guesser = "919000000003"
        for number in range(allowed):
            take_in(dispatcher, text(f"wamid.{number}", str(Receipt.new()), sender=guesser))
        await settled(dispatcher)
        unknown = said(vault)[-1]
        take_in(dispatcher, text("wamid.right", str(receipt), sender=guesser))
        await settled(dispatcher)
        refused = said(vault)[-1]
        assert TIP not in refused and refused != unknown
        take_in(dispatcher, text("wamid.f", "delete my details", sender=guesser))
        await settled(dispatcher)
    async with dispatching(settings, vault, Filing()) as restarted:
        take_in(restarted, text("wamid.right2", str(receipt), sender=guesser))
        await settled(restarted)
        assert said(vault)[-1] == refused
        take_in(restarted, text("wamid.right3", str(receipt), sender="919000000004"))
        await settled(restarted)
    assert TIP in said(vault)[-1]


async def test_wrong_receipts_of_all_people_together_are_bounded(settings, vault):
    limits = settings.limits.copy(update={"receipt_guesses_of_all": 3})
    receipts = Receipts(settings.copy(update={"limits": limits}), vault)
    for person in ("a", "b", "c"):
        assert receipts.may_guess(person)
        with vault.writing() as connection:
            receipts.note_guess(connection, person)
    assert not receipts.may_guess("d")
    with vault.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.guesses)).scalar() == 4


async def test_a_mistyped_receipt_is_no_guess_and_taps_without_a_receipt_do_nothing(settings, vault):
    digits = Receipt.new().digits
    wrong = f"{digits[:-1]}{(int(digits[-1]) + 1) % 10}"
    grouped = " ".join(wrong[at : at + 4] for at in range(0, 16, 4))
    talk = Filing()
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", grouped), tap("wamid.2", "/receipt_withdraw_yes", "919000000001"))
        await settled(dispatcher)
    assert talk.heard == []
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.guesses)).all() == []
        assert connection.execute(sa.select(tables.deliveries)).all() == []
