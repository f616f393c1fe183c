"""Which files to read: paths as given, directories walked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mtaudit.errors import InputError


def collect_paths(paths: Sequence[str | Path], suffixes: Sequence[str] = (".txt", ".md")) -> list[Path]:
    """List the texts under ``paths``, each once, in the order given.

    A file is taken whatever its suffix. A directory is walked in sorted order for files with one
    of ``suffixes``; names that begin with a dot are passed over, links to directories not followed.
    A README tells about the texts beside it and is not one of them, unless it is named itself.

    Raises:
        InputError: A path that is not there, or a directory with no text in it.
    """
    wanted = tuple(suffix.lower() for suffix in suffixes)
    collected: dict[Path, Path] = {}
    for given in paths:
        path = Path(given)
        if is_directory(path):
            found = list(_walk(path, wanted))
            if not found:
                raise InputError(f"{path}: no texts in this directory", f"looked for {', '.join(suffixes)}")
        else:
            found = [path]
        for file in found:
            collected.setdefault(file.resolve(), file)
    return list(collected.values())


def is_directory(path: Path) -> bool:
    """Whether ``path`` is a directory.

    Raises:
        InputError: Nothing is there, or it cannot be looked at.
    """
    try:
        if not path.exists():
            raise InputError(f"{path}: no such file or directory", "check the path")
        return path.is_dir()
    except (OSError, ValueError) as error:  # a name too long, a NUL in it, no permission
        raise unreadable(path, error) from None


def unreadable(path: Path, error: Exception) -> InputError:
    """The one-line error for what the operating system says about a path."""
    reason = getattr(error, "strerror", None) or str(error)
    shown = str(path).replace("\0", "\\0")
    return InputError(
        f"{shown}: cannot be read: {reason[:1].lower()}{reason[1:]}", "check the path and its rights"
    )


def _walk(directory: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise unreadable(Path(error.filename or directory), error)

    for folder, subfolders, names in os.walk(directory, onerror=refuse):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(suffixes) and not _is_readme(name):
                yield Path(folder, name)


def _is_readme(name: str) -> bool:
    return Path(name).stem.lower() == "readme"
