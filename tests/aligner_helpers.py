"""A tiny encoder without a model: a bag of words after a small French-English dictionary."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mtaudit.aligner import ReferenceText
from mtaudit.model import Sentence

DICTIONARY = {
    "maire": "mayor",
    "pont": "bridge",
    "neuf": "new",
    "ouvre": "opens",
    "ville": "city",
    "pluie": "rain",
    "champs": "fields",
    "inonde": "floods",
    "juge": "judge",
    "reporte": "postpones",
    "procès": "trial",
    "équipe": "team",
    "gagne": "wins",
    "finale": "final",
    "stade": "stadium",
    "usine": "factory",
    "ferme": "closes",
    "ouvriers": "workers",
    "protestent": "protest",
    "médecins": "doctors",
    "grève": "strike",
    "hôpital": "hospital",
    "livre": "book",
    "prix": "prize",
    "romancière": "novelist",
    "reçoit": "receives",
    "banque": "bank",
    "taux": "rates",
    "baisse": "cuts",
    "train": "train",
    "retard": "delay",
    "neige": "snow",
    "école": "school",
    "élèves": "pupils",
    "rentrent": "return",
    "musée": "museum",
    "tableau": "painting",
    "volé": "stolen",
    "police": "police",
    "cherche": "seeks",
    "paix": "peace",
    "guerre": "war",
    "proche": "close",
    "jamais": "never",
    "été": "been",
    "aussi": "this",
}
STOP = {
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "des",
    "de",
    "du",
    "d",
    "et",
    "en",
    "a",
    "à",
    "au",
    "aux",
    "the",
    "of",
    "and",
    "in",
    "to",
    "an",
    "for",
    "on",
    "her",
    "its",
}


class BagEncoder:
    """Deterministic vectors: equal words (or dictionary pairs) share an axis."""

    name = "bag"
    size = 4096

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls += 1
        rows = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                if word not in STOP:
                    rows[row, zlib.crc32(DICTIONARY.get(word, word).encode()) % self.size] += 1.0
            rows[row, 0] += 0.01
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def sentences(*texts: str) -> tuple[Sentence, ...]:
    made: list[Sentence] = []
    start = 0
    for index, text in enumerate(texts):
        made.append(Sentence(index, start, start + len(text), text))
        start += len(text) + 1
    return tuple(made)


def reference(path: str, *texts: str) -> ReferenceText:
    return ReferenceText(path, sentences(*texts))


#: French and English of eight small stories, each pair in the dictionary.
PAIRS: tuple[tuple[str, str], ...] = (
    ("Le maire ouvre le pont neuf de la ville.", "The mayor of the city opens the new bridge."),
    ("La pluie inonde les champs et la ville.", "The rain floods the fields and the city."),
    ("Le juge reporte le procès du romancière.", "The judge postpones the trial of the novelist."),
    ("L équipe gagne la finale au stade.", "The team wins the final in the stadium."),
    ("L usine ferme et les ouvriers protestent.", "The factory closes and the workers protest."),
    ("Les médecins de l hôpital en grève.", "The doctors of the hospital on strike."),
    ("La banque baisse les taux.", "The bank cuts the rates."),
    ("La police cherche le tableau volé au musée.", "The police seeks the painting stolen in the museum."),
)
