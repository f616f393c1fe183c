"""Encode every text of a comparison in one call, each text once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mtaudit.aligner.encoders.base import Encoder

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors


class VectorTable:
    """Vectors by text.

    Args:
        encoder: Turns texts into unit vectors; called once.
        texts: Every text that will be asked for, in any order, with repeats.
    """

    def __init__(self, encoder: Encoder, texts: Iterable[str]) -> None:
        unique = list(dict.fromkeys(texts))
        self._rows = {text: row for row, text in enumerate(unique)}
        self._vectors = encoder.encode(unique)

    def rows(self, texts: Sequence[str]) -> Vectors:
        """The unit vectors of some of the texts, shape (len(texts), d).

        Raises:
            KeyError: A text was not in the table's list.
        """
        return self._vectors[[self._rows[text] for text in texts]]
