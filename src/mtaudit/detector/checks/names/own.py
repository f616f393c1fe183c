"""Lists of names of the user's own, in the form of the pack's ``names/literal.toml``.

::

    [[name]]
    en = "Harbour Watch"                    # the name
    fr = "Harbour Watch"                    # what the house writes
    wrong = ["Montre du port", "Garde du port"]
    require = true                          # only where the English has the name; false when left out
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mtaudit.detector.checks.names.literal import find, renderings_of
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import DetectorFunction, Hit
from mtaudit.errors import RuleError
from mtaudit.text.tokens import tokenise

_KEYS = {"en", "fr", "wrong", "require"}


def own_names(paths: Sequence[Path]) -> DetectorFunction:
    """A detector (rule NAM010) of the names in some files.

    Raises:
        RuleError: A file cannot be read, or is no list of names.
    """
    table = renderings_of([entry for path in paths for entry in read_names(path)])

    def detect(context: SentenceContext) -> Iterator[Hit]:
        yield from find(context, table)

    return detect


def read_names(path: Path) -> list[Mapping[str, Any]]:
    """The entries of a list of names, checked.

    Raises:
        RuleError: It cannot be read, or an entry is not what it should be.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise RuleError(f"{path}: no such list of names", "check the path") from None
    except (OSError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RuleError(f"{path}: cannot be read: {reason}", "a list of names is TOML in UTF-8") from None
    entries = data.get("name", [])
    unknown = sorted(set(data) - {"name"})
    if unknown or not isinstance(entries, list):
        raise RuleError(f"{path}: no list of names: {unknown[0] if unknown else 'name'!r}", "use [[name]]")
    heads = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[name\]\]", line)]
    for number, entry in enumerate(entries):
        where = f"{path}:{heads[number] if len(heads) == len(entries) else 1}"
        fault = _fault(entry)
        if fault:
            raise RuleError(f"{where}: {fault}", "a name has en, fr, wrong, and perhaps require")
    return entries


def _fault(entry: Any) -> str:
    """What is wrong with an entry; empty when nothing is."""
    if not isinstance(entry, dict):
        return "a name is a table"
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        return f"unknown key '{unknown[0]}'"
    for key in ("en", "fr"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            return f"a name without '{key}'"
    wrong = entry.get("wrong")
    if not isinstance(wrong, list) or not wrong:
        return "a name without 'wrong', the renderings to find"
    for each in wrong:
        if not isinstance(each, str) or not any(token.text.strip() for token in tokenise(each)):
            return "a rendering without words"
    if not isinstance(entry.get("require", False), bool):
        return "'require' is true or false"
    return ""
