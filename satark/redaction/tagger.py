"""Learnt from marked messages: how likely each word of a passage gives the reporter away.

A network (`network`) is told of each word its classes, what the rules say of it and the company it keeps (`company`),
so that what it learns in one script, and of one word, holds for others. Training takes minutes and its result is kept
beside the models.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from satark import corpus
from satark.redaction.company import company
from satark.redaction.grammar import Opinion
from satark.redaction.lessons import lessons_of
from satark.redaction.marked import Marked, marked_files
from satark.redaction.network import Floats, Weights, judge, learn
from satark.redaction.passage import Passage
from satark.redaction.seen import all_heard, around, described, heard_as, spelt
from satark.redaction.wide import NEAREST, nearest
from satark.text import normalise

_ROOT = Path(__file__).resolve().parents[2]
_TAUGHT = _ROOT / "data" / "whose"
_MODELS = _ROOT / "models"
_WORDS = ("identity.yml", "everyday.yml")
_EACH = 8  # of the training reports of `data/nlu`, which name no reporter, every so many-th
# What the tagger says is weighed there, or read afterwards, and nothing is taught.
_AFTERWARDS = frozenset(
    {"verdict.py", "__init__.py", "moments.py", "scene.py", "seats.py", "towns.py", "risks.py", "phones.py", "safer.py"}
)
_KEPT = 3
_REMEMBERED = 8192  # words whose rows are kept: most come again, in the next pass if not in the next message
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
        self._told = functools.lru_cache(_REMEMBERED)(self._sum_of)
        self._of_symbol = functools.lru_cache(_REMEMBERED)(lambda symbol: self._sum_of(described(symbol)))
        self._near = np.stack([self._sum_of((name,)) for name in NEAREST])

    def shares(self, passage: Passage, said: Opinion) -> list[float]:
        """For every word how likely it gives the reporter away."""
        alone = list(map(self._alone, passage.symbols, passage.written))
        rows = np.concatenate(alone).reshape(len(alone), -1)
        beside = nearest(passage.symbols)
        stand, rank = np.nonzero(beside)
        near = np.zeros((len(rows), len(NEAREST)), np.float32)
        near[stand, beside[stand, rank] - 1] = 1
        rows += near @ self._near
        for first, last, names in around(passage, said):
            rows[first:last] += self._told(names)
        shares: list[float] = judge(self._weights, rows).tolist()
        return shares

    def _sum_of(self, names: tuple[str, ...]) -> Floats:
        """The sum of the rows of those inputs that were taught."""
        taught = [number for number in map(self._inputs.get, names) if number is not None]
        total: Floats = self._weights["I"][taught].sum(axis=0)
        return total

    def _row_of(self, symbol: str, written: str) -> Floats:
        """What a word adds wherever it stands: its sound, its company, its classes and how it is spelt."""
        heard = heard_as(written)
        row: Floats = self._weights["W"][self._words.get(heard, -1)].astype(np.float32) + self._weights["b"]
        return row + self._of_symbol(symbol) + self._sum_of(spelt(heard))

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
    Taught first (for minutes) where nobody has since the marked messages changed. Raises `MarkError`."""
    return _loaded(str(taught())).shares(passage, said) if passage.words else []


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
            _learnt(marked_files(_TAUGHT), _reports()).save(made)
        os.replace(made, path)
    for old in sorted(_MODELS.glob("whose-*.npz"), key=os.path.getmtime)[:-_KEPT]:
        old.unlink(missing_ok=True)


def _learnt(messages: Sequence[Marked], reports: Sequence[str]) -> Tagger:
    """The tagger that marked messages teach, and every so many-th report; the company of words is read from all."""
    given = lessons_of(messages, reports[::_EACH])
    texts = dict.fromkeys([*reports, *(message.text for message in messages)])
    words, points = company(all_heard(Passage(text, [])) for text in texts)
    points = np.pad(points, ((0, 1), (0, 1)))
    points[-1, -1] = 1.0  # any other word
    place = {word: at for at, word in enumerate(words)}
    known = np.array([place.get(word, len(words)) for word in given.words])
    lessons = [lesson._replace(words=known[lesson.words]) for lesson in given.lessons]
    return Tagger(learn(lessons, len(given.inputs), points), given.inputs, words)


def _reports() -> list[str]:
    """The reports and talk the assistant is trained on. None of them is to name its writer."""
    return [normalise(message) for block in corpus.blocks() for message in block.messages]


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
