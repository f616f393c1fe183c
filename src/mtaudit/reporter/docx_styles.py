"""Fonts, sizes and languages of the Word document."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

INK = RGBColor(0x22, 0x21, 0x1F)
MUTED = RGBColor(0x60, 0x5C, 0x54)
NOTE = "mtaudit note"
_FONT = "Calibri"
#: In points.
_SIZES = {"Title": 22, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12}
#: Word spells out the region; the article is checked as French whatever the interface speaks.
_TAGS = {"fr": "fr-FR", "en": "en-GB"}


def define_styles(book: Document) -> None:
    """Set the template's styles, and add those of notes and comments."""
    _set_default_language(book)
    normal = _style(book, "Normal")
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in _SIZES.items():
        style = _style(book, name)
        _drop_theme_fonts(style)
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), INK
    note = book.styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(note, ParagraphStyle)
    note.base_style = normal
    note.font.size, note.font.color.rgb = Pt(9), MUTED
    note.paragraph_format.space_after = Pt(4)
    # The names and identifiers that Word itself gives the two styles of comments.
    comment = book.styles.add_style("annotation text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    assert isinstance(comment, ParagraphStyle)
    comment.style_id = "CommentText"
    comment.base_style = normal
    comment.font.size = Pt(10)
    comment.paragraph_format.space_after, comment.paragraph_format.line_spacing = Pt(2), 1.0
    reference = book.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    assert isinstance(reference, CharacterStyle)
    reference.style_id = "CommentReference"
    reference.font.size = Pt(8)


def set_language(paragraph: Paragraph, language: str) -> None:
    """Tell the spelling checker which language all runs of a paragraph are in (``fr`` or ``en``)."""
    for run in paragraph.runs:
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), _TAGS[language])
        properties: Any = run._r.get_or_add_rPr()
        properties.append(lang)


def _set_default_language(book: Document) -> None:
    default: Any = book.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if default is not None:
        default.set(qn("w:val"), _TAGS["fr"])


def _style(book: Document, name: str) -> ParagraphStyle:
    style = book.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _drop_theme_fonts(style: CharacterStyle) -> None:
    """The template's headings name fonts of a theme, which would go before the one that is set."""
    element: Any = style.element
    fonts = element.get_or_add_rPr().find(qn("w:rFonts"))
    if fonts is not None:
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]
