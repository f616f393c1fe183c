"""Lists of names of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.api import AuditOptions, Document, audit, document_from_text
from mtaudit.errors import RuleError

TEXT = "Selon Montre du port, trois navires ont quitté Brest.\n"
NAME = '[[name]]\nen = "Harbour Watch"\nfr = "Harbour Watch"\nwrong = ["Montre du port"]\n'


def found(path: Path, source: Document | None = None) -> list[tuple[str, tuple[str, ...]]]:
    options = AuditOptions(fast=True, select=("NAM010",), extra_names=(path,))
    report = audit(TEXT, options=options, source=source)
    assert "|names:" in report.signature
    return [(each.text, each.suggestions) for each in report.documents[0].findings]


def test_a_rendering_is_found_and_a_changed_list_counts(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(NAME, encoding="utf-8")
    assert found(path) == [("Montre du port", ("Harbour Watch",))]
    path.write_text(NAME.replace("Montre", "Garde"), encoding="utf-8")
    assert found(path) == []


@pytest.mark.model
def test_one_that_may_be_innocent_needs_the_english(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(NAME + "require = true\n", encoding="utf-8")
    assert found(path) == []
    english = document_from_text("According to Harbour Watch, three ships left Brest.\n", path="en.txt")
    assert found(path, english) == [("Montre du port", ("Harbour Watch",))]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[name]\n", "cannot be read"),
        ("[[names]]\n", "no list of names: 'names'"),
        ("name = 3\n", "no list of names: 'name'"),
        ("name = [3]\n", "a name is a table"),
        (NAME + "\n[[name]]\nen = 'A'\n", ":6: a name without 'fr'"),
        (NAME.replace("wrong", "worng"), "unknown key 'worng'"),
        (NAME.replace('["Montre du port"]', "[]"), "without 'wrong'"),
        (NAME.replace('"Montre du port"', '" "'), "without words"),
        (NAME + "require = 1\n", "'require' is true or false"),
    ],
)
def test_a_broken_list_is_one_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        found(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_list_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.toml"):
        found(tmp_path / "none.toml")
