"""Meta's webhook payloads, read into values: what came, from whom. Shapes as documented for the Cloud API.

One bad item never spoils its batch: it becomes a `Rejected` with a reason and the rest goes through. Profile names and
usernames are not read at all.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from channels.addresses import Address
from channels.content import Content, read_content

__all__ = [
    "Content",
    "Delivered",
    "Ignored",
    "Incoming",
    "Moved",
    "Reacted",
    "Rejected",
    "Update",
    "read_content",
    "read_updates",
]

LONGEST_ID = 512  # characters of a wamid; WhatsApp's have some 60
LONGEST_NUMBER = 20
LONGEST_STRING = 100_000  # characters of any one value: nothing that a person can send comes near
_MILLISECONDS = 100_000_000_000  # a timestamp above it cannot be seconds (that would be the year 5138)
_EARLIEST = dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc)
_CLOCKS_APART = dt.timedelta(days=1)


@dataclass(frozen=True)
class Incoming:
    """A message of a person: `body` is the part of Meta's message object that says something."""

    wamid: str
    sender: Address
    body: Mapping[str, Any]
    written_at: dt.datetime | None = None


@dataclass(frozen=True)
class Reacted:
    """A person put an emoji on a message or took it off: it says nothing, and yet they were there."""

    sender: Address
    written_at: dt.datetime | None


@dataclass(frozen=True)
class Moved:
    """A person of the address `before` is reached at `now`, since `at`."""

    before: Address
    now: Address
    at: dt.datetime | None


@dataclass(frozen=True)
class Delivered:
    """News of a message we sent: `status` as WhatsApp says it, our own name for it, the error of a failed one."""

    wamid: str
    status: str
    tracking: str | None = None
    code: int | None = None


@dataclass(frozen=True)
class Ignored:
    """Something that is not for us, on purpose; `kind` is a short code."""

    kind: str


@dataclass(frozen=True)
class Rejected:
    """An item that cannot be used, and why (a short code)."""

    reason: str
    body: Any = field(repr=False)


Update = Incoming | Reacted | Moved | Delivered | Ignored | Rejected


class _Unusable(ValueError):
    """Why an item cannot be used."""


def read_updates(payload: Any) -> Iterator[Update]:
    """All updates of a webhook body, in order, whatever its shape."""
    if not isinstance(payload, dict) or not isinstance(payload.get("entry"), list):
        yield Rejected("no entries", payload)
        return
    for entry in payload["entry"]:
        changes = entry.get("changes") if isinstance(entry, dict) else None
        if not isinstance(changes, list):
            yield Rejected("entry without changes", entry)
            continue
        for change in changes:
            yield from _of_change(change)


def _of_change(change: Any) -> Iterator[Update]:
    if not isinstance(change, dict) or not isinstance(change.get("field"), str):
        yield Rejected("change without field", change)
    elif change["field"] != "messages":  # other news of the account: we subscribe to none of it
        yield Ignored("field")
    elif not isinstance(change.get("value"), dict):
        yield Rejected("change without value", change)
    else:
        yield from _of_value(change["value"])


def _of_value(value: Mapping[str, Any]) -> Iterator[Update]:
    contacts = value.get("contacts")
    known = [one for one in contacts if isinstance(one, dict)] if isinstance(contacts, list) else []
    readers: tuple[tuple[str, Callable[[Any], Update]], ...] = (
        ("messages", lambda message: _message(message, known)),
        ("statuses", _status),
        ("errors", lambda error: Rejected(f"account error {_code(error)}", error)),
    )
    for key, reader in readers:
        items = value.get(key)
        if items is not None and not isinstance(items, list):
            yield Rejected(f"{key} is no list", items)
            continue
        for item in items or []:
            try:
                yield reader(item)
            except _Unusable as why:
                yield Rejected(str(why), item)


# Messages


def _message(message: Any, contacts: list[dict[str, Any]]) -> Update:
    if not isinstance(message, dict):
        raise _Unusable("message is no object")
    if "group_id" in message or message.get("type") == "group":
        return Ignored("group")
    kind = message.get("type")
    if kind is not None and not isinstance(kind, str):
        raise _Unusable("message of no type")
    if kind == "system":
        return _system(message)
    wamid = _text_of(message, "id", LONGEST_ID)
    if wamid is None:
        raise _Unusable("message without id")
    sender = _sender(message, contacts)
    written_at = _moment(message.get("timestamp"))
    if kind == "reaction":
        return Reacted(sender, written_at)
    if not _within_bounds(message):
        raise _Unusable("value too long")
    return Incoming(wamid, sender, _essence(message, kind), written_at)


def _essence(message: Mapping[str, Any], kind: str | None) -> dict[str, Any]:
    """What the message says, without who said it, its referral or the context's sender."""
    parts = {key: message[key] for key in ("type", "errors", *([kind] if kind else [])) if key in message}
    context = message.get("context")
    answered = _text_of(context, "id", LONGEST_ID) if isinstance(context, dict) else None
    return {**parts, "context": {"id": answered}} if answered else parts


def _sender(message: Mapping[str, Any], contacts: list[dict[str, Any]]) -> Address:
    """Who wrote: the message's own forms, completed by the contact that shares one of them (or is the only one)."""
    phone, user_id = _number(message, "from"), _text_of(message, "from_user_id", 200)
    for contact in contacts:
        wa_id, contact_id = _number(contact, "wa_id"), _text_of(contact, "user_id", 200)
        nobody = not phone and not user_id and len(contacts) == 1
        if nobody or (phone and phone == wa_id) or (user_id and user_id == contact_id):
            phone, user_id = phone or wa_id, user_id or contact_id
    if not phone and not user_id:
        raise _Unusable("message without sender")
    return Address(phone, user_id)


def _system(message: Mapping[str, Any]) -> Update:
    """A person changed their number or their id; other notes (a new key of a device) change nothing for us."""
    system = message.get("system")
    if not isinstance(system, dict):
        raise _Unusable("system note without content")
    if system.get("type") not in ("user_changed_number", "user_changed_user_id", "customer_changed_number"):
        return Ignored("system")
    phone, user_id = _number(system, "wa_id") or _number(system, "new_wa_id"), _text_of(system, "user_id", 200)
    earlier_phone = _number(message, "from") or _number(system, "customer")
    earlier_id = _text_of(system, "previous_user_id", 200) or _text_of(message, "from_user_id", 200)
    if not (phone or user_id) or not (earlier_phone or earlier_id):
        raise _Unusable("system note without addresses")
    if system["type"] == "user_changed_user_id":  # the number, where it is known, is as it was
        phone = phone or earlier_phone
    return Moved(Address(earlier_phone, earlier_id), Address(phone, user_id), _moment(message.get("timestamp")))


# Statuses


def _status(status: Any) -> Update:
    if not isinstance(status, dict):
        raise _Unusable("status is no object")
    wamid, state = _text_of(status, "id", LONGEST_ID), _text_of(status, "status", 20)
    if wamid is None or state is None:
        raise _Unusable("status without id")
    if status.get("recipient_type") == "group":
        return Ignored("group")
    errors = status.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else None
    return Delivered(wamid, state, _text_of(status, "biz_opaque_callback_data", LONGEST_ID), _code(first))


def _code(error: Any) -> int | None:
    code = error.get("code") if isinstance(error, dict) else None
    return code if type(code) is int and 0 <= code < 10**9 else None


# Values


def _text_of(source: Mapping[str, Any], key: str, longest: int) -> str | None:
    """A short string that every store takes, or None."""
    value = source.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        return None
    return value if value.isprintable() else None


def _number(source: Mapping[str, Any], key: str) -> str | None:
    value = source.get(key)
    value = str(value) if type(value) is int else value
    if not isinstance(value, str):
        return None
    digits = value.removeprefix("+")
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER else None


def _moment(value: Any) -> dt.datetime | None:
    """A timestamp in seconds or milliseconds, as a number or a string; None where there is none.

    Raises `_Unusable` for what is no moment in which a message can have been written.
    """
    if value is None:
        return None
    try:
        number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
        seconds = number / 1000 if number > _MILLISECONDS else number
        moment = dt.datetime.fromtimestamp(seconds, dt.timezone.utc)
    except (ValueError, OverflowError, OSError):
        raise _Unusable("bad timestamp") from None
    if not _EARLIEST <= moment <= dt.datetime.now(dt.timezone.utc) + _CLOCKS_APART:
        raise _Unusable("bad timestamp")
    return moment


def _within_bounds(value: Any) -> bool:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str) and len(one) > LONGEST_STRING:
            return False
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
    return True
