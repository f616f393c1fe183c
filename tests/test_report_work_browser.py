"""Working in the HTML report, in a real browser: decide, reload, hand back, apply."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import (
    Line,
    Spot,
    document_of,
    finding_at,
    harbour_report,
    report_of,
    two_documents_report,
)

from mtaudit.fingerprint import text_sha256
from mtaudit.reporter import RenderOptions, get_renderer

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (set CHROMIUM to its path)"),
]
ROOT = Path(__file__).resolve().parents[1]
SEED = "seeds/cessez-le-feu-ukraine-2025-03-14.fr.txt"
#: Where `npm install axe-core` may have put it.
AXE_PLACES = (os.environ.get("AXE_CORE", ""), str(ROOT / "node_modules" / "axe-core" / "axe.min.js"))


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def context(browser):
    """A browser window of its own; at the end there must have been no error on any page."""
    made = browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", accept_downloads=True
    )
    noise = []
    made.on("console", lambda message: noise.append(f"console: {message.text}"))
    made.on("weberror", lambda error: noise.append(f"error: {error.error}"))
    yield made
    made.close()
    assert noise == []


@pytest.fixture
def opened(context, tmp_path):
    """Opens a report made by hand."""

    def of(report, ui_language="en"):
        file = tmp_path / "report.html"
        file.write_text(
            get_renderer("html")(report, RenderOptions(ui_language=ui_language)), encoding="utf-8"
        )
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    return of


@pytest.fixture(scope="module")
def seed_report(tmp_path_factory):
    """The seed's report, by the real command."""
    file = tmp_path_factory.mktemp("seed") / "seed.html"
    mtaudit("audit", SEED, "--reference", "references", "--fast", "--report", f"html={file}")
    return file


def mtaudit(*arguments, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == code, done.stderr
    return done


def finding(page, rule):
    return page.locator(f".finding[data-rule={rule}]")


def told(page):
    return page.locator(".workbar .told").inner_text()


def saved(page, name, folder):
    """What a button of the last section downloads."""
    with page.expect_download() as download:
        page.locator(f"#hand-back [name={name}]").first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_the_seed_from_report_to_corrected_article(context, seed_report, tmp_path):
    page = context.new_page()
    page.goto(seed_report.as_uri())
    total = page.locator(".finding").count()
    accepted = []
    for number in range(5):
        item = page.locator(".finding[data-state=open]:has([name=accept])").first
        words = item.locator("[name=accept]").first.locator("[lang]").inner_text()
        accepted.append(words)
        if number % 2:
            item.locator("[name=accept]").first.click()
        else:
            item.focus()
            page.keyboard.press("a")
    assert told(page) == f"5 of {total} decided"
    for reason in ("false-alarm", "taste"):
        page.locator(".finding[data-state=open]").last.locator(f"[name=dismiss][value={reason}]").click()
    assert told(page) == f"7 of {total} decided"

    page.reload()
    assert told(page) == f"7 of {total} decided"
    assert page.locator(".finding[data-state=accept] .done ins").all_inner_texts() == accepted
    assert sorted(page.locator(".finding[data-state=dismiss] .done").all_inner_texts()) == [
        "Dismissed: false alarm.",
        "Dismissed: taste.",
    ]

    decisions = saved(page, "export", tmp_path)
    shown = saved(page, "save", tmp_path)
    page.get_by_text("Read the corrected article").click()
    read = page.locator(".article").evaluate("article => article.textContent")
    corrected, side = tmp_path / "applied.txt", tmp_path / "suppressions.toml"
    done = mtaudit("apply", decisions, "--output", corrected, "--suppressions", side)
    assert corrected.read_bytes() == shown.read_bytes()
    assert corrected.read_text(encoding="utf-8") == read
    assert corrected.read_bytes() != (ROOT / SEED).read_bytes()
    assert "5 accepted, 0 written, 2 dismissed" in done.stdout
    assert side.read_text(encoding="utf-8").count("[[suppression]]") == 2
    for words in accepted:
        assert words in read

    # The corrected article is another version: the same decisions do not fit it.
    again = mtaudit("apply", decisions, "--article", corrected, code=2)
    assert "another version of this text" in again.stderr


def test_the_corrected_sentence_builds_itself_and_overlaps_are_explained(opened):
    page = opened(harbour_report())
    card = page.locator("#s-1-2")
    assert not card.locator(".corrected").is_visible()
    finding(page, "LIT014").locator("[name=accept]").click()
    finding(page, "FID001").locator("[name=accept]").click()
    assert card.locator(".corrected .text").inner_text() == (
        "« La balle est dans le camp de la direction, et nous garderons nos pieds sur terre », "
        "a averti mardi la porte-parole des dockers, qui réclament une hausse de 5,4 %."
    )
    assert card.locator(".corrected ins").all_inner_texts() == [
        "La balle est dans le camp de la direction",
        "5,4 %",
    ]
    overlapped = finding(page, "COL021")
    assert "Settled with finding 1, whose words overlap." in overlapped.inner_text()
    assert not overlapped.locator("[name=edit]").is_visible()
    assert told(page) == "3 of 6 decided"
    finding(page, "LIT014").get_by_role("button", name="Reopen").click()
    assert overlapped.locator("[name=edit]").is_visible()
    assert told(page) == "1 of 6 decided"


def test_a_hint_cannot_be_accepted_but_one_can_write(opened):
    page = opened(harbour_report())
    hinted = finding(page, "COL021")
    assert hinted.locator("[name=accept]").count() == 0
    hinted.focus()
    page.keyboard.press("a")
    assert page.locator("#said").inner_text() == "No ready replacement here: write your own (e)."
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    assert told(page) == "0 of 6 decided"
    page.keyboard.press("e")
    page.keyboard.type("match est dans les mains")
    page.keyboard.press("Enter")
    assert "Le match est dans les mains de la direction" in page.locator("#s-1-2 .corrected").inner_text()
    assert page.evaluate("document.activeElement.dataset.rule") == "COL021"


def test_keys_choose_suggestions_dismiss_and_undo(opened):
    page = opened(harbour_report())
    page.keyboard.press("n")
    page.keyboard.press("2")
    assert finding(page, "SYN003").locator(".done ins").inner_text() == "pour le quatrième jour consécutif"
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.rule") == "LIT014"
    page.keyboard.press("d")
    page.keyboard.press("3")
    assert finding(page, "LIT014").locator(".done").inner_text() == "Dismissed: fixed elsewhere."
    assert told(page) == "2 of 6 decided"
    page.keyboard.press("u")
    assert told(page) == "1 of 6 decided"
    page.keyboard.press("Control+z")
    assert told(page) == "0 of 6 decided"
    assert not page.locator(".corrected").first.is_visible()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert told(page) == "0 of 6 decided"


def test_a_sentence_can_be_rewritten_and_given_back(opened, tmp_path):
    page = opened(harbour_report())
    finding(page, "FID001").locator("[name=accept]").click()
    page.locator("#s-1-2 [name=rewrite]").click()
    field = page.locator("#s-1-2 .body > form textarea")
    assert field.input_value().endswith("une hausse de 5,4 %.")
    field.fill("La direction doit répondre.")
    field.press("Enter")
    assert page.locator("#s-1-2 .corrected .text").inner_text() == "La direction doit répondre."
    assert told(page) == "3 of 6 decided"
    (decision,) = json.loads(saved(page, "export", tmp_path).read_text())["documents"][0]["decisions"]
    assert (decision["rule"], decision["action"]) == (None, "edit")
    assert decision["text"] == harbour_report().documents[0].sentences[1].sentence.text
    page.keyboard.press("u")
    assert page.locator("#s-1-2 .corrected ins").all_inner_texts() == ["5,4 %"]


def test_decisions_can_be_imported_and_filtered(opened, tmp_path):
    report = two_documents_report()
    text = report.documents[0].text
    page = opened(report)
    found = report.documents[0].sentences[2].findings[0]
    entry = {
        "id": "any",
        "rule": found.rule,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "action": "edit",
        "replacement": "tenu un discours",
        "reason": None,
    }
    gone = {**entry, "start": entry["start"] + 1}
    for digest, decisions, notice in (
        ("0" * 64, [entry], "made for another version of the text: articles/port.fr.md"),
        (text_sha256(text), [entry, gone], "Decisions left out"),
    ):
        file = tmp_path / "in.json"
        document = {"path": "articles/port.fr.md", "text_sha256": digest, "decisions": decisions}
        file.write_text(json.dumps({"mtaudit_decisions": 1, "documents": [document]}), encoding="utf-8")
        page.locator("#hand-back input[type=file]").set_input_files(file)
        playwright.expect(page.locator("#hand-back .notice")).to_contain_text(notice)
    assert told(page) == "1 of 6 decided"
    page.select_option("[name=decision]", "decided")
    assert page.locator(".card:not([hidden])").evaluate_all("all => all.map(one => one.id)") == ["s-1-3"]
    page.select_option("[name=decision]", "open")
    assert "s-1-3" not in page.locator(".card:not([hidden])").evaluate_all("all => all.map(one => one.id)")
    file.write_text("{}")
    page.locator("#hand-back input[type=file]").set_input_files(file)
    playwright.expect(page.locator("#hand-back .notice")).to_contain_text("no file of decisions")


HOSTILE = (
    "Le </script><script>window.hacked = 1</script> bal\u202e de l\u200bété e\u0301\u0302 👩\u200d🔧🚢 "
    "<img src=x onerror='window.hacked = 2'> {{ 7 * 7 }} \u2028 $& a commencé "
    + "très " * 2000
    + "tard, \\ud83d dit-on 🚩."
)


def test_a_hostile_article_comes_back_intact(opened, context, tmp_path):
    text = f"\r\n{HOSTILE}\r\n\r\nFin 🚢.\r\n"
    spots = (Spot("LIT014", "bal\u202e", suggestions=("balle</script>🎈",)), Spot("COL001", "🚩", hint="non"))
    page_report = document_of([Line(HOSTILE, spots=spots, after="\r\n\r\n"), Line("Fin 🚢.", after="\r\n")])
    assert page_report.text == text[2:]
    page = opened(report_of(page_report))
    finding(page, "LIT014").locator("[name=accept]").click()
    finding(page, "COL001").focus()
    page.keyboard.press("e")
    page.keyboard.type("🏁</script>")
    page.keyboard.press("Enter")
    assert page.evaluate("window.hacked") is None
    expected = page_report.text.replace("bal\u202e", "balle</script>🎈").replace("🚩", "🏁</script>")
    assert saved(page, "save", tmp_path).read_bytes().decode() == expected
    decisions = saved(page, "export", tmp_path)
    (tmp_path / "port.fr.md").write_bytes(page_report.text.encode())
    mtaudit("apply", decisions, "--output", tmp_path / "o.md")
    assert (tmp_path / "o.md").read_bytes().decode() == expected
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#hand-back [name=copy]").click()
    playwright.expect(page.locator("#said")).to_have_text("The corrected article is copied.")


def test_controls_and_halves_of_characters_do_not_move_the_offsets(opened, tmp_path):
    text = "Un\x00 bal\x1b 👩 \x7f\u2066 et un bal\u0301, puis un bal."
    document = document_of([Line(text)])
    third = text.rindex("bal")
    sentence = document.sentences[0]
    spot = finding_at(Spot("LIT014", "bal", suggestions=("ballon",)), third)
    document = replace(document, sentences=(replace(sentence, findings=(spot,)),))
    page = opened(report_of(document))
    finding(page, "LIT014").locator("[name=accept]").click()
    written = saved(page, "save", tmp_path).read_bytes().decode()
    assert written == text[:third] + "ballon. "


def test_two_articles_go_into_one_file_of_decisions(opened, tmp_path):
    texts = {"a/une.txt": "Le bal est dans le camp 🚢.", "b/deux.md": "# Un bal\n\nLe bal est là."}
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_bytes(text.encode())
    spot = Spot("LIT014", "bal", suggestions=("ballon",))
    made = [document_of([Line(text, spots=(spot,), after="")], path=path) for path, text in texts.items()]
    page = opened(report_of(*made))
    for button in page.locator("[name=accept]").all():
        button.click()
    assert page.locator("#hand-back [name=save]").count() == 2
    decisions = saved(page, "export", tmp_path)
    assert decisions.name == "decisions.json"
    mtaudit("apply", decisions, "--output", tmp_path / "out")
    assert {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir()} == {
        "une.corrected.txt": "Le ballon est dans le camp 🚢.",
        "deux.corrected.md": "# Un ballon\n\nLe bal est là.",
    }


def test_without_storage_the_page_says_so_and_works(browser, tmp_path):
    file = tmp_path / "report.html"
    file.write_text(get_renderer("html")(harbour_report(), RenderOptions(ui_language="fr")), encoding="utf-8")
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page = context.new_page()
    page.goto(file.as_uri())
    assert "exportez-les avant de la fermer" in page.locator("#sentences .notice").inner_text()
    finding(page, "LIT014").locator("[name=accept]").click()
    assert told(page) == "Fautes traitées : 2 sur 6".replace(" :", "\u00a0:")
    assert saved(page, "export", tmp_path).name == "port.fr.decisions.json"
    context.close()


LONG = 500


def test_a_long_report_filters_in_less_than_a_tenth_of_a_second(opened):
    words = (
        "Le port reste fermé",
        "Elle a délivré un discours",
        "Le bal est dans le camp",
        "Rien à signaler",
    )
    lines = [
        Line(
            f"{words[n % 4]} au jour {n}, selon les dockers réunis devant la mairie de Valmarin.",
            verdict=("supported", "partial", "unsupported")[n % 3],
            spots=(
                Spot("FFR007", words[n % 4].split()[1], ("major", "minor")[n % 2], suggestions=("mot",)),
                Spot("COL021", "dockers", "minor", hint="dire autrement"),
            )
            if n % 4 != 3
            else (),
        )
        for n in range(LONG)
    ]
    page = opened(report_of(document_of(lines)))
    took = page.evaluate(
        """() => {
          const form = document.querySelector(".toolbar");
          const took = {};
          const set = (name, value) => {
            const begun = performance.now();
            form.elements.namedItem(name).value = value;
            form.dispatchEvent(new Event("input", { bubbles: true }));
            document.body.offsetHeight; // the layout counts too
            took[`${name} ${value}`] = performance.now() - begun;
          };
          for (const [name, value] of [["severity", "major"], ["family", "COL"], ["severity", ""], ["family", ""],
            ["verdict", "partial"], ["verdict", ""], ["decision", "open"], ["decision", "decided"], ["decision", ""],
            ["text", "discours"], ["text", "dockers"], ["text", ""]]) set(name, value);
          const begun = performance.now();
          document.querySelector("[name=accept]").click();
          document.body.offsetHeight;
          took.accept = performance.now() - begun;
          return took;
        }"""
    )
    assert page.locator(".card:not([hidden])").count() == LONG
    assert max(took.values()) < 100, took


AXE = next((place for place in AXE_PLACES if place and Path(place).is_file()), None)


@pytest.mark.skipif(not AXE, reason="axe-core is not installed (npm install axe-core; AXE_CORE=…/axe.min.js)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_serious(opened, scheme, width):
    page = opened(two_documents_report(), ui_language="fr")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    finding(page, "LIT014").locator("[name=accept]").click()
    finding(page, "FFR007").locator("[name=dismiss]").first.click()
    finding(page, "SYN003").locator("[name=edit]").click()
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    for state in ("page", "help"):
        if state == "help":
            page.evaluate("document.getElementById('help').showModal()")
        found = page.evaluate("axe.run().then(result => result.violations)")
        grave = [
            (each["id"], each["impact"], [node["html"][:160] for node in each["nodes"][:3]])
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
        assert grave == [], state
