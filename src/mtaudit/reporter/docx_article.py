"""The article in a Word document, with its comments, and the findings that found no place in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.comments import Comment
from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mtaudit.model import BlockKind, DocumentReport, Finding, SentenceReport
from mtaudit.reporter.counts import family_of
from mtaudit.reporter.docx_styles import NOTE, set_language
from mtaudit.reporter.paragraphs import cut, paragraphs_of
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording
from mtaudit.reporter.xml_text import xml_text

AUTHOR = "mtaudit"
INITIALS = "mt"
_STYLES: dict[BlockKind, str] = {
    "heading": "Heading 2",
    "paragraph": "Normal",
    "quote": "Quote",
    "item": "List Paragraph",
}


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A run of the article and the half-open offsets of its text."""

    start: int
    end: int
    run: Run


def add_article(book: Document, document: DocumentReport, wording: Wording) -> None:
    """Add the article on a new page, a comment for each finding, and a list of those left over."""
    pairs = [(entry, finding) for entry in document.sentences for finding in entry.findings]
    anchors = _add_text(book, document, [finding for _, finding in pairs])
    starts = [each.start for each in anchors]
    left_over = []
    # From the outside in: of two comments that begin together, the longer one opens first.
    for entry, finding in sorted(pairs, key=lambda pair: (pair[1].start, -pair[1].end)):
        under = anchors[bisect_left(starts, finding.start) : bisect_left(starts, finding.end)]
        runs = [each.run for each in under if each.end <= finding.end]
        if runs and _is_at_its_place(document, finding):
            _add_comment(book, runs, entry, finding, wording)
        else:
            left_over.append(finding)
    if left_over:
        _add_left_over(book, left_over, wording)


def _add_text(book: Document, document: DocumentReport, findings: Sequence[Finding]) -> list[_Anchor]:
    places = [place for finding in findings for place in (finding.start, finding.end)]
    anchors: list[_Anchor] = []
    is_first = is_first_heading = True
    for block in paragraphs_of(document):
        paragraph = book.add_paragraph(style=_STYLES[block.kind])
        if block.kind == "heading" and is_first_heading:
            paragraph.style = "Heading 1" if is_first else _STYLES["heading"]
            is_first_heading = False
        if is_first:
            paragraph.paragraph_format.page_break_before = True
            is_first = False
        if block.mark:
            paragraph.add_run(f"{block.mark} ")
        for number, line in enumerate(block.lines):
            if number:
                paragraph.add_run(" ")  # where a wrapped line ended
            for piece in cut(line, places):
                run = paragraph.add_run(xml_text(piece.text))
                anchors.append(_Anchor(piece.start, piece.start + len(piece.text), run))
    return anchors


def _is_at_its_place(document: DocumentReport, finding: Finding) -> bool:
    return not document.text or document.text[finding.start : finding.end] == finding.text


def _add_comment(
    book: Document, runs: Sequence[Run], entry: SentenceReport, finding: Finding, wording: Wording
) -> None:
    comment = book.add_comment([runs[0], runs[-1]], author=AUTHOR, initials=INITIALS)
    comment._comment_elm.date = None  # the library sets the time of writing; a report has none
    head = comment.paragraphs[0]
    head.add_run(_name(finding, wording)).bold = True
    set_language(head, wording.language)
    for text, language in _account(entry, finding, wording):
        _add_line(comment, text, language)


def _add_line(comment: Comment, text: str, language: str) -> None:
    paragraph = comment.add_paragraph()  # in the style of comments
    paragraph.add_run(text)
    set_language(paragraph, language)


def _account(entry: SentenceReport, finding: Finding, wording: Wording) -> Iterator[tuple[str, str]]:
    """The lines of a comment with the language each is in: what, what to write, and the English."""
    yield one_line(finding.message), "en"
    for suggestion in finding.suggestions:
        yield f"→ {one_line(suggestion)}", "fr"
    if finding.hint:
        yield _labelled("label.hint", finding.hint, wording), "en"
    if finding.english:
        yield _labelled("label.behind", finding.english, wording), "en"
    elif entry.alignments:
        yield _labelled("label.english", entry.alignments[0].text, wording), "en"
    if finding.explanation:
        yield _labelled("label.why", finding.explanation, wording), "en"


def _labelled(key: str, text: str, wording: Wording) -> str:
    return wording.text("label.of", head=wording.text(key), items=one_line(text))


def _name(finding: Finding, wording: Wording) -> str:
    family = wording.named("family", family_of(finding.rule))
    return f"{family}, {wording.named('severity', finding.severity)} ({one_line(finding.rule)})"


def _add_left_over(book: Document, findings: Sequence[Finding], wording: Wording) -> None:
    set_language(book.add_heading(wording.text("docx.unanchored"), 2), wording.language)
    set_language(book.add_paragraph(wording.text("docx.unanchored_why"), style=NOTE), wording.language)
    for finding in findings:
        paragraph: Paragraph = book.add_paragraph(style="List Bullet")
        paragraph.add_run(_name(finding, wording)).bold = True
        suggestions = "".join(f" → {one_line(each)}" for each in finding.suggestions)
        paragraph.add_run(f" “{one_line(finding.text)}” {one_line(finding.message)}{suggestions}")
