"""Running a parsed pattern over the tokens of a sentence.

A pattern becomes a chain of small functions, each calling the next with the place it got to
(continuations): that gives backtracking without a machine of its own. Quotes are not among the
tokens, so a pattern reads through them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from mtaudit.detector.patterns.classes import make_test
from mtaudit.detector.patterns.syntax import Node
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import PUNCT, Token

Tokens = Sequence[Token]
Captures = list[tuple[int, int] | None]
Continue = Callable[[int], bool]
#: (tokens, at, captures, continuation) -> whether the rest matched
Step = Callable[[Tokens, int, Captures, Continue], bool]

#: form tables by key (see LemmaRef.key): form -> codes.
Tables = Mapping[str, Mapping[str, Sequence[str]]]


class Match(NamedTuple):
    """One match, in token indices: the faulty span and what each element matched."""

    start: int
    end: int
    captures: tuple[tuple[int, int] | None, ...]


class Matcher:
    """One pattern, ready to run."""

    def __init__(self, elements: Sequence[Node], tables: Tables, lexicon: Lexicon) -> None:
        self._size = len([node for node in elements if node[0] not in ("open", "close")])
        self._span = any(node[0] == "open" for node in elements)
        self._builder = _Builder(tables, lexicon)
        self._run = self._chain(list(elements))
        self._first = self._builder.first_forms(list(elements))

    def search(self, tokens: Tokens, starts: Iterable[int] | None = None) -> list[Match]:
        """Matches, left to right, not overlapping.

        Args:
            tokens: The sentence.
            starts: Where a match may begin, ascending; everywhere when None.
        """
        found: list[Match] = []
        free = 0
        first = self._first
        for at in range(len(tokens)) if starts is None else starts:
            if at >= free and (first is None or tokens[at].norm in first):
                match = self.match_at(tokens, at)
                if match is not None and match.end > match.start:
                    found.append(match)
                    free = max(match.end, at + 1)
        return found

    def match_at(self, tokens: Tokens, at: int) -> Match | None:
        """The match that begins at token ``at``, if there is one."""
        captures: Captures = [None] * (self._size + 2)
        ends: list[int] = []

        def done(position: int) -> bool:
            ends.append(position)
            return True

        if not self._run(tokens, at, captures, done):
            return None
        start, end = at, ends[0]
        opened, closed = captures[-2], captures[-1]
        if self._span and opened and closed:
            start, end = opened[0], closed[0]
        return Match(start, end, tuple(captures[:-2]))

    def _chain(self, elements: list[Node]) -> Step:
        step: Step = _accept
        number = self._size
        for node in reversed(elements):
            if node[0] in ("open", "close"):
                step = _mark(-2 if node[0] == "open" else -1, step)
            else:
                number -= 1
                step = _capture(number, self._builder.step(node), step)
        return step


def _accept(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
    return then(at)


def _mark(slot: int, following: Step) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        captures[slot] = (at, at)
        return following(tokens, at, captures, then)

    return step


def _capture(number: int, this: Step, following: Step) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        def go_on(position: int) -> bool:
            captures[number] = (at, position)
            return following(tokens, position, captures, then)

        return this(tokens, at, captures, go_on)

    return step


class _Builder:
    def __init__(self, tables: Tables, lexicon: Lexicon) -> None:
        self.tables = tables
        self.lexicon = lexicon

    def first_forms(self, elements: list[Node]) -> frozenset[str] | None:
        """The forms a match can begin with, or None where they cannot be listed."""
        for node in elements:
            if node[0] in ("open", "close"):
                continue
            return self.forms_of(node)
        return None

    def forms_of(self, node: Node) -> frozenset[str] | None:
        if node[0] == "lit":
            return frozenset([node[1].lower()])
        if node[0] == "forms":
            return frozenset(self.tables[node[1]])
        if node[0] == "seq":
            return self.forms_of(node[1][0])
        if node[0] == "alt":
            sets = [self.forms_of(child) for child in node[1]]
            if any(each is None for each in sets):
                return None
            return frozenset().union(*(each for each in sets if each is not None))
        if node[0] == "repeat" and node[2] > 0:
            return self.forms_of(node[1])
        return None

    def step(self, node: Node) -> Step:
        kind = node[0]
        if kind == "lit":
            return _exact(node[1]) if node[2] else _one(frozenset([node[1]]))
        if kind == "forms":
            return _one(self.tables[node[1]])
        if kind == "class":
            test = make_test(node[1], tuple(node[2]), self.lexicon)
            return lambda tokens, at, captures, then: (
                at < len(tokens) and test(tokens[at], at) and then(at + 1)
            )
        if kind == "seq":
            return self.sequence([self.step(child) for child in node[1]])
        if kind == "alt":
            return _either([self.step(child) for child in node[1]])
        if kind == "repeat":
            return _repeat(self.step(node[1]), node[2], node[3])
        if kind == "gap":
            return _gap(node[1])
        if kind == "look":
            return _look(self.step(node[1]), node[2])
        return _edge(node[1])

    @staticmethod
    def sequence(steps: list[Step]) -> Step:
        def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
            def run(index: int, position: int) -> bool:
                if index == len(steps):
                    return then(position)
                return steps[index](tokens, position, captures, lambda after: run(index + 1, after))

            return run(0, at)

        return step


def _one(forms: frozenset[str] | Mapping[str, object]) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        return at < len(tokens) and tokens[at].norm in forms and then(at + 1)

    return step


def _exact(form: str) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        return at < len(tokens) and tokens[at].text == form and then(at + 1)

    return step


def _either(steps: list[Step]) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        return any(each(tokens, at, captures, then) for each in steps)

    return step


def _repeat(this: Step, low: int, high: int) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        def more(count: int, position: int) -> bool:
            if count < high and this(
                tokens, position, captures, lambda after: after > position and more(count + 1, after)
            ):
                return True
            return count >= low and then(position)

        return more(0, at)

    return step


def _gap(size: int) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        for position in range(at, at + size + 1):
            if then(position):
                return True
            if position >= len(tokens) or tokens[position].kind == PUNCT:
                return False
        return False

    return step


def _look(this: Step, wanted: bool) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        return this(tokens, at, list(captures), lambda after: True) == wanted and then(at)

    return step


def _edge(name: str) -> Step:
    def step(tokens: Tokens, at: int, captures: Captures, then: Continue) -> bool:
        if name == "START":
            return at == 0 and then(at)
        rest = tokens[at:]
        return all(token.norm in ".!?…" or token.norm == "..." for token in rest) and then(at)

    return step
