"""A small network that reads a message as a whole: what each word is, its neighbours further and further off, and the
most that is heard anywhere in the message.

Dilated convolutions over words (Strubell, Verga, Belanger and McCallum, 2017), taught by Adam (Kingma and Ba, 2015).
Written out in NumPy, forwards and backwards: a message takes a millisecond, and no library has to be loaded for it.
"""

from __future__ import annotations

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
_ROUNDS, _BATCH, _PACE = 5, 24, 2e-3  # small batches: more steps, and their matrices stay close to the processor
_PACE_OF_INPUTS = 4e-3  # of what is learnt of single inputs, most of which few batches have
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


class _Layer(NamedTuple):
    """What a layer was given, and made of it, for the way back."""

    seen: Floats
    made: Floats
    kept: Floats | None


def _alone(lengths: Ints, reach: int) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Of the words of messages one after another, which have none of their own message `reach` before and after."""
    ends = np.repeat(np.cumsum(lengths), lengths)
    starts = ends - np.repeat(lengths, lengths)
    at = np.arange(int(lengths.sum()))
    return at - reach < starts, at + reach >= ends


def _with_neighbours(rows: Floats, lengths: Ints, reach: int) -> Floats:
    """(n, 3 * width): every row between those `reach` before and after it, nought where its message has none."""
    seen = np.empty((len(rows), 3 * _WIDTH), rows.dtype)
    seen[:, _WIDTH : 2 * _WIDTH] = rows
    seen[reach:, :_WIDTH], seen[:-reach, 2 * _WIDTH :] = rows[:-reach], rows[reach:]
    first, last = _alone(lengths, reach)
    seen[first, :_WIDTH], seen[last, 2 * _WIDTH :] = 0, 0
    return seen


def _from_neighbours(slopes: Floats, lengths: Ints, reach: int) -> Floats:
    """The way back of `_with_neighbours`: what the slopes of its rows say of each row, (n, width)."""
    first, last = _alone(lengths, reach)
    slopes[first, :_WIDTH], slopes[last, 2 * _WIDTH :] = 0, 0
    back = slopes[:, _WIDTH : 2 * _WIDTH].copy()
    back[:-reach] += slopes[reach:, :_WIDTH]
    back[reach:] += slopes[:-reach, 2 * _WIDTH :]
    return back


def _forward(
    weights: Weights, first: Floats, lengths: Ints, random: np.random.Generator | None = None
) -> tuple[Floats, list[_Layer]]:
    """The shares of the labels, and the layers; `first` is the sum of each word's inputs. With `random` some units are
    left out, as is done while it learns."""
    rows = np.maximum(first, 0)
    layers = []
    for number, reach in enumerate(_REACH):
        kept = _left(rows.shape, _DROPPED, random)
        given = rows if kept is None else rows * kept
        seen = _with_neighbours(given, lengths, reach)
        made = np.maximum(seen @ weights[f"K{number}"] + weights[f"k{number}"], 0)
        layers.append(_Layer(seen, made, kept))
        rows = rows + made
    starts = np.cumsum(lengths) - lengths
    loudest = np.maximum.reduceat(rows, starts)
    whole = np.maximum(loudest @ weights["G"] + weights["g"], 0)
    layers.append(_Layer(loudest, whole, None))
    both = np.concatenate([rows, np.repeat(whole, lengths, axis=0)], axis=1)
    kept = _left(both.shape, _DROPPED_LAST, random)
    both = both if kept is None else both * kept
    judged = np.maximum(both @ weights["D"] + weights["d"], 0)
    layers += [_Layer(both, judged, kept), _Layer(rows, rows, None)]
    said = judged @ weights["Z"] + weights["z"]
    said = np.exp(said - said.max(axis=1, keepdims=True))
    return said / said.sum(axis=1, keepdims=True), layers


def _left(shape: tuple[int, ...], dropped: float, random: np.random.Generator | None) -> Floats | None:
    if random is None:
        return None
    return (random.random(shape, np.float32) >= dropped) / np.float32(1 - dropped)


def _backward(weights: Weights, error: Floats, layers: list[_Layer], lengths: Ints) -> tuple[Weights, Floats]:
    """The slopes of all weights but the first layer's, and that of the sums the first layer made (before what is
    below nought is cut off); `error` is that of what was said."""
    slopes: Weights = {}
    *folds, heard, judgement, last = layers
    slopes["Z"], slopes["z"] = judgement.made.T @ error, error.sum(axis=0)
    error = (error @ weights["Z"].T) * (judgement.made > 0)
    slopes["D"], slopes["d"] = judgement.seen.T @ error, error.sum(axis=0)
    error = error @ weights["D"].T
    assert judgement.kept is not None
    error = error * judgement.kept
    starts = np.cumsum(lengths) - lengths
    whole = np.add.reduceat(error[:, _WIDTH:], starts) * (heard.made > 0)
    slopes["G"], slopes["g"] = heard.seen.T @ whole, whole.sum(axis=0)
    loudest = last.made == np.repeat(heard.seen, lengths, axis=0)
    error = error[:, :_WIDTH] + loudest * np.repeat(whole @ weights["G"].T, lengths, axis=0)
    for number in range(len(_REACH) - 1, -1, -1):
        seen, made, kept = folds[number]
        inner = error * (made > 0)
        slopes[f"K{number}"], slopes[f"k{number}"] = seen.T @ inner, inner.sum(axis=0)
        back = _from_neighbours(inner @ weights[f"K{number}"].T, lengths, _REACH[number])
        assert kept is not None
        error = error + back * kept
    return slopes, error


def judge(weights: Weights, first: Floats) -> Floats:
    """For every word of one message how likely it gives the reporter away; `first` is the sum of its inputs' rows."""
    said, _ = _forward(weights, first, np.array([len(first)]))
    return said[:, LABELS.index("B")]


def _new(random: np.random.Generator, inputs: int, words: int, depth: int) -> Weights:
    shapes = {"T": (inputs, _WIDTH), "E": (depth, _WIDTH), "G": (_WIDTH, _HEARD)}
    shapes |= {f"K{number}": (3 * _WIDTH, _WIDTH) for number in range(len(_REACH))}
    shapes |= {"D": (_WIDTH + _HEARD, _JUDGED), "Z": (_JUDGED, len(LABELS))}
    weights = {}
    for name, (given, made) in shapes.items():
        spread = 0.06 if name == "T" else np.sqrt(6 / (given + made))
        weights[name] = random.uniform(-spread, spread, (given, made)).astype(np.float32)
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
        square += 0.001 * (slope * slope - square)
        self._weights[name][rows] -= np.float32(pace) * mean / (np.sqrt(square) + np.float32(1e-7))
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
    met, flat = np.unique(flat, return_inverse=True)
    scale = np.full(len(flat), 1 / (1 - _DROPPED), np.float32)
    matrix = csr_matrix((scale, (at, flat)), shape=(len(words), len(met)))
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


def summed(rows: Floats, flat: Sequence[int], sizes: Sequence[int]) -> Floats:
    """(n, width): the sum of the `rows` whose numbers stand in `flat`, `sizes` of them for each of n."""
    ends = np.concatenate([[0], np.cumsum(sizes)])
    once = np.ones(len(flat), np.float32)
    return np.asarray(csr_matrix((once, np.array(flat, np.int64), ends), shape=(len(sizes), len(rows))) @ rows)
