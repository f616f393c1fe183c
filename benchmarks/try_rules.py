"""Tries rules while they are written: self-tests first, then what each does on the corpus.

    python benchmarks/try_rules.py src/mtaudit/packs/en_fr/rules/literal.toml --ids LIT001,LIT002
    python benchmarks/try_rules.py FILE --samples 5 --no-source
    python benchmarks/try_rules.py --sentence "Le bal est dans sa cour." [--english "..."]

Native and human lines that a rule hits are shown first: each is a false alarm to read. A rule
that hits as often there as in machine lines must be narrowed or dropped.
"""

from __future__ import annotations

import argparse
import itertools
from collections import defaultdict
from pathlib import Path

from corpus import ENGINES, Line, load

from mtaudit.detector.context import NO_ENGLISH, English, make_context
from mtaudit.detector.detect import Detection, rule_files
from mtaudit.detector.rules.source import RuleSource, read_rule_files
from mtaudit.detector.selftest import failures
from mtaudit.errors import RuleError
from mtaudit.model import Finding, Sentence


def find(detection: Detection, line: Line, rule: str | None, source: bool) -> list[Finding]:
    """Findings in one line (of one rule, or of all)."""
    english = English((line.english,), is_source=True) if source and line.english else NO_ENGLISH
    context = make_context(Sentence(0, 0, len(line.french), line.french), detection.lexicon, english)
    return list(detection.run_only(rule, context) if rule else detection.detect_in(context))


def show(line: Line, finding: Finding) -> str:
    """The line around a finding, the finding in brackets, with what is suggested."""
    text = line.french
    before, after = text[max(0, finding.start - 60) : finding.start], text[finding.end : finding.end + 50]
    want = finding.suggestions[0] if finding.suggestions else f"({finding.hint})"
    english = f"\n           en: {line.english[:170]}" if line.english else ""
    return f"    {line.id:24s} {before}[{text[finding.start : finding.end]}]{after} -> {want}{english}"


def corpus_report(rules: list[RuleSource], detection: Detection, samples: int, source: bool) -> None:
    """Prints, per rule, its hits by kind of line and samples of each."""
    corpus = load()
    forms: dict[str, set[str]] = defaultdict(set)
    for form, places in detection.rule_set.index.items():
        for number, *_ in places:
            forms[detection.rule_set.rules[number]["id"]].add(form)
    for rule in rules:
        if rule.detector:
            candidates = range(len(corpus.lines))
        else:
            candidates = sorted({n for form in forms[rule.id] for n in corpus.index.get(form, ())})
        hits: dict[str, list[tuple[Line, Finding]]] = defaultdict(list)
        right = 0
        for number in candidates:
            line = corpus.lines[number]
            for finding in find(detection, line, rule.id, source):
                hits[line.kind].append((line, finding))
                if line.kind == "read":
                    right += any(s < finding.end and finding.start < e for s, e in line.gold)
        machine = [len(hits[engine]) for engine in ENGINES]
        print(
            f"{rule.id} {rule.name}: native {len(hits['native'])}  human {len(hits['human'])}  machine {sum(machine)} "
            f"({' '.join(map(str, machine))})  read {right}/{len(hits['read'])} on gold"
        )
        for kind in ("native", "human"):
            for line, finding in itertools.islice(hits[kind], samples):
                print(show(line, finding))
        machine_hits = [hit for engine in ENGINES for hit in hits[engine]]
        step = max(1, len(machine_hits) // max(1, samples))
        for line, finding in itertools.islice(machine_hits[::step], samples):
            print(show(line, finding))


def load_pack(own: list[Path]) -> Detection:
    """The whole pack; a rule file that somebody is still writing is left out with a word."""
    files = [path for path in rule_files() if path.resolve() not in {each.resolve() for each in own}]
    while True:
        try:
            return Detection([*files, *own], preview=True, min_confidence=0.0)
        except RuleError as error:
            broken = [path for path in files if str(error).startswith(str(path))]
            if not broken:
                raise
            print(f"left out: {error}")
            files.remove(broken[0])


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--ids", help="only these rules, by commas (a prefix will do)")
    parser.add_argument("--samples", type=int, default=3)
    parser.add_argument("--no-source", action="store_true", help="without the English")
    parser.add_argument("--no-corpus", action="store_true", help="self-tests only")
    parser.add_argument("--sentence", help="audit one sentence with the whole pack")
    parser.add_argument("--english", default="")
    args = parser.parse_args()
    try:
        detection = load_pack(args.files)
        if args.sentence:
            for finding in find(detection, Line("-", "", args.sentence, args.english), None, True):
                print(finding)
            return
        rules = read_rule_files(args.files or rule_files())
    except RuleError as error:
        raise SystemExit(f"{error}\n{error.excerpt}") from None
    if args.ids:
        rules = [rule for rule in rules if rule.id.startswith(tuple(args.ids.split(",")))]
    broken = [line for rule in rules for line in failures(rule, detection)]
    print(f"{len(rules)} rules, {len(broken)} self-test failures")
    print("\n".join(broken))
    if not args.no_corpus:
        corpus_report(rules, detection, args.samples, not args.no_source)


if __name__ == "__main__":
    main()
