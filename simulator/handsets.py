"""The people's phones: who they are, and how much of that a business is shown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .config import IDENTITIES, normal_number


def business_scoped_id(phone_number_id: str, number: str, turn: int = 0) -> str:
    """An id like IN.4917...: country, full stop, digits. The same for one number at one business until it changes."""
    digest = hashlib.sha256(f"{phone_number_id}/{number}/{turn}".encode()).digest()
    return f"IN.{int.from_bytes(digest[:8], 'big'):020d}"


@dataclass
class Handset:
    """One phone with WhatsApp on it.

    `last_wrote` (seconds since 1970) opens the 24-hour window; the person has looked at the chat up to `read_seq`.
    """

    id: str
    number: str
    name: str
    user_id: str
    identity: str = "both"
    role: str = "citizen"
    online: bool = True
    last_wrote: float | None = None
    id_turn: int = 0
    read_seq: int = 0

    @property
    def shows_number(self) -> bool:
        return self.identity != "id"

    @property
    def shows_user_id(self) -> bool:
        return self.identity != "phone"

    @property
    def username(self) -> str:
        return re.sub(r"[^a-z0-9]+", "_", self.name.lower()).strip("_") or f"user_{self.id}"

    def contact(self) -> dict[str, Any]:
        """The entry of contacts[] in a webhook."""
        profile = {"name": self.name}
        if self.identity == "id":
            profile["username"] = self.username
        return {"profile": profile, **self._known_as("wa_id", "user_id")}

    def sender(self) -> dict[str, str]:
        """`from` and `from_user_id` of messages[], as far as they are shown."""
        return self._known_as("from", "from_user_id")

    def recipient(self) -> dict[str, str]:
        """`recipient_id` and `recipient_user_id` of statuses[], as far as they are shown."""
        return self._known_as("recipient_id", "recipient_user_id")

    def shown_name(self) -> str:
        """What stands for this phone in places where only one identifier fits."""
        return self.number if self.shows_number else self.user_id

    def _known_as(self, number_key: str, id_key: str) -> dict[str, str]:
        known = {}
        if self.shows_number:
            known[number_key] = self.number
        if self.shows_user_id:
            known[id_key] = self.user_id
        return known


class HandsetBook:
    """All phones, found by their place on the page, number or business-scoped id."""

    def __init__(self, phone_number_id: str) -> None:
        self._phone_number_id = phone_number_id
        self._handsets: dict[str, Handset] = {}

    def __iter__(self) -> Iterator[Handset]:
        return iter(self._handsets.values())

    def get(self, handset_id: str) -> Handset | None:
        return self._handsets.get(handset_id)

    def by_number(self, number: str) -> Handset | None:
        return next((handset for handset in self if handset.number == number), None)

    def by_user_id(self, user_id: str) -> Handset | None:
        return next((handset for handset in self if handset.user_id == user_id and handset.shows_user_id), None)

    def register(self, number: str, name: str, identity: str = "both", role: str = "citizen") -> Handset:
        """The phone of this number, made if it is new; name, identity form and role become those given.

        Raises ValueError for a malformed number or an unknown identity form.
        """
        number = normal_number(number)
        if identity not in IDENTITIES:
            raise ValueError(f"identity must be one of {', '.join(IDENTITIES)}")
        if not name.strip():
            raise ValueError("a phone needs a name")
        handset = self.by_number(number)
        if handset is None:
            handset_id = str(max((int(known) for known in self._handsets), default=0) + 1)
            handset = Handset(handset_id, number, name, business_scoped_id(self._phone_number_id, number))
            self._handsets[handset_id] = handset
        handset.name, handset.identity, handset.role = name, identity, role
        return handset

    def restore(self, handset: Handset) -> None:
        self._handsets[handset.id] = handset

    def change_number(self, handset: Handset, number: str) -> None:
        """Moves a phone to a new number, and with it to a new business-scoped id. Raises ValueError if it is taken."""
        number = normal_number(number)
        if self.by_number(number) is not None:
            raise ValueError("another phone has that number")
        handset.number = number
        self.change_user_id(handset)

    def change_user_id(self, handset: Handset) -> None:
        handset.id_turn += 1
        handset.user_id = business_scoped_id(self._phone_number_id, handset.number, handset.id_turn)
