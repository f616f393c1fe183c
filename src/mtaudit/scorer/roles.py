"""Who did what to whom, where two names and a verb between them say it plainly."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.number_words import Language
from mtaudit.scorer.people import Person, people_in
from mtaudit.scorer.places import check_at, found_in, span_of
from mtaudit.text.lexicon import french as french_lexicon

#: How many words may stand between two names for the verb between them to join them.
_MOST_BETWEEN = 9
#: How many words (article, title) may stand between a verb or *by* and the name it leads to.
_MOST_LEAD = 4
#: How many words of the subject may follow its name (*Dupont lui-même a été*).
_MOST_TAIL = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_NO_BREAK = frozenset("'-")


@dataclass(frozen=True, slots=True)
class Deed:
    """A stretch of text that says who does something to whom."""

    agent: Person
    patient: Person
    passive: bool
    start: int
    end: int
    text: str


@cache
def _words(language: Language, key: str) -> frozenset[str]:
    return frozenset(load_table("facts/roles.toml")[language].get(key, "").split())


def _between(text: str, first: Person, second: Person) -> list[str]:
    """The words and marks between two names, in lower case; apostrophes and hyphens left out."""
    stretch = lower(normalise(text[first.end : second.start]))
    return [found for found in _WORD.findall(stretch) if found not in _NO_BREAK]


def english_deeds(text: str) -> list[Deed]:
    """Find *X was beaten by Y* and *X beat Y* in an English sentence.

    Args:
        text: One sentence.

    Returns:
        Deeds in the order of the text.
    """
    return _deeds(text, "english", _english_voice)


def french_deeds(text: str) -> list[Deed]:
    """Find *X a été battu par Y*, *X, battu par Y* and *X a battu Y* in a French sentence.

    Args:
        text: One sentence.

    Returns:
        Deeds in the order of the text.
    """
    return _deeds(text, "french", _french_voice)


def _deeds(text: str, language: Language, voice: Callable[[list[str]], str]) -> list[Deed]:
    found = []
    for first, second in pairwise(people_in(text, language)):
        words = _between(text, first, second)
        if not 0 < len(words) <= _MOST_BETWEEN:
            continue
        said = voice(words)
        if said:
            agent, patient = (second, first) if said == "passive" else (first, second)
            start, end = first.start, second.end
            found.append(Deed(agent, patient, said == "passive", start, end, text[start:end]))
    return found


def _english_voice(words: list[str]) -> str:
    """``passive``, ``active``, or nothing where the words between two names tell neither."""
    if any(not word[0].isalpha() for word in words) or words[0] == "s":
        return ""
    if "by" in words:
        place = words.index("by")
        tail = next((at for at, word in enumerate(words) if word in _words("english", "be")), None)
        if tail is None or tail > _MOST_TAIL or not tail < place - 1 or len(words) - place - 1 > _MOST_LEAD:
            return ""
        inside = set(words[:place] + words[place + 1 :]) - _words("english", "be")
        stopped = inside & (_words("english", "stops") - _words("english", "auxiliaries"))
        return "passive" if not stopped and _english_participle(words[place - 1]) else ""
    core = _without_adverbs(words, "english")
    while core and core[0] in _words("english", "auxiliaries"):
        if core[0] in _words("english", "be") or core[0] in ("not", "to"):
            return ""
        core = core[1:]
    if not core or len(core) - 1 > _MOST_LEAD or set(core[1:]) & _words("english", "stops"):
        return ""
    verb = core[0]
    if verb in _words("english", "mutual") or verb in _words("english", "stops"):
        return ""
    return "active" if verb.endswith("ed") or verb in _words("english", "irregular") else ""


def _english_participle(word: str) -> bool:
    return word.endswith(("ed", "en", "wn", "un")) or word in _words("english", "irregular")


def _without_adverbs(words: Sequence[str], language: Language) -> list[str]:
    adverbs, ending = _words(language, "adverbs"), "ly" if language == "english" else "ment"
    return [word for word in words if word not in adverbs and not word.endswith(ending)]


def _french_voice(words: list[str]) -> str:
    """As :func:`_english_voice`."""
    core = _without_adverbs(words, "french")
    if core[:1] == [","]:
        core = core[1:]
        apposed = True
    else:
        apposed = False
    if any(not word[0].isalpha() for word in core):
        return ""
    have, be, stops = _words("french", "have"), _words("french", "be"), _words("french", "stops")
    if "par" in core:
        place, active = core.index("par"), be | _words("french", "active_participles")
        if len(core) - place - 1 > _MOST_LEAD:
            return ""
        participles = [at for at, word in enumerate(core[:place]) if _participle(word) and word not in active]
        if not participles or (set(core[participles[0] + 1 : place]) & {"qui", "que", "qu", "et"}):
            return ""
        before = core[: participles[0]]
        if any(word in be for word in before):
            tail = next(at for at, word in enumerate(before) if word in be | have)
            return "passive" if tail <= _MOST_TAIL and not set(before) & {"qui", "que", "qu"} else ""
        return "passive" if apposed and not before else ""
    if apposed or len(core) < 2 or core[0] not in have:
        return ""
    if core[1] in be or not _participle(core[1]) or core[1] in _words("french", "mutual"):
        return ""
    return "active" if len(core) - 2 <= _MOST_LEAD and not set(core[2:]) & stops else ""


def _participle(word: str) -> bool:
    return any(reading.is_participle for reading in french_lexicon().readings(word))


def check_roles(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare who does something to whom with the English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then the same two names the other way round are a
            mismatch; otherwise it is unclear.

    Returns:
        One check for each French deed between two names that the English has too, in one order or the
        other. None without English.
    """
    if not english:
        return []
    theirs = found_in(english, english_deeds)
    checks = []
    for deed in french_deeds(french):
        alike = [
            other
            for other in theirs
            if deed.agent.same(other.agent) and deed.patient.same(other.patient) and _apart(deed, other)
        ]
        turned = [
            other
            for other in theirs
            if deed.agent.same(other.patient) and deed.patient.same(other.agent) and _apart(deed, other)
        ]
        if alike:
            checks.append(_check("match", deed, alike[0]))
        elif turned:
            note = "the English has it the other way round"
            checks.append(_check("mismatch" if strict else "unclear", deed, turned[0], note))
    return checks


def _apart(french: Deed, english: Deed) -> bool:
    """Two names, not one said twice or two of one family."""
    return not (
        (french.agent.same(english.agent) and french.agent.same(english.patient))
        or (french.patient.same(english.agent) and french.patient.same(english.patient))
    )


def _check(status: CheckStatus, french: Deed, english: Deed, note: str = "") -> Check:
    return check_at(
        "role", status, french.text, english.text, note, ours=span_of(french), theirs=span_of(english)
    )
