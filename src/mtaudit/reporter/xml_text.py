"""Text that XML can carry (XML 1.0, production 2: Char), for the article itself in office files."""

from __future__ import annotations

import re

_C0 = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Replace what no XML file can hold, one code point for one; all else stays, also bidi marks.

    C0 controls become their pictures from U+2400 on; lone surrogates and the two code points that
    are no characters become U+FFFD.
    """
    text = _C0.sub(lambda match: chr(0x2400 + ord(match.group())), text)
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
