"""The product as processes, with everything set to talk, and with trouble in each of them.

Between the assistant and the actions stands a recorder: it keeps what is asked and answered, and spoils some requests
so that the action itself raises, in its own process, with a whole tracker in its hands.
"""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiohttp
import yaml
from aiohttp import web

from satark.settings import Settings
from simulator.client import Network
from tests.e2e.company import Company
from tests.e2e.stack import answers, free_port

PROCESSES = ("simulator", "actions", "assistant", "worker", "dashboard")
# Whatever makes a process of ours or of a library more talkative.
TALKATIVE = {
    **dict.fromkeys(("LOG_LEVEL", "LOG_LEVEL_LIBRARIES", "LOG_LEVEL_RASA_PLUS", "SATARK_LOG_LEVEL"), "DEBUG"),
    **dict.fromkeys(("FLASK_DEBUG", "DASH_DEBUG", "PYTHONASYNCIODEBUG", "SANIC_DEBUG", "RASA_DEBUG"), "1"),
}
SPOILT = 0.04  # share of the requests to the actions
BROKEN_SECONDS = 4
_BREAK = "create trigger broken before insert on {table} begin select raise(abort, 'broken on purpose'); end"


class Recorder:
    """Stands in for the actions' address: hands on, keeps, and spoils."""

    def __init__(self, folder: Path, port: int, actions_port: int, seed: str) -> None:
        self.port = port
        self.spoilt = 0
        self._target = f"http://127.0.0.1:{actions_port}/webhook"
        self._chance = random.Random(seed)
        folder.mkdir(parents=True)
        self._file = (folder / "action-requests").open("ab")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Recorder]:
        app = web.Application(client_max_size=1 << 26)
        app.router.add_post("/webhook", self._pass_on)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.port).start()
        async with aiohttp.ClientSession() as self._session:
            try:
                yield self
            finally:
                await runner.cleanup()
                self._file.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        self._file.write(body + b"\n")
        if self._chance.random() < SPOILT:
            self.spoilt += 1
            body = _spoil(body)
        async with self._session.post(self._target, data=body, headers={"Content-Type": "application/json"}) as answer:
            content = await answer.read()
            self._file.write(content + b"\n")
            return web.Response(status=answer.status, body=content, content_type="application/json")


def _spoil(body: bytes) -> bytes:
    """The same tracker with a report that no action can read."""
    asked = json.loads(body)
    asked["tracker"]["slots"] = {**asked["tracker"]["slots"], "report": 7}
    asked["tracker"]["latest_message"]["metadata"] = {"received_at": "no moment"}
    return json.dumps(asked).encode()


def _hasten(range_file: Path) -> None:
    """Rests after trouble are as short as the run."""
    entries = yaml.safe_load(range_file.read_text(encoding="utf-8"))
    entries["limits"] |= {"stop_first_seconds": 2, "retry_longest_seconds": 4, "media_seconds": 20}
    range_file.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")


class Deployment:
    """A folder with the product's home, its own HOME and TMPDIR, and the processes in it."""

    def __init__(self, folder: Path, seed: str) -> None:
        self.folder = folder
        port = free_port()
        own = {"HOME": str(folder / "user"), "TMPDIR": str(folder / "tmp")}
        for path in own.values():
            Path(path).mkdir(parents=True)
        stores = {**own, **TALKATIVE, "SATARK_ACTIONS_URL": f"http://127.0.0.1:{port}/webhook"}
        self.company = Company(folder / "home", stores)
        _hasten(Path(self.company.environment["SATARK_RANGE_FILE"]))
        self.recorder = Recorder(folder / "captured", port, self.settings.addresses["actions"].port, seed)

    @property
    def settings(self) -> Settings:
        return self.company.settings

    @property
    def home(self) -> Path:
        return self.settings.home

    def url(self, process: str) -> str:
        return self.settings.addresses[process].url

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Deployment]:
        """Ready, until it ends."""
        async with self.recorder.running():
            try:
                for name in PROCESSES:
                    self.company.start(name)
                await asyncio.to_thread(self._wait)
                yield self
            finally:
                await asyncio.to_thread(self.company.close)

    def _wait(self) -> None:
        self.company.wait_ready()
        while not answers(f"{self.url('dashboard')}/health"):
            time.sleep(0.3)

    async def trouble(self) -> None:
        """Once round: errors and lost answers of the Graph API, files that break off, bad webhooks, a desk and the
        dashboard's own notes that cannot be written, a killed worker."""
        asked: tuple[dict[str, Any], ...] = (
            {"kind": "http_500", "count": 3},
            {"kind": "drop_after", "count": 2},
            {"kind": "error", "code": 131000, "count": 2},
            {"kind": "fail_status", "code": 131026, "count": 1},
            {"kind": "http_500", "place": "media", "count": 2},
            {"kind": "drop", "place": "media", "count": 2},
            {"kind": "corrupt", "place": "media", "count": 2},
            {"kind": "duplicate", "place": "webhook", "count": 3},
            {"kind": "bad_item", "place": "webhook", "count": 3},
            {"kind": "bad_signature", "place": "webhook", "count": 2},
        )
        async with Network(self.company.simulator) as network:
            for one in asked:
                await network.fault(**one)
                await asyncio.sleep(0.3)
        for table in ("tips", "events"):
            await self._broken("jaunpur", table)
        self.company.kill("worker")

    async def _broken(self, desk: str, table: str) -> None:
        """Lets every insert into a desk's table fail for a while."""
        path = self.home / "desks" / f"{desk}.db"
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            connection.execute(_BREAK.format(table=table))
            connection.commit()
        await asyncio.sleep(BROKEN_SECONDS)
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            connection.execute("drop trigger broken")
            connection.commit()
