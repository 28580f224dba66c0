"""Between the vault and the desks: reports and officers' answers in, assignments and notices out.

The courier reads words only to hand them on: what it files is sealed to the desk and the range at once; what a desk
sends to an officer comes sealed to the courier's own key.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from channels import officers, texts
from channels.deliveries import Deliveries, Delivery
from channels.outbox import open_outbox_of
from channels.receipts import Receipts
from channels.rendering import template
from channels.replies import Replies
from channels.vault import Address, Vault
from satark.desks import Desk, Dispatch, Officer, Tip
from satark.errors import NotAllowed, SatarkError, SealError, StoreError, UnknownTip
from satark.offences import names
from satark.seal import PrivateBox, Recipient, new_key_pair, seal_to
from satark.settings import RANGE_DESK, Settings
from satark.stores import utc_now
from satark.wording import say_place, say_when

log = logging.getLogger("satark.courier")
COURIER = "courier"


def courier_box(settings: Settings, vault: Vault) -> PrivateBox:
    """The courier's private key, made at the first start; its passphrase follows from the vault's key file."""
    passphrase = vault.keys.name("passphrase", COURIER)
    if not (settings.keys / f"{COURIER}.key").exists():
        new_key_pair(settings.keys, COURIER, passphrase)
    return PrivateBox.unlock(settings.keys, COURIER, passphrase)


class Courier:
    """Carries both ways; `work` is one round and may be repeated at any time."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self.settings = settings
        self.vault = vault
        self.deliveries = Deliveries(vault, settings.limits)
        self.receipts = Receipts(settings, vault)
        self.replies = Replies(vault, open_outbox_of(settings, vault))
        self.desks = {name: Desk.open(settings, name) for name in settings.desks}
        self._box = courier_box(settings, vault)

    def work(self) -> int:
        """Hands over what waits, in both directions; how many pieces were handed over."""
        return self._deliver() + sum(self._collect(desk) for desk in self.desks.values())

    # To the desks

    def _deliver(self) -> int:
        handed_over = 0
        for delivery in self.deliveries.waiting():
            try:
                self._hand_over(delivery)
                self.deliveries.done(delivery)
                handed_over += 1
            except (UnknownTip, NotAllowed) as error:
                log.warning("delivery.refused kind=%s", type(error).__name__)
                self.deliveries.done(delivery)
            except (SatarkError, KeyError, TypeError, ValueError) as error:
                log.error("delivery.failed desk=%s kind=%s", delivery.desk, type(error).__name__)
                self.deliveries.put_back(delivery, type(error).__name__)
        return handed_over

    def _hand_over(self, delivery: Delivery) -> None:
        desk = self.desks[delivery.desk]
        if "report" in delivery.content:
            desk.file(self._tip(delivery))
            return
        step = delivery.content["step"]
        if step["kind"] in ("add", "withdraw"):
            self._reporters_step(desk, step)
        elif step["kind"] == "accept":
            desk.accept(step["tip_id"], step["officer_id"], step["event_id"])
        else:
            note = seal_to(self._recipients(desk.name), step["note"].encode(), step["event_id"])
            desk.record_action(step["tip_id"], step["officer_id"], step["event_id"], note)

    def _reporters_step(self, desk: Desk, step: dict[str, Any]) -> None:
        """Raises `StoreError` while the tip has not come: what belongs to it waits until it has."""
        try:
            if step["kind"] == "withdraw":
                desk.withdraw(step["tip_id"], step["event_id"])
                return
            note = seal_to(self._recipients(desk.name), step["note"].encode(), step["event_id"])
            desk.add(step["tip_id"], step["event_id"], note)
        except UnknownTip as error:
            raise StoreError("The tip is not at the desk yet.") from error

    def _recipients(self, desk: str) -> list[Recipient]:
        return [Recipient.load(self.settings.keys, name) for name in dict.fromkeys((desk, RANGE_DESK))]

    def _tip(self, delivery: Delivery) -> Tip:
        report: dict[str, Any] = delivery.content["report"]
        sealed_part = json.dumps(report["sealed"], ensure_ascii=False).encode()
        return Tip(
            id=report["tip_id"],
            report_id=report["report_id"],
            filed_at=delivery.created_at,
            status="new",
            priority=report["priority"],
            offences=tuple(report["offences"]),
            tense=report["tense"],
            when=report["when"],
            place=report["place"],
            language=report["language"],
            reply_token=delivery.content["token"],
            content=seal_to(self._recipients(delivery.desk), sealed_part, report["tip_id"]),
            desk=delivery.desk,
        )

    # From the desks

    def _collect(self, desk: Desk) -> int:
        try:
            dispatches = desk.pending_dispatches()
            known = {officer.id: officer for officer in desk.officers(active=False)} if dispatches else {}
        except SatarkError as error:
            log.error("dispatch.unreadable desk=%s kind=%s", desk.name, type(error).__name__)
            return 0
        for dispatch in dispatches:
            try:
                self._send(desk, dispatch, known)
                desk.dispatch_taken(dispatch.id)
            except (SealError, KeyError, ValueError) as error:  # it will never open: say so once and go on
                log.error("dispatch.dropped desk=%s kind=%s", desk.name, type(error).__name__)
                desk.dispatch_taken(dispatch.id)
            except SatarkError as error:
                log.error("dispatch.failed desk=%s kind=%s", desk.name, type(error).__name__)
        return len(dispatches)

    def _send(self, desk: Desk, dispatch: Dispatch, known: dict[str, Officer]) -> None:
        if dispatch.recipient == "officer":
            self._tell_officer(desk, dispatch, known[dispatch.officer_id or ""])
        else:
            self._tell_reporter(dispatch)

    def _tell_officer(self, desk: Desk, dispatch: Dispatch, officer: Officer) -> None:
        briefing = json.loads(self._box.open(dispatch.content or b"", dispatch.id))
        with self.vault.writing() as connection:
            conversation = self.vault.conversation_of(connection, Address(phone=officer.phone))
            officers.set_line(connection, officers.OfficerLine(conversation, desk.name, officer.id))
            language = "hi"
            now = utc_now()
            reply = texts.reply(
                "utter_officer_assignment",
                language,
                tip_id=dispatch.tip_id,
                offences=names(briefing["offences"], language),
                place=say_place(briefing["place"], language),
                time=say_when(briefing["when"], briefing["tense"], language, now),
                text=briefing["text"] or "-",
            )
            facts = (dispatch.tip_id, names(briefing["offences"], language), say_place(briefing["place"], language))
            told = say_when(briefing["when"], briefing["tense"], language, now)
            late = template(
                self.settings.templates.assignment,
                [*facts, told, briefing["text"]],
                [button["payload"] for button in reply["buttons"]],
            )
            self.replies.owe(connection, conversation, dispatch.id, [reply], language, late)

    def _tell_reporter(self, dispatch: Dispatch) -> None:
        with self.vault.writing() as connection:
            self.receipts.tell_status(connection, dispatch.tip_id, dispatch.notice)
            route = self.vault.reply_route(connection, dispatch.reply_token)
            if route is None:  # the reporter asked to be forgotten
                return
            reply = texts.reply(f"utter_notice_{dispatch.notice}", route.language, tip_id=dispatch.tip_id)
            self.vault.tell_status(connection, dispatch.reply_token, dispatch.notice)
            late = template(self.settings.templates.notice, [reply["text"].replace("*", "")])
            self.replies.owe(connection, route.conversation, dispatch.id, [reply], route.language, late)
