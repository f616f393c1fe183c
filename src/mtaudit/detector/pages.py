"""The rule pages under ``docs/rules``, made from the rules themselves.

``python -m mtaudit.detector.pages docs/rules`` writes them; a test fails when they are behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from mtaudit.detector.detect import rule_files
from mtaudit.detector.families import FAMILIES
from mtaudit.detector.rules.source import Example, RuleSource, read_rule_files


def pages(rules: Sequence[RuleSource]) -> dict[str, str]:
    """File name -> Markdown: one page for each family that has rules, and an index."""
    made: dict[str, str] = {}
    index = ["# Rules", "", "Made from the rule files by `make rule-pages`; edit those.", ""]
    index += ["| family | rules | what |", "|---|---:|---|"]
    for code, family in FAMILIES.items():
        own = sorted((rule for rule in rules if rule.family == code), key=lambda rule: rule.id)
        if not own:
            continue
        index.append(f"| [{code}]({code}.md) | {len(own)} | {family.title} |")
        head = [
            f"# {code}: {family.title}",
            "",
            f"{len(own)} rules. MQM node unless a rule says otherwise: `{family.mqm}`.",
        ]
        made[f"{code}.md"] = (
            "\n".join([*head, "", *(line for rule in own for line in _section(rule))]).rstrip() + "\n"
        )
    index.append(f"| all | {len(rules)} | |")
    made["README.md"] = "\n".join(index) + "\n"
    return made


def _section(rule: RuleSource) -> Iterable[str]:
    state = " · in preview" if rule.preview else ""
    yield f"## {rule.id} {rule.name}"
    yield ""
    yield f"“{_text(rule.en)}” · {rule.severity} · confidence {rule.confidence:.2f}{state}"
    yield ""
    yield _text(rule.why)
    yield ""
    if rule.evidence and rule.effect != "ignore":
        verb = "needs" if rule.effect == "require" else "is surer with"
        without = f", silent with `{rule.without}`" if rule.without else ""
        yield f"English evidence: {verb} `{rule.evidence}`{without}."
        yield ""
    if rule.regions:
        yield f"Normal in: {', '.join(rule.regions)}."
        yield ""
    if rule.refs:
        yield f"See: {', '.join(rule.refs)}."
        yield ""
    if rule.hint:
        yield f"Write: {_text(rule.hint)}"
        yield ""
    for example in rule.bad:
        yield f"- ✗ {_marked(example)}" + (f" → *{_text(example.want)}*" if example.want else "")
    for example in rule.good:
        yield f"- ✓ {_text(example.text)}"
    yield ""


def _marked(example: Example) -> str:
    text, at = "", 0
    for start, end in example.spans:
        text += f"{_text(example.text[at:start])}**{_text(example.text[start:end])}**"
        at = end
    return text + _text(example.text[at:])


def _text(text: str) -> str:
    """Escapes what Markdown would read as markup."""
    for mark in "\\`*_[]<>#|":
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", " ")


def main() -> None:
    """Writes the pages into the folder named on the command line; removes those no longer made."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    made = pages(read_rule_files(rule_files()))
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
