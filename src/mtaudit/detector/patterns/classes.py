"""Word classes of the pattern language, told from the form alone."""

from __future__ import annotations

from collections.abc import Callable

from mtaudit.text.inflection import codes
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, PUNCT, WORD, Token

DETERMINERS = frozenset(
    [
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d'",
        "au",
        "aux",
        "ce",
        "cet",
        "cette",
        "ces",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "tes",
        "son",
        "sa",
        "ses",
        "notre",
        "nos",
        "votre",
        "vos",
        "leur",
        "leurs",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "tout",
        "toute",
        "tous",
        "toutes",
        "chaque",
        "plusieurs",
        "quelques",
        "aucun",
        "aucune",
        "certains",
        "certaines",
        "divers",
        "diverses",
    ]
)
PREPOSITIONS = frozenset(
    [
        "à",
        "de",
        "d'",
        "du",
        "des",
        "au",
        "aux",
        "en",
        "dans",
        "par",
        "pour",
        "sur",
        "sous",
        "avec",
        "sans",
        "contre",
        "entre",
        "vers",
        "chez",
        "depuis",
        "pendant",
        "durant",
        "avant",
        "après",
        "devant",
        "derrière",
        "selon",
        "malgré",
        "parmi",
        "dès",
        "envers",
        "hors",
        "jusque",
        "jusqu'",
        "lors",
        "via",
        "concernant",
    ]
)
SUBJECTS = frozenset(
    [
        "je",
        "j'",
        "tu",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "elles",
        "ce",
        "c'",
        "cela",
        "ça",
        "qui",
        "-je",
        "-tu",
        "-il",
        "-elle",
        "-on",
        "-nous",
        "-vous",
        "-ils",
        "-elles",
        "-t-il",
        "-t-elle",
        "-t-on",
        "-t-ils",
        "-t-elles",
        "-ce",
    ]
)
CLITICS = frozenset(
    ["me", "m'", "te", "t'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "nous", "vous", "y", "en"]
)
NEGATIONS = frozenset(["pas", "plus", "jamais", "rien", "guère", "point"])
NUMBERS = frozenset(
    [
        "zéro",
        "un",
        "une",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "cent",
        "cents",
        "mille",
        "million",
        "millions",
        "milliard",
        "milliards",
        "dizaine",
        "dizaines",
        "centaine",
        "centaines",
        "millier",
        "milliers",
    ]
)
ADVERBS = frozenset(
    [
        "ne",
        "n'",
        "pas",
        "plus",
        "jamais",
        "très",
        "trop",
        "assez",
        "bien",
        "mal",
        "déjà",
        "encore",
        "toujours",
        "souvent",
        "parfois",
        "aussi",
        "même",
        "peu",
        "beaucoup",
        "maintenant",
        "désormais",
        "aujourd'hui",
        "hier",
        "demain",
        "ici",
        "là",
        "alors",
        "donc",
        "ainsi",
        "enfin",
        "ensuite",
        "puis",
        "presque",
        "surtout",
        "seulement",
        "vraiment",
        "fort",
        "tard",
        "tôt",
        "moins",
        "davantage",
        "également",
        "cependant",
        "toutefois",
        "pourtant",
        "bientôt",
        "longtemps",
        "aussitôt",
        "dorénavant",
        "autrefois",
        "jadis",
        "naguère",
        "mieux",
        "partout",
        "ailleurs",
        "quasi",
        "quasiment",
        "soudain",
        "tantôt",
        "vite",
        "volontiers",
        "peut-être",
        "certes",
        "néanmoins",
        "auparavant",
    ]
)
SYMBOLS = frozenset(["$", "€", "£", "¥", "%"])

Test = Callable[[Token, int], bool]


def make_test(name: str, features: tuple[str, ...], lexicon: Lexicon) -> Test:
    """The test of one class: takes a token and its index in the sentence."""
    test = _TESTS[name](lexicon)
    if not features:
        return test
    wanted = set(features)

    def with_features(token: Token, index: int) -> bool:
        if not test(token, index):
            return False
        pos_of = {"NOUN": "n", "ADJ": "a", "DET": "det", "VERB": "v", "PP": "v"}.get(name)
        return any(
            wanted <= set(code)
            for reading in lexicon.readings(token.norm)
            if pos_of is None or reading.pos == pos_of or (name == "ADJ" and reading.is_participle)
            for code in codes(reading.pos, reading.morph)
        )

    return with_features


def is_name(token: Token, index: int, lexicon: Lexicon) -> bool:
    """Capitalised, and not merely so because a sentence starts there."""
    if token.kind != WORD or not token.capitalised:
        return False
    return index > 0 or not any(reading.pos != "np" for reading in lexicon.readings(token.norm))


def _member(words: frozenset[str]) -> Callable[[Lexicon], Test]:
    return lambda lexicon: lambda token, index: token.norm in words


def _verb_test(moods: str | None) -> Callable[[Lexicon], Test]:
    def build(lexicon: Lexicon) -> Test:
        def test(token: Token, index: int) -> bool:
            if token.kind != WORD:
                return False
            for reading in lexicon.readings(token.norm):
                if reading.pos == "v" and reading.morph:
                    mood = reading.morph[0]
                    if (mood in moods) if moods else (mood not in "WGK"):
                        return True
            return False

        return test

    return build


def _pos_test(pos: str) -> Callable[[Lexicon], Test]:
    return lambda lexicon: lambda token, index: token.kind == WORD and lexicon.has(token.norm, pos)


def _adjective(lexicon: Lexicon) -> Test:
    return lambda token, index: (
        token.kind == WORD
        and any(reading.pos == "a" or reading.is_participle for reading in lexicon.readings(token.norm))
    )


def _adverb(lexicon: Lexicon) -> Test:
    return lambda token, index: (
        token.norm in ADVERBS or (token.norm.endswith("ment") and lexicon.has(token.norm, "adv"))
    )


_TESTS: dict[str, Callable[[Lexicon], Test]] = {
    "DET": _member(DETERMINERS),
    "PREP": _member(PREPOSITIONS),
    "PRON": _member(SUBJECTS),
    "CLIT": _member(CLITICS),
    "NEG": _member(NEGATIONS),
    "SYM": _member(SYMBOLS),
    "COMMA": _member(frozenset(",")),
    "NOUN": _pos_test("n"),
    "ADJ": _adjective,
    "ADV": _adverb,
    "VERB": _verb_test(None),
    "INF": _verb_test("W"),
    "PP": _verb_test("K"),
    "GER": _verb_test("G"),
    "NUM": lambda lexicon: lambda token, index: token.kind == NUMBER or token.norm in NUMBERS,
    "NAME": lambda lexicon: lambda token, index: is_name(token, index, lexicon),
    "WORD": lambda lexicon: lambda token, index: token.kind == WORD,
    "PUNCT": lambda lexicon: lambda token, index: token.kind == PUNCT,
}
