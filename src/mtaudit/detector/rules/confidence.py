"""The measured confidence of a pack's rules: ``confidence.toml`` beside its ``rules`` folder."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from mtaudit.errors import RuleError


def confidence_file(rule_file: Path) -> Path | None:
    """The table of the pack that a rule file is part of; None where there is none."""
    table = rule_file.parent.with_name("confidence.toml")
    return table if rule_file.parent.name == "rules" and table.is_file() else None


def measured_confidence(rule_file: Path) -> Callable[[str, float], float]:
    """What was measured for the rules of a file.

    Returns:
        Gives for a rule id and the confidence its author wrote: the rule's own measured figure, or its
        family's, or, outside a pack, what the author wrote.

    Raises:
        RuleError: The table cannot be read.
    """
    table = confidence_file(rule_file)
    if table is None:
        return lambda _rule_id, written: written
    rules, families = _table(table, table.stat().st_mtime_ns)
    return lambda rule_id, written: rules.get(rule_id, families.get(rule_id[:3], written))


@lru_cache(maxsize=4)
def _table(table: Path, _changed: int) -> tuple[dict[str, float], dict[str, float]]:
    try:
        data = tomllib.loads(table.read_text(encoding="utf-8"))
        return (
            {rule: float(value) for rule, value in data["rule"].items()},
            {family: float(value) for family, value in data["family"].items()},
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RuleError(
            f"{table}: cannot be read: {error}", "make it anew: benchmarks/calibrate.py"
        ) from None
