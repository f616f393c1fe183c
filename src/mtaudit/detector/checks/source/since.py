"""GRA206: "has continued since" as an accomplished past (*s'est poursuivie depuis juin*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import word_list
from mtaudit.detector.checks.source.english import source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

_PERFECT = re.compile(r"\b(?:has|have|'s|'ve)\b(?: \w+){1,4},? (?:since|for)\b")
#: "has been working for": what is going on is in the present whatever the verb.
_PROGRESSIVE = re.compile(r"\b(?:has|have|'s|'ve) been (?!missing)\w+ing\b(?: \w+){0,4} (?:since|for)\b")
_AUXILIARIES = {"a": "avoir", "ont": "avoir", "ai": "avoir", "avons": "avoir", "est": "être", "sont": "être"}
#: Verbs of what lasts: what still is stands in the present after *depuis*.
_LASTING = frozenset(
    {
        "continuer", "poursuivre", "vivre", "habiter", "résider", "attendre", "détenir", "exister", "coexister",
        "occuper", "demeurer", "rester", "posséder", "régner", "siéger", "souffrir", "figurer", "appartenir",
        "enseigner", "éviter", "tenir", "diriger", "présider", "gouverner", "contrôler",
    }
)  # fmt: skip
_BETWEEN = word_list("donc toujours également aussi ainsi déjà ensuite pourtant cependant")
_NEGATION = word_list("ne n' pas plus jamais")


@detector("GRA206")
def since_past(context: SentenceContext) -> Iterator[Hit]:
    """Yields *a vécu ... depuis* where the English has *has lived ... since*."""
    english = source(context)
    if not english or _PERFECT.search(english) is None:
        return
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        if words[at].norm not in _AUXILIARIES:
            continue
        place = at + 1
        while place < len(words) and words[place].norm in _BETWEEN:
            place += 1
        if place + 1 >= len(words):
            return
        lemmas = {r.lemma for r in lexicon.readings(words[place].norm) if r.is_participle}
        if not lemmas or not (lemmas & _LASTING or _PROGRESSIVE.search(english)):
            continue
        following = [token.norm for token in words[place + 1 : place + 5]]
        if "depuis" not in following or "," in following[: following.index("depuis")]:
            continue
        if any(token.norm in _NEGATION for token in words[max(0, at - 2) : place]):
            continue
        yield hit("GRA206", context, words[at], words[place], hint="au présent: ce qui dure encore")
