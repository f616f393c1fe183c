"""Reading a file of decisions, as the HTML report exports it (docs/decisions.md has the format)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from mtaudit.errors import InputError

Action = Literal["accept", "edit", "dismiss"]
#: The version of the format that is read and written.
VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")
_ADVICE = "export the decisions again from the HTML report"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        id: Name of the finding in its report.
        rule: The rule of the finding; None where a whole sentence was rewritten.
        start: Where the words begin, in code points of the text.
        end: Where they end, half-open.
        text: The words themselves.
        action: ``accept`` (a suggestion), ``edit`` (wording of the editor's own) or ``dismiss``.
        replacement: What to write instead; None for a dismissal.
        reason: Why it was dismissed; None for a replacement.
    """

    id: str
    rule: str | None
    start: int
    end: int
    text: str
    action: Action
    replacement: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class DocumentDecisions:
    """All decisions on one version of one document."""

    path: str
    text_sha256: str
    decisions: tuple[Decision, ...]

    @property
    def replacements(self) -> tuple[Decision, ...]:
        """The decisions that change the text."""
        return tuple(each for each in self.decisions if each.action != "dismiss")

    @property
    def dismissals(self) -> tuple[Decision, ...]:
        """The decisions against a finding."""
        return tuple(each for each in self.decisions if each.action == "dismiss")


def read_decisions(path: Path) -> tuple[DocumentDecisions, ...]:
    """Reads a file of decisions; documents without any are left out.

    Raises:
        InputError: It is missing, no file of decisions, of another version, or broken.
    """
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", "give the file that the HTML report exported") from None
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read: {(error.strerror or '').lower()}", "check the path"
        ) from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        reason = str(error) or type(error).__name__
        raise InputError(f"{path}: no file of decisions: {reason}", _ADVICE) from None
    if not isinstance(data, dict) or "mtaudit_decisions" not in data:
        raise InputError(f"{path}: no file of decisions: 'mtaudit_decisions' is not in it", _ADVICE)
    version = data["mtaudit_decisions"]
    if type(version) is not int or version != VERSION:
        raise InputError(f"{path}: decisions of version {version!r}, not {VERSION}", "update mtaudit")
    listed = data.get("documents")
    if not isinstance(listed, list):
        raise InputError(f"{path}: 'documents' is no list", _ADVICE)
    documents = tuple(_document(each, f"{path}: document {n}") for n, each in enumerate(listed, 1))
    decided = tuple(each for each in documents if each.decisions)
    if not decided:
        raise InputError(f"{path}: there is no decision in it", "decide on some findings in the HTML report")
    return decided


def _document(data: Any, where: str) -> DocumentDecisions:
    if not isinstance(data, dict) or not isinstance(data.get("decisions"), list):
        raise InputError(f"{where}: 'decisions' is no list", _ADVICE)
    path, digest = data.get("path"), data.get("text_sha256")
    if not isinstance(path, str) or not path:
        raise InputError(f"{where}: 'path' is no text", _ADVICE)
    if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
        raise InputError(f"{where}: 'text_sha256' is no SHA-256", _ADVICE)
    decisions = tuple(
        _decision(each, f"{where}, decision {n}") for n, each in enumerate(data["decisions"], 1)
    )
    return DocumentDecisions(path, digest, decisions)


def _decision(data: Any, where: str) -> Decision:
    if not isinstance(data, dict):
        raise InputError(f"{where}: no table of values", _ADVICE)
    for key in ("id", "text"):
        if not isinstance(data.get(key), str):
            raise InputError(f"{where}: '{key}' is no text", _ADVICE)
    for key in ("start", "end"):
        if type(data.get(key)) is not int:
            raise InputError(f"{where}: '{key}' is no whole number", _ADVICE)
    for key in ("rule", "replacement", "reason"):
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{where}: '{key}' is no text", _ADVICE)
        if value is not None and _SURROGATE.search(value):
            raise InputError(f"{where}: '{key}' holds half a character", _ADVICE)
    action = data.get("action")
    if action not in ("accept", "edit", "dismiss"):
        raise InputError(f"{where}: unknown action {action!r}", "known: accept, edit, dismiss")
    if action == "dismiss" and not (data.get("reason") or "").strip():
        raise InputError(f"{where}: dismissed without a reason", _ADVICE)
    if action != "dismiss" and data.get("replacement") is None:
        raise InputError(f"{where}: '{action}' without a replacement", _ADVICE)
    return Decision(
        id=data["id"],
        rule=data.get("rule"),
        start=data["start"],
        end=data["end"],
        text=data["text"],
        action=action,
        replacement=None if action == "dismiss" else data["replacement"],
        reason=data["reason"].strip() if action == "dismiss" else None,
    )
