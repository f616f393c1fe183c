"""The verdict on a whole document, in words."""

from __future__ import annotations

from mtaudit.model import DocumentReport
from mtaudit.reporter.counts import worst
from mtaudit.reporter.wording import Wording


def headline_level(document: DocumentReport) -> str:
    """What decides the headline: the worst severity, or ``contradicted``, ``clean``, ``empty``."""
    if not document.sentences:
        return "empty"
    severity = worst(document.findings)
    if severity != "critical" and document.scores.verdicts.get("contradicted"):
        return "contradicted"
    return severity or "clean"


def headline(document: DocumentReport, wording: Wording) -> str:
    """A few words that say whether the document can be published."""
    return wording.text(f"headline.{headline_level(document)}")


def support(document: DocumentReport, wording: Wording) -> str:
    """How far the English bears the document out; empty for a document without sentences."""
    verdicts = document.scores.verdicts
    total = len(document.sentences)
    if not total:
        return ""
    if verdicts.get("unchecked", 0) == total:
        return wording.text("headline.no_reference")
    supported = wording.number(verdicts.get("supported", 0))
    sentence = wording.text("headline.support", supported=supported, total=wording.number(total))
    if contradicted := verdicts.get("contradicted", 0):
        sentence += ", " + wording.count("headline.contradictions", contradicted)
    return sentence
