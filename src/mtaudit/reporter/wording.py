"""The words of every report, in one place: ``words_en.py`` and ``words_fr.py`` hold the same keys.

Another language is another such file. A text may have ``{name}`` fields; a counted text has its
singular and plural on the two sides of a bar, ``{n} finding|{n} findings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from mtaudit.errors import UsageError
from mtaudit.reporter.visible import one_line

LANGUAGES: tuple[str, ...] = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts and number style of one language.

    Attributes:
        language: Its BCP 47 code, for ``lang`` attributes.
        words: Key to text.
        decimal: The sign before decimals.
        thousands: The sign between groups of three digits.
        zero_is_plural: Whether none takes the plural, as in "0 findings".
    """

    language: str
    words: Mapping[str, str]
    decimal: str
    thousands: str
    zero_is_plural: bool

    def text(self, key: str, **fields: object) -> str:
        """The text of ``key`` with its fields filled in.

        Raises:
            KeyError: There is no such key, or a field is not given.
        """
        return self.words[key].format(**fields)

    def count(self, key: str, n: int, **fields: object) -> str:
        """A counted text in its singular or plural, with ``{n}`` as a formatted number."""
        one, many = self.words[key].split("|")
        is_plural = n > 1 or (n == 0 and self.zero_is_plural)
        return (many if is_plural else one).format(n=self.number(n), **fields)

    def number(self, value: float, digits: int = 0) -> str:
        """``value`` with ``digits`` decimals, in the style of the language."""
        plain = f"{value + 0.0:,.{digits}f}"
        return plain.translate({ord(","): self.thousands, ord("."): self.decimal})

    def named(self, group: str, code: str) -> str:
        """The name of a code (``named("family", "LIT")``).

        A code without one, such as a family of a plug-in, is its own name, made safe to show.
        """
        return self.words.get(f"{group}.{code}") or one_line(code)


@cache
def get_wording(language: str) -> Wording:
    """The words for a language of the interface.

    Raises:
        UsageError: There are no words in that language.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no reports in language {language!r}", f"choose one of: {', '.join(LANGUAGES)}")
    module = import_module(f"{__package__}.words_{language}")
    return Wording(language, module.WORDS, module.DECIMAL, module.THOUSANDS, module.ZERO_IS_PLURAL)
