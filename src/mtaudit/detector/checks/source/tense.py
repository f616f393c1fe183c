"""GRA208: a French present for an English past, in a sentence that is past otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.clauses import moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import kinds, lemmas, participle_cells, word_list
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.checks.source.verbs import counterpart, tokens
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

#: "explique-t-il" for "he explained": French reports in the present at will.
_REPORTING = frozenset(
    {
        "dire", "déclarer", "expliquer", "observer", "écrire", "rappeler", "souligner", "ajouter", "noter", "penser",
        "estimer", "considérer", "affirmer", "raconter", "préciser", "indiquer", "concerner", "comparer", "sembler",
        "rapporter", "confirmer", "annoncer", "demander", "commenter", "conclure", "insister", "admettre",
        "reconnaître", "avouer", "résumer", "poursuivre", "assurer", "confier", "croire", "remarquer", "avoir",
        "être", "pouvoir", "devoir", "falloir", "aller", "venir", "savoir",
    }
)  # fmt: skip
#: What asks for a subjunctive that looks like a present, or sets a clause off from the main one.
_SUBORDINATING = word_list("que qu' si s' qui dont où")
_AUXILIARIES = word_list("a ont ai avons avez est sont")
_PRESENT = frozenset(
    [
        "is",
        "are",
        "am",
        "'s",
        "'re",
        "has",
        "have",
        "'ve",
        "do",
        "does",
        "can",
        "may",
        "will",
        "'ll",
        "must",
        "shall",
        "says",
        "say",
    ]
)


@detector("GRA208")
def present_for_past(context: SentenceContext) -> Iterator[Hit]:
    """Yields a main verb in the present whose English is a plain past, beside a French past.

    The English may hold no present at all. Without a French past in the same sentence the
    present may be the narrative one.
    """
    english = source(context)
    if not english or set(tokens(english)) & _PRESENT:
        return
    lexicon, words = context.lexicon, context.words
    if not any(_is_past(lexicon, words, place) for place in range(len(words))):
        return
    for place, token in enumerate(words):
        lemma = _present_of(lexicon, token)
        if lemma is None or lemma in _REPORTING:
            continue
        if any(each.norm in _SUBORDINATING for each in words[:place]):
            continue
        other = counterpart(lemma, english)
        if other is None or other.kind != "past" or other.after in ("by", "on"):
            continue
        yield hit("GRA208", context, token, token, hint=f"au passé: {other.form}", detail=other.form)


def _present_of(lexicon: Lexicon, token: Token) -> str | None:
    """The lemma of a form that is a verb in the present and can be nothing else."""
    if token.kind != WORD or token.capitalised or kinds(lexicon, token.norm) != {"fin"}:
        return None
    found = moods(lexicon, token.norm)
    if "P" not in found or found - {"P", "S"}:
        return None
    verbs = lemmas(lexicon, token.norm, "v")
    return next(iter(verbs)) if len(verbs) == 1 else None


def _is_past(lexicon: Lexicon, words: Sequence[Token], place: int) -> bool:
    norm = words[place].norm
    if norm in _AUXILIARIES:
        return any(participle_cells(lexicon, each.norm) for each in words[place + 1 : place + 4])
    found = moods(lexicon, norm)
    return bool(found) and found <= {"I", "J"} and kinds(lexicon, norm) == {"fin"}
