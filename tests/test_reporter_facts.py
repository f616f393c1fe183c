"""Compared facts in the reports: where they stand, and which words belong together."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from helpers import Line, document_of, report_of

from mtaudit.model import Alignment, Check, Report
from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.reporter.html_facts import english_spans, french_spans

SCHEMA = json.loads((files("mtaudit.reporter") / "report.schema.json").read_text(encoding="utf-8"))
FRENCH = "Sur 12 dockers, 12 ont signé."
ENGLISH = "Of 12 dockers 12 signed."
PLACED = Check("number", "match", "12", "12", "", 16, 18, 14, 16, 0)


def _report(*checks: Check) -> Report:
    line = Line(FRENCH, alignments=(Alignment("r.en", 0, ENGLISH, 0.9),), checks=checks)
    return report_of(document_of([line]))


def _json_check(report: Report) -> dict[str, object]:
    read = json.loads(get_renderer("json")(report, RenderOptions()))
    jsonschema.Draft202012Validator(SCHEMA).validate(read)
    found: dict[str, object] = read["documents"][0]["sentences"][0]["checks"][0]
    return found


def test_json_has_both_places() -> None:
    found = _json_check(_report(PLACED))
    assert (found["french_start"], found["french_end"]) == (16, 18)
    assert (found["english_start"], found["english_end"], found["alignment"]) == (14, 16, 0)


def test_json_leaves_out_what_has_no_place() -> None:
    assert set(_json_check(_report(Check("polarity", "unclear", "", "not")))) == {
        "kind",
        "status",
        "french",
        "english",
    }


@pytest.mark.parametrize("missing", ["french_end", "english_start", "alignment"])
def test_the_schema_refuses_half_a_place(missing: str) -> None:
    report = _report(replace(PLACED, **{missing: None}))
    with pytest.raises(jsonschema.ValidationError):
        _json_check(report)


def test_only_the_compared_words_are_marked() -> None:
    entry = _report(PLACED).documents[0].sentences[0]
    (french,) = french_spans(entry.sentence, entry.checks)
    (english,) = english_spans(entry.alignments[0], 0, entry.checks)
    assert (french.start, french.end, french.number) == (16, 18, 0)
    assert (english.start, english.end) == (14, 16)


def test_without_a_place_every_occurrence_is_marked() -> None:
    entry = _report(Check("number", "match", "12", "12")).documents[0].sentences[0]
    assert [span.start for span in french_spans(entry.sentence, entry.checks)] == [4, 16]
    # The place counts in another passage: here the words are looked for.
    assert len(english_spans(entry.alignments[0], 1, (PLACED,))) == 2


def test_a_name_in_a_quotation_keeps_its_own_mark() -> None:
    checks = (
        Check("quote", "match", "Sur 12 dockers", "Of 12 dockers", "", 0, 14, 0, 13, 0),
        Check("number", "match", "12", "12", "", 4, 6, 3, 5, 0),
    )
    entry = _report(*checks).documents[0].sentences[0]
    found = [(span.start, span.end, span.kind) for span in french_spans(entry.sentence, entry.checks)]
    assert found == [(0, 4, "quote"), (4, 6, "number"), (6, 14, "quote")]


def test_the_page_ties_the_words_to_the_list() -> None:
    page = get_renderer("html")(_report(PLACED), RenderOptions())
    assert page.count('data-fact="0"') == 3
