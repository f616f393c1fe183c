"""Joining French words: elision, contraction, and the forms used before a vowel.

A suggestion is put together from pieces ("le" + "accord", "de" + "le" + "camp"); this module
writes them as French does ("l'accord", "du camp").
"""

from __future__ import annotations

import re
import unicodedata

# h aspiré: no elision before these stems (a closed list of the ones that news uses).
_ASPIRATED = re.compile(
    r"(?:hach|hagard|haie|hain|haï|hall\b|halls\b|halte|hamac|hambur|hameau|hamp|hamster|hanche|handball|handicap|"
    r"hangar|hant|happ|harangu|harass|harc|hard|harem|hareng|hargn|haricot|harnais|harp|hasard|haschi|hât|hauss|"
    r"haut(?!bois)|havre|hélas|hennir|hér[aoi](?:s?$|ss|ut|on)|héros|heurt|hibou|hic\b|hideu|hip-hop|hiérarch|"
    r"hiss|hobby|hoch|hockey|holding|holland|homard|hongr|honn|hont|hoquet|hord|hors|houbl|houill|hous|hublot|"
    r"huch|huée|huer|huguenot|huit|hurl|hussard|hutte|hack|haka|halo\b|haïti-|hot-|houle|hezbollah|hamas|houthi|"
    r"harvard|hamb|hanovre|hawaï|haye|havane|honduras|hong|hulk|harris|hollywood-)",
    re.IGNORECASE,
)
_NO_ELISION = re.compile(
    r"(?:onz|oui\b|ouistiti|yacht|yaourt|yen|yougo|yémen|yankee|yo|ya|ye|uhlan|un%|(?-i:[IVXLC]+(?:e|er|re)\b))",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouyhàâäéèêëîïôöùûüœæ]", re.IGNORECASE)

_ELIDED = {"le", "la", "de", "que", "ne", "se", "me", "te", "je", "jusque", "lorsque", "puisque", "quoique"}
_ELIDED_SI = ("il", "ils")
_BEFORE_VOWEL = {"ce": "cet", "sa": "son", "ma": "mon", "ta": "ton", "cette": "cette"}
_CONTRACTED = {
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("de", "le"): "du",
    ("de", "les"): "des",
}
_FULL = {
    "d'": "de",
    "qu'": "que",
    "n'": "ne",
    "s'": "se",
    "m'": "me",
    "t'": "te",
    "j'": "je",
    "jusqu'": "jusque",
}


def begins_with_vowel(word: str) -> bool:
    """Whether ``word`` takes elision and liaison ("accord", "homme"; not "héros", "onze")."""
    return (
        bool(_VOWEL.match(unicodedata.normalize("NFD", word)))
        and not _ASPIRATED.match(word)
        and not _NO_ELISION.match(word)
    )


def _keep_case(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def join(text: str) -> str:
    """Applies elision and contraction at every word boundary of ``text``.

    Idempotent: what is already right stays as it is.
    """
    words = re.split(r"( +|(?<=')(?=\S))", text.replace("’", "'").strip())
    pieces = [piece for piece in words[::2] if piece]
    out: list[str] = []
    index = 0
    while index < len(pieces):
        word = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        low = word.lower()
        opening = re.match(r"[«“\"(]\s*", following)
        bare = following[opening.end() :] if opening else following
        if not opening and (low, following.lower()) in _CONTRACTED and following.islower():
            after = pieces[index + 2] if index + 2 < len(pieces) else ""
            # "à le accord": the article elides before it can contract.
            if not (following.lower() == "le" and begins_with_vowel(after)):
                out.append(_keep_case(_CONTRACTED[low, following.lower()], word))
                index += 2
                continue
        if low in _FULL and following and not begins_with_vowel(bare) and bare[:1].isalpha():
            out.append(_keep_case(_FULL[low], word))
        elif low in _ELIDED and begins_with_vowel(bare) and not (low == "la" and bare.lower() == "une"):
            # "La une" is a newspaper's front page.
            out.append(_keep_case(low[:-1] + "'", word))
        elif low == "si" and bare.lower() in _ELIDED_SI:
            out.append(_keep_case("s'", word))
        elif (
            low in _BEFORE_VOWEL
            and begins_with_vowel(bare)
            and not (low == "ce" and bare.lower().startswith("est"))
        ):
            out.append(_keep_case(_BEFORE_VOWEL[low], word))
        elif low == "cet" and following and not begins_with_vowel(bare) and bare[:1].isalpha():
            out.append(_keep_case("ce", word))
        else:
            out.append(word)
        index += 1
    text = ""
    for piece in out:
        text += piece if not text or text.endswith("'") else " " + piece
    return text
