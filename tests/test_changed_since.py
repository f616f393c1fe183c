"""``--changed-since``, ``--stdin``, ``--statistics``, ``--sarif-max-level`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ci_helpers import SENTENCES, git, repository, run

OLD, NEW = SENTENCES[0], SENTENCES[11]
CLEAN = SENTENCES[1]


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / "articles" / name).write_text(f"{OLD}\n\n{CLEAN}\n", encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(
        'fast = true\nselect = ["LIT001"]\nfail-on = "minor"\n', encoding="utf-8"
    )
    return repository(tmp_path)


def since(folder: Path, *more: str, revision: str = "HEAD") -> tuple[int, list[tuple[str, int]], str]:
    done = run(folder, "audit", "articles", "--changed-since", revision, "--format", "json", *more)
    found = [
        (document["path"], sentence["index"])
        for document in json.loads(done.stdout)["documents"]
        for sentence in document["sentences"]
        for _ in sentence["findings"]
    ]
    return done.returncode, found, done.stderr


def test_only_files_and_sentences_that_changed(repo: Path) -> None:
    code, found, notes = since(repo)
    assert (code, found) == (0, [])
    assert "no text changed since HEAD" in notes
    a = repo / "articles" / "a.md"

    a.write_text(f"{CLEAN}\n\n{OLD}\n", encoding="utf-8")
    assert since(repo)[:2] == (0, [])

    a.write_text(f"{CLEAN}\n\n{OLD}\n\n{NEW}\n", encoding="utf-8")
    assert since(repo)[:2] == (1, [("articles/a.md", 2)])

    a.write_text(f"{OLD}\n\n{CLEAN}\n\n{OLD}\n", encoding="utf-8")
    assert since(repo)[:2] == (1, [("articles/a.md", 2)])

    git(repo, "commit", "-qam", "second")
    assert since(repo)[:2] == (0, [])
    assert since(repo, revision="HEAD~1")[:2] == (1, [("articles/a.md", 2)])


def test_new_renamed_and_deleted_files(repo: Path) -> None:
    (repo / "articles" / "new.md").write_text(f"{OLD}\n", encoding="utf-8")
    git(repo, "mv", "articles/b.md", "articles/renamed.md")
    (repo / "articles" / "c.md").unlink()
    assert since(repo)[:2] == (1, [("articles/new.md", 0)])
    done = run(repo / "articles", "audit", ".", "--changed-since", "HEAD", "--format", "github")
    assert done.stdout.count("::error") == 1


def test_a_baseline_and_what_changed_go_together(repo: Path) -> None:
    assert run(repo, "baseline", "write", "articles", "--baseline", "base.json").returncode == 0
    a = repo / "articles" / "a.md"
    a.write_text(f"{OLD}\n\n{CLEAN} Fin.\n", encoding="utf-8")
    code, found, notes = since(repo, "--baseline", "base.json", "--strict-baseline")
    assert (code, found) == (0, [])
    assert "no longer found" not in notes


def test_fidelity_gates_look_at_changed_sentences_only(repo: Path) -> None:
    a = repo / "articles" / "a.md"
    a.write_text(f"{OLD}\n\nUn autre jour commence.\n", encoding="utf-8")
    gates = ("--min-sentence-fidelity", "60", "--min-fidelity", "60")
    assert since(repo, *gates)[0] == 0
    a.write_text(f"{OLD}\n\n{NEW}\n", encoding="utf-8")
    code, _, notes = since(repo, *gates)
    assert code == 1
    assert "sentence 2 has fidelity" in notes
    assert "sentence 1 has fidelity" not in notes


@pytest.mark.parametrize("revision", ["nowhere", "", "--all", "HEAD:articles"])
def test_an_unknown_revision_is_one_line(repo: Path, revision: str) -> None:
    done = run(repo, "audit", "articles", f"--changed-since={revision}")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "git knows no revision" in done.stderr


def test_outside_of_git_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{OLD}\n", encoding="utf-8")
    done = run(
        tmp_path, "audit", "a.md", "--changed-since", "HEAD", environment={"GIT_CEILING_DIRECTORIES": "/"}
    )
    assert done.returncode == 2
    assert "not in a git repository" in done.stderr


def test_standard_input(repo: Path) -> None:
    text = f"# Titre\n\n<!-- mtaudit: ignore[LIT001] a test -->\n\n{OLD}\n"
    done = run(repo, "audit", "--stdin", "--stdin-filename", "articles/x.md", "--format", "json", stdin=text)
    assert done.returncode == 0
    assert json.loads(done.stdout)["documents"][0]["path"] == "articles/x.md"
    plain = run(repo, "audit", "--stdin", "--format", "json", stdin=OLD)
    assert plain.returncode == 1
    assert json.loads(plain.stdout)["documents"][0]["path"] == "<stdin>"
    changed = (
        "--changed-since",
        "HEAD",
        "--format",
        "github",
        "--stdin",
        "--stdin-filename",
        "articles/a.md",
    )
    assert run(repo, "audit", *changed, stdin=f"{OLD}\n").stdout == ""
    assert run(repo, "audit", *changed, stdin=f"{NEW}\n").stdout.count("::error") == 1


@pytest.mark.parametrize(
    ("options", "stdin", "message"),
    [
        (("--stdin", "articles"), OLD, "one or the other"),
        (("--stdin-filename", "a.md", "articles"), OLD, "add --stdin"),
        ((), "", "no texts given"),
        (("--stdin",), "", "empty|white space"),
        (("--statistics", "--format", "json", "articles"), "", "a format of its own"),
        (("--sarif-max-level", "huge", "articles"), "", "use error, warning or note"),
        (("--jobs", "-1", "articles"), "", "jobs"),
    ],
)
def test_options_that_make_no_sense(repo: Path, options: tuple[str, ...], stdin: str, message: str) -> None:
    done = run(repo, "audit", *options, stdin=stdin)
    assert done.returncode == 2
    assert any(part in done.stderr for part in message.split("|")), done.stderr
    assert "Traceback" not in done.stderr


def test_statistics(repo: Path) -> None:
    (repo / "articles" / "a.md").write_text(
        f"{OLD} <!-- mtaudit: ignore[LIT001] quoted -->\n\n{CLEAN}\n", encoding="utf-8"
    )
    done = run(repo, "audit", "articles", "--statistics", "--report", "statistics=s.json", "--exit-zero")
    counts = json.loads(done.stdout)
    assert (repo / "s.json").read_text(encoding="utf-8") == done.stdout
    assert counts["by_rule"] == {"LIT001": 2}
    assert counts["by_family"] == {"LIT": 2}
    assert sum(counts["by_severity"].values()) == counts["findings"] == 2
    assert counts["suppressed"] == {"comment": 1, "file": 0, "baseline": 0}
    assert [each["findings"] for each in counts["by_document"].values()] == [0, 1, 1]


def test_the_sarif_level_is_capped(repo: Path) -> None:
    done = run(repo, "audit", "articles", "--format", "sarif", "--sarif-max-level", "note", "--exit-zero")
    assert {each["level"] for each in json.loads(done.stdout)["runs"][0]["results"]} == {"note"}
