"""The page before a folder of reports: a table of the articles, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from mtaudit.model import DocumentReport, DocumentScores, Report
from mtaudit.reporter.counts import SEVERITIES, all_findings, by_severity, total_scores, verdict_counts
from mtaudit.reporter.headline import headline, headline_level
from mtaudit.reporter.html_environment import CONTENT_SECURITY_POLICY, environment, template_text
from mtaudit.reporter.html_view import language_tag, title_of
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.sparkline import Sparkline, sparkline_of
from mtaudit.reporter.wording import Wording, get_wording

#: From the worst headline to the best, as ``headline_level`` names them.
_LEVELS = ("critical", "contradicted", "major", "minor", "neutral", "clean", "empty")

#: The first ones are those of the report itself.
STYLES = ("page.css", "chart.css", "card.css", "narrow.css", "print.css", "index.css")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a row of the table; ``rank`` is its place, worst first, from 1."""

    rank: int
    href: str
    title: str
    language: str
    path: str
    headline: str
    level: str
    words: int
    severities: dict[str, int]
    scores: DocumentScores
    verdicts: dict[str, int]
    trouble: float
    spark: Sparkline | None


@dataclass(frozen=True, slots=True)
class Totals:
    """All articles together."""

    words: int
    severities: dict[str, int]
    scores: DocumentScores
    verdicts: dict[str, int]


def render_index(report: Report, files: Sequence[str], options: RenderOptions) -> str:
    """The page as one HTML file that needs nothing else.

    Args:
        report: The whole run.
        files: The file name of each article's report, beside this page, in the order of the report.
        options: The language of the interface.
    """
    from markupsafe import Markup

    wording = get_wording(options.ui_language)
    rows = rows_of(report.documents, files, wording)
    page = (
        environment()
        .get_template("index.html")
        .render(
            rows=rows,
            totals=_totals(report),
            severities=SEVERITIES,
            report=report,
            w=wording,
            csp=CONTENT_SECURITY_POLICY,
            css=Markup("\n".join(template_text(f"css/{name}") for name in STYLES)),
            js=Markup(template_text("js/index.js")),
        )
    )
    return page.rstrip("\n") + "\n"


def rows_of(
    documents: Sequence[DocumentReport], files: Sequence[str], wording: Wording
) -> tuple[ArticleRow, ...]:
    """A row per article: by the verdict on the whole, then by penalty, then by fidelity."""
    pairs = sorted(zip(documents, files, strict=True), key=lambda pair: _badness(pair[0]))
    return tuple(_row(document, file, rank, wording) for rank, (document, file) in enumerate(pairs, 1))


def _badness(document: DocumentReport) -> tuple[int, float, float, str]:
    scores = document.scores
    level = _LEVELS.index(headline_level(document))
    return level, -scores.mqm_per_1000_words, scores.fidelity, document.path


def _row(document: DocumentReport, file: str, rank: int, wording: Wording) -> ArticleRow:
    return ArticleRow(
        rank=rank,
        href=quote(file),
        title=title_of(document),
        language=language_tag(document),
        path=document.path,
        headline=headline(document, wording),
        level=headline_level(document),
        words=document.words,
        severities={str(each): n for each, n in by_severity(document.findings).items()},
        scores=document.scores,
        verdicts=verdict_counts(document.scores),
        trouble=_trouble(document),
        spark=sparkline_of(document.sentences),
    )


def _trouble(document: DocumentReport) -> float:
    """What the column of verdicts is sorted by: the share of sentences the English does not bear out.

    A contradiction counts double, as it is worse than silence.
    """
    verdicts = document.scores.verdicts
    bad = 2 * verdicts.get("contradicted", 0) + verdicts.get("unsupported", 0)
    return round(bad / len(document.sentences), 4) if document.sentences else 0.0


def _totals(report: Report) -> Totals:
    scores = total_scores(report)
    return Totals(
        words=sum(document.words for document in report.documents),
        severities={str(each): n for each, n in by_severity(all_findings(report.documents)).items()},
        scores=scores,
        verdicts=verdict_counts(scores),
    )
