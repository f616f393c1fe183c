"""Reading the tables of a language pack: names, word lists, facts."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mtaudit.errors import RuleError

#: The pack in use.
PAIR = "en_fr"


@cache
def load_table(name: str, pair: str = PAIR) -> dict[str, Any]:
    """Read one TOML table of a pack, once.

    Args:
        name: Path below the pack, such as ``facts/nouns.toml``.
        pair: Folder of the pack.

    Returns:
        The parsed table. Callers share it and must not change it.

    Raises:
        RuleError: The file is missing or is no valid TOML.
    """
    source = Path(__file__).parent.joinpath(pair, *name.split("/"))
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        message = f"packs/{pair}/{name}: file not found"
        raise RuleError(message, "reinstall mtaudit or restore the pack") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"packs/{pair}/{name}: {error}", "correct the file at that place") from error


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one key, written in the file as one text with blanks between."""
    value = load_table(name)[key]
    words = value.split() if isinstance(value, str) else [word for part in value for word in part.split()]
    return frozenset(words)
