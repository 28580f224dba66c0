"""A small network that reads a message as a whole: what each word is, its neighbours further and further off, and the
most that is heard anywhere in the message.

Dilated convolutions over words (Strubell, Verga, Belanger and McCallum, 2017); from further off each number of a word
is mixed with the same of its neighbours before all are weighed together (Chollet, 2017). Taught by Adam (Kingma and Ba,
2015). Written out in NumPy, forwards and backwards: a message takes a millisecond, and nothing beyond SciPy is loaded
for it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, Floats]

LABELS = "OBE"  # of no interest; gives the reporter away; only looks as if it did
_WIDTH, _HEARD, _JUDGED = 128, 48, 64  # units of a word, of the message as a whole, and of the judgement
_REACH = (1, 2, 4, 8)  # how far each layer looks to either side
_WEIGHED, _BRIEF = 2, 64  # how many of the first layers weigh all that is told of neighbours, in so many numbers each
_ROUNDS, _BATCH, _PACE = 4, 24, 3e-3  # small batches: more steps, and their matrices stay close to the processor
_PACE_OF_INPUTS = 6e-3  # of what is learnt of single inputs, most of which few batches have
_ALL = slice(None)
_DROPPED, _DROPPED_LAST = 0.2, 0.3
_OWN = 4_000  # of the words, how many of the first may differ from what their company tells of them
_UNKNOWN = 0.1  # of the words, how many are taught as if they had never been met


class Lesson(NamedTuple):
    """A message to learn from: the numbers of all its words' inputs one after another and how many each word has; of
    each word its row among the word vectors, and its label."""

    inputs: Ints
    sizes: Ints
    words: Ints
    labels: Ints

    @classmethod
    def of(cls, inputs: Sequence[Sequence[int]], words: Sequence[int], labels: Sequence[int]) -> Lesson:
        """The lesson of words with these inputs each."""
        flat, sizes = [number for row in inputs for number in row], [len(row) for row in inputs]
        return cls(*(np.array(numbers, np.int64) for numbers in (flat, sizes, words, labels)))


class _Side(NamedTuple):
    """Of words of messages one after another: which have a word so far to one side, which words those are, and of these
    pairs those of two messages."""

    to: slice
    of: slice
    apart: Ints


class _Layer(NamedTuple):
    """What a layer was given, and made of it, for the way back; of words with their neighbours also what came of mixing
    them, and with which."""

    given: Floats
    made: Floats
    kept: Floats | None = None
    mixed: Floats | None = None
    sides: Sequence[_Side] = ()


def _sides(lengths: Ints, reach: int) -> Sequence[_Side]:
    """The words `reach` before and after each."""
    ends = np.repeat(np.cumsum(lengths), lengths)
    pairs = max(0, len(ends) - reach)
    apart = np.flatnonzero(np.arange(reach, reach + pairs) >= ends[:pairs])  # whichever of the two is asked
    first, last = slice(None, pairs), slice(reach, None)
    return _Side(last, first, apart), _Side(first, last, apart)


def _beside(rows: Floats, sides: Sequence[_Side]) -> Floats:
    """(n, 3 width): every row with the one before and the one after it."""
    width = rows.shape[1]
    beside = np.zeros((len(rows), 3 * width), rows.dtype)
    beside[:, :width] = rows
    for number, side in enumerate(sides, start=1):
        part = beside[side.to, number * width : (number + 1) * width]
        part[:] = rows[side.of]
        part[side.apart] = 0
    return beside


def _from_beside(slopes: Floats, sides: Sequence[_Side]) -> Floats:
    """The way back of `_beside`."""
    width = slopes.shape[1] // 3
    back = slopes[:, :width].copy()
    for number, side in enumerate(sides, start=1):
        part = slopes[side.to, number * width : (number + 1) * width]
        part[side.apart] = 0
        back[side.of] += part
    return back


def _with_neighbours(rows: Floats, shares: Floats, sides: Sequence[_Side]) -> Floats:
    """(n, width): every number of a row with the same of those before and after it, by `shares` (3, width): of itself,
    of the one before, of the one after."""
    mixed = rows * shares[0]
    for share, side in zip(shares[1:], sides, strict=True):
        beside = rows[side.of] * share
        beside[side.apart] = 0
        mixed[side.to] += beside
    return mixed


def _from_neighbours(slopes: Floats, rows: Floats, shares: Floats, sides: Sequence[_Side]) -> tuple[Floats, Floats]:
    """The way back of `_with_neighbours`: what the slopes of what came of it say of each row, and of the shares."""
    back = slopes * shares[0]
    of_shares = [np.einsum("ij,ij->j", slopes, rows)]
    for share, side in zip(shares[1:], sides, strict=True):
        beside = slopes[side.to].copy()
        beside[side.apart] = 0
        of_shares.append(np.einsum("ij,ij->j", beside, rows[side.of]))
        back[side.of] += beside * share
    return back, np.stack(of_shares)


def _mixed(weights: Weights, number: int, given: Floats, sides: Sequence[_Side]) -> Floats:
    """What layer `number` weighs: its rows with their neighbours."""
    shares = weights.get(f"N{number}")
    if shares is None:
        return _beside(given @ weights[f"P{number}"], sides)
    return _with_neighbours(given, shares, sides)


def _forward(
    weights: Weights, first: Floats, lengths: Ints, random: np.random.Generator
) -> tuple[Floats, list[_Layer]]:
    """The shares of the labels as they are while it learns, some units left out, and the layers; `first` is the sum of
    each word's inputs."""
    rows = np.maximum(first, 0)
    layers = []
    for number, reach in enumerate(_REACH):
        kept = _left(rows.shape, _DROPPED, random)
        given = rows * kept
        sides = _sides(lengths, reach)
        mixed = _mixed(weights, number, given, sides)
        made = np.maximum(mixed @ weights[f"K{number}"] + weights[f"k{number}"], 0)
        layers.append(_Layer(given, made, kept, mixed, sides))
        rows = rows + made
    starts = np.cumsum(lengths) - lengths
    loudest = np.maximum.reduceat(rows, starts)
    whole = np.maximum(loudest @ weights["G"] + weights["g"], 0)
    layers.append(_Layer(loudest, whole))
    both = np.concatenate([rows, np.repeat(whole, lengths, axis=0)], axis=1)
    kept = _left(both.shape, _DROPPED_LAST, random)
    both *= kept
    judged = np.maximum(both @ weights["D"] + weights["d"], 0)
    layers += [_Layer(both, judged, kept), _Layer(rows, rows)]
    return _shares_of(judged @ weights["Z"] + weights["z"]), layers


def _shares_of(said: Floats) -> Floats:
    """(n, labels): rows that sum to one, from what was said for each label."""
    said = np.exp(said - said.max(axis=1, keepdims=True))
    return said / said.sum(axis=1, keepdims=True)


def _left(shape: tuple[int, ...], dropped: float, random: np.random.Generator) -> Floats:
    limit = round(256 * dropped)
    drawn = np.frombuffer(random.bytes(math.prod(shape)), np.uint8).reshape(shape)
    return (drawn >= limit) * np.float32(256 / (256 - limit))


def _backward(weights: Weights, error: Floats, layers: list[_Layer], lengths: Ints) -> tuple[Weights, Floats]:
    """The slopes of all weights but the first layer's, and that of the sums the first layer made (before what is
    below nought is cut off); `error` is that of what was said."""
    slopes: Weights = {}
    *folds, heard, judgement, last = layers
    slopes["Z"], slopes["z"] = judgement.made.T @ error, error.sum(axis=0)
    error = (error @ weights["Z"].T) * (judgement.made > 0)
    slopes["D"], slopes["d"] = judgement.given.T @ error, error.sum(axis=0)
    error = error @ weights["D"].T
    assert judgement.kept is not None
    error = error * judgement.kept
    starts = np.cumsum(lengths) - lengths
    whole = np.add.reduceat(error[:, _WIDTH:], starts) * (heard.made > 0)
    slopes["G"], slopes["g"] = heard.given.T @ whole, whole.sum(axis=0)
    loudest = last.made == np.repeat(heard.given, lengths, axis=0)
    error = error[:, :_WIDTH] + loudest * np.repeat(whole @ weights["G"].T, lengths, axis=0)
    for number in range(len(_REACH) - 1, -1, -1):
        given, made, kept, mixed, sides = folds[number]
        assert kept is not None and mixed is not None
        inner = error * (made > 0)
        slopes[f"K{number}"], slopes[f"k{number}"] = mixed.T @ inner, inner.sum(axis=0)
        through = inner @ weights[f"K{number}"].T
        shares = weights.get(f"N{number}")
        if shares is None:
            told = _from_beside(through, sides)
            slopes[f"P{number}"] = given.T @ told
            back = told @ weights[f"P{number}"].T
        else:
            back, slopes[f"N{number}"] = _from_neighbours(through, given, shares, sides)
        error = error + back * kept
    return slopes, error


def judge(weights: Weights, first: Floats) -> Floats:
    """For every word of one message how likely it gives the reporter away; `first` is the sum of its inputs' rows."""
    return shares_of_labels(weights, first)[:, LABELS.index("B")]


def shares_of_labels(weights: Weights, first: Floats) -> Floats:
    """(n, labels): for every word of one message how likely each of the `LABELS` is."""
    rows, length = np.maximum(first, 0), np.array([len(first)])
    for number, reach in enumerate(_REACH):  # as `_forward` does, in place: fresh memory costs more than the sums
        made = _mixed(weights, number, rows, _sides(length, reach)) @ weights[f"K{number}"]
        made += weights[f"k{number}"]
        rows += np.maximum(made, 0, out=made)
    whole = np.maximum(rows.max(axis=0) @ weights["G"] + weights["g"], 0)
    judged = rows @ weights["D"][:_WIDTH]
    judged += whole @ weights["D"][_WIDTH:] + weights["d"]
    return _shares_of(np.maximum(judged, 0, out=judged) @ weights["Z"] + weights["z"])


def _new(random: np.random.Generator, inputs: int, words: int, depth: int) -> Weights:
    shapes = {"T": (inputs, _WIDTH), "E": (depth, _WIDTH), "G": (_WIDTH, _HEARD)}
    for number in range(len(_REACH)):
        shapes[f"K{number}"] = (3 * _BRIEF if number < _WEIGHED else _WIDTH), _WIDTH
    shapes |= {f"P{number}": (_WIDTH, _BRIEF) for number in range(_WEIGHED)}
    shapes |= {"D": (_WIDTH + _HEARD, _JUDGED), "Z": (_JUDGED, len(LABELS))}
    weights = {}
    for name, (given, made) in shapes.items():
        spread = 0.06 if name == "T" else np.sqrt(6 / (given + made))
        weights[name] = random.uniform(-spread, spread, (given, made)).astype(np.float32)
    for number in range(_WEIGHED, len(_REACH)):
        weights[f"N{number}"] = random.uniform(-1, 1, (3, _WIDTH)).astype(np.float32)
    weights["T"][inputs - words :] = 0  # of a word that no lesson has, its company tells all
    biases = {"b": _WIDTH, "g": _HEARD, "d": _JUDGED, "z": len(LABELS)}
    biases |= {f"k{number}": _WIDTH for number in range(len(_REACH))}
    return weights | {name: np.zeros(size, np.float32) for name, size in biases.items()}


def learn(lessons: Sequence[Lesson], inputs: int, vectors: Floats, seed: int = 5, rounds: int = _ROUNDS) -> Weights:
    """The weights after `rounds` of all lessons, among them `I`, a row for each of the `inputs`, and `W`, a row for
    each word: its point in `vectors` and what was learnt of it. The last row stands for every word never met."""
    random = np.random.default_rng(seed)
    own = min(_OWN, len(vectors))
    weights = _new(random, inputs + own, own, vectors.shape[1])
    adam = _Adam(weights)
    batches, step = _batches(lessons), 0
    total = rounds * len(batches)
    for _ in range(rounds):
        for number in random.permutation(len(batches)):
            slopes, met = _slopes(weights, [lessons[at] for at in batches[number]], vectors, random)
            step += 1
            slower = (1 - (step - 1) / total) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            adam.step("T", slopes.pop("T"), slower * _PACE_OF_INPUTS, met)
            for name, slope in slopes.items():
                adam.step(name, slope, slower * _PACE)
    table = weights.pop("T")
    words = vectors @ weights.pop("E")
    words[:own] += table[inputs:]
    return weights | {"I": table[:inputs], "W": words.astype(np.float16)}


class _Adam:
    """Moves weights against their slopes, each by how steady and how steep its own were."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._means = {name: np.zeros_like(value) for name, value in weights.items()}
        self._squares = {name: np.zeros_like(value) for name, value in weights.items()}

    def step(self, name: str, slope: Floats, pace: float, rows: Ints | slice = _ALL) -> None:
        """Moves the `rows` of a weight, all others stay as they are: `slope` has those rows alone."""
        mean, square = self._means[name][rows], self._squares[name][rows]
        mean += 0.1 * (slope - mean)
        slope *= slope
        square += 0.001 * (slope - square)
        moved = np.sqrt(square)
        moved += np.float32(1e-7)
        np.divide(mean, moved, out=moved)
        moved *= np.float32(pace)
        self._weights[name][rows] -= moved
        self._means[name][rows], self._squares[name][rows] = mean, square


def _batches(lessons: Sequence[Lesson]) -> list[list[int]]:
    order = sorted(range(len(lessons)), key=lambda at: len(lessons[at].labels))
    return [order[first : first + _BATCH] for first in range(0, len(order), _BATCH)]


def _slopes(
    weights: Weights, lessons: list[Lesson], vectors: Floats, random: np.random.Generator
) -> tuple[Weights, Ints]:
    """The slopes of all weights, and the rows of `T` that the lessons have: its slopes are of those rows alone."""
    lengths = np.array([len(lesson.labels) for lesson in lessons])
    flat, sizes, words, labels = (np.concatenate(numbers) for numbers in zip(*lessons, strict=True))
    words = np.where(random.random(len(words)) < _UNKNOWN, len(vectors) - 1, words)
    at = np.repeat(np.arange(len(words)), sizes)
    own = min(_OWN, len(vectors))
    taught = np.flatnonzero(words < own)
    flat = np.concatenate([flat, len(weights["T"]) - own + words[taught]])
    at = np.concatenate([at, taught])
    kept = random.random(len(flat)) >= _DROPPED
    flat, at = flat[kept], at[kept]
    met = np.flatnonzero(np.bincount(flat))
    place = np.empty(len(weights["T"]), np.int32)
    place[met] = np.arange(len(met), dtype=np.int32)
    scale = np.full(len(flat), 1 / (1 - _DROPPED), np.float32)
    matrix = csr_matrix((scale, (at, place[flat])), shape=(len(words), len(met)))
    described = vectors[words]
    first = matrix @ weights["T"][met] + described @ weights["E"] + weights["b"]
    said, layers = _forward(weights, first, lengths, random)
    error = said
    error[np.arange(len(labels)), labels] -= 1
    error /= np.float32(len(labels))
    slopes, back = _backward(weights, error, layers, lengths)
    back = back * (first > 0)
    slopes["T"], slopes["E"], slopes["b"] = matrix.T @ back, described.T @ back, back.sum(axis=0)
    return slopes, met
