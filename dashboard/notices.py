"""Short notices in the corner: that something was done, or a sentence that says why it was not."""

from __future__ import annotations

import uuid
from typing import Any

from dashboard.texts import say

HOLDER = "notices"


def done(message: str) -> list[dict[str, Any]]:
    """A confirmation."""
    return [_notice(say("notice.done"), message, "teal", 6000)]


def failed(message: str) -> list[dict[str, Any]]:
    """Why something was not done; it stays until it is closed."""
    return [_notice(say("notice.failed"), message, "red", False)]


def _notice(title: str, message: str, colour: str, auto_close: int | bool) -> dict[str, Any]:
    return {
        "action": "show",
        "id": str(uuid.uuid4()),
        "title": title,
        "message": message,
        "color": colour,
        "autoClose": auto_close,
    }
