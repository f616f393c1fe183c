"""Writing reports to disk: every file whole, and either all of them or none."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mtaudit.errors import OutputError
from mtaudit.reporter.options import Rendered
from mtaudit.reporter.visible import one_line

_ADVICE = "choose another --output; nothing was written"


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file whose new content lies ready beside it."""

    asked: Path
    target: Path
    temporary: Path
    backup: Path | None


def write_outputs(outputs: Mapping[Path, Rendered]) -> None:
    """Write every text to its path as UTF-8, and bytes as they are, or write nothing at all.

    Each goes to a temporary file in the folder of its target, is flushed to disk, and only
    when all are there do they take their places. Missing folders are made. A link keeps pointing
    where it points; a pipe or a device is written to directly, after the files. What UTF-8 cannot
    carry is written as a backslash escape.

    Raises:
        OutputError: A path cannot be written. Files that were there before are as they were, and
            no temporary file or new folder is left behind.
    """
    _refuse_twins(outputs)
    with ExitStack() as backups, ExitStack() as undo:  # the last is left first: backups serve undoing
        files, streams = [], []
        for path, content in outputs.items():
            with _one_line_errors(path):
                data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
                if _is_stream(path):
                    streams.append((path, data))
                else:
                    files.append(_stage(path, data, undo, backups, keep_backup=len(outputs) > 1))
        for staged in files:
            with _one_line_errors(staged.asked):
                _put_in_place(staged, undo)
        for path, data in streams:
            with _one_line_errors(path):
                path.write_bytes(data)
        undo.pop_all()  # all is well: drop the undoing, keep the removal of backups


def _refuse_twins(outputs: Mapping[Path, Rendered]) -> None:
    seen: dict[str, Path] = {}
    for path in outputs:
        with _one_line_errors(path):
            real = os.path.realpath(path)
        if real in seen:
            raise OutputError(
                f"two reports would go to the same file: {_shown(path)}", "give each its own --output"
            )
        seen[real] = path


def _is_stream(path: Path) -> bool:
    """Whether ``path`` is there and is neither a file nor a folder.

    Raises:
        OutputError: It is a folder, or a file that may not be written.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise OutputError(
            f"cannot write {_shown(path)}: it is a folder", "give a file name; nothing was written"
        )
    if not os.access(path, os.W_OK):
        raise OutputError(f"cannot write {_shown(path)}: it is read-only", _ADVICE)
    return not stat.S_ISREG(mode)


def _stage(path: Path, data: bytes, undo: ExitStack, backups: ExitStack, keep_backup: bool) -> _Staged:
    target = Path(os.path.realpath(path))
    _make_folder(target.parent, undo)
    temporary = _beside(target)
    # os.open and not tempfile: a report gets the permissions of any new file, not 0600
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    undo.callback(_remove, temporary)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    backup = None
    if target.exists():
        shutil.copymode(target, temporary)
        if keep_backup:
            backup = _beside(target)
            backups.callback(_remove, backup)
            shutil.copy2(target, backup)
    return _Staged(path, target, temporary, backup)


def _put_in_place(staged: _Staged, undo: ExitStack) -> None:
    was_there = staged.target.exists()
    os.replace(staged.temporary, staged.target)
    if staged.backup is not None:
        undo.callback(_restore, staged.backup, staged.target)
    elif not was_there:
        undo.callback(_remove, staged.target)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make ``folder`` and those above it, each to be removed again on failure."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        undo.callback(_remove_folder, place)


def _beside(target: Path) -> Path:
    return target.with_name(f".mtaudit-{secrets.token_hex(8)}.tmp")


def _restore(backup: Path, target: Path) -> None:
    with suppress(OSError):  # the failure that led here is the one to report
        os.replace(backup, target)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _remove_folder(path: Path) -> None:
    with suppress(OSError):  # somebody else may have put a file there meanwhile
        path.rmdir()


@contextmanager
def _one_line_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says into one line that a user understands."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise OutputError(f"cannot write {_shown(path)}: {reason}", _ADVICE) from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise OutputError(f"cannot write {_shown(path)}: not a valid file name", _ADVICE) from error


def _shown(path: Path) -> str:
    return one_line(str(path))
