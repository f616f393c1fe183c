"""Is this French? Asked once per document, so that an English file is not audited as bad French.

langdetect judges whole texts well and short ones badly (33 % right on single words), so a short
text is never refused. It draws n-grams at random; with a fixed seed the answer is always the same.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import InputError, UsageError

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

#: A text with fewer words is never refused: below some 20 words langdetect is often wrong.
MIN_WORDS = 20

#: French may be this unsure before the text is refused. A third of English left in it passes.
MIN_PROBABILITY = 0.4

#: A longer text is judged by three stretches of this length (start, middle, end). In code points.
SAMPLE = 1_500

#: What French is told from at first: loading these takes 15 ms, loading all 55 takes 450 ms.
_NEIGHBOURS = ("fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro")

_SEED = 0

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "kn": "Kannada", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh-cn": "Chinese", "zh-tw": "Chinese",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")


def check_french(text: str, *, override: str | None = None) -> str:
    """Make sure that a text is French.

    Args:
        text: The prose to judge: ``Document.plain``, so that markup has no say.
        override: The language the user says it is; ``fr`` (or ``fr-CA`` and the like) ends the question.

    Returns:
        The language code to report: ``fr``.

    Raises:
        InputError: It looks like another language; the message names it, with its probability 0..1.
        UsageError: ``override`` names a language that cannot be audited.
    """
    if override is not None:
        return _checked_override(override)
    words = sum(1 for _ in _WORD.finditer(text[: SAMPLE * 3]))
    if words < MIN_WORDS and not _is_unspaced(text):
        return "fr"
    sample = _sample(text)
    if _probabilities(sample, _NEIGHBOURS).get("fr", 0.0) >= MIN_PROBABILITY:
        return "fr"
    # Only now, with bad news at hand, are the other 46 languages worth their loading time.
    everything = _probabilities(sample, None)
    if not everything or everything.get("fr", 0.0) >= MIN_PROBABILITY:
        return "fr"
    code = max(everything, key=lambda candidate: everything[candidate])
    name = _NAMES.get(code, code)
    raise InputError(
        f"the text is not French: it looks like {name} (probability {everything[code]:.2f})",
        "use --language fr to audit it anyway",
    )


def _checked_override(override: str) -> str:
    if override.lower().replace("_", "-").split("-")[0] != "fr":
        raise UsageError(f"texts in {override!r} cannot be audited", "the only language so far is fr")
    return "fr"


def _is_unspaced(text: str) -> bool:
    """Chinese, Japanese and Thai put no spaces between words, so words cannot be counted there."""
    letters = [character for character in text[:500] if character.isalpha()]
    unspaced = sum("\u0e00" <= letter <= "\u0e7f" or "\u3040" <= letter <= "\u9fff" for letter in letters)
    return len(letters) >= 2 * MIN_WORDS and unspaced > len(letters) / 2


def _sample(text: str) -> str:
    """The start, middle and end of a long text; langdetect skips capitals, so they are lowered if common."""
    if len(text) > 3 * SAMPLE:
        middle = (len(text) - SAMPLE) // 2
        text = "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))
    capitals = sum(character.isupper() for character in text)
    letters = sum(character.isalpha() for character in text)
    return text.lower() if capitals > letters / 4 else text


def _probabilities(sample: str, languages: tuple[str, ...] | None) -> dict[str, float]:
    """Probability by language code, highest first; empty where no letter is known to any of them."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(languages).create()
    detector.append(sample)
    try:
        return {found.lang: found.prob for found in detector.get_probabilities()}
    except LangDetectException:
        return {}


@cache
def _factory(languages: tuple[str, ...] | None) -> DetectorFactory:
    """A factory of our own: langdetect's shared one loads every profile and has no seed."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    folder = Path(PROFILES_DIRECTORY)
    names = languages or tuple(
        sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    )
    factory = DetectorFactory()
    factory.set_seed(_SEED)
    factory.load_json_profile([(folder / name).read_text(encoding="utf-8") for name in names])
    return factory
