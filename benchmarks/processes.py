"""Processes of a measurement: started on free ports, waited for, ended; their CPU time and memory."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from satark.settings import ROOT

_TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], log: Path, url: str | None = None, seconds: float = 240
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that answers at `url` (where one is given), ended at the end. Raises `RuntimeError` with the end of its
    log when it does not answer in time."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            list(command), cwd=ROOT, env=dict(environment), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        if url:
            _wait(process, url, seconds, log)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, seconds: float, log: Path) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"nobody answers at {url}:\n" + log.read_text(errors="replace")[-3000:])


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """CPU time a process (without its children) has used so far, user and system."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory_megabytes(process: subprocess.Popen[bytes]) -> float:
    """Resident memory of a process (without its children)."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
