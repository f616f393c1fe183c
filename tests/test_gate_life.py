"""The life of a team: red, baseline, green, a new fault, a moved paragraph, a fixed sentence, prune."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FIRST = "Le maire a dit que la balle est maintenant dans la cour du gouvernement."
SECOND = "Les deux camps se sont parlé pendant trois heures à Genève."
NEW = "Selon elle, la balle était dans leur cour depuis lundi."


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.fixture
def team(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text(f"{FIRST}\n\n{SECOND}\n", encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(
        'fast = true\nselect = ["LIT001"]\nfail-on = "minor"\n', encoding="utf-8"
    )
    return tmp_path


def gate(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "audit", "articles", "--baseline", "base.json", "--format", "github", *more)


def test_the_life_of_a_team(team: Path) -> None:
    article = team / "articles" / "a.md"
    assert run(team, "audit", "articles").returncode == 1

    missing = gate(team)
    assert missing.returncode == 2
    assert "no such baseline" in missing.stderr

    assert run(team, "baseline", "write", "articles", "--baseline", "base.json").returncode == 0
    again = run(team, "baseline", "write", "articles", "--baseline", "base.json")
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert gate(team).returncode == 0

    article.write_text(f"{FIRST}\n\n{SECOND}\n\n{NEW}\n", encoding="utf-8")
    red = gate(team)
    assert red.returncode == 1
    assert red.stdout.count("::error") == 1
    assert "line=5" in red.stdout

    article.write_text(f"{SECOND}\n\nUn autre paragraphe.\n\n{FIRST}\n", encoding="utf-8")
    assert gate(team).returncode == 0

    article.write_text(f"{SECOND}\n", encoding="utf-8")
    stale = gate(team)
    assert stale.returncode == 0
    assert "no longer found: LIT001" in stale.stderr
    strict = gate(team, "--strict-baseline")
    assert strict.returncode == 1

    pruned = run(team, "baseline", "prune", "articles", "--baseline", "base.json")
    assert "0 findings, 0 new, 1 dropped" in pruned.stderr
    assert gate(team, "--strict-baseline").returncode == 0

    article.write_text(f"{NEW}\n", encoding="utf-8")
    assert gate(team).returncode == 1
    assert run(team, "baseline", "update", "articles", "--baseline", "base.json").returncode == 0
    assert gate(team).returncode == 0
    shown = run(team, "baseline", "show", "--baseline", "base.json").stdout
    assert shown.startswith("articles/a.md: LIT001 'la balle")

    article.write_text(f"{NEW.replace('lundi', 'mardi')}\n", encoding="utf-8")
    assert gate(team).returncode == 1


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"mtaudit_baseline": 99, "findings": []}', '{"findings": 3}']
)
def test_a_broken_baseline_never_passes(team: Path, content: str) -> None:
    (team / "base.json").write_text(content, encoding="utf-8")
    done = gate(team)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_suppressions_in_the_text_and_beside_it(team: Path) -> None:
    article = team / "articles" / "a.md"
    article.write_text(
        f"<!-- mtaudit: ignore[LIT001] he did say it so -->\n\n{FIRST}\n\n{SECOND}\n", encoding="utf-8"
    )
    assert run(team, "audit", "articles").returncode == 0
    listed = run(team, "suppressions", "articles").stdout
    assert listed == "articles/a.md:1: LIT001: he did say it so\n"

    article.write_text(
        f"{FIRST}\n\n<!-- mtaudit: ignore[LIT001] not that one -->\n\n{SECOND}\n", encoding="utf-8"
    )
    unused = run(team, "audit", "articles")
    assert unused.returncode == 1
    assert "articles/a.md:3: suppresses nothing" in unused.stderr

    article.write_text(f"{FIRST} <!-- mtaudit: ignore[LIT] in line -->\n\n{SECOND}\n", encoding="utf-8")
    assert run(team, "audit", "articles").returncode == 0
    article.write_text(
        f"<!-- mtaudit: ignore-file[LIT] a poem -->\n\n{SECOND}\n\n{FIRST}\n", encoding="utf-8"
    )
    assert run(team, "audit", "articles").returncode == 0

    article.write_text(f"{FIRST}\n", encoding="utf-8")
    side = team / "known.toml"
    side.write_text(
        '[[suppression]]\nrule = "LIT001"\nfile = "articles/*.md"\nreason = "we like it"\n', encoding="utf-8"
    )
    assert run(team, "audit", "articles", "--suppressions", "known.toml").returncode == 0
    side.write_text('[[suppression]]\nrule = "LIT001"\ntext = "le bal"\nreason = "no"\n', encoding="utf-8")
    assert run(team, "audit", "articles", "--suppressions", "known.toml").returncode == 1


@pytest.mark.parametrize(
    ("comment", "message"),
    [("ignore[LIT001]", "without a reason"), ("ignore[] because", "without a rule")],
)
def test_a_suppression_needs_rule_and_reason(team: Path, comment: str, message: str) -> None:
    (team / "articles" / "a.md").write_text(f"{FIRST}\n\n<!-- mtaudit: {comment} -->\n", encoding="utf-8")
    done = run(team, "audit", "articles")
    assert done.returncode == 2
    assert "articles/a.md:3: a suppression " + message in done.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[[suppression]]\nrule = "LIT"\n', "known.toml:1: a suppression without a reason"),
        ('[[suppression]]\nreason = "x"\n', "without a rule"),
        ('[[suppression]]\nrule = "LIT"\nreason = "x"\nfoo = "y"\n', "unknown key 'foo'"),
        ("[[suppressions]]\n", "unknown table"),
        ("a = [", "cannot be read"),
    ],
)
def test_a_broken_file_of_suppressions_is_refused(team: Path, content: str, message: str) -> None:
    (team / "known.toml").write_text(content, encoding="utf-8")
    done = run(team, "audit", "articles", "--suppressions", "known.toml")
    assert done.returncode == 2
    assert message in done.stderr
