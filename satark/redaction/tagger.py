"""Learnt from marked messages: how likely each word of a passage gives the reporter away.

A network (`network`) is told of each word its classes, what the rules say of it and the company it keeps (`company`),
so that what it learns in one script, and of one word, holds for others. Training takes some six minutes and its
result is kept beside the models.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import itertools
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import yaml
from threadpoolctl import threadpool_limits

from satark.redaction.company import company
from satark.redaction.grammar import Opinion, opinion
from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.lexicon import lexicon, sound
from satark.redaction.marked import Marked, marked_files
from satark.redaction.mask import Cut, apply
from satark.redaction.network import LABELS, Floats, Lesson, Weights, judge, learn, summed
from satark.redaction.passage import Passage
from satark.redaction.wide import seen_wide
from satark.text import normalise

_ROOT = Path(__file__).resolve().parents[2]
_TAUGHT = _ROOT / "data" / "whose"
_REPORTS = _ROOT / "data" / "nlu"
_MODELS = _ROOT / "models"
_WORDS = ("identity.yml", "everyday.yml")
_EACH = 8  # of the training reports of `data/nlu`, which name no reporter, every so many-th
_AFTERWARDS = frozenset({"verdict.py", "__init__.py"})  # what the tagger says is weighed there, and nothing is taught
_KEPT = 3
_REMEMBERED = 8192  # words whose rows are kept: most come again, in the next pass if not in the next message
_SHAPES = frozenset({"cap", "low", "dev"})
_FIRST = ("inputs", "words")  # the names of the first layer's rows, in the file


class Tagger:
    """A taught network, and the rows that its first layer adds up for a word: one for its symbol, one for what the
    rules say of it and one for its sound."""

    def __init__(self, weights: Weights, inputs: list[str], words: list[str]) -> None:
        """`weights["I"]` has a row for every input, `weights["W"]` for every word and one more for all others."""
        self._weights = weights
        self._inputs = {name: at for at, name in enumerate(inputs)}
        self._words = {word: at for at, word in enumerate(words)}
        self._alone = functools.lru_cache(_REMEMBERED)(self._row_of)

    def shares(self, passage: Passage, said: Opinion) -> list[float]:
        """For every word how likely it gives the reporter away."""
        heard = _all_heard(passage)
        rows = np.stack([self._alone(*word) for word in zip(passage.symbols, heard, strict=True)])
        around = [self._known(names) for names in _around(passage, said)]
        rows += summed(self._weights["I"], list(itertools.chain.from_iterable(around)), list(map(len, around)))
        shares: list[float] = judge(self._weights, rows).tolist()
        return shares

    def _known(self, names: Iterable[str]) -> list[int]:
        """The numbers of those inputs that were taught."""
        return [number for number in map(self._inputs.get, names) if number is not None]

    def _row_of(self, symbol: str, heard: str) -> Floats:
        """What a word adds wherever it stands: its sound, its company, its classes and how it is spelt."""
        known = self._known((*_described(symbol), *_spelt(heard)))
        row: Floats = self._weights["W"][self._words.get(heard, -1)].astype(np.float32) + self._weights["b"]
        return row + self._weights["I"][known].sum(axis=0)

    def save(self, path: Path) -> None:
        """Writes the file that `opened` reads."""
        names = {"inputs": self._inputs, "words": self._words}
        told = {name: np.frombuffer("\0".join(given).encode(), np.uint8) for name, given in names.items()}
        with path.open("wb") as file:
            np.savez(file, **told, **self._weights)

    @classmethod
    def opened(cls, path: Path) -> Tagger:
        """The tagger of a file that `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            weights = {name: file[name] for name in file.files}
        inputs, words = (weights.pop(name).tobytes().decode().split("\0") for name in _FIRST)
        return cls(weights, inputs, words)


def shares(passage: Passage, said: Opinion) -> list[float]:
    """For every word of `passage`, how likely (0 to 1) it gives the reporter away, with what the rules said of it.
    Taught first (some six minutes) where nobody has since the marked messages changed. Raises `MarkError`."""
    return _loaded(str(taught())).shares(passage, said) if passage.words else []


def train(examples: Iterable[tuple[Passage, list[str]]], texts: Iterable[str]) -> Tagger:
    """A tagger taught by passages with a label a word: `B` begins, `I` goes on with what gives away, `E` only looks as
    if it did, `O` is of no interest. What company words keep is read from `texts`."""
    words, points = company(_all_heard(Passage(text, [])) for text in texts)
    points = np.pad(points, ((0, 1), (0, 1)))
    points[-1, -1] = 1.0  # any other word
    place, inputs, lessons = {word: at for at, word in enumerate(words)}, dict[str, int](), []
    for passage, labels in examples:
        if labels:
            heard = _all_heard(passage)
            named = _inputs(passage, opinion(passage), heard)
            rows = [[inputs.setdefault(name, len(inputs)) for name in names] for names in named]
            met = [place.get(word, len(words)) for word in heard]
            lessons.append(Lesson.of(rows, met, [LABELS.index("B" if label == "I" else label) for label in labels]))
    weights = learn(lessons, len(inputs), points)
    return Tagger(weights, list(inputs), words)


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
    """The tagger's file, made where there is none for the marked messages as they stand; who asks while another makes
    it waits for that one. Raises `MarkError`."""
    path = _MODELS / f"whose-{_fingerprint()}.npz"
    if path.exists():
        return path
    _MODELS.mkdir(exist_ok=True)
    with (_MODELS / "whose.lock").open("w") as making:
        fcntl.flock(making, fcntl.LOCK_EX)
        if not path.exists():
            _make(path)
    return path


def _make(path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=_MODELS) as folder:
        made = Path(folder) / path.name
        with threadpool_limits(1, "blas"):  # its matrices are small: more threads cost more than they bring
            messages, reports = marked_files(_TAUGHT), [normalise(line) for line in _reports()]
            texts = dict.fromkeys([*reports, *(message.text for message in messages)])
            train(_lessons(messages, reports), texts).save(made)
        os.replace(made, path)
    for old in sorted(_MODELS.glob("whose-*.npz"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink(missing_ok=True)


def _lessons(messages: Iterable[Marked], reports: list[str]) -> Iterator[tuple[Passage, list[str]]]:
    for message in messages:
        yield from examples_of(message)
    for text in reports[::_EACH]:
        yield _labelled(text, identifiers(text))


def _reports() -> list[str]:
    """The reports and talk the assistant is trained on. None of them is to name its writer."""
    lines = []
    for file in sorted(_REPORTS.rglob("*.yml")):
        with file.open(encoding="utf-8") as stream:
            for block in yaml.load(stream, Loader=yaml.CSafeLoader).get("nlu", []):
                lines += [line.removeprefix("- ").strip() for line in (block.get("examples") or "").splitlines()]
    return [line for line in lines if line]


@functools.lru_cache(maxsize=1)
def _fingerprint() -> str:
    digest = hashlib.sha256()
    code = [file for file in sorted(Path(__file__).parent.glob("*.py")) if file.name not in _AFTERWARDS]
    files = [*sorted(_TAUGHT.glob("*.txt")), *code]
    for file in [*files, *(_ROOT / "data" / "lexicon" / name for name in _WORDS)]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


@functools.lru_cache(maxsize=1)
def _loaded(path: str) -> Tagger:
    return Tagger.opened(Path(path))


@functools.lru_cache(maxsize=1)
def _by_symbol() -> dict[str, frozenset[str]]:
    return {symbol: classes for classes, symbol in lexicon().symbols.items()}


@functools.lru_cache(maxsize=8192)
def _described(symbol: str) -> tuple[str, ...]:
    """The inputs that a word's symbol gives: its classes, one by one and all together."""
    known = _by_symbol()[symbol]
    classes = (*sorted(known - _SHAPES), *(["cap"] if "cap" in known else []))
    return (f"j={'/'.join(classes)}", *(f"c={name}" for name in classes))


def _inputs(passage: Passage, said: Opinion, heard: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What the network is told of each word beside its sound: its classes, how it begins and ends, and what stands
    around it."""
    for symbol, sounds, around in zip(passage.symbols, heard, _around(passage, said), strict=True):
        yield (*_described(symbol), *_spelt(sounds), *around)


def _around(passage: Passage, said: Opinion) -> Iterator[list[str]]:
    """Of each word what is seen from afar, and what the rules say of it."""
    told = _proposed(passage, said)
    for at, seen in enumerate(seen_wide(passage.symbols)):
        yield [*seen, told[at]] if at in told else seen


@functools.lru_cache(maxsize=16_384)
def _spelt(heard: str) -> tuple[str, ...]:
    """How a word sounds at its beginning and end: of one never met that tells something."""
    if not heard[0].isalpha():
        return ()
    word = f"^{heard}$"
    return f"b={word[:4]}", f"e={word[-4:]}", f"e={word[-3:]}"


def _all_heard(passage: Passage) -> list[str]:
    """The sound of every word; numbers by how long they are, identifiers and tags as such."""
    text = passage.text
    return ["#" if word.item is not None else _heard(text[word.start : word.end]) for word in passage.words]


def _heard(written: str) -> str:
    if written[0].isalpha():
        return sound(written)
    return "9" * min(len(written), 3) if written[0].isdigit() else written


def _proposed(passage: Passage, said: Opinion) -> dict[int, str]:
    """What the rules say of words, by word index; of most they say nothing."""
    told = {}
    for cut in said.cuts:
        for at in passage.within(cut.start, cut.end):
            told[at] = f"r={cut.tag}" if passage.words[at].start <= cut.start else f"r=in{cut.tag}"
    for at, owned in said.owned.items():
        told[at] = f"r={owned.owner}{owned.told:d}"
    return told
