"""What `mtaudit apply` says of its work."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mtaudit.corrections.applying import Corrected
from mtaudit.errors import UsageError
from mtaudit.gate.suppression_writing import NewSuppression
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import get_wording

FORMATS = ("text", "json")


def check_format(name: str) -> None:
    """Refuses an unknown format.

    Raises:
        UsageError: It is none of ``FORMATS``.
    """
    if name not in FORMATS:
        raise UsageError(f"no summary in format {name!r}", f"choose one of: {', '.join(FORMATS)}")


def dismissed(corrected: Sequence[Corrected]) -> list[NewSuppression]:
    """The dismissed findings as suppressions, with the reason in words."""
    wording = get_wording("en")
    return [
        NewSuppression(
            each.rule, document.decided.path, each.text, wording.named("reason", each.reason or "")
        )
        for document in corrected
        for each in document.decided.dismissals
        if each.rule is not None
    ]


def summary(corrected: Sequence[Corrected], format: str) -> str:
    """The post-editing effort on every article, as lines of text or as JSON."""
    if format == "json":
        return (
            json.dumps({"documents": [_values(each) for each in corrected]}, ensure_ascii=False, indent=2)
            + "\n"
        )
    return "".join(line + "\n" for each in corrected for line in _lines(each))


def _lines(each: Corrected) -> list[str]:
    wording = get_wording("en")
    effort = each.effort
    accepted, edited, dropped = _counts(each)
    share = 100 * effort.words_changed / max(effort.words, 1)
    return [
        f"{one_line(str(each.article))}: {accepted} accepted, {edited} written, {dropped} dismissed",
        f"  words changed  {wording.number(effort.words_changed)} of {wording.number(effort.words)} ({share:.1f} %)",
        f"  TER            {effort.ter:.2f}  {effort.ter_signature}",
        f"  chrF           {effort.chrf:.2f}  {effort.chrf_signature}",
    ]


def _values(each: Corrected) -> dict[str, object]:
    accepted, edited, dropped = _counts(each)
    effort = each.effort
    return {
        "path": str(each.article),
        "output": str(each.output),
        "accepted": accepted,
        "edited": edited,
        "dismissed": dropped,
        "words": effort.words,
        "words_changed": effort.words_changed,
        "TER": {"score": effort.ter, "signature": effort.ter_signature},
        "chrF": {"score": effort.chrf, "signature": effort.chrf_signature},
    }


def _counts(each: Corrected) -> tuple[int, int, int]:
    actions = [decision.action for decision in each.decided.decisions]
    return actions.count("accept"), actions.count("edit"), actions.count("dismiss")
