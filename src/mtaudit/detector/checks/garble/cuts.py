"""Sentences that break off, and sentences broken at the full stops of "U.S."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain, split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import PUNCT, QUOTE, WORD, fold

_HEADS = (
    r"Congrès|Chambre|Sénat|Cour|Département|Armée|Maison|Gouvernement|Ministère|Secrétaire|Agence|Administration|"
    r"Commission|Ambassade|Marine|Force|Troupes|Ambassadeur|Bureau|Banque|Garde|District|Attorney|Steel|Open|Navy|Army|"
    r"Senate|House|President|Président|Représentant|Sénateur|Juge|Trésor|Service|Forces|Corps"
)
_US = r"(?:États-Unis|Etats-Unis|U\.S|É\.-U)"
_REST = r"\b[^.;,«“\"]{0,40}?(?=$|[.,;:]| (?:a|ont|est|sont|et|en|pour|qui|que|dans|au|à|sur|avec)\b)"
_BROKEN = re.compile(
    # "des États-Unis. Congrès": a noun without article begins no sentence.
    rf"(?:(?:[lL]es|[dD]es|[aA]ux|[lL]'|[dD]') ?)?{_US}\. (?:{_HEADS}){_REST}"
    # "les États-Unis. La Chambre": no sentence ends on a subject; "aux États-Unis. La Chambre" may be two.
    rf"|(?:(?<=, )|(?<=selon )|(?<=que )|(?<=et )|(?<=sont ))[lL]es {_US}\. L(?:a |e |es |')(?:{_HEADS}){_REST}"
    rf"|U\.S\. L(?:a |e |es |')(?:{_HEADS}){_REST}"
)
_CUT_ENGLISH = re.compile(r"\b(?:as|of|the|a|an|with|for|to|in|on|at|and|or|by|from)\W*\Z", re.IGNORECASE)
#: Words after which a sentence cannot end.
_HANGING = split_words(
    "l' d' du de des à au aux dans par sous chez et qu' dont ce cet cette ces sa ses lorsqu' afin parce"
)
#: The same where not even a full stop follows.
_HANGING_OPEN = _HANGING | split_words(
    "avec pour sans vers contre entre sur que qui le la les un une son leur leurs ou mais en"
)


@detector("GAR007")
def broken_at_us(context: SentenceContext) -> Iterator[Hit]:
    """Finds "la Chambre des États-Unis. Congrès": the engine took the full stop of "U.S." for the sentence's."""
    text, at = plain(context), context.sentence.start
    size = len(text)
    if context.document is not None:
        # The segmenter splits where the engine did, so the institution may open the next sentence.
        text += fold(context.document.plain[context.sentence.end : context.sentence.end + 80].split("\n")[0])
    for match in _BROKEN.finditer(text):
        if match.start() < size:
            yield Hit("GAR007", at + match.start(), at + min(match.end(), size), english="U.S.")


@detector("GAR006")
def cut_off(context: SentenceContext) -> Iterator[Hit]:
    """Finds a sentence that ends on "de", "avec la", "et": the rest is lost."""
    tokens = context.tokens
    if len(tokens) < 5:
        return
    last = tokens[-1]
    stopped = last.kind == PUNCT and last.text == "."
    if stopped:
        last = tokens[-2]
    hanging = _HANGING if stopped else _HANGING_OPEN
    if last.kind != WORD or last.norm not in hanging or not last.text.islower():
        return
    if any(_CUT_ENGLISH.search(text) for text in context.english.texts):
        # The source breaks off there too: "(such as".
        return
    if any(token.kind == QUOTE for token in tokens[-4:]) or (stopped and tokens[-2].end != tokens[-1].start):
        return
    if not stopped and context.document is not None and _line_goes_on(context):
        return
    start = last.start
    yield Hit("GAR006", start, last.end)


def _line_goes_on(context: SentenceContext) -> bool:
    """Whether more text of the same paragraph follows, so that only the segmenter cut here."""
    assert context.document is not None
    end = context.sentence.end
    return any(
        each.start <= context.sentence.start < each.end and each.end > end + 1
        for each in context.document.blocks
    )
