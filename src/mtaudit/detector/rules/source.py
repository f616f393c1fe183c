"""A rule as its author wrote it, and the reading of rule files.

Errors name the file, the line and the column, and show the line with a caret: a rule file is
written by hand, and its author should never see a traceback.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mtaudit.detector.families import FAMILIES
from mtaudit.detector.patterns.syntax import Pattern, PatternError, parse
from mtaudit.detector.rules.confidence import measured_confidence
from mtaudit.detector.rules.template import Template, TemplateError, parse_template
from mtaudit.errors import RuleError
from mtaudit.model import SEVERITY_WEIGHT

_TEXT = ("id", "name", "en", "severity", "mqm", "why", "hint", "message")
_LISTS = ("suggest", "when", "unless", "regions", "refs")
_KEYS = {*_TEXT, *_LISTS, "pattern", "bad", "good", "evidence", "confidence", "preview", "detector"}
_EFFECTS = ("require", "boost", "ignore")
_ID = re.compile(r"[A-Z]{3}\d{3,4}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Example:
    """A sentence that proves a rule: with ``spans`` the rule must fire there and only there.

    ``english`` is the English sentence behind it; ``want`` what the first suggestion gives.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    english: str = ""
    want: str | None = None


@dataclass(frozen=True)
class RuleSource:
    """One ``[[rule]]`` of a rule file, checked. ``detector`` rules are found by code, not by patterns."""

    id: str
    name: str
    en: str
    severity: str
    mqm: str
    why: str
    message: str
    hint: str
    patterns: tuple[Pattern, ...]
    when: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    suggest: tuple[Template, ...]
    evidence: str
    effect: str
    without: str
    confidence: float
    preview: bool
    detector: bool
    regions: tuple[str, ...]
    refs: tuple[str, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    path: str
    line: int
    #: the patterns as written, for the rule pages
    written: tuple[str, ...]

    @property
    def family(self) -> str:
        """The three-letter code."""
        return self.id[:3]


def read_rule_files(paths: Iterable[Path]) -> list[RuleSource]:
    """Reads rule files in order; ids and names are unique over all of them.

    A pack's rules get the confidence that was measured for them.

    Raises:
        RuleError: A file cannot be read, or a rule in it is broken.
    """
    rules: list[RuleSource] = []
    seen: dict[str, RuleSource] = {}
    for path in paths:
        measured = measured_confidence(path)
        for written in read_rule_file(path):
            rule = replace(written, confidence=measured(written.id, written.confidence))
            for label in (rule.id, rule.name):
                if label in seen:
                    other = seen[label]
                    raise RuleError(
                        f"{rule.path}:{rule.line}: '{label}' is used already at {other.path}:{other.line}",
                        "ids and names must be unique",
                    )
                seen[label] = rule
            rules.append(rule)
    return rules


def read_rule_file(path: Path) -> list[RuleSource]:
    """Reads one rule file.

    Raises:
        RuleError: With file, line and column.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(f"{path}: no such rule file", "check the path given with --rules") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {error}", "rule files are TOML in UTF-8") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        reason = re.sub(r" \(at .*\)", "", str(error))
        raise _error(path, text, line, column, f"not valid TOML: {reason}") from None
    return _Reader(path, text).rules(data)


def _error(path: Path, text: str, line: int, column: int, message: str, advice: str = "") -> RuleError:
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    # A long line is cut around the caret so that the excerpt stays within a terminal's width.
    begin = max(0, column - 41)
    excerpt = f"  {shown[begin : begin + 76]}\n  {' ' * (column - 1 - begin)}^"
    return RuleError(f"{path}:{line}:{column}: {message}", advice, excerpt)


class _Reader:
    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = text.splitlines()
        self.heads = [number for number, line in enumerate(self.lines, 1) if line.strip() == "[[rule]]"]

    def rules(self, data: Mapping[str, Any]) -> list[RuleSource]:
        for key in data:
            if key != "rule":
                raise _error(
                    self.path, self.text, self._line_of(key, 1), 1, f"unknown table '{key}'", "use [[rule]]"
                )
        entries = data.get("rule", [])
        if not isinstance(entries, list):
            raise _error(self.path, self.text, 1, 1, "'rule' must be a list of tables", "write [[rule]]")
        return [
            self.rule(entry, self.heads[n] if n < len(self.heads) else 1) for n, entry in enumerate(entries)
        ]

    def _line_of(self, key: str, head: int, value: str = "") -> int:
        following = next((n for n in self.heads if n > head), len(self.lines) + 1)
        for number in range(head, following):
            line = self.lines[number - 1] if number <= len(self.lines) else ""
            if re.match(rf"\s*{re.escape(key)}\s*[=.]", line) or (value and value in line):
                return number
        return head

    def fail(
        self, head: int, key: str, message: str, *, value: str = "", at: int = 0, advice: str = ""
    ) -> RuleError:
        line = self._line_of(key, head)
        column = 1
        if value:
            following = next((n for n in self.heads if n > head), len(self.lines) + 1)
            for number in range(line, following):
                place = self.lines[number - 1].find(value)
                if place >= 0:
                    line, column = number, place + at + 1
                    break
        return _error(self.path, self.text, line, column, message, advice)

    def rule(self, entry: Mapping[str, Any], head: int) -> RuleSource:
        for key in entry:
            if key not in _KEYS:
                near = get_close_matches(key, sorted(_KEYS), 1)
                advice = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(sorted(_KEYS))}"
                raise self.fail(head, key, f"unknown key '{key}'", advice=advice)
        for key in _TEXT:
            if key in entry and not isinstance(entry[key], str):
                raise self.fail(head, key, f"'{key}' must be a string")
        for key in _LISTS:
            value = entry.get(key, [])
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise self.fail(head, key, f"'{key}' must be a list of strings")
        detector = entry.get("detector", False)
        for key in ("id", "name", "en", "why", *(() if detector else ("pattern",))):
            if not entry.get(key):
                raise self.fail(head, key, f"the rule has no '{key}'")
        rule_id, name = entry["id"], entry["name"]
        if not _ID.fullmatch(rule_id) or rule_id[:3] not in FAMILIES:
            raise self.fail(
                head, "id", f"bad id '{rule_id}'", advice=f"a family ({' '.join(FAMILIES)}) and 3 digits"
            )
        if not _NAME.fullmatch(name):
            raise self.fail(head, "name", f"bad name '{name}'", advice="lower-case words joined by hyphens")
        family = FAMILIES[rule_id[:3]]
        severity = entry.get("severity", family.severity)
        if severity not in SEVERITY_WEIGHT:
            raise self.fail(
                head, "severity", f"unknown severity '{severity}'", advice=", ".join(SEVERITY_WEIGHT)
            )
        evidence, effect, without = self.evidence(entry, head)
        written = entry.get("pattern", [])
        if isinstance(written, str):
            written = [written]
        if not isinstance(written, list) or not all(isinstance(item, str) for item in written):
            raise self.fail(head, "pattern", "'pattern' must be a string or a list of strings")
        confidence = entry.get("confidence", 0.85)
        if not isinstance(confidence, (int, float)) or not 0 < confidence <= 1:
            raise self.fail(head, "confidence", "'confidence' must be a number above 0, at most 1")
        return RuleSource(
            id=rule_id,
            name=name,
            en=entry["en"],
            severity=severity,
            mqm=entry.get("mqm", family.mqm),
            why=entry["why"],
            message=entry.get("message", family.message.replace("{en}", entry["en"])),
            hint=entry.get("hint", ""),
            patterns=tuple(self.pattern(item, "pattern", head) for item in written),
            when=tuple(self.pattern(item, "when", head) for item in entry.get("when", [])),
            unless=tuple(self.pattern(item, "unless", head) for item in entry.get("unless", [])),
            suggest=tuple(self.template(item, head) for item in entry.get("suggest", [])),
            evidence=evidence,
            effect=effect,
            without=without,
            confidence=float(confidence),
            preview=bool(entry.get("preview", False)),
            detector=bool(detector),
            regions=tuple(entry.get("regions", [])),
            refs=tuple(entry.get("refs", [])),
            bad=tuple(self.example(item, "bad", head) for item in self.listed(entry, "bad", head)),
            good=tuple(self.example(item, "good", head) for item in self.listed(entry, "good", head)),
            path=str(self.path),
            line=head,
            written=tuple(written),
        )

    def listed(self, entry: Mapping[str, Any], key: str, head: int) -> list[Any]:
        value = entry.get(key, [])
        if not isinstance(value, list):
            raise self.fail(head, key, f"'{key}' must be a list of examples")
        return value

    def evidence(self, entry: Mapping[str, Any], head: int) -> tuple[str, str, str]:
        evidence = entry.get("evidence")
        if evidence is None:
            return "", "ignore", ""
        if not isinstance(evidence, dict) or set(evidence) - {"english", "effect", "without"}:
            raise self.fail(head, "evidence", "'evidence' takes 'english', 'effect' and 'without'")
        effect = evidence.get("effect", "boost")
        if effect not in _EFFECTS:
            raise self.fail(head, "evidence", f"unknown effect '{effect}'", advice=", ".join(_EFFECTS))
        english = evidence.get("english")
        if not isinstance(english, str) or not english.strip():
            raise self.fail(head, "evidence", "'evidence.english' must name English words")
        without = evidence.get("without", "")
        if not isinstance(without, str):
            raise self.fail(head, "evidence", "'evidence.without' must name English words")
        return english, effect, without

    def pattern(self, text: str, key: str, head: int) -> Pattern:
        try:
            return parse(text)
        except PatternError as error:
            raise self.fail(head, key, str(error), value=text, at=error.position) from None

    def template(self, text: str, head: int) -> Template:
        try:
            return parse_template(text)
        except TemplateError as error:
            raise self.fail(head, "suggest", str(error), value=text, at=error.position) from None

    def example(self, item: Any, key: str, head: int) -> Example:
        if isinstance(item, str):
            item = {"fr": item}
        if (
            not isinstance(item, dict)
            or not isinstance(item.get("fr"), str)
            or set(item) - {"fr", "en", "want"}
        ):
            raise self.fail(head, key, "an example is a string or a table with fr, en, want")
        text, spans = unmark(item["fr"])
        if key == "bad" and not spans:
            raise self.fail(head, key, "a bad example marks its fault with {{ }}", value=item["fr"])
        return Example(text, spans, item.get("en", ""), item.get("want"))


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Takes ``{{`` and ``}}`` out of an example and returns the text and the spans they marked."""
    text = ""
    spans: list[tuple[int, int]] = []
    for number, part in enumerate(re.split(r"\{\{|\}\}", marked)):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, tuple(spans)
