"""The bodies of Meta's webhooks, their bytes and their signature."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from .chats import ChatMessage
from .config import SimulatorConfig
from .handsets import Handset

Payload = dict[str, Any]


def sign(secret: str, body: bytes) -> str:
    """The X-Hub-Signature-256 header of these bytes."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def encode(payload: Payload, variant: int = 0) -> bytes:
    """Bytes of a payload. Each variant says the same in other bytes, as Meta's repeated deliveries do."""
    if variant == 0:
        return json.dumps(payload, ensure_ascii=True, separators=(",", ":")).encode()
    if variant % 2:
        return json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
    return json.dumps(payload, ensure_ascii=True, indent=variant).encode()


class Payloads:
    """Builds webhook values for one business number."""

    def __init__(self, config: SimulatorConfig) -> None:
        self._config = config

    def _value(self, **parts: Any) -> Payload:
        metadata = {
            "display_phone_number": self._config.display_phone_number,
            "phone_number_id": self._config.phone_number_id,
        }
        return {"messaging_product": "whatsapp", "metadata": metadata, **parts}

    def message(self, handset: Handset, message: ChatMessage, media_url: str | None = None) -> Payload:
        """The value for a message that a person sent. System notes come without contacts."""
        sender = handset.sender()
        if message.kind == "system":
            previous = message.content["previous"]
            entry = self._entry(message, {key: value for key, value in previous.items() if value})
            entry["system"] = {key: value for key, value in message.content.items() if key != "previous"}
            return self._value(messages=[entry])
        entry = self._entry(message, sender)
        if message.kind == "unsupported":
            entry["errors"] = [message.error]
        content = message.content
        if media_url is not None:
            content = {**content, "url": media_url}
        entry[message.kind] = content
        return self._value(contacts=[handset.contact()], messages=[entry])

    def _entry(self, message: ChatMessage, sender: dict[str, str]) -> Payload:
        entry: Payload = {**sender, "id": message.wamid, "timestamp": str(int(message.at)), "type": message.kind}
        context: Payload = {}
        if message.forwarded:
            context["forwarded"] = True
        if message.reply_to:
            context |= {"from": self._config.display_phone_number, "id": message.reply_to}
        if context:
            entry["context"] = context
        return entry

    def status(
        self,
        message: ChatMessage,
        recipient: dict[str, str],
        handset: Handset | None,
        status: str,
        at: float,
    ) -> Payload:
        """The value that tells how far a message to a person has come."""
        entry: Payload = {"id": message.wamid, "status": status, "timestamp": str(int(at)), **recipient}
        if status == "failed":
            entry["errors"] = [message.error]
        else:
            service = message.kind != "template"
            entry["conversation"] = {
                "id": hashlib.sha256(message.handset_id.encode()).hexdigest()[:32],
                "origin": {"type": "service" if service else "utility"},
            }
            entry["pricing"] = {
                "billable": not service,
                "pricing_model": "PMP",
                "category": "service" if service else "utility",
                "type": "free_customer_service" if service else "regular",
            }
        if message.callback_data is not None:
            entry["biz_opaque_callback_data"] = message.callback_data
        contacts = {"contacts": [handset.contact()]} if handset is not None and status != "failed" else {}
        return self._value(**contacts, statuses=[entry])

    def envelope(self, values: list[Payload], shape: str = "changes") -> Payload:
        """One POST body around one or more values.

        `shape` says how several are packed: as changes of one entry, as entries, or (messages) in one value.
        """
        if shape == "messages":
            values = self._merged(values)
        changes = [{"value": value, "field": "messages"} for value in values]
        groups = [[change] for change in changes] if shape == "entries" else [changes]
        entries = [{"id": self._config.business_account_id, "changes": group} for group in groups]
        return {"object": "whatsapp_business_account", "entry": entries}

    def _merged(self, values: list[Payload]) -> list[Payload]:
        merged = self._value()
        for value in values:
            for key in ("contacts", "messages", "statuses"):
                for item in value.get(key, ()):
                    listed = merged.setdefault(key, [])
                    if key != "contacts" or item not in listed:
                        listed.append(item)
        return [merged]
