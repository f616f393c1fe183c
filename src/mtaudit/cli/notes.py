"""What goes to stderr while an audit runs: notes, and progress when there is much to do."""

from __future__ import annotations

import sys
from types import TracebackType

#: Cells of the progress bar.
_BAR = 30
#: Fewer sentences are encoded before anybody could read a bar.
_WORTH_A_BAR = 500


class Notes:
    """Notes and a progress line; both only on a terminal, neither when ``quiet``."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._live = not quiet and sys.stderr.isatty()
        self._count = 0

    def __enter__(self) -> Notes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def progress(self, path: str) -> None:
        """Shows which document is being audited."""
        self._count += 1
        if self._live:
            shown = path if len(path) <= 50 else "…" + path[-49:]
            sys.stderr.write(f"\r\033[Kauditing {self._count}: {shown}")
            sys.stderr.flush()

    def encoded(self, done: int, total: int) -> None:
        """Shows how many sentences are encoded, where there are enough of them to wait for."""
        if not self._live or total < _WORTH_A_BAR:
            return
        filled = _BAR * done // total
        bar = "#" * filled + "." * (_BAR - filled)
        sys.stderr.write(f"\r\033[Kencoding sentences [{bar}] {done:,} of {total:,}")
        if done >= total:
            sys.stderr.write("\r\033[K")
        sys.stderr.flush()

    def say(self, text: str) -> None:
        """Writes one line."""
        if not self._quiet:
            print(text, file=sys.stderr)
