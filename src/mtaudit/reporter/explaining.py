"""Why a sentence has the fidelity it has, in words."""

from __future__ import annotations

from mtaudit.model import SentenceReport


def explanation_of(entry: SentenceReport) -> str:
    """The scorer's account of one sentence's fidelity: which parts it is made of and what they cost."""
    from mtaudit.scorer.fidelity import explain

    return explain(entry.parts, entry.verdict, entry.findings, entry.checks)
