"""What a detector sees: one sentence, its tokens, its neighbours, and the English aligned with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mtaudit.model import Document, Sentence
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import QUOTE, Token, fold, tokenise


@dataclass(frozen=True)
class English:
    """The English that stands against a sentence.

    Attributes:
        texts: The aligned English sentences, best first.
        is_source: True where they are the true source, and so silence means something.
    """

    texts: tuple[str, ...] = ()
    is_source: bool = False

    @property
    def folded(self) -> str:
        """All of it in lower case with straight apostrophes, for searching."""
        return fold("\n".join(self.texts)).lower()


NO_ENGLISH = English()


@dataclass(frozen=True)
class SentenceContext:
    """One sentence as detectors see it.

    Attributes:
        sentence: Its place and text.
        tokens: All tokens, quotes too.
        words: Tokens without quotes: what patterns run over.
        english: The English aligned with it, if any.
        lexicon: The French lexicon.
        document: The document, for what lies outside the sentence; None in self-tests.
        parse: Gives the spaCy ``Doc`` of this sentence, or None where no parser is in use.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    english: English
    lexicon: Lexicon
    document: Document | None = None
    parse: Callable[[], Any] = field(default=lambda: None)

    def span_text(self, start: int, end: int) -> str:
        """The text between two document offsets inside this sentence."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]


def make_context(
    sentence: Sentence,
    lexicon: Lexicon,
    english: English = NO_ENGLISH,
    document: Document | None = None,
    parsed: Any = None,
) -> SentenceContext:
    """Tokenises a sentence and puts its context together; ``parsed`` is its spaCy ``Doc``."""
    # Markup inside the sentence (Markdown) is blanked in the plain text, never in the offsets.
    plain = document.plain[sentence.start : sentence.end] if document is not None else sentence.text
    tokens = tuple(tokenise(plain, sentence.start))
    words = tuple(token for token in tokens if token.kind != QUOTE)
    return SentenceContext(sentence, tokens, words, english, lexicon, document, lambda: parsed)
