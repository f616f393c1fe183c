"""Ways to spoil a French sentence so that it no longer says what its English source says.

Each corruption takes a :class:`Pair` and a seeded random generator and gives the spoilt French, or
None where the sentence has nothing to spoil. Nothing here is taken from the data: words to put in
come from the sentence itself, from other lines handed in, or from the examples of the pack's rules.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mtaudit.detector.detect import rule_files
from mtaudit.detector.evidence import trigger
from mtaudit.detector.rules.source import read_rule_files
from mtaudit.text.inflection import Paradigms
from mtaudit.text.lexicon import french as french_lexicon

Corruption = Callable[["Pair", random.Random, "Stock"], str | None]


@dataclass(frozen=True)
class Pair:
    """A French line and its English source."""

    french: str
    english: str


@dataclass
class Stock:
    """What corruptions draw on: lines and names of other documents, and the pack's wrong words."""

    lines: Sequence[Pair]
    names: Sequence[str] = ()
    senses: dict[str, list[tuple[str, re.Pattern[str]]]] = field(default_factory=dict)


_FIGURE = re.compile(r"(?<![\w.,'’-])\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?(?![\w])")
_NUMBER_WORDS = (
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "dix",
    "douze",
    "vingt",
    "trente",
    "cent",
)
_NUMBER_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_NUMBER_WORDS)})(?![\w-])")
_SCALES = {"millions": "milliards", "milliards": "millions", "million": "milliard", "milliard": "million"}
_SCALE = re.compile(r"(?<=\d )(?:millions?|milliards?)\b")
_NAME = re.compile(r"(?<=[a-zà-ÿ,'’] |[dlDL]['’])[A-ZÉ][a-zà-ÿ]{3,}(?![\w'’-])")
_NEGATED = re.compile(r"\b(?:ne |n['’])((?:[\w'’-]+ ){1,2}?)(?:pas|jamais|plus)\b")
_VERB = re.compile(
    r"(?<!ne )(?<!n['’])(?<=[a-zà-ÿ] )(est|sont|était|étaient|ont|avait|avaient|sera|seront|serait|peut|peuvent"
    r"|doit|doivent|devrait|pourrait|veut|veulent|va|vont|fait|reste|devient|permet|semble|existe)(?= [a-zà-ÿ])(?! pas)"
)


def another_sentence(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """The French of another document's line, of about the same length."""
    size = len(pair.french)
    drawn = [rng.choice(stock.lines).french for _ in range(8)]
    return min(drawn, key=lambda text: abs(len(text) - size))


def number_changed(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """One digit, one number word or one scale (*millions*, *milliards*) is another."""
    text = pair.french
    spots = [(found, kind) for kind, pattern in (("figure", _FIGURE), ("word", _NUMBER_WORD), ("scale", _SCALE))
             for found in pattern.finditer(text)]  # fmt: skip
    if not spots:
        return None
    found, kind = rng.choice(spots)
    old = found.group()
    if kind == "word":
        new = rng.choice([word for word in _NUMBER_WORDS if word != old])
    elif kind == "scale":
        new = _SCALES[old]
    else:
        place = rng.choice([place for place, char in enumerate(old) if char.isdigit()])
        digit = rng.choice([digit for digit in "123456789" if digit != old[place]])
        new = old[:place] + digit + old[place + 1 :]
    return text[: found.start()] + new + text[found.end() :]


def names_in(pair: Pair) -> list[re.Match[str]]:
    """Names inside a French line that its English has too."""
    english = set(re.findall(r"[A-Z][a-z]{3,}", pair.english))
    return [found for found in _NAME.finditer(pair.french) if found.group() in english]


def name_swapped(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """A name is that of somebody or something else."""
    found = names_in(pair)
    others = [name for name in stock.names if name not in pair.english and name not in pair.french]
    if not found or not others:
        return None
    match = rng.choice(found)
    return pair.french[: match.start()] + rng.choice(others) + pair.french[match.end() :]


def negation_changed(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """*Ne ... pas* is taken out, or put around a verb of a sentence without it."""
    text = pair.french
    negated = _NEGATED.search(text)
    if negated is not None:
        return text[: negated.start()] + negated.group(1).rstrip() + text[negated.end() :]
    verbs = list(_VERB.finditer(text))
    if not verbs:
        return None
    verb = rng.choice(verbs)
    ne = "n'" if verb.group()[0] in "aeéo" else "ne "
    return f"{text[: verb.start()]}{ne}{verb.group()} pas{text[verb.end() :]}"


def half_cut(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """Only the first or the second half of the words is left."""
    words = pair.french.split()
    if len(words) < 8:
        return None
    middle = len(words) // 2
    if rng.random() < 0.5:
        return " ".join(words[:middle]).rstrip(" ,;:") + "."
    rest = " ".join(words[middle:])
    return rest[0].upper() + rest[1:]


def wrong_sense(pair: Pair, rng: random.Random, stock: Stock) -> str | None:
    """A right word gives way to the false friend or wrong sense that the pack knows for its English."""
    english = pair.english.lower().replace("’", "'")
    spots = []
    for found in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", pair.french):
        for wrong, evidence in stock.senses.get(found.group().lower(), ()):
            if evidence.search(english):
                spots.append((found, wrong))
    if not spots:
        return None
    found, wrong = rng.choice(spots)
    if found.group()[0].isupper():
        wrong = wrong[0].upper() + wrong[1:]
    return pair.french[: found.start()] + wrong + pair.french[found.end() :]


def known_senses() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """By right word: the wrong ones that false-friend and sense rules prove themselves with.

    A pair is taken from an example whose marked words and whose correction are one word each, of one
    part of speech, and is carried over to all forms of the two words (*atteint* and *achevé* give
    *atteindre* and *achever*), so that the swap makes a wrong word and not a broken sentence.
    """
    pairs = []
    for rule in read_rule_files(rule_files()):
        if rule.family not in ("FFR", "SEN") or not rule.evidence or rule.preview:
            continue
        for example in rule.bad:
            if example.want and example.spans:
                start, end = example.spans[0]
                wrong, right = example.text[start:end].lower(), example.want.lower()
                if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", wrong) and re.fullmatch(
                    r"[^\W\d_]+(?:-[^\W\d_]+)*", right
                ):
                    pairs.append((wrong, right, trigger(rule.evidence)))
    lexicon = french_lexicon()
    lemmas = {
        reading.lemma
        for wrong, right, _ in pairs
        for form in (wrong, right)
        for reading in lexicon.readings(form)
    }
    paradigms = Paradigms(lexicon, lemmas)
    senses: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for wrong, right, evidence in pairs:
        for other, good in _all_forms(wrong, right, paradigms):
            known = senses.setdefault(good, [])
            if other != good and all(other != each for each, _ in known):
                known.append((other, evidence))
    return senses


def _all_forms(wrong: str, right: str, paradigms: Paradigms) -> list[tuple[str, str]]:
    """The pair in every form that the two words have in common; nouns may differ in gender."""
    lexicon = french_lexicon()
    found: dict[tuple[str, str], None] = {}
    for first in lexicon.readings(wrong):
        for second in lexicon.readings(right):
            if first.pos != second.pos or first.lemma == second.lemma:
                continue
            if first.pos == "adv":
                found[wrong, right] = None
            bad, good = paradigms.forms(first.lemma, first.pos), paradigms.forms(second.lemma, first.pos)
            if bad is None or good is None or not _shared(bad[wrong], good[right], first.pos):
                continue
            for form, codes in good.items():
                other = next((each for each in bad if _shared(bad[each], codes, first.pos)), None)
                if other is not None and len(form) > 3:
                    found[other, form] = None
    return list(found)


def _shared(first: Sequence[str], second: Sequence[str], pos: str) -> bool:
    """Whether two forms have an inflection in common (of nouns: the number)."""
    strip = (lambda code: code[-1]) if pos == "n" else (lambda code: code)
    return bool({strip(code) for code in first} & {strip(code) for code in second})


CORRUPTIONS: dict[str, tuple[Corruption, float]] = {
    "another sentence": (another_sentence, 0.99),
    "number changed": (number_changed, 0.97),
    "name swapped": (name_swapped, 0.95),
    "negation changed": (negation_changed, 0.92),
    "half cut": (half_cut, 0.90),
    "wrong sense": (wrong_sense, 0.85),
}
