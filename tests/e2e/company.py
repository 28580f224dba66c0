"""The product's processes one by one, so that a test can kill any of them and start it anew."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import psycopg2
import yaml
from sqlalchemy.engine import make_url

from channels.outbox import open_outbox_of
from channels.vault import Vault
from satark import demo
from satark.cli.processes import command_of, environment_of
from satark.settings import ROOT, Settings
from tests.e2e.stack import answers, free_port

MORTAL = ("assistant", "actions", "worker")
READY_SECONDS = 180
# Short enough for a test to see what a dead process held taken up again.
LIMITS = {"lease_seconds": 8, "retry_first_seconds": 1, "answer_lost_seconds": 4}
# Five seconds apart at most: whoever finds the assistant dead again and again would else wait longer than it takes
# until a person who is silent is reminded.
RETRIES = ["--retry-speed", "5", "--retry-at-most", "25"]


class Company:
    """Running processes, by name."""

    def __init__(self, home: Path, stores: Mapping[str, str]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        names = ("assistant", "actions", "dashboard", "simulator")
        ports = {f"SATARK_{name.upper()}_PORT": str(free_port()) for name in names}
        entries = yaml.safe_load((ROOT / "range.yml").read_text(encoding="utf-8"))
        entries["limits"] |= LIMITS
        range_file = home / "range.yml"
        range_file.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
        environment = {**os.environ, "SATARK_HOME": str(home), "SATARK_RANGE_FILE": str(range_file), **stores, **ports}
        self.settings = Settings.load(environ=environment)
        demo.prepare(self.settings)
        self.environment = {**environment, **environment_of(self.settings, demo=True), **stores, **ports}
        self.environment["SATARK_RANGE_FILE"] = str(range_file)
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self.deaths: dict[str, int] = dict.fromkeys(MORTAL, 0)

    @property
    def simulator(self) -> str:
        return self.settings.addresses["simulator"].url

    def start(self, name: str) -> None:
        """Starts a process; its output goes to a log under the home."""
        command = command_of(name, self.settings)
        if name == "simulator":
            command += RETRIES
        with (self.settings.home / f"{name}.out").open("ab") as log:
            self._running[name] = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=subprocess.STDOUT
            )

    def wait_ready(self) -> None:
        """Returns when assistant and actions answer. Raises `AssertionError` when they do not in time."""
        pages = {
            f"{self.settings.addresses['assistant'].url}/webhooks/whatsapp/health",
            f"{self.settings.addresses['actions'].url}/health",
        }
        ends = time.monotonic() + READY_SECONDS
        while pages and time.monotonic() < ends:
            pages = {page for page in pages if not answers(page)}
            time.sleep(0.3)
        assert not pages, f"not ready: {pages}"

    def wait_sent(self) -> None:
        """Returns when every message owed is noted as sent: a worker that dies between sending and noting sends once
        more unless the message's status comes within the lease, and a dead assistant hears no status."""
        outbox = open_outbox_of(self.settings, Vault.open(self.settings))
        ends = time.monotonic() + READY_SECONDS
        while any(outbox.counts().get(status) for status in ("new", "taken")):
            assert time.monotonic() < ends, "the outbox did not empty"
            time.sleep(0.1)

    def kill(self, name: str) -> None:
        """Ends a process without a chance to tidy up, and starts it anew."""
        self._running[name].kill()
        self._running[name].wait()
        self.deaths[name] += 1
        self.start(name)

    def close(self) -> None:
        """Ends everything."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()


@contextlib.contextmanager
def running(home: Path, stores: Mapping[str, str]) -> Iterator[Company]:
    """The product with the simulator, ready."""
    company = Company(home, stores)
    try:
        for name in ("simulator", *MORTAL):
            company.start(name)
        company.wait_ready()
        yield company
    finally:
        company.close()


def postgresql_stores(address: str) -> dict[str, str]:
    """A database for each store on the server at `address`, as the environment names them."""
    desks = ("jaunpur", "ghazipur", "chandauli", "range")
    variables = {"vault": "SATARK_VAULT_URL", "tracker": "SATARK_TRACKER_URL"}
    variables |= {f"desk_{desk}": f"SATARK_DESK_URL_{desk.upper()}" for desk in desks}
    connection = psycopg2.connect(address)
    connection.autocommit = True
    suffix = f"{os.getpid()}_{time.time_ns()}"
    stores = {}
    with connection.cursor() as cursor:
        for name, variable in variables.items():
            cursor.execute(f"CREATE DATABASE {name}_{suffix}")
            own = make_url(address).set(database=f"{name}_{suffix}")
            stores[variable] = own.render_as_string(hide_password=False)
    connection.close()
    return stores
