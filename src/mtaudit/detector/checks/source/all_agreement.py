"""GRA209: *tout* before a noun phrase without agreement (*tous les heures*, *toutes les pays*)."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import DETERMINERS, noun_after, noun_cells, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon

_FORMS = {"ms": "tout", "fs": "toute", "mp": "tous", "fp": "toutes"}
_CELLS = {form: cell for cell, form in _FORMS.items()}
_PLURAL = word_list("les ces ses leurs mes nos vos")
_SINGULAR = word_list("le la ce cette cet son sa mon ma")
#: "avant tout la mairie", "pas du tout le cas", "malgré tout le maire": no determiner.
_ADVERBIAL = word_list("avant du en malgré après par pas surtout de d' est a ont sont c' presque")
#: "ils font tous la queue", "nous avons tous les mains prises": the word belongs to the subject.
_FLOATING = word_list("nous vous ils elles eux se s'")


@detector("GRA209")
def all_without_agreement(context: SentenceContext) -> Iterator[Hit]:
    """Yields *tous*, *toutes*, *toute*, *tout* that the noun of their phrase contradicts."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        token, determiner = words[at], words[at + 1].norm
        cell = _CELLS.get(token.norm)
        if cell is None or determiner not in (_PLURAL if cell[1] == "p" else _SINGULAR):
            continue
        before = words[at - 1].norm if at else ""
        if cell == "ms" and before in _ADVERBIAL:
            continue
        if cell[1] == "p" and (before in _FLOATING or _may_be_plural(lexicon, before)):
            continue
        noun = noun_after(lexicon, words, at + 1)
        if noun is None:
            continue
        cells = noun_cells(lexicon, words[noun].norm) & DETERMINERS[determiner]
        if not cells or cell in cells:
            continue
        form = _FORMS[max(cells)] if len({each[1] for each in cells}) == 1 else None
        yield hit("GRA209", context, token, token, [form], detail=words[noun].text)


def _may_be_plural(lexicon: Lexicon, form: str) -> bool:
    """Whether a form can be a verb of a plural subject, to which a floating *tous* may belong."""
    return any(
        code[0] in "PIFCJST" and code.endswith("p")
        for reading in lexicon.readings(form)
        if reading.pos == "v"
        for code in codes("v", reading.morph)
    )
