"""GRA203: *seul* before its noun phrase without agreement (*seuls la mer*, *seule le nord*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    adjective_cells,
    kinds,
    noun_after,
    noun_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token

_FORMS = {"ms": "seul", "fs": "seule", "mp": "seuls", "fp": "seules"}
#: What may stand before a *seul* that opens a subject.
_OPENERS = word_list(". : , ; que qu' et mais car où")
#: "seuls une poignée d'élus": the plural of those who are counted is accepted.
_COLLECTIVE = word_list(
    "poignée dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier "
    "million milliard majorité minorité moitié tiers quart partie nombre groupe petit part demi-douzaine"
)


@detector("GRA203")
def lone_subject(context: SentenceContext) -> Iterator[Hit]:
    """Yields *seul* that no reading of the noun after it agrees with."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        token, determiner = words[at], words[at + 1].norm
        if token.norm not in _FORMS.values() or determiner not in DETERMINERS:
            continue
        if at and words[at - 1].norm not in _OPENERS:
            continue
        noun = noun_after(lexicon, words, at + 1)
        if noun is None or words[noun].norm in _COLLECTIVE or words[at + 2].norm in _COLLECTIVE:
            continue
        cells = noun_cells(lexicon, words[noun].norm) & DETERMINERS[determiner]
        if not cells or cells & adjective_cells(lexicon, token.norm):
            continue
        # "seuls le maire et sa femme": two of them make a plural.
        if token.norm in ("seuls", "seules") and _joined(lexicon, words[noun + 1 :]):
            continue
        # "élèves" has both genders: the masculine stands for both.
        form = _FORMS[max(cells)] if len({cell[1] for cell in cells}) == 1 else None
        yield hit("GRA203", context, token, token, [form], detail=words[noun].text)


def _joined(lexicon: Lexicon, after: Sequence[Token]) -> bool:
    """Whether another subject is joined to the noun before the verb comes."""
    for token in after:
        if token.norm in ("et", "ou", ",", "ni", "comme"):
            return True
        if "fin" in kinds(lexicon, token.norm) and not kinds(lexicon, token.norm) & {"n", "a", "det", "prep"}:
            return False
    return False
