"""SEN1901: a pronoun for the name that opens the English sentence (*Il maintient*, for "Israel maintains")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import kinds, lemmas, word_list
from mtaudit.detector.checks.source.english import english_words, source
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

#: A name of one to three words before its verb, at the beginning.
_NAMED = re.compile(
    r"\W*(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?: (?:also|then|now|still|later|already|recently))? "
    r"(?:is|was|has|had|will|would|said|says|can|could|does|did|may|must|[a-z]{2,}ed|[a-z]{3,}es|went|took|got|made"
    r"|gave|came|won|lost|held|told|left|met|began|became|thinks|knows|wants|plans|claims|believes)\b"
)
_NO_NAMES = word_list(
    "The A An This That These Those He She It They We You I There In On At For But And If When As While What Who How "
    "His Her Their Its Our My Your All Some Many Most No One Both Each Every After Before Since With By From To Of Not "
    "Also Here Now Then So Yet Still Nobody Everybody Everyone Nothing Everything Something Someone Two Three Four "
    "Five Ten Money Mention People Another Other Others Several Few Such Only Even Just More Less"
)
_PRONOUNS = word_list(
    "he she it they him them there one we who this that these those nobody someone which let i you so"
)
_SUBJECTS = word_list("il elle ils elles")
_CLITICS = word_list("ne n' se s' le la l' les lui leur y en nous vous")
#: Verbs of an *il* that stands for nobody.
_IMPERSONAL = frozenset(
    {
        "falloir",
        "agir",
        "exister",
        "rester",
        "sembler",
        "convenir",
        "suffire",
        "arriver",
        "manquer",
        "paraître",
    }
)


@detector("SEN1901")
def pronoun_for_name(context: SentenceContext) -> Iterator[Hit]:
    """Yields the pronoun that opens the French where the English opens with a name and has no pronoun."""
    english = source(context)
    named = _NAMED.match(english) if english else None
    if named is None or named["name"].split()[0] in _NO_NAMES or english_words(english) & _PRONOUNS:
        return
    words, lexicon = context.words, context.lexicon
    if len(words) < 3 or words[0].norm not in _SUBJECTS:
        return
    last = named["name"].split()[-1]
    if any(token.text.startswith(last[:4]) for token in words):
        return  # the name stands further on
    verb = 1
    while verb < len(words) and words[verb].norm in _CLITICS:
        verb += 1
    if verb >= len(words) or "fin" not in kinds(lexicon, words[verb].norm):
        return
    said = [token.norm for token in words[1 : verb + 5]]
    if words[0].norm == "il" and (
        "y" in said[:verb]
        or (lemmas(lexicon, words[verb].norm, "v") & _IMPERSONAL)
        or ("en" in said[:verb] and "même" in said)
        or (lemmas(lexicon, words[verb].norm, "v") & {"être", "faire"})
        or "été" in said
    ):
        return
    yield hit(
        "SEN1901", context, words[0], words[0], hint=f"name who it is: {named['name']}", detail=named["name"]
    )
