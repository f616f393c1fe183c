"""Everything that says how far alignment and fidelity can be trusted, in one run.

    python benchmarks/bench_fidelity.py [--pairs 500] [--part report|tune] [--only contrast,engines,...]

Sections: ``mining`` and ``ordered`` (bench_mining.py), ``seed`` (the key made by hand in tests/data),
``facts`` (unchanged facts written differently raise no mismatch), ``gaps`` (omissions and additions), ``contrast`` (a spoilt sentence scores
lower than the one it was made from), ``engines`` (mean fidelity by engine with significance; sentence
fidelity against chrF), ``speed``. Thresholds are tuned on ``tune`` (2008, 2009) and reported on ``report``
(2010, 2011). Targets stand beside the figures; the exit code is 1 when one is missed.

Contrast: documents of 24 lines with their true source, all of one engine, put together from stretches of
three consecutive lines whose middle one can be spoilt; with and without that they go through the whole
audit (``--fast``, no parser). A line's fidelity is the mean over its sentences. *Lower* means lower in
the report, at one decimal.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import bench_mining
from corruptions import CORRUPTIONS, Corruption, Pair, Stock, half_cut, known_senses, names_in

from mtaudit.aligner import Gap, get_encoder, with_cache
from mtaudit.model import Alignment, DocumentReport, Sentence
from mtaudit.options import AuditOptions
from mtaudit.pipeline import Auditor
from mtaudit.text.readers import document_from_text

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ("google", "microsoft", "bergamot_base", "bergamot_tiny")
CONTRAST_ENGINES = ("google", "bergamot_base", "bergamot_tiny")
PARTS = bench_mining.PARTS
LINES = 24
SEED = 20250314


@dataclass(frozen=True)
class Row:
    """One line of the data: English, the human French, and the engines' French."""

    english: str
    french: dict[str, str]


def load(part: str) -> list[Row] | None:
    """The rows of a part in order, or None where the data is not."""
    folder = Path(os.environ.get("MTAUDIT_DEV", ROOT.parent / "shared" / "dev"))
    path = folder / "wmt08-11.tsv.gz"
    if not path.is_file():
        return None
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        header = next(handle).rstrip("\n").split("\t")
        for line in handle:
            fields = dict(zip(header, line.rstrip("\n").split("\t"), strict=False))
            french = {"human": fields["reference_fr"], **{name: fields[name] for name in ENGINES}}
            if fields["id"].startswith(PARTS[part]) and fields["source_en"].strip() and all(french.values()):
                rows.append(Row(fields["source_en"], french))
    return rows


class Scorer:
    """Audits lists of French lines against their English."""

    def audit(self, french: Sequence[str], english: Sequence[str]) -> DocumentReport:
        """The report of a document whose true source is the English."""
        source = document_from_text("\n".join(english), path="source")
        auditor = Auditor(source=source, options=AuditOptions(fast=True, language="fr"))
        return auditor.audit(document_from_text("\n".join(french), path="target"))

    def lines(self, french: Sequence[str], english: Sequence[str]) -> list[float]:
        """Fidelity of each French line: the mean over its sentences."""
        ends, at = [], 0
        for line in french:
            at += len(line) + 1
            ends.append(at)
        scores: list[list[float]] = [[] for _ in french]
        place = 0
        for entry in self.audit(french, english).sentences:
            while entry.sentence.start >= ends[place]:
                place += 1
            scores[place].append(entry.fidelity)
        return [sum(each) / len(each) if each else 0.0 for each in scores]


def blocks(rows: Sequence[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Stretches of consecutive lines in random order, over and over."""
    starts = list(range(0, len(rows) - LINES, LINES))
    while True:
        rng.shuffle(starts)
        for start in starts:
            yield list(rows[start : start + LINES])


def contrast(rows: Sequence[Row], pairs: int, show: str = "") -> list[tuple[str, float, float]]:
    """Shares of spoilt lines that score lower, per engine and kind."""
    scorer, senses = Scorer(), known_senses()
    results = []
    for kind, (spoil, target) in CORRUPTIONS.items():
        for engine in CONTRAST_ENGINES:
            rng = random.Random(f"{SEED}:{kind}:{engine}")
            everything = [Pair(row.french[engine], row.english) for row in rows]
            names = sorted({found.group() for pair in everything for found in names_in(pair)})
            stock = Stock(everything, names, senses)
            lower = tried = 0
            for document in spoilt_documents(everything, spoil, rng, stock, pairs):
                english = [pair.english for pair, _ in document]
                before = scorer.lines([pair.french for pair, _ in document], english)
                after = scorer.lines([bad or pair.french for pair, bad in document], english)
                for (pair, bad), old, new in zip(document, before, after, strict=True):
                    if not bad:
                        continue
                    tried += 1
                    lower += new < old
                    if show and show in f"{kind}:{engine}" and new >= old:
                        print(f"  {old:.1f} -> {new:.1f}\n    {pair.english}\n    {pair.french}\n    {bad}")
            share = lower / tried if tried else 0.0
            results.append((f"{kind}, {engine} ({tried})", share, target))
            print(verdict(*results[-1]), flush=True)
    return results


def spoilt_documents(
    lines: Sequence[Pair], spoil: Corruption, rng: random.Random, stock: Stock, pairs: int
) -> Iterator[list[tuple[Pair, str]]]:
    """Documents of eight stretches of three lines; of each the middle one comes with its spoilt French.

    Each line of the data is spoilt once at most; where few can be, there are fewer than ``pairs``.
    """
    places = list(range(1, len(lines) - 1))
    rng.shuffle(places)
    document: list[tuple[Pair, str]] = []
    for place in places:
        if pairs <= 0:
            break
        bad = (spoil(lines[place], rng, stock) or "").replace("\n", " ").strip()
        if not bad or bad == lines[place].french.strip():
            continue
        document += [(lines[place - 1], ""), (lines[place], bad), (lines[place + 1], "")]
        pairs -= 1
        if len(document) >= LINES:
            yield document
            document = []
    if document:
        yield document


def gaps(rows: Sequence[Row]) -> list[tuple[str, float, float]]:
    """Omissions, additions and cut sentences: found where made, silent where the French is whole."""
    from mtaudit.aligner import ReferenceText, align, source_gaps

    encoder, rng = with_cache(get_encoder("use")), random.Random(SEED)

    def found(french: Sequence[str], english: Sequence[str]) -> list[Gap]:
        sentences, source = (
            bench_mining.numbered(french),
            ReferenceText("source", bench_mining.numbered(english)),
        )
        alignments = align(sentences, [], encoder=encoder, source=source)
        return source_gaps(sentences, alignments, source, encoder)

    starts = range(0, len(rows) - 40, 120)
    for engine in ("human", *ENGINES):
        alarms = sum(
            len(found([row.french[engine] for row in block], [row.english for row in block]))
            for block in (rows[start : start + 40] for start in starts)
        )
        print(f"  {engine}: {alarms} alarms in {40 * len(starts)} whole lines")
    made, right, given = Counter[str](), Counter[str](), Counter[str]()
    for start in starts:
        french: list[str] = []
        english: list[str] = []
        where: dict[str, set[str | int]] = {"omission": set(), "addition": set(), "cut": set()}
        for row in rows[start : start + 40]:
            draw, text = rng.random(), row.french["google"]
            english.append(row.english)
            if draw < 0.05:
                where["omission"].add(row.english)
                continue
            if draw < 0.10:
                where["addition"].add(len(french))
                french.append(rng.choice(rows).french["google"])
            elif draw < 0.18 and (half := half_cut(Pair(text, row.english), rng, Stock([]))):
                where["cut"].add(len(french))
                text = half
            french.append(text)
        for gap in found(french, english):
            given[gap.kind] += 1
            right[gap.kind] += (gap.english if gap.kind == "omission" else gap.place) in where[gap.kind]
        made.update({kind: len(places) for kind, places in where.items()})
    results = []
    for kind in made:
        results.append((f"{kind}: precision ({given[kind]})", right[kind] / max(given[kind], 1), 0.9))
        results.append((f"{kind}: recall ({made[kind]})", right[kind] / max(made[kind], 1), 0.0))
    return results


def facts(rows: Sequence[Row]) -> list[tuple[str, float, float]]:
    """Human translations that raise no mismatch, against their source."""
    from mtaudit.scorer.checks import run_checks

    raised: Counter[str] = Counter()
    for row in rows:
        alignment = Alignment("source", 0, row.english, 0.9, "source")
        text = row.french["human"]
        kinds = {
            check.kind
            for check in run_checks(Sentence(0, 0, len(text), text), [alignment])
            if check.status == "mismatch"
        }
        raised.update(kinds or {"none"})
    print("mismatches of human translations:", dict(sorted(raised.items())))
    return [(f"human translations without a mismatch ({len(rows)})", raised["none"] / len(rows), 0.98)]


def engines(rows: Sequence[Row], count: int) -> list[tuple[str, float, float]]:
    """Mean fidelity by engine, paired significance, and Spearman against chrF to the human line."""
    from sacrebleu.metrics.chrf import CHRF

    rng = random.Random(SEED)
    scorer, chrf = Scorer(), CHRF()
    scores: dict[str, list[float]] = defaultdict(list)
    similar: dict[str, list[float]] = defaultdict(list)
    for done, block in enumerate(blocks(rows, rng)):
        if done * LINES >= count:
            break
        english = [row.english for row in block]
        for engine in ("human", *ENGINES):
            french = [row.french[engine] for row in block]
            scores[engine] += scorer.lines(french, english)
            if engine != "human":
                similar[engine] += [
                    chrf.sentence_score(row.french[engine], [row.french["human"]]).score for row in block
                ]
    for engine, found in scores.items():
        extra = f"  Spearman with chrF {spearman(found, similar[engine]):.3f}" if engine != "human" else ""
        print(f"  {engine:14} mean fidelity {sum(found) / len(found):.2f} over {len(found)} lines{extra}")
    pooled = [[value for name in ENGINES for value in table[name]] for table in (scores, similar)]
    print(f"  all engines: Spearman with chrF {spearman(pooled[0], pooled[1]):.3f}")
    results = []
    for better, worse in (
        ("human", "google"),
        ("human", "microsoft"),
        ("google", "bergamot_base"),
        ("microsoft", "bergamot_base"),
        ("bergamot_base", "bergamot_tiny"),
    ):
        gap = [one - other for one, other in zip(scores[better], scores[worse], strict=True)]
        mean, p = sum(gap) / len(gap), sign_flip_p(gap)
        print(f"  {better} - {worse}: {mean:+.2f}, p = {p:.4f}")
        results.append((f"{better} above {worse}", float(mean > 0), 1.0))
    return results


def sign_flip_p(gap: Sequence[float], rounds: int = 2000) -> float:
    """Approximate randomisation: how often random signs give a mean gap as large."""
    import numpy as np

    values = np.array(gap)
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(rounds, len(values)))
    return float((np.abs(signs @ values) >= abs(values.sum()) - 1e-9).sum() + 1) / (rounds + 1)


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Rank correlation, ties at their mean rank."""
    import numpy as np

    def ranks(values: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        _, place, counts = np.unique(np.array(values), return_inverse=True, return_counts=True)
        return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[place], dtype=np.float64)

    return float(np.corrcoef(ranks(first), ranks(second))[0, 1])


def seed() -> list[tuple[str, float, float]]:
    """The seed article against the project's own reports and the key made by hand."""
    from mtaudit.aligner import ReferenceText
    from mtaudit.aligner.mining import mine
    from mtaudit.text.readers import read_document
    from mtaudit.text.segmenting import segment

    key = json.loads((ROOT / "tests/data/seed_alignment_key.json").read_text(encoding="utf-8"))
    sentences = segment(read_document(ROOT / key["seed"]), "fr")
    references = [
        ReferenceText(name, segment(read_document(ROOT / "references" / name), "en"))
        for name in key["references"]
    ]
    found = mine(sentences, references, get_encoder("use"))
    right = covered = said = uncovered = 0
    for sentence, alignments in zip(sentences, found, strict=True):
        wanted = key["counterparts"][str(sentence.index)]
        if wanted:
            covered += 1
            right += any(
                each["file"] == found.reference and each["words"] in found.text
                for found in alignments[: len(wanted)]
                for each in wanted
            )
        else:
            uncovered += 1
            said += not alignments
    results = [(f"seed sentences linked to the right ones ({covered})", right / max(covered, 1), 1.0)]
    if uncovered:
        results.append(
            (f"seed sentences without counterpart that say so ({uncovered})", said / uncovered, 1.0)
        )
    return results


def speed(rows: Sequence[Row]) -> list[tuple[str, float, float]]:
    """Wall time of the command in a process of its own, cold and with its caches filled."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        french, english = Path(folder, "big.fr.txt"), Path(folder, "big.en.txt")
        french.write_text("\n".join(row.french["google"] for row in rows[:1000]), encoding="utf-8")
        english.write_text("\n".join(row.english for row in (*rows, *rows)[:5000]), encoding="utf-8")
        seed_text = ROOT / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"
        cache = {**os.environ, "MTAUDIT_CACHE": str(Path(folder, "cache"))}
        jobs: list[tuple[str, list[str], float]] = [
            ("seed, empty cache", [str(seed_text), "--reference", str(ROOT / "references")], 9.0),
            ("seed, cold", [str(seed_text), "--reference", str(ROOT / "references")], 4.0),
            ("1,000 by 5,000, first time", [str(french), "--reference", str(english), "--fast"], 25.0),
            ("1,000 by 5,000, second time", [str(french), "--reference", str(english), "--fast"], 5.0),
        ]
        for name, arguments, limit in jobs:
            before, cpu = time.perf_counter(), os.times()
            command = [
                sys.executable,
                "-m",
                "mtaudit",
                "audit",
                *arguments,
                "--format",
                "json",
                "--no-config",
                "--quiet",
            ]
            done = subprocess.run([*command, "--output", os.devnull], env=cache, check=False)
            took = time.perf_counter() - before
            own = sum(os.times()[2:4]) - sum(cpu[2:4])
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"  {name:30} {took:6.2f} s ({own:.2f} s of CPU; limit {limit:.0f} s), peak so far {peak:.0f} MB, exit {done.returncode}"
            )
            results.append((f"speed: {name}", float(took <= limit), 1.0))
    return results


def mining(part: str, documents: int, encoders: Sequence[str]) -> list[tuple[str, float, float]]:
    """Mining and ordered alignment, with each encoder."""
    lines = bench_mining.load(part)
    results = []
    for name in encoders:
        encoder = get_encoder(name)
        # The optional encoders are slow: fewer documents say enough.
        some = documents if name == "use" else max(documents // 5, 3)
        mined = bench_mining.measure_mining(lines or [], some, encoder)
        ordered = bench_mining.measure_ordered(lines or [], some, encoder)
        own = [
            (f"mining F1, {encoder.name}", mined["f1"], 0.93),
            (f"precision of none, {encoder.name}", mined["none_precision"], 0.95),
            (f"ordered alignment F1, {encoder.name}", ordered["f1"], 0.93),
        ]
        results += own if name == "use" else [(label, value, 0.0) for label, value, _ in own]
    return results


def verdict(name: str, value: float, target: float) -> str:
    """One line: figure, target, and whether it is met."""
    mark = "" if not target else "ok" if value >= target else "BELOW"
    return f"  {name:58} {100 * value:6.2f} %" + (f"  target {100 * target:.0f} %  {mark}" if target else "")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=sorted(PARTS), default="report")
    parser.add_argument("--pairs", type=int, default=500, help="spoilt lines per kind and engine")
    parser.add_argument(
        "--documents", type=int, default=30, help="documents for mining and ordered alignment"
    )
    parser.add_argument("--lines", type=int, default=2000, help="lines per engine for the means")
    parser.add_argument("--encoder", action="append", default=[], help="further encoders to print, e.g. e5")
    parser.add_argument("--only", default="", help="sections by commas")
    parser.add_argument("--kinds", default="", help="contrast: kinds by commas")
    parser.add_argument("--show", default="", help="contrast: print failures whose kind:engine contains this")
    options = parser.parse_args()
    rows = load(options.part)
    if rows is None:
        print("bench_fidelity: skipped, no development data (set MTAUDIT_DEV to its folder)", file=sys.stderr)
        return 0
    if options.kinds:
        for kind in set(CORRUPTIONS) - set(options.kinds.split(",")):
            del CORRUPTIONS[kind]
    sections: dict[str, Callable[[], list[tuple[str, float, float]]]] = {
        "mining": lambda: mining(options.part, options.documents, ["use", *options.encoder]),
        "seed": seed,
        "facts": lambda: facts(rows),
        "gaps": lambda: gaps(rows),
        "contrast": lambda: contrast(rows, options.pairs, options.show),
        "engines": lambda: engines(rows, options.lines),
        "speed": lambda: speed(rows),
    }
    missed = 0
    for name, section in sections.items():
        if options.only and name not in options.only.split(","):
            continue
        print(f"{name}:", flush=True)
        began = time.perf_counter()
        for result in section():
            if name != "contrast":
                print(verdict(*result), flush=True)
            missed += result[1] < result[2]
        print(f"  ({time.perf_counter() - began:.0f} s)", flush=True)
    print("every target met" if not missed else f"{missed} targets missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
