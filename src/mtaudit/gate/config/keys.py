"""Every key of the configuration: its type, what it does, and its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mtaudit.model import SEVERITY_WEIGHT

SEVERITIES = tuple(SEVERITY_WEIGHT)
QUOTES = ("keep", "lower", "skip")
REGIONS = ("FR", "CA", "BE", "CH")


@dataclass(frozen=True)
class Key:
    """One key.

    Attributes:
        name: As written in the file.
        kind: ``strings``, ``string``, ``flag``, ``number``, ``severity``, ``severities`` (a table of
            code to severity), ``counts`` (a table of code to a number).
        about: One line for ``mtaudit config`` and ``mtaudit init``.
        default: What holds when nobody sets it.
        low, high: Bounds of a number, both allowed.
        choices: What a string may be; empty for anything.
    """

    name: str
    kind: str
    about: str
    default: Any = None
    low: float = 0.0
    high: float = float("inf")
    choices: tuple[str, ...] = ()

    @property
    def expects(self) -> str:
        """The type in words, for an error."""
        if self.choices:
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        if self.kind == "number" and self.high != float("inf"):
            return f"a number from {self.low:g} to {self.high:g}"
        return {
            "strings": 'a list of strings, like ["LIT", "FFR014"]',
            "string": "a string",
            "flag": "true or false",
            "number": f"a number from {self.low:g}",
            "severities": 'a table of codes and severities, like { TYP = "neutral" }',
            "counts": "a table of families and numbers, like { LIT = 3 }",
        }[self.kind]


KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("select", "strings", "Only these rules or families; empty for all.", ()),
        Key("ignore", "strings", "Leave these rules or families out.", ()),
        Key("preview", "flag", "Run rules still in preview too.", False),
        Key("fast", "flag", "Leave out the parser and the detectors that need it.", False),
        Key("severity", "severities", "Another severity for a rule or a family.", {}),
        Key("min-confidence", "number", "Findings less sure than this are not shown.", 0.5, 0, 1),
        Key(
            "region",
            "string",
            "French of this region: wording normal there is no fault.",
            "FR",
            choices=REGIONS,
        ),
        Key(
            "quotes",
            "string",
            "Findings inside quotations: keep them, lower their severity by one, or skip them.",
            "keep",
            choices=QUOTES,
        ),
        Key("language", "string", '"fr" audits every text without asking what language it is in.', None),
        Key("encoder", "string", "Sentence encoder of the alignment.", "use"),
        Key(
            "references",
            "strings",
            "English reporting: paths or folders; {name} and {dir} stand for the audited file's "
            'name without its suffixes and its folder ("{dir}/{name}.en.md").',
            (),
        ),
        Key("rules", "strings", "Rule files of your own, beside the pack's.", ()),
        Key("names", "strings", "Lists of names of your own, beside the pack's (docs/ci.md).", ()),
        Key(
            "fail-on",
            "string",
            "A finding this grave or graver breaks the gate.",
            None,
            choices=SEVERITIES[1:],
        ),
        Key("min-fidelity", "number", "A document below this fidelity breaks the gate.", None, 0, 100),
        Key(
            "min-sentence-fidelity", "number", "A sentence below this fidelity breaks the gate.", None, 0, 100
        ),
        Key("max-mqm-per-1000", "number", "More penalty points per 1,000 words break the gate.", None),
        Key("max-findings", "counts", "More findings of a family (or of all: ALL) break the gate.", {}),
        Key("baseline", "strings", "Baseline files: findings known already.", ()),
        Key(
            "strict-baseline",
            "flag",
            "Entries of a baseline that nothing matches any more break the gate.",
            False,
        ),
        Key("suppressions", "string", "File of suppressions for formats that have no comments.", None),
    )
}
#: Tables that hold further settings, beside the keys.
TABLES = ("profiles", "per-file")
