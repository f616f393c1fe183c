"""Optional encoder: any sentence-transformers model, by name or by folder (extra ``transformers``).

The library (and torch with it) is imported only when this encoder is asked for. The model must
lie on this machine, in a folder or in the local cache, unless fetching it is allowed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtaudit.aligner.encoders.base import unit_rows
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Set to 1 to let the library fetch a model that is not on this machine.
ALLOW_DOWNLOAD = "MTAUDIT_ALLOW_DOWNLOAD"
#: Sentences per batch; larger ones did not run faster on two cores.
BATCH = 32


class SentenceTransformersEncoder:
    """A model of the sentence-transformers library; it loads with the first call.

    Args:
        model: A model's name (``LaBSE``) or the path of its folder.
        allow_download: Whether it may be fetched; None reads ``MTAUDIT_ALLOW_DOWNLOAD``.

    Raises:
        UsageError: No model is named.
    """

    def __init__(self, model: str, *, allow_download: bool | None = None) -> None:
        if not model.strip():
            raise UsageError(
                "the encoder sentence-transformers needs a model",
                "write sentence-transformers:NAME-OR-PATH",
            )
        self.model = model.strip()
        self.allow_download = (
            os.environ.get(ALLOW_DOWNLOAD, "") == "1" if allow_download is None else allow_download
        )
        self._model: Any = None

    @property
    def name(self) -> str:
        """The model's name without the folders before it, so that signatures don't tell paths."""
        path = Path(self.model)
        return f"sentence-transformers:{path.resolve().name if path.is_dir() else self.model}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Turn texts into vectors of shape (len(texts), d); see ``Encoder.encode``.

        Raises:
            UsageError: The extra is missing, or the model cannot be loaded.
        """
        if self._model is None:
            self._model = self._load()
        if not texts:
            import numpy as np

            return np.zeros((0, len(self.encode(["."])[0])), dtype=np.float32)
        vectors = self._model.encode(
            [text or " " for text in texts],
            batch_size=BATCH,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return unit_rows(vectors)

    def _load(self) -> Any:
        try:
            library = import_module("sentence_transformers")
        except ImportError as error:
            raise UsageError(
                "the encoder sentence-transformers is not installed",
                "install it with: pip install 'mtaudit[transformers]'",
            ) from error
        try:
            return library.SentenceTransformer(
                self.model, device="cpu", local_files_only=not self.allow_download
            )
        except Exception as error:  # the library raises many kinds, one per way to be missing
            raise UsageError(
                f"the model {self.model} cannot be loaded: {_first_line(error)}",
                f"give the folder of a saved model, or set {ALLOW_DOWNLOAD}=1 to let it be fetched",
            ) from error


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
