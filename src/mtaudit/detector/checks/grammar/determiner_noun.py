"""GRA001: a determiner and the noun right after it that disagree (*un guerre*, *les décision*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    PLURAL,
    SINGULAR,
    VARIABLE,
    is_plain_noun,
    kinds,
    noun_cells,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.euphony import join
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token

#: Determiners whose plural sounds the same: it is they that are misspelt, not the noun.
_SILENT_PLURAL = frozenset({"leur", "quel", "quelle"})


def _clash(lexicon: Lexicon, context: SentenceContext, at: int) -> bool:
    words = context.words
    determiner, noun = words[at], words[at + 1]
    allowed = DETERMINERS.get(determiner.norm)
    if allowed is None or not is_plain_noun(lexicon, noun):
        return False
    if noun.norm in VARIABLE or "-" in noun.norm:
        return False
    cells = noun_cells(lexicon, noun.norm)
    if not cells or cells & allowed:
        return False
    if (
        determiner.norm in ("un", "une")
        and at
        and words[at - 1].norm in ("l'", "ni", "et", "comme", "numéro")
    ):
        return False
    # A noun before a noun is an English compound or a title, with a gender of its own.
    if at + 2 < len(words):
        following = words[at + 2]
        if following.norm in ("-", "/", "(") or following.capitalised:
            return False
        if kinds(lexicon, following.norm) in ({"n"}, frozenset()) and following.kind == "word":
            return False
    return True


@detector("GRA001")
def determiner_noun(context: SentenceContext) -> Iterator[Hit]:
    """Yields determiners that disagree with the noun that follows them."""
    lexicon = context.lexicon
    words = context.words
    for at in range(len(words) - 1):
        if words[at].norm not in DETERMINERS or not _clash(lexicon, context, at):
            continue
        determiner, noun = words[at], words[at + 1]
        yield hit("GRA001", context, determiner, noun, _corrections(lexicon, determiner, noun))


def _corrections(lexicon: Lexicon, determiner: Token, noun: Token) -> Iterator[str]:
    """The noun's own gender first; where the number clashes, the determiner's number first."""
    cells = noun_cells(lexicon, noun.norm)
    allowed = DETERMINERS[determiner.norm]
    same_number = cells & (PLURAL if allowed <= PLURAL else SINGULAR)
    if same_number:
        form = agree(determiner.norm, sorted(same_number)[0], lexicon)
        if form:
            yield join(f"{form} {noun.text}")
        return
    by_determiner = agree(determiner.norm, sorted(cells)[0], lexicon)
    if by_determiner and determiner.norm in _SILENT_PLURAL:
        yield join(f"{by_determiner} {noun.text}")
    by_noun = agree(noun.norm, "p" if allowed <= PLURAL else "s", lexicon)
    if by_noun:
        yield join(f"{determiner.text.lower()} {by_noun}")
    if by_determiner:
        yield join(f"{by_determiner} {noun.text}")
