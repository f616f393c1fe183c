"""What a form can be, for agreement: genders and numbers by word class, without any parse.

A *cell* is a gender and a number: ``ms``, ``fs``, ``mp``, ``fp``. A word agrees with another when
their cells have one in common; a word is only ever accused when none of its readings agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mtaudit.detector.patterns.classes import NUMBERS
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

Cells = frozenset[str]


def word_list(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


ALL: Cells = frozenset({"ms", "fs", "mp", "fp"})
SINGULAR: Cells = frozenset({"ms", "fs"})
PLURAL: Cells = frozenset({"mp", "fp"})
MASCULINE: Cells = frozenset({"ms", "mp"})
FEMININE: Cells = frozenset({"fs", "fp"})
NONE: Cells = frozenset()

_DETERMINERS = {
    "ms": "le un du au ce cet quel aucun certain",
    "fs": "la une cette ma ta sa quelle aucune certaine",
    "mp": "certains quels",
    "fp": "certaines quelles",
    "ms fs": "l' mon ton son leur notre votre chaque",
    "mp fp": "les des aux ces mes tes ses leurs nos vos plusieurs quelques",
}
DETERMINERS: dict[str, Cells] = {
    word: frozenset(cells.split()) for cells, words in _DETERMINERS.items() for word in words.split()
}
#: Determiners that stand before a verb just as well, as object pronouns.
CLITIC_DETERMINERS = frozenset({"le", "la", "l'", "les", "leur"})

#: Masculine nouns for people that news uses with a feminine determiner (*la ministre*, *une chef*).
PEOPLE = word_list(
    "ministre maire porte-parole médecin procureur mannequin monarque professeur membre major vétéran chef juge "
    "auteur écrivain ingénieur témoin capitaine commissaire pair prof otage substitut magistrat successeur "
    "prédécesseur leader star top-model top numéro expert architecte peintre sculpteur poète philosophe arbitre "
    "soldat sergent colonel général lieutenant commandant caporal pilote guide cadre apprenti mentor coach "
    "gouverneur sénateur docteur censeur proviseur recteur amateur imposteur assesseur metteur sauveur tueur "
    "camerounais vice-premier ex-ministre vice-ministre manager reporter junior senior bébé pompier policier "
    "chirurgien entraîneur défenseur gardien possesseur agresseur sponsor dirigeant panda gilet"
)
#: Words that Lefff has with one gender or one number only, while usage varies or adds none.
VARIABLE = word_list(
    "multisalles mini micro méga maxi mono macro super hyper ultra extra face merci pop lady business motocross lotus van "
    "kalachnikov média week-end show tank manga combi réaménagement gène interview ans champs "
    "moto auto radio télé photo vidéo vélo polo star plus moins pour contre comme entre sept "
    "après-midi enzyme réglisse oasis interligne météorite steppe perce-neige "
    "estime gastro-entérite mélangeur baffle canada gym plant parka palabre entrecôte pamplemousse alvéole azalée hymne amour orgue délice gens chips jean short "
    "tennis squash fleuve couple foudre aigle mémoire manche mode poste tour vase voile livre page critique"
)

#: Adjectives that stand before their noun; only they may come between determiner and noun.
_BEFORE_NOUN = word_list(
    "nouveau grand petit bon mauvais beau vieux jeune gros haut long premier dernier seul ancien vrai double autre "
    "prochain futur meilleur pire moindre second nombreux divers différent tel véritable important ex-petit simple "
    "plein faux cher pauvre court bref large vaste fameux célèbre prétendu soi-disant principal récent brillant "
    "énorme immense terrible horrible magnifique excellent éventuel lourd léger sévère rare quelconque "
    "éternel actuel précédent triple quadruple deuxième troisième quatrième cinquième sixième septième huitième "
    "neuvième dixième"
)


@lru_cache(maxsize=65536)
def noun_cells(lexicon: Lexicon, form: str) -> Cells:
    """Genders and numbers of ``form`` as a noun; empty where it is none.

    Nouns of function that Lefff has as masculine only are given both genders.
    """
    cells = {
        code
        # Lefff writes "oe" where print has "œ".
        for spelling in (form, form.replace("œ", "oe"))
        for reading in lexicon.readings(spelling)
        if reading.pos == "n"
        for code in codes("n", reading.morph)
    }
    if form in PEOPLE or form.removesuffix("s") in PEOPLE:
        cells |= {"f" + code[1:] for code in cells}
    return frozenset(cells)


@lru_cache(maxsize=65536)
def adjective_cells(lexicon: Lexicon, form: str) -> Cells:
    """Genders and numbers of ``form`` as an adjective or past participle; empty where it is none."""
    found: set[str] = set()
    for reading in lexicon.readings(form):
        if reading.pos == "a":
            found.update(codes("a", reading.morph))
        elif reading.pos == "v" and reading.is_participle:
            found.update(code[1:] for code in codes("v", reading.morph))
    return frozenset(found)


@lru_cache(maxsize=65536)
def participle_cells(lexicon: Lexicon, form: str) -> Cells:
    """Genders and numbers of ``form`` as a verb's past participle; empty where it is none."""
    return frozenset(
        code[1:]
        for reading in lexicon.readings(form)
        if reading.pos == "v" and reading.is_participle
        for code in codes("v", reading.morph)
    )


@lru_cache(maxsize=65536)
def kinds(lexicon: Lexicon, form: str) -> frozenset[str]:
    """Word classes of ``form``: n a adv prep det ..., verbs as ``fin``, ``inf``, ``ger``, ``pp``."""
    found: set[str] = set()
    for reading in lexicon.readings(form):
        if reading.pos == "v":
            if reading.morph.endswith("2s"):
                continue  # "tu forces": news never says tu where a noun could stand
            found.add({"W": "inf", "G": "ger", "K": "pp"}.get(reading.morph[:1], "fin"))
        elif reading.pos == "a" and reading.is_participle:
            found.add("pp")
        else:
            found.add(reading.pos)
    return frozenset(found)


@lru_cache(maxsize=65536)
def lemmas(lexicon: Lexicon, form: str, pos: str) -> frozenset[str]:
    """Lemmas of ``form`` as a ``pos`` (``n``, ``a``, ``v``)."""
    return frozenset(reading.lemma for reading in lexicon.readings(form) if reading.pos == pos)


def is_finite(lexicon: Lexicon, form: str) -> bool:
    """Whether ``form`` can be a finite verb."""
    return "fin" in kinds(lexicon, form)


def is_plain_noun(lexicon: Lexicon, token: Token) -> bool:
    """Whether a token is a noun and can be nothing else: a common noun in lower case, no number."""
    return (
        token.kind == WORD
        and not token.capitalised
        and token.norm not in NUMBERS
        and kinds(lexicon, token.norm) == {"n"}
    )


def may_precede_noun(lexicon: Lexicon, token: Token) -> bool:
    """Whether a token is one of the adjectives that come before their noun."""
    return (
        token.kind == WORD and not token.capitalised and bool(lemmas(lexicon, token.norm, "a") & _BEFORE_NOUN)
    )


def noun_after(lexicon: Lexicon, words: Sequence[Token], at: int, sure: bool = False) -> int | None:
    """The place of the noun of a phrase whose determiner stands at ``at``, if it is plain to see.

    Numbers and at most two fore-set adjectives may lie between. The noun may be an adjective
    too, but a verb only where the determiner cannot be a pronoun, or is ``sure`` to be none.
    """
    place = at + 1
    while place < len(words) and place <= at + 3:
        token = words[place]
        if token.kind != WORD or token.capitalised:
            return (
                None
                if token.kind != "number" or place != at + 1
                else _noun_at(lexicon, words, place + 1, True)
            )
        following = words[place + 1] if place + 1 < len(words) else None
        if token.norm in NUMBERS or (
            may_precede_noun(lexicon, token)
            and following is not None
            and following.kind == WORD
            and not following.capitalised
            and bool(noun_cells(lexicon, following.norm))
        ):
            place += 1
            continue
        return _noun_at(
            lexicon, words, place, sure or place > at + 1 or words[at].norm not in CLITIC_DETERMINERS
        )
    return None


def _noun_at(lexicon: Lexicon, words: Sequence[Token], place: int, verb_allowed: bool) -> int | None:
    if place >= len(words):
        return None
    token = words[place]
    if token.kind != WORD or token.capitalised or not noun_cells(lexicon, token.norm):
        return None
    classes = kinds(lexicon, token.norm)
    if classes & {"prep", "det", "adv", "conj"}:
        return None
    if "fin" in classes and not verb_allowed:
        return None
    return place
