"""Replies as Graph API message bodies, within WhatsApp's limits and without breaking a Devanagari letter.

A reply is Rasa's bot message: `text` and `buttons` ([{title, payload}]). Up to three choices become reply buttons, up
to ten a list, more a list in pages whose last row leads on; longer texts are split. Pages need an `Offer`, which says
where the choices are kept (channels/offers.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from satark.settings import Template
from satark.text import clusters

# Largest lengths in characters and numbers of items, as documented for the Cloud API.
TEXT_LIMIT = 4096
BODY_LIMIT = 1024
BUTTON_LIMIT = 3
BUTTON_TITLE_LIMIT = 20
BUTTON_ID_LIMIT = 256
LIST_LIMIT = 10
LIST_BUTTON_LIMIT = 20
ROW_TITLE_LIMIT = 24
ROW_DESCRIPTION_LIMIT = 72
ROW_ID_LIMIT = 200
NOTHING_TO_SAY = "…"  # a body must not be empty
_PLACEHOLDER = re.compile(r"\{\{\d+\}\}")
Body = dict[str, Any]
Button = Mapping[str, str]


@dataclass(frozen=True)
class Offer:
    """Choices that are kept, to be shown in pages: their name, what leads on, and the first one of this page."""

    name: str
    more: str
    start: int = 0

    def reference(self, verb: str, row: int) -> str:
        """The id of a row that leads back: `more` to the page that begins with `row`, `pick` to the choice itself."""
        return f"/{verb}{json.dumps({'offer': self.name, 'row': row})}"


def needs_offer(buttons: Sequence[Button]) -> bool:
    """Whether these choices must be kept to be shown: too many for one list, or one too long for its id."""
    return len(buttons) > LIST_LIMIT or any(len(button["payload"]) > ROW_ID_LIMIT for button in buttons)


def render(reply: Mapping[str, Any], list_button: str, offer: Offer | None = None) -> Iterator[Body]:
    """The bodies (without recipient) that say one reply; `list_button` is what opens a list.

    Raises `ValueError` where the choices need an offer and there is none.
    """
    text = reply.get("text") or ""
    buttons = unlike(reply.get("buttons") or [])
    if reply.get("location_request"):
        *first, last = split(text, BODY_LIMIT)
        yield from (*map(_text, first), location_request(last))
        return
    if not buttons:
        yield from map(_text, split(text, TEXT_LIMIT))
        return
    if offer is None and needs_offer(buttons):
        raise ValueError("more choices than a list holds, or longer ones, need an offer")
    *first, last = split(text, BODY_LIMIT)
    yield from map(_text, first)
    choices = _list(buttons, list_button, offer) if offer or not _fit_buttons(buttons) else _buttons(buttons)
    yield {"type": "interactive", "interactive": {**choices, "body": {"text": last}}}


def location_request(text: str) -> Body:
    """Asks for a pin with WhatsApp's own button."""
    asked = {"body": {"text": next(split(text, BODY_LIMIT))}, "action": {"name": "send_location"}}
    return {"type": "interactive", "interactive": {"type": "location_request_message", **asked}}


def template(approved: Template, values: Sequence[str], payloads: Sequence[str] = ()) -> Body:
    """An approved template with its parameters; values go on one line, as WhatsApp demands, and are cut so that the
    whole fits a body."""
    room = BODY_LIMIT - len(_PLACEHOLDER.sub("", approved.body))
    texts = [{"type": "text", "text": value} for value in _fitting(values, room)]
    components: list[Body] = [{"type": "body", "parameters": texts}] if texts else []
    for index, payload in enumerate(payloads):
        button: Body = {"type": "button", "sub_type": "quick_reply", "index": str(index)}
        components.append({**button, "parameters": [{"type": "payload", "payload": payload}]})
    named = {"name": approved.name, "language": {"code": approved.language}, "components": components}
    return {"type": "template", "template": named}


def _fitting(values: Sequence[str], room: int) -> list[str]:
    """The values on one line each, the longest one shortened first until all together fit."""
    lines = [" ".join(value.split()) or "-" for value in values]
    while (excess := sum(map(len, lines)) - room) > 0:
        longest = max(range(len(lines)), key=lambda index: len(lines[index]))
        others = sorted(map(len, lines))[-2] if len(lines) > 1 else 0
        shorter = max(1, len(lines[longest]) - excess, min(others, len(lines[longest]) - 1))
        lines[longest] = cut(lines[longest], shorter)
    return lines


def words_of(body: Body) -> str:
    """What a rendered text or interactive body says, without its choices and emphasis."""
    part = body[body["type"]]
    text: str = part["body"]["text"] if body["type"] == "interactive" else part["body"]
    return text.replace("*", "")


def unlike(buttons: Sequence[Button]) -> list[Button]:
    """The choices without repetitions, the first of each id: WhatsApp refuses two with one id, and an empty one."""
    return list({button["payload"]: button for button in reversed(buttons) if button["payload"].strip()}.values())[::-1]


def _text(part: str) -> Body:
    return {"type": "text", "text": {"body": part, "preview_url": False}}


def _fit_buttons(buttons: Sequence[Button]) -> bool:
    """Few enough for reply buttons, and told apart by what is seen of their titles."""
    titles = {_title(button, BUTTON_TITLE_LIMIT) for button in buttons}
    return len(buttons) <= BUTTON_LIMIT and len(titles) == len(buttons)


def _buttons(buttons: Sequence[Button]) -> Body:
    replies = [
        {"type": "reply", "reply": {"id": button["payload"], "title": _title(button, BUTTON_TITLE_LIMIT)}}
        for button in buttons
    ]
    return {"type": "button", "action": {"buttons": replies}}


def _list(buttons: Sequence[Button], list_button: str, offer: Offer | None) -> Body:
    start = offer.start if offer else 0
    whole = len(buttons) - start <= LIST_LIMIT
    end = len(buttons) if whole else start + LIST_LIMIT - 1
    rows = [_row(button, number, offer) for number, button in enumerate(buttons[start:end], start)]
    if offer and not whole:
        rows.append({"id": offer.reference("more", end), "title": cut(offer.more, ROW_TITLE_LIMIT)})
    action = {"button": cut(list_button, LIST_BUTTON_LIMIT), "sections": [{"rows": rows}]}
    return {"type": "list", "action": action}


def _row(button: Button, number: int, offer: Offer | None) -> dict[str, str]:
    payload, title = button["payload"], _title(button, ROW_TITLE_LIMIT)
    fits = len(payload) <= ROW_ID_LIMIT or offer is None
    row = {"id": payload if fits or offer is None else offer.reference("pick", number), "title": title}
    description = button.get("description") or (button["title"].strip() if title != button["title"].strip() else "")
    return {**row, "description": cut(description, ROW_DESCRIPTION_LIMIT)} if description else row


def _title(button: Button, limit: int) -> str:
    return cut(button["title"].strip() or NOTHING_TO_SAY, limit)


def cut(text: str, limit: int) -> str:
    """`text` within `limit` characters, ended by an ellipsis where something is missing."""
    if len(text) <= limit:
        return text
    kept = ""
    for cluster in clusters(text[: limit * 2]):
        if len(kept) + len(cluster) > limit - 1:
            break
        kept += cluster
    return kept.rstrip() + "…"


def split(text: str, limit: int) -> Iterator[str]:
    """Parts of at most `limit` characters, broken at line ends or blanks where possible; an ellipsis for no text."""
    rest = text.strip() or NOTHING_TO_SAY
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
