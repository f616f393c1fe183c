"""An encoder that works piece by piece and says how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mtaudit.aligner.encoders.base import Encoder

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Told how many texts of how many are encoded: first ``(0, total)``, at last ``(total, total)``.
OnEncoded = Callable[[int, int], None]
#: Texts in a piece, where the encoder does not say better by an attribute ``piece``.
PIECE = 256


class PiecewiseEncoder:
    """Hands its texts on in pieces of one size.

    The pieces are the same whether anybody listens or not: vectors made in other batches differ in
    their last digits.

    Args:
        encoder: Encodes the pieces. An attribute ``piece`` says how many texts it takes at a time.
        on_encoded: Told how far it is.
    """

    def __init__(self, encoder: Encoder, on_encoded: OnEncoded | None = None) -> None:
        self.encoder = encoder
        self.on_encoded = on_encoded
        self._piece = max(1, int(getattr(encoder, "piece", PIECE)))

    @property
    def name(self) -> str:
        """The name of the encoder behind it."""
        return self.encoder.name

    @property
    def version(self) -> str | None:
        """The version of the encoder behind it; None where it has none."""
        version: str | None = getattr(self.encoder, "version", None)
        return version

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors; see ``Encoder.encode``."""
        import numpy as np

        if not texts:
            return self.encoder.encode(texts)
        made = []
        self._tell(0, len(texts))
        for at in range(0, len(texts), self._piece):
            made.append(self.encoder.encode(texts[at : at + self._piece]))
            self._tell(min(at + self._piece, len(texts)), len(texts))
        return made[0] if len(made) == 1 else np.concatenate(made)

    def _tell(self, done: int, total: int) -> None:
        if self.on_encoded is not None:
            self.on_encoded(done, total)
