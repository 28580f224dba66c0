"""What an officer says on WhatsApp: taking a tip on, and telling in a line what was done.

Only a conversation known as an officer's line is listened to here; everything else goes to the dialogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import regex
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables, texts
from channels.payloads import Content
from channels.vault import Vault

_CHOICE = regex.compile(r"/officer_(accept|action)\{\"tip\": ?\"([A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4})\"\}")
_LONGEST_NOTE = 2000  # characters
_LINES = tables.officer_lines


@dataclass(frozen=True)
class OfficerLine:
    """A conversation that is an officer's; `writing_about` is the tip whose outcome comes next."""

    conversation: str
    desk: str
    officer_id: str
    writing_about: str | None = None


@dataclass(frozen=True)
class Answer:
    """What an officer's message led to: a reply, and a step for the desk (None when there is nothing to record)."""

    reply: dict[str, Any]
    step: dict[str, Any] | None = None
    writing_about: str | None = None


def line_of(vault: Vault, conversation: str) -> OfficerLine | None:
    """The officer's line of a conversation, or None."""
    with vault.reading() as connection:
        row = connection.execute(sa.select(_LINES).where(_LINES.c.conversation == conversation)).first()
    return OfficerLine(**row._mapping) if row else None


def set_line(connection: Connection, line: OfficerLine) -> None:
    """Remembers that a conversation is an officer's, and what the officer is writing about."""
    values = {"desk": line.desk, "officer_id": line.officer_id, "writing_about": line.writing_about}
    renewed = connection.execute(_LINES.update().where(_LINES.c.conversation == line.conversation).values(**values))
    if not renewed.rowcount:
        connection.execute(_LINES.insert().values(conversation=line.conversation, **values))


def answer(line: OfficerLine, content: Content, message_name: str, language: str | None) -> Answer | None:
    """What to do with an officer's message; None when it is not about a tip and belongs to the dialogue."""
    match = _CHOICE.fullmatch(content.choice or "")
    if match:
        verb, tip = match.groups()
        if verb == "accept":
            step = {"kind": "accept", "tip_id": tip, "officer_id": line.officer_id, "event_id": message_name}
            return Answer(texts.reply("utter_officer_accepted", language, tip_id=tip), step)
        return Answer(texts.reply("utter_officer_write_action", language, tip_id=tip), writing_about=tip)
    if line.writing_about and content.text.strip():
        tip = line.writing_about
        step = {
            "kind": "action",
            "tip_id": tip,
            "officer_id": line.officer_id,
            "event_id": message_name,
            "note": content.text.strip()[:_LONGEST_NOTE],
        }
        said = "utter_officer_words_recorded" if content.media_kind else "utter_officer_recorded"
        return Answer(texts.reply(said, language, tip_id=tip), step)
    if line.writing_about:
        return Answer(
            texts.reply("utter_officer_write_action", language, tip_id=line.writing_about),
            writing_about=line.writing_about,
        )
    return None
