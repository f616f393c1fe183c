"""Writing a suggestion: a rule's template filled with the words of the match, inflected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mtaudit.detector.patterns.classes import NUMBERS, PREPOSITIONS
from mtaudit.detector.patterns.matching import Match
from mtaudit.detector.rules.template import Template
from mtaudit.text.euphony import join
from mtaudit.text.inflection import CLOSED, codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import Token

#: lemma -> code -> form
Targets = Mapping[str, Mapping[str, str]]
#: The order in which an ambiguous form is read: third person before first, indicative before the rest.
_READING_ORDER = ("W", "G", "P3", "I3", "F3", "C3", "J3", "K", "P1", "P2", "S3", "T3")


def fill(
    template: Template,
    match: Match,
    tokens: Sequence[Token],
    text: str,
    offset: int,
    known_codes: Mapping[int, Sequence[str]],
    targets: Targets,
    lexicon: Lexicon,
) -> str | None:
    """Fills a template.

    Args:
        template: The parsed template.
        match: The match it belongs to.
        tokens: The tokens that were matched over.
        text: The sentence's text.
        offset: The place of its first character in the document.
        known_codes: For elements that are lemma sets, the codes of the form that matched.
        targets: Paradigms of the lemmas that templates inflect.
        lexicon: The French lexicon, for words that no rule names.

    Returns:
        The suggestion, elided and contracted; None where it cannot be inflected.
    """
    parts: list[str] = []
    for piece in template:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        number, lemma, features = piece
        number = number or _first_flagged(match)
        span = match.captures[number - 1] if 0 < number <= len(match.captures) else None
        if span is None or span[0] == span[1]:
            if lemma:
                return None
            # An optional element that matched nothing leaves nothing, not even its space.
            if parts and parts[-1].endswith(" "):
                parts[-1] = parts[-1][:-1]
            continue
        first, last = tokens[span[0]], tokens[span[1] - 1]
        raw = text[first.start - offset : last.end - offset]
        if not lemma and not features:
            parts.append(raw)
            continue
        if span[1] - span[0] != 1:
            return None
        if features.startswith("@"):
            noun = match.captures[int(features[1:]) - 1]
            features = _noun_features(tokens[noun[0]].norm, lexicon) if noun and noun[0] < noun[1] else ""
            if not features:
                return None
        read = known_codes.get(number - 1) or _codes_in_lexicon(first.norm, lexicon)
        form = inflect(first.norm, lemma, features, _in_place(read, tokens, span[0]), targets, lexicon)
        if form is None:
            return None
        parts.append(form)
    suggestion = join("".join(parts))
    begins = tokens[match.start].text
    if begins[:1].isupper() and suggestion[:1].islower():
        suggestion = suggestion[:1].upper() + suggestion[1:]
    return suggestion


_AUXILIARIES = frozenset(
    [
        "ai",
        "as",
        "a",
        "avons",
        "avez",
        "ont",
        "avais",
        "avait",
        "avions",
        "aviez",
        "avaient",
        "aurai",
        "auras",
        "aura",
        "aurons",
        "aurez",
        "auront",
        "aurais",
        "aurait",
        "auraient",
        "ait",
        "aient",
        "avoir",
        "ayant",
        "eu",
        "suis",
        "es",
        "est",
        "sommes",
        "êtes",
        "sont",
        "étais",
        "était",
        "étions",
        "étiez",
        "étaient",
        "serai",
        "sera",
        "serons",
        "serez",
        "seront",
        "serais",
        "serait",
        "seraient",
        "soit",
        "soient",
        "être",
        "étant",
        "été",
        "fut",
        "furent",
    ]
)
_BETWEEN = frozenset(
    ["pas", "plus", "jamais", "déjà", "aussi", "bien", "encore", "toujours", "également", "ainsi"]
)


def _in_place(read: Sequence[str], tokens: Sequence[Token], at: int) -> Sequence[str]:
    """What a form can be where it stands: after an auxiliary "conduit" is the participle."""
    before = at - 1
    while before >= 0 and (tokens[before].norm in _BETWEEN or tokens[before].norm.endswith("ment")):
        before -= 1
    if before >= 0 and tokens[before].norm in _AUXILIARIES:
        return [code for code in read if code.startswith("K")] or read
    return read


def _first_flagged(match: Match) -> int:
    """The number of the element that the flagged span begins with; 0 where none does."""
    for number, span in enumerate(match.captures, 1):
        if span is not None and span[0] == match.start and span[1] > span[0]:
            return number
    return 0


def _noun_features(form: str, lexicon: Lexicon) -> str:
    """Gender and number of a noun form ("fp"); empty where the form leaves one of them open."""
    found = {
        code
        for reading in lexicon.readings(form)
        if reading.pos == "n"
        for code in codes(reading.pos, reading.morph)
    }
    return found.pop() if len(found) == 1 else ""


def inflect(
    form: str,
    lemma: str,
    features: str,
    form_codes: Sequence[str] | None,
    targets: Targets,
    lexicon: Lexicon,
) -> str | None:
    """Puts ``lemma`` (or the form's own lemma) into the shape of ``form``, changed by ``features``."""
    if not lemma:
        return agree(form, features, lexicon)
    table = targets.get(lemma)
    if not table:
        return None
    read = list(form_codes or _codes_in_lexicon(form, lexicon))
    read.sort(key=_reading_rank)
    for code in read:
        wanted = _with(code, features)
        if wanted in table:
            return table[wanted]
        # A noun keeps its own gender: only the number is taken over.
        if len(wanted) == 2 and wanted[0] in "mf":
            for gender in ("m", "f"):
                if gender + wanted[1] in table and not features:
                    return table[gender + wanted[1]]
    return None


def agree(form: str, features: str, lexicon: Lexicon) -> str | None:
    """Puts a determiner, an adjective or a participle into a gender and number."""
    for lemma, forms in CLOSED.items():
        if forms.get(form):
            current = forms[form].split()[0]
            wanted = _with(current, features)
            for other, other_codes in forms.items():
                # Elided forms are left to euphony: it knows the word that follows.
                if wanted in other_codes.split() and not other.endswith("'") and other != "cet":
                    if lemma in ("mon", "ton", "son") and wanted == "fs":
                        return {"mon": "ma", "ton": "ta", "son": "sa"}[lemma]
                    return other
            if lemma in ("du", "au"):
                # No feminine of its own: "de la", "à la".
                return {"du": "de la", "au": "à la"}[lemma] if wanted == "fs" else None
    if form in PREPOSITIONS or form in NUMBERS or form == "plusieurs":
        return form  # has no gender to change: "de drogues" -> "de médicaments"
    for reading in lexicon.readings(form):
        if reading.pos not in ("a", "n", "v"):
            continue
        if reading.pos == "v" and not reading.is_participle:
            continue
        for code in codes(reading.pos, reading.morph):
            wanted = _with(code, features)
            for other, morph in lexicon.same_lemma(
                reading.lemma, "v" if reading.is_participle else reading.pos
            ):
                if wanted in codes("v" if reading.is_participle else reading.pos, morph):
                    return other
    return None


def _codes_in_lexicon(form: str, lexicon: Lexicon) -> list[str]:
    return [
        code
        for reading in lexicon.readings(form)
        if reading.pos in ("v", "n", "a")
        for code in codes(reading.pos, reading.morph)
    ]


def _reading_rank(code: str) -> int:
    for rank, prefix in enumerate(_READING_ORDER):
        if code.startswith(prefix):
            return rank
    return len(_READING_ORDER)


def _with(code: str, features: str) -> str:
    for feature in features:
        if feature in "mf":
            code = "".join(feature if letter in "mf" else letter for letter in code)
        else:
            code = "".join(feature if letter in "sp" else letter for letter in code)
    return code
