"""One message of a person through Rasa: words redacted at the door, replies and reports gathered, nothing sent yet."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import itertools
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import regex
from rasa.core.channels.channel import OutputChannel, UserMessage

from channels.action_endpoint import watched
from channels.content import Content, without_own_card
from satark.answers import meaning
from satark.redaction import redact
from satark.redaction.mask import tag_of
from satark.report import REPORTING_INTENTS

NAME = "whatsapp"
# What our own buttons carry: an intent, with at most one small JSON object. Everything else a person sends is words.
_CHOICE = regex.compile(
    r"/(affirm|deny|cancel|inform|greet|change_language|check_status|ask_how|ask_anonymity)(\{.{0,300}\})?"
)
_MENU = '/inform{"menu": "open"}'
_DIRECTIONS = frozenset({"affirm", "deny", "cancel", "check_status", "change_language"})
_NATIONAL_DIGITS = 10  # of an Indian number, without its country code
_DEVANAGARI_ZERO = ord("०")
_LONG = 1000  # characters: taking the names out of longer words takes so long that others would wait for it
OnMessage = Callable[[UserMessage], Awaitable[Any]]
Read = Callable[[UserMessage], Awaitable[dict[str, Any]]]


@dataclass
class Outcome:
    """What a message led to: replies for the person, reports to file, a language to remember, a talk to forget."""

    replies: list[dict[str, Any]] = field(default_factory=list)
    reports: list[dict[str, Any]] = field(default_factory=list)
    language: str | None = None
    forget: bool = False
    telling: bool = False  # a report is open afterwards
    urgent: bool = False  # ... of a danger that lasts
    promises: bool = False  # a reply says that nobody sees who the person is


class Gathering(OutputChannel):
    """Rasa's output channel for one message: gathers instead of sending, so that all is written in one transaction."""

    def __init__(self) -> None:
        self.outcome = Outcome()

    @classmethod
    def name(cls) -> str:
        return NAME

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Takes a bot message apart: `custom` carries what the actions ask the channel to do, the rest is a reply."""
        custom = message.get("custom") or {}
        filed = (custom.get("file") or {}).get("report_id")
        if filed:
            self.outcome.reports.append(custom["file"])
        self.outcome.language = custom.get("language", self.outcome.language)
        self.outcome.forget = self.outcome.forget or bool(custom.get("forget"))
        if message.get("text") or custom.get("location_request"):
            reply = {"text": message.get("text"), "buttons": message.get("buttons") or []}
            reply["response"] = message.get("utter_action")
            asked = bool(custom.get("location_request"))
            self.outcome.replies.append({**reply, "location_request": asked, "report_id": filed})


@dataclass(frozen=True)
class Heard:
    """A message ready for Rasa: `received_at` is when it was written, `metadata` what the actions may know besides the
    words, `own_number` the person's own, which no word of theirs may carry further."""

    conversation: str
    content: Content
    received_at: dt.datetime
    message_name: str
    metadata: dict[str, Any]
    own_number: str | None = None


async def hear(heard: Heard, on_new_message: OnMessage, read: Read | None = None) -> Outcome:
    """Gives a message to Rasa and returns what came of it. `read` is Rasa's reading of a message without acting on it.

    Raises `DialogueFailed` when an action could not be carried out: the message must be heard again.
    """
    gathering = Gathering()
    metadata = {"received_at": heard.received_at.isoformat(), "message": heard.message_name, **heard.metadata}
    content = commanded(heard.content)
    if content.pin:
        metadata["pin"] = list(content.pin)
    ours = content.choice is not None and _CHOICE.fullmatch(content.choice) is not None
    text = "" if ours else await _redacted_aside(content.text, heard.own_number)
    message = UserMessage(
        text=text or None,
        output_channel=gathering,
        sender_id=heard.conversation,
        input_channel=NAME,
        message_id=heard.message_name,
        metadata=metadata,
        parse_data=None if text else tapped(content),
    )
    with watched():
        if text and read and (content.corrects or content.pin or content.media_kind):
            message.parse_data = _as_meant(await read(message), content)
        elif message.parse_data:
            message.text = message.parse_data["text"]
        await on_new_message(message)
    return gathering.outcome


def commanded(content: Content) -> Content:
    """A word that, written alone, opens something is the tap that opens it."""
    if content.kind == "text" and meaning("commands", content.text) == "menu":
        return dataclasses.replace(content, text="", choice=_MENU)
    return content


def within(text: str, most: int) -> str:
    """The first `most` characters of words without end, less what would be cut in two: a word, or a number that nobody
    would know for one by its first digits."""
    if len(text) <= most:
        return text
    end = most
    while end and not text[end - 1].isspace():
        end -= 1
    while end and (text[end - 1].isspace() or text[end - 1].isnumeric() or text[end - 1] in "+-.,()/"):
        end -= 1
    return text[:end]


async def _redacted_aside(text: str, own_number: str | None) -> str:
    return await asyncio.to_thread(redacted, text, own_number) if len(text) > _LONG else redacted(text, own_number)


def redacted(text: str, own_number: str | None) -> str:
    """A person's words as anybody but the vault may read them; `own_number` is theirs."""
    safe = redact(without_number(text, own_number)).text if text else ""
    return "".join(itertools.dropwhile(_leads_a_command, without_own_card(safe, own_number is not None)))


def _leads_a_command(character: str) -> bool:
    """Rasa takes words behind a slash for an intent, also where blanks or line ends stand before it."""
    return character == "/" or character.isspace()


def without_number(text: str, number: str | None) -> str:
    """`text` with the person's own number gone, however it is spaced or dressed: we know it, no guess is needed."""
    digits = (number or "")[-_NATIONAL_DIGITS:]
    if len(digits) < _NATIONAL_DIGITS or sum(map(str.isdigit, text)) < _NATIONAL_DIGITS:
        return text
    each = (f"[{digit}{chr(_DEVANAGARI_ZERO + int(digit))}]" for digit in digits)
    pattern = r"(?<!\d)(?:(?:\+|00)?[9९][1१]|[0०])?" + r"[\s.()\-]{0,3}".join(["", *each]) + r"(?!\d)"
    return regex.sub(pattern, f" {tag_of('phone', 'reporter')} ", text)


def _as_meant(reading: dict[str, Any], content: Content) -> dict[str, Any]:
    """A reading whose intent follows from what the words came with: an edit corrects, a pin or a medium informs."""
    intent = reading["intent"]["name"]
    if content.corrects:
        meant = "correct" if intent in REPORTING_INTENTS else intent
    else:
        meant = intent if intent in REPORTING_INTENTS or intent in _DIRECTIONS else "inform"
    if meant == intent:
        return reading
    ranking = {"name": meant, "confidence": 1.0}
    return {**reading, "intent": ranking, "intent_ranking": [ranking]}


def tapped(content: Content) -> dict[str, Any]:
    """The reading of a message without words: a choice of ours, or a bare `inform` for a pin or a medium."""
    match = _CHOICE.fullmatch(content.choice or "")
    if content.choice is not None and not match:
        return _reading("out_of_scope", {})
    if match:
        try:
            entities = json.loads(match.group(2) or "{}")
        except ValueError:
            return _reading("out_of_scope", {})
        return _reading(match.group(1), entities if isinstance(entities, dict) else {})
    intents = {"pin": "inform", "media": "inform", "sticker": "greet"}
    return _reading(intents.get(content.kind, "out_of_scope"), {})


def _reading(intent: str, entities: dict[str, Any]) -> dict[str, Any]:
    ranking = {"name": intent, "confidence": 1.0}
    found = [{"entity": name, "value": value, "start": 0, "end": 0} for name, value in entities.items()]
    return {"text": f"/{intent}", "intent": ranking, "intent_ranking": [ranking], "entities": found}
