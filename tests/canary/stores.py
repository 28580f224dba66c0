"""Everything outside the vault, as bytes with a name: what lies on disk, what a desk opens with its keys, what the
dashboard and the operator's commands show."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp

from channels.courier import courier_box
from channels.vault import Vault
from satark import demo
from satark.desks import Desk
from satark.errors import SealError
from satark.evidence.boxes import context_of, open_file
from satark.seal import PrivateBox
from satark.settings import ROOT, Settings

Found = Iterator[tuple[str, bytes]]
# The people's phones and WhatsApp itself are played by the simulator: what it knows, Meta knows.
NOT_OURS = ("home/simulator.out", "home/demo/phones.db")
NOT_MADE_BY_US = (".git", ".venv", "node_modules", "__pycache__")
PAGES = ("/", "/map", "/patterns", "/officers", "/audit", "/account")


def on_disk(folder: Path) -> Found:
    """Every file of the run, the vault's included: there nothing is in the clear either."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(NOT_OURS):
            yield name, name.encode() + b"\n" + path.read_bytes()


def beside_the_code(since: float) -> Found:
    """What was written into the project's own folder (models, caches, results) since a moment."""
    for path in sorted(ROOT.iterdir()):
        if path.name in NOT_MADE_BY_US or path.is_symlink():
            continue
        for one in path.rglob("*") if path.is_dir() else [path]:
            if one.is_file() and one.stat().st_mtime >= since and not set(one.parts) & set(NOT_MADE_BY_US):
                yield f"project folder: {one.relative_to(ROOT)}", one.read_bytes()


def boxes(settings: Settings) -> dict[str, PrivateBox]:
    """All private keys of the demonstration: the desks' and the courier's."""
    environment = demo.environment(settings)
    held = {desk: PrivateBox.unlock(settings.keys, desk, environment[f"SATARK_DESK_PASSPHRASE_{desk.upper()}"])
            for desk in settings.desks}  # fmt: skip
    return {**held, "courier": courier_box(settings, Vault.open(settings))}


def opened(settings: Settings, unopened: list[str]) -> Found:
    """What is sealed in the desks' stores, opened as a desk opens it; what does not open is named in `unopened`."""
    keys = boxes(settings)
    for desk in settings.desks:
        with closing(sqlite3.connect(f"file:{settings.home}/desks/{desk}.db?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
            for table in tables:
                for row in connection.execute(f'select * from "{table}"'):
                    yield from _opened_row(f"desk {desk}, {table}, opened", dict(row), keys, unopened)


def _opened_row(place: str, row: dict[str, Any], keys: dict[str, PrivateBox], unopened: list[str]) -> Found:
    words = [value for value in row.values() if isinstance(value, str)]
    for column, value in row.items():
        if not isinstance(value, bytes):
            continue
        content = _open(value, list(keys.values()), words, column)
        if content is None:
            unopened.append(f"{place}.{column}")
            continue
        yield f"{place}.{column}", content
        yield from _metadata(f"{place}.{column}", content)


def _open(sealed: bytes, keys: list[PrivateBox], words: list[str], column: str) -> bytes | None:
    """What a box holds: of words, under one of its row's own words as context; of a file, under its place."""
    files = [context_of(tip, piece, column) for tip in words for piece in words]
    for key in keys:
        for opener, contexts in ((key.open, words), (partial(open_file, key), files)):
            for context in contexts:
                with suppress(SealError):
                    return bytes(opener(sealed, context))
    return None


def _metadata(place: str, content: bytes) -> Found:
    """What exiftool reads in a file, where it is installed: it knows fields that no plain search sees."""
    exiftool = shutil.which("exiftool")
    if exiftool and content[:1] not in (b"{", b"["):
        told = subprocess.run([exiftool, "-a", "-u", "-G1", "-"], input=content, capture_output=True, timeout=60)
        yield f"{place}, by exiftool", told.stdout


def commands(settings: Settings, environment: dict[str, str]) -> Found:
    """What the operator's commands print."""
    asked = [["tips", "--desk", desk, *more] for desk in settings.desks for more in ([], ["--json"])]
    for words in (*asked, ["inbox"], ["inbox", "list"]):
        done = subprocess.run(
            [sys.executable, "-m", "satark", "admin", *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=60,
        )
        yield f"satark admin {' '.join(words)}", done.stdout + done.stderr


async def figures(urls: list[str]) -> list[tuple[str, bytes]]:
    """Health and metrics as a machine reads them."""
    async with aiohttp.ClientSession() as session:
        return [await _got(session, url) for url in urls]


async def _got(session: aiohttp.ClientSession, url: str) -> tuple[str, bytes]:
    async with session.get(url) as answer:
        return url.split("/", 3)[-1], str(answer.headers).encode() + await answer.read()


class Office:
    """A desk's person in front of the dashboard, as their browser asks it."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def sign_in(self, username: str, password: str) -> None:
        async with self._session.get(f"{self._url}/login") as answer:
            token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', await answer.text())
        assert token, "the sign-in page has no token"
        form = {"username": username, "password": password, "csrf_token": token[1]}
        async with self._session.post(f"{self._url}/login", data=form, allow_redirects=False) as answer:
            assert answer.status == 302, "the demonstration's login does not open the dashboard"

    async def page(self, path: str) -> bytes:
        """What the server sends for a page: its frame, and its content by Dash's routing."""
        async with self._session.get(self._url + path) as answer:
            frame = await answer.read()
        async with self._session.get(f"{self._url}/_dash-dependencies") as answer:
            listed = await answer.json()
        entry = next(one for one in listed if "_pages_content" in one["output"])
        where = {"_pages_location.pathname": path, "_pages_location.search": ""}
        filled = {
            kind: [{**one, "value": where.get(f"{one['id']}.{one['property']}")} for one in entry[kind]]
            for kind in ("inputs", "state")
        }
        outputs = [
            dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
            for part in entry["output"].strip(".").split("...")
        ]
        body = {"output": entry["output"], "outputs": outputs, "changedPropIds": ["_pages_location.pathname"], **filled}
        cookies = {cookie.key: cookie.value for cookie in self._session.cookie_jar}
        headers = {"X-CSRFToken": cookies.get("_csrf_token", "")}
        async with self._session.post(f"{self._url}/_dash-update-component", json=body, headers=headers) as answer:
            assert answer.status == 200, f"the dashboard does not show {path}: {answer.status}"
            return frame + await answer.read()


async def shown(settings: Settings, most: int) -> list[tuple[str, bytes]]:
    """The pages of every office and, of each, up to `most` tips."""
    logins = json.loads((settings.home / "demo" / "logins.json").read_text(encoding="utf-8"))["logins"]
    pages = []
    for login in logins:
        desks = settings.desks if login["desk"] == "range" else (login["desk"],)
        tips = [tip.id for desk in desks for tip in Desk.open(settings, desk).tips(limit=most)]
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            office = Office(session, settings.addresses["dashboard"].url)
            await office.sign_in(login["username"], login["password"])
            for path in (*PAGES, *(f"/tip/{one}" for one in tips)):
                pages.append((f"dashboard of {login['desk']}, {path}", await office.page(path)))
    return pages
