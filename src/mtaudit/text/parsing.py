"""The French parser: spaCy with fr_core_news_md, loaded in half the usual time.

Two things make a plain ``spacy.load`` slow. spaCy's French tokenizer compiles a regular
expression of 1.45 MB, twice, because it spells out every letter of every script; here the
letters of Latin, Greek and Cyrillic are written as ranges while it is compiled, which leaves
a few kilobytes. And ``thinc`` imports torch where torch is installed, though this model runs
without it; here it is hidden for the time of the import. Both lean on the insides of the spaCy
release that the project pins; a test holds the tokens against those of an untouched spaCy.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from mtaudit.errors import MtauditError
from mtaudit.text.tokens import fold

MODEL = "fr_core_news_md"
#: What the checks need: parts of speech, morphology, dependencies. No names, no lemmas.
_EXCLUDED = ("ner", "lemmatizer", "attribute_ruler", "senter")
#: Latin with all its accents, Greek, Cyrillic: as ranges inside a character class.
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"
#: Only the token pattern is this long; every other pattern is left alone.
_LONG = 200_000
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"'})


def normalise(text: str) -> str:
    """The text as the parser should see it, character for character: straight quotes, plain spaces."""
    return fold(text).translate(_QUOTES)


@contextmanager
def _short_letters() -> Iterator[None]:
    """Shortens spaCy's spelled-out letters in the one huge pattern compiled meanwhile."""
    # The names are spaCy's own: the classes of lower-case letters and of all letters.
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    compile_pattern = re.compile

    def compile_short(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and len(pattern) > _LONG:
            # The pattern ignores case, so both classes come to the same letters.
            pattern = pattern.replace(ALPHA_LOWER, _LETTERS).replace(ALPHA, _LETTERS)
        return compile_pattern(pattern, flags)

    re.compile = compile_short
    try:
        yield
    finally:
        re.compile = compile_pattern


@contextmanager
def _without_torch() -> Iterator[None]:
    """Hides torch from the imports made meanwhile, unless it has been imported already."""
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]


@lru_cache(maxsize=1)
def load_parser() -> Any:
    """The spaCy pipeline, loaded once (about two seconds).

    Returns:
        A ``spacy.Language`` with tokenizer, morphology and parser.

    Raises:
        MtauditError: spaCy or its French model is not installed.
    """
    try:
        with _without_torch():
            import spacy

            with _short_letters():
                return spacy.load(MODEL, exclude=list(_EXCLUDED))
    except (ImportError, OSError) as error:
        raise MtauditError(
            f"the French parser cannot be loaded: {error}",
            "pip install 'mtaudit[parser]', or run with --fast to do without it",
        ) from None


def parse(sentences: Sequence[str]) -> list[Any]:
    """Parses sentences, each as one tree.

    Args:
        sentences: Texts of single sentences.

    Returns:
        One spaCy ``Doc`` per sentence, in order; the offsets of its tokens hold in the sentence.
    """
    nlp = load_parser()
    docs = []
    for sentence in sentences:
        doc = nlp.make_doc(normalise(sentence))
        # Sentences have been told apart already; the parser must not split them again.
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    return list(nlp.pipe(docs, batch_size=64))
