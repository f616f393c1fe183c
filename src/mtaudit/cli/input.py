"""The text that comes from standard input instead of files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from mtaudit.errors import UsageError
from mtaudit.model import Document

#: What a text from standard input is called when nobody says.
NAMELESS = "<stdin>"
#: What many programs call standard input among their files.
_DASH = Path("-")


def piped_text(wanted: bool, name: Path | None, files: Sequence[Path] | None) -> Document | None:
    """The document on standard input, or None where files are to be audited.

    Args:
        wanted: Whether ``--stdin`` was given; ``-`` as the only file says the same.
        name: ``--stdin-filename``: its suffix decides the format.
        files: The files given.

    Raises:
        InputError: It is no text.
        UsageError: Both, or neither, of files and standard input were asked for.
    """
    if list(files or ()) == [_DASH]:
        wanted, files = True, None
    if not wanted:
        if name is not None:
            raise UsageError("--stdin-filename goes with --stdin", "add --stdin")
        if not files:
            raise UsageError("no texts given", "name files or folders, or give --stdin")
        return None
    if files:
        raise UsageError(f"--stdin, and {files[0]} as well", "one or the other")
    from mtaudit.text.readers import document_from_bytes

    return document_from_bytes(sys.stdin.buffer.read(), str(name) if name is not None else NAMELESS)
