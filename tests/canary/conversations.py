"""How a person of the canary run talks: the report with what gives them away, something more, and the yes."""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

from simulator.client import Message, NoReply, Phone
from tests.canary.files import FILES, write
from tests.canary.forms import Canary
from tests.canary.people import Person

REPLY_SECONDS = 40
TALK_SECONDS = 240
MOST_TURNS = 8
FORGOTTEN = 5  # every fifth who filed asks to be forgotten
RECEIPT = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)")
# What a person answers to a question with buttons, by the choice's id; the first that is offered counts.
ANSWERS = ("/affirm", "keep", "leave", "/inform", "/deny")


@dataclass(frozen=True)
class Talked:
    """What came of a talk: whether the report was filed, and what WhatsApp itself gave the person to be known by."""

    person: Person
    filed: bool
    canaries: tuple[Canary, ...]


async def talk(simulator: str, person: Person, folder: Path) -> Talked:
    """One person's conversation. A reply that does not come ends it: failures are part of the run."""
    phone = Phone.create(simulator, number=person.number, name=person.name, identity=person.identity)
    async with phone:
        user_id = await _user_id(phone)
        wamid = await phone.say(person.first)
        filed = False
        try:
            reply = await phone.wait_for_reply(timeout=REPLY_SECONDS)
            if await _extra(phone, person, folder, wamid):
                reply = await phone.wait_for_reply(timeout=REPLY_SECONDS)
            filed = await _to_the_end(phone, reply)
        except NoReply:
            filed = any("✅" in one.text for one in await phone.chat() if not one.from_phone)
        told = [one.text for one in await phone.chat() if not one.from_phone]
        if filed and person.index % FORGOTTEN == 0:
            await phone.say("meri jankari mitao")
    receipts = {re.sub(r"\D", "", found) for text in told for found in RECEIPT.findall(text)}
    given = [Canary(person.index, "receipt", receipt) for receipt in sorted(receipts)]
    return Talked(person, filed, (Canary(person.index, "business-scoped id", user_id), *given))


async def _user_id(phone: Phone) -> str:
    everybody = await phone._call("GET", "/sim/phones")
    return str(next(one["user_id"] for one in everybody if one["id"] == phone.id))


async def _extra(phone: Phone, person: Person, folder: Path, wamid: str) -> bool:
    """Sends what the person adds; whether anything was sent."""
    if person.extra in FILES:
        kind, path = await asyncio.to_thread(write, person.extra, person.tag, folder, person.file_name)
        await phone.send_file(kind, path, caption=person.second if kind != "audio" else "")
        return True
    requests = {
        "text": {"kind": "text", "text": person.second},
        "contact": {"kind": "contacts", "contacts": [_card(person)]},
        "location": {"kind": "location", "latitude": 25.8907, "longitude": 82.4544, "name": person.place_name},
        "edit": {"kind": "edit", "message": wamid, "text": f"{person.first}. {person.second}"},
        "form": {"kind": "raw", "type": "interactive", "content": _form(person)},
    }
    if person.extra not in requests:
        return False
    await phone.send(requests[person.extra])
    return True


def _card(person: Person) -> dict[str, object]:
    """The person's own card, as one shares it by mistake."""
    phones = [{"phone": f"+{person.number[:2]} {person.number[2:7]} {person.number[7:]}", "wa_id": person.number}]
    return {"name": {"formatted_name": person.name, "first_name": person.name.split()[0]}, "phones": phones}


def _form(person: Person) -> dict[str, object]:
    said = {"flow_token": person.tag, "more": person.second}
    return {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": json.dumps(said)}}


async def _to_the_end(phone: Phone, reply: Message) -> bool:
    """Answers what is asked until the report is filed."""
    ends = time.monotonic() + TALK_SECONDS
    for _ in range(MOST_TURNS):
        if "✅" in reply.text:
            return True
        if time.monotonic() > ends:
            return False
        choice = _choice(reply)
        if choice:
            await phone.tap(choice, message=reply.wamid)
        elif reply.wants_location:
            await phone.send_location(25.8907, 82.4544)
        reply = await phone.wait_for_reply(timeout=REPLY_SECONDS)
    return False


def _choice(reply: Message) -> str | None:
    if any('"facts"' in choice.id for choice in reply.choices):
        return next(choice.id for choice in reply.choices if "/deny" in choice.id)
    for wanted in ANSWERS:
        for choice in reply.choices:
            if wanted in choice.id:
                return choice.id
    return None
