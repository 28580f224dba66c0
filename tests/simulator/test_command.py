"""The command line: python -m simulator, with its secrets in the environment."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from simulator import PhoneSpec, SimulatorConfig
from simulator.__main__ import configure, parser
from simulator.config import normal_number

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    "WHATSAPP_APP_SECRET": "a",
    "WHATSAPP_VERIFY_TOKEN": "b",
    "WHATSAPP_ACCESS_TOKEN": "c",
    "WHATSAPP_PHONE_NUMBER_ID": "100200300",
}


def run(line: list[str], **environment: str) -> subprocess.Popen[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("WHATSAPP_")}
    command = [sys.executable, "-m", "simulator", *line]
    return subprocess.Popen(command, cwd=ROOT, env={**bare, **environment}, stderr=subprocess.PIPE, text=True)


def answers(address: str) -> bytes:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bytes(answer.read())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_it_starts_answers_and_stops_when_told(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = ["--port", str(port), "--database", str(tmp_path / "s.db"), "--phone", "98000 00007:Witness:id"]
    process = run(line, **ENVIRONMENT)
    try:
        assert b'"status": "ok"' in answers(f"http://127.0.0.1:{port}/health")
        phones = answers(f"http://127.0.0.1:{port}/sim/phones")
        assert b"919800000007" in phones and b"Witness" in phones
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.communicate()


def test_without_secrets_it_says_which_one_is_missing() -> None:
    _, complaint = (process := run([], WHATSAPP_APP_SECRET="a")).communicate(timeout=20)
    assert process.returncode == 2
    assert "WHATSAPP_VERIFY_TOKEN is not set" in complaint


def test_options_become_the_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    listed = tmp_path / "templates.yml"
    listed.write_text("- {name: news, language: hi, body: 'सूचना {{1}}', buttons: [ठीक]}\n", "utf-8")
    line = ["--phone", "9800000001:A", "--phone", "9800000002:B:phone:officer", "--templates", str(listed)]
    config = configure(parser().parse_args(line))
    assert config.phones == (PhoneSpec("919800000001", "A"), PhoneSpec("919800000002", "B", "phone", "officer"))
    assert (config.templates[0].parameter_count, config.templates[0].buttons) == (1, ("ठीक",))
    assert (config.host, config.port, config.access_token) == ("127.0.0.1", 8060, "c")


@pytest.mark.parametrize("text", ["", "12:Short", "9800000001", "9800000001:A:nobody", ":A"])
def test_a_malformed_phone_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PhoneSpec.parse(text)


@pytest.mark.parametrize(
    ("written", "number"),
    [("98000 00001", "919800000001"), ("+91-98000-00001", "919800000001"), ("+1 650 555 1234", "16505551234")],
)
def test_numbers_are_kept_as_whatsapp_writes_them(written: str, number: str) -> None:
    assert normal_number(written) == number


@pytest.mark.parametrize(
    "change",
    [
        {"app_secret": ""},
        {"phone_number_id": "abc"},
        {"retry_speed": 0},
        {"retry_at_most": 0},
        {"retry_delays": (1, 0)},
    ],
)
def test_a_configuration_that_cannot_work_is_refused(secrets: dict[str, str], change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        SimulatorConfig(**{**secrets, **change})
