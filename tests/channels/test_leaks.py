"""Failures forced in a process that writes logs: what comes out names no person and quotes nobody."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from channels.courier import Courier
from satark.desks import Desk
from satark.errors import StoreError
from satark.seal import new_key_pair
from tests.channels.test_receipts import report

WORDS = "mera number 98123 45670, Canary Naam"
ACTIONS = """
import logging
from rasa_sdk import Action
import actions.__main__ as server
from satark.logs import set_up_logging

class Raising(Action):
    def name(self):
        return "action_raising"
    def run(self, dispatcher, tracker, domain):
        held = tracker.latest_message["text"]
        raise ValueError(held)

make = server.create_app
def with_raising(package):
    from rasa_sdk.executor import ActionExecutor
    ActionExecutor.register_package = lambda self, package: self.register_action(Raising())
    return make(package)
server.create_app = with_raising
set_up_logging(logging.DEBUG)
for name in ("rasa_sdk", "sanic", "asyncio"):
    logging.getLogger(name).setLevel(logging.DEBUG)
server.set_up_logging = lambda: None
server.main()
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def post(url, body, seconds=60):
    ends = time.monotonic() + seconds
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            assert time.monotonic() < ends, "the actions do not answer"
            time.sleep(0.3)


def test_an_action_that_raises_tells_its_kind_to_the_log_and_to_rasa(tmp_path):
    port = free_port()
    environment = {"PATH": "/usr/bin:/bin", "SATARK_HOME": str(tmp_path), "SATARK_ACTIONS_PORT": str(port)}
    environment |= {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "PYTHONPATH": "."}
    tracker = {"sender_id": "c", "slots": {"report": WORDS}, "latest_message": {"text": WORDS}, "events": []}
    call = {"next_action": "action_raising", "sender_id": "c", "tracker": tracker, "domain": {}, "version": "3.6.21"}
    log = tmp_path / "actions.log"
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, "-c", ACTIONS], env=environment, stdout=output, stderr=output)
        try:
            status, answer = post(f"http://127.0.0.1:{port}/webhook", call)
        finally:
            process.terminate()
            process.wait(20)
    written = log.read_text(encoding="utf-8", errors="replace")
    assert (status, json.loads(answer)) == (500, {"error": "ValueError"})
    assert "action.failed kind=ValueError" in written
    for secret in ("98123", "45670", "Canary"):
        assert secret not in written + answer


def test_a_desk_that_breaks_is_told_by_kind_and_its_tip_waits(settings, vault, caplog, monkeypatch):
    for desk in settings.desks:
        new_key_pair(settings.keys, desk, "a long passphrase")
    courier = Courier(settings, vault)
    with vault.writing() as connection:
        held = report() | {"sealed": {"narrative": WORDS}}
        courier.deliveries.put(connection, "r1", "jaunpur", {"report": held, "token": "TOKEN-CANARY"})

    def breaks(self, tip):
        raise StoreError(f"no room for {WORDS} of {tip.reply_token}")

    monkeypatch.setattr(Desk, "file", breaks)
    courier.work()
    assert "delivery.failed desk=jaunpur kind=StoreError" in caplog.text
    assert "Canary" not in caplog.text and "CANARY" not in caplog.text and "98123" not in caplog.text
    assert courier.deliveries.counts() == {"new": 1}
