"""The configuration as text: what is in force, and a file to start from."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import Any

from mtaudit.gate.config.keys import KEYS
from mtaudit.gate.config.settings import Settings


def shown(settings: Settings) -> str:
    """One line a key: its value as TOML, and where it comes from."""
    lines = [
        f"{name} = {_toml(settings[name])}" if settings[name] is not None else f"# {name} is not set"
        for name in KEYS
    ]
    width = min(44, max(map(len, lines)))
    return "".join(
        f"{line:<{width}}  # {settings.origins[name]}\n" for name, line in zip(KEYS, lines, strict=True)
    )


def template() -> str:
    """A configuration with every key explained and commented out."""
    lines = [
        "# Configuration of mtaudit. Uncomment what you need; `mtaudit config` shows what is in force.",
        "",
    ]
    examples: dict[str, Any] = {
        "select": ["LIT", "FFR", "NAM"],
        "ignore": ["TYP005"],
        "severity": {"TYP": "neutral"},
        "references": ["reporting/", "{dir}/{name}.en.md"],
        "rules": ["our-rules.toml"],
        "names": ["our-names.toml"],
        "fail-on": "critical",
        "min-fidelity": 60,
        "min-sentence-fidelity": 30,
        "max-mqm-per-1000": 50,
        "max-findings": {"LIT": 0},
        "baseline": ["mtaudit-baseline.json"],
        "suppressions": "mtaudit-suppressions.toml",
        "language": "fr",
    }
    for name, key in KEYS.items():
        lines += [f"# {line}" for line in wrap(key.about, 96)]
        lines += [f"# {name} = {_toml(examples.get(name, key.default))}", ""]
    lines += [
        "# Other settings for some files; the last section that matches wins.",
        '# [per-file."press-releases/**"]',
        '# quotes = "skip"',
        "",
        "# A set of settings by name: mtaudit audit --profile strict",
        "# [profiles.strict]",
        '# fail-on = "major"',
    ]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if value is None:
        return "..."
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {_toml(v)}" for k, v in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)
