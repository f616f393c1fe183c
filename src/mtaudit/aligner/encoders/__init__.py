"""Sentence encoders: one file each, behind one small protocol."""

from __future__ import annotations

from mtaudit.aligner.encoders.base import Encoder
from mtaudit.aligner.encoders.cached import with_cache
from mtaudit.aligner.encoders.piecewise import OnEncoded, PiecewiseEncoder
from mtaudit.aligner.encoders.registry import encoder_names, get_encoder
from mtaudit.options import DEFAULT_ENCODER

__all__ = [
    "DEFAULT_ENCODER",
    "Encoder",
    "OnEncoded",
    "PiecewiseEncoder",
    "encoder_names",
    "get_encoder",
    "with_cache",
]
