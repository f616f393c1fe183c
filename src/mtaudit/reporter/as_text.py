"""The report on a terminal: every fault in its place, the summary last."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import DocumentReport, Finding, Report, SentenceReport
from mtaudit.reporter.ansi import Painter
from mtaudit.reporter.cells import cell_width, pad, truncate, wrap
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.text_excerpt import excerpt
from mtaudit.reporter.text_summary import summary
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording, get_wording

#: Narrower than this nothing lines up any more; a narrower terminal wraps by itself.
MIN_WIDTH = 60
MAX_SUGGESTIONS = 3
_INDENT = "  "
_ARROW = "→ "


def render(report: Report, options: RenderOptions) -> str:
    """The report as lines for a terminal of ``options.width`` cells.

    Sentences without findings are not shown; the summary counts them. A report without any finding
    is one line per document.
    """
    wording = get_wording(options.ui_language)
    paint = Painter(options.color)
    width = max(options.width, MIN_WIDTH)
    if not report.documents:
        return wording.text("nothing") + "\n"
    lines: list[str] = []
    for document in report.documents:
        if document.findings:
            lines.extend(_faults(document, width, wording, paint))
        else:
            lines.append(_clean_line(document, wording, paint))
    if any(document.findings for document in report.documents):
        if lines[-1]:
            lines.append("")
        lines.extend(summary(report, width, wording, paint))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _clean_line(document: DocumentReport, wording: Wording, paint: Painter) -> str:
    path = one_line(document.path)
    if not document.sentences:
        return wording.text("empty", path=path)
    sentences = wording.count("count.sentences", len(document.sentences))
    line = wording.text(
        "clean", path=path, sentences=sentences, words=wording.count("count.words", document.words)
    )
    return paint("supported", line)


def _faults(document: DocumentReport, width: int, wording: Wording, paint: Painter) -> Iterator[str]:
    index = LineIndex(document.text)
    for entry in document.sentences:
        if entry.findings:
            yield _header(document, entry, index, wording, paint)
            yield from excerpt(entry, width, paint)
            yield ""
            yield from _findings(entry, index, width, wording, paint)
            yield from _nearest(entry, width, wording, paint)
            yield ""


def _header(
    document: DocumentReport, entry: SentenceReport, index: LineIndex, wording: Wording, paint: Painter
) -> str:
    """``path:line:column`` of the first finding, where an editor's link should lead, and the score."""
    first = min(finding.start for finding in entry.findings)
    place = f"{one_line(document.path)}:{index.position(first)}"
    fidelity = wording.text("label.fidelity_of_100", value=wording.number(entry.fidelity))
    verdict = paint(entry.verdict, wording.named("verdict", entry.verdict))
    label = wording.text("label.fidelity").lower()
    return f"{paint('strong', place)}  {paint('quiet', f'{label} {fidelity},')} {verdict}"


def _findings(
    entry: SentenceReport, index: LineIndex, width: int, wording: Wording, paint: Painter
) -> Iterator[str]:
    """A small table: code, severity, place, then the message with what to write below it."""
    rows = [
        (
            one_line(finding.rule),
            wording.named("severity", finding.severity),
            str(index.position(finding.start)),
            finding,
        )
        for finding in entry.findings
    ]
    code_width, severity_width, place_width = (
        max(cell_width(str(row[column])) for row in rows) for column in range(3)
    )
    left = len(_INDENT) + code_width + severity_width + place_width + 6
    for code, severity, place, finding in rows:
        head = "".join(
            (
                _INDENT,
                paint("strong", code) + " " * (code_width - cell_width(code) + 2),
                paint(finding.severity, severity) + " " * (severity_width - cell_width(severity) + 2),
                paint("quiet", pad(place, place_width)) + "  ",
            )
        )
        for number, line in enumerate(_advice(finding, width - left, wording, paint)):
            yield (head if number == 0 else " " * left) + line


def _advice(finding: Finding, width: int, wording: Wording, paint: Painter) -> Iterator[str]:
    """The message, then each suggestion behind an arrow, or the hint where there is none."""
    yield from wrap(one_line(finding.message), width)
    for suggestion in finding.suggestions[:MAX_SUGGESTIONS]:
        for number, line in enumerate(wrap(one_line(suggestion), width - len(_ARROW))):
            yield (_ARROW if number == 0 else " " * len(_ARROW)) + paint("suggestion", line)
    if finding.hint and not finding.suggestions:
        hint = wording.text("label.of", head=wording.text("label.hint"), items=one_line(finding.hint))
        yield from wrap(hint, width)


def _nearest(entry: SentenceReport, width: int, wording: Wording, paint: Painter) -> Iterator[str]:
    """The nearest English on one line, its place and similarity kept, the text cut to fit."""
    if not entry.alignments:
        return
    nearest = entry.alignments[0]
    reference = truncate(one_line(nearest.reference).replace("\\", "/").rsplit("/", 1)[-1], width // 4)
    link = wording.named("link", nearest.link)
    source = f"  ({reference}, {link}, {wording.number(nearest.similarity, 2)})"
    label = f"{_INDENT}{wording.text('label.english')}  "
    room = width - cell_width(label) - cell_width(source)
    yield ""
    yield f"{paint('quiet', label)}{truncate(one_line(nearest.text), max(room, 1))}{paint('quiet', source)}"
