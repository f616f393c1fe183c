"""Text made safe to show: what would move a cursor, reorder a line or break an encoding is replaced.

Every replacement is one code point for one, so offsets keep. Files for machines (JSON) do not use
this: they carry the text as it is.
"""

from __future__ import annotations

import re

#: Tab, line ends, and the Unicode line and paragraph separators: all shown as a space.
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
#: The other C0 controls have a picture of their own from U+2400 on (ESC becomes U+241B).
_C0 = re.compile(r"[\x00-\x1f]")
#: DEL, C1 controls, bidirectional overrides (they can hide or reorder text), lone surrogates
#: (no encoding can write them) and U+FFFE, U+FFFF (no characters).
_UNSHOWABLE = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Replace what cannot be shown safely, keeping the length: ``len(visible(t)) == len(t)``."""
    text = _SPACES.sub(" ", text)
    text = _C0.sub(lambda match: chr(0x2400 + ord(match.group())), text)
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """``visible`` with runs of ordinary spaces folded to one and the ends trimmed."""
    return re.sub(" {2,}", " ", visible(text)).strip(" ")
