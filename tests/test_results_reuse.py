"""The store of results: reuse never shows in a report, and damage never hurts."""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from ci_helpers import ENGLISH, SENTENCES, article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.batch import Job, audit_jobs
from mtaudit.examining import Examiner
from mtaudit.model import Report
from mtaudit.options import AuditOptions
from mtaudit.results import ResultStore
from mtaudit.results.records import read, written
from mtaudit.text.readers import document_from_text

FAST = AuditOptions(fast=True, language="fr")


def job(text: str, options: AuditOptions = FAST, path: str = "a.md", references: Sequence[Path] = ()) -> Job:
    return Job(
        Path(path), tuple(references), options, document=document_from_text(text, path=path, format="md")
    )


def audited(text: str, store: ResultStore | None, **more: object) -> Report:
    return audit_jobs([job(text, **more)], store=store)  # type: ignore[arg-type]


edits = st.lists(
    st.tuples(
        st.sampled_from(["replace", "insert", "delete", "swap", "join", "type"]),
        st.integers(0, 30),
        st.sampled_from([*SENTENCES, "Mme Morvan a souri.", "« Oui », a-t-il dit.", "M. Keller a ri."]),
    ),
    min_size=1,
    max_size=4,
)


def edited(text: str, changes: list[tuple[str, int, str]]) -> str:
    paragraphs = text.strip().split("\n\n")
    for kind, at, sentence in changes:
        at %= len(paragraphs)
        if kind == "replace":
            paragraphs[at] = sentence
        elif kind == "insert":
            paragraphs.insert(at, sentence)
        elif kind == "delete" and len(paragraphs) > 1:
            del paragraphs[at]
        elif kind == "swap":
            paragraphs[0], paragraphs[at] = paragraphs[at], paragraphs[0]
        elif kind == "join" and at:
            paragraphs[at - 1 : at + 1] = [f"{paragraphs[at - 1]} {paragraphs[at]}"]
        elif kind == "type":
            paragraphs[at] = paragraphs[at].replace("a ", "a  ", 1).rstrip(".»")
    return "\n\n".join(paragraphs) + "\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), changes=edits)
def test_an_edited_text_gets_the_report_it_would_get_anew(
    tmp_path: Path, seed: int, changes: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path / str(time.monotonic_ns())
    before = article(seed)
    audited(before, ResultStore(folder))
    after = edited(before, changes)
    anew = audited(after, None)
    assert audited(after, ResultStore(folder)) == anew
    assert audited(after, ResultStore(folder)) == anew


@pytest.mark.model
def test_with_english_too(tmp_path: Path) -> None:
    reference = tmp_path / "english.txt"
    reference.write_text("\n\n".join(ENGLISH), encoding="utf-8")
    options = replace(FAST, fast=False)
    text = article(5)
    for changed in (text, text.replace("lundi", "mardi"), f"{SENTENCES[0]}\n\n{text}"):
        anew = audit_jobs([job(changed, options, references=[reference])])
        for _ in range(2):
            store = ResultStore(tmp_path / "store")
            assert audit_jobs([job(changed, options, references=[reference])], store=store) == anew
    source = replace(job(text, options), source=reference)
    anew = audit_jobs([source])
    for _ in range(2):
        assert audit_jobs([source], store=ResultStore(tmp_path / "store")) == anew


def test_unchanged_sentences_are_not_detected_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examiner = Examiner(options=FAST)
    text = "\n\n".join(SENTENCES) + "\n"
    first = examiner.examine(document_from_text(text, path="a.md", format="md"))
    looked: list[str] = []
    real = examiner.detection.detect_in

    def watch(context):  # type: ignore[no-untyped-def]
        looked.append(context.sentence.text)
        return real(context)

    monkeypatch.setattr(examiner.detection, "detect_in", watch)
    changed = text.replace("vingt minutes", "trente minutes")
    second = examiner.examine(
        document_from_text(changed, path="a.md", format="md"), {each.key: each for each in first.sentences}
    )
    assert len(looked) == 1
    assert "trente" in looked[0]
    assert len(second.sentences) == len(first.sentences)


def test_what_is_stored_is_what_comes_back() -> None:
    examination = Examiner(options=FAST).examine(document_from_text(article(3) + "\ud800 seul.\n"))
    examination = replace(examination, fidelities=(1.25, 99.9), interval=(1.0, 2.0))
    assert read(written(examination)) == examination


@pytest.mark.parametrize("damage", ["cut", "empty", "bits", "other", "folder"])
def test_a_damaged_entry_counts_as_absent(tmp_path: Path, damage: str) -> None:
    text = article(1)
    anew = audited(text, None)
    audited(text, ResultStore(tmp_path))
    (entry,) = tmp_path.glob("*.json")
    content = entry.read_bytes()
    if damage == "folder":
        entry.unlink()
        entry.mkdir()
    else:
        entry.write_bytes(
            {
                "cut": content[: len(content) // 2],
                "empty": b"",
                "bits": content.replace(b"major", b"minor", 1).replace(b"lundi", b"mardi", 1),
                "other": b"[]\n[]",
            }[damage]
        )
    assert audited(text, ResultStore(tmp_path)) == anew


def test_other_options_rules_references_and_code_are_another_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = article(2)

    def hits(options: AuditOptions) -> int:
        store = ResultStore(tmp_path / "store")
        audited(text, store, options=options)
        return store.hits

    own = tmp_path / "own.toml"
    own.write_text("", encoding="utf-8")
    with_rules = replace(FAST, extra_rules=(own,))
    assert (hits(FAST), hits(FAST)) == (0, 1)
    assert (hits(replace(FAST, region="CA")), hits(with_rules), hits(with_rules)) == (0, 0, 1)
    own.write_text("# changed\n", encoding="utf-8")
    assert hits(with_rules) == 0
    monkeypatch.setattr("mtaudit.results.keys.code_stamp", lambda: "another release")
    assert hits(FAST) == 0


def test_the_folder_stays_within_its_bounds(tmp_path: Path) -> None:
    for seed in range(12):
        store = ResultStore(tmp_path, most_bytes=40_000)
        audit_jobs([job(article(seed), path=f"{seed}.md")], store=store)
        assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 40_000
    assert any(tmp_path.iterdir())
    abandoned = tmp_path / ".x.json.1.tmp"
    abandoned.write_text("x", encoding="utf-8")
    os.utime(abandoned, (0, 0))
    audit_jobs([job(article(99))], store=ResultStore(tmp_path))
    assert not abandoned.exists()


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    text = article(4)
    assert audited(text, ResultStore(place / "store")) == audited(text, None)


#: Modules that look at more of a document than the sentence. What they look at is in
#: mtaudit/detector/surroundings.py; a module that joins them needs its view added there first.
LOOKS_AROUND = {
    "context.py",
    "garble/cuts.py",
    "grammar/people.py",
    "grammar/title_consistency.py",
    "surroundings.py",
    "typography/quotes.py",
    "view.py",
}


def test_only_known_detectors_look_around() -> None:
    root = Path(mtaudit.__file__).parent / "detector"
    found = set()
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("document", "_document"):
                found.add(file.relative_to(root).as_posix().removeprefix("checks/"))
    assert found <= LOOKS_AROUND, "see LOOKS_AROUND"
