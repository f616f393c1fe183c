"""An audit from text to report: read, segment, align, detect, check, score.

Alignment comes before detection, because the English a sentence is aligned with is evidence
for and against what the detector suspects.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mtaudit
from mtaudit.detector.context import English
from mtaudit.detector.detect import PACK, Detection, settle
from mtaudit.errors import UsageError
from mtaudit.model import (
    Alignment,
    Check,
    Document,
    DocumentReport,
    Finding,
    Report,
    Sentence,
    SentenceReport,
    Suppressed,
)
from mtaudit.options import AuditOptions
from mtaudit.policy import Policy
from mtaudit.text.language import check_french
from mtaudit.text.readers import collect_paths, document_from_text, read_document
from mtaudit.text.segmenting import segment
from mtaudit.text.words import count_words

#: Told the path of each document as its audit begins.
Progress = Callable[[str], None]
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
        self.detection = Detection(
            select=self.options.select,
            ignore=self.options.ignore,
            preview=self.options.preview,
            extra_rules=self.options.extra_rules,
            fast=self.options.fast,
            min_confidence=self.options.min_confidence,
            region=self.options.region,
        )
        self._policy = Policy(self.options)
        paths = [each for each in references if not isinstance(each, Document)]
        documents = [each for each in references if isinstance(each, Document)]
        documents += [read_document(path) for path in (collect_paths(paths) if paths else [])]
        self._references = [(each.path, segment(each, "en")) for each in documents]
        self._source = None
        if source is not None:
            read = source if isinstance(source, Document) else read_document(source)
            self._source = (read.path, segment(read, "en"))
        self._encoder: Any = None

    @property
    def has_english(self) -> bool:
        """Whether there is English to compare with."""
        return bool(self._references or self._source)

    def audit(self, document: Document) -> DocumentReport:
        """Audits one document.

        Raises:
            InputError: The text is not French.
        """
        language = check_french(document.plain, override=self.options.language)
        sentences = segment(document, language)
        alignments = self._align(sentences)
        english = {
            sentence.index: English(
                tuple(each.text for each in found), any(each.kind == "source" for each in found)
            )
            for sentence, found in zip(sentences, alignments, strict=True)
            if found
        }
        findings = self.detection.detect(
            sentences, document=document, english=english, parses=self._parse(sentences, document)
        )
        quoted = self._policy.spans(document)
        checked = [
            self._check(sentence, found, detected, quoted)
            for sentence, found, detected in zip(sentences, alignments, findings, strict=True)
        ]
        suppressed: list[Suppressed] = []
        standing = [found for _, found in checked]
        if self._sieve is not None:
            standing, suppressed = self._sieve(document, list(zip(sentences, standing, strict=True)))
        reports = [
            self._score(sentence, found, checks, kept, group)
            for sentence, found, (checks, _), kept, group in zip(
                sentences, alignments, checked, standing, self._groups(sentences, alignments), strict=True
            )
        ]
        from mtaudit.scorer.mqm import document_scores

        words = count_words(document.plain)
        return DocumentReport(
            path=document.path,
            language=language,
            words=words,
            scores=document_scores(reports, words),
            sentences=tuple(reports),
            text=document.text,
            title=document.title,
            suppressed=tuple(suppressed),
        )

    def sign(self, audited: Sequence[DocumentReport]) -> Report:
        """Puts audited documents together and signs the result."""
        from mtaudit.scorer.signature import signature

        return Report(
            version=mtaudit.__version__,
            signature=signature(
                mtaudit.__version__,
                PACK,
                self.detection.pack_hash,
                self.options.encoder if self.has_english else None,
                self.options.for_signature(),
            ),
            documents=tuple(audited),
            references=tuple(
                path for path, _ in [*self._references, *([self._source] if self._source else [])]
            ),
        )

    def _align(self, sentences: Sequence[Sentence]) -> list[tuple[Alignment, ...]]:
        if not self.has_english:
            return [() for _ in sentences]
        from mtaudit.aligner import ReferenceText, align, get_encoder, with_cache

        if self._encoder is None:
            self._encoder = with_cache(get_encoder(self.options.encoder))
        return align(
            sentences,
            [ReferenceText(path, found) for path, found in self._references],
            encoder=self._encoder,
            source=ReferenceText(*self._source) if self._source else None,
        )

    def _groups(
        self, sentences: Sequence[Sentence], alignments: Sequence[tuple[Alignment, ...]]
    ) -> list[str]:
        if self._source is None:
            return [""] * len(sentences)
        from mtaudit.scorer.correspondence import group_texts

        return group_texts(sentences, alignments)

    def _parse(self, sentences: Sequence[Sentence], document: Document) -> dict[int, Any] | None:
        if self.options.fast or not any(each.needs_parser for each in self.detection.code_detectors):
            return None
        from mtaudit.text.parsing import parse

        plain = [document.plain[sentence.start : sentence.end] for sentence in sentences]
        return {sentence.index: parsed for sentence, parsed in zip(sentences, parse(plain), strict=True)}

    def _check(
        self,
        sentence: Sentence,
        alignments: tuple[Alignment, ...],
        detected: tuple[Finding, ...],
        quoted: Sequence[tuple[int, int]],
    ) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
        """The facts of a sentence held against the English, and all its findings."""
        from mtaudit.scorer.checks import findings_from_checks, run_checks

        checks = run_checks(sentence, alignments)
        contradictions = [
            finding
            for finding in findings_from_checks(sentence, checks, alignments)
            if self._wanted(finding.rule) and finding.confidence >= self.options.min_confidence
        ]
        return checks, self._policy.apply(settle([*detected, *contradictions]), quoted)

    def _score(
        self,
        sentence: Sentence,
        alignments: tuple[Alignment, ...],
        checks: tuple[Check, ...],
        findings: tuple[Finding, ...],
        group: str,
    ) -> SentenceReport:
        """The fidelity of a sentence; ``group`` has all that share its part of the source."""
        from mtaudit.scorer.correspondence import NO_DOUBTS, source_doubts
        from mtaudit.scorer.fidelity import score_sentence

        doubts = NO_DOUBTS
        source = next((each.text for each in alignments if each.kind == "source"), None)
        if source is not None:
            suspects = self.detection.suspects(sentence.text, English((source,), True))
            doubts = source_doubts(sentence.text, source, group=group, senses=suspects)
        fidelity, verdict, parts = score_sentence(
            sentence,
            alignments,
            checks,
            findings,
            references_given=self.has_english,
            source_given=self._source is not None,
            doubts=doubts,
        )
        return SentenceReport(sentence, fidelity, verdict, parts, alignments, checks, findings)

    def _wanted(self, rule: str) -> bool:
        """Whether a finding that no rule file knows (FID) was asked for."""
        codes = {rule, rule[:3]}
        if self.options.select and not codes.intersection(self.options.select):
            return False
        return not codes.intersection(self.options.ignore)


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


@dataclass(frozen=True)
class Job:
    """One text to audit, with its own references and options."""

    path: Path
    references: tuple[Path, ...] = ()
    options: AuditOptions = field(default_factory=AuditOptions)
    source: Path | None = None


def audit_jobs(
    jobs: Sequence[Job], *, progress: Progress | None = None, sieve: Sieve | None = None
) -> Report:
    """Audits texts that may each have references and options of their own.

    The report is signed with the options of the first one; ``sieve`` takes out accepted findings.

    Raises:
        MtauditError: Something in the input or the options that the caller can put right.
    """
    auditors: dict[tuple[Any, ...], Auditor] = {}
    # Every text is read before any is audited: a bad one at the end costs no work.
    documents = [read_document(job.path) for job in jobs]
    audited: list[DocumentReport] = []
    for job, document in zip(jobs, documents, strict=True):
        key = (job.references, job.options, job.source)
        if key not in auditors:
            auditors[key] = Auditor(
                references=job.references, source=job.source, options=job.options, sieve=sieve
            )
        if progress is not None:
            progress(document.path)
        audited.append(auditors[key].audit(document))
    return next(iter(auditors.values())).sign(audited)


def audit_files(
    files: Sequence[str | Path],
    *,
    references: Sequence[str | Path] = (),
    source: str | Path | None = None,
    options: AuditOptions | None = None,
    progress: Progress | None = None,
) -> Report:
    """Audits French files, or directories of them, in one report.

    Raises:
        MtauditError: Something in the input or the options that the caller can put right.
    """
    paths = collect_paths(files)
    check_source(source, paths)
    chosen = options or AuditOptions()
    english = tuple(Path(each) for each in references)
    true = Path(source) if source is not None else None
    return audit_jobs([Job(path, english, chosen, true) for path in paths], progress=progress)


def check_source(source: str | Path | None, paths: Sequence[Path]) -> None:
    """A true source is that of one text.

    Raises:
        UsageError: There are several texts.
    """
    if source is not None and len(paths) != 1:
        raise UsageError(f"--source goes with one text, not {len(paths)}", "audit the texts one by one")
