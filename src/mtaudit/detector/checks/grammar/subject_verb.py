"""GRA004: a verb whose number is not that of the subject right before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.detector.checks.grammar.making import hit
from mtaudit.detector.checks.grammar.readings import DETERMINERS, kinds, lemmas
from mtaudit.detector.checks.grammar.subjects import VERBS_OF_STATE, Subject, number_of, subjects
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import QUOTE, Token

#: Singular and plural of verbs whose forms do not begin alike.
_PAIRS = {
    singular: plural
    for pair in (
        ("est", "sont"), ("était", "étaient"), ("sera", "seront"), ("serait", "seraient"), ("fut", "furent"),
        ("soit", "soient"), ("a", "ont"), ("avait", "avaient"), ("aura", "auront"), ("aurait", "auraient"),
        ("ait", "aient"), ("va", "vont"), ("ira", "iront"), ("fait", "font"),
    )
    for singular, plural in (pair, pair[::-1])
}  # fmt: skip


def _third_persons(lexicon: Lexicon, form: str) -> dict[str, tuple[str, str]]:
    """Number -> (lemma, code) of the third-person readings of a form."""
    found: dict[str, tuple[str, str]] = {}
    for reading in lexicon.readings(form):
        if reading.pos == "v":
            for code in codes("v", reading.morph):
                if code[0] in "PIFCJST" and code[1] == "3":
                    found.setdefault(code[2], (reading.lemma, code))
    return found


def _is_no_verb(context: SentenceContext, subject: Subject) -> bool:
    """Whether what looks like the verb is a letter, a name, or outside the quotation of its subject."""
    words = context.words
    verb = words[subject.verb]
    after = words[subject.verb + 1].norm if subject.verb + 1 < len(words) else ""
    if verb.capitalised or after.startswith("-") or after in ("(", "-"):
        return True
    before = words[subject.verb - 1]
    return any(token.kind == QUOTE and before.end <= token.start < verb.start for token in context.tokens)


def _noun_follows(words: Sequence[Token], verb: int) -> bool:
    return verb + 1 < len(words) and words[verb + 1].norm in DETERMINERS


@detector("GRA004")
def subject_verb(context: SentenceContext) -> Iterator[Hit]:
    """Yields verbs in the singular after a plural subject, and the reverse."""
    lexicon, words = context.lexicon, context.words
    for subject in subjects(context):
        verb = words[subject.verb]
        number = number_of(subject.cells)
        if (
            not number
            or _is_no_verb(context, subject)
            or (kinds(lexicon, verb.norm) != {"fin"} and verb.norm not in VERBS_OF_STATE)
        ):
            continue
        persons = _third_persons(lexicon, verb.norm)
        if not persons or number in persons:
            continue
        if number == "s" and words[subject.first - 1].norm == "," and subject.first:
            continue  # the last of a list: "la mort, la ruine, l'oubli menacent"
        if lemmas(lexicon, verb.norm, "v") & {"être"} and _noun_follows(words, subject.verb):
            continue  # "la priorité sont les routes": the attribute may lead
        other = "p" if number == "s" else "s"
        if other not in persons:
            continue
        lemma, code = persons[other]
        wanted = code[:2] + number
        form = _PAIRS.get(verb.norm) or next(
            (each for each, morph in lexicon.same_lemma(lemma, "v") if wanted in codes("v", morph)),
            None,
        )
        head = words[subject.head].text
        yield hit("GRA004", context, verb, verb, [form], detail=f"“{head}”")
