"""GRA002: an adjective that disagrees inside its noun phrase (*la nouveau loi*, *les forces russe*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    PEOPLE,
    PLURAL,
    VARIABLE,
    Cells,
    adjective_cells,
    kinds,
    lemmas,
    may_precede_noun,
    noun_after,
    noun_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.patterns.classes import PREPOSITIONS
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.euphony import join
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

#: Adjectives that do not vary, or that are adverbs after a noun.
_INVARIABLE = word_list(
    "haut bas bon fort cher court clair faux demi nu possible même tout feu ci-joint phare standard extra super "
    "orange marron rose cerise crème turquoise kaki sexy chic cool top live pop rock punk bio low-cost hors "
    "anti pro ex mini maxi clé type test cible record éclair surprise charnière pilote limite fleuve choc mère fils "
    "vite debout plein sauf vu excepté compris passé quasi soi-disant droit fin juste net ferme soudain dû dit "
    "mobile hutu tutsi zoulou inuit meilleur meilleure meilleurs meilleures pire grand "
    "premier second tel quel clients membres tel tiers maximum minimum maxi général vert rouge bleu noir blanc jaune gris violet brun "
    "blond roux châtain clair foncé pâle vif foncée capitale proche certain"
)
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_DEGREES = word_list("très plus moins aussi trop si assez particulièrement extrêmement")
_LINKS = word_list("et ou ni , / & comme")


def _wrong_before(lexicon: Lexicon, words: Sequence[Token], at: int, noun: int, cells: Cells) -> int | None:
    """The place of a fore-set adjective that cannot agree with the noun's cells."""
    for place in range(at + 1, noun):
        token = words[place]
        own = adjective_cells(lexicon, token.norm)
        if token.kind != WORD or not own or not may_precede_noun(lexicon, token):
            continue
        if (
            token.norm in ("seul", "plein", "tel", "plus", "demi", "même", "certain")
            or token.norm in VARIABLE
            or own & cells
        ):
            continue
        return place
    return None


def _is_pure_adjective(lexicon: Lexicon, token: Token) -> bool:
    """An adjective or participle that is no finite verb, no adverb, and no noun of its own."""
    if token.kind != WORD or token.capitalised or not adjective_cells(lexicon, token.norm):
        return False
    classes = kinds(lexicon, token.norm)
    if classes - {"a", "pp", "n"} or not lemmas(lexicon, token.norm, "a"):
        return False
    if "n" in classes:
        if token.norm.endswith(("eur", "eurs")):
            return False  # "une panne moteur": a noun set beside a noun
        # "un russe" is the adjective used as a noun; "un maire" beside "mair" is another word.
        return noun_cells(lexicon, token.norm) <= adjective_cells(lexicon, token.norm)
    return True


def _could_qualify_earlier(lexicon: Lexicon, words: Sequence[Token], at: int, adjective: Token) -> bool:
    """Whether something earlier in the sentence could be what the adjective qualifies.

    A phrase that hangs on a preposition leaves the adjective free to qualify any noun before; one
    that does not leaves only the subject, of whom participles are said (*il quitte la salle déçu*).
    """
    own = adjective_cells(lexicon, adjective.norm)
    hung = words[at].norm in _CONTRACTED or (at > 0 and words[at - 1].norm in PREPOSITIONS)
    participle = "pp" in kinds(lexicon, adjective.norm)
    if own & PLURAL and any(token.norm in _LINKS for token in words[max(0, at - 8) : at]):
        return True
    if not hung and not participle:
        return False
    return any(
        token.kind == WORD and (token.capitalised or bool(noun_cells(lexicon, token.norm) & own))
        for token in words[:at]
    )


@detector("GRA002")
def noun_adjective(context: SentenceContext) -> Iterator[Hit]:
    """Yields noun phrases in which an adjective disagrees."""
    lexicon = context.lexicon
    words = context.words
    for at, determiner in enumerate(words[:-2]):
        allowed = DETERMINERS.get(determiner.norm)
        if allowed is None:
            continue
        if at and words[at - 1].norm in ("ou", "/"):
            continue  # "le ou la signataire"
        noun = noun_after(lexicon, words, at, sure=at == 0 or words[at - 1].norm in PREPOSITIONS)
        if noun is None:
            continue
        cells = noun_cells(lexicon, words[noun].norm) & allowed
        if not cells or words[noun].norm in VARIABLE:
            continue
        place = _wrong_before(lexicon, words, at, noun, cells)
        if place is not None:
            yield from _before(context, at, place, noun, cells)
            continue
        yield from _after(context, at, noun, cells)


def _before(context: SentenceContext, at: int, place: int, noun: int, cells: Cells) -> Iterator[Hit]:
    lexicon, words = context.lexicon, context.words
    form = agree(words[place].norm, sorted(cells)[0], lexicon) if len(cells) == 1 else None
    suggestion = None
    if form and words[noun].norm not in PEOPLE:
        row = [token.text for token in words[at : noun + 1]]
        row[place - at] = form
        suggestion = join(" ".join(row).replace("' ", "'"))
    yield hit("GRA002", context, words[at], words[noun], [suggestion])


def _after(context: SentenceContext, at: int, noun: int, cells: Cells) -> Iterator[Hit]:
    lexicon, words = context.lexicon, context.words
    place = noun + 1
    if place < len(words) and words[place].norm in _DEGREES:
        place += 1
    if place >= len(words) or len(cells) != 1 or words[noun].norm in ("fois", "air", *VARIABLE):
        return
    adjective = words[place]
    if adjective.norm in _INVARIABLE or not _is_pure_adjective(lexicon, adjective):
        return
    own = adjective_cells(lexicon, adjective.norm)
    if own & cells or kinds(lexicon, words[noun].norm) - {"n", "fin"}:
        return
    if place + 1 < len(words):
        following = words[place + 1]
        if following.norm in _LINKS | {"-", "("} or noun_cells(lexicon, following.norm) & own:
            return
    if _could_qualify_earlier(lexicon, words, at, adjective):
        return
    form = agree(adjective.norm, next(iter(cells)), lexicon)
    last = context.span_text(words[noun].start, words[place - 1].end)
    yield hit("GRA002", context, words[noun], adjective, [f"{last} {form}" if form else None])
