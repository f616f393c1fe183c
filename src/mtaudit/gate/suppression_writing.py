"""Adding suppressions to a side file without touching what is in it."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mtaudit.gate.suppressions import read_suppressions


@dataclass(frozen=True, slots=True)
class NewSuppression:
    """One entry to add: these words of this file are no fault under this rule."""

    rule: str
    path: str
    text: str
    reason: str

    @property
    def pattern(self) -> str:
        """The file as a pattern that fits nothing else."""
        return glob.escape(Path(self.path).as_posix())


def with_suppressions(file: Path, new: Iterable[NewSuppression]) -> tuple[str, int]:
    """The content of a side file with entries added at its end.

    Args:
        file: The side file; it need not be there.
        new: What to add; what is suppressed there already is not added again.

    Returns:
        The whole new content, and how many entries were added.

    Raises:
        InputError: The file is there and broken.
    """
    content, known = "", set()
    if file.exists():
        for each in read_suppressions(file):
            known.add((each.codes, each.pattern, each.text and each.text.casefold()))
        content = file.read_bytes().decode("utf-8")
    added = 0
    for entry in new:
        key = ((entry.rule,), entry.pattern, entry.text.casefold())
        if key in known:
            continue
        known.add(key)
        added += 1
        if content and not content.endswith("\n"):
            content += "\n"
        content += ("\n" if content else "") + _written(entry)
    return content, added


def _written(entry: NewSuppression) -> str:
    values = {"rule": entry.rule, "file": entry.pattern, "text": entry.text, "reason": entry.reason}
    return "[[suppression]]\n" + "".join(f"{key} = {_string(value)}\n" for key, value in values.items())


def _string(value: str) -> str:
    """A basic string of TOML: its escapes are those of JSON, and DEL must be escaped as well."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
