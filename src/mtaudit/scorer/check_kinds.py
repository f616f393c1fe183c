"""How contradictions of each kind are reported: codes FID001 to FID005 and FID008 to FID010."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.model import CheckKind, Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """How a contradiction of one kind is reported."""

    rule: str
    name: str
    mqm: str
    severity: Severity
    confidence: float
    message: str
    explanation: str


KINDS: dict[CheckKind, Kind] = {
    "number": Kind(
        "FID001",
        "number-contradicts-reference",
        "accuracy/mistranslation/number",
        "major",
        0.9,
        "The English has another number",
        "The same quantity is given differently in the English; check the figure and its scale.",
    ),
    "date": Kind(
        "FID002",
        "date-contradicts-reference",
        "accuracy/mistranslation/date-time",
        "major",
        0.9,
        "The English has another date",
        "The day, month or year differs from the one in the English.",
    ),
    "name": Kind(
        "FID003",
        "name-contradicts-reference",
        "accuracy/mistranslation/entity",
        "major",
        0.85,
        "The English names someone or something else",
        "The person or place differs from the one in the English.",
    ),
    "quote": Kind(
        "FID004",
        "quotation-contradicts-reference",
        "accuracy/addition",
        "major",
        0.7,
        "The quotation is not the one of the English",
        "Words stand between quotation marks that the English does not quote, or somebody else said them.",
    ),
    "polarity": Kind(
        "FID005",
        "polarity-contradicts-reference",
        "accuracy/mistranslation",
        "major",
        0.7,
        "One denies what the other says",
        "A negation stands on one side only, so the sentence may say the opposite.",
    ),
    "title": Kind(
        "FID008",
        "title-contradicts-reference",
        "accuracy/mistranslation/entity",
        "major",
        0.8,
        "The English gives the person another title or gender",
        "Office, rank and gender of a person are facts; the English has others.",
    ),
    "modality": Kind(
        "FID009",
        "modality-contradicts-reference",
        "accuracy/mistranslation",
        "major",
        0.7,
        "One says for sure what the other does not",
        "What may be, has to be or is only reported became a plain fact, or the other way round.",
    ),
    "role": Kind(
        "FID010",
        "roles-contradict-reference",
        "accuracy/mistranslation",
        "major",
        0.9,
        "The English has it the other way round",
        "Who does something and whom it is done to have changed places.",
    ),
}
