"""Finding offices and ranks in a sentence: which title, of what gender, held by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from mtaudit.packs.tables import load_table
from mtaudit.scorer.name_forms import Token, tokens
from mtaudit.scorer.names import NameRun, name_runs
from mtaudit.scorer.number_words import Language

Gender = Literal["m", "f"]
_KEY: dict[Language, str] = {"french": "fr", "english": "en"}
#: How many words may stand between a title and the name behind it (*le président du parti libéral, Jean*).
_BEFORE_NAME = 7
#: ... and between a name and the title behind it (*Jean, le nouveau président*).
_AFTER_NAME = 4
_ARTICLES: dict[str, Gender] = {
    "le": "m", "un": "m", "du": "m", "au": "m", "ancien": "m", "nouveau": "m", "ce": "m",
    "la": "f", "une": "f", "ancienne": "f", "nouvelle": "f", "cette": "f",
}  # fmt: skip
_ENGLISH_LEADS = frozenset(("of", "for", "in", "at", "to", "designate", "elect"))
_FRENCH_VERBS = frozenset(
    (
        "a",
        "ont",
        "est",
        "sont",
        "avait",
        "avaient",
        "etait",
        "etaient",
        "aura",
        "sera",
        "fut",
        "dit",
        "qui",
        "que",
        "qu",
        "et",
    )
)
_SEVERAL = frozenset(("les", "des", "ces", "aux", "ses", "leurs", "plusieurs", "deux", "trois", "quelques"))
#: Between a title and a name these say that the name is somebody else's.
_BREAKS = frozenset((".", ";", ":", "(", ")", "«", "»", "“", "”", '"'))


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sentence.

    Attributes:
        entries: The entries of the table that it may stand for.
        gender: Of the French form or its article, of an English form that only one of them bears.
        surname: The last name of its holder, folded; empty where nobody is named beside it.
        start: Where it begins.
        end: What follows it.
        text: As written.
    """

    entries: frozenset[int]
    gender: Gender | None
    surname: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    entry: int
    gender: Gender | None


@cache
def _forms(language: Language) -> dict[str, tuple[_Form, ...]]:
    """Every form by its first word, longest first."""
    table = load_table("facts/titles.toml")
    found: dict[str, list[_Form]] = {}
    for number, entry in enumerate(table["title"]):
        for written in entry[_KEY[language]]:
            forms = written.split("|")
            for place, form in enumerate(forms):
                words = tuple(token.folded for token in tokens(form))
                gender: Gender | None = ("m", "f")[place] if len(forms) > 1 else None
                if language == "english":
                    gender = _english_gender(form)
                found.setdefault(words[0], []).append(_Form(words, number, gender))
    return {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in found.items()}


@cache
def _english_gender(word: str) -> Gender | None:
    gender = load_table("facts/titles.toml")["gender"]
    return "f" if word in gender["feminine"] else "m" if word in gender["masculine"] else None


def find_titles(text: str, language: Language) -> list[Title]:
    """Find the titles of single persons in a sentence.

    Args:
        text: One sentence.
        language: Its language.

    Returns:
        Titles in order, without overlaps, the longest form at each place.
    """
    words = tokens(text)
    forms = _forms(language)
    people = name_runs(text)
    found: list[Title] = []
    place = 0
    while place < len(words):
        fitting = _fitting(forms.get(words[place].folded, ()), words, place)
        if not fitting:
            place += 1
            continue
        length = len(fitting[0].words)
        last = place + length - 1
        if not _plural(words, place, language):
            start, end = words[place].start, words[last].end
            found.append(
                Title(
                    _entries(fitting, forms),
                    _gender(fitting, words, place, language),
                    _holder(text, words, place, last, people, language),
                    start,
                    end,
                    text[start:end],
                )
            )
        place = last + 1
    return found


def _fitting(forms: Iterable[_Form], words: Sequence[Token], place: int) -> list[_Form]:
    """The longest forms that stand here."""
    found: list[_Form] = []
    for form in forms:
        length = len(form.words)
        if found and length < len(found[0].words):
            break
        if tuple(token.folded for token in words[place : place + length]) == form.words:
            found.append(form)
    return found


def _entries(fitting: Sequence[_Form], forms: Mapping[str, tuple[_Form, ...]]) -> frozenset[int]:
    """What a title may stand for; one of several words also for what its first word alone does.

    A *président du conseil* is a *président*; a *premier ministre* is a *premier*, not a *ministre*.
    """
    first = fitting[0].words[:1]
    return frozenset(
        form.entry for form in (*fitting, *(form for form in forms[first[0]] if form.words == first))
    )


def _plural(words: Sequence[Token], place: int, language: Language) -> bool:
    """*Les ministres X et Y*; forms in the table are singular, so only epicene articles tell."""
    return language == "french" and any(
        token.folded in _SEVERAL for token in words[max(0, place - 1) : place]
    )


def _gender(
    fitting: Sequence[_Form], words: Sequence[Token], place: int, language: Language
) -> Gender | None:
    genders = {form.gender for form in fitting}
    own = genders.pop() if len(genders) == 1 else None
    if language == "english":
        return own
    for token in reversed(words[max(0, place - 2) : place]):
        gender = _ARTICLES.get(token.folded)
        if gender is not None:
            return gender  # "la chef": the article decides where it is there
    return own


def _holder(
    text: str,
    words: Sequence[Token],
    place: int,
    last: int,
    people: Sequence[NameRun],
    language: Language,
) -> str:
    """The surname of who bears the title: the name after it, or before it behind a comma."""
    end, start = words[last].end, words[place].start
    after = [run for run in people if run.end > end and _reaches(text[end : max(run.start, end)], language)]
    # "Le ministre de l'Éducation nationale, Marie Dupont": the first full name rather than the first capital.
    named = next((run for run in after if len(run.parts) > 1), None) or next(iter(after), None)
    if named is not None:
        return named.parts[-1].folded
    before = next((run for run in reversed(people) if run.end <= start), None)
    if before is not None:
        between = text[before.end : start]
        if between.startswith(",") and len(between.split()) <= _AFTER_NAME and between.count(",") == 1:
            return before.parts[-1].folded
    return ""


def _reaches(between: str, language: Language) -> bool:
    """Whether a title and the name behind these words can belong together: no verb stands between."""
    if len(between.split()) > _BEFORE_NAME or _BREAKS & set(between) or between.count(",") > 1:
        return False
    found = [token.folded for token in tokens(between)]
    if language == "english":
        return not found or between.lstrip().startswith((",", "'", "’")) or found[0] in _ENGLISH_LEADS
    return not _FRENCH_VERBS & set(found)
