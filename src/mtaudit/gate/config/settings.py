"""What is in force for one audited file, and where each value comes from.

The command line wins over the profile, the profile over the file, the file over the defaults;
``per-file`` sections lie over the file's own values for the paths they match.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

from mtaudit.errors import UsageError
from mtaudit.gate.config.keys import KEYS
from mtaudit.gate.config.reading import ConfigFile
from mtaudit.options import AuditOptions


@dataclass(frozen=True)
class Settings:
    """The settings of one run.

    Attributes:
        values: Key -> value in force for files that no ``per-file`` section matches.
        origins: Key -> where that value comes from, in words.
        folder: What relative paths in the configuration are relative to.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    folder: Path
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    fixed: frozenset[str] = field(default_factory=frozenset)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def for_file(self, path: str | Path) -> Settings:
        """The settings for one audited file: its ``per-file`` sections applied."""
        values, origins = dict(self.values), dict(self.origins)
        for glob, over in self.per_file:
            if self._matches(path, glob):
                for key, value in over.items():
                    if key not in self.fixed:
                        values[key] = value
                        origins[key] = f'per-file "{glob}"'
        return Settings(values, origins, self.folder, (), self.fixed)

    def audit_options(self) -> AuditOptions:
        """The options of the audit itself."""
        return AuditOptions(
            fast=self["fast"],
            select=tuple(self["select"]),
            ignore=tuple(self["ignore"]),
            preview=self["preview"],
            extra_rules=tuple(self.paths("rules")),
            extra_names=tuple(self.paths("names")),
            min_confidence=float(self["min-confidence"]),
            encoder=self["encoder"],
            language=self["language"],
            region=self["region"],
            quotes=self["quotes"],
            severity=tuple(sorted(self["severity"].items())),
        )

    def references_for(self, path: str | Path) -> list[Path]:
        """The reference paths for one audited file.

        Raises:
            UsageError: A pattern with an unknown placeholder.
        """
        own = PurePath(path)
        found = []
        for pattern in self["references"]:
            try:
                filled = pattern.format(name=own.name.split(".")[0], dir=str(own.parent))
            except (KeyError, IndexError, ValueError):
                raise UsageError(
                    f"references: '{pattern}' has an unknown placeholder", "use {name} and {dir}"
                ) from None
            # A placeholder follows the audited file, anything else the configuration's folder.
            found.append(Path(filled) if "{dir}" in pattern else self._placed("references", filled))
        return found

    def paths(self, key: str) -> list[Path]:
        """The paths of a key (one or several), as seen from the working directory."""
        value = self[key]
        written = [value] if isinstance(value, str) else list(value or ())
        return [self._placed(key, each) for each in written]

    def _placed(self, key: str, written: str) -> Path:
        # Paths typed on the command line start where it was typed, those of a file where it lies.
        typed = self.origins.get(key) == "command line" or Path(written).is_absolute()
        return Path(written) if typed else self.folder / written

    def _matches(self, path: str | Path, glob: str) -> bool:
        whole = Path(path).resolve()
        try:
            relative = whole.relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = whole.as_posix()
        return fnmatch(relative, glob) or fnmatch(whole.name, glob)


def load_settings(
    command_line: Mapping[str, Any],
    *,
    config: Path | None,
    profile: str | None = None,
) -> Settings:
    """Puts the settings together.

    Args:
        command_line: Key -> value for the options that were given; others absent.
        config: The configuration file, or None for none.
        profile: Name of a profile in it.

    Raises:
        UsageError: The file is broken, or has no such profile.
    """
    values = {name: key.default for name, key in KEYS.items()}
    origins = dict.fromkeys(KEYS, "default")
    file = ConfigFile(config) if config is not None else None
    if file is not None:
        _lay(values, origins, file.values, str(config))
    if profile is not None:
        if file is None or profile not in file.profiles:
            known = ", ".join(file.profiles) if file and file.profiles else "none defined"
            raise UsageError(f"--profile: no profile '{profile}'", f"profiles: {known}")
        _lay(values, origins, file.profiles[profile], f"profile {profile}")
    _lay(values, origins, command_line, "command line")
    folder = config.parent if config is not None else Path()
    return Settings(values, origins, folder, tuple(file.per_file) if file else (), frozenset(command_line))


def _lay(values: dict[str, Any], origins: dict[str, str], over: Mapping[str, Any], origin: str) -> None:
    for key, value in over.items():
        values[key] = value
        origins[key] = origin
