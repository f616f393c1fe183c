"""Words that exist in no language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.garble.cognates import bare, has_cognate, of_place
from mtaudit.detector.checks.untranslated.words import in_quotes, known
from mtaudit.detector.checks.view import split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.text.frequency import zipf
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import WORD, Token

_PREFIXES = sorted(
    split_words(
        "anti arrière auto avant bi bio cardio co contre cyber dé dés dis éco électro endo entre euro ex exo extra franco géo hémi "
        "hétéro hydro hyper hypo il im in infra inter intra ir macro mal méga méso méta micro mi mini mono multi nano narco néo neuro "
        "non oligo omni ortho paléo pan para péri phyto poly porte post pré pro proto pseudo psycho quasi radio re ré rétro semi "
        "servo sino socio sous sub super supra sur syn techno télé thermo trans tri turbo ultra uni vice vidéo xéno zoo agro aéro "
        "audio chrono cryo crypto démo dys eco ego gyro hémato homo iso kilo loco mytho nécro ophtalmo osto patho pédo photo "
        "pneumo pyro séro spectro stéréo topo toxico typo afro russo anglo américano germano italo hispano arabo judéo islamo sado"
    )
)
#: Endings that make new words, and what the word behind them may end on: "enclenchable" from "enclencher".
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("abilité", ("able", "er")),
    ("ibilité", ("ible",)),
    ("isation", ("iser", "", "e", "ie", "ique", "al", "el", "ien")),
    ("able", ("er", "", "e")),
    ("age", ("er", "", "e")),
    ("ateur", ("er", "ation")),
    ("eur", ("er", "", "e", "ir")),
    ("euse", ("er", "eur")),
    ("eux", ("", "e", "er")),
    ("isme", ("", "e", "ie", "ique", "iste", "al", "ien")),
    ("iste", ("", "e", "ie", "ique", "isme", "al", "ien")),
    ("iser", ("", "e", "ie", "ique", "al", "el", "ation")),
    ("isé", ("", "e", "ie", "ique", "al", "el", "ation")),
    ("isée", ("", "e", "ie", "ique", "al", "el", "ation")),
    ("ment", ("", "e", "er")),
    ("ion", ("er", "eur", "")),
    ("esque", ("", "e", "o", "a")),
    ("ité", ("", "e", "al", "if")),
    ("aire", ("", "e", "e")),
    ("ique", ("", "e", "ie")),
    ("ier", ("", "e", "er")),
    ("ière", ("", "e", "ier")),
    ("é", ("er", "", "e")),
    ("ée", ("er", "", "e")),
    ("er", ("", "e", "ation")),
    ("iote", ("ie", "e")),
    ("logie", ("logue",)),
    ("logue", ("logie",)),
    ("thèque", ("",)),
    ("phobe", ("",)),
    ("phobie", ("",)),
)
#: Made of a name, or of Greek: no list has them all.
_FREE = re.compile(
    r"\w{3,}(?:thérapie|métrie|graphie|gramme|scopie|génèse|genèse|cratie|mania|thèque|gate|cène|cèpe|phylle|oïde|ose|ite|ine|yle?|yles|ium|ène|ane|ol|pode|saure|virus)s?\Z"
)
_VERB_FORM = re.compile(r"(\w{3,}?)(?:es?|ent|e?ons|ez|e?ai[st]?|e?aient|ions|iez|e?ant|e?as?)\Z")
_GLUED = re.compile(r"(?:par|le|les|la|de|des|du|et|en|un|une|que|qui|a|est|sur|pour)")
#: A slip of one letter, accent or space is a person's, not an engine's, and a spell checker finds it:
#: not shown unless less sure findings are asked for.
_SLIP = 0.3
#: No common word is longer; one of thousands of letters has millions of neighbours to look up.
_LONGEST = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôûùü"


@detector("GAR002")
def no_such_word(context: SentenceContext) -> Iterator[Hit]:
    """Finds "fracqué", "conutrices", "précissable": lower-case words that no list of words knows."""
    tokens, lexicon = context.tokens, context.lexicon
    english = "\n".join(context.english.texts).lower()
    for place, token in enumerate(tokens):
        word = token.norm
        if token.kind != WORD or not token.text.islower() or len(word) < 5 or not _plain_word(word):
            continue
        if not _alone(tokens, place) or in_quotes(tokens, place) or made_of_known(word, lexicon):
            continue
        if known(word.replace("è", "é"), lexicon):
            # The spelling of 1990: "règneraient".
            continue
        if max(zipf(word, "fr"), zipf(word, "en")) > 0:
            continue
        if english and (word in english or bare(word) in bare(english)):
            continue
        if of_place(word, context) or has_cognate(word, context):
            continue
        confidence = _SLIP if _slip_of(word) else 0.7
        if context.english.is_source:
            confidence += 0.15
        yield Hit("GAR002", token.start, token.end, confidence=confidence, detail=token.text)


def _slip_of(word: str) -> bool:
    """Whether a word is one letter, one accent or one lost space away from a common one."""
    if len(word) > _LONGEST:
        return False
    if _common(word.replace("è", "é")) or any(
        bare(word) == bare(each) for each in _neighbours(word) if _common(each)
    ):
        return True
    if any(_common(each) for each in _neighbours(word)):
        return True
    return any(
        (_GLUED.fullmatch(word[cut:]) and _common(word[:cut]))
        or (_GLUED.fullmatch(word[:cut]) and _common(word[cut:]))
        for cut in range(1, len(word))
    )


def _common(word: str) -> bool:
    return zipf(word, "fr") >= 1.5


def _neighbours(word: str) -> Iterator[str]:
    """Every string one deletion, exchange, replacement or insertion away."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail


def _plain_word(word: str) -> bool:
    return all(char in _LETTERS or char in "-œæ" for char in word)


def _alone(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the word touches no sign that makes it part of an address, an abbreviation or a name."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None and (
        (before.end == token.start and before.text in "@#_/+.&=-'")
        or (before.kind == WORD and before.capitalised and place > 1)
    ):
        return False
    if after is not None and after.start == token.end and after.text[0] in "@_/-([*'":
        return False
    if (
        after is not None
        and after.text == "."
        and place + 2 < len(tokens)
        and tokens[place + 2].start == after.end
    ):
        return False
    return not (after is not None and after.kind == WORD and after.capitalised)


def made_of_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is known, or a known word with a prefix, an ending or a lost accent."""
    if known(word, lexicon):
        return True
    if "-" in word:
        return all(
            len(part) < 3 or made_of_known(part, lexicon) or max(zipf(part, "fr"), zipf(part, "en")) > 0
            for part in word.split("-")
        )
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 2:
            if known(rest, lexicon) or zipf(rest, "fr") > 2:
                return True
            if len(rest) > 6 and (_derived(rest, lexicon) or _listed(rest)):
                return True
            if rest[0] == "s" and known(rest[1:], lexicon):
                return True
    for ending in ("s", "e", "es", "x", "r", "ment"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            stem = word[: -len(ending)]
            if known(stem, lexicon) or zipf(stem, "fr") > 1.5:
                return True
    return _FREE.match(word) is not None or _derived(word, lexicon) or _of_known_verb(word, lexicon)


def _of_known_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a form of a verb that the lexicon has in some persons only: "ils neigent"."""
    match = _VERB_FORM.match(word)
    return match is not None and (match[1] + "er" in lexicon or match[1].removesuffix("e") + "er" in lexicon)


def _listed(word: str) -> bool:
    """Whether a list of French has a rare word, in the singular or the plural."""
    return max(zipf(word, "fr"), zipf(word.removesuffix("s"), "fr")) > 1


def _derived(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a known one with an ending that makes new words."""
    single = word[:-1] if word.endswith(("s", "x")) else word
    for ending, behind in _ENDINGS:
        if single.endswith(ending):
            stem = single[: -len(ending)]
            if len(stem) > 2 and any(
                (stem + each) in lexicon or zipf(stem + each, "fr") > 2 for each in behind
            ):
                return True
    return False
