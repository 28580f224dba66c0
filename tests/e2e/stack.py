"""The whole product on free ports in a folder of its own, as `satark up --demo` starts it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = ("assistant", "actions", "dashboard", "simulator")
READY_SECONDS = 240
ARRIVAL_SECONDS = 40


@dataclass(frozen=True)
class Stack:
    """A running product: its home, its addresses, its environment."""

    home: Path
    urls: Mapping[str, str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes]

    def tips(self, desk: str) -> list[dict]:
        """What `satark admin tips --json` prints for a desk."""
        command = [sys.executable, "-m", "satark", "admin", "tips", "--desk", desk, "--json"]
        done = subprocess.run(command, cwd=ROOT, env=dict(self.environment), capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def tip(self, desk: str, tip_id: str) -> dict:
        """A tip once its desk has it, a moment after the person has the receipt; fails after `ARRIVAL_SECONDS`."""
        deadline = time.monotonic() + ARRIVAL_SECONDS
        while time.monotonic() < deadline:
            for tip in self.tips(desk):
                if tip["id"] == tip_id:
                    return tip
            time.sleep(0.25)
        raise AssertionError(f"{desk} did not get {tip_id}")

    def logins(self) -> dict[str, tuple[str, str]]:
        """(username, password) of each desk's demo account."""
        entries = json.loads((self.home / "demo" / "logins.json").read_text(encoding="utf-8"))
        return {one["desk"]: (one["username"], one["password"]) for one in entries["logins"]}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(home: Path, extra: Mapping[str, str] | None = None) -> Iterator[Stack]:
    """Starts everything, waits until each process answers, and ends it as Ctrl-C does."""
    ports = {name: free_port() for name in PROCESSES}
    environment = {**os.environ, "SATARK_HOME": str(home), "PYTHONPATH": str(ROOT), **(extra or {})}
    environment |= {f"SATARK_{name.upper()}_PORT": str(port) for name, port in ports.items()}
    urls = {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    home.mkdir(parents=True, exist_ok=True)
    log = home / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "satark", "up", "--demo"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait(process, log)
            yield Stack(home, urls, environment, process)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends:
        written = log.read_text(encoding="utf-8", errors="replace")
        if "Satark Mitra is running" in written:
            return
        if process.poll() is not None:
            break
        time.sleep(0.3)
    raise AssertionError(f"the product did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")


def answers(url: str) -> bool:
    """Whether a page answers with 200."""
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
