"""Find what English reporting, or the true source, says for each French sentence."""

from __future__ import annotations

from mtaudit.aligner.align import align
from mtaudit.aligner.encoders import (
    DEFAULT_ENCODER,
    Encoder,
    OnEncoded,
    PiecewiseEncoder,
    encoder_names,
    get_encoder,
    with_cache,
)
from mtaudit.aligner.gaps import Gap, source_gaps
from mtaudit.aligner.reference import ReferenceText

__all__ = [
    "DEFAULT_ENCODER",
    "Encoder",
    "Gap",
    "OnEncoded",
    "PiecewiseEncoder",
    "ReferenceText",
    "align",
    "encoder_names",
    "get_encoder",
    "source_gaps",
    "with_cache",
]
