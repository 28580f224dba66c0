"""The sentences of `domain.yml` for messages outside the dialogue: officers' messages, notices, apologies."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from satark.errors import SettingsError
from satark.settings import ROOT
from satark.tables import read_table

DEFAULT_LANGUAGE = "hi"


@lru_cache(maxsize=1)
def _responses() -> Mapping[str, list[dict[str, Any]]]:
    responses: Mapping[str, list[dict[str, Any]]] = read_table(ROOT / "domain.yml")["responses"]
    return responses


def _language_of(variation: Mapping[str, Any]) -> str | None:
    conditions = variation.get("condition") or []
    return next((one["value"] for one in conditions if one.get("name") == "language"), None)


def reply(name: str, language: str | None, **values: str) -> dict[str, Any]:
    """The response `name` of the domain in a language, its slots filled: text and buttons.

    Raises `SettingsError` when the domain lacks it.
    """
    variations = _responses().get(name)
    if not variations:
        raise SettingsError(f"domain.yml has no response {name}.")
    wanted = [one for one in variations if _language_of(one) == (language or DEFAULT_LANGUAGE)]
    chosen = random.choice(wanted or [one for one in variations if _language_of(one) is None] or variations)
    text = chosen["text"]
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    buttons = [
        {"title": button["title"], "payload": _filled(button["payload"], values)}
        for button in chosen.get("buttons") or []
    ]
    return {"text": text.strip(), "buttons": buttons}


def _filled(payload: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        payload = payload.replace("{" + key + "}", value)
    return payload.replace("{{", "{").replace("}}", "}")
