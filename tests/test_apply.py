"""`mtaudit apply`: the corrected article, refusals, post-editing effort, suppressions."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from mtaudit.cli.app import app
from mtaudit.corrections.applying import apply_decisions
from mtaudit.corrections.correct import changed_lines, check_decisions, correct
from mtaudit.corrections.decisions import Decision, DocumentDecisions, read_decisions
from mtaudit.errors import InputError, UsageError
from mtaudit.fingerprint import text_sha256
from mtaudit.gate.suppression_writing import NewSuppression, with_suppressions
from mtaudit.gate.suppressions import read_suppressions
from mtaudit.scorer.post_editing import post_editing_effort

TEXT = "Le port 🚢 est fermé.\r\nLes dockers 👩‍🔧 font grève.\r\nFin."


def decision(source, words, replacement=None, *, reason="taste", rule="LIT001", after=0, **changes):
    start = source.index(words, after)
    made = {
        "id": f"f-{start}",
        "rule": rule,
        "start": start,
        "end": start + len(words),
        "text": words,
        "action": "dismiss" if replacement is None else "accept",
        "replacement": replacement,
        "reason": reason if replacement is None else None,
    }
    return {**made, **changes}


def exported(path, text, decisions):
    return {
        "mtaudit_decisions": 1,
        "documents": [{"path": str(path), "text_sha256": text_sha256(text), "decisions": decisions}],
    }


@pytest.fixture
def case(tmp_path, monkeypatch):
    """Writes an article and decisions on it; returns what runs the command."""
    monkeypatch.chdir(tmp_path)

    def made(decisions, *, text=TEXT, mark=b"", name="article.fr.txt"):
        (tmp_path / name).write_bytes(mark + text.encode())
        content = exported(name, text, decisions)
        (tmp_path / "d.json").write_text(json.dumps(content), encoding="utf-8")
        return lambda *arguments: run("apply", "d.json", *arguments)

    return made


def run(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def refusal(result):
    assert result.exception is not None
    assert result.stdout == ""
    return str(result.exception)


def test_replacements_count_code_points_and_keep_line_ends(case, tmp_path):
    result = case([decision(TEXT, "font grève", "cessent le travail 🚩"), decision(TEXT, "fermé", "clos")])()
    assert result.exit_code == 0
    written = (tmp_path / "article.fr.corrected.txt").read_bytes().decode()
    assert written == "Le port 🚢 est clos.\r\nLes dockers 👩‍🔧 cessent le travail 🚩.\r\nFin."
    assert (tmp_path / "article.fr.txt").read_bytes().decode() == TEXT
    assert "2 accepted, 0 written, 0 dismissed" in result.stdout


def test_a_byte_order_mark_stays(case, tmp_path):
    case([decision(TEXT, "Fin", "Terminé")], mark=b"\xef\xbb\xbf")("--output", "o.txt")
    assert (tmp_path / "o.txt").read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("Fin", "Terminé").encode()


def test_another_version_of_the_text_is_refused(case, tmp_path):
    command = case([decision(TEXT, "Fin", "Terminé")])
    (tmp_path / "article.fr.txt").write_bytes((TEXT + "\n").encode())
    assert "made for another version of this text" in refusal(command())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.fr.txt", "d.json"]


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        ([decision(TEXT, "est fermé", "clos"), decision(TEXT, "fermé", "clos")], "overlap"),
        ([decision(TEXT, "est", "x"), decision(TEXT, "est", "y")], "overlap"),
        ([decision(TEXT, "fermé", "clos", end=99)], "does not stand at"),
        ([decision(TEXT, "fermé", "clos", text="ouvert")], "does not stand at"),
        ([decision(TEXT, "fermé", "clos", start=-1)], "does not stand at"),
        ([decision(TEXT, "fermé", "clos", start=True)], "no whole number"),
        ([decision(TEXT, "fermé", "clos", action="burn")], "unknown action"),
        ([decision(TEXT, "fermé", action="edit")], "without a replacement"),
        ([decision(TEXT, "fermé", reason=" ")], "without a reason"),
        ([decision(TEXT, "fermé", "\ud83d")], "half a character"),
        ([], "no decision in it"),
        (["x"], "no table"),
    ],
)
def test_broken_decisions_are_refused(case, decisions, words):
    assert words in refusal(case(decisions)())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no file of decisions"),
        ("[1]", "'mtaudit_decisions' is not in it"),
        ('{"mtaudit_decisions": 2}', "of version 2"),
        ('{"mtaudit_decisions": true}', "of version True"),
        ('{"mtaudit_decisions": 1, "documents": {}}', "'documents' is no list"),
        ('{"mtaudit_decisions": 1, "documents": [{"decisions": []}]}', "'path' is no text"),
        ('{"mtaudit_decisions": 1, "documents": [{"path": "a", "decisions": []}]}', "no SHA-256"),
        ("[" * 100_000, "no file of decisions"),
    ],
)
def test_what_is_no_file_of_decisions_is_refused(tmp_path, content, words):
    (tmp_path / "d.json").write_text(content)
    with pytest.raises(InputError, match=words):
        read_decisions(tmp_path / "d.json")
    with pytest.raises(InputError, match="no such file"):
        read_decisions(tmp_path / "other.json")


def test_a_refusal_is_one_line_and_exit_code_2(tmp_path):
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "apply", str(tmp_path / "none.json")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("mtaudit: error: ")
    assert done.stderr.count("\n") == 1


def test_the_article_is_found_beside_the_decisions_or_where_it_is_said(tmp_path):
    decided = DocumentDecisions("gone/a.txt", text_sha256(TEXT), (Decision(**decision(TEXT, "Fin", "Bout")),))
    with pytest.raises(InputError, match="the article is not there"):
        apply_decisions([decided], beside=tmp_path)
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (found,) = apply_decisions([decided], beside=tmp_path)
    assert found.article == tmp_path / "a.txt"
    assert found.output == tmp_path / "a.corrected.txt"
    (tmp_path / "b.md").write_bytes(TEXT.encode())
    (found,) = apply_decisions([decided], beside=tmp_path, article=tmp_path / "b.md")
    assert found.output == tmp_path / "b.corrected.md"
    with pytest.raises(UsageError, match="one article"):
        apply_decisions([decided, decided], beside=tmp_path, article=tmp_path / "b.md")
    both = apply_decisions([decided, decided], beside=tmp_path, output=tmp_path / "out")
    assert both[0].output == tmp_path / "out" / "a.corrected.txt"


def test_effort_is_that_of_sacrebleu(case):
    result = case([decision(TEXT, "Fin", "Terminé")])("--format", "json")
    (told,) = json.loads(result.stdout)["documents"]
    # Eleven words in the corrected text, one of them changed.
    assert told["TER"]["score"] == pytest.approx(100 / 11, abs=0.01)
    assert "case:mixed" in told["TER"]["signature"]
    assert 0 < told["chrF"]["score"] < 100
    assert (told["words"], told["words_changed"]) == (11, 1)
    untouched = post_editing_effort([("La paix.", "La paix.")])
    assert (untouched.ter, untouched.chrf, untouched.words_changed) == (0, 100, 0)
    assert post_editing_effort([("mais La paix", "mais la paix")]).ter > 0


def test_a_very_long_sentence_takes_no_time():
    words = [f"mot{n}" for n in range(1500)]
    line = " ".join(words)
    assert len(line) > 10_000
    effort = post_editing_effort([(line, line.replace("mot700 ", "autre "))])
    assert effort.words_changed == 1


def test_dismissed_findings_go_into_the_suppressions(case, tmp_path):
    side = tmp_path / "s.toml"
    side.write_text('# ours\n[[suppression]]\nrule = "TYP001"\nreason = "house style"', encoding="utf-8")
    command = case(
        [
            decision(TEXT, "fermé", reason="false-alarm", rule="SEN002"),
            decision(TEXT, "Les dockers 👩‍🔧", reason='dit "ainsi"\\ par eux', rule="COL003"),
            decision(TEXT, "Fin", "Bout"),
        ]
    )
    result = command("--suppressions", "s.toml")
    assert result.exit_code == 0
    content = side.read_text(encoding="utf-8")
    assert content.startswith("# ours\n")
    entries = tomllib.loads(content)["suppression"]
    assert [entry["rule"] for entry in entries] == ["TYP001", "SEN002", "COL003"]
    assert entries[1] == {
        "rule": "SEN002",
        "file": "article.fr.txt",
        "text": "fermé",
        "reason": "false alarm",
    }
    assert entries[2]["reason"] == 'dit "ainsi"\\ par eux'
    assert len(read_suppressions(side)) == 3
    command("--suppressions", "s.toml")  # nothing is added twice
    assert side.read_text(encoding="utf-8") == content


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.text("a[]*?.", min_size=1))
def test_any_words_can_be_suppressed(tmp_path_factory, words, name):
    side = tmp_path_factory.mktemp("side") / "s.toml"
    content, added = with_suppressions(side, [NewSuppression("LIT001", name, words, "taste")])
    side.write_bytes(content.encode())
    (entry,) = read_suppressions(side)
    assert added == 1
    assert entry.text == words
    from fnmatch import fnmatch

    assert fnmatch(name, entry.pattern)


@settings(deadline=None)
@given(st.data())
def test_correcting_line_by_line_is_correcting_the_whole(data):
    text = data.draw(st.text("ab 👩\u0301\n", max_size=30))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = [
        Decision("i", "R", start, end, text[start:end], "edit", data.draw(st.text("xy ", max_size=3)), None)
        for start, end in spans
    ]
    ordered = check_decisions(text, made, "t")
    whole = correct(text, ordered)
    expected = text
    for each in reversed(made):
        expected = expected[: each.start] + each.replacement + expected[each.end :]
    assert whole == expected
    squeezed = " ".join(" ".join(after for _, after in changed_lines(text, ordered)).split())
    assert squeezed == " ".join(whole.split())
