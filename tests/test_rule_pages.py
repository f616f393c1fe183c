"""The rule pages say what the rules say."""

from __future__ import annotations

from pathlib import Path

from mtaudit.detector.detect import rule_files
from mtaudit.detector.pages import pages
from mtaudit.detector.rules.source import read_rule_files

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def test_pages_are_in_step_with_the_rules() -> None:
    made = pages(read_rule_files(rule_files()))
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(made) == sorted(written), "run `make rule-pages`"
    behind = [name for name, text in made.items() if written[name] != text]
    assert behind == [], "run `make rule-pages`"
