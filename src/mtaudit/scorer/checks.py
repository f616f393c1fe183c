"""All fact checks of one sentence together, and the findings that contradictions make."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mtaudit.model import Alignment, Check, CheckKind, Finding, Sentence
from mtaudit.packs.tables import load_table
from mtaudit.scorer.check_kinds import KINDS
from mtaudit.scorer.dates import check_dates
from mtaudit.scorer.modality import check_modality
from mtaudit.scorer.name_forms import tokens
from mtaudit.scorer.names import check_names
from mtaudit.scorer.normal import lower
from mtaudit.scorer.numbers import check_numbers
from mtaudit.scorer.places import placed
from mtaudit.scorer.polarity import check_polarity
from mtaudit.scorer.quantities import find_quantities
from mtaudit.scorer.quotes import check_quotes
from mtaudit.scorer.roles import check_roles
from mtaudit.scorer.speakers import check_speakers
from mtaudit.scorer.title_checks import check_titles

#: In comparable reporting two sentences report one fact only if they are this similar (cosine; random
#: pairs of news sentences reach .08, true translations .77 on average) ...
_SAME_FACT_SIMILARITY = 0.75
#: ... and agree in this many numbers, dates and names besides the one in question.
_SAME_FACT_MATCHES = 3
#: What a contradiction of comparable reporting is trusted less than one of the source.
_COMPARABLE_DOUBT = 0.2


def _english_of(alignments: Sequence[Alignment]) -> tuple[list[int], bool]:
    """Which alignments to check against, and whether they are the true source (which then stands alone)."""
    source = [number for number, alignment in enumerate(alignments) if alignment.kind == "source"]
    return (source, True) if source else (list(range(len(alignments))), False)


def _all_checks(
    sentence: Sentence, alignments: Sequence[Alignment], numbers: Sequence[int], strict: bool
) -> list[Check]:
    """Every check against some of the alignments, each with its places in the document and in one of them."""
    french, english = sentence.text, [alignments[number].text for number in numbers]
    found = [
        *check_numbers(french, english, strict=strict),
        *check_dates(french, english, strict=strict),
        *check_names(french, english, strict=strict),
        *check_quotes(french, english, strict=strict),
        *check_speakers(french, english, strict=strict),
        *check_polarity(french, english, strict=strict),
        *check_titles(french, english, strict=strict),
        *check_modality(french, english, strict=strict),
        *check_roles(french, english, strict=strict),
    ]
    return [placed(check, sentence.start, english, numbers) for check in found]


@cache
def _toll_words() -> frozenset[str]:
    nouns = load_table("facts/nouns.toml")["noun"]
    return frozenset(word for entry in nouns if entry.get("toll") for word in entry["fr"])


def _changes_between_reports(french: str, check: Check) -> bool:
    """Figures that reports may give differently and both be right: tolls, estimates, *today*."""
    if check.kind == "date":
        return not check.french[:1].isdigit()
    if any(lower(token.text) in _toll_words() for token in tokens(french)):
        return True
    return any(found.about and found.text == check.french for found in find_quantities(french, "french"))


def _surely_same_fact(
    sentence: Sentence, alignments: Sequence[Alignment], checks: list[Check]
) -> list[Check]:
    """Turn doubt into contradiction where one comparable sentence clearly reports the same fact."""
    best = max(
        range(len(alignments)), key=lambda each: (alignments[each].similarity, -alignments[each].index)
    )
    if alignments[best].similarity < _SAME_FACT_SIMILARITY:
        return checks
    alone = _all_checks(sentence, alignments, [best], True)
    agreeing = [
        check for check in alone if check.status == "match" and check.kind in ("number", "date", "name")
    ]
    if len({check.french for check in agreeing}) < _SAME_FACT_MATCHES:
        return checks
    contradicted: dict[tuple[CheckKind, str], Check] = {
        (check.kind, check.french): check
        for check in alone
        if check.status == "mismatch" and check.kind in ("number", "date")
    }
    return [
        contradicted[check.kind, check.french]
        if check.status == "unclear"
        and (check.kind, check.french) in contradicted
        and not _changes_between_reports(sentence.text, check)
        else check
        for check in checks
    ]


def run_checks(sentence: Sentence, alignments: Sequence[Alignment]) -> tuple[Check, ...]:
    """Hold the facts of a French sentence against its English counterparts.

    With the true source among the alignments only that counts, and checks are strict. Comparable
    reporting may leave facts out and report others: there a difference is ``unclear``, and a
    ``mismatch`` only for a number or date where the best counterpart is very similar (cosine
    >= 0.75), shares at least three facts, and the figure is none that changes between reports.

    Args:
        sentence: The French sentence.
        alignments: Its English counterparts.

    Returns:
        Checks ordered by kind (number, date, name, quote, polarity, title, modality, role), then by place; empty without
        alignments.
    """
    if not alignments:
        return ()
    numbers, strict = _english_of(alignments)
    checks = _all_checks(sentence, alignments, numbers, strict)
    if not strict:
        checks = _surely_same_fact(sentence, alignments, checks)
    return tuple(checks)


def _locate(sentence: Sentence, check: Check) -> tuple[int, int]:
    """The place of a check's words in the sentence; the whole sentence where it has none."""
    if check.french_start is not None and check.french_end is not None:
        return check.french_start - sentence.start, check.french_end - sentence.start
    start = sentence.text.find(check.french) if check.french else -1
    if start >= 0:
        return start, start + len(check.french)
    stripped = sentence.text.strip()
    start = sentence.text.find(stripped) if stripped else 0
    return start, start + len(stripped)


def findings_from_checks(
    sentence: Sentence, checks: Sequence[Check], alignments: Sequence[Alignment]
) -> tuple[Finding, ...]:
    """Make a finding of every contradiction.

    Confidence says how often such a contradiction was real when measured on human translations and
    on corrupted ones (``benchmarks/bench_checks.py``): .9 numbers, dates and roles, .85 names, .8
    titles, .7 quotations, polarity and modality; .2 less where only comparable reporting contradicts.

    Args:
        sentence: The French sentence.
        checks: Its checks, from :func:`run_checks`.
        alignments: The alignments they were made with.

    Returns:
        Findings FID001 to FID005 and FID008 to FID010 in the order of the text, with offsets in the
        document.
    """
    _, strict = _english_of(alignments)
    findings: list[Finding] = []
    for check in checks:
        kind = KINDS.get(check.kind)
        if kind is None or check.status != "mismatch":
            continue
        start, end = _locate(sentence, check)
        finding = Finding(
            rule=kind.rule,
            name=kind.name,
            start=sentence.start + start,
            end=sentence.start + end,
            text=sentence.text[start:end],
            mqm=kind.mqm,
            severity=kind.severity,
            confidence=round(kind.confidence - (0.0 if strict else _COMPARABLE_DOUBT), 2),
            message=f"{kind.message}: {check.english}" if check.english else kind.message,
            explanation=f"{kind.explanation} ({check.note})" if check.note else kind.explanation,
            hint=f"The English says: {check.english}" if check.english else "",
            english=check.english or None,
            evidence=_evidence(check, alignments),
        )
        findings.append(finding)
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _evidence(check: Check, alignments: Sequence[Alignment]) -> str | None:
    """The English sentence that holds the contradicting words."""
    if check.alignment is not None:
        return alignments[check.alignment].text
    for alignment in alignments:
        if check.english and check.english in alignment.text:
            return alignment.text
    return alignments[0].text if alignments else None


__all__ = ["findings_from_checks", "run_checks"]
