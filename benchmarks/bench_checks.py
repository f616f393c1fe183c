"""Fact checks on human translations: false contradictions, and corrupted facts found.

Reads ``wmt08-11.tsv.gz`` (columns ``source_en``, ``reference_fr``) from the folder named by
``MTAUDIT_DEV``, by default ``../shared/dev`` beside the repository. The data is not part of the
project; without it the benchmark says so and exits with 0.

Two figures matter. Human translations should raise next to no contradiction (many that they do raise
are the translators' own slips: read them with ``--show``). And when one fact of a line is corrupted,
the check should contradict it.

Usage: python benchmarks/bench_checks.py [--lines N] [--seed N] [--show]
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import fact_corruptions as facts

from mtaudit.model import Alignment, Check, Sentence
from mtaudit.scorer.checks import run_checks
from mtaudit.scorer.date_facts import find_dates
from mtaudit.scorer.polarity import french_negations

Corruption = Callable[[str, random.Random], str | None]

_DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "dev"
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
)
_WORDS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "douze", "vingt", "trente")
_COUNTRIES = (
    "France",
    "Allemagne",
    "Italie",
    "Espagne",
    "Russie",
    "Chine",
    "Pologne",
    "Iran",
    "Irak",
    "Turquie",
)
_FIGURE = re.compile(r"(?<![\w.,'-])\d+(?:[ \u00a0]\d{3})*(?:,\d+)?(?![\w])")


def _swap_word(words: Sequence[str]) -> Corruption:
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def corrupt(text: str, rng: random.Random) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = rng.choice(found)
        other = rng.choice([word for word in words if word != match.group()])
        return text[: match.start()] + other + text[match.end() :]

    return corrupt


def _change_digit(text: str, rng: random.Random) -> str | None:
    """Change one digit of one number that is no part of a date."""
    dates = [(fact.start, fact.end) for fact in find_dates(text, "french")]
    found = [
        match
        for match in _FIGURE.finditer(text)
        if not any(match.start() < end and start < match.end() for start, end in dates)
    ]
    if not found:
        return None
    match = rng.choice(found)
    digits = [place for place in range(match.start(), match.end()) if text[place].isdigit()]
    place = rng.choice(digits)
    other = rng.choice([digit for digit in "123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def _change_scale(text: str, rng: random.Random) -> str | None:
    """The classic slip: *billions* for *milliards*, *milliards* for *millions*."""
    if re.search(r"\d milliards\b", text):
        return re.sub(r"(\d) milliards\b", r"\1 billions", text, count=1)
    if re.search(r"\d millions\b", text):
        return re.sub(r"(\d) millions\b", r"\1 milliards", text, count=1)
    return None


def _change_year(text: str, rng: random.Random) -> str | None:
    found = [fact for fact in find_dates(text, "french") if fact.kind == "year" and len(fact.text) == 4]
    if not found:
        return None
    fact = rng.choice(found)
    return text[: fact.start] + str(int(fact.text) + rng.choice((-10, -1, 1, 3))) + text[fact.end :]


def _drop_negation(text: str, rng: random.Random) -> str | None:
    """Make *ne ... pas* a statement."""
    for start, end in french_negations(text):
        stretch = text[start:end]
        if stretch.endswith((" pas", " jamais", " plus")):
            positive = re.sub(r"^(?:ne |n['’])", "", stretch).rsplit(" ", 1)[0]
            return text[:start] + positive + text[end:]
    return None


def _add_negation(text: str, rng: random.Random) -> str | None:
    changed = re.sub(r"\b(est|sera|peut|veut|doit|sont) ", r"ne \1 pas ", text, count=1)
    return changed.replace("ne est", "n'est", 1) if changed != text else None


CORRUPTIONS: dict[str, tuple[str, Corruption]] = {
    "digit": ("number", _change_digit),
    "number word": ("number", _swap_word(_WORDS)),
    "scale": ("number", _change_scale),
    "weekday": ("date", _swap_word(_WEEKDAYS)),
    "month": ("date", _swap_word(_MONTHS)),
    "year": ("date", _change_year),
    "country": ("name", _swap_word(_COUNTRIES)),
    "negation dropped": ("polarity", _drop_negation),
    "negation added": ("polarity", _add_negation),
    "speaker replaced": ("quote", facts.speaker_replaced),
    "speaker exchanged": ("quote", facts.speaker_exchanged),
    "title swapped": ("title", facts.title_swapped),
    "gender turned": ("title", facts.title_gender_turned),
    "modal dropped": ("modality", facts.modal_dropped),
    "modal added": ("modality", facts.modal_added),
    "rumour added": ("modality", facts.rumour_added),
    "modal swapped": ("modality", facts.modal_swapped),
    "passive turned": ("role", facts.passive_turned),
    "swapped at par": ("role", facts.names_swapped_at_par),
    "swapped at verb": ("role", facts.names_swapped_at_verb),
}


def _check(french: str, english: str) -> tuple[Check, ...]:
    alignment = Alignment("source", 0, english, 0.9, "source")
    return run_checks(Sentence(0, 0, len(french), french), [alignment])


def _mismatches(checks: Sequence[Check]) -> list[Check]:
    return [check for check in checks if check.status == "mismatch"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--lines", type=int, default=2000, help="how many lines to take (default 2000)")
    parser.add_argument("--seed", type=int, default=7, help="which lines, and how they are corrupted")
    parser.add_argument("--show", action="store_true", help="print the contradictions of human translations")
    options = parser.parse_args(arguments)
    data = Path(os.environ.get("MTAUDIT_DEV", _DEFAULT)) / "wmt08-11.tsv.gz"
    if not data.is_file():
        print(f"no development data at {data}: set MTAUDIT_DEV to its folder; nothing measured")
        return 0
    with gzip.open(data, "rt", encoding="utf-8") as handle:
        header = handle.readline().rstrip("\n").split("\t")
        rows = [line.rstrip("\n").split("\t") for line in handle]
    english_at, french_at = header.index("source_en"), header.index("reference_fr")
    rng = random.Random(options.seed)
    rows = rng.sample(rows, min(options.lines, len(rows)))

    statuses: Counter[tuple[str, str]] = Counter()
    quiet = 0
    began = time.perf_counter()
    for row in rows:
        checks = _check(row[french_at], row[english_at])
        statuses.update((check.kind, check.status) for check in checks)
        raised = _mismatches(checks)
        quiet += not raised
        if options.show:
            for check in raised:
                print(
                    f"{check.kind}: {check.french!r} / {check.english!r}\n  {row[french_at]}\n  {row[english_at]}"
                )
    took = time.perf_counter() - began
    print(f"{len(rows)} human translations: {100 * quiet / len(rows):.2f} % without any contradiction")
    print(f"speed: {len(rows) / took:,.0f} sentences/s")
    for kind in ("number", "date", "name", "quote", "polarity", "title", "modality", "role"):
        counts = {status: statuses[kind, status] for status in ("match", "missing", "unclear", "mismatch")}
        print(f"  {kind:9}" + "".join(f"{status} {count:<7}" for status, count in counts.items()))

    print("corrupted lines contradicted:")
    for name, (kind, corrupt) in CORRUPTIONS.items():
        tried = found = 0
        for row in rows:
            broken = corrupt(row[french_at], rng)
            if broken is None or broken == row[french_at]:
                continue
            before = set(_mismatches(_check(row[french_at], row[english_at])))
            after = _mismatches(_check(broken, row[english_at]))
            tried += 1
            found += any(check.kind == kind and check not in before for check in after)
        share = f"{100 * found / tried:5.1f} %" if tried else "    -"
        print(f"  {name:18}{share} of {tried}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
