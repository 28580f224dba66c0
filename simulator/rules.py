"""What the Graph API checks before it accepts a message, and the refusals it answers with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from .config import Template
from .errors import GraphError, invalid, missing

# Largest lengths in characters.
TEXT_BODY = 4096
CAPTION = 1024
INTERACTIVE_BODY = 1024
HEADER = 60
FOOTER = 60
TEMPLATE_BODY = 1024
BUTTONS = 3
BUTTON_TITLE = 20
BUTTON_ID = 256
LIST_BUTTON = 20
LIST_ROWS = 10
LIST_SECTIONS = 10
SECTION_TITLE = 24
ROW_TITLE = 24
ROW_DESCRIPTION = 72
ROW_ID = 200
CALLBACK_DATA = 512

MEDIA_KINDS = ("image", "video", "audio", "document", "sticker")

_UNFIT = re.compile(r"[\n\r\t]| {5}")  # what no parameter of a template may hold

Content = dict[str, Any]


def part(parent: Mapping[str, Any], key: str, path: str) -> Content:
    """The object under a key. Refuses when it is missing or is not an object."""
    value = parent.get(key)
    if value is None:
        raise missing(f"{path}['{key}']" if path else key)
    if not isinstance(value, dict):
        raise invalid(f"{path or key} must be a JSON object")
    return value


def words(parent: Mapping[str, Any], key: str, path: str, limit: int, *, required: bool = True) -> str:
    """The text under a key, at most `limit` characters. Refuses what is missing, empty, too long or not text."""
    value = parent.get(key)
    if value is None:
        if required:
            raise missing(f"{path}['{key}']")
        return ""
    if not isinstance(value, str):
        raise invalid(f"Param {path}['{key}'] must be a string")
    if required and not value.strip():
        raise invalid(f"Param {path}['{key}'] must not be empty")
    if len(value) > limit:
        raise invalid(f"Param {path}['{key}'] must be at most {limit} characters long, was {len(value)}")
    return value


def sequence(parent: Mapping[str, Any], key: str, path: str, limit: int) -> list[Content]:
    """The list of objects under a key, one to `limit` long."""
    value = parent.get(key)
    if value is None:
        raise missing(f"{path}['{key}']")
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise invalid(f"Param {path}['{key}'] must be a list of objects")
    if not 1 <= len(value) <= limit:
        raise invalid(f"Param {path}['{key}'] must have 1 to {limit} items, has {len(value)}")
    return value


def number(parent: Mapping[str, Any], key: str, path: str, largest: float) -> float:
    """The number under a key, between -largest and largest; written as a number or as text."""
    value = parent.get(key)
    if value is None:
        raise missing(f"{path}['{key}']")
    try:
        figure = float(value)
    except (TypeError, ValueError):
        raise invalid(f"Param {path}['{key}'] must be a number") from None
    if not -largest <= figure <= largest:
        raise invalid(f"Param {path}['{key}'] must lie between {-largest:g} and {largest:g}")
    return figure


def unlike(values: Iterable[str], what: str) -> None:
    """Refuses when a value occurs twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise invalid(f"Duplicate {what}: {value}")
        seen.add(value)


class Rules:
    """The checks for each kind of message. `has_media` tells whether a media id is known."""

    def __init__(self, templates: Mapping[tuple[str, str], Template], has_media: Callable[[str], bool]) -> None:
        self._templates = templates
        self._has_media = has_media
        self._kinds: dict[str, Callable[[Content], Content]] = {
            "text": self._text,
            "interactive": self._interactive,
            "location": self._location,
            "template": self._template,
            "reaction": self._reaction,
            **{kind: self._media(kind) for kind in MEDIA_KINDS},
        }
        self._interactives: dict[str, Callable[[Content], None]] = {
            "button": self._buttons,
            "list": self._list,
            "location_request_message": self._location_request,
            "cta_url": self._link_button,
        }

    def check(self, body: Mapping[str, Any]) -> tuple[str, Any]:
        """The kind and the content (a list for contacts, else an object) of an outgoing message. Raises GraphError."""
        if body.get("messaging_product") != "whatsapp":
            raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
        if body.get("recipient_type", "individual") != "individual":
            raise GraphError(100, "Param recipient_type must be 'individual'")
        if not body.get("to") and not body.get("recipient"):
            raise GraphError(100, "The parameter to or recipient is required.")
        kind = body.get("type", "text")
        if kind != "contacts" and kind not in self._kinds:
            known = ", ".join(sorted([*self._kinds, "contacts"])).upper()
            raise GraphError(100, f"Param type must be one of {{{known}}} - got {kind!r}.")
        callback_data = body.get("biz_opaque_callback_data")
        if callback_data is not None and (not isinstance(callback_data, str) or len(callback_data) > CALLBACK_DATA):
            raise GraphError(100, f"Param biz_opaque_callback_data must be text of at most {CALLBACK_DATA} characters")
        if kind == "contacts":
            return kind, self._contacts(body)
        return kind, self._kinds[kind](part(body, kind, ""))

    def _text(self, content: Content) -> Content:
        words(content, "body", "text", TEXT_BODY)
        return content

    def _location(self, content: Content) -> Content:
        number(content, "latitude", "location", 90)
        number(content, "longitude", "location", 180)
        words(content, "name", "location", 1000, required=False)
        words(content, "address", "location", 1000, required=False)
        return content

    def _reaction(self, content: Content) -> Content:
        words(content, "message_id", "reaction", 1000)
        words(content, "emoji", "reaction", 16, required=False)
        return content

    def _contacts(self, body: Mapping[str, Any]) -> list[Content]:
        contacts = sequence(body, "contacts", "message", 257)
        for contact in contacts:
            words(part(contact, "name", "contacts[]"), "formatted_name", "contacts[]['name']", 1000)
        return contacts

    def _media(self, kind: str) -> Callable[[Content], Content]:
        def check(content: Content) -> Content:
            self._file(content, kind)
            if kind in ("image", "video", "document"):
                words(content, "caption", kind, CAPTION, required=False)
            elif content.get("caption"):
                raise invalid(f"Param {kind}['caption'] is not allowed")
            return content

        return check

    def _file(self, content: Content, path: str) -> None:
        media_id, link = content.get("id"), content.get("link")
        if not media_id and not link:
            raise missing(f"{path}['id'] or {path}['link']")
        if media_id and link:
            raise invalid(f"Only one of {path}['id'] and {path}['link'] may be given")
        if link and urlsplit(str(link)).scheme not in ("http", "https"):
            raise invalid(f"Param {path}['link'] is not a valid URI")
        if media_id and not self._has_media(str(media_id)):
            raise GraphError(100, f"Param {path}['id'] is not a valid whatsapp business account media attachment ID")

    def _template(self, content: Content) -> Content:
        name = words(content, "name", "template", 512)
        language = words(part(content, "language", "template"), "code", "template['language']", 20)
        template = self._templates.get((name, language))
        if template is None:
            raise GraphError(132001, f"template name ({name}) does not exist in {language}")
        values: list[str] = []
        for component in content.get("components") or ():
            if component.get("type") == "body":
                values = [str(parameter.get("text", "")) for parameter in component.get("parameters", ())]
        if len(values) != template.parameter_count:
            details = f"body: number of localizable_params ({len(values)}) does not match the expected number of params"
            raise GraphError(132000, f"{details} ({template.parameter_count})")
        if any(not value.strip() or _UNFIT.search(value) for value in values):
            unfit = "Param text must not be empty, nor have new-line/tab characters or more than 4 consecutive spaces"
            raise GraphError(132018, unfit)
        rendered = template.render(values)
        if len(rendered) > TEMPLATE_BODY:
            raise GraphError(132005, f"The body is longer than {TEMPLATE_BODY} characters with its parameters.")
        return {**content, "rendered": rendered, "buttons": self._payloads(content, template)}

    @staticmethod
    def _payloads(content: Content, template: Template) -> list[dict[str, str]]:
        """Quick-reply buttons of a template with the payloads that the call gave them."""
        buttons = [{"text": text, "payload": text} for text in template.buttons]
        for component in content.get("components") or ():
            if component.get("type") == "button" and component.get("sub_type") == "quick_reply":
                index = int(component.get("index", 0))
                if not 0 <= index < len(buttons):
                    raise invalid(f"template has no button {index}")
                for parameter in component.get("parameters", ()):
                    buttons[index]["payload"] = str(parameter.get("payload", buttons[index]["text"]))
        return buttons

    def _interactive(self, content: Content) -> Content:
        kind = content.get("type")
        if kind is None:
            raise missing("interactive['type']")
        if kind not in self._interactives:
            raise invalid(f"Param interactive['type'] must be one of {', '.join(sorted(self._interactives))}")
        words(part(content, "body", "interactive"), "text", "interactive['body']", INTERACTIVE_BODY)
        if content.get("header") is not None:
            self._header(part(content, "header", "interactive"), kind)
        if content.get("footer") is not None:
            words(part(content, "footer", "interactive"), "text", "interactive['footer']", FOOTER)
        part(content, "action", "interactive")
        self._interactives[kind](content["action"])
        return content

    def _header(self, header: Content, interactive: str) -> None:
        kind = header.get("type")
        if interactive in ("list", "location_request_message") and kind != "text":
            raise invalid(f"Header of an interactive {interactive} must be text")
        if kind == "text":
            words(header, "text", "interactive['header']", HEADER)
        elif kind in ("image", "video", "document"):
            self._file(part(header, kind, "interactive['header']"), f"interactive['header']['{kind}']")
        else:
            raise invalid("Param interactive['header']['type'] must be one of text, image, video, document")

    def _buttons(self, action: Content) -> None:
        replies = []
        for button in sequence(action, "buttons", "interactive['action']", BUTTONS):
            if button.get("type", "reply") != "reply":
                raise invalid("Param buttons[]['type'] must be reply")
            reply = part(button, "reply", "buttons[]")
            words(reply, "id", "buttons[]['reply']", BUTTON_ID)
            words(reply, "title", "buttons[]['reply']", BUTTON_TITLE)
            replies.append(reply)
        unlike((reply["id"] for reply in replies), "button id")
        unlike((reply["title"] for reply in replies), "button title")

    def _list(self, action: Content) -> None:
        words(action, "button", "interactive['action']", LIST_BUTTON)
        sections = sequence(action, "sections", "interactive['action']", LIST_SECTIONS)
        rows: list[Content] = []
        for section in sections:
            words(section, "title", "sections[]", SECTION_TITLE, required=len(sections) > 1)
            rows += sequence(section, "rows", "sections[]", LIST_ROWS)
        if len(rows) > LIST_ROWS:
            raise invalid(f"Total row count exceeds the maximum of {LIST_ROWS}: {len(rows)}")
        for row in rows:
            words(row, "id", "rows[]", ROW_ID)
            words(row, "title", "rows[]", ROW_TITLE)
            words(row, "description", "rows[]", ROW_DESCRIPTION, required=False)
        unlike((row["id"] for row in rows), "row id")

    def _location_request(self, action: Content) -> None:
        if action.get("name") != "send_location":
            raise invalid("Param interactive['action']['name'] must be send_location")

    def _link_button(self, action: Content) -> None:
        parameters = part(action, "parameters", "interactive['action']")
        words(parameters, "display_text", "parameters", BUTTON_TITLE)
        if urlsplit(words(parameters, "url", "parameters", 2000)).scheme not in ("http", "https"):
            raise invalid("Param parameters['url'] is not a valid URI")
