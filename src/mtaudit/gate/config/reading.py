"""Reading a configuration file; what is wrong in it is said with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mtaudit.errors import UsageError
from mtaudit.gate.config.keys import KEYS, SEVERITIES, TABLES, Key


class ConfigFile:
    """One configuration file, checked.

    Attributes:
        path: Where it was read from; paths in it are relative to its folder.
        values: Key -> value of the main section.
        profiles: Name -> key -> value.
        per_file: (glob, key -> value), in the order of the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise UsageError(f"{path}: no such configuration file", "check --config") from None
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}: cannot be read: {error}", "a configuration is TOML in UTF-8") from None
        try:
            data = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
            where = f":{place[1]}:{place[2]}" if place else f":{len(self._text.splitlines())}:1"
            reason = re.sub(r" \(at .*\)", "", str(error))
            raise UsageError(f"{path}{where}: not valid TOML: {reason}") from None
        section = data
        if path.name == "pyproject.toml":
            section = data.get("tool", {}).get("mtaudit", {})
        if not isinstance(section, dict):
            raise self._fail("tool.mtaudit", "must be a table")
        self.values = self._checked({k: v for k, v in section.items() if k not in TABLES}, "")
        self.profiles = {
            name: self._checked(values, name) for name, values in self._table(section, "profiles").items()
        }
        self.per_file = [
            (glob, self._checked(values, glob)) for glob, values in self._table(section, "per-file").items()
        ]

    def _table(self, section: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = section.get(name, {})
        if not isinstance(table, dict) or not all(isinstance(value, dict) for value in table.values()):
            raise self._fail(name, f"must hold tables, like [{name}.NAME]")
        return table

    def _checked(self, values: Mapping[str, Any], within: str) -> dict[str, Any]:
        checked: dict[str, Any] = {}
        for name, value in values.items():
            key = KEYS.get(name)
            if key is None:
                near = get_close_matches(name, [*KEYS, *TABLES], 1)
                advice = f"did you mean '{near[0]}'?" if near else "`mtaudit config` lists the keys"
                raise self._fail(name, f"unknown key '{name}'", advice, within)
            if not fits(key, value):
                raise self._fail(name, f"'{name}' must be {key.expects}", "", within)
            checked[name] = tuple(value) if key.kind == "strings" else value
        return checked

    def _fail(self, key: str, message: str, advice: str = "", within: str = "") -> UsageError:
        begin = max(self._text.find(within), 0) if within else 0
        match = re.compile(rf"^\s*[\[\"']*{re.escape(key)}\b", re.MULTILINE).search(self._text, begin)
        line = self._text.count("\n", 0, match.end()) + 1 if match else 1
        return UsageError(f"{self.path}:{line}: {message}", advice)


def fits(key: Key, value: Any) -> bool:
    """Whether a value is of the key's type and within its bounds."""
    if key.kind == "strings":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key.kind == "flag":
        return isinstance(value, bool)
    if key.kind == "string":
        return isinstance(value, str) and (not key.choices or value in key.choices)
    if key.kind == "number":
        return (
            isinstance(value, (int, float)) and not isinstance(value, bool) and key.low <= value <= key.high
        )
    if not isinstance(value, dict):
        return False
    if key.kind == "severities":
        return all(each in SEVERITIES for each in value.values())
    return all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in value.values())
