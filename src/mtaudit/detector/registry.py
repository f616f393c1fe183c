"""Detectors that are code: functions registered under the rules they find.

A detector takes a :class:`SentenceContext` and yields :class:`Hit`; what is said about a hit
(message, reason, severity, MQM node) stands with the other rules in the pack's data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtaudit.detector.context import SentenceContext
from mtaudit.errors import UsageError


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
    """A registered detector.

    Attributes:
        rules: Every rule id that the function may yield.
        needs_parser: Whether it needs the spaCy parse.
        function: The detector itself.
        local: Whether it sees no more of the document than :mod:`mtaudit.detector.surroundings`
            says, so that a sentence need not be looked at again when another one changes.
    """

    rules: tuple[str, ...]
    needs_parser: bool
    function: DetectorFunction
    local: bool = True


#: Plug-ins register a detector under this entry-point group: a function under ``@detector``.
ENTRY_POINT_GROUP = "mtaudit.detectors"
#: Plug-ins bring rule files under this one: a path, or several, or a function that returns them.
RULES_GROUP = "mtaudit.rules"

_DETECTORS: list[Detector] = []


def detector(
    *rules: str, needs_parser: bool = False, local: bool | None = None
) -> Callable[[DetectorFunction], DetectorFunction]:
    """Registers a detector for the given rule ids.

    Args:
        rules: Every rule id the function may yield.
        needs_parser: True where it cannot work without the spaCy parse; it is then left out
            under ``--fast``.
        local: See :class:`Detector`. A plug-in that looks at nothing but the sentence, its English
            and its paragraph says True and is faster for it; what ships has it unasked.
    """

    def register(function: DetectorFunction) -> DetectorFunction:
        ships = function.__module__.startswith(f"{__package__}.")
        _DETECTORS.append(Detector(rules, needs_parser, function, ships if local is None else local))
        return function

    return register


def detectors() -> tuple[Detector, ...]:
    """All registered detectors; imports the ones that ship and the plug-ins, once.

    Raises:
        UsageError: A plug-in cannot be imported, or is no detector.
    """
    import mtaudit.detector.checks.all  # noqa: F401  registers by importing

    _load_plug_ins()
    return tuple(_DETECTORS)


@cache
def _load_plug_ins() -> None:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda each: (each.name, each.value)):
        try:
            loaded = point.load()
        except Exception as error:  # a plug-in may fail in any way; the user can only remove or mend it
            raise UsageError(
                f"the detector {point.name!r} cannot be loaded from {point.value}: {type(error).__name__}",
                "reinstall or remove the package that brings it",
            ) from error
        if not any(each.function is loaded for each in _DETECTORS):
            raise UsageError(
                f"the detector {point.name!r} is no function under @detector: {point.value}",
                "mend the plug-in",
            )


@cache
def plug_in_rules() -> tuple[Path, ...]:
    """The rule files that plug-ins bring, in the order of the plug-ins' names.

    Raises:
        UsageError: A plug-in cannot be imported, or brings no paths.
    """
    from importlib.metadata import entry_points

    files: list[Path] = []
    for point in sorted(entry_points(group=RULES_GROUP), key=lambda each: (each.name, each.value)):
        try:
            loaded = point.load()
            brought = loaded() if callable(loaded) else loaded
            files += [
                Path(each) for each in ([brought] if isinstance(brought, (str, Path)) else list(brought))
            ]
        except Exception as error:
            raise UsageError(
                f"the rules {point.name!r} cannot be loaded from {point.value}: {type(error).__name__}",
                "reinstall or remove the package that brings them",
            ) from error
    return tuple(files)
