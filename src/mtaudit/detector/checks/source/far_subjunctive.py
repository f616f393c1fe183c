"""GRA212: the indicative after *bien que* and an adverbial (*bien que l'an prochain, nous verrons*).

GRA031 sees the clause that begins right after the conjunction; this one looks past what the
engine, like the English, has put between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.clauses import clause_verb, moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    DETERMINERS,
    kinds,
    may_precede_noun,
    noun_after,
    word_list,
)
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token

_QUE = word_list("que qu'")
_CONJUNCTIONS = word_list("bien afin avant pourvu pour sans")
_SUBJUNCTIVE_OF = {
    "est": "soit", "sont": "soient", "était": "soit", "étaient": "soient", "sera": "soit", "seront": "soient",
    "a": "ait", "ont": "aient", "avait": "ait", "avaient": "aient", "peut": "puisse", "peuvent": "puissent",
}  # fmt: skip
#: "je sais bien que", "c'est bien que": no conjunction.
_BEFORE_BIEN = word_list(", ; et mais ( - – :")
_PRONOUNS = word_list("il elle ils elles on nous je j' c' cela ce")
_LINKS = word_list("que qu' qui dont où lorsque lorsqu' quand si s' et mais . ; :")
#: Longest adverbial looked past, in words.
_LONGEST = 9


@detector("GRA212")
def far_subjunctive(context: SentenceContext) -> Iterator[Hit]:
    """Yields the verb of a *bien que* clause in the indicative, behind an adverbial."""
    lexicon, words = context.lexicon, context.words
    for at in range(1, len(words) - 4):
        if words[at].norm not in _QUE or words[at - 1].norm not in _CONJUNCTIONS:
            continue
        if words[at - 1].norm == "bien" and at > 1 and words[at - 2].norm not in _BEFORE_BIEN:
            continue
        if clause_verb(lexicon, words, at + 1) is not None:
            continue  # GRA031
        verb = _far_verb(lexicon, words, at + 1)
        if verb is None:
            continue
        found = moods(lexicon, words[verb].norm)
        if found and not found & {"S", "T"}:
            yield hit("GRA212", context, words[verb], words[verb], [_SUBJUNCTIVE_OF.get(words[verb].norm)])


def _far_verb(lexicon: Lexicon, words: Sequence[Token], first: int) -> int | None:
    token = words[first]
    if token.norm == ",":
        return _after_comma(lexicon, words, first + 1, pronoun=False)
    if token.norm in ("de", "d'") and first + 1 < len(words) and may_precede_noun(lexicon, words[first + 1]):
        # "bien que de nombreux élus promettaient"
        noun = noun_after(lexicon, words, first, sure=True)
        return (
            noun + 1
            if noun is not None and noun + 1 < len(words) and _sure(lexicon, words[noun + 1])
            else None
        )
    classes = kinds(lexicon, token.norm)
    if token.norm in DETERMINERS:
        return _after_comma(lexicon, words, first, pronoun=True)
    if not classes & {"prep", "adv"} or classes & {"a", "pp", "ger"}:
        return None  # "bien qu'âgée de dix ans, elle": no verb is to come
    for place in range(first + 1, min(first + _LONGEST, len(words))):
        norm = words[place].norm
        if norm in _PRONOUNS and words[place - 1].norm not in (
            "que",
            "qu'",
            "à",
            "de",
            "pour",
            "avec",
            "chez",
        ):
            return clause_verb(lexicon, words, place)
        if norm == "," or norm in _LINKS or _sure(lexicon, words[place]):
            return None
    return None


def _after_comma(lexicon: Lexicon, words: Sequence[Token], first: int, *, pronoun: bool) -> int | None:
    """The verb of the clause that follows the next comma; with ``pronoun`` only where one is its subject."""
    for place in range(first, min(first + _LONGEST, len(words) - 1)):
        norm = words[place].norm
        if norm == ",":
            if pronoun and words[place + 1].norm not in _PRONOUNS:
                return None
            return clause_verb(lexicon, words, place + 1)
        if norm in _LINKS or _sure(lexicon, words[place]):
            return None
    return None


def _sure(lexicon: Lexicon, token: Token) -> bool:
    """Whether a token is a finite verb and can be nothing else."""
    return token.norm in ("est", "a", "sont", "ont") or kinds(lexicon, token.norm) == {"fin"}
