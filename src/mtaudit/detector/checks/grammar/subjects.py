"""Subjects that are plain to see: a pronoun or a noun phrase at the head of its clause, then the verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    PLURAL,
    SINGULAR,
    VARIABLE,
    Cells,
    adjective_cells,
    kinds,
    lemmas,
    noun_after,
    noun_cells,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, WORD, Token


class Subject(NamedTuple):
    """A subject and the place of its verb.

    Attributes:
        first: Place of its first word.
        head: Place of its noun or pronoun.
        cells: What genders and numbers it can have.
        verb: Place of the verb, object pronouns and *ne* skipped.
        reflexive: Whether *se* stands before the verb.
        plain: True for a bare noun phrase or pronoun, False where a complement follows the noun.
    """

    first: int
    head: int
    cells: Cells
    verb: int
    reflexive: bool
    plain: bool


PRONOUN_CELLS: dict[str, Cells] = {
    "il": frozenset({"ms"}),
    "elle": frozenset({"fs"}),
    "ils": frozenset({"mp"}),
    "elles": frozenset({"fp"}),
}
#: What a clause can begin after.
_OPENERS = word_list(
    "que qu' si s' lorsque lorsqu' quand car mais où puisque puisqu' tandis or donc : ; ? ! . ... … , - – —"
)
#: What cannot stand inside a plain complement of the subject.
_ENDS_COMPLEMENT = word_list(
    "et ou ni qui que qu' dont où si s' il ils elle elles on je j' nous vous lequel laquelle lesquels lesquelles "
    "auquel auxquels auxquelles duquel desquels desquelles ce c' quand comment pourquoi"
)
#: Before "que": a comparison, not a clause.
_COMPARING = word_list(
    "plus moins aussi autant tel telle tels telles même mêmes autre autres ne n' tant plutôt ainsi"
)
_CLITICS = word_list("ne n' me m' te t' le la l' les lui leur nous vous y en")
#: Heads whose complement may give verb and attribute their number and gender.
COLLECTIVE = word_list(
    "plupart partie majorité minorité moitié tiers quart nombre ensemble reste totalité dizaine douzaine quinzaine "
    "vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier million milliard millions milliards "
    "milliers centaines dizaines groupe série foule multitude poignée quantité infinité paire couple type sorte genre "
    "espèce masse nuée flot tas peu proportion pourcentage lot équipe ribambelle kyrielle armée cortège essentiel "
    "trio duo tandem quatuor majorité gros demi-douzaine demi-million majeure plus total maximum minimum pluralité litanie cascade vague pléthore"
)
#: Times, which stand before the subject: "un jour les Jeux", "le 26 septembre près de mille".
_TIMES = word_list(
    "jour jours matin soir nuit midi semaine semaines mois année années an ans heure heures fois siècle week-end instant "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi "
    "vendredi samedi dimanche moment temps automne hiver printemps été veille lendemain saison"
)


def subjects(context: SentenceContext) -> Iterator[Subject]:
    """Yields the subjects of a sentence whose verb follows them directly."""
    lexicon, words = context.lexicon, context.words
    for at, token in enumerate(words):
        cells = PRONOUN_CELLS.get(token.norm)
        if cells is not None:
            if token.norm in ("elle", "elles") and at and not _opens(words, at):
                continue  # "pour elle est venu": a stressed pronoun
            found = _with_verb(lexicon, words, at, at, at + 1, cells, True)
            if found is not None:
                yield found
            continue
        if (
            token.norm not in DETERMINERS
            or token.norm in ("au", "aux", "du")
            or not (at == 0 or _opens(words, at))
        ):
            continue
        noun = noun_after(lexicon, words, at, sure=True)
        if (
            noun is None
            or any(token.norm in COLLECTIVE for token in words[at : noun + 2])
            or words[noun].norm in VARIABLE
        ):
            continue
        cells = noun_cells(lexicon, words[noun].norm) & DETERMINERS[token.norm]
        if not cells or words[noun].norm in _TIMES or lemmas(lexicon, words[noun].norm, "n") & {"autre"}:
            continue
        if token.norm == "des" and at and words[at - 1].norm == ",":
            continue  # "l'achat, par la chaîne, des parts"
        after = noun + 1
        while after < len(words) and _is_epithet(lexicon, words[after], cells):
            after += 1
        found = _with_verb(lexicon, words, at, noun, after, cells, True)
        if found is None:
            past = _past_complement(lexicon, words, after)
            if past is not None:
                found = _with_verb(lexicon, words, at, noun, past, cells, False)
        if found is not None:
            yield found


def _opens(words: Sequence[Token], at: int) -> bool:
    before = words[at - 1].norm
    if before in ("que", "qu'") and any(token.norm in _COMPARING for token in words[max(0, at - 6) : at - 1]):
        return False
    return before in _OPENERS


def _is_epithet(lexicon: Lexicon, token: Token, cells: Cells) -> bool:
    own = adjective_cells(lexicon, token.norm)
    if token.kind == WORD and not token.capitalised and token.norm not in lexicon and len(token.norm) > 4:
        return (
            "-" not in token.norm and "'" not in token.norm
        )  # "le logement nantais": unknown to the lexicon
    return token.kind == WORD and bool(own & cells) and "fin" not in kinds(lexicon, token.norm)


def _past_complement(lexicon: Lexicon, words: Sequence[Token], at: int) -> int | None:
    """The place after ``de ...`` complements (words only, no verb), at most six words on."""
    if at >= len(words) or words[at].norm not in ("de", "d'", "du", "des"):
        return None
    for place in range(at + 1, min(len(words), at + 7)):
        token = words[place]
        if token.kind not in (WORD, NUMBER) or token.norm in _ENDS_COMPLEMENT:
            return None
        if token.norm in VERBS_OF_STATE or token.norm in ("ne", "n'", "se"):
            return place
        classes = kinds(lexicon, token.norm)
        if classes & {"inf", "ger"} and "n" not in classes:
            return None
    return None


def _with_verb(
    lexicon: Lexicon, words: Sequence[Token], first: int, head: int, at: int, cells: Cells, plain: bool
) -> Subject | None:
    reflexive = False
    while at < len(words) and (words[at].norm in _CLITICS or words[at].norm in ("se", "s'")):
        reflexive = reflexive or words[at].norm in ("se", "s'")
        at += 1
    if at >= len(words) or words[at].kind != WORD or "fin" not in kinds(lexicon, words[at].norm):
        return None
    return Subject(first, head, cells, at, reflexive, plain)


ETRE = word_list("est sont était étaient sera seront serait seraient fut furent soit soient fût fussent")
_AVOIR = word_list("a ont avait avaient aura auront aurait auraient eut eurent ait aient eût eussent")
_LINKING = word_list(
    "semble semblent semblait semblaient semblera sembleront semblerait sembleraient reste restent restait restaient "
    "restera resteront resterait resteraient devient deviennent devenait devenaient deviendra deviendront "
    "deviendrait deviendraient paraît paraissent paraissait paraissaient paraîtra demeure demeurent demeurait "
    "demeuraient"
)
VERBS_OF_STATE = ETRE | _AVOIR | _LINKING
_BEEN = frozenset({"été"})
_ADVERBS = word_list(
    "pas plus jamais point guère très trop aussi si assez bien mal toujours encore déjà souvent parfois moins tout "
    "toute toutes tous plutôt même peu ici là aujourd'hui désormais donc également ainsi enfin hier "
    "presque tellement quasi particulièrement"
)
ADVERBIAL_PHRASES = (
    ("de", "plus", "en", "plus"),
    ("de", "moins", "en", "moins"),
    ("à", "nouveau"),
    ("sans", "cesse"),
    ("sans", "doute"),
    ("en", "partie"),
    ("au", "moins"),
    ("de", "nouveau"),
    ("loin", "d'", "être"),
)


def attribute_place(lexicon: Lexicon, words: Sequence[Token], verb: int) -> tuple[int, str] | None:
    """The place after a verb of state and its adverbs, where an attribute can stand.

    Returns:
        The place, and ``etre`` or ``linking``; None where the verb is none of these.
    """
    norm = words[verb].norm
    kind = "linking" if norm in _LINKING else "etre"
    at = verb + 1
    if norm in _AVOIR:
        at = _skip_adverbs(lexicon, words, at)
        if at >= len(words) or words[at].norm not in _BEEN:
            return None
        at += 1
    elif norm not in ETRE and norm not in _LINKING:
        return None
    at = _skip_adverbs(lexicon, words, at)
    return (at, kind) if at < len(words) else None


def _skip_adverbs(lexicon: Lexicon, words: Sequence[Token], at: int) -> int:
    while at < len(words):
        norms = tuple(token.norm for token in words[at : at + 4])
        phrase = next((each for each in ADVERBIAL_PHRASES if norms[: len(each)] == each), None)
        if phrase is not None:
            at += len(phrase)
        elif words[at].norm in _ADVERBS or (
            words[at].norm.endswith("ment") and lexicon.has(words[at].norm, "adv")
        ):
            at += 1
        else:
            break
    return at


def number_of(cells: Cells) -> str:
    """``s``, ``p``, or an empty string where both are possible."""
    if cells <= SINGULAR:
        return "s"
    return "p" if cells <= PLURAL else ""
