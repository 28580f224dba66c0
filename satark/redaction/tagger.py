"""Learnt from marked messages: how likely each word of a passage gives the reporter away.

A conditional random field (Lafferty, McCallum and Pereira, 2001; CRFsuite) over word classes and sounds, so that what
it learns in one script holds in the others. Training takes seconds and the result is kept beside the models.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite
import yaml

from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.lexicon import lexicon, sound
from satark.redaction.marked import Marked, marked_files
from satark.redaction.mask import Cut, apply
from satark.redaction.passage import Passage
from satark.text import normalise

_ROOT = Path(__file__).resolve().parents[2]
_TAUGHT = _ROOT / "data" / "whose"
_REPORTS = _ROOT / "data" / "nlu"
_MODELS = _ROOT / "models"
_WORDS = ("identity.yml", "everyday.yml")
_REACH, _NEAR, _FAR = 4, 3, 8  # words whose classes, whose sounds, and whose cues are looked at
_EACH = 6  # of the training reports of `data/nlu`, which name no reporter, every so many-th
_STRENGTH = {"c1": 0.1, "c2": 0.05, "max_iterations": 120}
_KEPT = 3
_SHAPES = frozenset({"cap", "low", "dev"})
_CUES = frozenset(
    "my own i i_nom i_en imaybe we_nom me eng_me iam hoon am am_en their they that who jis suspect crime threat sexual "
    "doer stolen saw kin near_kin name called home house resident works phoneword label call please ne tag_reporter "
    "closing applicant info reporting money neighbour".split()
)


def tagger() -> pycrfsuite.Tagger:
    """The tagger taught by the marked messages as they stand now; trained first (a quarter of a minute) where nobody
    has since they changed. Raises `MarkError`."""
    return _loaded(str(taught()))


def shares(passage: Passage) -> list[float]:
    """For every word of `passage`, how likely (0 to 1) it gives the reporter away."""
    if not passage.words:
        return []
    model = tagger()
    model.set(pycrfsuite.ItemSequence(_features(passage)))
    return [1.0 - model.marginal("O", index) for index in range(len(passage.words))]


def train(examples: Iterable[tuple[Passage, list[str]]], path: Path) -> None:
    """Writes a model of passages with a label a word: `B` begins, `I` goes on with what gives away, `O` does not."""
    trainer = pycrfsuite.Trainer(verbose=False, params=_STRENGTH)
    for passage, labels in examples:
        if labels:
            trainer.append(pycrfsuite.ItemSequence(_features(passage)), labels)
    trainer.train(str(path))


def examples_of(message: Marked) -> Iterator[tuple[Passage, list[str]]]:
    """The message as it came, and, where there is something to take out, as it is read after part or all of it was."""
    items = identifiers(message.text)
    yield _labelled(message.text, items, message.own)
    if not message.own:
        return
    for step in (2, 1) if len(message.own) > 1 else (1,):
        gone = message.own[::step]
        text, shifted, left = _without(message, items, gone)
        yield _labelled(text, shifted, left)


def _without(
    message: Marked, items: list[Identifier], gone: tuple[tuple[int, int], ...]
) -> tuple[str, list[Identifier], tuple[tuple[int, int], ...]]:
    cuts = [Cut(start, end, f"[reporter {_plain_kind(message, start, end, items)}]") for start, end in gone]
    text, shifted = apply(message.text, items, cuts)
    left = []
    for start, end in (span for span in message.own if span not in gone):
        shift = sum(len(cut.tag) - (cut.end - cut.start) for cut in cuts if cut.end <= start)
        left.append((start + shift, end + shift))
    return text, shifted, tuple(left)


def _plain_kind(message: Marked, start: int, end: int, items: list[Identifier]) -> str:
    kinds = {item.kind for item in items if item.start < end and item.end > start}
    return "phone" if "phone" in kinds else "vehicle" if "plate" in kinds else "id" if kinds else "name"


def _labelled(text: str, items: list[Identifier], own: tuple[tuple[int, int], ...]) -> tuple[Passage, list[str]]:
    passage = Passage(text, items)
    labels = []
    for word in passage.words:
        span = next(((start, end) for start, end in own if word.start < end and word.end > start), None)
        labels.append("O" if span is None else "B" if word.start <= span[0] else "I")
    return passage, labels


def taught() -> Path:
    """The tagger's file, made where there is none for the marked messages as they stand. Raises `MarkError`."""
    path = _MODELS / f"whose-{_fingerprint()}.crfsuite"
    if path.exists():
        return path
    _MODELS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_MODELS) as folder:
        made = Path(folder) / path.name
        train(_lessons(), made)
        os.replace(made, path)
    for old in sorted(_MODELS.glob("whose-*.crfsuite"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _lessons() -> Iterator[tuple[Passage, list[str]]]:
    for message in marked_files(_TAUGHT):
        yield from examples_of(message)
    for text in _reports():
        yield _labelled(text, identifiers(text), ())


def _reports() -> Iterator[str]:
    """Some of the reports and talk the assistant is trained on. None of them is to name its writer."""
    lines = []
    for file in sorted(_REPORTS.rglob("*.yml")):
        with file.open(encoding="utf-8") as stream:
            for block in yaml.load(stream, Loader=yaml.CSafeLoader).get("nlu", []):
                lines += [line.removeprefix("- ").strip() for line in (block.get("examples") or "").splitlines()]
    return (normalise(line) for line in lines[::_EACH] if line)


@functools.lru_cache(maxsize=1)
def _fingerprint() -> str:
    digest = hashlib.sha256()
    files = [*sorted(_TAUGHT.glob("*.txt")), *sorted(Path(__file__).parent.glob("*.py"))]
    for file in [*files, *(_ROOT / "data" / "lexicon" / name for name in _WORDS)]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


@functools.lru_cache(maxsize=1)
def _loaded(path: str) -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    model.open(path)
    return model


@functools.lru_cache(maxsize=4096)
def _classes(symbol: str) -> tuple[str, ...]:
    known = _by_symbol()[symbol]
    return tuple(sorted(known - _SHAPES)) + (("cap",) if "cap" in known else ())


@functools.lru_cache(maxsize=1)
def _by_symbol() -> dict[str, frozenset[str]]:
    return {symbol: classes for classes, symbol in lexicon().symbols.items()}


def _heard(passage: Passage, index: int) -> str:
    word = passage.words[index]
    if word.item is not None:
        return "#"
    text = passage.text[word.start : word.end]
    return sound(text) if text[0].isalpha() else "9" * min(len(text), 3) if text[0].isdigit() else text


def _features(passage: Passage) -> list[list[str]]:
    """What is looked at of each word: its sound and classes, those beside it, and the cues before and after."""
    count = len(passage.words)
    heard = [_heard(passage, index) for index in range(count)]
    classes = [_classes(symbol) for symbol in passage.symbols]
    joined = ["/".join(names) for names in classes]
    cues = [[name for name in names if name in _CUES] for names in classes]
    rows = []
    for at in range(count):
        row = [f"w={heard[at]}", f"j={joined[at]}", *(f"c={name}" for name in classes[at])]
        for step in (*range(-_REACH, 0), *range(1, _REACH + 1)):
            beside = at + step
            if 0 <= beside < count:
                row += [f"{step}{name}" for name in classes[beside]]
                if abs(step) <= _NEAR:
                    row.append(f"{step}={heard[beside]}")
            elif beside in (-1, count):
                row.append(f"{step}end")
        row += {f"<{name}" for near in cues[max(0, at - _FAR) : at] for name in near}
        row += {f">{name}" for near in cues[at + 1 : at + 1 + _FAR] for name in near}
        before = joined[at - 1] if at else "^"
        after = joined[at + 1] if at + 1 < count else "$"
        row += [f"b={before}|{after}", f"p={heard[at - 1] if at else '^'}|{joined[at]}"]
        row.append(f"l={joined[at - 2] if at > 1 else '^'}|{before}")
        row.append(f"r={after}|{joined[at + 2] if at + 2 < count else '$'}")
        rows.append(row)
    return rows
