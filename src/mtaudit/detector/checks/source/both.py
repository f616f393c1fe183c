"""GRA200: *tous deux* after a verb in the singular (*il peut tous deux*, for "he can both ... and")."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import kinds, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD

#: "tous les deux jours": how often, not how many.
_PERIODS = word_list("jours ans mois semaines heures secondes minutes matins soirs mètres kilomètres numéros")
_NEGATIONS = word_list("pas plus jamais")
#: "on peut tous deux": the pronoun may stand for two.
_ON = word_list("on l'on")


@detector("GRA200")
def both_of_one(context: SentenceContext) -> Iterator[Hit]:
    """Yields *tous deux*, *tous les deux* where the verb before says that there is one."""
    words = context.words
    for at in range(1, len(words) - 1):
        if words[at].norm not in ("tous", "toutes"):
            continue
        last = at + 2 if words[at + 1].norm == "les" else at + 1
        if last + 1 >= len(words) or words[last].norm != "deux" or words[last + 1].norm in _PERIODS:
            continue
        verb = at - 2 if words[at - 1].norm in _NEGATIONS and at > 1 else at - 1
        if words[verb].kind != WORD or not _only_singular(context.lexicon, words[verb].norm):
            continue
        if any(token.norm in _ON for token in words[max(0, verb - 4) : verb]):
            continue
        # "il peut tous deux appeler ... et": two things of one subject; else the subject is two.
        one = "inf" in kinds(context.lexicon, words[last + 1].norm)
        suggestions = ["à la fois"] if one else []
        yield hit(
            "GRA200",
            context,
            words[at],
            words[last],
            suggestions,
            hint="" if one else "accorder avec le verbe",
        )


def _only_singular(lexicon: Lexicon, form: str) -> bool:
    """Whether a form is a verb in the third person singular and nothing else."""
    readings = lexicon.readings(form)
    found = {code for each in readings if each.pos == "v" for code in codes("v", each.morph)}
    finite = {code for code in found if code[0] in "PIFCJST"}
    return (
        bool(finite)
        and all(each.pos == "v" or form in ("est", "a") for each in readings)
        and all(code.endswith("s") for code in finite)
        and any(code[1:] == "3s" for code in finite)
        and not any(code[0] in "KWG" for code in found)
    )
