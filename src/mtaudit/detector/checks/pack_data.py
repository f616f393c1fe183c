"""Word lists and names of the pack, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mtaudit.errors import RuleError

_PACK = Path(__file__).parents[2] / "packs" / "en_fr"


@cache
def load_table(name: str) -> dict[str, Any]:
    """Reads a TOML table of the pack.

    Args:
        name: Path below the pack, such as ``words/loanwords.toml``.

    Returns:
        The table; callers share it and must not change it.

    Raises:
        RuleError: The file is missing or broken.
    """
    path = _PACK / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}", "reinstall mtaudit") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: {error}", "correct the file at that place") from None


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one key, written in the file as one text with blanks between."""
    value = load_table(name)[key]
    words = value.split() if isinstance(value, str) else [word for part in value for word in part.split()]
    return frozenset(words)
