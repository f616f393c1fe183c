"""From bytes to text: UTF-8 only, and a clear word about everything else.

Guessing an encoding silently would put wrong letters into the text and blame the translation
for them, so another encoding is named and refused.
"""

from __future__ import annotations

import codecs

from mtaudit.errors import InputError

#: Longest BOM first: UTF-32 LE begins like UTF-16 LE.
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

#: First bytes of files that people take for text, what they are, and what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive (perhaps .docx or .odt)", "save the article as plain text in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (perhaps .doc)", "save the article as plain text in UTF-8"),
    (b"{\\rtf", "an RTF file", "save the article as plain text in UTF-8"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first with gunzip"),
)

#: Eight-bit encodings of French text: name to show, name for Python, name for iconv.
_EIGHT_BIT: tuple[tuple[str, str, str], ...] = (
    ("Windows-1252", "cp1252", "WINDOWS-1252"),
    ("Mac Roman", "mac_roman", "MACINTOSH"),
    ("DOS code page 850", "cp850", "CP850"),
)

#: What a French or English news text holds beyond ASCII.
_EXPECTED = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆñáíóú«»‹›‘’“”…–—€£°·\u00a0\u00ad")

#: What is common among them: tells apart encodings that make letters of the same bytes.
_COMMON = frozenset("àâçéèêëîïôùûœ«»’“”…–\u00a0")

#: Share of the bytes beyond ASCII that must become expected characters before an encoding is named.
_MIN_EXPECTED = 0.7

#: C0 controls that text files do hold: tab, line feed, vertical tab, form feed, carriage return.
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r")

#: Share of other control bytes from which a file counts as binary; a stray one is forgiven.
_MAX_CONTROLS = 0.005

_PROBE_BYTES = 65_536


def decode(data: bytes, path: str) -> str:
    """Decode UTF-8, with or without a byte order mark (which is dropped); translate nothing else.

    Args:
        data: The whole file.
        path: Its name, for the error message.

    Raises:
        InputError: Empty, binary, or in another encoding; the message names it.
    """
    if not data:
        raise InputError(f"{path}: the file is empty", "give a file that holds the article's text")
    _refuse_known_binaries(data, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, path, error.start) from None


def _refuse_known_binaries(data: bytes, path: str) -> None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            raise _wrong_encoding(path, f"is {name}", name)
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{path}: this is {what}, not text", advice)
    probe = data[:_PROBE_BYTES]
    if b"\0" in data:
        if _looks_like_utf16(probe):
            order = "UTF-16LE" if probe[1::2].count(0) > probe[0::2].count(0) else "UTF-16BE"
            raise _wrong_encoding(path, "looks like UTF-16", order)
        raise _binary(path)
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in probe)
    if controls > max(1.0, _MAX_CONTROLS * len(probe)):
        raise _binary(path)


def _looks_like_utf16(probe: bytes) -> bool:
    """Latin text in UTF-16 without a mark: nearly every other byte is zero, on one side only."""
    even, odd = probe[0::2].count(0), probe[1::2].count(0)
    half = max(1, len(probe) // 2)
    return max(even, odd) > 0.6 * half and min(even, odd) < 0.1 * half


def _not_utf8(data: bytes, path: str, position: int) -> InputError:
    """Name the likeliest eight-bit encoding, or say where the UTF-8 breaks off."""
    high = [byte for byte in data[:_PROBE_BYTES] if byte >= 0x80] or [data[position]]
    best, most_common = None, -1
    for encoding in _EIGHT_BIT:
        text = bytes(high).decode(encoding[1], errors="replace")
        expected = sum(character in _EXPECTED for character in text)
        common = sum(character in _COMMON for character in text)
        if expected >= _MIN_EXPECTED * len(text) and common > most_common:
            best, most_common = encoding, common
    if best is not None:
        shown, _, iconv = best
        if iconv == "WINDOWS-1252" and all(byte >= 0xA0 for byte in high):
            shown, iconv = "Latin-1 (ISO-8859-1)", "ISO-8859-1"
        return _wrong_encoding(path, f"looks like {shown}", iconv)
    line = data.count(b"\n", 0, position) + 1
    return InputError(
        f"{path}: not valid UTF-8 at byte {position} (line {line})",
        "save the text again as UTF-8, or drop what is broken: iconv -c -f utf-8 -t utf-8 FILE > NEW",
    )


def _wrong_encoding(path: str, finding: str, iconv_name: str) -> InputError:
    return InputError(
        f"{path}: the text {finding}, not UTF-8", f"convert it: iconv -f {iconv_name} -t utf-8 FILE > NEW"
    )


def _binary(path: str) -> InputError:
    return InputError(f"{path}: a binary file, not text", "give a .txt or .md file in UTF-8")
