"""How like a message is, in meaning, to those that were learnt from: kernel ridge regression on embeddings.

k(a, b) = exp(-|a - b|² / dimensions); weights (K + ridge·I)⁻¹ Y, solved directly.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.linalg

_RIDGE = 0.3
_BLOCK = 1000  # rows whose kernel is computed at a time


class Likeness:
    """Scores of labels by nearness. Pickled in half precision."""

    def __init__(self, rows: np.ndarray, targets: np.ndarray) -> None:
        """`rows` (n, dimensions); `targets` (n, n_labels): 1 where a label holds, else -1."""
        self._known = rows.astype(np.float32)
        kernel = self._kernel(self._known)
        kernel[np.diag_indices(len(kernel))] += _RIDGE
        self._weights = scipy.linalg.solve(
            kernel, targets.astype(np.float32), assume_a="pos", overwrite_a=True, check_finite=False
        )

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """(n_rows, n_labels), about -1 to 1."""
        parts = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
        return np.concatenate([self._kernel(part) @ self._weights for part in parts])

    def _kernel(self, rows: np.ndarray) -> np.ndarray:
        distances = rows @ self._known.T
        distances *= -2
        distances += np.square(rows).sum(axis=1)[:, None] + np.square(self._known).sum(axis=1)[None]
        distances /= -rows.shape[1]
        return np.exp(np.minimum(distances, 0, out=distances), out=distances)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value.astype(np.float16) for name, value in self.__dict__.items()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update({name: value.astype(np.float32) for name, value in state.items()})
