"""The facts compared in a sentence, as one line of a table."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.model import Check
from mtaudit.reporter.wording import Wording

SEPARATOR = " | "


def facts_line(checks: Iterable[Check], wording: Wording) -> str:
    """``number differs: 4,5 % ↔ 5.4 percent | date agrees: mardi ↔ on Tuesday``."""
    return SEPARATOR.join(_fact(check, wording) for check in checks)


def _fact(check: Check, wording: Wording) -> str:
    head = f"{wording.named('check', check.kind)} {wording.named('status', check.status)}"
    return wording.text("label.of", head=head, items=f"{check.french or '—'} ↔ {check.english or '—'}")
