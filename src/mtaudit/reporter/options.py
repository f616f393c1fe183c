"""What a renderer is, and the few things it can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mtaudit.model import Report


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices of presentation; none of them changes what is reported.

    Attributes:
        width: Columns of the terminal, in character cells.
        color: Whether ANSI colour codes may be used.
        ui_language: Language of headings and labels (``en`` or ``fr``), not of the article.
        max_level: Highest SARIF level a finding gets: ``error``, ``warning`` or ``note``.
    """

    width: int = 80
    color: bool = False
    ui_language: str = "en"
    max_level: str = "error"


#: The whole content of one output file: text, or the bytes of a format that is none (DOCX, XLSX).
Rendered = str | bytes


class Renderer(Protocol):
    """Turns a report into the whole content of one output file."""

    def __call__(self, report: Report, options: RenderOptions) -> Rendered:
        """Render ``report``; a text ends with a newline and can always be encoded as UTF-8."""
        ...


@dataclass(frozen=True, slots=True)
class Traits:
    """What has to be known of a renderer before it runs.

    Attributes:
        suffix: Of a file with the report of one article, as ``.html``; None for a renderer whose
            output is about a whole run and is not split into a file per article.
        binary: Whether it gives bytes, which are not for a terminal.
    """

    suffix: str | None = None
    binary: bool = False
