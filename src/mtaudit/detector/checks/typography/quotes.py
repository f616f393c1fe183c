"""Quotation marks: those that look the wrong way, do not pair, or lack their colon or comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.detector.checks.view import block, plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_OPENING, _CLOSING = "“«", "”»"
_MARK = re.compile(r"[“”«»]")

#: Verbs that bring in speech, as an engine writes them before a quotation.
_SAYING = (
    r"(?:dit|disait|déclaré|déclare|ajouté|ajoute|répondu|répond|demandé|demande|affirmé|affirme|expliqué|explique|écrit|"
    r"lancé|lance|tweeté|insisté|insiste|souligné|souligne|poursuivi|poursuit|conclu|conclut|noté|note|rappelé|"
    r"précisé|précise|crié|crie|murmuré|raconté|raconte|commenté|plaisanté|prévenu|averti|rétorqué|assuré|assure|"
    r"disant|ajoutant|déclarant|expliquant|demandant|écrivant|affirmant)"
)
_COMMA_BEFORE = re.compile(
    rf"\b(?P<verb>{_SAYING})(?P<rest>(?: (?!que\b|qu')[\w'-]+){{0,6}})(?P<comma> ?, ?)(?=[“«\"]\s?[A-ZÀ-Ý][\w'-]* [\w'])"
)
_INVERTED = (
    r"(?:explique|ajoute|affirme|indique|précise|souligne|déclare|estime|assure|raconte|note|poursuit|conclut|rappelle|"
    r"insiste|regrette|commente|confie|admet|reconnaît|avertit|prévient|lance|observe|résume|dit)"
)
# Six words or more inside: shorter ones are quoted words, and "explique" may be their verb.
_NO_COMMA = re.compile(
    rf"^[“«\"][^“”«»\"]{{30,}}[^\s,.?!…](?P<mark> ?[”»\"])(?P<gap> )(?=(?:{_INVERTED} (?:[A-Z]|l[ea']|un|M\.|Mme)|"
    r"a-t-(?:il|elle|on)\b|ont-ils\b|a (?:déclaré|dit|expliqué|ajouté|affirmé|indiqué|précisé|souligné) (?:[A-Z]|l[ea'])))"
)
_STOP_INSIDE = re.compile(
    r"(?<!\.)(?P<stop>\.)(?P<mark> ?[”»\"]) ?,? (?=(?:a-t-(?:il|elle|on)\b|ont-ils\b|a (?:déclaré|dit|expliqué|ajouté|affirmé|indiqué|précisé|souligné|écrit) [A-Z]))"
)


class _Mark(NamedTuple):
    at: int
    sign: str
    wrong: bool


def _marks(text: str) -> list[_Mark]:
    """The directional marks of a text, each with whether it looks the wrong way where it stands."""
    found = []
    for match in _MARK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if match.group() in _OPENING:
            # Nothing to quote follows: the end, a full stop, a comma.
            wrong = bool(re.match(r"\s*(?:$|[.,;)\]](?!\.))", after)) and bool(
                re.search(r"\w\s?$|[.!?…]\s?$", before)
            )
        else:
            wrong = (
                bool(re.search(r"(?:^|[\s('])$", before))
                and bool(re.match(r"\w", after))
                and match.group() == "”"
            )
            if match.group() == "»":
                wrong = (
                    bool(re.search(r"(?:^|\s)$", before))
                    and bool(re.match(r"\s?[a-zà-ÿ']", after))
                    and not _opened(before)
                )
        found.append(_Mark(match.start(), match.group(), wrong))
    return found


def _opened(before: str) -> bool:
    """Whether a guillemet stands open at the end of ``before``; a text that begins inside one counts as open."""
    return before.rfind("«") > before.rfind("»") or ("«" not in before and "»" not in before)


@detector("TYP020")
def wrong_way(context: SentenceContext) -> Iterator[Hit]:
    """Finds "“ne dit pas” non “.": an opening mark where a quotation ends, or the other way round."""
    text, at = plain(context), context.sentence.start
    marks = _marks(text)
    for place, mark in enumerate(marks):
        if not mark.wrong:
            continue
        start, end = mark.at, mark.at + 1
        swapped = {"“": "”", "”": "“", "«": "»", "»": "«"}[mark.sign]
        if (
            mark.sign in _OPENING
            and place >= 2
            and marks[place - 1].sign in _CLOSING
            and marks[place - 2].sign in _OPENING
        ):
            middle = text[marks[place - 1].at + 1 : mark.at]
            if len(middle.split()) <= 4:
                # The quotation was closed too early: what stands between belongs to it.
                start = marks[place - 2].at
                inside = text[start + 1 : marks[place - 1].at].strip() + " " + middle.strip()
                space = " " if mark.sign == "«" else ""
                yield Hit("TYP020", at + start, at + end, (f"{text[start]}{space}{inside}{space}{swapped}",))
                continue
        lead = len(text[:start]) - len(text[:start].rstrip()) if mark.sign == "“" else 0
        yield Hit("TYP020", at + start - lead, at + end, (swapped,))


@detector("TYP021")
def unpaired(context: SentenceContext) -> Iterator[Hit]:
    """Finds a quotation that is opened in a paragraph and opened again before it is closed, or never closed."""
    text, offset = block(context) or (plain(context), context.sentence.start)
    open_mark: _Mark | None = None
    marks = [mark for mark in _marks(text) if not mark.wrong]
    for mark in marks:
        if mark.sign in _OPENING:
            if open_mark is not None and open_mark.sign == mark.sign and not _restarts(text, mark.at):
                yield from _lone(context, open_mark, offset)
            open_mark = mark
        else:
            open_mark = None
    # A sentence without its document may be the first of a longer quotation.
    if open_mark is not None and context.document is not None and not _goes_on(context, offset + len(text)):
        yield from _never_closed(context, open_mark, offset)


def _lone(context: SentenceContext, mark: _Mark, offset: int) -> Iterator[Hit]:
    place = offset + mark.at
    if context.sentence.start <= place < context.sentence.end:
        yield Hit("TYP021", place, place + 1, hint="close the quotation, or take the mark out")


def _never_closed(context: SentenceContext, mark: _Mark, offset: int) -> Iterator[Hit]:
    """Points at the end of the sentence, where the closing mark is missing."""
    sentence = context.sentence
    if not sentence.start <= offset + mark.at < sentence.end:
        return
    last = re.search(r"[^\s“”«»]+\s*$", plain(context))
    if last is None or sentence.start + last.start() <= offset + mark.at:
        yield from _lone(context, mark, offset)
        return
    word = last.group().rstrip()
    closing = {"“": "”", "«": "\u00a0»"}[mark.sign]
    start = sentence.start + last.start()
    yield Hit("TYP021", start, start + len(word), (word + closing,))


def _restarts(text: str, place: int) -> bool:
    """Whether a mark only says again that a quotation goes on, at the head of a line."""
    return text[:place].rstrip(" ").endswith("\n")


def _goes_on(context: SentenceContext, end: int) -> bool:
    """Whether the text after a paragraph may go on with the quotation: it meets a closing mark first."""
    assert context.document is not None
    following = _MARK.search(context.document.plain, end)
    if following is None:
        return False
    # A quotation of several paragraphs opens each of them anew and is closed once.
    line = context.document.plain[end : following.start()]
    return following.group() in _CLOSING or line.strip() == ""


@detector("TYP022")
def comma_before_quotation(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Il a dit, « Nous partons »": French brings in speech with a colon."""
    text, at = plain(context), context.sentence.start
    for match in _COMMA_BEFORE.finditer(text):
        before = text[: match.start()]
        if re.search(r"[”»\"]\s?,?\s?$|[”»\"],? ?(?:a-t-\w+ |a |ont )?$", before):
            continue
        comma = match.start("comma")
        last = re.search(r"[\w'-]+$", text[:comma])
        start = last.start() if last else comma
        end = comma + len(match["comma"].rstrip())
        yield Hit("TYP022", at + start, at + end, (f"{text[start:comma]} :",))


@detector("TYP023")
def comma_after_quotation(context: SentenceContext) -> Iterator[Hit]:
    """Finds "« ... plus facilement » explique Jean": a comma parts the quotation from who says it."""
    text, at = plain(context), context.sentence.start
    match = _NO_COMMA.match(text)
    if match is not None:
        mark = match["mark"]
        yield Hit("TYP023", at + match.start("mark"), at + match.end("mark"), (f"{mark},",))
    for stop in _STOP_INSIDE.finditer(text):
        if re.search(r"\b(?:etc|[A-Z]|M|Inc|Jr|Corp|Co|\.)$", text[: stop.start()]):
            continue
        yield Hit("TYP023", at + stop.start(), at + stop.end("mark"), (f"{stop['mark']},",))
