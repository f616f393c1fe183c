"""Fidelity of one sentence: how far it can be trusted to say what the English says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from mtaudit.model import (
    SEVERITY_WEIGHT,
    Alignment,
    Check,
    FidelityParts,
    Finding,
    Sentence,
    Verdict,
)
from mtaudit.scorer.doubts import NO_DOUBTS, Doubts
from mtaudit.text.words import count_words

#: (cosine, support): where support stands for each similarity, straight lines between. Measured with
#: the default encoder: random pairs .08, best wrong pair .52, true pairs .77 on average, 5 % below .54.
SIMILARITY_SCALE: tuple[tuple[float, float], ...] = ((0.08, 0.0), (0.30, 0.25), (0.54, 0.65), (0.77, 1.0))
#: The same for the true source. A free rendering is no unfaithful one: human translations of news reach
#: .54 and less, other sentences seldom .50; beyond that likeness only breaks ties.
SOURCE_SCALE: tuple[tuple[float, float], ...] = ((0.08, 0.0), (0.30, 0.40), (0.50, 0.95), (0.77, 1.0))
#: The same for encoders of the e5 family, whose cosines are squeezed: random .81, true pairs .94.
COMPRESSED_SCALE: tuple[tuple[float, float], ...] = ((0.81, 0.0), (0.85, 0.25), (0.893, 0.65), (0.94, 1.0))

#: What is left of the score when a sentence has no support at all. Comparable reporting may simply not
#: speak of it; the true source must.
_FLOOR_COMPARABLE = 0.85
_FLOOR_SOURCE = 0.4
#: What is left when every fact check fails.
_FLOOR_CHECKS = 0.4
#: What each fact takes from the checks' agreement (as an exponent); ``None``: it says nothing at all.
_LOSS_SOURCE: dict[str, float | None] = {"match": 0.0, "unclear": 0.05, "missing": 0.05, "mismatch": 0.9}
_LOSS_COMPARABLE: dict[str, float | None] = {"match": 0.0, "unclear": 0.05, "missing": None, "mismatch": 0.9}
#: Sentences shorter than this are weighed as if they had this many words: one comma must not sink a headline.
_SHORTEST = 8
#: Support from here on is a counterpart; below the second it is hardly one.
_SUPPORTED, _RELATED = 0.6, 0.2
#: The largest share of facts that may be missing or unclear in a supported sentence.
_OPEN_SHARE = 1 / 3
_CONTRADICTING = frozenset(("number", "date", "name", "polarity", "title", "role"))


def alignment_support(similarity: float, scale: Sequence[tuple[float, float]] = SIMILARITY_SCALE) -> float:
    """Map a cosine to support, by straight lines between the points of a scale.

    Args:
        similarity: Cosine of the two sentences, -1..1.
        scale: Points (cosine, support), rising.

    Returns:
        Support 0..1; never falls as the similarity rises.
    """
    if not similarity > scale[0][0]:  # also catches NaN
        return scale[0][1]
    for (left, low), (right, high) in pairwise(scale):
        if similarity <= right:
            return low + (high - low) * (similarity - left) / (right - left)
    return scale[-1][1]


def finding_penalty(findings: Sequence[Finding], words: int) -> float:
    """The MQM penalty of a sentence, 0 (no fault) to 1.

    ``1 - exp(-points / max(words, 8))`` with points = sum of severity weight (0, 1, 5, 25) times
    confidence. In 20 words a sure minor fault costs .05, a major .22, a critical one .71.

    Args:
        findings: The findings of the sentence.
        words: Its length in words.

    Returns:
        A penalty 0..1 that never falls when a finding is added or grows more severe.
    """
    points = math.fsum(
        SEVERITY_WEIGHT[finding.severity] * min(max(finding.confidence, 0.0), 1.0) for finding in findings
    )
    return 1.0 - math.exp(-points / max(words, _SHORTEST))


def check_agreement(checks: Sequence[Check], *, source: bool) -> float | None:
    """How far the facts agree, 0..1; None when no fact could be checked.

    ``exp(-losses)``: a match loses nothing, an unclear fact .05, one missing in the source .05 (in
    comparable reporting it is left out), a mismatch .9. So no further check ever raises it.
    """
    table = _LOSS_SOURCE if source else _LOSS_COMPARABLE
    losses = [value for check in checks if (value := table[check.status]) is not None]
    return math.exp(-math.fsum(losses)) if losses else None


def _verdict(
    support: float,
    checks: Sequence[Check],
    findings: Sequence[Finding],
    *,
    references_given: bool,
    aligned: bool,
) -> Verdict:
    if any(check.status == "mismatch" and check.kind in _CONTRADICTING for check in checks):
        return "contradicted"
    if any(finding.rule.startswith("FID") and finding.severity == "critical" for finding in findings):
        return "contradicted"
    if not references_given and not aligned:
        return "unchecked"
    if support < _RELATED:
        return "unsupported"
    facts = [check for check in checks if check.kind != "polarity"]
    still_open = sum(check.status != "match" for check in facts)
    if support >= _SUPPORTED and still_open <= _OPEN_SHARE * len(facts):
        return "supported"
    return "partial"


def score_sentence(
    sentence: Sentence,
    alignments: Sequence[Alignment],
    checks: Sequence[Check],
    findings: Sequence[Finding],
    *,
    references_given: bool,
    source_given: bool = False,
    doubts: Doubts = NO_DOUBTS,
    scale: Sequence[tuple[float, float]] = SIMILARITY_SCALE,
) -> tuple[float, Verdict, FidelityParts]:
    """Score one sentence, 0..100.

    ``fidelity = 100 * S * C * K * (1 - P)`` with

    - ``S`` support: ``f + (1 - f) * a``, where ``a`` is the best alignment's similarity mapped to 0..1
      (:func:`alignment_support`) and the floor ``f`` is .4 with the true source, .85 with comparable
      reporting; without any reference ``S = 1``. Where the true source is given only it counts, and a
      sentence that it does not have has ``a = 0``;
    - ``C`` facts: ``.4 + .6 * c`` with ``c`` from :func:`check_agreement`; 1 where nothing was checked;
    - ``K`` correspondence with the true source: :attr:`Doubts.correspondence`; 1 without one;
    - ``P`` penalty: :func:`finding_penalty`.

    Bounded 0..100 and monotone: one more finding, a more severe one, or one more mismatch never
    raises it. A contradiction counts as a failed check and, through its FID finding, as a fault.

    Verdicts: ``contradicted`` (a mismatch of number, date, name, polarity, title or role, or a critical FID
    finding), ``unchecked`` (no reference given), ``unsupported`` (references given, nothing related
    found: ``a`` < .2), ``supported`` (``a`` >= .6 and no more than a third of the facts missing or
    unclear), else ``partial``.

    Args:
        sentence: The French sentence.
        alignments: Its English counterparts, of any kind.
        checks: Its fact checks.
        findings: All its findings, FID ones included.
        references_given: Whether any English was given for the audit.
        source_given: Whether the true source was given.
        doubts: What speaks softly against the sentence, from :func:`source_doubts`.
        scale: How the encoder's cosines map to support.

    Returns:
        Fidelity rounded to one decimal, the verdict, and the parts (each 0..1, rounded to four).
    """
    aligned = bool(alignments)
    source = source_given or any(alignment.kind == "source" for alignment in alignments)
    counting = [each for each in alignments if each.kind == "source"] if source else alignments
    support = max((alignment_support(each.similarity, scale) for each in counting), default=0.0)
    credit = support
    if source and scale is SIMILARITY_SCALE:
        credit = max((alignment_support(each.similarity, SOURCE_SCALE) for each in counting), default=0.0)
    agreement = check_agreement(checks, source=source)
    penalty = finding_penalty(findings, count_words(sentence.text))
    checked = references_given or aligned
    floor = _FLOOR_SOURCE if source else _FLOOR_COMPARABLE
    share = floor + (1 - floor) * credit if checked else 1.0
    facts = 1.0 if agreement is None else _FLOOR_CHECKS + (1 - _FLOOR_CHECKS) * agreement
    matched = doubts.correspondence if source and counting else None
    fidelity = 100.0 * share * facts * (1.0 if matched is None else matched) * (1.0 - penalty)
    verdict = _verdict(support, checks, findings, references_given=references_given, aligned=aligned)
    parts = FidelityParts(
        alignment=round(credit, 4) if checked else None,
        checks=None if agreement is None else round(agreement, 4),
        penalty=round(penalty, 4),
        correspondence=None if matched is None else round(matched, 4),
        doubts=() if matched is None else doubts.reasons,
    )
    return round(min(max(fidelity, 0.0), 100.0), 1), verdict, parts


_VERDICT_TEXT: dict[str, str] = {
    "supported": "The English reporting says the same",
    "partial": "The English reporting says part of this",
    "unsupported": "No English reporting on this was found, which proves nothing against it",
    "contradicted": "The English contradicts this",
    "unchecked": "No English was given to compare with",
}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def explain(
    parts: FidelityParts, verdict: Verdict, findings: Sequence[Finding], checks: Sequence[Check]
) -> str:
    """Say in one sentence why a sentence got its score.

    Args:
        parts: Its parts, from :func:`score_sentence`.
        verdict: Its verdict.
        findings: Its findings.
        checks: Its fact checks.

    Returns:
        One English sentence with a full stop at the end.
    """
    clauses = [_VERDICT_TEXT[verdict]]
    against = [check for check in checks if check.status == "mismatch"]
    if against:
        shown = [
            f"{check.kind} {check.french!r} against {check.english!r}"
            if check.french
            else f"{check.kind}: {check.note}"
            for check in against
        ]
        clauses.append("; ".join(shown))
    facts = [check for check in checks if check.status in ("match", "missing", "unclear")]
    if facts and parts.checks is not None:
        matched = sum(check.status == "match" for check in facts)
        clauses.append(f"{matched} of {_count(len(checks), 'fact')} confirmed")
    clauses += parts.doubts[:2]
    if findings:
        worst = max(findings, key=lambda finding: SEVERITY_WEIGHT[finding.severity])
        clauses.append(f"{_count(len(findings), 'fault')} in the French, the worst {worst.severity}")
    else:
        clauses.append("no fault found in the French")
    return "; ".join(clauses) + "."
