"""A compiled pack as one file, of which a run reads only what it meets.

One short audit meets a few hundred of the thousands of rules and form tables of a pack; parsing them all
would be a third of its time. The file is a line of JSON that says where things are, then the rules, one
line of JSON each, then three tables as sorted lines of a key, a tab and a value in JSON.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mtaudit.text.sorted_lines import SortedLines

#: What is asked of every rule, whether it fires or not.
_HEAD = ("id", "name", "preview", "regions")
_TABLES = ("tables", "targets", "index")
_ABSENT = object()


def pack(compiled: Mapping[str, Any]) -> bytes:
    """The file's content.

    Args:
        compiled: What :func:`mtaudit.detector.rules.compiled.compile_rules` gives, with its ``hash``.
    """
    blob = bytearray()
    ends: list[int] = []
    for rule in compiled["rules"]:
        blob += _text({key: value for key, value in rule.items() if key not in _HEAD}) + b"\n"
        ends.append(len(blob))
    sections: dict[str, tuple[int, int]] = {}
    for name in _TABLES:
        begin = len(blob)
        lines = (_key(key) + _text(value) + b"\n" for key, value in compiled[name].items())
        blob += b"".join(sorted(lines))
        sections[name] = (begin, len(blob))
    header = {
        "hash": compiled["hash"],
        "heads": {key: [rule[key] for rule in compiled["rules"]] for key in _HEAD},
        "ends": ends,
        "sections": sections,
        "size": len(blob),
    }
    return _text(header) + b"\n" + bytes(blob)


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _key(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass") + b"\t"


def mapped(path: Path) -> mmap.mmap:
    """A packed file in memory, without reading it.

    Raises:
        OSError: It is not there.
        ValueError: It is empty.
    """
    with path.open("rb") as handle:
        return mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)


class Pack(Mapping[str, Any]):
    """A compiled pack, to be used like the mapping that it was made of.

    Args:
        data: The content, from :func:`pack` or :func:`mapped`.

    Raises:
        ValueError: It is no whole pack.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        start = data.find(b"\n") + 1
        try:
            header = json.loads(data[:start])
            whole = header["size"] == len(data) - start
            sections = header["sections"]
            self._parts: dict[str, Any] = {
                "hash": header["hash"],
                "rules": _Rules(data, start, header),
                **{name: _Table(data, *(start + at for at in sections[name])) for name in _TABLES},
            }
        except (KeyError, TypeError, IndexError, ValueError) as error:
            raise ValueError(f"not a pack: {error}") from None
        if not whole:
            raise ValueError("a part of the pack is missing")
        self._data = data

    def __getitem__(self, key: str) -> Any:
        return self._parts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and self._data[:] == other._data[:]

    __hash__ = None  # type: ignore[assignment]


class _Rule(dict[str, Any]):
    """A rule whose head is there; the rest is parsed when it is first asked for."""

    def __init__(self, head: Mapping[str, Any], data: bytes | mmap.mmap, begin: int, end: int) -> None:
        super().__init__(head)
        self._rest = (data, begin, end)

    def __missing__(self, key: str) -> Any:
        data, begin, end = self._rest
        self.update(json.loads(data[begin:end]))
        return dict.__getitem__(self, key)


class _Rules(Sequence[_Rule]):
    def __init__(self, data: bytes | mmap.mmap, start: int, header: Mapping[str, Any]) -> None:
        heads = zip(*(header["heads"][key] for key in _HEAD), strict=True)
        ends = header["ends"]
        self._rules = [
            _Rule(dict(zip(_HEAD, head, strict=True)), data, start + begin, start + end)
            for head, begin, end in zip(heads, [0, *ends], ends, strict=False)
        ]

    def __getitem__(self, number: Any) -> Any:
        return self._rules[number]

    def __len__(self) -> int:
        return len(self._rules)


class _Table(Mapping[str, Any]):
    """Sorted lines looked up by key; what was found stays parsed."""

    def __init__(self, data: bytes | mmap.mmap, begin: int, end: int) -> None:
        self._lines = SortedLines(data, begin, end)
        self._found: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        value = self.get(key, _ABSENT)
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or the default; what is not there is remembered too."""
        if key not in self._found:
            self._found[key] = self._look_up(key)
        value = self._found[key]
        return default if value is _ABSENT else value

    def _look_up(self, key: str) -> Any:
        wanted = _key(key)
        at = self._lines.first(wanted)
        if not self._lines.startswith(at, wanted):
            return _ABSENT
        return json.loads(self._lines.line(at)[len(wanted) :])

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            yield line[: line.index(b"\t")].decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        return sum(1 for _ in self._lines)
