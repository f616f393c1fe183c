"""GRA001: a determiner and the noun right after it that disagree (*un guerre*, *les décision*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    CLITIC_DETERMINERS,
    DETERMINERS,
    FEMININE,
    MASCULINE,
    PLURAL,
    SINGULAR,
    VARIABLE,
    is_plain_noun,
    kinds,
    noun_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.euphony import join
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token

#: Determiners whose plural sounds the same: it is they that are misspelt, not the noun.
_SILENT_PLURAL = frozenset({"leur", "quel", "quelle"})

#: Written with an -s in the singular too, which Lefff takes for the plural of a rare form.
_INVARIABLE = word_list("remords relais mets legs rabais rebours avis refus")
#: After these *le*, *la*, *les* and *leur* are pronouns.
_BEFORE_CLITICS = word_list("je j' tu il elle on nous vous ils elles ne n' me te se s' y qui")


def _clash(lexicon: Lexicon, context: SentenceContext, at: int) -> bool:
    words = context.words
    determiner, noun = words[at], words[at + 1]
    allowed = DETERMINERS.get(determiner.norm)
    if allowed is None or not is_plain_noun(lexicon, noun):
        return False
    if noun.norm in VARIABLE or noun.norm in _INVARIABLE or "-" in noun.norm:
        return False
    if determiner.norm in CLITIC_DETERMINERS and at and words[at - 1].norm in _BEFORE_CLITICS:
        # "je le vaux": an object pronoun and its verb.
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


def _feminine(lexicon: Lexicon, noun: str) -> str | None:
    """The word for a woman where the noun has one: "une surfeur" is "une surfeuse"."""
    for ending, others in (("eur", ("euse",)), ("teur", ("trice",)), ("ien", ("ienne",)), ("ier", ("ière",))):
        if noun.endswith(ending):
            for other in others:
                form = noun.removesuffix(ending) + other
                if lexicon.has(form, "n"):
                    return form
    return None


def _corrections(lexicon: Lexicon, determiner: Token, noun: Token) -> Iterator[str]:
    """The noun's own gender first; where the number clashes, the determiner's number first."""
    cells = noun_cells(lexicon, noun.norm)
    allowed = DETERMINERS[determiner.norm]
    same_number = cells & (PLURAL if allowed <= PLURAL else SINGULAR)
    if same_number:
        woman = _feminine(lexicon, noun.norm) if allowed & FEMININE and not allowed & MASCULINE else None
        if woman:
            yield join(f"{determiner.text.lower()} {woman}")
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
