"""GRA023: a woman's title that turns masculine further on (*la juge Shira Cohen ... le juge a dit*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from mtaudit.detector.checks.grammar.clauses import moods
from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.people import person_at, titles
from mtaudit.detector.checks.grammar.readings import word_list
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.tokens import QUOTE, WORD, tokenise

_CLITICS = word_list("ne n' se s' le la l' les lui leur y en")


@lru_cache(maxsize=4)
def women_with_titles(text: str) -> Mapping[str, str]:
    """Masculine title -> the one woman of the text who bears it; titles that men bear too are left out."""
    women: dict[str, set[str]] = {}
    others: set[str] = set()
    feminine = {form: title for title, form in titles().items()}
    for line in text.splitlines():
        words = [token for token in tokenise(line) if token.kind != QUOTE]
        for at, token in enumerate(words[:-1]):
            title = token.norm if token.norm in titles() else feminine.get(token.norm)
            if title is None:
                continue
            person = person_at(words, at + 1)
            determiner = words[at - 1].norm if at else ""
            if person is not None and person.gender == "f" and person.full:
                women.setdefault(title, set()).add(words[person.end - 1].text)
            elif (words[at + 1].capitalised and words[at + 1].kind == WORD) or determiner in (
                "les",
                "des",
                "deux",
                "trois",
                "plusieurs",
                "autre",
            ):
                others.add(title)
    return {
        title: next(iter(names)) for title, names in women.items() if len(names) == 1 and title not in others
    }


@detector("GRA023")
def title_consistency(context: SentenceContext) -> Iterator[Hit]:
    """Yields *le* before a title whose only bearer in the text is a woman, where it is the subject."""
    text = context.document.plain if context.document is not None else context.sentence.text
    bearers = women_with_titles(text)
    if not bearers:
        return
    lexicon, words = context.lexicon, context.words
    for at in range(len(words) - 2):
        title = words[at + 1]
        if words[at].norm != "le" or title.norm not in bearers or title.capitalised:
            continue
        verb = at + 2
        while verb < len(words) and words[verb].norm in _CLITICS:
            verb += 1
        if verb >= len(words) or not moods(lexicon, words[verb].norm):
            continue
        yield hit(
            "GRA023",
            context,
            words[at],
            title,
            [f"la {titles()[title.norm]}"],
            detail=bearers[title.norm],
        )
