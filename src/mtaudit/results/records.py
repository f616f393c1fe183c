"""An examination as JSON and back, field by field: what comes back is equal to what went in."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, TypeVar

from mtaudit.examining import Examination, Examined
from mtaudit.model import Alignment, Check, Finding, Sentence
from mtaudit.scorer.doubts import Doubts

_Record = TypeVar("_Record", Sentence, Alignment, Check, Finding, Doubts)

_KINDS: tuple[type, ...] = (Sentence, Alignment, Check, Finding, Doubts)
_NAMES = {kind: tuple(each.name for each in fields(kind)) for kind in _KINDS}


def written(examination: Examination) -> str:
    """One line of JSON; a lone surrogate is written as its escape."""
    return json.dumps(
        [
            examination.language,
            examination.words,
            examination.fidelities,
            examination.interval,
            [
                [
                    _row(each.sentence),
                    [_row(one) for one in each.alignments],
                    [_row(one) for one in each.checks],
                    [_row(one) for one in each.findings],
                    _row(each.doubts),
                    each.key,
                    [_row(one) for one in each.gaps],
                ]
                for each in examination.sentences
            ],
        ],
        separators=(",", ":"),
    )


def read(text: str) -> Examination:
    """Reads what :func:`written` wrote.

    Raises:
        ValueError, TypeError, KeyError: It is something else.
    """
    language, words, fidelities, interval, rows = json.loads(text)
    return Examination(
        str(language),
        int(words),
        tuple(
            Examined(
                _made(Sentence, sentence),
                tuple(_made(Alignment, each) for each in alignments),
                tuple(_made(Check, each) for each in checks),
                tuple(_made(Finding, each) for each in findings),
                _made(Doubts, doubts),
                str(key),
                tuple(_made(Finding, each) for each in gaps),
            )
            for sentence, alignments, checks, findings, doubts, key, gaps in rows
        ),
        tuple(float(each) for each in fidelities),
        _frozen(interval),
    )


def _row(record: Sentence | Alignment | Check | Finding | Doubts) -> list[Any]:
    return [getattr(record, name) for name in _NAMES[type(record)]]


def _made(kind: type[_Record], row: list[Any]) -> _Record:
    if len(row) != len(_NAMES[kind]):
        raise ValueError(f"a {kind.__name__} of {len(row)} fields")
    make: Any = kind
    made: _Record = make(*(_frozen(value) for value in row))
    return made


def _frozen(value: Any) -> Any:
    """JSON has lists where the records have tuples."""
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
