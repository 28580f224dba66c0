"""Answers to messages that say nothing to the dialogue: what cannot be read here, and what was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from channels import texts
from channels.content import Content

# By kind of content; a withdrawal is answered by whether it came before the message was read.
_ANSWERS = {"unsupported": "utter_write_instead", "unavailable": "utter_send_again"}
_IN_TIME, _TOO_LATE = "utter_withdrawn", "utter_withdraw_late"


def aside(content: Content, entry: Mapping[str, Any], language: str | None) -> dict[str, Any] | None:
    """The reply to a message of this content, or None when it belongs to the dialogue. `entry` is the inbox's."""
    if content.kind == "withdrawal":
        return texts.reply(_IN_TIME if entry.get("in_time") else _TOO_LATE, language)
    answer = _ANSWERS.get(content.kind)
    return texts.reply(answer, language) if answer else None
