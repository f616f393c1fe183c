"""Capitals inside a sentence where English has them and French does not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from mtaudit.detector.checks.view import is_lower_word, is_name_like, split_words
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector
from mtaudit.packs.tables import word_set
from mtaudit.text.lexicon import Lexicon
from mtaudit.text.tokens import NUMBER, WORD, Token

_FILE = "words/capitals.toml"
_DAYS = split_words("lundi mardi mercredi jeudi vendredi samedi dimanche")
_MONTHS = split_words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_DETERMINERS = split_words(
    "le la l' les un une du des au aux ce cet cette ces son sa ses leur notre votre d' de"
)
_NOT_NOUNS = split_words(
    "entre dont contre pour fois autre chez deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt "
    "trente quarante cinquante soixante cent mille million millions océan golfe"
    "tout tous toutes comme sous jeune jeunes ancien ancienne anciens autres petit petite vieux vieil vieille grand "
    "grande nouveau nouvel nouvelle premier première second seconde dernier dernière riche célèbre faux simple seul "
    "seule pauvre gros grosse bon bonne double tel certain certains certaine quelques plusieurs futur future même "
    "mêmes seuls jeune brave malheureux malheureuse plus moins très ni aucun aucune chaque d'abord puis milliers "
    "millier dizaine dizaines centaine centaines moitié majorité est être ex non mi demi premiers premières derniers "
    "vrai vraie modeste gentil beau bel belle joli sept"
)
_ARTICLES = split_words("le la l' les")
_STREETS = split_words(
    "rue avenue place boulevard quai pont square stade lycée collège hôpital école cours station métro parc "
    "gymnase clinique résidence allée impasse faubourg cité salle journée"
)


def _at(tokens: tuple[Token, ...], place: int) -> Token | None:
    return tokens[place] if 0 <= place < len(tokens) else None


def _beside(first: Token, second: Token | None) -> bool:
    """Whether nothing stands between two tokens but one space, or nothing at all."""
    return second is not None and 0 <= second.start - first.end <= 1


def _inside(context: SentenceContext) -> Iterator[tuple[int, Token, Token]]:
    """Capitalised words after a lower-case word or a number, with their place and the word before."""
    tokens = context.tokens
    for place in range(1, len(tokens)):
        token, before = tokens[place], tokens[place - 1]
        if token.kind != WORD or not token.capitalised or not _beside(before, token):
            continue
        if is_lower_word(before) or before.kind == NUMBER:
            yield place, before, token


def _lowered(token: Token) -> str:
    return token.text[:1].lower() + token.text[1:]


def _street(tokens: tuple[Token, ...], place: int) -> bool:
    return any(each.norm in _STREETS for each in tokens[max(0, place - 4) : place])


@detector("TYP001")
def article_inside(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Mais La Maison Blanche": an article with a capital that belongs to no name."""
    tokens = context.tokens
    bare = word_set(_FILE, "never_with_article")
    for place, before, token in _places_of_articles(tokens):
        after = _at(tokens, place + 1)
        if after is None or after.kind != WORD or not _beside(token, after):
            continue
        if (after.norm in bare and after.capitalised) or _plain_after(context, before, after):
            if _quoted(tokens, place):
                continue
            yield Hit("TYP001", token.start, token.end, (_lowered(token),))


def _places_of_articles(tokens: tuple[Token, ...]) -> Iterator[tuple[int, Token, Token]]:
    for place in range(1, len(tokens)):
        token, before = tokens[place], tokens[place - 1]
        first_word_but = place == 1 and before.norm in ("mais", "et", "ou", "donc", "or", "car")
        if token.norm in _ARTICLES and token.capitalised and (is_lower_word(before) or first_word_but):
            yield place, before, token


def _plain_after(context: SentenceContext, before: Token, after: Token) -> bool:
    """Whether "que Le gouvernement" is plain text: a lower-case noun after, no title before."""
    if before.norm not in (
        "que",
        "qu'",
        "mais",
        "et",
        "car",
        "si",
        "quand",
        "lorsque",
        "dont",
        "où",
        "donc",
        "puis",
    ):
        return False
    return is_lower_word(after) and context.lexicon.has(after.norm, "n") and len(after.norm) > 3


def _quoted(tokens: tuple[Token, ...], place: int) -> bool:
    return any(each.kind == "quote" for each in tokens[max(0, place - 1) : place])


@detector("TYP002")
def days_and_months(context: SentenceContext) -> Iterator[Hit]:
    """Finds "ce Vendredi" and "le 14 Mars"."""
    tokens = context.tokens
    for place, before, token in _inside(context):
        lower = token.norm
        after = _at(tokens, place + 1)
        if lower in _DAYS:
            if before.norm in ("de", "d'", "du") or before.kind == NUMBER or token.text.isupper():
                continue
            if (is_name_like(after) and _beside(token, after)) or (
                after and after.norm in ("saint", "gras", "noir", "des")
            ):
                continue
        elif lower in _MONTHS:
            dated = before.kind == NUMBER or before.norm == "1er"
            if (
                not dated
                and before.norm not in ("mois", "en", "début", "fin", "mi")
                and not (
                    before.norm in ("de", "d'") and (mark := _at(tokens, place - 2)) and mark.norm == "mois"
                )
            ):
                continue
            if lower == "mars" and _planet(context):
                continue
            if dated and (_street(tokens, place) or lower == "mai"):
                continue
            if lower == "septembre" and before.text == "11":
                # "les attentats du 11 Septembre": the name of the event.
                continue
            if is_name_like(after) and _beside(token, after):
                continue
        else:
            continue
        yield Hit("TYP002", token.start, token.end, (_lowered(token),))


@detector("TYP003")
def nationalities(context: SentenceContext) -> Iterator[Hit]:
    """Finds "un citoyen Américain" and "en Anglais"."""
    adjectives, languages = word_set(_FILE, "nationalities"), word_set(_FILE, "languages")
    tokens, lexicon = context.tokens, context.lexicon
    for place, before, token in _inside(context):
        if token.norm not in adjectives or token.text.isupper():
            continue
        after = _at(tokens, place + 1)
        if (
            is_name_like(after)
            and _beside(token, after)
            and after is not None
            and after.norm not in adjectives
        ):
            continue
        if before.norm in ("en", "parle", "parlent", "parlait", "parler", "apprendre", "couramment"):
            if token.norm in languages:
                yield Hit("TYP003", token.start, token.end, (_lowered(token),))
            continue
        readings = {reading.pos for reading in lexicon.readings(before.norm)}
        noun = "n" in readings and not readings & {
            "prep",
            "det",
            "adv",
            "conj",
            "csu",
            "coo",
            "pro",
            "cln",
            "pri",
        }
        if (
            not noun
            or before.norm in _NOT_NOUNS
            or (
                "v" in readings
                and (
                    before.norm.endswith(("e", "ent", "es", "ait"))
                    and not _after_determiner(tokens, place - 1)
                )
            )
        ):
            continue
        if is_name_like(_at(tokens, place - 2)):
            continue
        yield Hit("TYP003", token.start, token.end, (_lowered(token),))


def _planet(context: SentenceContext) -> bool:
    """Whether the English, if there is any, has Mars and not March."""
    english = " ".join(context.english.texts)
    return "Mars" in english and "March" not in english


def _after_determiner(tokens: tuple[Token, ...], place: int) -> bool:
    before = _at(tokens, place - 1)
    return before is not None and before.norm in _DETERMINERS


@detector("TYP005")
def offices(context: SentenceContext) -> Iterator[Hit]:
    """Finds "le Président Obama" and "le Premier Ministre"."""
    titles = word_set(_FILE, "offices")
    tokens = context.tokens
    for place, before, token in _inside(context):
        if token.text.isupper():
            continue
        if token.norm in ("ministre", "ministres") or (
            token.norm.startswith("vice-") and token.text[5:6].isupper()
        ):
            pass
        elif (
            token.norm == "premier"
            and (after := _at(tokens, place + 1))
            and after.text in ("Ministre", "Ministres")
        ):
            yield Hit("TYP005", token.start, after.end, (f"{token.text} {_lowered(after)}",))
            continue
        elif token.norm not in titles:
            continue
        if before.norm not in _DETERMINERS and before.norm not in (
            "ancien",
            "ancienne",
            "ex",
            "futur",
            "nouveau",
        ):
            continue
        address = _at(tokens, place - 2)
        if address is not None and address.norm in (
            "monsieur",
            "madame",
            "m",
            "m.",
            "mme",
            ".",
            "messieurs",
            "mesdames",
        ):
            continue
        if token.norm == "gouvernement" and any(
            each.norm in ("ministère", "ministères", "portefeuille", "portefeuilles")
            for each in tokens[max(0, place - 10) : place]
        ):
            # "les ministères de la Santé et du Gouvernement local": the name of a department.
            continue
        if _street(tokens, place) or (
            address is not None and is_name_like(address) and before.norm in ("de", "du", "des")
        ):
            continue
        after = _at(tokens, place + 1)
        if any(each.norm in ("république", "assemblée") for each in tokens[place + 1 : place + 4]):
            # Protocol: "le Président de la République" is written in French houses too.
            continue
        if (
            is_name_like(after)
            and after is not None
            and after.norm in titles | {"adjoint", "général", "exécutif"}
        ):
            yield Hit("TYP005", token.start, after.end, (f"{_lowered(token)} {_lowered(after)}",))
        else:
            yield Hit(
                "TYP005",
                token.start,
                token.end,
                (token.text.lower() if "-" in token.text else _lowered(token),),
            )


@detector("TYP006")
def institutions(context: SentenceContext) -> Iterator[Hit]:
    """Finds "Cour Suprême", "Conseil De Sécurité": only the first noun of an institution takes the capital."""
    pairs = word_set(_FILE, "institutions")
    tokens = context.tokens
    for place in range(1, len(tokens)):
        first, second = tokens[place - 1], tokens[place]
        if f"{first.norm}_{second.norm}" not in pairs or not _beside(first, second):
            continue
        if second.capitalised and not second.text.isupper():
            froze = second.norm == "froide"
            head = first.text.lower() if froze else first.text[:1].upper() + first.text[1:]
            yield Hit("TYP006", first.start, second.end, (f"{head} {_lowered(second)}",))


@detector("TYP008")
def believers(context: SentenceContext) -> Iterator[Hit]:
    """Finds "les Musulmans": followers of a religion take no capital."""
    words = word_set(_FILE, "believers")
    for place, before, token in _inside(context):
        if token.norm in words and not token.text.isupper():
            after, earlier = _at(context.tokens, place + 1), _at(context.tokens, place - 2)
            if any(each.norm.startswith("bosni") for each in context.tokens):
                # In Bosnia the word is the name of a people too.
                continue
            named = is_name_like(earlier) and earlier is not context.tokens[0]
            if is_name_like(after) or (named and before.norm in ("de", "du", "des")):
                continue
            if before.norm in ("frères", "rois"):
                continue
            if before.norm == "le" and is_name_like(earlier):
                # "Ferdinand le Catholique": a name.
                continue
            yield Hit("TYP008", token.start, token.end, (_lowered(token),))


@detector("TYP004")
def headline(context: SentenceContext) -> Iterator[Hit]:
    """Finds headlines with a capital on each word: "Une Réunion Tendue : Trump et Zelensky S'affrontent"."""
    words = context.words
    if len(words) < 4:
        return
    run: list[Token] = []
    for place, token in enumerate([*words, None]):
        if token is not None and token.kind == WORD and _belongs(token, run):
            run.append(token)
            continue
        first = place == len(run)
        colon = token is not None and token.text == ":"
        if run and (
            _is_headline(run, first, context.lexicon) or (first and colon and _is_title(run, context.lexicon))
        ):
            # A run that opens the sentence keeps its first capital.
            flagged = run[1:] if first else run
            start, end = flagged[0].start, flagged[-1].end
            yield Hit("TYP004", start, end, (context.span_text(start, end).lower(),))
        run = [token] if token is not None and token.kind == WORD and _belongs(token, []) else []
    for first_word, second in itertools.pairwise(words):
        pair = (
            first_word.text in _PREPOSITIONS and second.text in _ARTICLES_UP and _beside(first_word, second)
        )
        if (
            pair
            and first_word is not words[0]
            and not _quoted(context.tokens, context.tokens.index(first_word))
        ):
            text = context.span_text(first_word.start, second.end)
            yield Hit("TYP004", first_word.start, second.end, (text.lower(),))


_PREPOSITIONS = split_words("Sur Dans Pour Avec Par Contre Vers Sous Sans Après Avant Pendant Depuis")
_ARTICLES_UP = split_words("Le La Les L' Un Une Des Son Sa Ses Leur Leurs")


_SMALL = split_words("de d' du des la le les l' et à au aux en un une sur pour par dans s' n' qu' que")


def _belongs(token: Token, run: list[Token]) -> bool:
    if run and token.start - run[-1].end > 1:
        return False
    return token.capitalised and not (
        len(token.text) > 1 and token.text.isupper() and token.norm not in _SMALL
    )


def _is_headline(run: list[Token], first: bool, lexicon: Lexicon) -> bool:
    body = run[1:] if first else run
    if not body or any(not lexicon.readings(token.norm) for token in body if len(token.norm) > 2):
        return False
    kinds = [{reading.pos for reading in lexicon.readings(token.norm)} for token in body]
    # Function words and finite verbs never stand in a name with a capital; adjectives and nouns may.
    strong = sum(
        token.norm in _SMALL - {"la", "le", "les", "l'", "de", "d'", "du", "des"}
        or (kind <= {"v", "adv", "prep", "det"} and bool(kind))
        for token, kind in zip(body, kinds, strict=True)
    )
    return (len(body) >= 4 and strong >= 2) or (len(body) >= 6 and strong >= 1)


def _is_title(run: list[Token], lexicon: Lexicon) -> bool:
    """Whether a run before a colon reads "Une Réunion Tendue": article, noun and adjectives, no name."""
    if len(run) < 3 or run[0].norm not in ("un", "une", "des"):
        return False
    return all(lexicon.has(token.norm, "n") or lexicon.has(token.norm, "a") for token in run[1:])
