"""`python -m dashboard` as a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import seeding


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(home, **environ):
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard"],
        env={**os.environ, "SATARK_HOME": str(home), "SATARK_DASHBOARD_PORT": str(port), **environ},
        stderr=subprocess.PIPE,
        text=True,
    )
    return process, f"http://127.0.0.1:{port}"


def test_it_serves_at_the_address_of_the_settings(tmp_path):
    _, _, environ = seeding.a_deployment(tmp_path)
    process, address = start(tmp_path, **environ)
    try:
        body = None
        for _ in range(120):
            try:
                with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
                    body = answer.read()
                break
            except urllib.error.URLError:
                assert process.poll() is None
                time.sleep(0.5)
        assert b'"ok"' in body
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


def test_a_wrong_passphrase_ends_it_with_one_sentence(tmp_path):
    seeding.a_deployment(tmp_path)
    process, _ = start(tmp_path, SATARK_DESK_PASSPHRASE_JAUNPUR="wrong")
    _, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "The passphrase does not open the private key of jaunpur." in told
    assert "Traceback" not in told
