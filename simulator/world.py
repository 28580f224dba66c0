"""The state of the simulated WhatsApp and what can happen in it: a person writes, a business answers, ticks turn."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from .chats import FROM_PHONE, TICKS, TO_PHONE, ChatMessage, Chats, new_wamid
from .clock import Clock
from .config import SimulatorConfig, Template
from .courier import Courier, Update
from .drafts import Draft, Drafting
from .errors import GraphError
from .events import Events
from .faults import FaultPlan
from .handsets import Handset, HandsetBook
from .journal import Journal
from .limits import PairLimit
from .links import download, linked_file
from .media import MediaItem, MediaShelf
from .payloads import Payloads
from .rules import Rules
from .store import Store

TYPING_LASTS = 25.0
"""Seconds for which WhatsApp shows a typing indicator, unless a message comes first."""


@dataclass(frozen=True)
class Outgoing:
    """A message that the product asked to send and that has passed the rules."""

    recipient: str
    kind: str
    content: Any
    reply_to: str | None = None
    callback_data: str | None = None


class World:
    """All parts together. One per application; `epoch` tells watchers that a new one has begun."""

    def __init__(self, config: SimulatorConfig) -> None:
        self.config = config
        self.epoch = secrets.token_hex(8)
        self.origin = config.public_url or f"http://{config.host}:{config.port}"
        self.clock = Clock()
        self.events = Events()
        self.faults = FaultPlan()
        self.journal = Journal(self.clock, config.log_size)
        self.handsets = HandsetBook(config.phone_number_id)
        self.chats = Chats()
        self.media = MediaShelf(self.clock, config.media_url_life, config.media_life)
        self.templates: dict[tuple[str, str], Template] = {}
        for template in config.templates:
            self.templates[template.name, template.language] = template
        self.rules = Rules(self.templates, lambda media_id: self.media.get(media_id) is not None)
        self.drafting = Drafting(self.chats, self.media)
        self.pair_limit = PairLimit(self.clock, config.pair_burst, config.pair_interval)
        self.payloads = Payloads(config)
        self.courier = Courier(config, self.payloads, self.faults, self.journal, self.events)
        self._store = Store(config.database)
        self._tasks: set[asyncio.Task[None]] = set()
        self._restore()

    def _restore(self) -> None:
        for handset in self._store.handsets():
            self.handsets.restore(handset)
        for item in self._store.media():
            self.media.restore(item)
        for message in self._store.messages():
            self.chats.add(message)
        for spec in self.config.phones:
            self.keep(self.handsets.register(spec.number, spec.name, spec.identity, spec.role))

    async def start(self) -> None:
        """Opens the webhook, and sends again what an earlier run could not deliver."""
        await self.courier.start()
        for message in self.chats:
            handset = self.handsets.get(message.handset_id)
            if message.direction == FROM_PHONE and message.ticks == "sent" and handset is not None:
                self._post(handset, message)

    async def stop(self) -> None:
        self.events.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.courier.stop()
        self._store.close()

    def keep(self, handset: Handset) -> None:
        """Writes a phone down and tells the watchers."""
        self._store.keep_handset(handset)
        self.events.publish("phone", phone=handset.id)

    def add_media(self, content: bytes, mime_type: str, filename: str) -> MediaItem:
        item = self.media.add(content, mime_type, filename)
        self._store.keep_media(item)
        return item

    def clear_chat(self, handset: Handset) -> None:
        self.chats.clear(handset.id)
        self._store.forget_chat(handset.id)
        self.events.publish("cleared", phone=handset.id)

    # A person writes

    def say(self, handset: Handset, draft: Draft, forwarded: bool = False) -> ChatMessage:
        """Puts a person's message in the chat and sends it to the webhook."""
        now = self.clock.now()
        message = ChatMessage(
            seq=0,
            wamid=new_wamid(handset.shown_name(), FROM_PHONE),
            handset_id=handset.id,
            direction=FROM_PHONE,
            kind=draft.kind,
            content=draft.content,
            at=now,
            ticks="sent",
            reply_to=draft.reply_to,
            forwarded=forwarded,
            error=draft.error,
        )
        if draft.kind != "system":
            handset.last_wrote = now
            self._store.keep_handset(handset)
        self._act_on_earlier(handset, draft)
        self._show(message)
        self._post(handset, message)
        return message

    def _act_on_earlier(self, handset: Handset, draft: Draft) -> None:
        """A tap, a reaction, an edit or a deletion changes the bubble it belongs to."""
        content = draft.content if isinstance(draft.content, dict) else {}
        wamid = draft.reply_to if draft.choice else content.get("message_id") or content.get("original_message_id")
        target = self.chats.get(wamid)
        if target is None or target.handset_id != handset.id:
            return
        if draft.choice:
            target.chosen = draft.choice
        elif draft.kind == "reaction":
            self._react(target, "phone", content.get("emoji", ""))
        elif draft.kind == "edit":
            target.content, target.edited = content["message"]["text"], True
        elif draft.kind == "revoke":
            target.revoked = True
        self._show(target)

    @staticmethod
    def _react(target: ChatMessage, who: str, emoji: str) -> None:
        target.reactions.pop(who, None)
        if emoji:
            target.reactions[who] = emoji

    def _post(self, handset: Handset, message: ChatMessage) -> None:
        media_id = message.content.get("id") if isinstance(message.content, dict) else None
        stored = self.media.stored(media_id) if media_id and "sha256" in message.content else None
        url = self.origin + self.media.path(stored.id) if stored else None
        value = self.payloads.message(handset, message, url)
        self.courier.carry(Update(value, handset.id, lambda: self._reach(message, "delivered")))

    def change_identity(self, handset: Handset, number: str | None = None) -> ChatMessage:
        """Moves a phone to another number, or only to another business-scoped id; the business gets a system note."""
        before, previous = handset.shown_name(), handset.sender()
        if number is not None:
            self.handsets.change_number(handset, number)
        else:
            self.handsets.change_user_id(handset)
        self.keep(handset)
        changed = "user_changed_user_id" if number is None else "user_changed_number"
        shown_before = previous.get("from_user_id", before) if number is None else before
        shown_after = handset.user_id if number is None else handset.shown_name()
        content: dict[str, Any] = {
            "body": f"User {handset.name} changed from {shown_before} to {shown_after}",
            "type": changed,
            "previous": previous if number is not None else {"from_user_id": previous.get("from_user_id")},
        }
        if number is not None and handset.shows_number:
            content["wa_id"] = handset.number
        if handset.shows_user_id:
            content["user_id"] = handset.user_id
        return self.say(handset, Draft("system", content))

    def read(self, handset: Handset) -> int:
        """The person looks at the chat: every delivered message of the business turns read. Returns how many did."""
        chat = self.chats.of(handset.id)
        handset.read_seq = chat[-1].seq if chat else handset.read_seq
        self._store.keep_handset(handset)
        turned = [message for message in chat if self._unread(message)]
        for message in turned:
            self._turn_blue(message, handset)
        return len(turned)

    def _turn_blue(self, message: ChatMessage, handset: Handset) -> None:
        self._reach(message, "read")
        self._report(message, handset, "read")

    def play(self, handset: Handset, wamid: str) -> None:
        """The person listens to a recording of the business. Raises `ValueError` where there is none to be played."""
        message = self._received(handset, wamid)
        if message.kind != "audio":
            raise ValueError(f"a message of kind {message.kind} cannot be played")
        if message.ticks == "delivered":
            self._turn_blue(message, handset)
        if self._reach(message, "played"):
            self._report(message, handset, "played")

    def delete(self, handset: Handset, wamid: str) -> None:
        """The person deletes a message of the business from their phone. Raises `ValueError` where it is not there."""
        message = self._received(handset, wamid)
        message.deleted = True
        self._show(message)
        self._report(message, handset, "deleted")

    def _received(self, handset: Handset, wamid: str) -> ChatMessage:
        message = self.chats.get(wamid)
        if message is None or message.handset_id != handset.id or message.direction != TO_PHONE:
            raise ValueError(f"this phone has no message {wamid} of the business")
        if message.ticks not in TICKS[TICKS.index("delivered") :] or message.deleted:
            raise ValueError(f"message {wamid} is not on the phone")
        return message

    @staticmethod
    def _unread(message: ChatMessage) -> bool:
        return message.direction == TO_PHONE and message.ticks == "delivered"

    def set_online(self, handset: Handset, online: bool) -> None:
        """Switches a phone off or on; what waited for it is delivered when it comes back."""
        handset.online = online
        self.keep(handset)
        for message in self.chats.of(handset.id):
            if online and message.direction == TO_PHONE and message.ticks == "sent":
                self._spawn(self._arrive(message, handset))

    # A business answers

    def find_recipient(self, recipient: str, by_user_id: bool) -> Handset | None:
        if by_user_id:
            return self.handsets.by_user_id(recipient)
        return self.handsets.by_number("".join(character for character in recipient if character.isdigit()))

    def refusal(self, handset: Handset | None, recipient: str, kind: str) -> GraphError | None:
        """Why a well-formed message may not go to this recipient; None when it may."""
        if recipient == self.config.display_phone_number:
            return GraphError(131021, "Recipient phone number cannot be the sender's.")
        if handset is None:
            return GraphError(self.config.unknown_recipient, "The recipient is not a phone of this simulator.")
        wrote = handset.last_wrote
        if kind != "template" and (wrote is None or self.clock.now() > wrote + self.config.window):
            details = "Message failed to send because more than 24 hours have passed since the customer last replied."
            return GraphError(131047, details)
        return None

    def accept(self, handset: Handset | None, outgoing: Outgoing, refusal: GraphError | None) -> ChatMessage:
        """Puts the product's message on its way; with a refusal, it will be reported as failed."""
        message = ChatMessage(
            seq=0,
            wamid=new_wamid(handset.shown_name() if handset else outgoing.recipient, TO_PHONE),
            handset_id=handset.id if handset else "",
            direction=TO_PHONE,
            kind=outgoing.kind,
            content=outgoing.content,
            at=self.clock.now(),
            reply_to=outgoing.reply_to,
            callback_data=outgoing.callback_data,
        )
        if refusal is not None or handset is None:
            error = refusal or GraphError(131026, "Message undeliverable.")
            unknown = {"recipient_user_id" if "." in outgoing.recipient else "recipient_id": outgoing.recipient}
            recipient = handset.recipient() if handset else unknown
            self._spawn(self._fail(message, handset, recipient, error))
            return message
        if outgoing.kind == "reaction":
            self._take_reaction(message)
        self._spawn(self._travel(message, handset))
        return message

    def _take_reaction(self, message: ChatMessage) -> None:
        target = self.chats.get(message.content["message_id"])
        if target is not None and target.handset_id == message.handset_id:
            self._react(target, "business", message.content.get("emoji", ""))
            self._show(target)

    def mark_read(self, message: ChatMessage, typing: bool) -> None:
        """The product has read a person's message; blue ticks, and perhaps a typing indicator."""
        for earlier in self.chats.of(message.handset_id):
            if earlier.direction == FROM_PHONE and earlier.seq <= message.seq:
                self._reach(earlier, "read")
        if typing:
            self.events.publish("typing", phone=message.handset_id, seconds=TYPING_LASTS)

    async def _travel(self, message: ChatMessage, handset: Handset) -> None:
        """sent, then delivered when the phone is on, each with its webhook. Linked files are fetched first."""
        linked = linked_file(message.kind, message.content)
        try:
            if linked is not None:
                item = self.add_media(*await download(linked[0], linked[1]["link"]))
                linked[1]["id"] = item.id
        except GraphError as error:
            await self._fail(message, handset, handset.recipient(), error)
            return
        if message.kind != "reaction":
            self._show(message)
        await asyncio.sleep(self.config.status_delay)
        self._reach(message, "sent")
        self._report(message, handset, "sent")
        if handset.online:
            await self._arrive(message, handset)

    async def _arrive(self, message: ChatMessage, handset: Handset) -> None:
        await asyncio.sleep(self.config.status_delay)
        if self._reach(message, "delivered"):
            self._report(message, handset, "delivered")
            if 0 < message.seq <= handset.read_seq:
                self._turn_blue(message, handset)

    async def _fail(
        self, message: ChatMessage, handset: Handset | None, recipient: dict[str, str], error: GraphError
    ) -> None:
        message.error, message.ticks = error.status_entry(), "failed"
        await asyncio.sleep(self.config.status_delay)
        value = self.payloads.status(message, recipient, handset, "failed", self.clock.now())
        self.courier.carry(Update(value, f"status {message.wamid}"))

    def _report(self, message: ChatMessage, handset: Handset, status: str) -> None:
        value = self.payloads.status(message, handset.recipient(), handset, status, self.clock.now())
        self.courier.carry(Update(value, f"status {message.wamid}"))

    def _reach(self, message: ChatMessage, ticks: str) -> bool:
        moved = message.reach(ticks)
        if moved and self.chats.get(message.wamid) is not None:
            self._show(message)
        return moved

    def _show(self, message: ChatMessage) -> None:
        """Keeps a message, new or changed, and tells the watchers."""
        if self.chats.get(message.wamid) is None:
            message.seq = self.chats.next_seq()
            self.chats.add(message)
        self._store.keep_message(message)
        self.events.publish("message", phone=message.handset_id, message=message.view())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
