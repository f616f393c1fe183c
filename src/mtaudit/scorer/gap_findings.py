"""Findings for what a translation leaves out of its true source (FID006) and what it adds (FID007)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtaudit.model import Finding, Sentence

if TYPE_CHECKING:
    from mtaudit.aligner.gaps import Gap

#: How often such a gap was real when lines of news were dropped, added and cut (``bench_fidelity.py``).
_CONFIDENCE = {"omission": 0.8, "addition": 0.8, "cut": 0.7}
_LAST_WORD = re.compile(r"\S+\s*$")
#: English words shown in a message; the finding's evidence has all of them.
_SHOWN = 12


def findings_from_gaps(sentences: Sequence[Sentence], gaps: Sequence[Gap]) -> dict[int, list[Finding]]:
    """Make a finding of every gap.

    What is left out has no words in the French: the finding marks the last word before it (the first
    word of the text, where its beginning is missing).

    Args:
        sentences: The French sentences.
        gaps: From :func:`mtaudit.aligner.gaps.source_gaps`, with places in ``sentences``.

    Returns:
        Findings by place in ``sentences``, with offsets in the document.
    """
    found: dict[int, list[Finding]] = {}
    for gap in gaps:
        found.setdefault(gap.place, []).append(_finding(sentences[gap.place], gap))
    return found


def _finding(sentence: Sentence, gap: Gap) -> Finding:
    start, end = _span(sentence.text, gap)
    text = sentence.text[start:end]
    if gap.kind == "addition":
        rule, name, mqm = "FID007", "addition-to-source", "accuracy/addition"
        message = "The source does not say this"
        why = "Nothing in the English near this place is like this sentence."
        hint = "Strike it out, or show that it is an addition of the editors."
    else:
        rule, name, mqm = "FID006", "omission-from-source", "accuracy/omission"
        where = "before" if gap.before else "after"
        message = f"Left out: {_shortened(gap.english)}"
        if gap.kind == "cut":
            why = (
                "The sentence is much shorter than its source, and this part of it is nowhere in the French."
            )
            hint = f"Translate the rest of the sentence: {gap.english}"
        else:
            why = f"The source has a sentence {where} this place that is nowhere near it in the French."
            hint = f"Translate, {where} this sentence: {gap.english}"
    return Finding(
        rule=rule,
        name=name,
        start=sentence.start + start,
        end=sentence.start + end,
        text=text,
        mqm=mqm,
        severity="major",
        confidence=_CONFIDENCE[gap.kind],
        message=message,
        explanation=why,
        hint=hint,
        english=gap.english or None,
        evidence=gap.english or None,
    )


def _span(text: str, gap: Gap) -> tuple[int, int]:
    stripped = text.rstrip()
    first = len(text) - len(text.lstrip())
    if gap.kind == "addition" or not stripped:
        return first, max(len(stripped), first)
    if gap.before:
        word = re.compile(r"\S+").search(text, first)
        return word.span() if word else (first, len(stripped))
    last = _LAST_WORD.search(stripped)
    return (last.start() if last else first), len(stripped)


def _shortened(english: str) -> str:
    words = english.split()
    return english if len(words) <= _SHOWN else f"{' '.join(words[:_SHOWN])} …"
