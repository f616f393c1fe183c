"""Numbers and sums of money written the English way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.detector.checks.view import plain
from mtaudit.detector.context import SentenceContext
from mtaudit.detector.registry import Hit, detector

# What is counted one by one, never in thousandths: "1,500 soldats" cannot be one and a half.
_COUNTED = (
    r"personnes|habitants|soldats|hommes|femmes|enfants|morts|blessés|victimes|manifestants|électeurs|voix|votes|"
    r"militaires|combattants|réfugiés|migrants|employés|salariés|emplois|postes|élèves|étudiants|membres|familles|"
    r"foyers|maisons|logements|bâtiments|entreprises|magasins|véhicules|voitures|vols|passagers|spectateurs|abonnés|"
    r"messages|policiers|pompiers|agents|détenus|prisonniers|otages|civils|travailleurs|clients|patients|cas|décès|"
    r"participants|visiteurs|drones|missiles|obus|chars|exemplaires|pages|ans|années|jours"
)
_THOUSANDS = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\d,])|[1-9]\d{{0,2}},\d{{3}}(?=\s(?:\w+\s)?(?:{_COUNTED})\b))"
)
_ANY_THOUSAND = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])")

# "le 12.500" may be anything; a version ("2.000") or an address has more points or letters beside it.
_THOUSAND_POINTS = re.compile(r"(?<![\w.,/-])[1-9]\d{0,2}(?:\.\d{3})+(?![\w.,/-]\w|\d|°)")

_MEASURED = (
    r"%|pour cent\b|millions?\b|milliards?\b|points?\b|km\b|kilomètres?\b|mètres?\b|cm\b|kg\b|kilos?\b|tonnes?\b|"
    r"degrés?\b|dollars?\b|euros?\b|hectares?\b|ans\b|fois\b|€|\$"
)
# Car makers write "un bloc 3.0 litres"; "163 636.36" is taken whole or not at all.
_DECIMAL = re.compile(rf"(?<![\w.,$€£])(?<!\d )(\d+)\.(\d{{1,2}})(?=[ -]?(?:{_MEASURED}))")

_SYMBOLS = {
    "$": "dollars",
    "US$": "dollars",
    "$US": "dollars",
    "C$": "dollars canadiens",
    "A$": "dollars australiens",
    "€": "euros",
    "£": "livres",
    "¥": "yens",
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "livres",
}
_SCALES = {
    "m": "millions",
    "mn": "millions",
    "bn": "milliards",
    "b": "milliards",
    "k": "000",
    "tn": "billions",
}
_MONEY = re.compile(
    r"(?<![\w$])(?P<symbol>US\$|\$US|[CA]\$|[$€£¥]|(?:USD|EUR|GBP)(?=[ \d]))[ ]?(?P<number>\d[\d.,]*(?: \d{3})*(?<![.,]))"
    r"(?:[ -]?(?P<scale>millions?\b|milliards?\b|billions?\b|bn\b|mn\b|tn\b|[mbk]\b))?(?P<rest> de dollars\b)?",
    re.IGNORECASE,
)


def french_number(text: str) -> str:
    """Writes an English number ("1,500.5") the French way ("1 500,5")."""
    whole, point, decimals = text.partition(".") if re.fullmatch(r"[\d,]+\.\d{1,2}", text) else (text, "", "")
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", whole):
        whole = re.sub(r"[,.]", "\u202f", whole)
    return whole + ("," + decimals if point else "")


@detector("TYP040")
def thousand_commas(context: SentenceContext) -> Iterator[Hit]:
    """Finds "1,500,000" and "1,500 personnes", and any such number that the English has too."""
    text = plain(context)
    if "," not in text:
        return
    at = context.sentence.start
    seen: set[int] = set()
    for match in _THOUSANDS.finditer(text):
        seen.add(match.start())
        yield Hit("TYP040", at + match.start(), at + match.end(), (french_number(match.group()),))
    if not context.english.texts:
        return
    english = context.english.folded
    for match in _ANY_THOUSAND.finditer(text):
        same = re.search(rf"(?<![\d.,]){match.group()}(?![\d,])", english)
        if same and match.start() not in seen and text[match.end() : match.end() + 1] not in "%":
            yield Hit(
                "TYP040", at + match.start(), at + match.end(), (french_number(match.group()),), match.group()
            )


@detector("TYP052")
def thousand_points(context: SentenceContext) -> Iterator[Hit]:
    """Finds "140.000" where the true source has that number: some French agencies write thousands so."""
    if not context.english.is_source:
        return
    text = plain(context)
    at = context.sentence.start
    for match in _THOUSAND_POINTS.finditer(text):
        digits = match.group().replace(".", "")
        if digits not in re.sub(r"(?<=\d)[,. ](?=\d{3})", "", context.english.folded):
            continue
        grouped = match.group().replace(".", "\u202f")
        yield Hit("TYP052", at + match.start(), at + match.end(), (grouped,))


@detector("TYP041")
def decimal_points(context: SentenceContext) -> Iterator[Hit]:
    """Finds "3.5 %" and "1.2 million"."""
    text = plain(context)
    at = context.sentence.start
    for match in _DECIMAL.finditer(text):
        yield Hit("TYP041", at + match.start(), at + match.end(), (f"{match[1]},{match[2]}",))


@detector("TYP042")
def currency_first(context: SentenceContext) -> Iterator[Hit]:
    """Finds "$5 milliards", "£12m", "USD 156 milliards"."""
    text = plain(context)
    at = context.sentence.start
    for match in _MONEY.finditer(text):
        # "1,5 $ 2" cannot be, but "30 €12" in a price list can: the symbol belongs to what stands before.
        if re.search(r"\d ?$", text[: match.start()]):
            continue
        yield Hit("TYP042", at + match.start(), at + match.end(), (_money(match),), match.group())


def _money(match: re.Match[str]) -> str:
    number, scale = french_number(match["number"]), (match["scale"] or "").lower()
    name = _SYMBOLS.get(match["symbol"].upper(), "dollars")
    scale = _SCALES.get(scale, scale)
    if scale == "000":
        return f"{number}\u202f000 {name}"
    if scale:
        of = "d'" if name[0] in "ae" else "de "
        return f"{number} {scale} {of}{name}"
    return f"{number} {name}"
