"""How sure is it: *may*, *must*, *reportedly* held against *peut*, *doit* and the French conditional."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.name_forms import Token, tokens
from mtaudit.scorer.normal import lower, normalise
from mtaudit.scorer.places import check_at, found_in, span_of
from mtaudit.scorer.sureness import plain_pair, untranslated
from mtaudit.text.lexicon import french as french_lexicon

Sense = Literal["possible", "binding", "reported", "unreal"]
_SENSES: tuple[Sense, ...] = ("possible", "binding", "reported", "unreal")
_AUXILIARIES = frozenset(("may", "might", "must", "could"))
#: How many words before a modal its construction may open.
_CONSTRUED_REACH = 4
#: How the French conditional of the third person ends; the others belong to talk, not to news.
_CONDITIONAL = ("rait", "raient")
_NOTES: dict[Sense, str] = {
    "possible": "the English says only that it may be so",
    "binding": "the English says that it has to be so",
    "reported": "the English only reports it",
    "unreal": "the English says what would be",
}


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that makes a statement less, or other, than a plain fact.

    ``conditional`` marks a French verb in the conditional; ``sense`` is None where that alone makes
    the modal (*serait*). ``construed`` marks an English one that its construction asks for (*whatever
    it may be*), ``soft`` one that French often says in another way (*should*, *have to*, *would*):
    French may leave those out.
    """

    sense: Sense | None
    text: str
    start: int
    end: int
    conditional: bool = False
    construed: bool = False
    soft: bool = False


@cache
def _table() -> dict[str, Any]:
    return load_table("facts/modality.toml")


@cache
def _english_words() -> dict[str, tuple[Sense, bool]]:
    """Every English modal with its sense, and whether it is a soft one."""
    english = _table()["english"]
    return {
        word: (sense, bool(end))
        for sense in _SENSES
        for end in ("", "_soft")
        for word in english.get(f"{sense}{end}", "").split()
    }


@cache
def _nouns_before() -> frozenset[str]:
    return frozenset(_table()["english"]["noun_before"].split())


@cache
def _construing() -> frozenset[str]:
    return frozenset(_table()["english"]["construed_after"].split())


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(_table()["plain"]["words"].split())


@cache
def _reporting_words() -> frozenset[str]:
    return frozenset(_table()["plain"]["reporting_words"].split())


def english_modals(text: str) -> list[Modal]:
    """Find the words of an English sentence that keep it from being a plain fact.

    *Could not* is left out (*was unable to*), and so are *May* the month, *the might* and *a must*.

    Args:
        text: One sentence.

    Returns:
        Modals in the order of the text.
    """
    words = tokens(text)
    found = []
    for place, token in enumerate(words):
        before = words[place - 1].folded if place else ""
        after = words[place + 1].folded if place + 1 < len(words) else ""
        sense, soft = _english_words().get(token.text, (None, False))
        if after == "to" and token.text in _table()["english"]["binding_to"].split():
            sense, soft = "binding", True
        if sense is None or (
            token.text in _AUXILIARIES
            and (before in _nouns_before() or not after or after in ("not", "t") or after.endswith("ing"))
        ):
            continue
        near = {word.folded for word in words[max(0, place - _CONSTRUED_REACH) : place]}
        construed = bool(near & _construing())
        found.append(Modal(sense, token.text, token.start, token.end, construed=construed, soft=soft))
    return found


@cache
def _french_forms() -> dict[str, Sense]:
    french = _table()["french"]
    return {
        word: sense
        for sense in _SENSES
        if f"{sense}_forms" in french
        for word in french[f"{sense}_forms"].split()
    }


def _verb_modal(token: Token, following: str) -> Modal | None:
    """The modal that a French word is: *pouvoir*, *devoir*, *falloir*, or a verb in the conditional."""
    word = lower(token.text)
    sense = _french_forms().get(word)
    if sense is None and not word.endswith(_CONDITIONAL):
        return None
    readings = french_lexicon().readings(word)
    conditional = word.endswith(_CONDITIONAL) and all(each.morph.startswith("C") for each in readings)
    conditional = conditional and bool(readings)
    # "Ne serait-ce que" is a turn of phrase.
    if sense is None and (not conditional or following == "ce"):
        return None
    return Modal(sense, token.text, token.start, token.end, conditional)


def french_modals(text: str) -> list[Modal]:
    """Find *pouvoir*, *devoir*, *falloir*, *peut-être* and conditionals of other verbs in a French sentence.

    Args:
        text: One sentence.

    Returns:
        Modals in the order of the text.
    """
    words = tokens(text)
    found = []
    for place, token in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        if token.folded == "peut" and after is not None and after.folded == "etre":
            found.append(Modal("possible", text[token.start : after.end], token.start, after.end))
            continue
        modal = _verb_modal(token, after.folded if after else "")
        if modal is not None:
            found.append(modal)
    return found


def _sign(text: str, sense: Sense) -> Modal | None:
    """A word that is no modal verb but can keep the sense of an English modal."""
    starts = _signs(sense)
    for token in tokens(text):
        if lower(token.text).startswith(starts):
            return Modal(sense, token.text, token.start, token.end)
    low = f" {lower(normalise(text)).replace(chr(39), ' ')} "
    for phrase in _table()["french"]["any_signs"]:
        place = low.find(f" {phrase} ")
        if place >= 0:
            return Modal(sense, text[place : place + len(phrase)], place, place + len(phrase))
    return None


@cache
def _signs(sense: Sense) -> tuple[str, ...]:
    return tuple(_table()["french"][f"{sense}_signs"])


@cache
def _plain(key: str) -> tuple[str, ...]:
    return tuple(_table()["plain"][key])


def _may_be_unsure(english: str, modal: Modal) -> bool:
    """Whether anything in the English could stand behind a French conditional."""
    words, beginnings = _plain_words(), _plain("beginnings")
    if modal.sense == "binding":
        words = words | {"to"}  # "the ministry to close": English says so what is due
    if modal.sense is None:
        words, beginnings = words | _reporting_words(), beginnings + _plain("reporting_beginnings")
    found = [lower(token.text) for token in tokens(english)]
    if any(
        word in words or word.startswith(beginnings) or word.endswith(_plain("endings")) for word in found
    ):
        return True
    return "to be" in english or _asks(english)


def _wished_for(french: str, modal: Modal) -> bool:
    """*Il n'y a pas de route qui relierait ...*, *comme elle devrait*, *il aimerait*: none says that it is so."""
    if {each.lemma for each in french_lexicon().readings(lower(modal.text))} & set(_polite()):
        return True
    before = [token.folded for token in tokens(french) if token.end <= modal.start]
    if "comme" in before[-3:]:
        return True
    return before[-1:] == ["qui"] and bool({"ne", "n", "sans", "aucun", "aucune"} & set(before))


def _asks(english: str) -> bool:
    return english.rstrip(' "”').endswith("?")


def _opposed(ours: Sequence[Modal], theirs: Sequence[Modal], english: str) -> bool:
    """*Must* against *peut*, *may* against *doit*, and no other modal on either side.

    *Devrait* is left out: it may be what is likely.
    """
    senses = {modal.sense for modal in ours}, {modal.sense for modal in theirs}
    if senses not in (({"possible"}, {"binding"}), ({"binding"}, {"possible"})):
        return False
    if any(modal.conditional or lower(modal.text) in _nouns() for modal in ours):
        return False
    if any(modal.construed or modal.soft for modal in theirs):
        return False
    return not any(lower(token.text) in _others() for token in tokens(english))


@cache
def _others() -> frozenset[str]:
    return frozenset(_table()["english"]["others"].split())


@cache
def _polite() -> tuple[str, ...]:
    return tuple(_table()["french"]["polite"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_table()["french"]["nouns"].split())


def check_modality(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare how sure and how binding a French sentence is with its English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts.
        strict: The English is the true source. Then *may*, *could*, *must* or *reportedly* without
            any trace in the French is a mismatch, and so is *pourrait*, *devrait* or a conditional of
            rumour (*serait*) where the English has nothing but the plain fact; both only where the
            sentences are short and alike in length.

    Returns:
        One check per sense that the English has, then at most one for a French modal that nothing in
        the English explains. Comparable reporting gives only those that match: other reports are as
        sure as their sources. None without English.
    """
    if not english or any(untranslated(french, text) for text in english):
        return []
    ours, theirs = french_modals(french), found_in(english, english_modals)
    plain = strict and plain_pair(french, english)
    checks = []
    for sense in _SENSES:
        own = sorted((modal for modal in theirs if modal.sense == sense), key=lambda modal: modal.soft)
        if not own:
            continue
        wanted = own[0]
        kept = next((modal for modal in ours if modal.sense == sense), None) or _sign(french, sense)
        kept = kept or (next((modal for modal in ours if modal.conditional), None) if wanted.soft else None)
        other = next(iter(ours), None)
        if kept is None and other is not None and plain and _opposed(ours, theirs, english[0]):
            checks.append(_check("mismatch", other, wanted, _NOTES[sense]))
        elif kept is not None or (other is not None and not wanted.soft):
            checks.append(_check("match", kept or other, wanted))
        elif wanted.soft:
            if strict and sense == "binding":
                checks.append(_check("unclear", None, wanted, "no such modal in the French"))
        elif plain and not any(modal.construed for modal in theirs) and not _asks(english[0]):
            checks.append(_check("mismatch", None, wanted, _NOTES[sense]))
    if not theirs and plain:
        added = next((modal for modal in ours if modal.conditional), None)
        if added is not None and not _may_be_unsure(english[0], added) and not _wished_for(french, added):
            checks.append(_check("mismatch", added, None, "the English states it as a plain fact"))
    return checks


def _check(status: CheckStatus, french: Modal | None, english: Modal | None, note: str = "") -> Check:
    return check_at(
        "modality",
        status,
        french.text if french else "",
        english.text if english else "",
        note,
        ours=span_of(french) if french else None,
        theirs=span_of(english) if english else None,
    )
