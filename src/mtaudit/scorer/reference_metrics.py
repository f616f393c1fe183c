"""BLEU, chrF++ and TER against French references, by sacreBLEU and with its signatures."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.errors import UsageError


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
