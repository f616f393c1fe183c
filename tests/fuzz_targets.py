"""What fuzzing throws at the package, and what must hold whatever it is.

Each target takes an input, does what a run would do with it, and returns a word for what came of
it. It raises only for a fault of ours: any error that is no :class:`MtauditError`, an offset that
is wrong, an error message of more than one line, or more than ``MOST_SECONDS`` of computing.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from ci_helpers import SENTENCES, article

from mtaudit.corrections.decisions import read_decisions
from mtaudit.detector.checks.names.own import own_names
from mtaudit.detector.context import make_context
from mtaudit.detector.rules.compiled import compile_rules
from mtaudit.detector.rules.ruleset import RuleSet
from mtaudit.detector.rules.source import read_rule_files
from mtaudit.errors import MtauditError
from mtaudit.gate.baseline import entries_of, read_baseline, written
from mtaudit.gate.config import load_settings
from mtaudit.gate.config.writing import shown, template
from mtaudit.gate.sieve import Sieves
from mtaudit.gate.suppressions import Suppressions, read_suppressions
from mtaudit.model import Report, Sentence
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Auditor
from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.text.lexicon import french
from mtaudit.text.readers import document_from_bytes

MOST_SECONDS = 5.0
FORMATS = ("text", "json", "markdown", "csv", "sarif", "junit", "github", "gitlab", "tsv", "statistics")

RULE = """[[rule]]
id = "LIT901"
name = "a-made-up-rule"
en = "the ball is in X's court"
pattern = "<le> <balle> <être> ADV? dans <le|son|leur> <cour>"
suggest = ["{1} balle {3} {4} dans le camp"]
when = ["<le> <balle>"]
unless = ["<tennis:n>"]
evidence = { english = "ball", effect = "boost" }
severity = "critical"
confidence = 0.9
why = "Because."
bad = [{ fr = "{{La balle est dans la cour}}.", en = "The ball." }, "Ah, {{la balle est dans leur cour}}."]
good = ["La balle est dans le filet.", "La cour est là."]
"""
CONFIG = (
    'select = ["LIT"]\nfail-on = "minor"\n[profiles.a]\nquotes = "skip"\n[per-file."a/**"]\nfast = true\n'
)
SUPPRESSIONS = (
    '[[suppression]]\nrule = "LIT001"\nfile = "a/*.md"\ntext = "la balle"\nreason = "we like it"\n'
    '[[suppression]]\nrule = "TYP"\nreason = "not now"\n'
)
DECISIONS = f"""{{"mtaudit_decisions": 1, "documents": [{{"path": "a.md", "text_sha256": "{"0" * 64}",
 "decisions": [{{"id": "f1", "rule": "LIT001", "start": 1, "end": 5, "text": "aire", "action": "accept",
 "replacement": "x", "reason": null}}, {{"id": "f2", "rule": "TYP001", "start": 9, "end": 12, "text": "que",
 "action": "dismiss", "replacement": null, "reason": "quoted"}}]}}]}}"""
NAMES = """[[name]]
en = "Government"
fr = "Government"
wrong = ["cour du gouvernement", "trois heures"]
[[name]]
en = "Lyon"
fr = "Lyon"
wrong = ["les rues"]
require = true
"""
#: What breaks parsers and counters of characters.
ODD = (
    "\0", "\ufeff", "\u200b", "\u2028", "\x85", "\r", "\r\n", "\t", "\u202f", "\u00a0", "e\u0301", "𝔸", "👩‍👩‍👧", "\u202e",
    "<!--", "-->", "<!-- mtaudit: ignore[LIT001] a -->", "<!-- mtaudit: ignore[] -->", "```", "`", "[a](b", "![", "***",
    "> ", "# ", "| a | b |", "«", "»", "“", "”", '"', "'", "’", "{", "}", "[", "]", "<", ">", "&amp;", "\\", "$", "%", "(" * 60,
    "É.-U.", "U.S. ", "1 000 000,5", "9" * 400, "M. ", "...", "-" * 50, "a" * 3000, "l'" * 200, "=", "\n\n\n", "nan", "inf",
    "-1", "true", "[[rule]]", "[profiles]", '"""', "?", "*", "+", "|", "<le>", "ADV?", "{1}", "{99}", "(a|(b|c)+)*", "$" * 9,
)  # fmt: skip


def text_bytes(draw: random.Random) -> bytes:
    """A text: an article with accidents, or hardly a text at all."""
    if draw.random() < 0.15:
        return draw.randbytes(draw.randint(0, 300))
    if draw.random() < 0.2:
        points = [draw.choice((0x7F, 0x2FF, 0xFFFF, 0x10FFFF)) for _ in range(draw.randint(1, 200))]
        text = "".join(chr(draw.randint(1, most)) for most in points)
    else:
        text = article(draw.randrange(10_000), draw.randint(1, 5))
    return mutated(text, draw).encode("utf-8", draw.choice(("replace", "surrogatepass")))


def mutated(text: str, draw: random.Random, most: int = 6) -> str:
    """A text with up to ``most`` accidents: odd characters, cuts, doublings, swaps."""
    for _ in range(draw.randint(0, most)):
        at, size = draw.randint(0, len(text)), draw.randint(1, 12)
        kind = draw.randrange(6)
        if kind <= 1:
            text = text[:at] + draw.choice(ODD) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at + size :]
        elif kind == 3:
            text = text[:at] + text[at : at + size] * draw.randint(2, 40) + text[at + size :]
        elif kind == 4:
            text = text[:at] + draw.choice(SENTENCES) + text[at:]
        else:
            other = draw.randint(0, len(text))
            text = text[:at] + text[other : other + size] + text[at:]
    return text


def check_text(draw: random.Random) -> str:
    """Audits a text, looks at every offset, renders it."""
    document = document_from_bytes(text_bytes(draw), draw.choice(("a/b.md", "b.txt", "c.html")))
    sieve = Sieves([Suppressions()])
    audited = Auditor(options=_options(draw), sieve=sieve)
    report = audited.sign([audited.audit(document)])
    check_offsets(report)
    for name in draw.sample(FORMATS, 2):
        text = get_renderer(name)(report, RenderOptions())
        assert isinstance(text, str)
        text.encode("utf-8")
    return "audited"


def check_offsets(report: Report) -> None:
    """Every sentence and finding holds the words at its offsets; sentences are in order."""
    for document in report.documents:
        end = 0
        for entry in document.sentences:
            sentence = entry.sentence
            assert end <= sentence.start < sentence.end <= len(document.text)
            assert document.text[sentence.start : sentence.end] == sentence.text
            end = sentence.end
            assert 0 <= entry.fidelity <= 100
            for finding in entry.findings:
                assert finding.start < finding.end
                assert document.text[finding.start : finding.end] == finding.text
                assert finding.text not in finding.suggestions
        for each in document.suppressed:
            assert document.text[each.finding.start : each.finding.end] == each.finding.text


def _options(draw: random.Random) -> AuditOptions:
    return AuditOptions(
        fast=True,
        language=draw.choice(("fr", "fr", "fr", None)),
        quotes=draw.choice(("keep", "lower", "skip")),
        min_confidence=draw.choice((0.0, 0.5)),
    )


def check_config(draw: random.Random) -> str:
    """Reads a configuration and uses it."""
    base = draw.choice((CONFIG, template(), template().replace("# ", "")))
    name = draw.choice(("mtaudit.toml", "pyproject.toml"))
    if name == "pyproject.toml":
        base = f"[tool.mtaudit]\n{base}"
    with _file(mutated(base, draw, 2), draw, name) as path:
        settings = load_settings({}, config=path, profile=draw.choice((None, None, "a", "strict")))
        for text in ("a/b.md", "press-releases/x.txt"):
            own = settings.for_file(text)
            own.audit_options()
            own.references_for(text)
            shown(own)
        settings.paths("baseline")
    return "read"


def check_rules(draw: random.Random) -> str:
    """Reads rules; a few that are whole are compiled, which takes longer, and run."""
    with _file(mutated(RULE, draw, 3), draw, "own.toml") as path:
        rules = read_rule_files([path])
        if draw.random() < 0.02:
            rule_set = RuleSet(compile_rules(rules, french()), french())
            for number, text in enumerate(SENTENCES):
                context = make_context(Sentence(number, 0, len(text), text), french())
                for finding in rule_set.find(context):
                    assert text[finding.start : finding.end] == finding.text
    return "read"


@cache
def _report() -> Report:
    auditor = Auditor(options=AuditOptions(fast=True, language="fr"))
    return auditor.sign([auditor.audit(document_from_bytes(article(1).encode(), "a/b.md"))])


def check_baseline(draw: random.Random) -> str:
    """Reads a baseline and audits under it."""
    with _file(mutated(written(entries_of(_report())), draw, 2), draw, "base.json") as path:
        baseline = read_baseline(path)
        auditor = Auditor(options=AuditOptions(fast=True, language="fr"), sieve=baseline)
        report = auditor.sign([auditor.audit(document_from_bytes(article(1).encode(), "a/b.md"))])
        check_offsets(report)
        assert len(baseline.stale(["a/b.md"])) <= len(baseline.entries)
        written(baseline.entries).encode("utf-8", "surrogatepass")
    return "read"


def check_suppressions(draw: random.Random) -> str:
    """Reads suppressions and audits under them."""
    with _file(mutated(SUPPRESSIONS, draw, 2), draw, "known.toml") as path:
        suppressions = Suppressions(read_suppressions(path))
        auditor = Auditor(options=AuditOptions(fast=True, language="fr"), sieve=suppressions)
        check_offsets(auditor.sign([auditor.audit(document_from_bytes(article(2).encode(), "a/b.md"))]))
    return "read"


def check_decisions(draw: random.Random) -> str:
    """Reads a file of decisions."""
    with _file(mutated(DECISIONS, draw, 2), draw, "decisions.json") as path:
        read_decisions(path)
    return "read"


def check_names(draw: random.Random) -> str:
    """Reads a list of names and finds them."""
    with _file(mutated(NAMES, draw, 2), draw, "names.toml") as path:
        detect = own_names([path])
        for number, text in enumerate(SENTENCES):
            for hit in detect(make_context(Sentence(number, 0, len(text), text), french())):
                assert 0 <= hit.start < hit.end <= len(text)
    return "read"


#: Target -> how often it is drawn.
TARGETS: dict[Callable[[random.Random], str], int] = {
    check_text: 10,
    check_config: 3,
    check_rules: 3,
    check_baseline: 2,
    check_suppressions: 2,
    check_decisions: 1,
    check_names: 1,
}


def attempt(seed: int) -> str:
    """One attempt, made from a seed alone; returns the target and what came of it.

    Raises:
        AssertionError: Something that must hold does not.
        Exception: Whatever a user would have seen as a traceback.
    """
    draw = random.Random(seed)
    (target,) = draw.choices(list(TARGETS), weights=list(TARGETS.values()))
    _report()  # whatever loads but once is loaded before the clock starts
    message, began = "", time.process_time()
    try:
        outcome = target(draw)
    except MtauditError as error:
        outcome, message = "refused", str(error)
    assert "\n" not in message, f"seed {seed}: an error of several lines: {message!r}"
    seconds = time.process_time() - began
    assert seconds < MOST_SECONDS, f"seed {seed}: {target.__name__} took {seconds:.1f} s"
    return f"{target.__name__}: {outcome}"


@contextmanager
def _file(text: str, draw: random.Random, name: str) -> Iterator[Path]:
    """A file of that text, at times with bytes that are no UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    if draw.random() < 0.1:
        at = draw.randint(0, len(data))
        data = data[:at] + draw.randbytes(3) + data[at:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path
