"""Optional encoder: any sentence-transformers model, by name or by folder (extra ``transformers``).

The library (and torch with it) is imported only when this encoder is asked for. The model must
lie on this machine, in a folder or in the local cache, unless fetching it is allowed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtaudit.aligner.encoders.base import package_version, unit_rows
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Set to 1 to let the library fetch a model that is not on this machine.
ALLOW_DOWNLOAD = "MTAUDIT_ALLOW_DOWNLOAD"
#: Set to 1 to run the Python code that some model folders bring; only for folders you trust.
TRUST_CODE = "MTAUDIT_TRUST_MODEL_CODE"
#: Where the model runs: ``cpu`` unless this says ``cuda``, ``mps``, or ``auto`` for the best there is.
DEVICE = "MTAUDIT_DEVICE"
#: Sentences per batch; larger ones did not run faster on two cores.
BATCH = 32


class SentenceTransformersEncoder:
    """A model of the sentence-transformers library; it loads with the first call.

    Args:
        model: A model's name (``LaBSE``) or the path of its folder.
        allow_download: Whether it may be fetched; None reads ``MTAUDIT_ALLOW_DOWNLOAD``.
        device: Where it runs, as torch names it; None reads ``MTAUDIT_DEVICE``.

    Raises:
        UsageError: No model is named.
    """

    def __init__(self, model: str, *, allow_download: bool | None = None, device: str | None = None) -> None:
        if not model.strip():
            raise UsageError(
                "the encoder sentence-transformers needs a model",
                "write sentence-transformers:NAME-OR-PATH",
            )
        self.model = model.strip()
        self.allow_download = (
            os.environ.get(ALLOW_DOWNLOAD, "") == "1" if allow_download is None else allow_download
        )
        self.device = (os.environ.get(DEVICE, "") if device is None else device).strip() or "cpu"
        self._model: Any = None

    @property
    def version(self) -> str | None:
        """A digest of the model folder, by which vectors are cached; None for a model given by name.

        What a name stands for may change in the library's own cache; a folder is told by its files'
        names, sizes and times of change.
        """
        folder = Path(self.model)
        library = package_version("sentence-transformers")
        if library is None or not folder.is_dir():
            return None
        digest = hashlib.sha256(f"{library}\n{folder.resolve()}\n".encode())
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                state = file.stat()
                digest.update(f"{file.relative_to(folder)}:{state.st_size}:{state.st_mtime_ns}\n".encode())
        return digest.hexdigest()

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
                self.model,
                device=None if self.device == "auto" else self.device,
                local_files_only=not self.allow_download,
                trust_remote_code=os.environ.get(TRUST_CODE, "") == "1",
            )
        except Exception as error:  # the library raises many kinds, one per way to be missing
            if "third-party code" in str(error) or "trust_remote_code" in str(error):
                raise UsageError(
                    f"the model {self.model} brings Python code of its own",
                    f"read it, and set {TRUST_CODE}=1 if you trust it",
                ) from error
            raise UsageError(
                f"the model {self.model} cannot be loaded: {_first_line(error)}",
                f"give the folder of a saved model, or set {ALLOW_DOWNLOAD}=1 to let it be fetched"
                + (f"; {DEVICE} is {self.device}" if self.device != "cpu" else ""),
            ) from error


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
