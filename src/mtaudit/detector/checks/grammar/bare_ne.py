"""GRA047: *ne* with no second half (*il ne confirmerait la date*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.clauses import moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import lemmas, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import Token

#: What completes *ne*, before it or after it.
_HALVES = word_list(
    "pas plus jamais rien personne aucun aucune aucuns aucunes guère point que qu' ni nul nulle nuls nulles nullement "
    "aucunement mot goutte qu nulle-part seul seule seuls quiconque aucunement sinon d'autre"
)
#: Verbs that may do without.
_ALONE = word_list("pouvoir savoir oser cesser importer daigner avoir falloir")
#: Before them *ne* is an ornament: comparisons, fears, "avant que", "à moins que", "sans que"; or a set phrase.
_ORNAMENT = word_list(
    "plus moins mieux pire meilleur meilleure meilleurs autre autres autrement davantage avant sans craindre craint "
    "craignent craignait craignant crainte craintes peur redouter redoute redoutent redoutait éviter évite évitait "
    "évitent évité empêcher empêche empêchent risque doute doutent nier nie si depuis moindre plutôt pire supérieur "
    "supérieure supérieurs inférieur inférieure aussi cas fallu prendre garde tant quel quelle quels quelles "
    "trop peu faut falloir"
)
_CLITICS = word_list("me m' te t' se s' le la l' les lui leur nous vous y en")


@detector("GRA047")
def bare_ne(context: SentenceContext) -> Iterator[Hit]:
    """Yields *ne* before a finite verb where nothing completes the negation."""
    lexicon, words = context.lexicon, context.words
    for at, token in enumerate(words[:-1]):
        if token.norm not in ("ne", "n'") or at == 0:
            continue
        verb = at + 1
        while verb < len(words) and words[verb].norm in _CLITICS:
            verb += 1
        if verb >= len(words) or not moods(lexicon, words[verb].norm) & set("PIFC"):
            continue
        if lemmas(lexicon, words[verb].norm, "v") & _ALONE or words[verb].norm in ("serait", "fût", "est"):
            continue
        if _completed(words, at):
            continue
        yield hit(
            "GRA047", context, token, words[verb], [context.span_text(token.start, words[verb].end) + " pas"]
        )


def _completed(words: Sequence[Token], at: int) -> bool:
    """Whether the clause has a second half, or something that lets *ne* stand alone."""
    for token in words[at + 1 :]:
        if token.norm in _HALVES:
            return True
        if token.norm in (";", ":"):
            break
    for token in reversed(words[:at]):
        if token.norm in (";", ":"):
            break
        if token.norm in _HALVES - {"que", "qu'", "pas"} or token.norm in _ORNAMENT:
            return True
    return False
