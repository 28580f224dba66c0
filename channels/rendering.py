"""Replies as Graph API message bodies, within WhatsApp's limits and without breaking a Devanagari letter.

A reply is Rasa's bot message: `text`, `buttons` ([{title, payload}]) and `custom`. Up to three choices become reply
buttons, up to ten a list; longer texts are split.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from satark.settings import Template
from satark.text import clusters

TEXT_LIMIT = 4096
BODY_LIMIT = 1024
BUTTON_LIMIT = 3
BUTTON_TITLE_LIMIT = 20
LIST_LIMIT = 10
ROW_TITLE_LIMIT = 24
ROW_DESCRIPTION_LIMIT = 72
PARAMETER_LIMIT = 600  # one of a template's; its whole body may have 1024
Body = dict[str, Any]


def render(reply: Mapping[str, Any], list_button: str) -> Iterator[Body]:
    """The bodies (without recipient) that say one reply; `list_button` is what opens a list."""
    text = reply.get("text") or ""
    buttons = reply.get("buttons") or []
    if not buttons:
        yield from ({"type": "text", "text": {"body": part, "preview_url": False}} for part in split(text, TEXT_LIMIT))
        return
    parts = list(split(text, BODY_LIMIT))
    for part in parts[:-1]:
        yield {"type": "text", "text": {"body": part, "preview_url": False}}
    choices = _buttons(buttons) if len(buttons) <= BUTTON_LIMIT else _list(buttons, list_button)
    yield {"type": "interactive", "interactive": {**choices, "body": {"text": parts[-1]}}}


def location_request(text: str) -> Body:
    """Asks for a pin with WhatsApp's own button."""
    part = next(split(text, BODY_LIMIT))
    action = {"name": "send_location"}
    return {
        "type": "interactive",
        "interactive": {"type": "location_request_message", "body": {"text": part}, "action": action},
    }


def template(approved: Template, values: Sequence[str], payloads: Sequence[str] = ()) -> Body:
    """An approved template with its parameters; values go on one line, as WhatsApp demands, and are cut to fit."""
    texts = [{"type": "text", "text": cut(" ".join(value.split()) or "-", PARAMETER_LIMIT)} for value in values]
    components: list[Body] = [{"type": "body", "parameters": texts}]
    for index, payload in enumerate(payloads):
        button: Body = {"type": "button", "sub_type": "quick_reply", "index": str(index)}
        components.append({**button, "parameters": [{"type": "payload", "payload": payload}]})
    named = {"name": approved.name, "language": {"code": approved.language}, "components": components}
    return {"type": "template", "template": named}


def _buttons(buttons: Sequence[Mapping[str, str]]) -> Body:
    replies = [
        {"type": "reply", "reply": {"id": button["payload"], "title": cut(button["title"], BUTTON_TITLE_LIMIT)}}
        for button in buttons
    ]
    return {"type": "button", "action": {"buttons": replies}}


def _list(buttons: Sequence[Mapping[str, str]], list_button: str) -> Body:
    rows = [_row(button) for button in buttons[:LIST_LIMIT]]
    action = {"button": cut(list_button, BUTTON_TITLE_LIMIT), "sections": [{"rows": rows}]}
    return {"type": "list", "action": action}


def _row(button: Mapping[str, str]) -> dict[str, str]:
    title = cut(button["title"], ROW_TITLE_LIMIT)
    row = {"id": button["payload"], "title": title}
    description = button.get("description") or (button["title"] if title != button["title"] else "")
    return {**row, "description": cut(description, ROW_DESCRIPTION_LIMIT)} if description else row


def cut(text: str, limit: int) -> str:
    """`text` within `limit` characters, ended by an ellipsis where something is missing."""
    if len(text) <= limit:
        return text
    kept = ""
    for cluster in clusters(text):
        if len(kept) + len(cluster) > limit - 1:
            break
        kept += cluster
    return kept.rstrip() + "…"


def split(text: str, limit: int) -> Iterator[str]:
    """Parts of at most `limit` characters, broken at line ends or blanks where possible; one empty text for none."""
    rest = text.strip() or "…"
    while len(rest) > limit:
        part = _longest_start(rest, limit)
        yield part.strip()
        rest = rest[len(part) :].strip()
    if rest:
        yield rest


def _longest_start(text: str, limit: int) -> str:
    start = text[:limit]
    for mark in ("\n", " "):
        end = start.rfind(mark)
        if end > limit // 2:
            return start[:end]
    kept = ""
    for cluster in clusters(text[: limit + 16]):
        if len(kept) + len(cluster) > limit:
            break
        kept += cluster
    return kept or start
