"""Whose words they are: the speaker of a quotation in French held against the English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.exonyms import find_known
from mtaudit.scorer.name_forms import Token, given_names, tokens
from mtaudit.scorer.names import TITLES
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.number_words import Language
from mtaudit.scorer.people import Person, people_in
from mtaudit.scorer.places import check_at, found_in, span_of
from mtaudit.scorer.quotes import find_quotations
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import french as french_lexicon

#: How many words (title, article, *mardi*) may stand between a verb and the speaker behind it.
_MOST_BEHIND = 6
#: ... and between a speaker and the verb behind the name (*Dupont lui-même a déclaré*).
_MOST_BEFORE = 2
#: Characters between two names that may be one.
_BESIDE = 5
#: English words this common (Zipf scale) with a capital are pronouns and the like (*She*, *But*), not names.
_COMMON = 5.0
_HAVE = frozenset(("a", "avait", "ont", "avaient", "aurait"))
#: The end of a quotation, or of its part, right before a verb.
_CLOSED = re.compile(r"[»”\"']\s*[,;.]?\s*(?:[,–—-]\s*)?$|,\s*[»”\"]\s*$")
_BELONGING = frozenset(
    ("from", "of", "at", "with", "for", "in", "by", "to", "de", "d", "du", "chez", "avec", "par")
)
#: Kinds of listed names that can speak.
_PERSONAL = frozenset(("person", ""))
#: Right behind a verb these say that the next name is spoken to, or part of what is said.
_STOPS = frozenset(("à", "a", "au", "aux", "que", "qu", "to", "that", "it", "il", "elle"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name that a verb of speech, *selon* or *according to* makes the speaker's."""

    person: Person
    start: int
    end: int
    text: str


@cache
def _words(language: Language, key: str) -> frozenset[str]:
    return frozenset(load_table("facts/speech.toml")[language][key].split())


def find_speakers(text: str, language: Language) -> list[Speaker]:
    """Find who is named as the speaker of a quotation.

    Args:
        text: One sentence.
        language: Its language.

    Returns:
        Speakers in the order of the text, each once; none without a quotation.
    """
    quotations = find_quotations(text, single=language == "english")
    if not quotations:
        return []
    words = [
        token
        for token in tokens(text)
        if not any(quotation.start <= token.start < quotation.end for quotation in quotations)
    ]
    people = [
        person
        for person in map(_without_lead, people_in(text, language))
        if not any(quotation.start <= person.start < quotation.end for quotation in quotations)
        and _likely(text[person.start : person.end], person, language)
    ]
    found: dict[int, Person] = {}
    for place, token in enumerate(words):
        person = None
        if _leads(text, words, place, language):
            person = _behind(text, words, place, people)
        elif _speaks(words, place, language):
            first = place - 1 if language == "french" and words[place - 1].folded in _HAVE else place
            person = _before(text, words, first, people)
            if person is None and _CLOSED.search(text[: words[first].start]):
                telling = language == "english" and lower(token.text) in _words("english", "telling")
                person = None if telling else _behind(text, words, place, people)
        if person is not None:
            found.setdefault(person.start, person)
    return [
        Speaker(person, person.start, person.end, text[person.start : person.end])
        for _, person in sorted(found.items())
    ]


def _leads(text: str, words: Sequence[Token], place: int, language: Language) -> bool:
    low = lower(normalise(text))
    end = words[place].end
    return any(
        low[:end].endswith(lead) and not low[: end - len(lead)][-1:].isalpha()
        for lead in load_table("facts/speech.toml")[language]["leads"]
    )


def _speaks(words: Sequence[Token], place: int, language: Language) -> bool:
    word = lower(words[place].text)
    if language == "english":
        return word in _words("english", "verbs") | _words("english", "telling")
    readings = [reading for reading in french_lexicon().readings(word) if reading.pos == "v"]
    if not any(reading.lemma in _words("french", "lemmas") for reading in readings):
        return False
    if all(reading.is_participle for reading in readings):
        return place > 0 and words[place - 1].folded in _HAVE
    return any("3" in reading.morph for reading in readings)


def _before(text: str, words: Sequence[Token], place: int, people: Sequence[Person]) -> Person | None:
    """The name right before a verb, in the same clause."""
    start = words[place].start
    person = next((each for each in reversed(people) if each.end <= start), None)
    if person is None:
        return None
    # "Dupont from Acme Works said": the name before the verb is not who speaks.
    ahead = [token.folded for token in words if token.end <= person.start]
    if ahead[-1:] and ahead[-1] in _BELONGING:
        return None
    between = text[person.end : start]
    if any(not (char.isalnum() or char in " '’-") for char in between):
        return None
    return person if len(between.split()) <= _MOST_BEFORE else None


def _behind(text: str, words: Sequence[Token], place: int, people: Sequence[Person]) -> Person | None:
    """The speaker behind a verb or *selon*: the first full name, or a surname with little before it."""
    behind = [person for person in people if person.start >= words[place].end]
    full = [person for person in behind if _full(text[person.start : person.end])]
    for candidates, most in ((behind, 0), (full, _MOST_BEHIND), (behind, _MOST_BEFORE)):
        for person in candidates[:1]:
            if "(" in text[words[place].end : person.start]:
                break
            between = [token.folded for token in words[place + 1 :] if token.end <= person.start]
            if sum(word not in TITLES for word in between) <= most and not _STOPS & set(between[:1]):
                return person
    return None


def _full(name: str) -> bool:
    """A first name and more."""
    parts = tokens(name)
    return " " in name and parts[0].folded in given_names()


def _without_lead(person: Person) -> Person:
    """*Selon Anne Dupont* opens a sentence with a row of capitals; the name begins at the second."""
    if "selon" not in person.words or len(person.words) < 2:
        return person
    return replace(person, words=person.words - {"selon"}, start=person.start + len("selon "))


def _likely(name: str, person: Person, language: Language) -> bool:
    """Whether a name can be a person's: neither a listed place nor a word that opens a sentence."""
    listed = [known for known in find_known(name, language) if len(known.text) == len(name)]
    if listed:
        return not listed[0].adjective and listed[0].kinds <= _PERSONAL
    parts = tokens(name)
    if len(parts) > 1 or parts[0].folded in given_names():
        return True
    word = lower(name)
    if language == "french":
        return all(reading.pos == "np" for reading in french_lexicon().readings(word))
    return zipf(word, "en") < _COMMON


def check_speakers(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the named speaker of a quotation with the English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then another speaker is a mismatch where each side
            names one, and either the English one is nowhere in the French and the French one nowhere
            in the English, or both stand on both sides and have changed places; otherwise it is
            unclear.

    Returns:
        At most one check, of kind ``quote``; none where one side names no speaker, or several.
    """
    if not english:
        return []
    ours = find_speakers(french, "french")
    theirs = found_in(english, lambda text: find_speakers(text, "english"))
    if len(ours) != 1 or not theirs:
        return []
    (speaker,) = ours
    same = next((other for other in theirs if speaker.person.same(other.person)), None)
    if same is not None:
        return [_check("match", speaker, same, "the same speaker")]
    if len(theirs) != 1:
        return []
    other = theirs[0]
    known_here = any(person.same(other.person) for person in people_in(french, "french"))
    there = [person for person in found_in(english, _english_people) if speaker.person.same(person)]
    # "Rafik-ul Hassan" may be cut into two names at its small letters.
    beside = any(max(person.start - other.end, other.start - person.end) <= _BESIDE for person in there)
    sure = strict and len(english) == 1 and known_here == bool(there) and not beside
    return [_check("mismatch" if sure else "unclear", speaker, other, "the English names another speaker")]


def _english_people(text: str) -> list[Person]:
    return people_in(text, "english")


def _check(status: CheckStatus, french: Speaker, english: Speaker, note: str) -> Check:
    return check_at(
        "quote", status, french.text, english.text, note, ours=span_of(french), theirs=span_of(english)
    )
