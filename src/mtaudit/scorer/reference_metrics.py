"""BLEU, chrF++ and TER against French references, by sacreBLEU and with its signatures."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.errors import UsageError

_SEED = 12345


def hypothesis_metrics(
    hypotheses: Sequence[str], references: Sequence[str]
) -> dict[str, dict[str, float | str]]:
    """Compare a machine translation with a human one, sentence by sentence.

    Args:
        hypotheses: The translation's sentences.
        references: The human translation's, in the same order.

    Returns:
        For ``BLEU``, ``chrF++`` and ``TER``: ``{"score": rounded to two decimals, "signature":
        sacreBLEU's}``. BLEU and chrF++ are better when higher, TER when lower.

    Raises:
        UsageError: The two differ in length, or are empty.
    """
    if not hypotheses or len(hypotheses) != len(references):
        raise UsageError(
            f"{len(hypotheses)} sentences cannot be compared with {len(references)}",
            "give translation and reference with the same number of lines, at least one",
        )
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    result: dict[str, dict[str, float | str]] = {}
    for name, metric in (("BLEU", BLEU()), ("chrF++", CHRF(word_order=2)), ("TER", TER())):
        score = metric.corpus_score(list(hypotheses), [list(references)])
        result[name] = {"score": round(float(score.score), 2), "signature": str(metric.get_signature())}
    return result


#: One metric of several systems: its name, their scores, for each but the first system the p value and
#: the 95 % interval of its gap to the first, and sacreBLEU's signature.
PairedMetric = tuple[str, list[float], list[tuple[float, float, float]], str]


def paired_metrics(
    systems: Sequence[tuple[str, Sequence[str]]], references: Sequence[str], *, rounds: int = 1000
) -> list[PairedMetric]:
    """Score systems and test each against the first by approximate randomisation.

    Args:
        systems: Names and lines, the first one the baseline.
        references: The human translation's lines, as many.
        rounds: Exchanges for the p value, and resamples for the interval.

    Returns:
        BLEU, chrF++ and TER. The random numbers are seeded: the same input gives the same answer.

    Raises:
        UsageError: A system has another number of lines, or there are none.
    """
    import numpy as np

    for _, lines in systems:
        if not lines or len(lines) != len(references):
            raise UsageError(
                f"{len(lines)} sentences cannot be compared with {len(references)}",
                "give translation and reference with the same number of lines, at least one",
            )
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    found: list[PairedMetric] = []
    draws = np.random.default_rng(_SEED).integers(0, len(references), size=(rounds, len(references)))
    exchanges = np.random.default_rng(_SEED).random((rounds, len(references))) < 0.5
    for name, metric in (("BLEU", BLEU()), ("chrF++", CHRF(word_order=2)), ("TER", TER())):
        counts = [
            np.array(metric._extract_corpus_statistics(list(lines), [list(references)]), dtype=np.float64)
            for _, lines in systems
        ]

        def score(sums: object, metric: object = metric) -> float:
            return float(metric._compute_score_from_stats(list(sums)).score)  # type: ignore[attr-defined, call-overload]

        scores = [score(stats.sum(axis=0)) for stats in counts]
        tests = []
        for stats, value in zip(counts[1:], scores[1:], strict=True):
            moved = exchanges.astype(np.float64) @ (stats - counts[0])
            base, other = counts[0].sum(axis=0), stats.sum(axis=0)
            chance = [abs(score(other - row) - score(base + row)) for row in moved]
            gap = abs(value - scores[0])
            p = (sum(each >= gap - 1e-9 for each in chance) + 1) / (rounds + 1)
            gaps = [score(stats[row].sum(axis=0)) - score(counts[0][row].sum(axis=0)) for row in draws]
            low, high = np.percentile(gaps, [2.5, 97.5])
            tests.append((p, float(low), float(high)))
        signature = f"{metric.get_signature()}|ar:{rounds}|bs:{rounds}|seed:{_SEED}"
        found.append((name, [round(value, 2) for value in scores], tests, signature))
    return found
