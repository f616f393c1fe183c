"""Post-editing effort: how far the corrected text is from the machine's, by sacreBLEU and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class PostEditing:
    """What it took to correct a text.

    Attributes:
        words: Words of the machine's text.
        words_changed: Words replaced, left out or put in.
        ter: Translation edit rate in percent, machine's text against the corrected one (HTER); 0 for
            a text that was left as it was. Case counts.
        ter_signature: sacreBLEU's signature of it.
        chrf: Character F-score (0 to 100); 100 for a text that was left as it was.
        chrf_signature: sacreBLEU's signature of it.
    """

    words: int
    words_changed: int
    ter: float
    ter_signature: str
    chrf: float
    chrf_signature: str


def post_editing_effort(pairs: Sequence[tuple[str, str]]) -> PostEditing:
    """Measures the effort over a text.

    TER is Snover et al. (2006), chrF Popović (2015), both over the whole text at once.

    Args:
        pairs: Lines of the machine's text, each beside its corrected one; at least one.

    Returns:
        The effort; scores are rounded to two decimals.
    """
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    before = [one for one, _ in pairs]
    after = [other for _, other in pairs]
    # A small letter for a capital is a correction too: TER would not count it by default.
    ter, chrf = TER(case_sensitive=True), CHRF()
    ter_score = ter.corpus_score(before, [after])
    chrf_score = chrf.corpus_score(before, [after])
    return PostEditing(
        words=sum(len(line.split()) for line in before),
        words_changed=sum(_words_changed(one, other) for one, other in pairs),
        ter=round(float(ter_score.score), 2),
        ter_signature=str(ter.get_signature()),
        chrf=round(float(chrf_score.score), 2),
        chrf_signature=str(chrf.get_signature()),
    )


def _words_changed(before: str, after: str) -> int:
    """Words that differ; where some give way to others, the larger number counts."""
    if before == after:
        return 0
    matcher = SequenceMatcher(None, before.split(), after.split(), autojunk=False)
    return sum(
        max(end - start, other_end - other_start)
        for tag, start, end, other_start, other_end in matcher.get_opcodes()
        if tag != "equal"
    )
