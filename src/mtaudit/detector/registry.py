"""Detectors that are code: functions registered under the rules they find.

A detector takes a :class:`SentenceContext` and yields :class:`Hit`; what is said about a hit
(message, reason, severity, MQM node) stands with the other rules in the pack's data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mtaudit.detector.context import SentenceContext


class Hit(NamedTuple):
    """A fault found by code.

    Attributes:
        rule: Id of the rule.
        start: First code point in the document.
        end: One past the last.
        suggestions: Ready replacements of the span, best first.
        english: The English behind it, where known.
        confidence: Overrides the rule's own, where the detector knows better.
        hint: Advice in words.
        detail: What this very hit is about; stands after the rule's message.
    """

    rule: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    english: str | None = None
    confidence: float | None = None
    hint: str = ""
    detail: str = ""


DetectorFunction = Callable[[SentenceContext], Iterable[Hit]]


class Detector(NamedTuple):
    """A registered detector: its rules, whether it needs the parser, and the function."""

    rules: tuple[str, ...]
    needs_parser: bool
    function: DetectorFunction


_DETECTORS: list[Detector] = []


def detector(*rules: str, needs_parser: bool = False) -> Callable[[DetectorFunction], DetectorFunction]:
    """Registers a detector for the given rule ids.

    Args:
        rules: Every rule id the function may yield.
        needs_parser: True where it cannot work without the spaCy parse; it is then left out
            under ``--fast``.
    """

    def register(function: DetectorFunction) -> DetectorFunction:
        _DETECTORS.append(Detector(rules, needs_parser, function))
        return function

    return register


def detectors() -> tuple[Detector, ...]:
    """All registered detectors; imports the ones that ship and the plug-ins, once."""
    import mtaudit.detector.checks.all  # noqa: F401  registers by importing

    return tuple(_DETECTORS)
