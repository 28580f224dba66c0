"""Learnt from marked messages: how likely each word of a passage gives the reporter away.

A conditional random field (Lafferty, McCallum and Pereira, 2001; CRFsuite) over word classes and sounds, so that what
it learns in one script holds in the others. Training takes some two minutes and the result is kept beside the models.
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

from satark.redaction.grammar import Opinion, opinion
from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.lexicon import lexicon, sound
from satark.redaction.marked import Marked, marked_files
from satark.redaction.mask import Cut, apply
from satark.redaction.passage import Passage
from satark.redaction.wide import seen_wide
from satark.text import normalise

_ROOT = Path(__file__).resolve().parents[2]
_TAUGHT = _ROOT / "data" / "whose"
_REPORTS = _ROOT / "data" / "nlu"
_MODELS = _ROOT / "models"
_WORDS = ("identity.yml", "everyday.yml")
_STEPS = (-3, -2, -1, 1, 2, 3)  # where the words stand whose classes and sounds are looked at
_FAR = 6  # words whose cues are
_EACH = 6  # of the training reports of `data/nlu`, which name no reporter, every so many-th
_OURS = frozenset("BI")
_STRENGTH = {"c1": 0.2, "c2": 0.2, "max_iterations": 120}
_KEPT = 3
_SHAPES = frozenset({"cap", "low", "dev"})
_CUES = frozenset(
    "my own i i_nom i_en imaybe we_nom me eng_me iam hoon am am_en their they that who jis suspect crime threat sexual "
    "doer stolen saw kin near_kin name called home house resident works phoneword label call please ne tag_reporter "
    "closing applicant info reporting money neighbour".split()
)


def tagger() -> pycrfsuite.Tagger:
    """The tagger taught by the marked messages as they stand now; trained first (some two minutes) where nobody
    has since they changed. Raises `MarkError`."""
    return _loaded(str(taught()))


def shares(passage: Passage, said: Opinion) -> list[float]:
    """For every word of `passage`, how likely (0 to 1) it gives the reporter away, with what the rules said of it."""
    if not passage.words:
        return []
    model = tagger()
    model.set(pycrfsuite.ItemSequence(_features(passage, said)))
    ours = [label for label in model.labels() if label in _OURS]
    return [sum(model.marginal(label, index) for label in ours) for index in range(len(passage.words))]


def train(examples: Iterable[tuple[Passage, list[str]]], path: Path) -> None:
    """Writes a model of passages with a label a word: `B` begins, `I` goes on with what gives away, `E` only looks as
    if it did, `O` is of no interest."""
    trainer = pycrfsuite.Trainer(verbose=False, params=_STRENGTH)
    for passage, labels in examples:
        if labels:
            trainer.append(pycrfsuite.ItemSequence(_features(passage, opinion(passage))), labels)
    trainer.train(str(path))


def examples_of(message: Marked) -> Iterator[tuple[Passage, list[str]]]:
    """The message as it came, and, where there is something to take out, as it is read after part or all of it was."""
    items = identifiers(message.text)
    yield _labelled(message.text, items, message.own, message.evidence)
    if not message.own:
        return
    for step in (2, 1) if len(message.own) > 1 else (1,):
        gone = message.own[::step]
        cuts = [Cut(start, end, f"[reporter {_plain_kind(start, end, items)}]") for start, end in gone]
        text, shifted = apply(message.text, items, cuts)
        left = [span for span in message.own if span not in gone]
        yield _labelled(text, shifted, _moved(left, cuts), _moved(message.evidence, cuts))


def _moved(spans: Iterable[tuple[int, int]], cuts: Iterable[Cut]) -> list[tuple[int, int]]:
    """Where stretches that no cut touches stand once the cuts are made."""
    moved = []
    for start, end in spans:
        shift = sum(len(cut.tag) - (cut.end - cut.start) for cut in cuts if cut.end <= start)
        moved.append((start + shift, end + shift))
    return moved


def _plain_kind(start: int, end: int, items: list[Identifier]) -> str:
    kinds = {item.kind for item in items if item.start < end and item.end > start}
    return "phone" if "phone" in kinds else "vehicle" if "plate" in kinds else "id" if kinds else "name"


def _labelled(
    text: str,
    items: list[Identifier],
    own: Iterable[tuple[int, int]] = (),
    evidence: Iterable[tuple[int, int]] = (),
) -> tuple[Passage, list[str]]:
    passage = Passage(text, items)
    labels = []
    for word in passage.words:
        ours = next(((start, end) for start, end in own if word.start < end and word.end > start), None)
        theirs = any(word.start < end and word.end > start for start, end in evidence)
        labels.append("E" if theirs and ours is None else "O" if ours is None else "BI"[word.start > ours[0]])
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
        yield _labelled(text, identifiers(text))


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


@functools.lru_cache(maxsize=8192)
def _classes(symbol: str) -> tuple[str, ...]:
    known = _by_symbol()[symbol]
    return tuple(sorted(known - _SHAPES)) + (("cap",) if "cap" in known else ())


@functools.lru_cache(maxsize=1)
def _by_symbol() -> dict[str, frozenset[str]]:
    return {symbol: classes for classes, symbol in lexicon().symbols.items()}


@functools.lru_cache(maxsize=8192)
def _joined(symbol: str) -> str:
    return "/".join(_classes(symbol))


@functools.lru_cache(maxsize=8192)
def _own(symbol: str) -> tuple[str, ...]:
    return (f"j={_joined(symbol)}", *(f"c={name}" for name in _classes(symbol)))


@functools.lru_cache(maxsize=65_536)
def _seen_from(symbol: str, step: int) -> tuple[str, ...]:
    """The classes of a word as one `step` words away sees them."""
    return tuple(f"{step}{name}" for name in _classes(symbol))


@functools.lru_cache(maxsize=16_384)
def _cues(symbol: str, side: str) -> tuple[str, ...]:
    return tuple(side + name for name in _classes(symbol) if name in _CUES)


def _heard(passage: Passage, index: int) -> str:
    word = passage.words[index]
    if word.item is not None:
        return "#"
    text = passage.text[word.start : word.end]
    return sound(text) if text[0].isalpha() else "9" * min(len(text), 3) if text[0].isdigit() else text


def _proposed(passage: Passage, said: Opinion) -> list[str]:
    """What the rules say of each word, "" where nothing."""
    told = [""] * len(passage.words)
    for cut in said.cuts:
        for at in passage.within(cut.start, cut.end):
            told[at] = cut.tag if passage.words[at].start <= cut.start else f"in{cut.tag}"
    for at, owned in said.owned.items():
        told[at] = f"{owned.owner}{owned.told:d}"
    return told


def _features(passage: Passage, said: Opinion) -> list[list[str]]:
    """What is looked at of each word: its sound and classes, those beside it, the cues before and after, and what the
    rules say of it."""
    symbols, proposed, wide = passage.symbols, _proposed(passage, said), seen_wide(passage.symbols)
    heard = [_heard(passage, index) for index in range(len(symbols))]
    joined = ["^", "^", *map(_joined, symbols), "$", "$"]
    before, after = ([_cues(symbol, side) for symbol in symbols] for side in "<>")
    rows = []
    for at, symbol in enumerate(symbols):
        row = [f"w={heard[at]}", *_own(symbol), *_beside(symbols, heard, at), *_said_around(proposed, joined, at)]
        row += set().union(*before[max(0, at - _FAR) : at])
        row += set().union(*after[at + 1 : at + 1 + _FAR])
        two_before, one_before, own, one_after, two_after = joined[at : at + 5]
        row += (f"b={one_before}|{one_after}", f"p={heard[at - 1] if at else '^'}|{own}")
        row += (f"l={two_before}|{one_before}", f"n={one_after}|{two_after}")
        row += wide[at]
        rows.append(row)
    return rows


def _beside(symbols: str, heard: list[str], at: int) -> Iterator[str]:
    for step in _STEPS:
        place = at + step
        if 0 <= place < len(symbols):
            yield from _seen_from(symbols[place], step)
            yield f"{step}={heard[place]}"
        elif place in (-1, len(symbols)):
            yield f"{step}end"


def _said_around(proposed: list[str], joined: list[str], at: int) -> Iterator[str]:
    """What the rules say of the word at `at` and its neighbours; `joined` is two ahead."""
    own = proposed[at]
    yield f"r={own}"
    if own:
        yield f"r={own}|{joined[at + 1]}"
        yield f"r={own}|{joined[at + 2]}"
    if at and proposed[at - 1]:
        yield f"-1r={proposed[at - 1]}"
    if at + 1 < len(proposed) and proposed[at + 1]:
        yield f"1r={proposed[at + 1]}"
