"""Suggestion templates: how a rule writes the French it wants.

``{2}``                 what pattern element 2 matched, as it stands
``{2>publication}``     another lemma, inflected like what element 2 matched
``{1.f}`` ``{3.mp}``    what element 1 matched, put into the feminine (masculine plural, ...)
``{3>proche.p}``        both
``{3>interne@2}``       agreeing in gender and number with the noun that element 2 matched
``{0}`` ``{0>lemma}``   the first word of the flagged span, whichever element it is

Elements are counted from 1, all of them, look-aheads and gaps too, brackets not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

#: pieces in order: a string, or (element number, lemma or "", forced features or "@element")
Template = tuple[Any, ...]

_SLOT = re.compile(r"\{(\d+)(?:>([^{}.@]+))?(?:\.([mfsp]{1,2})|(@\d+))?\}")


class TemplateError(ValueError):
    """A template that cannot be read; ``position`` is the 0-based column."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


def parse_template(text: str) -> Template:
    """Parses a template.

    Raises:
        TemplateError: A brace that belongs to no slot.
    """
    pieces: list[Any] = []
    at = 0
    for match in _SLOT.finditer(text):
        pieces.append(text[at : match.start()])
        pieces.append((int(match[1]), match[2] or "", match[3] or match[4] or ""))
        at = match.end()
    pieces.append(text[at:])
    position = 0
    for piece in pieces:
        if isinstance(piece, str):
            brace = re.search(r"[{}]", piece)
            if brace:
                at = text.find(piece, position) + brace.start()
                raise TemplateError("not a slot; write {2}, {2>lemma} or {2.f}", at)
            position += len(piece)
    return tuple(piece for piece in pieces if piece != "")


def lemmas_of(template: Template) -> set[str]:
    """The lemmas that a template inflects."""
    return {piece[1] for piece in template if not isinstance(piece, str) and piece[1]}


def uninflected(templates: Sequence[Sequence[Any]]) -> str:
    """What templates that could not be filled want, as advice: lemmas as a dictionary has them.

    Args:
        templates: Templates, best first.

    Returns:
        Their wordings joined by commas; what stands for matched words is left out. Empty where nothing
        is left to say.
    """
    said: list[str] = []
    for template in templates:
        text = "".join(piece if isinstance(piece, str) else piece[1] for piece in template)
        text = re.sub(r"\s+", " ", text).strip()
        if text and text not in said:
            said.append(text)
    return ", ".join(said)


def highest_slot(template: Template) -> int:
    """The highest element number that a template uses."""
    slots = [piece for piece in template if not isinstance(piece, str)]
    agreeing = [int(features[1:]) for _, _, features in slots if features.startswith("@")]
    return max([*(number for number, _, _ in slots), *agreeing], default=0)
