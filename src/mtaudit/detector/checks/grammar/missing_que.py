"""GRA040: a verb of saying and its clause with no *que* between (*expliquant Poutine ne dit pas*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.clauses import clause_verb
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import DETERMINERS, kinds, lemmas, word_list
from mtaudit.detector.checks.grammar.subjects import VERBS_OF_STATE
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.patterns.classes import is_name
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.euphony import begins_with_vowel
from mtaudit.text.tokens import QUOTE, WORD, Token

_SAYING = word_list(
    "dire déclarer affirmer expliquer ajouter préciser souligner indiquer annoncer assurer estimer penser croire "
    "soutenir noter rappeler prétendre reconnaître admettre avertir espérer insister confirmer conclure"
)
_AVOIR = word_list("a ont avait avaient aurait auraient ai avons")
#: Finite verbs that cannot be mistaken for a noun after a noun.
_SURE = VERBS_OF_STATE | word_list(
    "peut peuvent pouvait pouvaient pourrait pourraient doit doivent devait devaient devrait devraient va vont "
    "allait allaient veut veulent voulait voulaient fait font faisait"
)


@detector("GRA040")
def missing_que(context: SentenceContext) -> Iterator[Hit]:
    """Yields reporting verbs followed by a bare clause."""
    lexicon, words = context.lexicon, context.words
    for at in range(1, len(words) - 3):
        if not lemmas(lexicon, words[at].norm, "v") & _SAYING:
            continue
        classes = kinds(lexicon, words[at].norm)
        participle = "ger" in classes and words[at - 1].norm not in (
            "en",
            "y",
            "se",
            "s'",
            "lui",
            "leur",
            "le",
            "l'",
        )
        compound = (
            "pp" in classes and words[at - 1].norm in _AVOIR and at > 1 and words[at - 2].norm not in _OBJECTS
        )
        if not participle and not compound:
            continue
        if _quote_between(context, words[at], words[at + 1]):
            continue
        place = _verb_of_bare_clause(context, at + 1, participle)
        if place is None:
            continue
        que = "qu'" if begins_with_vowel(words[at + 1].norm) else "que "
        suggestion = f"{words[at].text} {que}{words[at + 1].text}"
        yield hit("GRA040", context, words[at], words[at + 1], [suggestion])


def _quote_between(context: SentenceContext, first: Token, second: Token) -> bool:
    return any(token.kind == QUOTE and first.end <= token.start < second.start for token in context.tokens)


def _verb_of_bare_clause(context: SentenceContext, start: int, participle: bool) -> int | None:
    """The verb of the clause at ``start``; an inverted subject (*a dit le ministre*) is none."""
    lexicon, words = context.lexicon, context.words
    first = words[start]
    if first.kind != WORD or not (
        (first.norm in DETERMINERS and first.norm not in ("au", "aux", "du", "des"))
        or is_name(first, start, lexicon)
        or (participle and first.norm in _PRONOUNS)
    ):
        return None
    place = clause_verb(lexicon, words, start)
    if place is None or "inf" in kinds(lexicon, words[start + 1].norm):
        return None
    negated = any(token.norm in ("ne", "n'") for token in words[start:place])
    if words[place].norm not in _SURE and not negated:
        return None
    return None if words[place - 1].norm in ("y", "en") or _restarts(words, place) else place


_OBJECTS = frozenset({"l'", "en", "que", "qu'", "le", "les"})
_PRONOUNS = word_list("il elle ils elles nous on")


def _restarts(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb asks back (*a-t-il*) or a name stands for the verb (*RER A*)."""
    after = words[verb + 1].norm if verb + 1 < len(words) else ""
    return words[verb].capitalised or after.startswith("-")
