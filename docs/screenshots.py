"""Pictures of the seed's report, for the README and the documentation.

    make screenshots        # needs Chromium (CHROMIUM=path, if it is not on the PATH)

Everything is made anew: the audit by the command, the pages by a headless browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SEED = "seeds/cessez-le-feu-ukraine-2025-03-14.fr.txt"
#: So that the documentation stays quick to load.
MAX_BYTES = 300_000


@dataclass(frozen=True)
class Shot:
    """One picture: size in CSS pixels, and what is seen."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    at: str = ""
    ui_language: str = "en"


SHOTS = (
    Shot("report.png", 1200, 1400),
    Shot("images/report-desktop.png", 1280, 1000, at="#s-1-12"),
    Shot("images/report-phone.png", 390, 1100, at="#s-1-2", ui_language="fr"),
    Shot("images/report-dark.png", 1280, 1000, scheme="dark", at="#s-1-2"),
    Shot("images/report-print.png", 794, 1123, media="print", at="#s-1-1"),
)


def main() -> None:
    """Makes all pictures.

    Raises:
        SystemExit: No Chromium, or a picture that is too large.
    """
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("screenshots need Chromium: install it, or set CHROMIUM to its path")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        reports = {language: audit(Path(folder), language) for language in ("en", "fr")}
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            target = ROOT / "docs" / shot.name
            target.parent.mkdir(exist_ok=True)
            take(browser, reports[shot.ui_language], shot, target)
            size = target.stat().st_size
            print(f"{target.relative_to(ROOT)}: {size / 1000:.0f} kB")
            if size > MAX_BYTES:
                sys.exit(f"{shot.name}: larger than {MAX_BYTES / 1000:.0f} kB")
        browser.close()


def audit(folder: Path, ui_language: str) -> Path:
    """The seed's report in a language of the interface."""
    report = folder / f"{ui_language}.html"
    arguments = ["--reference", "references", "--ui-language", ui_language, "--report", f"html={report}"]
    subprocess.run(
        [sys.executable, "-m", "mtaudit", "audit", SEED, *arguments, "--quiet"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return report


def take(browser: Browser, report: Path, shot: Shot, target: Path) -> None:
    """One picture of a report in which some findings are decided."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    page.goto(report.as_uri())
    decide(page)
    page.emulate_media(media=shot.media)
    if shot.media == "print":
        page.add_style_tag(content="body { padding: 3rem; }")  # the margin of the paper
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    if shot.at:
        page.evaluate(
            "at => document.querySelector(at).scrollIntoView({ block: 'start', behavior: 'instant' })",
            shot.at,
        )
    else:
        page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)
    page.screenshot(path=target)
    page.close()


def decide(page: Page) -> None:
    """What an editor has done by then: the first sentences, and one in the middle."""
    for card, at_most in (("#s-1-1", 1), ("#s-1-2", 2), ("#s-1-11", 2)):
        with_suggestions = page.locator(f"{card} .finding[data-state=open]:has([name=accept])")
        for _ in range(min(with_suggestions.count(), at_most)):
            with_suggestions.last.locator("[name=accept]").first.click()
    page.locator("#s-1-5 .finding[data-state=open] [name=dismiss]").first.click()
    page.locator("#s-1-2 .finding[data-state=open] .what").first.click()


if __name__ == "__main__":
    main()
