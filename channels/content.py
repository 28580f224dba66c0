"""What a message says, whatever its kind: one small function a kind, in one table.

Words are still raw here: they are redacted on their way to the dialogue.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

MEDIA_KINDS = {"image": "photo", "video": "video", "audio": "voice", "document": "document"}
# WhatsApp lost the message on its way, or could not take its file over: the person can send it again.
UNAVAILABLE = frozenset({131060, 131052})
_MOST_CARDS = 20


@dataclass(frozen=True)
class Content:
    """What a message says: words (still raw), a tapped choice, a pin, a medium.

    `kind` is one of text, choice, pin, media, sticker, withdrawal, unavailable, unsupported. By wamid, `corrects` names
    the message whose words these replace, `withdraws` the one that was taken back, `replies_to` the one answered.
    """

    kind: str
    text: str = ""
    choice: str | None = None
    pin: tuple[float, float] | None = None
    media_kind: str | None = None
    media: Mapping[str, Any] | None = None
    corrects: str | None = None
    withdraws: str | None = None
    replies_to: str | None = None


UNSUPPORTED = Content("unsupported")


def read_content(body: Mapping[str, Any]) -> Content:
    """The content of Meta's message object; an unknown or broken one is of kind `unsupported`."""
    kind = body.get("type")
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    content = UNSUPPORTED if reader is None or _failed(body) else reader(body.get(str(kind)))
    if content == UNSUPPORTED:
        return Content("unavailable") if UNAVAILABLE & _codes(body) else UNSUPPORTED
    context = body.get("context")
    answered = context.get("id") if isinstance(context, dict) else None
    return Content(**{**vars(content), "replies_to": answered}) if isinstance(answered, str) else content


def _failed(body: Mapping[str, Any]) -> bool:
    """Whether WhatsApp says that the message did not come whole and gives nothing else."""
    kind = body.get("type")
    return bool(body.get("errors")) and (kind in ("unsupported", "errors", None) or body.get(str(kind)) is None)


def _codes(body: Mapping[str, Any]) -> set[Any]:
    errors = body.get("errors")
    listed = errors if isinstance(errors, list) else []
    return {error["code"] for error in listed if isinstance(error, dict) and isinstance(error.get("code"), int)}


# One reader a kind; each takes the kind's part of the message, whatever it is


def _text(part: Any) -> Content:
    words = _words(part, "body")
    return Content("text", text=words) if words.strip() else UNSUPPORTED


def _media(media_kind: str) -> Callable[[Any], Content]:
    def read(part: Any) -> Content:
        if not isinstance(part, dict) or not isinstance(part.get("id"), str):
            return UNSUPPORTED
        return Content("media", text=_words(part, "caption"), media_kind=media_kind, media=part)

    return read


def _sticker(_part: Any) -> Content:
    return Content("sticker")


def _location(part: Any) -> Content:
    """A pin; a place that was chosen from the map brings its name and address as words."""
    if not isinstance(part, dict):
        return UNSUPPORTED
    latitude, longitude = _degrees(part.get("latitude"), 90), _degrees(part.get("longitude"), 180)
    if latitude is None or longitude is None:
        return UNSUPPORTED
    named = dict.fromkeys(words for key in ("name", "address") if (words := _words(part, key).strip()))
    return Content("pin", text=", ".join(named), pin=(latitude, longitude))


def _degrees(value: Any, most: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        return None
    return float(value)


def _contacts(part: Any) -> Content:
    """Cards from the address book, as the words a person would have written: whose they are, the words do not say."""
    cards = [card for card in part if isinstance(card, dict)] if isinstance(part, list) else []
    lines = [line for card in cards[:_MOST_CARDS] if (line := _card(card))]
    return Content("text", text="\n".join(f"contact: {line}" for line in lines)) if lines else UNSUPPORTED


def _card(card: Mapping[str, Any]) -> str:
    name = card.get("name")
    phones = card.get("phones")
    numbers = [_words(one, "phone") or _words(one, "wa_id") for one in phones] if isinstance(phones, list) else []
    named = _words(name, "formatted_name") or _words(name, "first_name")
    return " ".join(part for part in (named, *dict.fromkeys(numbers)) if part)


_OWN_CARD = regex.compile(r"(?m)^contact: [^\n\[]*?(?=\[reporter phone\])")
_ANY_CARD = regex.compile(r"(?m)^contact: (?=[^\n\[+\d]*\p{L})[^\n\[+\d]*")


def without_own_card(redacted: str, own_number_known: bool) -> str:
    """Redacted words without the name on the person's own card, which its number tells. Whose number we do not know,
    any card may be the own: no name on a card stays then."""
    if own_number_known:
        return _OWN_CARD.sub("contact: [reporter name] ", redacted)
    return _ANY_CARD.sub("contact: [name] ", redacted)


def _button(part: Any) -> Content:
    """A quick reply under a template."""
    return _tap(_words(part, "payload"), _words(part, "text"))


def _interactive(part: Any) -> Content:
    """A tap on a button or a row of ours, or a form that was filled in."""
    kind = part.get("type") if isinstance(part, dict) else None
    reply = part.get(kind) if isinstance(kind, str) and isinstance(part, dict) else None
    if kind in ("button_reply", "list_reply"):
        return _tap(_words(reply, "id"), _words(reply, "title"))
    if kind == "nfm_reply":
        words = " ".join(_answers(_words(reply, "response_json")))
        return Content("text", text=words) if words.strip() else UNSUPPORTED
    return UNSUPPORTED


def _tap(choice: str, title: str) -> Content:
    return Content("choice", text=title, choice=choice) if choice else UNSUPPORTED


def _answers(response: str) -> Iterator[str]:
    """What was filled into a form, in its order; its token is no answer."""
    try:
        fields = json.loads(response)
    except (ValueError, RecursionError):
        return
    for name, value in fields.items() if isinstance(fields, dict) else ():
        for one in value if isinstance(value, list) else [value]:  # several were ticked
            if name != "flow_token" and isinstance(one, str | int | float) and not isinstance(one, bool):
                yield _clean(str(one))


def _edit(part: Any) -> Content:
    """An earlier message with other words. Its file, where it had one, is there already: only the caption is new."""
    original = part.get("original_message_id") if isinstance(part, dict) else None
    message = part.get("message") if isinstance(part, dict) else None
    if not isinstance(original, str) or not isinstance(message, dict) or message.get("type") in ("edit", "revoke"):
        return UNSUPPORTED
    content = read_content(message)
    if content.kind == "media":
        content = Content("text", text=content.text) if content.text.strip() else UNSUPPORTED
    return Content(**{**vars(content), "corrects": original})


def _revoke(part: Any) -> Content:
    """An earlier message that the person took back."""
    original = part.get("original_message_id") if isinstance(part, dict) else None
    return Content("withdrawal", withdraws=original) if isinstance(original, str) else UNSUPPORTED


_READERS: Mapping[str, Callable[[Any], Content]] = {
    "text": _text,
    **{kind: _media(media_kind) for kind, media_kind in MEDIA_KINDS.items()},
    "voice": _media("voice"),
    "sticker": _sticker,
    "request_welcome": _sticker,  # somebody opened the chat and has not written yet
    "location": _location,
    "contacts": _contacts,
    "button": _button,
    "interactive": _interactive,
    "edit": _edit,
    "revoke": _revoke,
    "order": lambda _part: UNSUPPORTED,  # we sell nothing: the person is asked to write it
    "unsupported": lambda _part: UNSUPPORTED,
}


def _words(source: Any, key: str) -> str:
    value = source.get(key) if isinstance(source, dict) else None
    return _clean(value) if isinstance(value, str) else ""


def _clean(words: str) -> str:
    """Without what no store takes: half characters and the null sign."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
