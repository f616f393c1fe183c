"""GRA005: *lequel* and its kin with no noun to the left that they could stand for.

*au cours desquels* needs a masculine plural before it: where the sentence has none, and no two
things joined by *et* or a comma, the pronoun is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import (
    ALL,
    DETERMINERS,
    NONE,
    PLURAL,
    Cells,
    adjective_cells,
    kinds,
    noun_cells,
    word_list,
)
from mtaudit.detector.checks.grammar.subjects import VERBS_OF_STATE
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.patterns.classes import PREPOSITIONS, is_name
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, WORD, Token

_RELATIVES: dict[str, Cells] = {
    form: frozenset({cell})
    for cell, forms in {
        "ms": "lequel auquel duquel",
        "fs": "laquelle",
        "mp": "lesquels auxquels desquels",
        "fp": "lesquelles auxquelles desquelles",
    }.items()
    for form in forms.split()
}
_BY_CELL = {
    "": {"ms": "lequel", "fs": "laquelle", "mp": "lesquels", "fp": "lesquelles"},
    "à": {"ms": "auquel", "fs": "à laquelle", "mp": "auxquels", "fp": "auxquelles"},
    "de": {"ms": "duquel", "fs": "de laquelle", "mp": "desquels", "fp": "desquelles"},
}
_PRONOUNS: dict[str, Cells] = {
    "celui": frozenset({"ms"}),
    "celle": frozenset({"fs"}),
    "ceux": frozenset({"mp"}),
    "celles": frozenset({"fp"}),
    "certains": frozenset({"mp"}),
    "certaines": frozenset({"fp"}),
    "plusieurs": PLURAL,
    "beaucoup": PLURAL,
    "eux": frozenset({"mp"}),
    "elles": frozenset({"fp"}),
    "ils": frozenset({"mp"}),
    "tous": frozenset({"mp"}),
    "toutes": frozenset({"fp"}),
    "les": PLURAL,
    "deux": PLURAL,
    "trois": PLURAL,
    "nous": PLURAL,
    "vous": PLURAL,
}
_PHRASE = word_list("cours sein issue terme cas base milieu cause fin long moyen nom côté centre pied tête")
_INSIDE_PHRASE = word_list("au à l' le la sur en")

#: Phrases of time: what they stand for is an event, never a person or a place that is named.
_TIME = word_list("cours lors issue terme fin pendant durant milieu")
#: Everyday words that are nouns on paper only ("l'est", "un a").
_NO_NOUN = word_list(
    "a à est as y on or si son ton été ai une un la le en car pas plus point sur entre avant"
)


def cells_of(lexicon: Lexicon, words: Sequence[Token], place: int, event: bool) -> Cells:
    """Everything a word to the left could lend a relative; a determiner narrows a noun."""
    token = words[place]
    if token.norm in _PRONOUNS:
        following = words[place + 1]
        return NONE if token.norm == "les" and noun_cells(lexicon, following.norm) else _PRONOUNS[token.norm]
    if token.kind == NUMBER:
        return PLURAL
    if token.kind != WORD or token.norm in _NO_NOUN or token.norm in DETERMINERS:
        return NONE
    if is_name(token, place, lexicon):
        # A person, a place, a team: singular of either gender, plural too where it looks so.
        plural = PLURAL if token.norm.endswith(("s", "x")) else NONE
        return NONE if event and not noun_cells(lexicon, token.norm) else ALL - PLURAL | plural
    classes = kinds(lexicon, token.norm)
    cells = noun_cells(lexicon, token.norm)
    before = words[place - 1].norm if place else ""
    if "pp" in classes and before in VERBS_OF_STATE | {"été"}:
        return NONE  # "ils se sont rencontrés"
    if not cells and before in DETERMINERS:
        cells = adjective_cells(lexicon, token.norm)
    if before in DETERMINERS:
        return cells & DETERMINERS[before] or cells
    return cells


def _joined(lexicon: Lexicon, words: Sequence[Token], end: int, event: bool) -> bool:
    """Whether two singulars may make a plural antecedent."""
    for place in range(max(1, end - 20), end):
        if words[place].norm in ("et", "ou", "&", "ni", "/") or (words[place].norm == "," and not event):
            before = words[place - 1]
            if not event or not is_name(before, place - 1, lexicon):
                return True
    return False


def _phrase_start(words: Sequence[Token], at: int) -> int:
    """Where the prepositional phrase around the relative begins (*au cours desquels*)."""
    start = at
    while start > 0 and (
        words[start - 1].norm in PREPOSITIONS
        or words[start - 1].norm in _INSIDE_PHRASE
        or words[start - 1].norm in _PHRASE
    ):
        start -= 1
    return start


@detector("GRA005")
def relative(context: SentenceContext) -> Iterator[Hit]:
    """Yields relatives that agree with nothing before them."""
    lexicon, words = context.lexicon, context.words
    for at, token in enumerate(words):
        wanted = _RELATIVES.get(token.norm)
        if wanted is None or at < 2:
            continue
        start = _phrase_start(words, at)
        if start < 2:
            continue  # a question: "Lequel des deux"
        after = words[at + 1].norm if at + 1 < len(words) else ""
        if after in ("de", "d'", "des", "du", ".", "?", "!", ",", ""):
            continue  # an interrogative: "savoir lequel des candidats"
        before = words[start - 1]
        # A relative follows its noun; an indirect question follows a verb ("savoir auquel ...").
        if before.norm != "," and not (
            noun_cells(lexicon, before.norm) or adjective_cells(lexicon, before.norm)
        ):
            continue
        event = any(each.norm in _TIME for each in words[start:at])
        available = set().union(*(cells_of(lexicon, words, place, event) for place in range(start)))
        if available & wanted or not available:
            continue
        if wanted <= PLURAL and _joined(lexicon, words, start, event):
            continue
        yield hit("GRA005", context, words[start], token, _suggestions(context, start, at))


def _suggestions(context: SentenceContext, start: int, at: int) -> Iterator[str]:
    """The form that agrees with the noun right before, where there is just one such noun."""
    lexicon, words = context.lexicon, context.words
    place = start - 1 if words[start - 1].norm != "," else start - 2
    cells = noun_cells(lexicon, words[place].norm)
    if words[place].capitalised or words[start - 1].norm == "," or len(cells) != 1:
        return
    norm = words[at].norm
    kind = "à" if norm.startswith("au") else "de" if norm.startswith("d") else ""
    form = _BY_CELL[kind][next(iter(cells))]
    text = context.span_text(words[start].start, words[at].start) + form
    for apart, together in (("de le", "du"), ("de les", "des"), ("à le", "au"), ("à les", "aux")):
        text = text.replace(f"{apart}quel", f"{together}quel")
    yield text
