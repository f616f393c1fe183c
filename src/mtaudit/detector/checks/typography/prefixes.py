"""Hyphens copied from English after a prefix: "anti-démocratique" for "antidémocratique"."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.view import split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import WORD

_PREFIXES = split_words(
    "anti audio auto bi bio cardio cyber électro extra géo hydro hyper inter intra macro magnéto méga micro mini "
    "mono multi neuro nano péri photo poly post pré psycho radio rétro super supra sur télé thermo trans tri ultra uni"
)

_VOWELS = frozenset("aeiouyéèêëîïôöùûâà")


@detector("TYP053")
def hyphened_prefixes(context: SentenceContext) -> Iterator[Hit]:
    """Finds a prefix and a word with a hyphen between them that the lexicon writes as one.

    Usage wavers in French, so the true source must have a hyphen after that prefix too.
    """
    if not context.english.is_source:
        return
    english = context.english.folded
    for token in context.tokens:
        if token.kind != WORD or token.norm.count("-") != 1:
            continue
        prefix, _, rest = token.norm.partition("-")
        # "micro-ondes", "auto-école": two vowels keep the hyphen.
        clash = prefix[-1:] in _VOWELS and rest[:1] in _VOWELS
        if prefix in _PREFIXES and not clash and len(rest) > 3 and prefix + rest in context.lexicon:
            if f"{prefix.replace('é', 'e')}-" not in english.replace("é", "e"):
                continue
            if token.norm in context.lexicon or token.text[len(prefix) + 1 : len(prefix) + 2].isupper():
                continue
            yield Hit("TYP053", token.start, token.end, (token.text.replace("-", "").replace("‑", ""),))
