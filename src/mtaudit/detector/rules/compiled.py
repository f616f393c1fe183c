"""A pack compiled to plain data: parsed patterns, form tables, and the index of words.

Compiling reads every rule and passes once over the lexicon (about half a second for a full
pack), so the result is kept in the user's cache folder under a name made from the content of
the rules and of this package's own compiling code: another content is another name, and a
stale file is never read.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import mtaudit
from mtaudit.caching import cache_folder, store
from mtaudit.detector.patterns.forms import FormTable, expand
from mtaudit.detector.patterns.syntax import LemmaRef, Node, Pattern, width
from mtaudit.detector.rules.confidence import confidence_file
from mtaudit.detector.rules.packed import Pack, mapped, pack
from mtaudit.detector.rules.source import RuleSource, read_rule_files
from mtaudit.detector.rules.template import highest_slot, lemmas_of
from mtaudit.errors import RuleError
from mtaudit.text.frequency import zipf
from mtaudit.text.inflection import Paradigms, generator, regular
from mtaudit.text.lexicon import Lexicon

#: Bump when the compiled form changes.
FORMAT = 8
#: Zipf frequency of what no list of words has: elided words, signs.
_EVERYWHERE = 7.0


def compile_rules(rules: Sequence[RuleSource], lexicon: Lexicon) -> dict[str, Any]:
    """Compiles checked rules.

    Raises:
        RuleError: A lemma the lexicon does not know, a template slot without an element, a
            pattern with no word to find it by.
    """
    wanted = {lemma for rule in rules for ref in _refs(rule) for lemma in ref.lemmas}
    targets = {lemma for rule in rules for template in rule.suggest for lemma in lemmas_of(template)}
    paradigms = Paradigms(lexicon, wanted | targets)
    tables: dict[str, FormTable] = {}
    index: dict[str, list[list[int]]] = {}
    for number, rule in enumerate(rules):
        for ref in _refs(rule):
            if ref.key not in tables:
                tables[ref.key] = _expand(ref, paradigms, rule)
        for place, pattern in enumerate(rule.patterns):
            for template in rule.suggest:
                if highest_slot(template) > _size(pattern):
                    raise _broken(
                        rule, f"a suggestion uses element {highest_slot(template)} of {_size(pattern)}"
                    )
            forms, least, most = _anchor(pattern, tables, rule)
            for form in forms:
                index.setdefault(form, []).append([number, place, least, most])
    return {
        "rules": [_runtime(rule) for rule in rules],
        "tables": tables,
        "targets": {lemma: _target(lemma, paradigms) for lemma in sorted(targets)},
        "index": index,
    }


def load_compiled(paths: Sequence[Path], lexicon: Lexicon) -> Pack:
    """The compiled form of rule files, from the cache where it is there.

    The result has one key more than :func:`compile_rules` gives: ``hash``, eight hex digits
    of the rules' content.
    """
    digest = _content_digest(paths)
    known_as = digest.hexdigest()[:8]
    digest.update(f"{mtaudit.__version__}:{FORMAT}:{_code_stamp()}".encode())
    cached = cache_folder() / f"pack-{digest.hexdigest()[:32]}.bin"
    try:
        found = Pack(mapped(cached))
        if found["hash"] == known_as:
            return found
    except (OSError, ValueError):
        # Not there, or not what was written: it is made anew.
        pass
    content = pack(compile_rules(read_rule_files(paths), lexicon) | {"hash": known_as})
    _store(cached, content)
    # What comes back is what a later run reads: tuples have become lists.
    return Pack(content)


def pack_hash(paths: Sequence[Path]) -> str:
    """Eight hex digits of the rules' content, as signatures show them.

    Raises:
        RuleError: A file cannot be read.
    """
    return _content_digest(paths).hexdigest()[:8]


def _content_digest(paths: Sequence[Path]) -> hashlib._Hash:
    digest = hashlib.sha256()
    tables = dict.fromkeys(table for path in paths if (table := confidence_file(path)) is not None)
    for path in (*paths, *tables):
        try:
            content = path.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise RuleError(f"{path}: cannot be read: {reason}", "check the path") from None
        # The name is part of the key: messages about a rule name its file.
        digest.update(f"{path.name}:{len(content)}\n".encode("utf-8", "surrogatepass"))
        digest.update(content)
    return digest


def _store(path: Path, content: bytes) -> None:
    if not store(path, content):
        return
    for old in path.parent.glob("pack-*.bin"):
        # Packs of other versions are not needed again; keep a few for people who switch.
        if old != path and len(list(path.parent.glob("pack-*.bin"))) > 8:
            old.unlink(missing_ok=True)


def _code_stamp() -> str:
    """Changes whenever the code that compiles does, so a developer never meets a stale pack."""
    here = Path(__file__).parent
    files = [*sorted(here.glob("*.py")), *sorted((here.parent / "patterns").glob("*.py"))]
    files.append(here.parents[1] / "text" / "inflection.py")
    return ":".join(str(file.stat().st_mtime_ns) for file in files if file.exists())


def _refs(rule: RuleSource) -> Iterable[LemmaRef]:
    for pattern in (*rule.patterns, *rule.when, *rule.unless):
        yield from pattern.lemmas.values()


def _size(pattern: Pattern) -> int:
    return sum(node[0] not in ("open", "close") for node in pattern.elements)


def _broken(rule: RuleSource, message: str) -> RuleError:
    return RuleError(f"{rule.path}:{rule.line}: {rule.id}: {message}")


def _expand(ref: LemmaRef, paradigms: Paradigms, rule: RuleSource) -> FormTable:
    try:
        return expand(ref, paradigms)
    except ValueError as error:
        raise _broken(rule, str(error)) from None


def _shared(form: str, lemma: str) -> int:
    """How many letters two words begin with in common."""
    return next((n for n, pair in enumerate(zip(form, lemma, strict=False)) if pair[0] != pair[1]), len(form))


def _target(lemma: str, paradigms: Paradigms) -> dict[str, str]:
    table: dict[str, str] = {}
    for pos in ("n", "v", "a"):
        forms = paradigms.forms(lemma, pos)
        if forms is not None:
            # The lexicon files short and odd forms under a lemma too ("bibli", "Fr."): likest first.
            likest = sorted(forms, key=lambda form: -_shared(form, lemma))
            for code, form in generator({form: forms[form] for form in likest}).items():
                table.setdefault(code, form)
    if not table:
        table = generator(regular(lemma, "v" if lemma.endswith("er") else "n"))
    return table


def _anchor(
    pattern: Pattern, tables: Mapping[str, FormTable], rule: RuleSource
) -> tuple[list[str], int, int]:
    """The forms one of which must stand in a sentence for the pattern to match: the rarest set.

    Returns:
        The forms, and how many tokens of the match can stand before them, at least and at most.
    """
    best: tuple[list[str], int, int] | None = None
    best_cost = 0.0
    before_least = before_most = 0
    for node in pattern.elements:
        least, most = width(node)
        forms = _required(node, tables)
        if forms:
            cost = _cost(forms)
            if best is None or cost < best_cost:
                best = sorted(set(forms)), before_least, before_most + most - 1
                best_cost = cost
        before_least += least
        before_most += most
    if best is None:
        raise _broken(rule, "the pattern has no word or lemma to find it by")
    return best


def _cost(forms: Iterable[str]) -> float:
    """How often one of these forms stands in French, per thousand million words."""
    return math.fsum(
        math.pow(10.0, zipf(form, "fr") if form[-1].isalnum() else _EVERYWHERE) for form in set(forms)
    )


def _required(node: Node, tables: Mapping[str, FormTable]) -> list[str]:
    if node[0] == "lit":
        return [node[1].lower()]
    if node[0] == "forms":
        return list(tables[node[1]])
    if node[0] == "repeat" and node[2] > 0:
        return _required(node[1], tables)
    if node[0] == "alt":
        rows = [_required(child, tables) for child in node[1]]
        return [form for row in rows for form in row] if all(rows) else []
    if node[0] == "seq":
        rows = [row for child in node[1] if (row := _required(child, tables))]
        return min(rows, key=_cost) if rows else []
    return []


def _runtime(rule: RuleSource) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "en": rule.en,
        "severity": rule.severity,
        "mqm": rule.mqm,
        "why": rule.why,
        "message": rule.message,
        "hint": rule.hint,
        "patterns": [pattern.elements for pattern in rule.patterns],
        "when": [pattern.elements for pattern in rule.when],
        "unless": [pattern.elements for pattern in rule.unless],
        "suggest": rule.suggest,
        "evidence": rule.evidence,
        "effect": rule.effect,
        "without": rule.without,
        "confidence": rule.confidence,
        "preview": rule.preview,
        "detector": rule.detector,
        "regions": rule.regions,
    }
