"""Numbers of a French sentence held against the English."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.places import check_at, distinct, found_in, span_of
from mtaudit.scorer.quantities import Quantity, find_quantities

#: Two roundings of one figure (*près de 50 %*, 49.7 percent) differ by no more than this share.
_ROUNDING = Decimal("0.03")
#: From here on *about* covers a difference of that share; of small counts each one is told apart.
_LARGE = 20
#: A converted measure (20 miles, 32 km) is rounded more freely.
_CONVERTED = Decimal("0.08")


def _equal(french: Quantity, english: Quantity) -> bool:
    return bool(french.values & english.values)


def _rounded(french: Quantity, english: Quantity) -> bool:
    """*1.5 million* for *1,498,000*: one figure is the other with fewer digits."""
    if french.category != english.category:
        return False
    vague = (french.about or english.about) and max(french.values) >= _LARGE
    return any(
        _rounds_to(ours, theirs) or _rounds_to(theirs, ours) or (vague and _near(ours, theirs))
        for ours in french.values
        for theirs in english.values
    )


def _rounds_to(exact: Decimal, short: Decimal) -> bool:
    """Whether ``short`` is ``exact`` rounded (or cut) to its own digits, two at least, and 3 % at most away."""
    exponent = short.normalize().adjusted() - max(len(short.normalize().as_tuple().digits), 2) + 1
    step = Decimal(1).scaleb(exponent)
    return abs(exact - short) < step and _near(exact, short) and len(_digits(exact)) > len(_digits(short))


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _near(ours: Decimal, theirs: Decimal) -> bool:
    return abs(ours - theirs) <= _ROUNDING * max(abs(ours), abs(theirs))


def _converted(french: Quantity, english: Quantity) -> bool:
    for rule in load_table("facts/nouns.toml")["conversion"]:
        # Without a £ sign, pounds may be money or a weight.
        pounds = rule["en"] == "lb" and english.unit == "GBP" and "£" not in english.text
        if french.unit == rule["fr"] and (english.unit == rule["en"] or pounds):
            factor = Decimal(str(rule["factor"]))
            if any(_close(ours, theirs * factor) for ours in french.values for theirs in english.values):
                return True
    if french.unit == "degree" and english.unit == "degree":
        return any(
            abs(ours - (theirs - 32) * 5 / 9) <= 2 for ours in french.values for theirs in english.values
        )
    return False


def _close(ours: Decimal, theirs: Decimal) -> bool:
    return abs(ours - theirs) <= _CONVERTED * max(abs(ours), abs(theirs))


#: Spans of time that both languages count in their own way.
_SAME_SPAN: tuple[tuple[int, str, int, str], ...] = (
    (15, "day", 2, "week"),
    (8, "day", 1, "week"),
    (10, "year", 1, "decade"),
    (24, "hour", 1, "day"),
    (48, "hour", 2, "day"),
    (18, "month", 1, "year"),
    (12, "month", 1, "year"),
    (6, "month", 2, ""),
    (3, "month", 4, ""),
)


def _same_span(french: Quantity, english: Quantity) -> bool:
    return any(
        Decimal(number) in french.values
        and french.unit == noun
        and Decimal(other) in english.values
        and (english.unit == unit or not unit)
        for number, noun, other, unit in _SAME_SPAN
    )


def _confirmed(french: Quantity, english: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """The English quantity that says the same, and a note on how."""
    equal = [found for found in english if _equal(french, found)]
    if equal:
        best = next(
            (found for found in equal if (found.category, found.unit) == (french.category, french.unit)), None
        )
        return best or equal[0], ""
    for found in english:
        if _converted(french, found):
            return found, "converted to another unit"
        if _same_span(french, found):
            return found, "the same span of time"
    for found in english:
        if _rounded(french, found):
            return found, "rounded"
    return None


def _comparable(french: Quantity, english: Quantity) -> bool:
    """Whether two unequal numbers can be about the same thing."""
    if french.category != english.category:
        return False
    if french.category == "money":
        return french.unit == english.unit
    return not (french.unit and english.unit and french.unit != english.unit)


def _leftovers(own: Sequence[Quantity], other: Sequence[Quantity], *, own_is_french: bool) -> list[Quantity]:
    left: dict[frozenset[Decimal], Quantity] = {}
    for quantity in own:
        if quantity.soft:
            continue
        if own_is_french:
            met = _confirmed(quantity, other) is not None
        else:
            met = any(_confirmed(candidate, [quantity]) is not None for candidate in other)
        if not met:
            left.setdefault(quantity.values, quantity)
    return list(left.values())


def _thousandfold(french: Quantity, english: Quantity) -> bool:
    return any(
        ours == theirs * 1000 or theirs == ours * 1000 for ours in french.values for theirs in english.values
    )


def _rival(
    quantity: Quantity, ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[Quantity, bool] | None:
    """The English number that stands in this one's place, and whether that is sure.

    Sure means: one number of its kind is left over on either side, the two can be about the same
    thing, and either both are figures or both count the same known noun.
    """
    left_ours = [found for found in ours if found.category == quantity.category]
    left_theirs = [found for found in theirs if found.category == quantity.category]
    same_noun_ours = [found for found in left_ours if quantity.unit and found.unit == quantity.unit]
    same_noun_theirs = [found for found in left_theirs if quantity.unit and found.unit == quantity.unit]
    if len(same_noun_ours) == 1 and len(same_noun_theirs) == 1:
        return same_noun_theirs[0], True
    fitting = [found for found in left_theirs if _comparable(quantity, found)]
    if not fitting:
        return None
    single = len(left_ours) == 1 and len(left_theirs) == 1
    return fitting[0], single


def _scale_left_out(french: Quantity, english: Quantity) -> bool:
    """*350* for *350 billion* where the sentence has said *billion* before: the digits agree."""
    if french.scaled == english.scaled:
        return False
    return any(
        ours == theirs * factor or theirs == ours * factor
        for ours in french.values
        for theirs in english.values
        for factor in (10**3, 10**6, 10**9, 10**12)
    )


def _judge(
    quantity: Quantity,
    english: Sequence[Quantity],
    ours: Sequence[Quantity],
    theirs: Sequence[Quantity],
    strict: bool,
) -> Check:
    elided = next((found for found in english if _scale_left_out(quantity, found)), None)
    if elided is not None:
        return _check("unclear", quantity, elided, "only one side says million or billion")
    scale = next((found for found in theirs if _thousandfold(quantity, found)), None)
    # The same words on both sides are English left untranslated: another fault, not a contradiction.
    if (
        scale is not None
        and scale.text != quantity.text
        and (quantity.foreign_scale or max(quantity.values) >= 10**6)
    ):
        note = "an English billion is a French milliard" if quantity.foreign_scale else "a thousand times off"
        return _check("mismatch" if strict else "unclear", quantity, scale, note)
    rival = _rival(quantity, ours, theirs)
    if rival is None:
        return _check("missing", quantity, None, "the English gives no such number")
    other, sure = rival
    status: CheckStatus = "mismatch" if strict and sure else "unclear"
    return _check(status, quantity, other, "the English has another number")


def _check(status: CheckStatus, french: Quantity, english: Quantity | None, note: str) -> Check:
    return check_at(
        "number",
        status,
        french.text,
        english.text if english else "",
        note,
        ours=span_of(french),
        theirs=span_of(english) if english else None,
    )


def check_numbers(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the numbers of a French sentence with those of its English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then a number that stands alone without a partner of
            its kind on both sides is a mismatch; otherwise it is only unclear.

    Returns:
        One check per number, in the order of the French; articles, days and years are left out
        (dates are checked by :func:`mtaudit.scorer.dates.check_dates`). None without English.
    """
    if not english:
        return []
    ours = find_quantities(french, "french")
    theirs = found_in(english, lambda text: find_quantities(text, "english"))
    left_ours = _leftovers(ours, theirs, own_is_french=True)
    left_theirs = _leftovers(theirs, ours, own_is_french=False)
    checks: list[Check] = []
    for quantity in ours:
        if quantity.category == "date":
            continue
        confirmed = _confirmed(quantity, theirs)
        if confirmed is not None:
            checks.append(_check("match", quantity, *confirmed))
        elif not quantity.soft:
            checks.append(_judge(quantity, theirs, left_ours, left_theirs, strict))
    return distinct(checks)


def unconfirmed(french: str, english: str) -> tuple[list[str], list[str]]:
    """The numbers that one side has and the other lacks, dates left out.

    Args:
        french: One or more French sentences.
        english: Their source.

    Returns:
        Numbers as written that only the French has, and that only the English has; none is in both.
    """
    ours, theirs = find_quantities(french, "french"), find_quantities(english, "english")
    left_ours = _leftovers(ours, theirs, own_is_french=True)
    left_theirs = _leftovers(theirs, ours, own_is_french=False)
    return [found.text for found in left_ours], [found.text for found in left_theirs]


def inexact(french: str, english: str) -> int:
    """How many French numbers have only a near one in the English: rounded, or converted."""
    return sum(check.status == "match" and bool(check.note) for check in check_numbers(french, [english]))
