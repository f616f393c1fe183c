"""GRA006, GRA007: words that must agree with an object set before them.

GRA006: the participle after *avoir* (*les mesures que le ministre a annoncé*). GRA007: what is
said of the object with *comme* (*des troupes, qu'il décrivait comme entourée*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.clauses import clause_verb
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    Cells,
    adjective_cells,
    kinds,
    lemmas,
    noun_after,
    noun_cells,
    participle_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.patterns.classes import ADVERBS
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

_AVOIR = word_list(
    "ai a avons avez ont avais avait avions avaient aura auront aurait auraient ait aient eut eurent"
)
#: Nouns that a clause with *que* may complete; the participle then has another object.
_CONTENT = word_list(
    "idée fait preuve espoir annonce affirmation crainte risque condition sorte point fois possibilité chance "
    "conviction impression sentiment conclusion certitude peur conséquence nouvelle information moment jour temps "
    "signe raison manière façon avis hypothèse thèse rumeur prétexte garantie assurance probabilité soupçon doute "
    "année semaine mois heure minute seconde nuit journée ans espérance promesse reproche accusation déclaration "
    "théorie perception croyance allégation nécessité exigence demande suggestion proposition principe motif époque "
    "période illusion confirmation révélation constat indication indice opinion prise décennie siècle distance poids prix somme"
)
#: Participles that do not agree here: an infinitive follows or is understood, or they take no object.
_FIXED = word_list(
    "fait laissé pu dû voulu su cru dit pensé permis valu coûté duré vécu couru pesé mesuré été eu plu"
)
_REGARD = word_list(
    "décrire présenter considérer qualifier percevoir dépeindre désigner juger voir saluer louer féliciter dénoncer "
    "condamner rejeter critiquer caractériser"
)


def _nearest(lexicon: Lexicon, words: Sequence[Token], que: int) -> tuple[int, Cells] | None:
    """The noun right before *que* (an adjective or a comma may lie between) and its cells."""
    at = que - 1
    if at >= 0 and words[at].norm == ",":
        at -= 1
    narrowed: Cells | None = None
    while at > 0 and not noun_cells(lexicon, words[at].norm) and adjective_cells(lexicon, words[at].norm):
        narrowed = adjective_cells(lexicon, words[at].norm)
        at -= 1
    if at > 0 and kinds(lexicon, words[at].norm) == {"a", "n"} and noun_cells(lexicon, words[at - 1].norm):
        narrowed = adjective_cells(lexicon, words[at].norm)
        at -= 1
    token = words[at]
    if at < 1 or token.kind != WORD or token.capitalised or not kinds(lexicon, token.norm) <= {"n", "fin"}:
        return None
    cells = noun_cells(lexicon, token.norm)
    before = words[at - 1].norm
    if before in DETERMINERS:
        cells &= DETERMINERS[before]
    if narrowed is not None:
        cells &= narrowed
    return (at, cells) if cells else None


def _relatives(context: SentenceContext) -> Iterator[tuple[int, int, Cells]]:
    """Places of *que* and of the verb after it, and the cells of the noun before."""
    lexicon, words = context.lexicon, context.words
    for at in range(2, len(words) - 2):
        if words[at].norm not in ("que", "qu'"):
            continue
        noun = _nearest(lexicon, words, at)
        if noun is None or words[noun[0]].norm in _CONTENT or words[noun[0]].norm.rstrip("s") in _CONTENT:
            continue
        verb = clause_verb(lexicon, words, at + 1)
        if verb is not None:
            yield at, verb, noun[1]


@detector("GRA006")
def object_participle(context: SentenceContext) -> Iterator[Hit]:
    """Yields participles after *avoir* that ignore the object before them."""
    lexicon, words = context.lexicon, context.words
    for que, verb, cells in _relatives(context):
        if words[verb].norm not in _AVOIR or any(
            t.norm in ("en", "y", "l'", "se", "s'") for t in words[que:verb]
        ):
            continue
        place = verb + 1
        while place < len(words) and (words[place].norm in ADVERBS or words[place].norm.endswith("ment")):
            place += 1
        if place >= len(words) or words[place].norm in _FIXED:
            continue
        own = participle_cells(lexicon, words[place].norm)
        if not own or own & cells or _goes_on(lexicon, words, place + 1):
            continue
        earlier = words[max(0, que - 12) : que]
        # The relative may belong to any noun before ("la liste des noms qu'il a établie").
        if any(
            noun_cells(lexicon, token.norm) & own or token.norm in ("ce", "et", "plus", "ou")
            for token in earlier
        ):
            continue
        target = next(iter(cells)) if len(cells) == 1 else None
        form = agree(words[place].norm, target, lexicon) if target else None
        yield hit("GRA006", context, words[place], words[place], [form])


def _goes_on(lexicon: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether an object, an infinitive or a clause follows the participle."""
    for token in words[at : at + 3]:
        if "inf" in kinds(lexicon, token.norm) or token.norm in ("que", "qu'"):
            return True
    return at < len(words) and (
        (words[at].norm in DETERMINERS and words[at].norm not in ("au", "aux", "du", "ce", "cette"))
        or words[at].capitalised
    )


@detector("GRA007")
def object_attribute(context: SentenceContext) -> Iterator[Hit]:
    """Yields adjectives after *comme* that disagree with the object they qualify."""
    lexicon, words = context.lexicon, context.words
    for _, verb, cells in _relatives(context):
        place = verb + 1
        if not lemmas(lexicon, words[verb].norm, "v") & _REGARD:
            # "qu'il a décrites comme": the participle follows its auxiliary.
            if words[verb].norm not in _AVOIR or not lemmas(lexicon, words[place].norm, "v") & _REGARD:
                continue
            place += 1
        yield from _after_comme(context, place, cells)
    for at in range(len(words) - 4):
        if not lemmas(lexicon, words[at].norm, "v") & _REGARD or words[at + 1].norm not in DETERMINERS:
            continue
        noun = noun_after(lexicon, words, at + 1)
        if noun is None or kinds(lexicon, words[noun].norm) - {"n", "fin"}:
            continue
        cells = noun_cells(lexicon, words[noun].norm) & DETERMINERS[words[at + 1].norm]
        comme = next(
            (n for n in range(noun + 1, min(len(words), noun + 30)) if words[n].norm == "comme"), None
        )
        if cells and comme is not None and not any(t.norm in (",", ";", ":", ".") for t in words[noun:comme]):
            yield from _after_comme(context, comme, cells)


def _after_comme(context: SentenceContext, comme: int, cells: Cells) -> Iterator[Hit]:
    lexicon, words = context.lexicon, context.words
    place = comme + 1
    if place >= len(words) or words[comme].norm != "comme":
        return
    while place < len(words) and words[place].norm in ("très", "trop", "plus", "moins", "étant", "aussi"):
        place += 1
    if place >= len(words):
        return
    adjective = words[place]
    classes = kinds(lexicon, adjective.norm)
    own = adjective_cells(lexicon, adjective.norm)
    if classes & {"adv"} and place + 1 < len(words) and words[place + 1].norm == "et":
        classes = classes - {"adv"}  # "comme bon et productif"; not "comme bon lui semble"
    if not own or own & cells or classes - {"a", "pp", "n"} or not noun_cells(lexicon, adjective.norm) <= own:
        return
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and noun_cells(lexicon, following.norm) & own and following.norm != "et":
        return
    if adjective.norm in (
        "prévu",
        "convenu",
        "dit",
        "annoncé",
        "tel",
        "tout",
        "indiqué",
        "promis",
        "possible",
    ):
        return
    target = next(iter(cells)) if len(cells) == 1 else None
    form = agree(adjective.norm, target, lexicon) if target else None
    yield hit("GRA007", context, adjective, adjective, [form])
