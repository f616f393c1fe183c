"""The rule files that this package brings."""

from __future__ import annotations

from pathlib import Path

#: Entry point ``mtaudit.rules``: a path, several, or a function that returns them.
FILES = (Path(__file__).with_name("house.toml"),)
