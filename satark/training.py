"""Training: whether a trained model fits what it would be trained on, and making one that does."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from satark import corpus
from satark.errors import SatarkError
from satark.redaction.tagger import taught
from satark.settings import ROOT

# What a model is made from: of the word tables those of the offences; all others, and the gazetteer, are read at start.
_SOURCES = ("config.yml", "domain.yml", "data/nlu", "data/rules", "data/stories", "nlu")
_READERS = ("satark/classification", "satark/text.py", "satark/phonetics.py", "data/lexicon")
_KEPT = 3  # models that stay: the newest, and two to go back to
_QUIETLY = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # of matrices: what is long is shared out already
_LESS_URGENT = 5  # niceness
_TAUGHT_BESIDE = "SATARK_TAUGHT_BESIDE"  # tells `rasa train` that whose is what is taught by whoever started it


class TrainingFailed(SatarkError):
    """`rasa train`, or what is taught beside it, made nothing; its own output says why."""


def fingerprint() -> str:
    """Twelve hex digits over everything a model is made from."""
    return _digest((*_SOURCES, *_READERS))


def readers_fingerprint() -> str:
    """Twelve hex digits over the code and words by which messages are classified: with the same data, the same model
    of messages comes out as long as these are the same."""
    return _digest(_READERS)


def _digest(sources: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        path = ROOT / source
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".py" or (file.suffix == ".yml" and _is_trained(file)):
                digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _is_trained(table: Path) -> bool:
    return table.parent.name != "lexicon" or "\noffence: " in "\n" + table.read_text(encoding="utf-8")


def fitting_model() -> Path | None:
    """The model trained on just this data, or None."""
    path = ROOT / "models" / f"satark-{fingerprint()}.tar.gz"
    return path if path.exists() else None


@contextmanager
def _beside(command: Sequence[str], environment: Mapping[str, str], failed: str) -> Iterator[None]:
    """Within it `command` runs, at its end it has run; it is ended where what is done beside it fails. Raises
    `TrainingFailed`, with the sentence `failed`."""
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            yield
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        raise TrainingFailed(failed)


@contextmanager
def _less_urgent(beside: AbstractContextManager[None]) -> Iterator[None]:
    """What is done beside takes longest and by one thread: it gets a core to itself."""
    with beside:
        urgency = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(urgency, _LESS_URGENT))
        yield


def whose_beside() -> AbstractContextManager[None]:
    """Within it a process of its own teaches whose is what (`satark.redaction.tagger`), where nobody has since the
    marked messages changed and nobody does; at the end that is done. Raises `TrainingFailed`."""
    if _TAUGHT_BESIDE in os.environ:
        return nullcontext()
    command = [sys.executable, "-m", "satark", "train", "--whose"]
    beside = _beside(command, os.environ, "Whose is what could not be taught; the lines above say why.")
    return _less_urgent(beside)


def train(force: bool = False) -> Path:
    """Gives the fitting model, training it when there is none; parts whose sources did not change are taken from the
    last training, with `force` nothing is. Raises `CorpusError`, `MarkError` and `TrainingFailed`."""
    known = fitting_model()
    if known and not force:
        taught()
        os.utime(known)  # Rasa takes the newest
        return known
    corpus.check()
    name = f"satark-{fingerprint()}"
    command = ["nice", "-n", str(_LESS_URGENT), sys.executable, "-m", "rasa", "train"]
    command += ["--skip-validation", "--fixed-model-name", name]
    command += ["--force"] if force else []
    environment = {**os.environ, **_QUIETLY, **_ONE_THREAD, _TAUGHT_BESIDE: "1"}
    failed = "Training did not finish; the lines above say why."
    with _beside(command, environment, failed):
        taught()  # here too, where a slip in the marks ends it at once: Rasa may take its part from the last training
    model = ROOT / "models" / f"{name}.tar.gz"
    if not model.exists():
        raise TrainingFailed(failed)
    for old in sorted((ROOT / "models").glob("satark-*.tar.gz"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink()
    return model
