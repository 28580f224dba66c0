"""A room for each stranger's file: a folder that only we can enter and that is wiped, and a process of its own."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from satark.errors import SatarkError
from satark.evidence.cleaned import Cleaned, Refused
from satark.settings import ROOT, CleaningLimits, FacePolicy

_IN_MEMORY = Path("/dev/shm")  # a folder that no disk remembers
_MARK = "room-"
_LIMIT_SIGNALS = (signal.SIGKILL, signal.SIGXCPU, signal.SIGXFSZ, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS)


class RoomError(SatarkError):
    """The cleaning could not be done, by no fault of the file."""


@contextlib.contextmanager
def room(home: Path, needed_bytes: int) -> Iterator[Path]:
    """A folder (0700) in memory where there is space for that many bytes, else under `home`; wiped in the end.

    Raises `RoomError`.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=_mark(home), dir=_place(home, needed_bytes)))
    except OSError as error:
        raise RoomError(f"There is no place to clean files in: {error.strerror}.") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _mark(home: Path) -> str:
    """How the rooms of one deployment begin: several may share a machine."""
    return f"{_MARK}{hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]}-"


def _place(home: Path, needed_bytes: int) -> Path:
    own = f"satark-{os.getuid()}"
    with contextlib.suppress(OSError):
        if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > needed_bytes:
            (_IN_MEMORY / own).mkdir(mode=0o700, exist_ok=True)
            if (_IN_MEMORY / own).stat().st_uid == os.getuid() and not (_IN_MEMORY / own).is_symlink():
                return _IN_MEMORY / own
    (home / "rooms").mkdir(parents=True, mode=0o700, exist_ok=True)
    return home / "rooms"


def clean_apart(
    content_type: str, source: Path, target: Path, limits: CleaningLimits, faces: FacePolicy = "keep"
) -> Cleaned:
    """Cleans a file in a process without network and within the limits; the result lies in the folder `target`.

    Raises `Refused`, and `RoomError` when the process could not do its work by no fault of the file.
    """
    task = {"task": "clean", "content_type": content_type, "source": str(source), "target": str(target)}
    task["faces"] = faces
    answer = _ask(task, target, limits)
    try:
        cleaned = Cleaned.from_json(answer["cleaned"])
    except (KeyError, TypeError) as error:
        raise RoomError("The cleaner gave no answer.") from error
    if not (target / cleaned.file).is_file():
        raise RoomError("The cleaner left no file.")
    return cleaned


def transcribe_apart(source: Path, model: Path, limits: CleaningLimits) -> str:
    """The words of a cleaned recording, by the speech model in a folder. Raises as `clean_apart`."""
    answer = _ask({"task": "transcribe", "source": str(source), "model": str(model)}, source.parent, limits)
    return str(answer.get("text", ""))


def _ask(task: dict[str, Any], room: Path, limits: CleaningLimits) -> dict[str, Any]:
    # Nothing of our own environment: it holds tokens that a hijacked process must not find.
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "HOME": str(room),
        "TMPDIR": str(room),
        "OMP_NUM_THREADS": "2",
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "satark.evidence.cleaner"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries quote file names and tags there
        cwd=room,
        env=environment,
        start_new_session=True,
    )
    try:
        said, _ = child.communicate(json.dumps({**task, "limits": limits.dict()}).encode(), limits.wall_seconds)
    except subprocess.TimeoutExpired as error:
        raise Refused("too_long") from error
    finally:
        _end(child)
    if -child.returncode in _LIMIT_SIGNALS:
        raise Refused("bomb")
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError as error:
        raise RoomError(f"The cleaner ended with {child.returncode}.") from error
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the process and everything it has started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream:
            stream.close()


def wipe_leftovers(home: Path) -> int:
    """Wipes the rooms of processes that died; only for the start, while nobody cleans. How many there were."""
    left = [
        path
        for place in (_IN_MEMORY / f"satark-{os.getuid()}", home / "rooms")
        if place.is_dir()
        for path in place.glob(f"{_mark(home)}*")
    ]
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return len(left)
