"""Examinations kept from one run to the next, so that what has not changed is not examined again."""

from __future__ import annotations

from mtaudit.results.store import ResultStore

__all__ = ["ResultStore"]
