"""Fidelity, verdicts, MQM, signature, word count, sacreBLEU."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.errors import UsageError
from mtaudit.model import (
    Alignment,
    AlignmentKind,
    Check,
    CheckKind,
    CheckStatus,
    Finding,
    Sentence,
    SentenceReport,
    Severity,
)
from mtaudit.scorer.checks import findings_from_checks, run_checks
from mtaudit.scorer.fidelity import COMPRESSED_SCALE, alignment_support, explain, score_sentence
from mtaudit.scorer.mqm import counts_by_family, counts_by_severity, document_scores, mqm_per_1000_words
from mtaudit.scorer.reference_metrics import hypothesis_metrics
from mtaudit.scorer.signature import signature
from mtaudit.text.words import count_words

LEVELS: tuple[Severity, ...] = get_args(Severity)


def make_finding(severity: Severity = "minor", confidence: float = 1.0, rule: str = "LIT001") -> Finding:
    return Finding(rule, "name", 0, 1, "L", "accuracy/mistranslation", severity, confidence, "message", "why")


def make_sentence(text: str = "Le maire a inauguré le nouveau pont vendredi.", start: int = 0) -> Sentence:
    return Sentence(0, start, start + len(text), text)


def make_alignment(similarity: float = 0.8, kind: AlignmentKind = "source", text: str = "x") -> Alignment:
    return Alignment("reference.md", 0, text, similarity, kind)


checks_strategy = st.lists(
    st.builds(
        Check,
        kind=st.sampled_from(get_args(CheckKind)),
        status=st.sampled_from(get_args(CheckStatus)),
        french=st.just("a"),
        english=st.just("b"),
    ),
    max_size=6,
)
findings_strategy = st.lists(
    st.builds(make_finding, severity=st.sampled_from(LEVELS), confidence=st.floats(0, 1)), max_size=6
)
alignments_strategy = st.lists(
    st.builds(make_alignment, similarity=st.floats(-1, 1), kind=st.sampled_from(get_args(AlignmentKind))),
    max_size=3,
)
texts = st.text(max_size=120)
#: Texts made of the pieces that the checks look for, in any order.
pieces = st.lists(
    st.sampled_from(
        [
            "12",
            "1,5",
            "20",
            "000",
            "deux",
            "cent",
            "mille",
            "million",
            "milliard",
            "billions",
            "%",
            "€",
            "$",
            "le",
            "14",
            "mars",
            "2025",
            "vendredi",
            "hier",
            "n'",
            "ne",
            "pas",
            "que",
            "«",
            "»",
            "“",
            "”",
            '"',
            "'",
            "not",
            "n't",
            "never",
            "May",
            "March",
            "3:30",
            "pm",
            "XXe",
            "1er",
            "21st",
            "Poutine",
            "Putin",
            "États-Unis",
            "US",
            "-",
            ".",
            ",",
            ":",
            "/",
            "()",
            "9999999",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(alignments_strategy, checks_strategy, findings_strategy, texts, st.booleans())
def test_fidelity_is_bounded(
    alignments: list[Alignment], checks: list[Check], findings: list[Finding], text: str, given_: bool
) -> None:
    sentence = make_sentence(text)
    score, verdict, parts = score_sentence(sentence, alignments, checks, findings, references_given=given_)
    assert 0.0 <= score <= 100.0
    for part in (parts.alignment, parts.checks, parts.penalty):
        assert part is None or 0.0 <= part <= 1.0
    line = explain(parts, verdict, findings, checks)
    assert line.endswith(".")
    assert "\n" not in line


@given(alignments_strategy, checks_strategy, findings_strategy, st.sampled_from(LEVELS), st.floats(0, 1))
def test_one_more_finding_never_raises_it(
    alignments: list[Alignment],
    checks: list[Check],
    findings: list[Finding],
    severity: Severity,
    confidence: float,
) -> None:
    sentence = make_sentence()
    before, _, _ = score_sentence(sentence, alignments, checks, findings, references_given=True)
    more = [*findings, make_finding(severity, confidence)]
    after, _, _ = score_sentence(sentence, alignments, checks, more, references_given=True)
    assert after <= before


@given(alignments_strategy, checks_strategy, findings_strategy.filter(bool), st.sampled_from(LEVELS))
def test_a_more_severe_finding_never_raises_it(
    alignments: list[Alignment], checks: list[Check], findings: list[Finding], severity: Severity
) -> None:
    first = findings[0]
    worse = max(first.severity, severity, key=LEVELS.index)
    sentence = make_sentence()
    before, _, _ = score_sentence(sentence, alignments, checks, findings, references_given=True)
    changed = [replace(first, severity=worse), *findings[1:]]
    after, _, _ = score_sentence(sentence, alignments, checks, changed, references_given=True)
    assert after <= before


@given(alignments_strategy, checks_strategy, findings_strategy, st.sampled_from(get_args(CheckKind)))
def test_one_more_mismatch_never_raises_it(
    alignments: list[Alignment], checks: list[Check], findings: list[Finding], kind: CheckKind
) -> None:
    sentence = make_sentence()
    before, _, _ = score_sentence(sentence, alignments, checks, findings, references_given=True)
    more = [*checks, Check(kind, "mismatch", "a", "b")]
    after, _, _ = score_sentence(sentence, alignments, more, findings, references_given=True)
    assert after <= before


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_support_rises_with_similarity(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert alignment_support(low) <= alignment_support(high)
    assert alignment_support(low, COMPRESSED_SCALE) <= alignment_support(high, COMPRESSED_SCALE)


@settings(max_examples=300, deadline=None)
@given(texts | pieces, texts | pieces, st.sampled_from(get_args(AlignmentKind)), st.integers(0, 500))
def test_any_text_can_be_checked(french: str, english: str, kind: AlignmentKind, start: int) -> None:
    sentence = make_sentence(french, start)
    alignments = [make_alignment(0.9, kind, english)]
    checks = run_checks(sentence, alignments)
    assert checks == run_checks(sentence, alignments)
    for check in checks:
        assert check.french in french
    for finding in findings_from_checks(sentence, checks, alignments):
        assert finding.text == french[finding.start - start : finding.end - start]
        assert 0 <= finding.confidence <= 1


@given(texts)
def test_words_are_counted_in_any_text(text: str) -> None:
    assert 0 <= count_words(text) <= len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("… — !", 0),
        ("L'homme attend.", 3),
        ("L’homme attend.", 3),
        ("Un cessez-le-feu de 30 jours", 5),
        ("aujourd'hui", 2),
        ("12 000 euros", 3),
        ("snake_case", 2),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_verdicts() -> None:
    sentence = make_sentence()

    def verdict(
        similarity: float | None, checks: tuple[Check, ...] = (), given_: bool = True, rule: str = "LIT001"
    ) -> str:
        alignments = [] if similarity is None else [make_alignment(similarity)]
        findings = [make_finding("critical", 1.0, rule)]
        return score_sentence(sentence, alignments, checks, findings, references_given=given_)[1]

    match = Check("number", "match", "2", "2")
    lacking = Check("name", "missing", "Paul", "")
    wrong = Check("number", "mismatch", "2", "3")
    stretched = Check("quote", "mismatch", "a", "b")
    assert verdict(None, given_=False) == "unchecked"
    assert verdict(None) == "unsupported"
    assert verdict(0.1) == "unsupported"
    assert verdict(0.4) == "partial"
    assert verdict(0.8) == "supported"
    assert verdict(0.8, (match, lacking)) == "partial"
    assert verdict(0.8, (match, wrong)) == "contradicted"
    assert verdict(0.8, (stretched,)) == "partial"
    assert verdict(0.8, rule="FID001") == "contradicted"


def test_without_reference_only_the_penalty_counts() -> None:
    sentence = make_sentence("mot " * 20)
    score, verdict, parts = score_sentence(sentence, [], [], [make_finding("major")], references_given=False)
    assert (score, verdict) == (77.9, "unchecked")  # 100 * exp(-5/20)
    assert (parts.alignment, parts.checks) == (None, None)
    assert score_sentence(sentence, [], [], [], references_given=False)[0] == 100.0


def test_unsupported_lowers_modestly() -> None:
    assert score_sentence(make_sentence(), [], [], [], references_given=True)[0] == 85.0


def test_the_source_weighs_more_than_comparable_reporting() -> None:
    far = [make_alignment(0.2, "source")], [make_alignment(0.2, "comparable")]
    source, comparable = (
        score_sentence(make_sentence(), near, [], [], references_given=True)[0] for near in far
    )
    assert source < comparable < 100.0


def test_run_checks_keeps_its_order() -> None:
    sentence = make_sentence("« Douze bus n'ont pas roulé vendredi à Gand », dit-il.")
    english = '"Twelve buses did not run on Friday in Ghent," he said.'
    checks = run_checks(sentence, [make_alignment(text=english)])
    assert [(check.kind, check.status) for check in checks] == [
        ("number", "match"),
        ("date", "match"),
        ("name", "match"),
        ("quote", "match"),
        ("polarity", "match"),
    ]
    assert run_checks(sentence, []) == ()


def test_only_the_source_counts_where_there_is_one() -> None:
    sentence = make_sentence("Douze bus ont roulé.")
    comparable = make_alignment(0.8, "comparable", "Twelve buses ran.")
    source = make_alignment(0.8, "source", "Fifteen buses ran.")
    assert [check.status for check in run_checks(sentence, [comparable])] == ["match"]
    assert [check.status for check in run_checks(sentence, [comparable, source])] == ["mismatch"]


def test_comparable_reporting_contradicts_only_the_same_fact() -> None:
    french = "Vendredi 14 mars à Gand, le groupe Airbus a livré 40 avions à Qatar Airways."
    english = "On Friday, March 14 in Ghent, the Airbus group delivered 60 planes to Qatar Airways."
    sentence = make_sentence(french)

    def number(similarity: float, *more: Alignment) -> str:
        alignments = [make_alignment(similarity, "comparable", english), *more]
        return next(check.status for check in run_checks(sentence, alignments) if check.kind == "number")

    assert number(0.9) == "mismatch"
    assert number(0.6) == "unclear"
    assert number(0.9, make_alignment(0.5, "comparable", "Forty planes left.")) == "match"


def test_a_death_toll_may_differ_between_reports() -> None:
    french = "Vendredi 14 mars à Gand, un incendie chez Airbus a fait 12 morts."
    english = "On Friday, March 14 in Ghent, a fire at Airbus left 15 dead."
    checks = run_checks(make_sentence(french), [make_alignment(0.95, "comparable", english)])
    assert [check.status for check in checks if check.kind == "number"] == ["unclear"]


def test_a_contradiction_becomes_a_finding_in_place() -> None:
    text = "Le pont a coûté 12\u00a0millions d’euros, pas 2."
    sentence = make_sentence(text, start=100)
    alignments = [make_alignment(text="The bridge cost 15 million euros, not 2.")]
    (finding,) = findings_from_checks(sentence, run_checks(sentence, alignments), alignments)
    assert finding.rule == "FID001"
    assert finding.text == "12\u00a0millions d’euros"
    assert text[finding.start - 100 : finding.end - 100] == finding.text
    assert finding.mqm == "accuracy/mistranslation/number"
    assert finding.english == "15 million euros"
    assert finding.evidence == alignments[0].text


def test_a_repeated_figure_is_marked_where_it_stands_alone() -> None:
    text = "Des 25 000 billets, 25 restent."
    sentence = make_sentence(text)
    alignments = [make_alignment(text="Of the 25,000 tickets, 35 remain.")]
    (finding,) = findings_from_checks(sentence, run_checks(sentence, alignments), alignments)
    assert finding.start == text.rindex("25")


def test_a_lost_negation_marks_the_sentence() -> None:
    sentence = make_sentence("Le traité est signé.")
    alignments = [make_alignment(text="The treaty is not signed.")]
    (finding,) = findings_from_checks(sentence, run_checks(sentence, alignments), alignments)
    assert (finding.rule, finding.text) == ("FID005", sentence.text)


def test_mqm() -> None:
    findings = [make_finding("minor"), make_finding("critical"), make_finding("major", rule="FFR002")]
    assert mqm_per_1000_words(findings, 500) == 62.0
    assert mqm_per_1000_words([], 0) == 0.0
    assert counts_by_family(findings) == {"FFR": 1, "LIT": 2}
    assert counts_by_severity(findings) == {"critical": 1, "major": 1, "minor": 1, "neutral": 0}


def test_document_scores() -> None:
    finding = make_finding("major")
    reports = []
    for findings in ((finding,), ()):
        sentence = make_sentence()
        score, verdict, parts = score_sentence(sentence, [], [], findings, references_given=False)
        reports.append(SentenceReport(sentence, score, verdict, parts, findings=findings))
    scores = document_scores(reports, 16)
    assert scores.fidelity == round((reports[0].fidelity + 100.0) / 2, 1)
    assert scores.mqm_per_1000_words == 312.5
    assert scores.verdicts == {"unchecked": 2}
    assert document_scores([], 0).fidelity == 100.0


def test_signature() -> None:
    made = signature("0.1.0", "en_fr", "1a2b3c4d5e6f", "use", {"mode": "full"})
    assert made == "mtaudit:0.1.0|pack:en_fr:1a2b3c4d|encoder:use|mode:full"
    assert signature("1", "p", "h", None, {}) == "mtaudit:1|pack:p:h|encoder:none"
    assert signature("1", "p", "h", "use", {"b": "x|y", "a": "1"}).endswith("|a:1|b:x_y")


def test_hypothesis_metrics() -> None:
    lines = ["Le chat dort sur le vieux toit rouge.", "La mer est calme et le vent léger ce matin."]
    same = hypothesis_metrics(lines, lines)
    assert same["BLEU"]["score"] == 100.0
    assert same["chrF++"]["score"] == 100.0
    assert same["TER"]["score"] == 0.0
    assert "version:" in str(same["BLEU"]["signature"])
    worse = hypothesis_metrics(["Le chien court.", lines[1]], lines)
    assert float(worse["BLEU"]["score"]) < 100.0


def test_hypothesis_metrics_need_pairs() -> None:
    with pytest.raises(UsageError, match="2 sentences cannot be compared with 1"):
        hypothesis_metrics(["a", "b"], ["a"])
