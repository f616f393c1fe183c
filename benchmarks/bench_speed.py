"""Speed, measured as whole processes and in one process; compare ratios, machines are noisy.

    python benchmarks/bench_speed.py

Start-up of ``--help``; a ``--fast`` audit of the seed beside ``grammalecte-cli`` (Debian) on the
same file in the same run; a full audit with references; the rules alone in words per second on
one core; and how much slower 5,000 synthetic rules are than 500.
"""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mtaudit.batch import audit_files
from mtaudit.detector.context import SentenceContext, make_context
from mtaudit.detector.detect import rule_files
from mtaudit.detector.rules.compiled import compile_rules, load_compiled
from mtaudit.detector.rules.ruleset import RuleSet
from mtaudit.detector.rules.source import read_rule_file
from mtaudit.options import AuditOptions
from mtaudit.text.lexicon import french
from mtaudit.text.readers import read_document
from mtaudit.text.segmenting import segment
from mtaudit.text.words import count_words

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"
RUNS = 7


def process(*command: str) -> float:
    """Median seconds of a command as a whole process."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def best(function: Callable[[], object], runs: int = 15) -> float:
    """The shortest of several runs, in seconds: the least disturbed one."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        function()
        times.append(time.perf_counter() - begin)
    return min(times)


def synthetic(count: int, folder: Path) -> Path:
    """A file of ``count`` rules over the words of the lexicon, two words each.

    Word pairs are drawn evenly from the lexicon, so real text meets few of them, as it meets
    few of the real rules.
    """
    nouns = sorted(
        {lemma for form, pos, lemma, _ in french().lines() if pos == "n" and form == lemma and len(lemma) > 5}
    )
    step = max(1, len(nouns) // count)
    chosen = nouns[::step][:count]
    blocks = [
        f'[[rule]]\nid = "LIT{number:04d}"\nname = "n{number}"\nen = "x"\nwhy = "x"\n'
        f'pattern = "<le|un|ce> <{noun}:n> ADJ? <de>"\nbad = []\ngood = []\n'
        for number, noun in enumerate(chosen)
        if '"' not in noun and "|" not in noun and " " not in noun and ":" not in noun
    ]
    path = folder / f"synthetic-{count}.toml"
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def stage(rule_set: RuleSet, make: Callable[[], list[SentenceContext]]) -> float:
    """Seconds of the rules stage: tokens, then matching."""
    return best(lambda: [list(rule_set.find(context)) for context in make()])


def articles() -> None:
    """Prints the throughput of a full audit of the development articles, where they are."""
    folder = Path(os.environ.get("MTAUDIT_DEV", ROOT.parent / "shared" / "dev")) / "text"
    texts = sorted(path for path in folder.glob("[0-9]*.fr.txt"))
    if not texts:
        print("full audit of the dev articles     no development data")
        return
    options = AuditOptions(language="fr")
    words = sum(count_words(text.read_text(encoding="utf-8")) for text in texts)
    audit_files(texts[:1], options=options)  # loads what is loaded once
    begin = time.perf_counter()
    audit_files(texts, options=options)
    alone = time.perf_counter() - begin
    begin = time.perf_counter()
    for text in texts:
        source = text.with_name(text.name.replace(".fr.", ".en."))
        audit_files([text], source=source, options=options)
    print(f"full audit of the dev articles     {words / alone:,.0f} words/s alone (at least 5,000), "
          f"{words / (time.perf_counter() - begin):,.0f} words/s with the source")  # fmt: skip


def large() -> None:
    """Prints what mining 1,000 French sentences in 5,000 English ones takes the first time."""
    data = Path(os.environ.get("MTAUDIT_DEV", ROOT.parent / "shared" / "dev")) / "wmt08-11.tsv.gz"
    if not data.is_file():
        print("1,000 sentences in 5,000           no development data")
        return
    with gzip.open(data, "rt", encoding="utf-8") as handle:
        rows = [line.rstrip("\n").split("\t") for line in handle][1:5501]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, english = folder / "a.fr.txt", folder / "a.en.txt"
        text.write_text("\n\n".join(row[4] for row in rows[:1000]), encoding="utf-8")
        english.write_text("\n\n".join(row[1] for row in rows[500:]), encoding="utf-8")
        os.environ["MTAUDIT_CACHE"] = name
        begin = time.perf_counter()
        audit_files([text], references=[english])
        took = time.perf_counter() - begin
        del os.environ["MTAUDIT_CACHE"]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"1,000 sentences in 5,000           {took:.1f} s (under 25), {most:,.0f} MB at most (under 1,000)")


def main() -> None:
    """Prints the figures."""
    mtaudit = str(Path(sys.executable).with_name("mtaudit"))
    print(f"mtaudit --help                     {process(mtaudit, '--help'):.2f} s")
    subprocess.run(
        [mtaudit, "audit", str(SEED), "--fast"], capture_output=True, check=False
    )  # compiles the pack once
    fast = process(mtaudit, "audit", str(SEED), "--fast", "--no-cache")
    print(f"mtaudit audit SEED --fast          {fast:.2f} s")
    if shutil.which("grammalecte-cli"):
        other = process("grammalecte-cli", "-f", str(SEED))
        print(f"grammalecte-cli -f SEED            {other:.2f} s, ratio {fast / other:.2f} (at most 2)")
    audit = (mtaudit, "audit", str(SEED), "--reference", str(ROOT / "references"), "--no-cache")
    with tempfile.TemporaryDirectory() as empty:
        os.environ["MTAUDIT_CACHE"] = empty
        begin = time.perf_counter()
        subprocess.run([mtaudit, "audit", str(SEED)], check=False, capture_output=True)
        print(
            f"first run after an install         {time.perf_counter() - begin:.2f} s (compiles the pack, once)"
        )
        begin = time.perf_counter()
        subprocess.run(audit, check=False, capture_output=True)
        print(
            f"mtaudit audit SEED, references     {time.perf_counter() - begin:.2f} s, nothing encoded yet (under 4)"
        )
        print(f"the same again                     {process(*audit):.2f} s")
        del os.environ["MTAUDIT_CACHE"]

    lexicon = french()
    document = read_document(SEED)
    sentences = segment(document) * 40
    words = sum(count_words(sentence.text) for sentence in sentences)

    def contexts() -> list[SentenceContext]:
        return [make_context(sentence, lexicon, document=document) for sentence in sentences]

    files = rule_files()
    load_compiled(files, lexicon)
    print(f"loading the compiled pack          {best(lambda: load_compiled(files, lexicon)):.3f} s")
    compiled = load_compiled(files, lexicon)
    pack = RuleSet(compiled, lexicon)
    whole = stage(pack, contexts)
    print(
        f"rules alone, {len(pack.rules):5d} rules           {words / whole:,.0f} words/s on one core (at least 15,000)"
    )
    with tempfile.TemporaryDirectory() as folder:
        times = {}
        for count in (500, 5000):
            rules = read_rule_file(synthetic(count, Path(folder)))
            times[count] = stage(RuleSet(compile_rules(rules, lexicon), lexicon), contexts)
            print(f"rules alone, {len(rules):5d} synthetic rules {words / times[count]:,.0f} words/s")
    articles()
    large()
    print(f"5,000 rules against 500            {times[5000] / times[500]:.2f} times slower (under 1.3)")


if __name__ == "__main__":
    main()
