"""The process that opens one stranger's file: `python -m satark.evidence.cleaner`, a task as JSON on standard input.

Tasks: `{"task": "clean", "content_type", "source", "target", "faces", "limits"}` and `{"task": "transcribe", "source",
"model", "limits"}`. The answer is one JSON object on standard output: `{"cleaned": ...}`, `{"text": ...}` or
`{"refused": ...}`. It locks itself in (`satark.evidence.jail`) before any library that reads files is loaded.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from satark.evidence.cleaned import Cleaned, Refused
from satark.evidence.jail import lock_in
from satark.evidence.types import KINDS_OF_TYPE
from satark.settings import CleaningLimits, FacePolicy


def clean(content_type: str, source: Path, target: Path, limits: CleaningLimits, faces: FacePolicy) -> Cleaned:
    """Makes a file of a type (told by its own bytes) anew in the folder `target`. Raises `Refused`."""
    road = KINDS_OF_TYPE.get(content_type)
    if road is None:
        raise Refused("unsupported")
    if road == "paper":
        from satark.evidence.papers import clean_paper

        return clean_paper(content_type, source, target, limits)
    from satark.evidence import pictures, recordings

    if content_type == "image/gif" and pictures.moves(source, limits):
        return recordings.clean_film(content_type, source, target, limits)
    if road == "picture":
        return pictures.clean_picture(content_type, source, target, limits, faces)
    makers = {"sound": recordings.clean_sound, "film": recordings.clean_film}
    return makers[road](content_type, source, target, limits)


def _do(task: dict[str, Any], limits: CleaningLimits, apart: bool) -> dict[str, Any]:
    if task["task"] == "clean":
        cleaned = clean(task["content_type"], Path(task["source"]), Path(task["target"]), limits, task["faces"])
        return {"cleaned": replace(cleaned, apart=apart).to_json()}
    from satark.evidence.voices import write_down

    return {"text": write_down(Path(task["source"]), Path(task["model"]))}


def main() -> None:
    """Does the one task."""
    task = json.load(sys.stdin)
    limits = CleaningLimits(**task["limits"])
    apart = lock_in(limits)
    try:
        answer = _do(task, limits, apart)
    except Refused as refused:
        answer = {"refused": refused.reason}
    except MemoryError:
        answer = {"refused": "bomb"}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
