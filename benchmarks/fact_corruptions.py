"""Ways to spoil one fact of a French sentence: how sure it is, who does what to whom, who says it, who is what.

Each takes a sentence and a seeded random generator and gives the spoilt sentence, or None where it has
nothing to spoil. Nothing is taken from the data: what is put in comes from the sentence itself, from the
lexicon or from the tables of the pack.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from mtaudit.packs.tables import load_table
from mtaudit.scorer.people import people_in
from mtaudit.scorer.speakers import find_speakers
from mtaudit.scorer.titles import find_titles
from mtaudit.text.lexicon import french as french_lexicon

Corruption = Callable[[str, random.Random], str | None]

_MODAL = re.compile(
    r"\b(peut|peuvent|pourrait|pourraient|doit|doivent|devrait|devraient) ((?:se |s['’])?[a-zà-ÿ]+(?:er|ir|re|oir))\b"
)
_VERB = re.compile(r"(?<=[a-zà-ÿ»)] )([a-zà-ÿ]{2,})(?= [a-zà-ÿ])")
_RUMOUR = {"est": "serait", "sont": "seraient", "a": "aurait", "ont": "auraient", "était": "aurait été"}
_AUXILIARY = re.compile(
    r"(?<![’'])\b(est|sont|a|ont)(?= (?:été |déjà )?[a-zà-ÿ]+(?:é|ée|és|ées|i|it|u|us|ue)\b)"
)
_SWAP = {
    "peut": "doit",
    "peuvent": "doivent",
    "pourrait": "doit",
    "pourraient": "doivent",
    "doit": "peut",
    "doivent": "peuvent",
    "devrait": "peut",
    "devraient": "peuvent",
}


@cache
def _present() -> dict[tuple[str, str], str]:
    """Present forms by infinitive and number (``3s``, ``3p``)."""
    found: dict[tuple[str, str], str] = {}
    for form, pos, lemma, morph in french_lexicon().lines():
        if pos == "v" and morph.startswith("P") and not morph.startswith("PJ"):
            for number in ("s", "p"):
                if "3" in morph and morph.endswith(number):
                    found.setdefault((lemma, f"3{number}"), form)
    return found


def modal_dropped(text: str, rng: random.Random) -> str | None:
    """*Pourrait venir* becomes *vient*."""
    found = _MODAL.search(text)
    if found is None:
        return None
    verb = re.sub(r"^(se |s['’])", "", found.group(2))
    number = "3p" if found.group(1).endswith(("ent",)) else "3s"
    plain = _present().get((verb, number))
    if plain is None:
        return None
    before = "se " if verb != found.group(2) else ""
    return text[: found.start()] + before + plain + text[found.end() :]


def modal_added(text: str, rng: random.Random) -> str | None:
    """A verb in the present becomes *pourrait* with its infinitive."""
    spots = []
    for found in _VERB.finditer(text):
        readings = french_lexicon().readings(found.group(1))
        lemmas = {reading.lemma for reading in readings}
        if not readings or any(reading.pos != "v" for reading in readings) or len(lemmas) != 1:
            continue
        morphs = {reading.morph for reading in readings}
        if all(morph.startswith("P") and "3" in morph for morph in morphs) and lemmas.isdisjoint(
            ("pouvoir", "devoir", "falloir", "avoir", "être")
        ):
            spots.append((found, lemmas.pop(), any(morph.endswith("p") for morph in morphs)))
    if not spots:
        return None
    found, lemma, plural = rng.choice(spots)
    modal = "pourraient" if plural else "pourrait"
    return f"{text[: found.start()]}{modal} {lemma}{text[found.end() :]}"


def rumour_added(text: str, rng: random.Random) -> str | None:
    """*A signé* becomes *aurait signé*."""
    found = _AUXILIARY.search(text)
    if found is None:
        return None
    return text[: found.start()] + _RUMOUR[found.group(1)] + text[found.end() :]


def modal_swapped(text: str, rng: random.Random) -> str | None:
    """*Peut* becomes *doit*, and the other way round."""
    found = _MODAL.search(text)
    if found is None:
        return None
    return text[: found.start(1)] + _SWAP[found.group(1)] + text[found.end(1) :]


_TITLES = {
    "m": ("sénateur", "procureur", "colonel", "évêque", "gouverneur", "économiste", "maire", "entraîneur"),
    "f": ("sénatrice", "procureure", "colonelle", "gouverneure", "économiste", "maire"),
}
_TURNED = {"le": "la", "la": "le", "un": "une", "une": "un", "du": "de la", "au": "à la"}


def title_swapped(text: str, rng: random.Random) -> str | None:
    """The title beside a name is another one: *le ministre X*, *le maire X*."""
    found = [title for title in find_titles(text, "french") if title.surname]
    if not found:
        return None
    title = rng.choice(found)
    others = [word for word in _TITLES[title.gender or "m"] if word != title.text.lower()]
    return text[: title.start] + rng.choice(others) + text[title.end :]


def title_gender_turned(text: str, rng: random.Random) -> str | None:
    """*Le président* becomes *la présidente*, *la porte-parole* becomes *le porte-parole*."""
    for title in find_titles(text, "french"):
        before = re.search(r"\b(le|la|un|une|du|au) $", text[: title.start])
        if before is None or not text[title.start].islower():
            continue
        other = _other_gender().get(title.text, title.text)
        return text[: before.start(1)] + _TURNED[before.group(1)] + " " + other + text[title.end :]
    return None


@cache
def _other_gender() -> dict[str, str]:
    pairs = [
        form.split("|")
        for entry in load_table("facts/titles.toml")["title"]
        for form in entry["fr"]
        if "|" in form
    ]
    return {first: second for pair in pairs for first, second in (pair, pair[::-1])}


_NAME = r"(?:[A-ZÀ-Ý][\w-]+ )*[A-ZÀ-Ý][\w-]+"
_PASSIVE = re.compile(
    rf"({_NAME})( (?:a|ont|avait|avaient) )été (\w+) par ((?:le |la |les |l['’])?)({_NAME})"
)
_BY = re.compile(
    rf"({_NAME})((?:, | (?:est|était|sera|fut|a été|avait été) )\w+ par (?:le |la |les |l['’])?)({_NAME})"
)
_ACTIVE = re.compile(
    rf"({_NAME})( (?:a|ont|avait|avaient) \w+(?:é|i|u|is|it) (?:le |la |les |l['’])?)({_NAME})"
)


def passive_turned(text: str, rng: random.Random) -> str | None:
    """*X a été battu par Y* becomes *X a battu Y*."""
    changed = _PASSIVE.sub(r"\1\2\3 \4\5", text, count=1)
    return changed if changed != text else None


def names_swapped_at_par(text: str, rng: random.Random) -> str | None:
    """*X est suivi par Y* becomes *Y est suivi par X*."""
    changed = _BY.sub(r"\3\2\1", text, count=1)
    return changed if changed != text else None


def names_swapped_at_verb(text: str, rng: random.Random) -> str | None:
    """*X a battu Y* becomes *Y a battu X*."""
    changed = _ACTIVE.sub(r"\3\2\1", text, count=1)
    return changed if changed != text else None


_STRANGERS = ("Marchetti", "Delatour", "Verneuil", "Oberlander", "Szymanski")


def speaker_replaced(text: str, rng: random.Random) -> str | None:
    """Somebody who is nowhere in the sentence says the quotation."""
    found = find_speakers(text, "french")
    if not found:
        return None
    return text[: found[0].start] + rng.choice(_STRANGERS) + text[found[0].end :]


def speaker_exchanged(text: str, rng: random.Random) -> str | None:
    """Somebody else in the sentence says the quotation, and is spoken of by the speaker."""
    found = find_speakers(text, "french")
    others = [
        person
        for person in people_in(text, "french")
        if found and not person.ids and person.start != found[0].start
    ]
    if not others:
        return None
    first, second = sorted(((found[0].start, found[0].end), (others[-1].start, others[-1].end)))
    one, two = text[slice(*first)], text[slice(*second)]
    return text[: first[0]] + two + text[first[1] : second[0]] + one + text[second[1] :]
