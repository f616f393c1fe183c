"""The families of faults: code prefix, name, and the MQM node a rule has unless it says otherwise."""

from __future__ import annotations

from typing import NamedTuple


class Family(NamedTuple):
    """One family of rules.

    Attributes:
        code: Three letters, the prefix of every rule's id.
        title: Its name for people.
        mqm: Node in the MQM typology (dimension/type/subtype).
        severity: Severity of a rule that names none.
        message: How a finding says what is wrong; ``{en}`` is the English behind it.
    """

    code: str
    title: str
    mqm: str
    severity: str
    message: str


FAMILIES: dict[str, Family] = {
    family.code: family
    for family in (
        Family(
            "LIT",
            "literal idiom or set phrase",
            "accuracy/mistranslation/overly-literal",
            "major",
            "“{en}” translated word for word",
        ),
        Family(
            "FFR", "false friend", "accuracy/mistranslation/false-friend", "major", "false friend of “{en}”"
        ),
        Family("SEN", "wrong sense", "accuracy/mistranslation/wrong-sense", "major", "wrong sense of “{en}”"),
        Family("TER", "wrong term", "terminology/wrong-term", "minor", "not the French term for “{en}”"),
        Family(
            "COL",
            "copied word combination",
            "style/unidiomatic-style/collocation",
            "minor",
            "word combination copied from “{en}”",
        ),
        Family(
            "SYN",
            "English construction",
            "style/unidiomatic-style/construction",
            "minor",
            "construction copied from “{en}”",
        ),
        Family(
            "NAM",
            "proper name",
            "accuracy/mistranslation/proper-name",
            "major",
            "wrong form of the name “{en}”",
        ),
        Family("UNT", "English left in", "accuracy/untranslated", "major", "English left in: “{en}”"),
        Family("GRA", "grammar", "linguistic-conventions/grammar", "minor", "{en}"),
        Family("TYP", "typography and locale", "linguistic-conventions/typography", "minor", "{en}"),
        Family("GAR", "garbled text", "linguistic-conventions/unintelligible", "major", "{en}"),
        Family("FID", "contradicts the English", "accuracy/mistranslation", "major", "{en}"),
    )
}

#: Rules that no file has: the scorer makes these findings from comparing with the English.
SCORER_RULES = tuple(f"FID{number:03}" for number in range(1, 11))
