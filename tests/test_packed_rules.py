"""A compiled pack in one file: the same as in memory, read in parts, and never half."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.detector.rules.packed import Pack, pack
from mtaudit.text.sorted_lines import SortedLines

words = st.text(
    st.characters(blacklist_characters="\t\n", blacklist_categories=("Cs",)), min_size=1, max_size=8
)


def compiled(index: dict[str, Any]) -> dict[str, Any]:
    rules = [
        {
            "id": f"LIT{n:03}",
            "name": f"un-{n}",
            "preview": n == 1,
            "regions": [],
            "why": f"été {n}",
            "patterns": [[n]],
        }
        for n in range(3)
    ]
    return {
        "hash": "0123abcd",
        "rules": rules,
        "tables": {"a:n": {"a": ["ms"]}},
        "targets": {},
        "index": index,
    }


@settings(deadline=None)
@given(
    st.dictionaries(
        words, st.lists(st.lists(st.integers(0, 9), max_size=3), min_size=1, max_size=3), max_size=20
    )
)
def test_what_comes_back_is_what_was_packed(index: dict[str, Any]) -> None:
    whole = compiled(index)
    found = Pack(pack(whole))
    assert found["hash"] == whole["hash"]
    assert dict(found["index"].items()) == index
    assert dict(found["tables"].items()) == whole["tables"]
    assert len(found["targets"]) == 0
    for number, rule in enumerate(whole["rules"]):
        assert {key: found["rules"][number][key] for key in rule} == rule
    for key in index:
        assert found["index"].get(key) == index[key]
    assert found["index"].get("no such word ", "none") == "none"
    with pytest.raises(KeyError):
        found["index"]["no such word "]


def test_a_part_of_a_pack_is_none() -> None:
    content = pack(compiled({"le": [[0, 0, 0, 0]]}))
    for size in (0, 1, 20, len(content) - 1):
        with pytest.raises(ValueError, match="pack"):
            Pack(content[:size])
    with pytest.raises(ValueError, match="pack"):
        Pack(content + b"x")


@given(st.sets(words, max_size=30), words)
def test_the_first_line_is_found_in_the_middle_of_other_data(keys: set[str], wanted: str) -> None:
    lines = sorted(key.encode() for key in keys)
    data = b"head\n" + b"".join(line + b"\n" for line in lines) + b"tail\n"
    end = len(data) - len(b"tail\n")
    found = SortedLines(data, 5, end)
    assert list(found) == lines
    at = found.first(wanted.encode())
    behind = [line for line in lines if line >= wanted.encode()]
    assert (found.line(at) if at < end else None) == (behind[0] if behind else None)
