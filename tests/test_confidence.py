"""The measured confidence of the pack's rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtaudit.detector.detect import rule_files
from mtaudit.detector.families import FAMILIES
from mtaudit.detector.rules.compiled import pack_hash
from mtaudit.detector.rules.confidence import confidence_file
from mtaudit.detector.rules.source import read_rule_files
from mtaudit.errors import RuleError

RULE = """
[[rule]]
id = "{id}"
name = "{name}"
en = "trial"
pattern = "<le> <zèbre:n>"
hint = "cheval"
why = "Because."
confidence = 0.9
"""


def pack(folder: Path, table: str | None) -> list[Path]:
    rules = folder / "rules"
    rules.mkdir()
    file = rules / "own.toml"
    file.write_text(
        RULE.format(id="LIT900", name="un")
        + RULE.format(id="LIT901", name="deux")
        + RULE.format(id="COL900", name="trois"),
        encoding="utf-8",
    )
    if table is not None:
        (folder / "confidence.toml").write_text(table, encoding="utf-8")
    return [file]


def test_a_rule_has_its_own_figure_or_its_familys_or_what_its_author_wrote(tmp_path: Path) -> None:
    files = pack(tmp_path, "[family]\nLIT = 0.7\n[rule]\nLIT900 = 0.65\n")
    assert [rule.confidence for rule in read_rule_files(files)] == [0.65, 0.7, 0.9]


def test_outside_a_pack_the_author_decides(tmp_path: Path) -> None:
    assert {rule.confidence for rule in read_rule_files(pack(tmp_path, None))} == {0.9}


def test_new_figures_make_another_pack(tmp_path: Path) -> None:
    files = pack(tmp_path, "[family]\nLIT = 0.7\n[rule]\n")
    before = pack_hash(files)
    (tmp_path / "confidence.toml").write_text("[family]\nLIT = 0.71\n[rule]\n", encoding="utf-8")
    assert pack_hash(files) != before


@pytest.mark.parametrize(
    "table", ["[family", "[family]\nLIT = 0.7\n", "[family]\nLIT = 'sure'\n[rule]\n", "family = 1\nrule = 2"]
)
def test_a_broken_table_is_one_clear_line(tmp_path: Path, table: str) -> None:
    files = pack(tmp_path, table)
    with pytest.raises(RuleError, match=r"confidence\.toml: cannot be read"):
        read_rule_files(files)


def test_the_pack_leaves_confidence_to_the_measurement() -> None:
    files = rule_files()
    set_by_hand = [
        f"{file.name}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.match(r"confidence\s*=", line)
    ]
    assert set_by_hand == []
    table = confidence_file(files[0])
    assert table is not None
    named = re.findall(r"^([A-Z]{3}\d{3,4}) = ", table.read_text(encoding="utf-8"), re.MULTILINE)
    assert not set(named) - {rule.id for rule in read_rule_files(files)}
    families = re.findall(r"^([A-Z]{3}) = ", table.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(families) == set(FAMILIES) - {"FID"}
