"""What the HTML template shows, worked out beforehand so that the template only lays it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mtaudit.model import Alignment, Check, DocumentReport, Finding, Report, SentenceReport
from mtaudit.reporter.counts import (
    SEVERITIES,
    VERDICTS,
    all_findings,
    by_family,
    by_severity,
    family_of,
    family_rank,
    verdict_counts,
)
from mtaudit.reporter.explaining import explanation_of
from mtaudit.reporter.finding_ids import FindingIds
from mtaudit.reporter.headline import headline, headline_level, support
from mtaudit.reporter.html_chart import Chart, chart_of
from mtaudit.reporter.html_facts import english_spans, french_spans
from mtaudit.reporter.html_spans import Piece, pieces
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.visible import visible
from mtaudit.reporter.wording import Wording

#: The order in which compared facts are listed: what needs a look first.
_STATUSES = ("mismatch", "unclear", "match", "missing")
#: A page with more sentences draws only those in view (CSS ``content-visibility``).
MANY_SENTENCES = 60

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, its place in the page and its names."""

    id: str
    number: int
    family: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class FactView:
    """A compared fact; its number is also on the words that were compared."""

    number: int
    check: Check


@dataclass(frozen=True, slots=True)
class AlignmentView:
    """A passage of English, cut where a compared fact begins or ends."""

    alignment: Alignment
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as a card; ``checks`` are grouped by their outcome."""

    id: str
    number: int
    place: str
    entry: SentenceReport
    pieces: tuple[Piece, ...]
    findings: tuple[FindingView, ...]
    alignments: tuple[AlignmentView, ...]
    checks: tuple[tuple[str, tuple[FactView, ...]], ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document: its overview and its cards."""

    number: int
    title: str
    language: str
    headline: str
    level: str
    support: str
    document: DocumentReport
    severities: dict[str, int]
    families: dict[str, int]
    verdicts: dict[str, int]
    chart: Chart
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page; ``severities``, ``families`` and ``verdicts`` are what its filters offer: only what occurs in the report."""

    documents: tuple[DocumentView, ...]
    sentence_count: int
    severities: tuple[str, ...]
    families: tuple[str, ...]
    verdicts: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether drawing every card at once would be slow."""
        return self.sentence_count > MANY_SENTENCES


def page_of(report: Report, wording: Wording) -> PageView:
    """Work out everything the page shows."""
    ids = FindingIds()
    findings = all_findings(report.documents)
    present = {entry.verdict for document in report.documents for entry in document.sentences}
    severities = {finding.severity for finding in findings}
    families = {family_of(finding.rule) for finding in findings}
    return PageView(
        documents=tuple(
            _document(document, number, ids, wording) for number, document in enumerate(report.documents, 1)
        ),
        sentence_count=sum(len(document.sentences) for document in report.documents),
        severities=tuple(severity for severity in SEVERITIES if severity in severities),
        families=tuple(sorted(families, key=family_rank)),
        verdicts=tuple(verdict for verdict in VERDICTS if verdict in present),
    )


def title_of(document: DocumentReport) -> str:
    """The title of an article, else the name of its file."""
    return document.title or document.path.replace("\\", "/").rsplit("/", 1)[-1] or document.path


def language_tag(document: DocumentReport) -> str:
    """The language of an article for ``lang`` attributes; ``und`` for what is no tag (BCP 47)."""
    return document.language if _LANGUAGE_TAG.fullmatch(document.language) else "und"


def _document(document: DocumentReport, number: int, ids: FindingIds, wording: Wording) -> DocumentView:
    index = LineIndex(document.text)
    return DocumentView(
        number=number,
        title=title_of(document),
        language=language_tag(document),
        headline=headline(document, wording),
        level=headline_level(document),
        support=support(document, wording),
        document=document,
        severities={str(severity): n for severity, n in by_severity(document.findings).items()},
        families=by_family(document.findings),
        verdicts=verdict_counts(document.scores),
        chart=chart_of(document.sentences),
        sentences=tuple(
            _sentence(entry, f"s-{number}-{place}", place, index, ids)
            for place, entry in enumerate(document.sentences, start=1)
        ),
    )


def _sentence(
    entry: SentenceReport, id_: str, number: int, index: LineIndex, ids: FindingIds
) -> SentenceView:
    sentence = entry.sentence
    shown = visible(sentence.text)
    return SentenceView(
        id=id_,
        number=number,
        place=str(index.position(sentence.start)),
        entry=entry,
        pieces=pieces(shown, sentence.start, entry.findings, french_spans(sentence, entry.checks)),
        findings=tuple(
            FindingView(ids.next_id(entry, finding), place, family_of(finding.rule), finding)
            for place, finding in enumerate(entry.findings, start=1)
        ),
        alignments=tuple(
            AlignmentView(each, pieces(visible(each.text), 0, (), english_spans(each, place, entry.checks)))
            for place, each in enumerate(entry.alignments)
        ),
        checks=tuple(
            (status, found)
            for status in _STATUSES
            if (
                found := tuple(
                    FactView(place, check)
                    for place, check in enumerate(entry.checks)
                    if check.status == status
                )
            )
        ),
        explanation=explanation_of(entry),
    )
