"""Names of a sentence that can be told to be one across the languages: persons, places, institutions."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.scorer.exonyms import find_known
from mtaudit.scorer.name_forms import similar, tokens
from mtaudit.scorer.names import name_runs
from mtaudit.scorer.number_words import Language


@dataclass(frozen=True, slots=True)
class Person:
    """A name: the folded words of it, and the entries of the list it may stand for."""

    words: frozenset[str]
    ids: frozenset[int]
    start: int
    end: int

    def same(self, other: Person) -> bool:
        """Whether two names, one of each language, are one."""
        if self.ids & other.ids:
            return True
        return any(similar(one, two) for one in self.words for two in other.words)


def people_in(text: str, language: Language) -> list[Person]:
    """Find the names of a sentence: listed ones with what they stand for, and rows of capitals.

    Args:
        text: One sentence.
        language: Its language.

    Returns:
        Names in the order of the text, without overlaps.
    """
    known = [name for name in find_known(text, language) if not name.adjective and name.text[0].isupper()]
    found = [
        Person(
            frozenset(token.folded for token in tokens(name.text)) if language == "english" else frozenset(),
            name.ids,
            name.start,
            name.end,
        )
        for name in known
    ]
    for run in name_runs(text):
        if not any(name.start < run.end and run.start < name.end for name in known):
            words = frozenset(part.folded for part in run.parts if len(part.text) > 2)
            if words:
                found.append(Person(words, frozenset(), run.start, run.end))
    return sorted(found, key=lambda person: person.start)
