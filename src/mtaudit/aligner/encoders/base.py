"""What the aligner asks of a sentence encoder: a name, and texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


@runtime_checkable
class Encoder(Protocol):
    """A multilingual sentence encoder.

    French and English land in one space: a sentence and its translation are close.
    """

    @property
    def name(self) -> str:
        """Short name for signatures, such as ``use`` or ``e5``."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors.

        Args:
            texts: Any number of texts, also none, also empty ones.

        Returns:
            Array of shape (len(texts), d), float32, every row of length 1.
        """


def unit_rows(vectors: Vectors) -> Vectors:
    """Scale every row to length 1; a row of zeros or of NaN becomes the first axis.

    Args:
        vectors: Array of shape (n, d).

    Returns:
        Array of the same shape, float32.
    """
    import numpy as np

    rows = np.nan_to_num(np.asarray(vectors, dtype=np.float32))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    dead = lengths[:, 0] < 1e-12
    rows = (rows / np.where(lengths < 1e-12, 1.0, lengths)).astype(np.float32)
    if dead.any():
        rows[dead] = 0.0
        rows[dead, 0] = 1.0
    return rows


def package_version(package: str) -> str | None:
    """The installed release of a package; None where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None
