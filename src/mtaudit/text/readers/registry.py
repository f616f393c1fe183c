"""Readers by name: a format is one module of this package that holds a ``READER``.

To add a format, add a file here that defines ``READER = Reader(...)``. A package elsewhere can
register one under the entry point group ``mtaudit.readers``; its value is a `Reader` too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules

from mtaudit.errors import UsageError
from mtaudit.model import Block

#: The reader for a file whose suffix nobody claims.
DEFAULT_FORMAT = "txt"

ENTRY_POINT_GROUP = "mtaudit.readers"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader makes of a text.

    ``plain`` has the length of the text, markup blanked with spaces and line breaks kept.
    ``blocks`` are in order, do not overlap, and hold every non-space character of ``plain``.
    """

    plain: str
    blocks: tuple[Block, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its name, its file suffixes (lower case, with the dot), and its parser."""

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], Parsed]


@cache
def built_in_readers() -> dict[str, Reader]:
    """The readers that are modules of this package, by name."""
    package = import_module(__package__)
    readers: dict[str, Reader] = {}
    for module in iter_modules(package.__path__):
        reader = getattr(import_module(f"{package.__name__}.{module.name}"), "READER", None)
        if isinstance(reader, Reader):
            readers[reader.name] = reader
    return readers


@cache
def _plug_in_readers() -> dict[str, Reader]:
    # Looking through the installed packages takes tens of milliseconds: only when a built-in one won't do.
    from importlib.metadata import entry_points

    loaded = (point.load() for point in entry_points(group=ENTRY_POINT_GROUP))
    return {reader.name: reader for reader in loaded if isinstance(reader, Reader)}


def reader_named(name: str) -> Reader:
    """The reader of that name.

    Raises:
        UsageError: No such reader; the message lists those there are.
    """
    reader = built_in_readers().get(name) or _plug_in_readers().get(name)
    if reader is None:
        known = ", ".join(sorted({*built_in_readers(), *_plug_in_readers()}))
        raise UsageError(f"no reader for the format {name!r}", f"formats: {known}")
    return reader


def reader_for(path: PurePath) -> Reader:
    """The reader that claims the file's suffix; the plain text reader if none does."""
    suffix = path.suffix.lower()
    for readers in (built_in_readers, _plug_in_readers):
        for reader in readers().values():
            if suffix in reader.suffixes:
                return reader
        if not suffix:
            break
    return built_in_readers()[DEFAULT_FORMAT]
