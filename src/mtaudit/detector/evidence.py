"""English evidence: whether the aligned English speaks of what a rule suspects behind the French."""

from __future__ import annotations

import re
from functools import lru_cache

from mtaudit.detector.context import English

#: How far the English moves a finding's confidence: towards 1 when it is there, down when the
#: true source lacks it. Comparable reporting that lacks it proves nothing.
BOOST = 0.5
DAMP = 0.6


@lru_cache(maxsize=4096)
def trigger(words: str) -> re.Pattern[str]:
    """Compiles ``"ball|court*"``: alternatives of whole words, ``*`` for any ending."""
    alternatives = [
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in each.strip().lower().split())
        for each in words.split("|")
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def rules_out(words: str, english: English) -> bool:
    """Whether the English has words that make the French right after all (``"olive|cooking"`` for oil).

    Args:
        words: The rule's ``without`` words; empty for none.
        english: What stands against the sentence.
    """
    return bool(words and english.texts and trigger(words).search(english.folded))


def weigh(words: str, effect: str, confidence: float, english: English) -> tuple[float, str | None] | None:
    """Weighs a finding by the English.

    Args:
        words: The rule's trigger words.
        effect: ``require``, ``boost`` or ``ignore``.
        confidence: The rule's own confidence, 0..1.
        english: What stands against the sentence.

    Returns:
        The new confidence and the English words found, or None where the rule must keep silent.
    """
    if effect == "ignore" or not words:
        return confidence, None
    match = trigger(words).search(english.folded) if english.texts else None
    if match is not None:
        return confidence + BOOST * (1 - confidence), match.group()
    if effect == "require":
        return None
    if english.is_source:
        return confidence * DAMP, None
    return confidence, None
