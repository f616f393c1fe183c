"""The rules as text: the list, the page of one rule, counts, and proofs of a file of your own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

from mtaudit.detector.detect import Detection, all_rule_files
from mtaudit.detector.families import FAMILIES
from mtaudit.detector.rules.source import Example, RuleSource, read_rule_files
from mtaudit.errors import UsageError

_WIDTH = 80


def describe(codes: Sequence[str]) -> str:
    """The page of each rule named, or a line for each rule of the families named (none: all).

    Raises:
        UsageError: A code that no rule has.
    """
    rules = read_rule_files(all_rule_files())
    if not codes:
        return "".join(_line(rule) for rule in rules)
    parts: list[str] = []
    for code in codes:
        if code in FAMILIES:
            parts.append("".join(_line(rule) for rule in rules if rule.family == code))
            continue
        found = [rule for rule in rules if code in (rule.id, rule.name)]
        if not found:
            raise UsageError(f"unknown rule '{code}'", "`mtaudit rules` lists them all")
        parts.append(page(found[0]))
    return "\n".join(parts)


def statistics() -> str:
    """How many rules each family has."""
    rules = read_rule_files(all_rule_files())
    counts = Counter(rule.family for rule in rules)
    preview = Counter(rule.family for rule in rules if rule.preview)
    lines = [
        f"{code}  {counts[code]:5d}  {family.title}" for code, family in FAMILIES.items() if counts[code]
    ]
    lines.append(f"all  {sum(counts.values()):5d}  of which {sum(preview.values())} in preview")
    return "\n".join(lines) + "\n"


def check_file(path: Path) -> list[str]:
    """Runs the proofs of a rule file beside the pack; one line for each promise broken.

    Raises:
        RuleError: The file cannot be read or a rule in it is broken.
    """
    from mtaudit.detector.selftest import failures

    own = read_rule_files([path])
    detection = Detection(extra_rules=[path], preview=True, min_confidence=0.0)
    return [line for rule in own for line in failures(rule, detection)]


def page(rule: RuleSource) -> str:
    """All there is to say about one rule, for a terminal."""
    lines = [f"{rule.id} {rule.name}", "", fill(f"{FAMILIES[rule.family].title}: {rule.message}", _WIDTH), ""]
    lines += [fill(rule.why, _WIDTH), ""]
    lines.append(f"severity    {rule.severity}{' (in preview)' if rule.preview else ''}")
    lines.append(f"MQM         {rule.mqm}")
    lines.append(f"confidence  {rule.confidence:.2f}")
    if rule.evidence:
        word = {"require": "needed", "boost": "makes it surer", "ignore": "not weighed"}[rule.effect]
        lines.append(f"English     {rule.evidence} ({word})")
        if rule.without:
            lines.append(f"            not with {rule.without}")
    if rule.regions:
        lines.append(f"normal in   {', '.join(rule.regions)}")
    if rule.refs:
        lines.append(f"see         {', '.join(rule.refs)}")
    lines += ["", "Flagged:"]
    for example in rule.bad:
        lines.append(_wrapped(_marked(example)))
        if example.want:
            lines.append(f"    → {example.want}")
    lines += ["", "Not flagged:"]
    lines += [_wrapped(example.text) for example in rule.good]
    return "\n".join(lines) + "\n"


def _marked(example: Example) -> str:
    text, at = "", 0
    for start, end in example.spans:
        text += f"{example.text[at:start]}[{example.text[start:end]}]"
        at = end
    return text + example.text[at:]


def _wrapped(text: str) -> str:
    return fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _line(rule: RuleSource) -> str:
    text = f"{rule.id}  {rule.severity:8s}  {rule.message}"
    return (text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…") + "\n"
