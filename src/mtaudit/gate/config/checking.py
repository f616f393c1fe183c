"""Options of the command line, held to the same types as the keys of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mtaudit.errors import UsageError
from mtaudit.gate.config.keys import KEYS
from mtaudit.gate.config.reading import fits


def checked_options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Checks the options that were given.

    Raises:
        UsageError: A value that the key does not take.
    """
    checked: dict[str, Any] = {}
    for name, value in given.items():
        key = KEYS[name]
        plain = list(value) if isinstance(value, tuple) else value
        if not fits(key, plain):
            raise UsageError(f"--{name}: '{value}' is not allowed", f"it must be {key.expects}")
        checked[name] = tuple(plain) if key.kind == "strings" else plain
    return checked
