"""Every error that a user can cause: one line that says what is wrong and what to do.

The command line prints ``mtaudit: error: MESSAGE`` and exits with 2; nothing is written.
"""

from __future__ import annotations


class MtauditError(Exception):
    """Something in the input, the options or the rules that the user can put right.

    Args:
        message: What is wrong and where (file, line), in one line.
        advice: What to do about it, in one line.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message if not advice else f"{message} ({advice})")
        self.message = message
        self.advice = advice


class InputError(MtauditError):
    """A text that cannot be audited: missing, empty, binary, wrongly encoded, not French."""


class RuleError(MtauditError):
    """A broken rule file: the message has file, line and column; ``excerpt`` the line and a caret."""

    def __init__(self, message: str, advice: str = "", excerpt: str = "") -> None:
        super().__init__(message, advice)
        self.excerpt = excerpt


class UsageError(MtauditError):
    """An option that makes no sense here: an unknown rule code, a missing extra."""


class OutputError(MtauditError):
    """A report that cannot be written where it was asked for."""
