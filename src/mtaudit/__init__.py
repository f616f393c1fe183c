"""Audits machine-translated news: literal artefacts, fidelity to English reporting, reports."""

from __future__ import annotations

__version__ = "0.1.0"
