"""Reading: from a file or a string to a `Document`, with nothing of the text changed.

Offsets everywhere else count the code points of the decoded text, so no reader normalises
anything: line ends, quotation marks and spaces stay as they are in the file.
"""

from __future__ import annotations

from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.model import Document
from mtaudit.text.readers.collecting import collect_paths, is_directory, unreadable
from mtaudit.text.readers.decoding import decode
from mtaudit.text.readers.lines import iter_lines
from mtaudit.text.readers.registry import Reader, reader_for, reader_named
from mtaudit.text.readers.tsv import english_side

__all__ = ["collect_paths", "document_from_bytes", "document_from_text", "read_document"]

#: A longer line is data, not prose: nobody can read a finding in it, and it stalls every later step.
MAX_LINE = 1_000_000

#: A longer file is a corpus or a mistake (an article has a few kilobytes). In bytes.
MAX_BYTES = 64 * 1024 * 1024


def read_document(path: str | Path) -> Document:
    """Read one file; its suffix chooses the format, an unknown one is read as plain text.

    Raises:
        InputError: Missing, a directory, empty, binary, not UTF-8, a line too long, or no words in it.
    """
    file = Path(path)
    if is_directory(file):
        raise InputError(f"{file}: a directory, not a file", "give the files in it")
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    return document_from_bytes(data, str(file))


def document_from_bytes(data: bytes, path: str) -> Document:
    """Make a document of a file's content; the suffix of ``path`` chooses the format.

    Raises:
        InputError: Empty, binary, not UTF-8, too long, a line too long, or no words in it.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: larger than {MAX_BYTES // 1024**2} MiB", "split it into articles")
    return _build(decode(data, path), path, reader_for(Path(path)))


def read_source(path: str | Path) -> Document:
    """Read a true source: the file, or the English column of a side-by-side file.

    Raises:
        InputError: As for :func:`read_document`.
    """
    return english_side(read_document(path))


def document_from_text(text: str, *, path: str = "<text>", format: str = "txt") -> Document:
    """Make a document of a string.

    Args:
        text: The text, as it is.
        path: What to call it in messages and reports.
        format: The name of a reader: ``txt``, ``md``, or one that a plug-in adds.

    Raises:
        InputError: Empty, a line too long, or no words in it.
        UsageError: No reader has that name.
    """
    return _build(text, path, reader_named(format))


def _build(text: str, path: str, reader: Reader) -> Document:
    if not text or text.isspace():
        raise InputError(
            f"{path}: there is only white space in it", "give a file that holds the article's text"
        )
    _refuse_long_lines(text, path)
    if text[:200].lstrip().lower().startswith(("<!doctype html", "<html")):
        raise InputError(f"{path}: this is an HTML page, not text", "save the article's text as .txt or .md")
    parsed = reader.parse(text)
    if not any(character.isalnum() for character in parsed.plain):
        raise InputError(f"{path}: no words in it", "give a file that holds the article's text")
    return Document(path, text, parsed.plain, parsed.blocks, reader.name, parsed.title)


def _refuse_long_lines(text: str, path: str) -> None:
    if len(text) <= MAX_LINE:
        return
    for number, line in enumerate(iter_lines(text), start=1):
        if line.end - line.start > MAX_LINE:
            raise InputError(
                f"{path}: line {number} has {line.end - line.start:,} characters, more than {MAX_LINE:,}",
                "put each paragraph on a line of its own",
            )
