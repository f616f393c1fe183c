"""An audit from text to report: examine (read, segment, align, detect, check), sieve, score.

Alignment comes before detection, because the English a sentence is aligned with is evidence
for and against what the detector suspects.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import mtaudit
from mtaudit.detector.detect import PACK, Detection, settle
from mtaudit.examining import Examination, Examined, Examiner
from mtaudit.model import Document, DocumentReport, Finding, Report, Sentence, SentenceReport, Suppressed
from mtaudit.options import AuditOptions
from mtaudit.policy import Policy
from mtaudit.text.readers import document_from_text

#: See mtaudit.gate.sieve: what stands, one tuple per sentence, and what is suppressed.
Sieve = Callable[
    [Document, Sequence[tuple[Sentence, tuple[Finding, ...]]]],
    tuple[list[tuple[Finding, ...]], list[Suppressed]],
]


class Auditor:
    """Audits documents against one set of references.

    Args:
        references: Comparable English reporting (files, or directories of them), or documents.
        source: The true English source of the one document to audit.
        options: See :class:`AuditOptions`.
        sieve: Takes out findings that somebody accepted, before anything is scored.

    Raises:
        InputError: A reference cannot be read.
        RuleError: A rule file is broken.
        UsageError: An unknown rule code or encoder.
    """

    def __init__(
        self,
        *,
        references: Sequence[str | Path | Document] = (),
        source: str | Path | Document | None = None,
        options: AuditOptions | None = None,
        sieve: Sieve | None = None,
    ) -> None:
        self.options = options or AuditOptions()
        self._sieve = sieve
        self._examiner = Examiner(references=references, source=source, options=self.options)

    @property
    def detection(self) -> Detection:
        """The detector stage."""
        return self._examiner.detection

    @property
    def has_english(self) -> bool:
        """Whether there is English to compare with."""
        return self._examiner.has_english

    def audit(self, document: Document) -> DocumentReport:
        """Audits one document.

        Raises:
            InputError: The text is not French.
        """
        return score(
            document,
            self._examiner.examine(document),
            self.options,
            references_given=self.has_english,
            source_given=self._examiner.has_source,
            sieve=self._sieve,
        )

    def sign(self, audited: Sequence[DocumentReport]) -> Report:
        """Puts audited documents together and signs the result."""
        return sign(audited, self.options, self.detection.pack_hash, self._examiner.reference_paths)


def score(
    document: Document,
    examination: Examination,
    options: AuditOptions,
    *,
    references_given: bool,
    source_given: bool,
    sieve: Sieve | None = None,
) -> DocumentReport:
    """From what was found out about a document to its report.

    Args:
        document: The document.
        examination: What was found out.
        options: The options it was examined under.
        references_given: Whether there was English to compare with.
        source_given: Whether the true source was among it.
        sieve: Takes out findings that somebody accepted, before anything is scored.
    """
    from mtaudit.scorer.fidelity import COMPRESSED_SCALE, SIMILARITY_SCALE, score_sentence
    from mtaudit.scorer.mqm import document_scores

    policy = Policy(options)
    quoted = policy.spans(document)
    found = [
        (each.sentence, policy.apply(_with_contradictions(each, options), quoted))
        for each in examination.sentences
    ]
    suppressed: list[Suppressed] = []
    standing = [findings for _, findings in found]
    if sieve is not None:
        standing, suppressed = sieve(document, found)
    reports = []
    for each, findings in zip(examination.sentences, standing, strict=True):
        fidelity, verdict, parts = score_sentence(
            each.sentence,
            each.alignments,
            each.checks,
            findings,
            references_given=references_given,
            source_given=source_given,
            doubts=each.doubts,
            scale=COMPRESSED_SCALE if options.encoder == "e5" else SIMILARITY_SCALE,
        )
        reports.append(
            SentenceReport(each.sentence, fidelity, verdict, parts, each.alignments, each.checks, findings)
        )
    return DocumentReport(
        path=document.path,
        language=examination.language,
        words=examination.words,
        scores=document_scores(reports, examination.words, examination.known_interval),
        sentences=tuple(reports),
        text=document.text,
        title=document.title,
        suppressed=tuple(suppressed),
    )


def sign(
    audited: Sequence[DocumentReport],
    options: AuditOptions,
    pack_hash: str,
    references: Sequence[str],
) -> Report:
    """Puts audited documents together and signs the result."""
    from mtaudit.scorer.signature import signature

    return Report(
        version=mtaudit.__version__,
        signature=signature(
            mtaudit.__version__,
            PACK,
            pack_hash,
            options.encoder if references else None,
            options.for_signature(),
        ),
        documents=tuple(audited),
        references=tuple(references),
    )


def audit(
    text: str,
    *,
    references: Sequence[str | Path | Document] = (),
    source: str | Path | Document | None = None,
    path: str = "<text>",
    options: AuditOptions | None = None,
) -> Report:
    """Audits a French text.

    Args:
        text: The text. Offsets in the report count its code points.
        references: Paths of comparable English reporting, or documents.
        source: Path of the true English source, or a document.
        path: The name the report gives the text.
        options: See :class:`AuditOptions`.

    Returns:
        A report with one document.

    Raises:
        MtauditError: Something in the input or the options that the caller can put right.
    """
    auditor = Auditor(references=references, source=source, options=options)
    return auditor.sign([auditor.audit(document_from_text(text, path=path))])


def _with_contradictions(examined: Examined, options: AuditOptions) -> tuple[Finding, ...]:
    """What detectors found in a sentence, and what comparing it with its English found."""
    if not examined.checks and not examined.gaps:
        return examined.findings
    from mtaudit.scorer.checks import findings_from_checks

    contradictions = [
        finding
        for finding in (
            *findings_from_checks(examined.sentence, examined.checks, examined.alignments),
            *examined.gaps,
        )
        if _wanted(finding.rule, options) and finding.confidence >= options.min_confidence
    ]
    # What concerns the sentence as a whole is no rival of a fault in some of its words.
    stripped = examined.sentence.text.strip()
    whole = [each for each in contradictions if each in examined.gaps or each.text == stripped]
    narrow = [each for each in contradictions if each not in whole]
    settled = settle([*examined.findings, *narrow])
    return tuple(sorted([*settled, *whole], key=lambda each: (each.start, each.end, each.rule)))


def _wanted(rule: str, options: AuditOptions) -> bool:
    """Whether a finding that no rule file knows (FID) was asked for."""
    codes = {rule, rule[:3]}
    if options.select and not codes.intersection(options.select):
        return False
    return not codes.intersection(options.ignore)
