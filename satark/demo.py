"""Accounts, keys and officers of the demonstration: made once, kept in a private file so that they can be shown again.

For a deployment whose people and numbers are invented; a real one makes its keys and accounts with `satark admin`.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from satark.desks import Desk
from satark.desks.accounts import find_account, set_account
from satark.errors import SettingsError
from satark.seal import new_key_pair, write_private
from satark.settings import RANGE_DESK, Settings

_CONSONANTS = "bdghjklmnprstv"
_VOWELS = "aeiou"
_WORDS = 5  # five words of two syllables: 61 bits


@dataclass(frozen=True)
class Login:
    """What somebody at a desk signs in with; `office` is the desk's name in English."""

    desk: str
    office: str
    username: str
    password: str


def prepare(settings: Settings) -> list[Login]:
    """Makes what is missing: each desk's key pair, account and demonstration officers. Gives all logins.

    A second call changes nothing, also where a person has changed a password or retired an officer since.
    Raises `SettingsError` when the file of logins cannot be read, `StoreError` when a desk cannot be opened.
    """
    kept = _kept(settings)
    logins = [Login(**entry) for entry in kept["logins"]]
    for login in logins:
        if not (settings.keys / f"{login.desk}.key").exists():
            new_key_pair(settings.keys, login.desk, kept["passphrases"][login.desk])
        desk = Desk.open(settings, login.desk)
        if find_account(desk, login.username) is None:
            set_account(desk, login.username, login.office, login.password)
        _add_officers(settings, desk)
    return logins


def environment(settings: Settings) -> dict[str, str]:
    """`SATARK_DESK_PASSPHRASE_<DESK>` for every desk: what a dashboard needs to open them."""
    return {f"SATARK_DESK_PASSPHRASE_{desk.upper()}": phrase for desk, phrase in _kept(settings)["passphrases"].items()}


def readable_secret() -> str:
    """A random secret that can be read out and typed, such as `rado-mike-...`; of 61 bits."""
    return "-".join(
        "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(2)) for _ in range(_WORDS)
    )


def _add_officers(settings: Settings, desk: Desk) -> None:
    known = {officer.phone for officer in desk.officers(active=False)}
    for entry in settings.demo.officers.get(desk.name, ()):
        if entry.phone not in known:
            desk.add_officer(entry.name, entry.rank, entry.station, entry.phone)


def _kept(settings: Settings) -> dict[str, Any]:
    """The private file's content, made at the first call."""
    path = settings.home / "demo" / "logins.json"
    if not path.exists():
        first = {
            "passphrases": {desk: readable_secret() for desk in settings.desks},
            "logins": [vars(_new_login(settings, desk)) for desk in settings.desks],
        }
        try:
            write_private(path, json.dumps(first, indent=1))
        except FileExistsError:  # another process was first: its logins are the ones
            return _read(path)
    return _read(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"The file of demonstration logins {path.name} cannot be read.") from error
    return content


def _new_login(settings: Settings, desk: str) -> Login:
    username = f"dig-{settings.range.id}" if desk == RANGE_DESK else f"sp-{desk}"
    return Login(desk, settings.office(desk).en, username, readable_secret())
