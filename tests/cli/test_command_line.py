"""The command line: every verb is listed, mistakes get a sentence."""

import json
import os
import subprocess
import sys

import pytest

from satark.desks import Desk, Tip, tip_id
from satark.settings import Settings
from satark.stores import utc_now


@pytest.fixture
def satark(tmp_path):
    environment = {**os.environ, "SATARK_HOME": str(tmp_path), "COLUMNS": "120", "NO_COLOR": "1"}

    def run(*arguments, **more):
        command = [sys.executable, "-m", "satark", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env={**environment, **more}, timeout=60)

    run.settings = Settings.load(environ=environment)
    return run


def test_help_lists_every_verb(satark):
    shown = satark("--help").stdout
    assert all(verb in shown for verb in ("up", "run", "understand", "train", "gazetteer", "admin"))


def test_a_desks_tips_are_facts_only(satark):
    desk = Desk.open(satark.settings, "jaunpur")
    place = {"name": "Shahganj", "district": "jaunpur"}
    facts = {"priority": 2, "offences": ("drugs",), "tense": "ongoing", "when": None, "place": place, "language": "hi"}
    desk.file(Tip(tip_id("JP", "r1"), "r1", utc_now(), "new", reply_token="secret-token", content=b"words", **facts))
    shown = satark("admin", "tips", "--desk", "jaunpur", "--json").stdout
    (tip,) = [json.loads(line) for line in shown.splitlines()]
    assert (tip["offences"], tip["status"], tip["place"]["name"]) == (["drugs"], "new", "Shahganj")
    assert "secret-token" not in shown
    assert "words" not in shown


def test_an_unknown_desk_is_answered_with_the_known_ones(satark):
    done = satark("admin", "tips", "--desk", "nowhere")
    assert done.returncode == 1
    assert "jaunpur, ghazipur, chandauli, range" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_settings_file_is_named(satark, tmp_path):
    broken = tmp_path / "range.yml"
    broken.write_text("range: 5\n", encoding="utf-8")
    done = satark("admin", "tips", "--desk", "jaunpur", SATARK_RANGE_FILE=str(broken))
    assert done.returncode == 1
    assert "range.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_one_sentence(satark):
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = satark("up", SATARK_DASHBOARD_PORT=port)
    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0


def test_a_key_is_made_once(satark):
    made = satark("admin", "keys", "new", "jaunpur", "--passphrase", "a long passphrase")
    again = satark("admin", "keys", "new", "jaunpur", "--passphrase", "another passphrase")
    assert made.returncode == 0
    assert (satark.settings.keys / "jaunpur.pub").exists()
    assert again.returncode == 1
    assert "already" in again.stderr
