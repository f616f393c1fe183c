"""Does this full stop end a sentence, or only an abbreviation, an initial or a list number?

The evidence is the word before it and the word after it. Where the word before may stand last in a
sentence (*etc.*, *U.S.*, *le plan B.*) the word after decides: a capital on a word that needs none
(*Le*, *Mais*, *However*) shows that a sentence begins, after the orthographic heuristic of Kiss and
Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006), with fixed word lists.
"""

from __future__ import annotations

import re

from mtaudit.text.abbreviations import BY_LANGUAGE, Abbreviations, split_words

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_BEFORE = re.compile(r"(\w*)\s+(?:\S*['’])?[^\w\s]*$")
_INITIALISM = re.compile(r"(?:[^\W\d_]{1,2}\.\s?-?)+[^\W\d_]{1,2}")
_LIST_NUMBER = re.compile(r"\W*(?:\d{1,3}|[IVX]{1,4}|[A-Za-z])")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}")
_ROMAN = re.compile(r"[IVXLC]+\b")

#: What may be stuck to the front of a word: quotation marks, brackets, elided words.
_STUCK_TO_FRONT = re.compile(r"^(?:.*['’«“”\"‘(\[{/–—])")

#: Units look like abbreviations without vowels, but take no full stop of their own.
_UNITS = split_words("km kg cm mm ml cl dl hl mg kw kwh mw gw tw hz khz mhz ghz ms gb mb tb kb ch lb cv")

#: French articles and particles that surnames begin with: *J. Le Goff*, *A. Du Bois*.
_SURNAME_PARTICLES = frozenset({"Le", "La", "Les", "De", "Du", "Des", "D"})

#: A longer word before a full stop is no abbreviation. In code points.
_WORD_REACH = 40


def ends_at_full_stop(
    plain: str, sentence: int, stop: int, begins: int, language: str, *, quoted: bool = False
) -> bool:
    """Whether the full stop at offset ``stop`` ends the sentence.

    Args:
        plain: The text.
        sentence: Where the sentence begins.
        stop: Where the full stop is.
        begins: Where the first word after it begins (no lower-case word).
        language: A key of `BY_LANGUAGE`.
        quoted: Whether something closes right after the full stop (a quotation mark, a bracket).
    """
    words = BY_LANGUAGE[language]
    before = plain[max(sentence, stop - _WORD_REACH) : stop]
    chunk = before.split()[-1] if before and not before[-1].isspace() else ""
    word = _STUCK_TO_FRONT.sub("", chunk)
    if not word or len(chunk) == _WORD_REACH:
        return True
    if stop - sentence < 8 and _LIST_NUMBER.fullmatch(plain, sentence, stop) and not quoted:
        return False
    if len(word) == 1 and word.isalpha():
        return quoted or _ends_after_letter(plain, word, before, begins, words)
    if _INITIALISM.fullmatch(word) and not _is_in(word, words.never):
        return _starts_sentence(plain, begins, words)
    if quoted:
        return not _is_in(word, words.unclear) or _starts_sentence(plain, begins, words)
    return _ends_after_word(plain, word, begins, words)


def _ends_after_word(plain: str, word: str, begins: int, words: Abbreviations) -> bool:
    if _is_in(word, words.never):
        return False
    if _is_in(word, words.before_number) and (plain[begins].isdigit() or _ROMAN.match(plain, begins)):
        return False
    if _is_in(word, words.unclear):
        return _starts_sentence(plain, begins, words) or (word.lower() == "etc" and plain[begins].isupper())
    if _CONSONANTS.fullmatch(word) and word not in _UNITS and not _is_in(word, words.before_number):
        return _starts_sentence(plain, begins, words)
    return True


def _ends_after_letter(plain: str, letter: str, before: str, begins: int, words: Abbreviations) -> bool:
    """A lone letter: an initial (*J. Martin*), a label (*le plan B*), or a word (*il y en a*)."""
    if _is_in(letter, words.never):
        return False
    if _is_in(letter, words.before_number) and plain[begins].isdigit():
        return False
    previous = _WORDS_BEFORE.search(before[:-1])
    word_before = previous.group(1) if previous is not None else ""
    if letter.islower():
        return not (letter in "cv" and word_before[:1].isupper())  # Dupont c. Martin, Roe v. Wade
    if word_before.lower() in words.labels:
        return True
    return _starts_sentence(plain, begins, words, after_initial=True)


def _is_in(word: str, entries: frozenset[str]) -> bool:
    """Lower-case entries are met with a capital too (*Art. 5*); capital ones only as they are."""
    return word in entries or (word[0].isupper() and word.lower() in entries)


def _starts_sentence(plain: str, begins: int, words: Abbreviations, *, after_initial: bool = False) -> bool:
    """Whether the capital there shows a sentence's beginning; a figure or an unknown word shows nothing."""
    found = _WORD.match(plain, begins)
    if found is None or found.group() not in words.starters or plain.startswith(".", found.end()):
        return False
    if not after_initial or found.group() not in _SURNAME_PARTICLES:
        return True
    following = plain[found.end() : found.end() + 3].lstrip(" \u00a0\u202f'’")
    return not following[:1].isupper()
