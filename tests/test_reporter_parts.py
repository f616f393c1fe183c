"""The small parts of the reporter: lines, words, registry, counts, ids, spans, chart."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from helpers import Spot, clean_document, finding_at, harbour_report, report_of, two_documents_report
from hypothesis import given
from hypothesis import strategies as st

from mtaudit import reporter
from mtaudit.errors import UsageError
from mtaudit.reporter import RenderOptions, get_renderer, renderer_names
from mtaudit.reporter.counts import SEVERITIES, by_family, by_severity, family_of, total_scores, worst
from mtaudit.reporter.explaining import explanation_of
from mtaudit.reporter.finding_ids import FindingIds
from mtaudit.reporter.headline import headline_level
from mtaudit.reporter.html_chart import BASE, MIN_COLUMN, chart_of
from mtaudit.reporter.html_spans import LANES, pieces
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.visible import visible
from mtaudit.reporter.wording import LANGUAGES, get_wording
from mtaudit.scorer.fidelity import explain


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("abc", 0, "1:1"),
        ("abc", 3, "1:4"),
        ("a\nb", 1, "1:2"),
        ("a\nb", 2, "2:1"),
        ("a\r\nb", 3, "2:1"),
        ("a\rb", 2, "2:1"),
        ("é海\n𝄞x", 4, "2:2"),
        ("a\u2028b", 2, "1:3"),
        ("", 7, "1:8"),
    ],
)
def test_line_and_column(text, offset, place):
    assert str(LineIndex(text).position(offset)) == place


def test_negative_offset_is_refused():
    with pytest.raises(ValueError, match="negative"):
        LineIndex("abc").position(-1)


@given(st.text(alphabet="ab\n\r"), st.integers(0, 40))
def test_line_index_agrees_with_counting(text, offset):
    offset = min(offset, len(text))
    before = text[:offset]
    if text[offset - 1 : offset + 1] == "\r\n":  # inside a line end: still on its line
        before = text[: offset - 1]
    lines = re.split(r"\r\n|\n|\r", before)
    position = LineIndex(text).position(len(before))
    assert position == (len(lines), len(lines[-1]) + 1)


def test_every_language_has_the_same_words_with_the_same_fields():
    english = get_wording("en").words
    for language in LANGUAGES:
        words = get_wording(language).words
        assert words.keys() == english.keys()
        for key, text in words.items():
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key])), key
            assert (
                text.count("|")
                == english[key].count("|")
                == int(key.startswith("count.") or "|" in english[key])
            ), key


def test_every_code_of_the_model_has_a_name():
    names = {
        "severity": ("critical", "major", "minor", "neutral"),
        "verdict": ("supported", "partial", "unsupported", "contradicted", "unchecked"),
        "check": ("number", "date", "name", "quote", "polarity", "title"),
        "status": ("match", "missing", "mismatch", "unclear"),
        "kind": ("source", "comparable"),
        "family": ("LIT", "FFR", "SEN", "TER", "COL", "SYN", "NAM", "UNT", "GRA", "TYP", "GAR", "FID"),
    }
    for language in LANGUAGES:
        for group, codes in names.items():
            assert {f"{group}.{code}" for code in codes} <= get_wording(language).words.keys()


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [
        ("en", 0, "0 findings"),
        ("en", 1, "1 finding"),
        ("en", 1200, "1,200 findings"),
        ("fr", 0, "0 faute relevée"),
        ("fr", 1, "1 faute relevée"),
        ("fr", 1200, "1\u202f200 fautes relevées"),
    ],
)
def test_plurals_and_numbers(language, n, text):
    assert get_wording(language).count("count.findings", n) == text


def test_unknown_code_is_its_own_name_and_unknown_language_an_error():
    assert get_wording("fr").named("family", "XYZ") == "XYZ"
    with pytest.raises(UsageError, match="'de'"):
        get_wording("de")


def test_built_in_renderers_are_found_by_their_files():
    assert {"text", "json", "html", "markdown", "csv"} <= set(renderer_names())


def test_unknown_renderer_names_those_there_are():
    with pytest.raises(UsageError, match=r"unknown report format 'pdf' \(choose one of: .*json.*text.*\)"):
        get_renderer("pdf")


class FakePoint:
    def __init__(self, name, loaded):
        self.name, self.value, self._loaded = name, "plugin.module:render", loaded

    def load(self):
        if isinstance(self._loaded, Exception):
            raise self._loaded
        return self._loaded


@pytest.fixture
def plug_in(monkeypatch):
    def install(name, loaded):
        points = [FakePoint(name, loaded)]
        monkeypatch.setattr(
            metadata, "entry_points", lambda group: points if group == "mtaudit.renderers" else []
        )

    return install


def test_plug_in_is_found_by_its_entry_point(plug_in):
    plug_in("braille", lambda report, options: "⠃⠗\n")
    assert "braille" in renderer_names()
    assert get_renderer("braille")(report_of(), RenderOptions()) == "⠃⠗\n"


@pytest.mark.parametrize("loaded", [ImportError("no such module"), 42])
def test_broken_plug_in_is_one_clear_line(plug_in, loaded):
    plug_in("braille", loaded)
    with pytest.raises(UsageError, match=r"'braille'.*plugin\.module:render"):
        get_renderer("braille")


def test_plug_in_cannot_take_the_place_of_a_built_in_renderer(plug_in):
    plug_in("json", lambda report, options: "mine")
    assert get_renderer("json").__module__ == "mtaudit.reporter.as_json"


def test_counts():
    findings = harbour_report().documents[0].findings
    assert by_severity(findings) == {"critical": 1, "major": 2, "minor": 2, "neutral": 1}
    assert list(by_family(findings)) == ["FID", "LIT", "FFR", "COL", "SYN", "TYP"]
    assert worst(findings) == "critical"
    assert worst(()) is None
    assert [family_of(rule) for rule in ("LIT014", "X", "my-rule", "42")] == ["LIT", "X", "my", "42"]


def test_totals_are_those_of_one_long_document():
    report = two_documents_report()
    scores = total_scores(report)
    entries = [entry for document in report.documents for entry in document.sentences]
    assert scores.fidelity == pytest.approx(sum(entry.fidelity for entry in entries) / len(entries))
    assert scores.mqm_per_1000_words == pytest.approx((25 + 5 + 5 + 1 + 1) * 1000 / (78 + 7))
    assert sum(scores.verdicts.values()) == len(entries)
    assert total_scores(report_of()).fidelity == 0.0


def test_headline_follows_the_worst():
    document = harbour_report().documents[0]
    assert headline_level(document) == "critical"
    mild = replace(
        document,
        sentences=tuple(entry for entry in document.sentences if worst(entry.findings) != "critical"),
    )
    assert headline_level(mild) == "contradicted"  # the scores still count a contradiction
    calm = replace(mild, scores=replace(mild.scores, verdicts={"supported": 5}))
    assert headline_level(calm) == "major"
    assert headline_level(clean_document()) == "clean"
    assert headline_level(replace(document, sentences=())) == "empty"


def ids_of(document):
    ids = FindingIds()
    return [ids.next_id(entry, finding) for entry in document.sentences for finding in entry.findings]


def test_finding_ids_survive_changes_elsewhere():
    document = harbour_report().documents[0]
    before = ids_of(document)
    assert len(set(before)) == len(before) == 6
    moved = tuple(
        replace(
            entry,
            sentence=replace(entry.sentence, start=entry.sentence.start + 40, end=entry.sentence.end + 40),
            findings=tuple(replace(one, start=one.start + 40, end=one.end + 40) for one in entry.findings),
        )
        for entry in document.sentences[1:]
    )
    assert ids_of(replace(document, sentences=moved)) == before[1:]


def test_equal_findings_get_ids_of_their_own():
    document = harbour_report().documents[0]
    twice = ids_of(replace(document, sentences=document.sentences * 2))
    assert len(set(twice)) == 12


def test_explanation_is_the_scorers():
    contradicted, unsupported = harbour_report().documents[0].sentences[1:4:2]
    explanations = [explanation_of(contradicted), explanation_of(unsupported)]
    assert explanations[0] == explain(
        contradicted.parts, contradicted.verdict, contradicted.findings, contradicted.checks
    )
    assert explanations[0] != explanations[1]
    assert all(text.strip().endswith(".") and "\n" not in text for text in explanations)


TEXT = "abcdefghij"


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), max_size=8))
def test_pieces_join_up_and_carry_every_fault(spans):
    findings = [
        replace(finding_at(Spot("A1", "x"), 100 + start), end=100 + start + length) for start, length in spans
    ]
    cut = pieces(TEXT, 100, findings)
    assert "".join(piece.text for piece in cut) == TEXT
    assert sorted(mark.number for piece in cut for mark in piece.ends) == list(range(1, len(findings) + 1))
    position = 0
    for piece in cut:
        for place in range(position, position + len(piece.text)):
            expected = {n for n, (start, length) in enumerate(spans, 1) if start <= place < start + length}
            assert {mark.number for mark in piece.marks} == expected
        position += len(piece.text)


def test_overlapping_faults_lie_in_lanes_of_their_own():
    findings = [
        replace(finding_at(Spot("A1", "x"), start), end=end)
        for start, end in ((0, 6), (2, 8), (4, 10), (5, 6), (8, 9))
    ]
    lanes = {mark.number: mark.lane for piece in pieces(TEXT, 0, findings) for mark in piece.marks}
    assert lanes == {1: 0, 2: 1, 3: 2, 4: LANES - 1, 5: 0}


def test_chart_bars_stay_inside_and_wide_enough_to_hit():
    entries = harbour_report().documents[0].sentences
    wide = chart_of(entries * 100)
    assert len(wide.bars) == 600
    assert all(bar.column_width >= MIN_COLUMN for bar in wide.bars)
    assert wide.bars[-1].x + wide.bars[-1].width <= wide.width
    chart = chart_of((replace(entries[0], fidelity=0.0), replace(entries[0], fidelity=100.0)))
    assert chart.bars[0].height > 0
    assert chart.bars[1].y == BASE - 120
    assert chart_of(()).bars == ()


@given(st.text(alphabet=st.characters()))
def test_visible_keeps_the_length_and_leaves_nothing_unsafe(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    assert visible(shown) == shown


def test_no_word_is_left_unused():
    folder = Path(reporter.__file__).parent
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in [
            *folder.glob("*.py"),
            *folder.glob("templates/**/*.html"),
            *folder.glob("templates/js/*.js"),
        ]
        if not path.name.startswith("words_")
    )
    looked_up_by_code = (
        *("family.", "severity.", "verdict.", "check.", "status.", "kind.", "link.", "headline."),
        *("decision.", "reason."),
    )
    severities = {f"count.{severity}" for severity in SEVERITIES}
    keys = [
        key
        for key in get_wording("en").words
        if not key.startswith(looked_up_by_code) and key not in severities
    ]
    used = [key.removeprefix("say.") for key in keys]
    assert [key for key in used if f'"{key}"' not in code and f"'{key}'" not in code] == []
