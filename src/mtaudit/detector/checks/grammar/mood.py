"""GRA030 to GRA032: the mood that a conjunction asks for."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.detector.checks.grammar.clauses import clause_verb, moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import kinds, lemmas, word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon

_QUE = frozenset({"que", "qu'"})
_ETRE = word_list("est était serait sera semble paraît semblait")
#: Conjunctions that take the subjunctive, as the words before *que*.
_SUBJUNCTIVE = (
    ("avant",),
    ("afin",),
    ("pour",),
    ("sans",),
    ("à", "moins"),
    ("jusqu'", "à", "ce"),
    ("à", "condition"),
    ("de", "peur"),
    ("de", "crainte"),
    ("bien",),
    ("pourvu",),
)
_SUBJUNCTIVE_OF = {
    "est": "soit", "sont": "soient", "était": "soit", "étaient": "soient", "sera": "soit", "seront": "soient",
    "serait": "soit", "seraient": "soient", "fut": "soit", "furent": "soient",
    "a": "ait", "ont": "aient", "avait": "ait", "avaient": "aient", "aura": "ait", "auront": "aient",
    "aurait": "ait", "auraient": "aient", "eut": "ait", "eurent": "aient",
    "peut": "puisse", "peuvent": "puissent", "pourrait": "puisse", "pourraient": "puissent",
    "pourra": "puisse", "pourront": "puissent", "pouvait": "puisse", "pouvaient": "puissent",
    "va": "aille", "vont": "aillent", "fait": "fasse", "font": "fassent", "fera": "fasse", "feront": "fassent",
}  # fmt: skip
_INDICATIVE_OF = {
    "soit": "est", "soient": "sont", "ait": "a", "aient": "ont", "fût": "fut", "eût": "eut",
    "fussent": "furent", "eussent": "eurent",
}  # fmt: skip


@detector("GRA030")
def after_that(context: SentenceContext) -> Iterator[Hit]:
    """Yields the subjunctive after *après que*, whose fact is accomplished."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 3):
        if words[at].norm != "après" or words[at + 1].norm not in _QUE:
            continue
        place = clause_verb(lexicon, words, at + 2)
        if place is None or not moods(lexicon, words[place].norm) <= {"S", "T"}:
            continue
        form = _INDICATIVE_OF.get(words[place].norm) or _present(lexicon, words[place].norm)
        yield hit("GRA030", context, words[place], words[place], [form])


def _present(lexicon: Lexicon, form: str) -> str | None:
    """The present indicative of a subjunctive, where the forms begin alike (*prenne*, *prend*)."""
    for reading in lexicon.readings(form):
        if reading.pos != "v":
            continue
        for code in codes("v", reading.morph):
            if code[0] != "S":
                continue
            for other, morph in lexicon.same_lemma(reading.lemma, "v"):
                if "P" + code[1:] in codes("v", morph):
                    return other
    return None


@detector("GRA031")
def needs_subjunctive(context: SentenceContext) -> Iterator[Hit]:
    """Yields the indicative after conjunctions that take the subjunctive."""
    lexicon, words = context.lexicon, context.words
    for at in range(1, len(words) - 2):
        if words[at].norm not in _QUE:
            continue
        row = next((each for each in _SUBJUNCTIVE if _ends_with(context, at, each)), None)
        if row is None:
            continue
        first = at - len(row)
        before = words[first - 1].norm if first else ","
        if row == ("bien",) and before not in (",", ";", "et", "mais", "(", "-", "–", ":"):
            continue  # "il sait bien que", "c'est bien que"
        place = clause_verb(lexicon, words, at + 1)
        if place is None:
            continue
        found = moods(lexicon, words[place].norm)
        if found & {"S", "T"} or words[place].norm in ("plus", "une") or words[place - 1].norm == "fois":
            continue
        yield hit("GRA031", context, words[place], words[place], [_SUBJUNCTIVE_OF.get(words[place].norm)])


def _ends_with(context: SentenceContext, at: int, row: tuple[str, ...]) -> bool:
    return at >= len(row) and tuple(token.norm for token in context.words[at - len(row) : at]) == row


@detector("GRA032")
def conditional_after_if(context: SentenceContext) -> Iterator[Hit]:
    """Yields the conditional after a *si* of condition."""
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 3):
        token = words[at]
        if token.norm not in ("si", "s'") or (token.norm == "s'" and words[at + 1].norm not in ("il", "ils")):
            continue
        before = words[at - 1].norm if at else ""
        if at and before not in ("comme", "seulement"):
            continue
        place = clause_verb(lexicon, words, at + 1)
        if place is None or moods(lexicon, words[place].norm) != {"C"}:
            continue
        # "Si la mesure devrait plaire, elle coûte cher" sets two facts side by side: that is right.
        after = words[place + 1].norm if place + 1 < len(words) else ""
        if lemmas(lexicon, words[place].norm, "v") & {"devoir", "pouvoir"} or after in ("dû", "pu"):
            continue
        form = _imperfect(lexicon, words[place].norm)
        yield hit("GRA032", context, words[place], words[place], [form])


def _imperfect(lexicon: Lexicon, form: str) -> str | None:
    table = {"serait": "était", "seraient": "étaient", "aurait": "avait", "auraient": "avaient"}
    if form in table:
        return table[form]
    for ending, other in (("eraient", "aient"), ("erait", "ait")):
        if form.endswith(ending) and moods(lexicon, form[: -len(ending)] + other) == {"I"}:
            return form[: -len(ending)] + other
    return None


#: "il est possible que", "c'est dommage que": judgements whose clause is in the subjunctive.
_JUDGED = word_list(
    "possible impossible dommage normal nécessaire important essentiel rare étonnant regrettable souhaitable préférable "
    "inacceptable étrange surprenant indispensable crucial urgent honteux scandaleux inadmissible anormal"
)
#: Verbs of will and feeling.
_WILLED = frozenset(
    {"vouloir", "souhaiter", "exiger", "craindre", "regretter", "falloir", "redouter", "préférer"}
)


@detector("GRA033")
def after_judgement(context: SentenceContext) -> Iterator[Hit]:
    """Yields the indicative after *il est possible que*, *vouloir que*, *il faut que*."""
    lexicon, words = context.lexicon, context.words
    for at in range(2, len(words) - 2):
        if words[at].norm not in _QUE:
            continue
        before = words[at - 1].norm
        judged = before in _JUDGED and words[at - 2].norm in _ETRE
        willed = bool(lemmas(lexicon, before, "v") & _WILLED) and kinds(lexicon, before) <= {"fin", "inf"}
        if not judged and (not willed or words[at - 2].norm in ("l'", "le", "la", "les")):
            continue
        if any(
            token.norm in ("ce", "plus", "moins", "aussi", "ne", "n'") for token in words[max(0, at - 4) : at]
        ):
            continue  # "ce qu'il faut, que", "il ne veut que"
        place = clause_verb(lexicon, words, at + 1)
        if place is None:
            continue
        found = moods(lexicon, words[place].norm)
        if found & {"S", "T"} or not found or words[place].norm == "plus":
            continue
        yield hit("GRA033", context, words[place], words[place], [_SUBJUNCTIVE_OF.get(words[place].norm)])
