"""Training: whether a trained model fits what it would be trained on, and making one that does."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from satark.errors import SatarkError
from satark.settings import ROOT

# What a model is made from. The gazetteer and the word tables of the readers are read at start, not trained.
_SOURCES = ("config.yml", "domain.yml", "data/nlu", "data/rules", "data/stories", "nlu", "satark/classification")
_ALSO = ("satark/text.py", "satark/phonetics.py")
_KEPT = 3  # models that stay: the newest, and two to go back to


class TrainingFailed(SatarkError):
    """`rasa train` did not make a model; its own output says why."""


def fingerprint() -> str:
    """Twelve hex digits over everything a model is made from."""
    digest = hashlib.sha256()
    for source in (*_SOURCES, *_ALSO):
        path = ROOT / source
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in (".yml", ".py"):
                digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def fitting_model() -> Path | None:
    """The model trained on just this data, or None."""
    path = ROOT / "models" / f"satark-{fingerprint()}.tar.gz"
    return path if path.exists() else None


def train(force: bool = False) -> Path:
    """Gives the fitting model, training it when there is none (or with `force`). Raises `TrainingFailed`."""
    known = fitting_model()
    if known and not force:
        os.utime(known)  # Rasa takes the newest
        return known
    name = f"satark-{fingerprint()}"
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", name, "--force"]
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    model = ROOT / "models" / f"{name}.tar.gz"
    if done.returncode or not model.exists():
        raise TrainingFailed("Training did not finish; the lines above say why.")
    for old in sorted((ROOT / "models").glob("satark-*.tar.gz"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink()
    return model
