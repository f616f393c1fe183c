"""Words that the pack knows as wrong for an English word, looked for without their context.

A rule fires where its whole pattern stands. The knowledge under it is wider: *supporter* is suspect
wherever the English has *support* and *soutenir* is nowhere. That is too little to accuse, and enough
to trust a sentence a little less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mtaudit.detector.evidence import trigger
from mtaudit.packs.tables import load_table
from mtaudit.text.lexicon import french

_FAMILIES = ("FFR", "SEN")
_USUAL = "facts/renderings.toml"
#: Their forms stand everywhere, for everything.
_AUXILIARIES = frozenset(("être", "avoir"))
#: An element that can be more words than this is context, not the word in question.
_MOST_LEMMAS = 3


@dataclass(frozen=True, slots=True)
class _Sense:
    right: frozenset[str]
    evidence: str


class Senses:
    """Wrong words by form, from the compiled rules of a pack.

    Args:
        compiled: See :func:`mtaudit.detector.rules.compiled.load_compiled`.
    """

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        pairs = [pair for rule in compiled["rules"] for pair in _pairs(rule, compiled)]
        right_for: dict[str, set[str]] = {}
        for _, rights, evidence in pairs:
            for right in rights:
                right_for.setdefault(right, set()).update(evidence.split("|"))
        self._senses: dict[str, set[_Sense]] = {}
        for wrong, rights, evidence in pairs:
            # *Frappe* for *grève* and *grève* for *frappe*, both of *strike*: only the context tells
            # which is wrong, so neither is suspect without it.
            if not right_for.get(wrong, set()) & set(evidence.split("|")):
                self._senses.setdefault(wrong, set()).add(_Sense(rights, evidence))

    def suspects(self, words: Iterable[str], english: str) -> tuple[tuple[str, str], ...]:
        """Words that may be wrong.

        Args:
            words: The forms of a French sentence, in lower case.
            english: What it translates, folded and in lower case (``English.folded``).

        Returns:
            Pairs of a French word and the English word that it is often wrong for, each French word
            once, in alphabetical order.
        """
        present = set(words)
        found: dict[str, str] = {}
        for word in sorted(present & self._senses.keys()):
            for sense in sorted(self._senses[word], key=lambda sense: sense.evidence):
                match = None if present & sense.right else trigger(sense.evidence).search(english)
                if match is not None and word not in _usual(match.group()):
                    found.setdefault(word, match.group())
        return tuple(found.items())


def _auxiliary(word: str) -> bool:
    return any(reading.lemma in _AUXILIARIES for reading in french().readings(word))


@cache
def _usual(english: str) -> frozenset[str]:
    """French words that are mostly right for an English one, whatever some rule says in its context."""
    return frozenset(load_table(_USUAL)["usual"].get(english, "").split())


def _pairs(rule: Mapping[str, Any], compiled: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str], str]]:
    """(wrong form, right forms, English evidence) of the rules that put one word for one word."""
    if rule["id"][:3] not in _FAMILIES or not rule["evidence"] or rule["effect"] == "ignore":
        return
    right: set[str] = set()
    slots: set[int] = set()
    for template in rule["suggest"]:
        for piece in template:
            if isinstance(piece, str):
                right.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", piece.lower()))
            elif piece[1]:
                slots.add(piece[0])
                right.update(form.lower() for form in compiled["targets"][piece[1]].values())
    for pattern in rule["patterns"]:
        elements = [node for node in pattern if node[0] not in ("open", "close")]
        places = (
            [pattern.index(["open"]), pattern.index(["close"])] if ["open"] in pattern else [-1, len(pattern)]
        )
        marked = pattern[places[0] + 1 : places[1]]
        for number, node in enumerate(elements, 1):
            if number in slots or (len(marked) == 1 and node is marked[0]):
                for wrong in _forms(node, compiled):
                    others = frozenset(right - {wrong})
                    if len(wrong) > 2 and others and wrong not in right and not _auxiliary(wrong):
                        yield wrong, others, rule["evidence"]


def _forms(node: list[Any], compiled: Mapping[str, Any]) -> Iterable[str]:
    if node[0] == "lit":
        return [node[1].lower()]
    if node[0] == "forms" and node[1].count("|") < _MOST_LEMMAS:
        return [str(form).lower() for form in compiled["tables"][node[1]]]
    return []
