"""Words known by the company they keep: a point for every word of the texts we own, by the words beside it.

Positive pointwise mutual information with the two words to either side, and its largest singular vectors (Levy,
Goldberg and Dagan, 2015). Words are folded by `sound`, so that scripts meet. Some ten seconds; used for training alone.
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

_DEPTH = 60  # numbers a word
_LEAST = 3  # times that a word must be met
_BESIDE = 3_000  # the most frequent words: those it is known by
_STEPS = (-2, -1, 1, 2)
_RARE, _END = -1, -2  # what is no such word
_SPREAD = 3.0  # length of a word's point
_SEED = 7

Ints = npt.NDArray[np.int64]


def company(messages: Iterable[Sequence[str]]) -> tuple[list[str], npt.NDArray[np.float32]]:
    """The words of `messages` met often enough, and a row for each (n_words, 60)."""
    from scipy.sparse import coo_matrix  # only who teaches needs these two
    from sklearn.utils.extmath import randomized_svd

    heard = list(messages)
    counts = collections.Counter(itertools.chain.from_iterable(heard))
    words = [word for word, count in counts.most_common() if count >= _LEAST]
    rows, columns = _pairs(heard, {word: at for at, word in enumerate(words)})
    wide = len(_STEPS) * (_BESIDE + 2)
    met = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(words), wide)).tocsr().tocoo()
    of_word, of_beside = np.bincount(rows, minlength=len(words)), np.bincount(columns, minlength=wide) ** 0.75
    told = np.log(met.data * of_beside.sum() / (of_word[met.row] * of_beside[met.col]))
    positive = told > 0
    table = coo_matrix((told[positive], (met.row[positive], met.col[positive])), shape=met.shape).tocsr()
    with threadpool_limits(1, "blas"):  # in one order of adding up, so that the same texts give the same points
        points, sizes, _ = randomized_svd(table, _DEPTH, random_state=_SEED)
    points = points * np.sqrt(sizes)
    points *= _SPREAD / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)
    return words, points.astype(np.float32)


def _pairs(heard: Iterable[Sequence[str]], place: dict[str, int]) -> tuple[Ints, Ints]:
    """Word and neighbour, a column for each neighbour and step; two columns stand for any rare word and the end."""
    line = [_END] * max(_STEPS)
    for message in heard:
        line += [place.get(word, _RARE) for word in message]
        line += [_END] * max(_STEPS)
    known = np.array(line)
    beside = np.where(known == _END, _BESIDE + 1, np.where((known == _RARE) | (known >= _BESIDE), _BESIDE, known))
    at = np.flatnonzero(known >= 0)
    columns = [number * (_BESIDE + 2) + beside[at + step] for number, step in enumerate(_STEPS)]
    return np.tile(known[at], len(_STEPS)), np.concatenate(columns)
