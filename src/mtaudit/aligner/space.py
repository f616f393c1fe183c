"""How near French and English stretches are, on a scale that is the same for every encoder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: Neighbours that make the margin (Artetxe & Schwenk 2019 use 4 in texts of millions of lines).
NEIGHBOURS = 4
#: A neighbourhood is never taken to be emptier than this, so that the margin stays tame.
MIN_NEIGHBOURHOOD = 0.2


@cache
def background() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The neutral sentences of ``background.toml``: French, English."""
    raw = resources.files("mtaudit.aligner").joinpath("background.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)
    return tuple(table["french"]), tuple(table["english"])


def floor_of(french: Matrix, english: Matrix) -> float:
    """Mean cosine of unrelated sentences: the zero of an encoder's scale.

    Args:
        french: Unit rows of the French background, shape (a, d).
        english: Unit rows of the English background, shape (b, d).

    Returns:
        Between 0 and 0.95 (about 0.05 for USE, 0.8 for multilingual-e5).
    """
    return float(min(max((french @ english.T).mean(), 0.0), 0.95))


def rescaled(cosine: Matrix, floor: float) -> Matrix:
    """Map cosines so that unrelated sentences are at 0 and equal ones at 1."""
    return (cosine - floor) / (1.0 - floor)


def neighbourhood(nearness: Matrix, to_background: Matrix, neighbours: int = NEIGHBOURS) -> Matrix:
    """Mean nearness of each sentence's nearest neighbours on the other side.

    A pair's nearness over the mean of its two neighbourhoods is the ratio margin of Artetxe &
    Schwenk (2019), "Margin-based Parallel Corpus Mining with Multilingual Sentence Embeddings":
    a sentence that is near to everything counts for less.

    Args:
        nearness: Of n sentences to the m on the other side, shape (n, m); m may be 0.
        to_background: Of the n to the background of the other language, shape (n, b).
        neighbours: How many make the mean.

    Returns:
        Shape (n,), never below ``MIN_NEIGHBOURHOOD``.
    """
    import numpy as np

    near = np.concatenate([nearness, to_background], axis=1)
    k = min(neighbours, near.shape[1])
    top = np.partition(near, near.shape[1] - k, axis=1)[:, near.shape[1] - k :]
    return np.asarray(np.maximum(top.mean(axis=1), MIN_NEIGHBOURHOOD), dtype=np.float32)
