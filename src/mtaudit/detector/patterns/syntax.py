"""The pattern language: from text to a tree.

A pattern is a row of elements, one for a word (quotes in the text are passed over):

====================  =============================================================
``camp``              this form, in any case
``=Target``           this form with exactly these capitals
``<bal>``             any form of the lemma; ``<bal|fête>`` of either
``<tirer:v.pp>``      only the verb's past participle; see FEATURES for what may follow
``(à | dans le)``     one of several rows
``X?``  ``X*``        once or not at all; any number of times (at most 4)
``~3``                a gap of up to three words, no punctuation
``ADV`` ``NAME`` ...  a word of this class (CLASSES); ``NOUN.p`` with a feature
``!X``  ``&X``        what follows is not X, is X (takes up no word)
``[ ... ]``           only this part is the fault; what stands outside is context
====================  =============================================================

The tree is made of tuples so that a compiled pack is plain data:
``("lit", form, exact)``, ``("forms", key)``, ``("class", name, features)``, ``("seq", [..])``,
``("alt", [..])``, ``("repeat", node, low, high)``, ``("gap", n)``, ``("look", node, wanted)``,
``("open",)`` and ``("close",)`` for the span, ``("edge", "START")``.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from mtaudit.text.tokens import tokenise

Node = tuple[Any, ...]

CLASSES = {
    "DET": "determiner (le, un, ce, son, des, plusieurs...)",
    "NOUN": "any form the lexicon knows as a noun",
    "ADJ": "adjective or past participle",
    "ADV": "adverb",
    "VERB": "finite verb form",
    "INF": "infinitive",
    "PP": "past participle",
    "GER": "present participle",
    "NUM": "number in figures or words",
    "NAME": "capitalised word that is not a common French word, or not first in the sentence",
    "WORD": "any word",
    "PREP": "preposition",
    "PRON": "subject pronoun (il, elle, on, ce, qui...)",
    "CLIT": "object or reflexive pronoun (se, le, lui, y, en...)",
    "NEG": "pas, plus, jamais, rien, guère",
    "COMMA": "a comma",
    "PUNCT": "any punctuation mark",
    "SYM": "a currency sign or per cent sign",
}
EDGES = {"START": "start of the sentence", "END": "end of the sentence (a final stop may follow)"}
FEATURES = {
    "v": {
        "inf": "W",
        "ger": "G",
        "pp": "K",
        "pres": "P",
        "impf": "I",
        "fut": "F",
        "cond": "C",
        "past": "J",
        "subj": "ST",
        "imp": "Y",
        "fin": "PIFCJSTY",
    }
}
_POS = {"n", "v", "a"}
_AGREEMENT = {"m", "f", "s", "p", "1", "2", "3"}

_LEXEME = re.compile(
    r"\s*(?P<item><[^<>]*>|\(|\)|\||\[|\]|!|&|~\d+|[?*+]|[A-Z]{2,}(?:\.[a-z]+)*(?=[\s?*+|)\]]|$)|[^\s()|\[\]<>?*+!&~]+)"
)


class PatternError(ValueError):
    """A pattern that cannot be read; ``position`` is the 0-based column in the pattern."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class LemmaRef(NamedTuple):
    """What stands in angle brackets: lemmas, part of speech or None, features."""

    lemmas: tuple[str, ...]
    pos: str | None
    features: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of this set of forms in a compiled pack."""
        return "|".join(self.lemmas) + ":" + (self.pos or "") + "".join("." + name for name in self.features)


class Pattern(NamedTuple):
    """A parsed pattern: its elements in order, and every lemma set they name."""

    elements: tuple[Node, ...]
    lemmas: dict[str, LemmaRef]


def parse(text: str) -> Pattern:
    """Parses one pattern.

    Raises:
        PatternError: With the column of what cannot be read.
    """
    parser = _Parser(text)
    elements = parser.row(until=())
    if parser.peek() is not None:
        raise PatternError(f"unexpected '{parser.peek()}'", parser.column)
    opens = sum(node[0] == "open" for node in elements)
    closes = sum(node[0] == "close" for node in elements)
    if opens != closes or opens > 1:
        raise PatternError("'[' and ']' must stand once each, outside any group", 0)
    if opens and elements.index(("open",)) > elements.index(("close",)):
        raise PatternError("']' stands before '['", 0)
    if not any(node[0] in ("lit", "forms", "class", "alt", "repeat", "gap", "seq") for node in elements):
        raise PatternError("the pattern is empty", 0)
    if can_be_empty(("seq", elements)):
        raise PatternError("the pattern matches the empty string", 0)
    return Pattern(tuple(elements), parser.lemmas)


def can_be_empty(node: Node) -> bool:
    """Whether a node can match no word at all."""
    kind = node[0]
    if kind == "seq":
        return all(can_be_empty(child) for child in node[1])
    if kind == "alt":
        return any(can_be_empty(child) for child in node[1])
    if kind == "repeat":
        return node[2] == 0 or can_be_empty(node[1])
    return kind in ("gap", "look", "open", "close", "edge")


def width(node: Node) -> tuple[int, int]:
    """How many tokens a node can take up, at least and at most."""
    kind = node[0]
    if kind in ("lit", "forms", "class"):
        return 1, 1
    if kind == "gap":
        return 0, node[1]
    if kind == "repeat":
        least, most = width(node[1])
        return least * node[2], most * node[3]
    if kind in ("seq", "alt"):
        widths = [width(child) for child in node[1]]
        if kind == "alt":
            return min(least for least, _ in widths), max(most for _, most in widths)
        return sum(least for least, _ in widths), sum(most for _, most in widths)
    return 0, 0


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[tuple[str, int]] = []
        position = 0
        while position < len(text.rstrip()):
            match = _LEXEME.match(text, position)
            if match is None:
                raise PatternError(f"cannot read '{text[position:].strip()[:10]}'", position)
            self.items.append((match["item"], match.start("item")))
            position = match.end()
        self.at = 0
        self.lemmas: dict[str, LemmaRef] = {}

    @property
    def column(self) -> int:
        return self.items[self.at][1] if self.at < len(self.items) else len(self.text)

    def peek(self) -> str | None:
        return self.items[self.at][0] if self.at < len(self.items) else None

    def take(self) -> tuple[str, int]:
        item = self.items[self.at]
        self.at += 1
        return item

    def row(self, until: tuple[str, ...]) -> list[Node]:
        nodes: list[Node] = []
        while (item := self.peek()) is not None and item not in until:
            if item in (")", "|"):
                raise PatternError(f"'{item}' without '('", self.column)
            if item in ("?", "*", "+"):
                raise PatternError(f"'{item}' has nothing before it", self.column)
            nodes.append(self.element())
        return nodes

    def element(self) -> Node:
        item, column = self.take()
        if item in ("[", "]"):
            return ("open",) if item == "[" else ("close",)
        if item in ("!", "&"):
            if self.peek() is None:
                raise PatternError(f"'{item}' needs an element after it", column)
            return ("look", self.element(), item == "&")
        node = self.group(column) if item == "(" else self.atom(item, column)
        mark = self.peek()
        if mark in ("?", "*", "+"):
            self.take()
            if node[0] in ("gap", "edge"):
                raise PatternError(f"'{mark}' cannot follow '{item}'", column)
            low, high = {"?": (0, 1), "*": (0, 4), "+": (1, 4)}[mark]
            return ("repeat", node, low, high)
        return node

    def group(self, column: int) -> Node:
        rows: list[Node] = []
        while True:
            nodes = self.row(until=(")", "|"))
            if not nodes:
                raise PatternError("an empty alternative", self.column)
            if any(node[0] in ("open", "close") for node in nodes):
                raise PatternError("'[' and ']' may not stand in a group", column)
            rows.append(nodes[0] if len(nodes) == 1 else ("seq", nodes))
            if self.peek() is None:
                raise PatternError("'(' without ')'", column)
            closing, _ = self.take()
            if closing == ")":
                return rows[0] if len(rows) == 1 else ("alt", rows)

    def atom(self, item: str, column: int) -> Node:
        if item.startswith("<"):
            return self.lemma(item, column)
        if item.startswith("~"):
            return ("gap", int(item[1:]))
        name, _, features = item.partition(".")
        if name in CLASSES:
            wanted = tuple(features.split(".")) if features else ()
            for feature in wanted:
                if feature not in _AGREEMENT:
                    raise PatternError(f"unknown feature '{feature}'; known: m f s p", column)
            return ("class", name, wanted)
        if item in EDGES:
            return ("edge", item)
        if re.fullmatch(r"[A-Z]{3,}", item):
            raise PatternError(f"unknown class {item}; known: {' '.join(CLASSES)}", column)
        exact = item.startswith("=") and len(item) > 1
        form = item[1:] if exact else item.lower().replace("’", "'")
        if form.isalpha():
            return ("lit", form, exact)
        # An elided word only counts as one where a word follows it.
        parts = [token.text for token in tokenise(form + "x" if form.endswith("'") else form)]
        if form.endswith("'") and parts[-1:] == ["x"]:
            parts.pop()
        if len(parts) > 1 and not form.startswith("-"):
            raise PatternError(f"'{form}' is {len(parts)} elements: write {' '.join(parts)}", column)
        return ("lit", form, exact)

    def lemma(self, item: str, column: int) -> Node:
        names, _, rest = item[1:-1].partition(":")
        lemmas = tuple(name.strip() for name in names.split("|"))
        if not all(lemmas):
            raise PatternError("an empty lemma", column)
        pos: str | None = None
        features: tuple[str, ...] = ()
        if rest:
            pos, *names_of_features = rest.split(".")
            features = tuple(names_of_features)
            if pos not in _POS:
                raise PatternError(f"unknown part of speech '{pos}'; known: n v a", column)
            known = set(FEATURES.get(pos, {})) | _AGREEMENT
            for feature in features:
                if feature not in known:
                    raise PatternError(
                        f"unknown feature '{feature}'; known: {' '.join(sorted(known))}", column
                    )
        ref = LemmaRef(lemmas, pos, features)
        self.lemmas[ref.key] = ref
        return ("forms", ref.key)
