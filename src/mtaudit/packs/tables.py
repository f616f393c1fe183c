"""Reading the tables of a language pack: names, word lists, facts."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mtaudit.caching import kept
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
        written = source.read_bytes()
        digest = hashlib.sha256(written).hexdigest()[:16]
        # Reading JSON is ten times faster than reading TOML; the name changes with the content.
        found = kept(f"table-{digest}.json", lambda: _as_json(written))
        try:
            parsed: dict[str, Any] = json.loads(found if isinstance(found, bytes) else found.read_bytes())
        except (OSError, json.JSONDecodeError):
            # A copy that is broken or has gone meanwhile: the table itself is there.
            parsed = tomllib.loads(written.decode("utf-8"))
        return parsed
    except FileNotFoundError as error:
        message = f"packs/{pair}/{name}: file not found"
        raise RuleError(message, "reinstall mtaudit or restore the pack") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"packs/{pair}/{name}: {error}", "correct the file at that place") from error


def _as_json(written: bytes) -> bytes:
    return json.dumps(tomllib.loads(written.decode("utf-8")), ensure_ascii=False).encode()


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one key, written in the file as one text with blanks between."""
    value = load_table(name)[key]
    words = value.split() if isinstance(value, str) else [word for part in value for word in part.split()]
    return frozenset(words)
