"""What goes to stderr while an audit runs: notes, and progress when there is much to do."""

from __future__ import annotations

import sys
from types import TracebackType


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

    def say(self, text: str) -> None:
        """Writes one line."""
        if not self._quiet:
            print(text, file=sys.stderr)
