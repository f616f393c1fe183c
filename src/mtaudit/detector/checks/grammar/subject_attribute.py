"""GRA003: an attribute or passive participle that disagrees with the subject right before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import Cells, adjective_cells, kinds, noun_cells, word_list
from mtaudit.detector.checks.grammar.subjects import Subject, attribute_place, number_of, subjects
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.detector.suggest import agree
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

#: Adjectives that stay as they are, or words that are more often something else after *être*.
_SET = word_list(
    "possible bon cher fort haut bas clair court net ferme droit faux vrai mieux meilleur pire tel telle tels telles "
    "plein pleine demi nu debout pro anti bien mal fait dit dû sauf vu compris hors large serré juste pareil même "
    "sexy bel partie sûr impossible "
    "vert rouge bleu noir blanc jaune gris violet brun blond châtain marron orange rose clé phare fan star "
    "maître cible contre pour compte parti mort face celui celle prêt-à-porter tout toute tous toutes nôtre "
    "monnaie victime membre signe preuve source objet témoin complice garant responsable passé entre"
)


_PREPOSITIONS = word_list(
    "à au aux en dans de d' du des sur sous pour par chez vers selon après avant depuis avec contre entre le la l' les"
)


def is_wrong_attribute(lexicon: Lexicon, token: Token, cells: Cells) -> bool:
    """Whether a word can only be an attribute and agrees with none of ``cells``."""
    if token.kind != WORD or token.capitalised or token.norm in _SET:
        return False
    own = adjective_cells(lexicon, token.norm)
    if not own or own & cells:
        return False
    classes = kinds(lexicon, token.norm) - ({"adv", "prep"} if token.norm == "proche" else set())
    if classes - {"a", "pp", "n", "fin"}:
        return False
    # A noun may be an attribute of any gender: "la victime est un homme", "sa femme est médecin".
    return not ("n" in classes and not noun_cells(lexicon, token.norm) <= own)


def wrong_attribute(context: SentenceContext, subject: Subject) -> int | None:
    """The place of an attribute that cannot agree with ``subject``."""
    lexicon, words = context.lexicon, context.words
    if subject.reflexive:
        return None
    found = attribute_place(lexicon, words, subject.verb)
    if found is None:
        return None
    at, kind = found
    if kind == "linking" and "a" not in kinds(lexicon, words[at].norm):
        return None
    if not is_wrong_attribute(lexicon, words[at], subject.cells):
        return None
    if at + 1 < len(words):
        following = words[at + 1]
        # "bon marché", "monnaie courante", "franc-maçon", and inverted subjects: "est arrivée la nouvelle".
        own = adjective_cells(lexicon, words[at].norm)
        if following.norm == "-" or noun_cells(lexicon, following.norm) & own:
            return None
    return at


def _same_number(words: Sequence[Token], subject: Subject) -> bool:
    """Whether the verb has the subject's number: else there is a second subject, or none of it is sure."""
    plural = words[subject.verb].norm.endswith("nt")
    return number_of(subject.cells) in ("", "p" if plural else "s")


def _in_apposition(words: Sequence[Token], subject: Subject) -> bool:
    """Whether the noun only describes a name before it: "Weber, une personne écoutée, est satisfait"."""
    at = subject.first - 2
    if at < 0 or words[at + 1].norm != "," or not words[at].capitalised:
        return False
    while at > 0 and words[at - 1].capitalised:
        at -= 1
    # "En France, une loi est votée", "le maire de Lyon, ...": a place or a complement, no one described.
    ahead = words[at - 1].norm if at else ""
    return words[at].norm not in _PREPOSITIONS and ahead not in _PREPOSITIONS


@detector("GRA003")
def subject_attribute(context: SentenceContext) -> Iterator[Hit]:
    """Yields attributes that disagree with a subject plain to see."""
    words = context.words
    for subject in subjects(context):
        at = wrong_attribute(context, subject)
        if at is None or _in_apposition(words, subject) or not _same_number(words, subject):
            continue
        target = next(iter(subject.cells)) if len(subject.cells) == 1 else None
        form = agree(words[at].norm, target, context.lexicon) if target else None
        head = words[subject.head].text
        yield hit("GRA003", context, words[at], words[at], [form], detail=f"“{head}”")
