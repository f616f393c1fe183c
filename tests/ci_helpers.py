"""Texts and runs for the tests of CI features."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

#: Faulty and clean sentences; some depend on others (who is a woman, whose quotation goes on).
SENTENCES = (
    "Le maire a dit que la balle est maintenant dans la cour du gouvernement.",
    "Les deux camps se sont parlé pendant trois heures à Genève.",
    "La juge Claire Morvan a entendu sept témoins lundi.",
    "Le juge a déclaré que le procès reprendrait mardi.",
    "Morvan est arrivé à midi et elle est repartie aussitôt.",
    "« Nous partirons demain, a dit Anna Keller.",
    "Keller est convaincu que le vote sera serré.",
    "Il a dit, « Nous voulons la paix maintenant et partout ».",
    "L'envoyé a rencontré les leaders de l'opposition des États-Unis.",
    "Congrès a voté le budget jeudi soir.",
    "Le prix du pain a augmenté de 12,5 % en un an.",
    "Selon elle, la balle était dans leur cour depuis lundi.",
    "Plus de 1 200 personnes ont défilé dans les rues de Lyon.",
    "Le porte-parole a refusé de commenter.",
    "Personne n'a été blessé, a-t-on appris de la",
    "Les secours sont arrivés vingt minutes plus tard.",
)
ENGLISH = (
    "The mayor said the ball was now in the government's court.",
    "The two sides talked for three hours in Geneva.",
    "Judge Claire Morvan heard seven witnesses on Monday.",
    "More than 1,300 people marched through the streets of Lyon.",
    "The price of bread rose by 12.5% in a year.",
)


def article(seed: int, length: int = 12) -> str:
    """An article drawn from ``SENTENCES``, in paragraphs of one to three of them."""
    draw = random.Random(seed)
    paragraphs, left = [], [draw.choice(SENTENCES) for _ in range(length)]
    while left:
        size = draw.randint(1, 3)
        paragraphs.append(" ".join(left[:size]))
        left = left[size:]
    return "\n\n".join(paragraphs) + "\n"


def articles(folder: Path, count: int) -> list[Path]:
    """Writes articles a00.md, a01.txt, ... into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"a{number:02d}.{'md' if number % 2 == 0 else 'txt'}"
        path.write_text(article(number), encoding="utf-8")
        paths.append(path)
    return paths


def run(
    folder: Path,
    *arguments: str | Path,
    stdin: str | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs the command line in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", *map(str, arguments)],
        cwd=folder,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={**os.environ, **(environment or {})},
    )


def git(folder: Path, *arguments: str) -> str:
    """Runs git in a folder, with nobody's own configuration."""
    own = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *own, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def repository(folder: Path) -> Path:
    """Makes a folder a repository with everything in it committed."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    return folder
