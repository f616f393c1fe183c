"""Where the configuration is: ``mtaudit.toml``, or ``[tool.mtaudit]`` in ``pyproject.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path


def find_config(start: Path) -> Path | None:
    """The nearest configuration at ``start`` or above it.

    In one folder ``mtaudit.toml`` goes before ``pyproject.toml``, and a ``pyproject.toml``
    without ``[tool.mtaudit]`` does not count. The search ends at a repository's root.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        own = folder / "mtaudit.toml"
        if own.is_file():
            return own
        shared = folder / "pyproject.toml"
        if shared.is_file() and _has_section(shared):
            return shared
        if (folder / ".git").exists():
            return None
    return None


def _has_section(path: Path) -> bool:
    try:
        return "mtaudit" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        # A broken pyproject.toml is other tools' business unless it names us.
        try:
            return "[tool.mtaudit" in path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
