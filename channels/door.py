"""What is answered at the door, before the dialogue hears of it: receipts, and the wish to be forgotten.

Neither may reach the tracker: a receipt opens a tip, and who wants to be forgotten should not leave that as a trace.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import regex
from sqlalchemy.engine import Connection

from channels import texts
from channels.content import Content, read_content
from channels.conversation import redacted
from channels.deliveries import Deliveries
from channels.forgetting import asks_to_be_forgotten, forget_person, is_neutral_word, language_of_wish
from channels.media import Media
from channels.queues import Item, open_inbox
from channels.receipts import Drawn, Line, Receipts, ReceiptTip
from channels.silence import Silence
from channels.vault import Profile, Vault
from satark.language import identify
from satark.receipts import Written, find
from satark.settings import Settings
from satark.stores import utc_now

_CHOICE = regex.compile(r"/receipt_(add|withdraw|withdraw_yes|done)")
_STILL_ABOUT = dt.timedelta(hours=24)  # after filing, for which a file without a word belongs to that tip
_MOST_AHEAD = 20  # messages that are looked at to see whether more files follow
Act = Callable[[Connection], str | None]


@dataclass(frozen=True)
class Turn:
    """What the door makes of a message: replies in `language`, and what is written along with them. `act` gives the
    conversation that the replies go to, where it is another one; the message's own is forgotten then."""

    replies: Sequence[dict[str, Any]]
    language: str | None
    act: Act | None = None


class Door:
    """Stands before the dialogue."""

    def __init__(self, settings: Settings, vault: Vault, deliveries: Deliveries) -> None:
        self.settings = settings
        self.vault = vault
        self.deliveries = deliveries
        self.receipts = Receipts(settings, vault)
        self.media = Media(settings, vault)
        self.silence = Silence(settings, vault)
        self.inbox = open_inbox(vault, settings.limits)
        self._neutral_word = settings.conversation.neutral_word
        self._longest = settings.limits.narrative_characters

    def turn(self, item: Item, content: Content, profile: Profile) -> Turn | None:
        """The door's own answer to a message, or None when the dialogue shall hear it."""
        line = self.receipts.line(item.conversation)
        match = _CHOICE.fullmatch(content.choice or "")
        if match:
            return self._tapped(item, match[1], line, profile)
        if content.choice is not None or content.pin:
            return None
        if content.kind == "text":
            if is_neutral_word(content.text, self._neutral_word):
                return self._forget(item, profile.language or identify(content.text), "utter_neutral_menu")
            if asks_to_be_forgotten(content.text):
                return self._forget(item, profile.language or language_of_wish(content.text), "utter_forgotten")
            shown = next((one for one in find(content.text) if one.alone), None)
            if shown and (shown.receipt or shown.surely):
                return self._shown(item, shown, profile)
        if content.media_kind and content.media and (joined := self._joined(item, content, line)):
            return self._file_added(item, content, joined, profile)
        if line and line.waiting == "words":
            return self._added(item, content, line, profile)
        return None

    def without_receipts(self, content: Content) -> Content:
        """The message as the dialogue may hear it."""
        return dataclasses.replace(content, text=self.receipts.without(content.text)) if content.text else content

    # Being forgotten

    def _forget(self, item: Item, language: str, answer: str) -> Turn:
        act = partial(_forgotten, self.vault, item.conversation, language)
        return Turn([texts.reply(answer, language)], language, act)

    # A receipt was shown

    def _shown(self, item: Item, shown: Written, profile: Profile) -> Turn | None:
        language = profile.language
        if shown.receipt is None:
            return Turn([texts.reply("utter_receipt_mistyped", language)], language)
        if not self.receipts.may_guess(item.conversation):
            return Turn([texts.reply("utter_receipt_wait", language)], language)
        tip = self.receipts.look_up(shown.receipt)
        if tip is None and not shown.surely:
            return self._guessed(item, None)  # it may be a number the report is about
        if tip is None:
            return self._guessed(item, Turn([texts.reply("utter_receipt_unknown", language)], language))
        language = language or tip.language
        status = texts.reply(f"utter_status_{tip.status}", language, tip_id=tip.tip_id)
        offer = texts.reply("utter_receipt_offer", language)
        reply = {"text": f"{status['text']}\n\n{offer['text']}", "buttons": offer["buttons"]}
        return Turn([reply], language, partial(self._set_line, item.conversation, Line(tip, None)))

    def _guessed(self, item: Item, turn: Turn | None) -> Turn | None:
        with self.vault.writing() as connection:  # counted even if the answer is never sent
            self.receipts.note_guess(connection, item.conversation)
        return turn

    def _set_line(self, conversation: str, line: Line | None, connection: Connection) -> None:
        self.receipts.set_line(connection, conversation, line)

    # What its holder wants

    def _own(self, conversation: str) -> Line | None:
        """A line to the person's own latest tip, to which they may add without its receipt."""
        latest = next(iter(self.vault.tips_of(conversation, limit=1)), None)
        desk = self.settings.desk_with_code(latest.tip_id.split("-", 1)[0]) if latest else None
        if latest is None or desk is None:
            return None
        return Line(ReceiptTip(latest.tip_id, desk, latest.language, latest.status), None)

    def _tapped(self, item: Item, verb: str, line: Line | None, profile: Profile) -> Turn:
        if line is None and verb == "add":
            line = self._own(item.conversation)
        if line is None:
            return Turn([texts.reply("utter_receipt_again", profile.language)], profile.language)
        language = profile.language or line.tip.language
        if verb == "withdraw_yes" and line.waiting == "yes":
            return self._withdrawn(item, line.tip, language)
        follows = {"add": ("utter_receipt_write", "words"), "withdraw": ("utter_receipt_withdraw", "yes")}
        answer, waiting = follows.get(verb, ("utter_receipt_done", None))
        next_line = Line(line.tip, waiting) if waiting else None
        act = partial(self._set_line, item.conversation, next_line)
        return Turn([texts.reply(answer, language)], language, act)

    def _added(self, item: Item, content: Content, line: Line, profile: Profile) -> Turn | None:
        language = profile.language or line.tip.language
        text = redacted(self.receipts.without(content.text), profile.phone)[: self._longest]
        if not text:
            return Turn([texts.reply("utter_receipt_write", language)], language)
        step = {"kind": "add", "tip_id": line.tip.tip_id, "event_id": item.name, "note": text}
        reply = texts.reply("utter_receipt_added", language, tip_id=line.tip.tip_id)
        return Turn([reply], language, partial(self._deliver, item, line.tip, step))

    # A file for a tip that is filed

    def _joined(self, item: Item, content: Content, line: Line | None) -> Line | None:
        """The line to the tip a file belongs to: the one somebody is adding to, else the person's own latest, where
        it came without words, no report is being told, and that tip was filed not long ago."""
        if line and line.waiting == "words":
            return line
        if content.text or self.silence.telling(item.conversation):
            return None
        with self.vault.reading() as connection:
            filed_at = self.vault.routes.last_filed_at(connection, item.conversation)
        return self._own(item.conversation) if filed_at and utc_now() - filed_at < _STILL_ABOUT else None

    def _file_added(self, item: Item, content: Content, line: Line, profile: Profile) -> Turn:
        language = profile.language or line.tip.language
        ahead = self.inbox.waiting(item.conversation, item.id, _MOST_AHEAD)
        more = any(read_content(entry["body"]).media_kind for entry in ahead if "body" in entry)
        reply = texts.reply("utter_file_added", language, tip_id=line.tip.tip_id)
        act = partial(self._attach, item, content, line.tip, redacted(content.text, profile.phone)[: self._longest])
        return Turn([] if more else [reply], language, act)  # of several files the last is answered

    def _attach(self, item: Item, content: Content, tip: ReceiptTip, note: str, connection: Connection) -> None:
        self.media.note(connection, item.conversation, item.name, str(content.media_kind), content.media or {})
        self.media.filed(connection, item.conversation, [item.name], tip.tip_id, tip.desk)
        if note:
            step = {"kind": "add", "tip_id": tip.tip_id, "event_id": item.name, "note": note}
            self.deliveries.put(connection, item.name, tip.desk, {"step": step})

    def _withdrawn(self, item: Item, tip: ReceiptTip, language: str | None) -> Turn:
        step = {"kind": "withdraw", "tip_id": tip.tip_id, "event_id": item.name}
        reply = texts.reply("utter_receipt_withdrawn", language, tip_id=tip.tip_id)
        return Turn([reply], language, partial(self._deliver, item, tip, step))

    def _deliver(self, item: Item, tip: ReceiptTip, step: dict[str, Any], connection: Connection) -> None:
        self.deliveries.put(connection, item.name, tip.desk, {"step": step})
        self.receipts.set_line(connection, item.conversation, None)
        if step["kind"] == "withdraw":
            self.receipts.tell_status(connection, tip.tip_id, "closed")

    # A report was filed

    def draw(self, reports: Sequence[Any]) -> list[Drawn]:
        """As many receipts as reports, made before the transaction that files them."""
        return [self.receipts.draw() for _ in reports]

    def give(self, connection: Connection, drawn: Drawn, report: Any, replies: Sequence[dict[str, Any]]) -> None:
        """Keeps a receipt for a report and adds it to the reply that tells of its filing."""
        self.receipts.keep(connection, drawn, report)
        told = texts.reply("utter_receipt", report["language"], receipt=str(drawn.receipt))
        for reply in replies:
            if reply.get("report_id") == report["report_id"]:
                reply["text"] = f"{reply['text']}\n\n{told['text']}"


def _forgotten(vault: Vault, conversation: str, language: str | None, connection: Connection) -> str:
    return forget_person(vault, connection, conversation, language)
