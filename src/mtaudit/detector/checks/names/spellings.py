"""Names left in their English form where French has its own: "Kursk", "Gaza Strip", "Democratic Party"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.detector.checks.garble.words import made_of_known
from mtaudit.detector.checks.untranslated.words import in_quotes
from mtaudit.detector.checks.view import is_name_like, split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import load_table
from mtaudit.text.frequency import zipf
from mtaudit.text.tokens import NUMBER, WORD, Token

_RULES = {"places": "NAM001", "people": "NAM002", "organisations": "NAM003", "abbreviations": "NAM004"}
_KINDS = {
    "country": "places",
    "city": "places",
    "region": "places",
    "person": "people",
    "organisation": "organisations",
}
_ENGLISH_SMALL = split_words(
    "of the and for in new old north south east west upper lower greater fort port saint st san lake"
)
_OPENERS = split_words(
    "à a de d' du en dans sur et ou mais pour par selon avec vers depuis pendant si le la les l' un une"
)


class Name(NamedTuple):
    """A name's English words, its French form, its table, and whether it needs the English."""

    english: str
    words: tuple[str, ...]
    french: str
    kind: str
    required: bool


@cache
def _names() -> dict[str, tuple[Name, ...]]:
    """Names by their first word in lower case, the longest first."""
    own = load_table("names/spellings.toml")
    keep, required = set(own["keep"]), set(own["with_english"])
    found: dict[str, Name] = {}
    for entry in load_table("names/exonyms.toml")["name"]:
        french = set(entry["fr"])
        for form in entry["en"]:
            kind = _KINDS[entry["kind"]]
            if kind == "people" and " " in form:
                # The family name alone is in the table too, and its French form replaces just that.
                continue
            if form[:1].isupper() and form not in french and form not in keep:
                if form.isupper() or "." in form:
                    kind = "abbreviations"
                found[form] = _name(form, entry["fr"][0], kind, required)
    for kind in _RULES:
        for form, french_form in own[kind].items():
            found[form] = _name(form, french_form, kind, required)
    table: dict[str, list[Name]] = {}
    for name in found.values():
        table.setdefault(name.words[0].lower(), []).append(name)
    return {first: tuple(sorted(names, key=lambda each: -len(each.words))) for first, names in table.items()}


def _name(form: str, french: str, kind: str, required: set[str]) -> Name:
    return Name(form, tuple(form.replace("'s", " 's").split()), french, kind, form in required)


@detector("NAM001", "NAM002", "NAM003", "NAM004")
def english_spellings(context: SentenceContext) -> Iterator[Hit]:
    """Finds names of ``spellings.toml`` and ``exonyms.toml`` in their English form."""
    tokens = context.tokens
    done = 0
    for place, token in enumerate(tokens):
        if place < done or token.kind != WORD or not (token.capitalised or token.text == "fMRI"):
            continue
        for name in _names().get(token.norm, ()):
            end = place + len(name.words)
            if not _same(tokens, place, name) or not _free(context, place, end, name):
                continue
            same = _in_english(name, context)
            if (name.required and not same) or _in_longer_place(tokens, place, name):
                continue
            done = end
            span_end = tokens[end - 1].end
            if name.english.endswith(".") and context.span_text(token.start, span_end + 1).endswith("."):
                span_end += 1
            start, fixed = _contracted(context, place, name)
            yield Hit(
                _RULES[name.kind],
                start,
                span_end,
                _both_genders(fixed),
                name.english,
                confidence=0.95 if same else None,
            )
            break


def _both_genders(fixed: str) -> tuple[str, ...]:
    """Initials do not say whether the person is a woman."""
    if fixed.startswith("Premier "):
        return (fixed, "Première " + fixed.removeprefix("Premier "))
    return (fixed,)


def _in_longer_place(tokens: tuple[Token, ...], place: int, name: Name) -> bool:
    """Whether a place is the last part of a foreign one, or a namesake: "Atizapán de Zaragoza"."""
    if name.english == "London" and any(token.norm == "ontario" for token in tokens):
        return True
    if name.kind != "places" or place < 2 or tokens[place - 1].text not in ("de", "del"):
        return False
    head = tokens[place - 2]
    return is_name_like(head) and bool(zipf(head.norm, "fr") < 3)


def _contracted(context: SentenceContext, place: int, name: Name) -> tuple[int, str]:
    """Where the finding starts and what replaces it: "à Cairo" becomes "au Caire"."""
    tokens = context.tokens
    before = tokens[place - 1] if place else None
    start = tokens[place].start
    article, _, rest = name.french.partition(" ")
    if before is not None and article in ("Le", "les") and before.norm in ("à", "de"):
        merged = {"Le": {"à": "au", "de": "du"}, "les": {"à": "aux", "de": "des"}}[article][before.norm]
        return before.start, f"{merged} {rest}"
    return start, name.french


def _same(tokens: tuple[Token, ...], place: int, name: Name) -> bool:
    row = tokens[place : place + len(name.words)]
    if len(row) < len(name.words):
        return False
    for at, (token, word) in enumerate(zip(row, name.words, strict=True)):
        if token.text.rstrip(".") != word.rstrip("."):
            return False
        if at and token.start - row[at - 1].end > 1:
            return False
    return True


def _free(context: SentenceContext, place: int, end: int, name: Name) -> bool:
    """Whether the name is no part of a longer English one: "London Bridge", "The Moscow Times"."""
    tokens = context.tokens
    before = tokens[place - 1] if place else None
    after = tokens[end] if end < len(tokens) else None
    if in_quotes(tokens, place):
        return False
    if after is not None:
        touching = after.start - tokens[end - 1].end
        if touching == 0 and (
            after.text in ("-", "/", "@", "&", "_", "–") or (after.text == "." and _goes_on(tokens, end))
        ):
            return False
        if after.text == "&" or (
            touching <= 1 and (is_name_like(after) or (after.kind == NUMBER and name.kind != "people"))
        ):
            return False
        if after.norm in ("of", "and", "for", "the", "in"):
            return False
    if before is None:
        return True
    if before.end == token_start(tokens, place) and before.text in ("-", "/", "@", "#", "&", "_", ".", "–"):
        return False
    if before.text == "&" or before.norm in ("of", "the", "and", "for", "from", "in", "by"):
        return False
    if name.kind == "people" or not is_name_like(before) or token_start(tokens, place) - before.end > 1:
        return True
    if before.norm in _ENGLISH_SMALL:
        return False
    # "Selon London": a sentence's first word has its capital anyway.
    return place == 1 and before.norm in _OPENERS


def token_start(tokens: tuple[Token, ...], place: int) -> int:
    """First offset of a token."""
    return tokens[place].start


def _goes_on(tokens: tuple[Token, ...], end: int) -> bool:
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    return following is not None and following.start == tokens[end].end


def _in_english(name: Name, context: SentenceContext) -> bool:
    pattern = rf"(?<!\w){re.escape(name.english)}(?!\w)"
    return any(re.search(pattern, text) for text in context.english.texts)


_BEFORE_NAMES = split_words(
    "de d' à par avec selon pour chez contre que qu' et ou président présidente ministre sénateur sénatrice préfet général "
    "juge m mme gouverneur maire chancelier chancelière pape colonel . dit déclaré"
)


def _before_name(token: Token) -> bool:
    return is_name_like(token) or token.norm in _BEFORE_NAMES


def _title_case(text: str) -> bool:
    initials: list[str] = [word[0] for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(letter.isupper() for letter in initials) * 10 > len(initials) * 7


#: The second word of a species, which takes no capital.
_LATIN = re.compile(r"(?:ae|ensis|icus|oides)\Z")


@detector("NAM020")
def lost_capitals(context: SentenceContext) -> Iterator[Hit]:
    """Finds "le gouvernement de zapatero": a name that the English writes with a capital, here without."""
    if not context.english.texts:
        return
    # In a title every word has a capital.
    english = "\n".join(text for text in context.english.texts if not _title_case(text))
    for place, token in enumerate(context.words):
        word = token.text
        if place and not _before_name(context.words[place - 1]):
            continue
        if token.kind != WORD or not word.isalpha() or not word.islower() or len(word) < 4:
            continue
        if context.lexicon.readings(token.norm) or zipf(token.norm, "fr") > 3.5:
            continue
        if made_of_known(token.norm, context.lexicon) or _LATIN.search(token.norm):
            # "la neurocognition", "le Tawa hallae": English headings and texts write them large.
            continue
        capital = word[:1].upper() + word[1:]
        if re.search(rf"(?<=[a-z,] ){capital}(?!\w)", english) and not re.search(
            rf"(?<!\w){word}(?!\w)", english
        ):
            yield Hit("NAM020", token.start, token.end, (capital,), capital)
