"""Names of a French sentence held against the English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mtaudit.model import Check, CheckStatus
from mtaudit.scorer.date_facts import find_dates
from mtaudit.scorer.exonyms import KnownName, find_known
from mtaudit.scorer.name_forms import Token, given_names, similar, tokens
from mtaudit.scorer.normal import normalise
from mtaudit.scorer.places import Span, check_at, distinct, found_in, span_of
from mtaudit.text.lexicon import french as french_lexicon

_PARTICLES = frozenset(
    ["van", "von", "der", "den", "bin", "ben", "al", "el", "da", "di", "do", "dos", "del", "della", "ibn"]
)
_JOINS = frozenset((" ", "'", "-", ". "))
_ROMAN = re.compile(r"[XVI]+(?:e|ème|er)?")
_OPENERS = re.compile(r"(?:^|[.!?:;…«“\"(\[–—-])\s*$")
#: Words that carry a capital without being part of a name, folded, in either language.
TITLES = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "dr",
        "me",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "lord",
        "lady",
        "dame",
        "president",
        "presidente",
        "vice",
        "prime",
        "minister",
        "premier",
        "ministre",
        "ministere",
        "chancellor",
        "chancelier",
        "chanceliere",
        "senator",
        "senateur",
        "judge",
        "juge",
        "king",
        "queen",
        "roi",
        "reine",
        "prince",
        "princess",
        "princesse",
        "pope",
        "pape",
        "general",
        "colonel",
        "captain",
        "capitaine",
        "major",
        "lieutenant",
        "sergeant",
        "governor",
        "gouverneur",
        "mayor",
        "maire",
        "secretary",
        "secretaire",
        "professor",
        "professeur",
        "coach",
        "officer",
        "attorney",
        "representative",
        "congressman",
        "congresswoman",
        "chairman",
        "director",
        "directeur",
        "cardinal",
        "bishop",
        "archbishop",
        "saint",
        "st",
        "etat",
        "eglise",
        "parlement",
        "gouvernement",
        "constitution",
        "republique",
        "administration",
        "government",
        "monsieur",
        "madame",
        "mademoiselle",
    ]
)
#: From this likeness of letters on (``difflib`` ratio), two names may be one, spelt differently.
_SPELLING = 0.6
_PLACES = frozenset(("country", "city"))
#: Parts of an English name found further apart than this (in characters) are no one stretch.
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words in a row; ``parts`` leaves out titles, initials and particles."""

    parts: tuple[Token, ...]
    start: int
    end: int
    initial: bool


@dataclass(frozen=True, slots=True)
class _English:
    """What all the counterparts together offer; ``loose`` capitals stand in no listed name."""

    capitals: frozenset[str]
    loose: frozenset[str]
    words: frozenset[str]
    shown: dict[str, Token]
    runs: tuple[NameRun, ...]
    known: tuple[KnownName, ...]


def name_runs(text: str) -> list[NameRun]:
    """Rows of capitalised words, with the place where a sentence or quotation opens told apart."""
    plain = normalise(text)
    words = tokens(plain)
    result: list[NameRun] = []
    place = 0
    while place < len(words):
        if not words[place].capital:
            place += 1
            continue
        last = place
        while last + 1 < len(words) and plain[words[last].end : words[last + 1].start] in _JOINS:
            following = words[last + 1]
            if following.capital:
                last += 1
            elif (
                following.folded in _PARTICLES
                and last + 2 < len(words)
                and words[last + 2].capital
                and plain[following.end : words[last + 2].start] in _JOINS
            ):
                last += 2
            else:
                break
        inside = words[place : last + 1]
        initial = _OPENERS.search(plain[: inside[0].start]) is not None
        parts = tuple(
            token for token in inside if token.capital and len(token.text) > 1 and token.folded not in TITLES
        )
        if parts:
            # An elided article (L'Iran) is in the row but opens it only typographically.
            result.append(NameRun(parts, parts[0].start, parts[-1].end, initial and parts[0] is inside[0]))
        place = last + 1
    return result


def _read_english(english: Sequence[str]) -> _English:
    words = found_in(english, tokens)
    known = tuple(found_in(english, lambda text: find_known(text, "english")))
    capitals = frozenset(token.folded for token in words if token.capital and len(token.text) > 1)
    return _English(
        capitals,
        capitals - _listed(known),
        frozenset(token.folded for token in words),
        {token.folded: token for token in reversed(words)},
        tuple(found_in(english, name_runs)),
        known,
    )


def _listed(known: Sequence[KnownName]) -> frozenset[str]:
    """The words of listed names: the list, not their spelling, says what they mean (Niger, Nigeria)."""
    return frozenset(token.folded for name in known for token in tokens(name.text))


def _spelt(folded: str, english: _English, capitals: frozenset[str]) -> Token | None:
    """The English word that is this name, as written there."""
    if folded in english.words:
        return english.shown[folded]
    for other in sorted(capitals):
        if similar(folded, other):
            return english.shown[other]
    return None


def _known_match(name: KnownName, english: _English) -> KnownName | None:
    for other in english.known:
        if name.ids & other.ids:
            return other
    return None


def _person_rival(
    parts: tuple[Token, ...], unmatched: Token, english: _English, french_words: frozenset[str]
) -> NameRun | None:
    """Another person who shares one name with this one: *Bill Clinton* for *Hillary Clinton*.

    Both must be a first name and a surname, and the English must nowhere speak of the French one.
    """
    if len(parts) != 2:
        return None
    given = given_names()
    place = parts.index(unmatched)
    shared = parts[1 - place]
    for other in english.runs:
        if len(other.parts) != 2 or not similar(other.parts[1 - place].folded, shared.folded):
            continue
        rival = other.parts[place]
        first_names = {parts[0].folded, other.parts[0].folded}
        if not first_names <= given or len(unmatched.text) < 3 or len(rival.text) < 3:
            continue
        if any(similar(rival.folded, word) for word in french_words):
            continue
        # Alejandro and Alexander, Ershow and Ershov are more likely two spellings than two people.
        if SequenceMatcher(None, unmatched.folded, rival.folded).ratio() >= _SPELLING:
            continue
        return other
    return None


def _open_places(
    own: Sequence[KnownName], other: Sequence[KnownName], words: frozenset[str]
) -> list[KnownName]:
    """Countries and cities that the other side does not name in any form, one per entry."""
    left: dict[frozenset[int], KnownName] = {}
    for name in own:
        if not name.kinds <= _PLACES or any(name.ids & found.ids or name.kin & found.kin for found in other):
            continue
        if any(similar(token.folded, word) for token in tokens(name.text) for word in words):
            continue
        left.setdefault(name.ids, name)
    return list(left.values())


def _place_rival(
    name: KnownName, french: Sequence[KnownName], english: _English, french_words: frozenset[str]
) -> KnownName | None:
    """The one country (or city) that the English has and the French lacks, if this one is the reverse."""
    ours = [
        found for found in _open_places(french, english.known, english.loose) if found.kinds == name.kinds
    ]
    theirs = [
        found
        for found in _open_places(english.known, french, french_words - _listed(french))
        if found.kinds == name.kinds
    ]
    if len(ours) == 1 and len(theirs) == 1 and ours[0].ids == name.ids:
        return theirs[0]
    return None


def _conflict(strict: bool) -> CheckStatus:
    return "mismatch" if strict else "unclear"


def _common_word(folded_text: str) -> bool:
    """Whether a word is no name but a French word with a capital (*la Cour*, *la Terre*)."""
    if _ROMAN.fullmatch(folded_text):
        return True
    low = folded_text.lower()
    return any(reading.pos != "np" for reading in french_lexicon().readings(low))


def _check_known(
    name: KnownName,
    french: Sequence[KnownName],
    english: _English,
    french_words: frozenset[str],
    strict: bool,
) -> Check | None:
    same: KnownName | Token | None = _known_match(name, english)
    named = name.text[0].isupper()
    if same is None and named:
        parts = [token.folded for token in tokens(name.text) if len(token.text) > 2]
        found = [_spelt(part, english, english.loose) for part in parts]
        same = found[-1] if found and all(found) else None
    if same is not None:
        return _check("match", name.text, span_of(name), same.text, span_of(same)) if named else None
    rival = _place_rival(name, french, english, french_words)
    if rival is not None:
        note = "the English names another place"
        return _check(_conflict(strict), name.text, span_of(name), rival.text, span_of(rival), note)
    if not named:
        return None
    return _check("missing", name.text, span_of(name), "", None, "the English does not name it")


def _check(
    status: CheckStatus, written: str, ours: Span, shown: str, theirs: Span | None, note: str = ""
) -> Check:
    return check_at("name", status, written, shown, note, ours=ours, theirs=theirs)


def _stretch(found: Sequence[Token]) -> Span:
    """Where the parts of an English name stand: from first to last if in a row, else the last alone."""
    first, last = found[0], found[-1]
    if first.start <= last.start and last.end - first.start <= _LONGEST_NAME:
        return first.start, last.end
    return span_of(last)


def _check_run(
    run: NameRun, english: _English, french_words: frozenset[str], text: str, strict: bool
) -> Check | None:
    matched = {token: _spelt(token.folded, english, english.capitals) for token in run.parts}
    named = [place for place, token in enumerate(run.parts) if token.folded in given_names()]
    # A capital that opens a sentence, or that an institution takes (la Cour), makes no name.
    parts = tuple(
        token
        for place, token in enumerate(run.parts)
        if matched[token] is not None
        or any(first <= place for first in named)  # after a first name any word can be a surname
        or not ((run.initial and token is run.parts[0]) or _common_word(token.text))
    )
    found = [shown for token in parts if (shown := matched[token]) is not None]
    if not parts or (run.initial and len(parts) == 1 and not found):
        return None
    ours = (parts[0].start, parts[-1].end)
    written = text[slice(*ours)]
    lost = [token for token in parts if matched[token] is None]
    if len(lost) == 1 and found:
        rival = _person_rival(parts, lost[0], english, french_words)
        if rival is not None:
            named_so = " ".join(part.text for part in rival.parts)
            note = "the English names someone else"
            return _check(_conflict(strict), written, ours, named_so, span_of(rival), note)
    known_as = " ".join(token.text for token in found)
    if not lost or matched[parts[-1]] is not None:
        return _check("match", written, ours, known_as, _stretch(found))
    if found:
        note = "only part of the name is in the English"
        return _check("unclear", written, ours, known_as, _stretch(found), note)
    return _check("missing", written, ours, "", None, "the English does not name it")


def check_names(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the names of a French sentence with those of its English counterparts.

    Spelling may differ as it does between the languages (exonyms, transliteration, plural, inhabitants).
    A capital that only opens a sentence makes no name unless the English confirms it.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then a person who differs by one name, or a country or
            city that is alone without a partner on both sides, is a mismatch; otherwise it is only
            unclear.

    Returns:
        One check per name, in the order of the French; none without English.
    """
    if not english:
        return []
    plain = normalise(french)
    offer = _read_english(english)
    known = find_known(french, "french")
    french_words = frozenset(token.folded for token in tokens(french) if token.capital)
    placed: list[tuple[int, Check]] = []
    for name in known:
        check = _check_known(name, known, offer, french_words, strict)
        if check is not None:
            placed.append((name.start, check))
    covered = [(name.start, name.end) for name in known if name.text[0].isupper()]
    covered += [(fact.start, fact.end) for fact in find_dates(french, "french")]
    for run in name_runs(plain):
        if any(start < run.end and run.start < end for start, end in covered):
            continue
        result = _check_run(run, offer, french_words, french, strict)
        if result is not None:
            placed.append((run.start, result))
    placed.sort(key=lambda entry: entry[0])
    return distinct(check for _, check in placed)
