"""ANSI colours, put on after the layout so that codes never count as text."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {
    "critical": "1;31",
    "major": "31",
    "minor": "33",
    "neutral": "36",
    "supported": "32",
    "partial": "33",
    "unsupported": "33",
    "contradicted": "1;31",
    "suggestion": "32",
    "strong": "1",
    "quiet": "2",
}


@dataclass(frozen=True, slots=True)
class Painter:
    """Colours text by meaning, or leaves it alone when colour is off."""

    enabled: bool

    def __call__(self, style: str, text: str) -> str:
        """``text`` in ``style``; an unknown style, or an empty text, stays plain."""
        code = _CODES.get(style)
        if not self.enabled or code is None or not text:
            return text
        return f"\x1b[{code}m{text}\x1b[0m"
