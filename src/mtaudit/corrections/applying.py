"""Applying a file of decisions: find each article, check its version, correct it, measure the effort."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtaudit.corrections.correct import changed_lines, check_decisions, correct
from mtaudit.corrections.decisions import DocumentDecisions
from mtaudit.errors import InputError, UsageError
from mtaudit.fingerprint import text_sha256
from mtaudit.scorer.post_editing import PostEditing, post_editing_effort
from mtaudit.text.readers.collecting import unreadable
from mtaudit.text.readers.decoding import decode


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected article.

    Attributes:
        article: The file that was corrected; it stays as it is.
        output: Where the corrected text goes.
        text: The corrected text, with the byte order mark if the article has one.
        decided: The decisions that made it.
        effort: What the correction took.
    """

    article: Path
    output: Path
    text: str
    decided: DocumentDecisions
    effort: PostEditing


def apply_decisions(
    documents: Sequence[DocumentDecisions],
    *,
    beside: Path,
    article: Path | None = None,
    output: Path | None = None,
) -> tuple[Corrected, ...]:
    """Corrects every document in memory; nothing is written.

    Args:
        documents: What ``read_decisions`` returned.
        beside: The folder of the file of decisions: articles are looked for there too.
        article: Where the one article is now, if not where it was audited.
        output: Where the corrected text goes, or a folder for several; beside each article if None.

    Raises:
        InputError: An article is missing or not the version that the decisions were made for.
        UsageError: ``article`` is given for several documents.
    """
    if article is not None and len(documents) != 1:
        raise UsageError(
            f"--article goes with decisions on one article, not {len(documents)}",
            "leave it out and run where the audit ran",
        )
    corrected = []
    for decided in documents:
        places = [article] if article is not None else _places(decided.path, beside)
        file, data, text = _find(decided, places)
        replacements = check_decisions(text, decided.decisions, decided.path)
        mark = "\ufeff" if data.startswith(codecs.BOM_UTF8) else ""
        corrected.append(
            Corrected(
                article=file,
                output=_output_for(file, output, several=len(documents) > 1),
                text=mark + correct(text, replacements),
                decided=decided,
                effort=post_editing_effort(changed_lines(text, replacements)),
            )
        )
    return tuple(corrected)


def _places(path: str, beside: Path) -> list[Path]:
    """Where an article may be: as the audit named it, or with the file of decisions."""
    named = Path(path)
    return [named, beside / named, beside / named.name]


def _find(decided: DocumentDecisions, places: Sequence[Path]) -> tuple[Path, bytes, str]:
    other_version: Path | None = None
    for place in places:
        try:
            if not place.is_file():
                continue
            data = place.read_bytes()
        except (OSError, ValueError) as error:
            raise unreadable(place, error) from None
        text = decode(data, str(place))
        if text_sha256(text) == decided.text_sha256:
            return place, data, text
        other_version = other_version or place
    if other_version is not None:
        raise InputError(
            f"{other_version}: the decisions were made for another version of this text",
            "audit it again and decide in the new report; nothing was written",
        )
    raise InputError(
        f"{places[0]}: the article is not there", "run where the audit ran, or give --article PATH"
    )


def _output_for(article: Path, output: Path | None, *, several: bool) -> Path:
    name = f"{article.stem}.corrected{article.suffix or '.txt'}"
    if output is None:
        return article.with_name(name)
    return output / name if several or output.is_dir() else output
