"""The pages in a real browser: no errors, no barriers that axe finds, lit words that are the span, a join undone."""

import re
import shutil
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from builders import write_jsonl
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.file import connect, put_setting
from dateline.store.judgements import judgements
from dateline.store.view import Record
from dateline.web.app import create_app
from dateline.web.site import write_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHROMIUM = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
SHOTS = Path(__file__).parents[2] / "build" / "screenshots"


@contextmanager
def served(record):
    """The pages of a record, on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(record), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def address(copy):
    with served(copy) as there:
        yield there


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser):
    opened = browser.new_page(viewport={"width": 1100, "height": 900})
    opened.errors = []
    opened.on("console", lambda message: opened.errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    yield opened
    opened.close()


def pages(copy):
    with Record(copy) as record:
        event = max(record.timeline(main=True), key=lambda e: (len(e.reports), e.id))
        person = max((e for e in record.entities() if e.kind == "person"), key=lambda e: (len(e.aliases), e.id))
        return {
            "front": "/", "events": "/events", "event": f"/event/{event.id}", "report": f"/report/{event.reports[0]}",
            "entity": f"/entity/{person.id}", "entities": "/entities", "map": "/map", "digest": "/digest",
            "search": "/search?q=Moscow", "changes": "/changes", "reports": "/reports", "missing": "/event/none",
            "check": "/check?text=Vladimir+Putin+met+Asaad+al-Shaibani+in+Moscow+on+24+December+2025.",
            "days": "/days", "actors": "/lanes/actor", "stories": "/lanes/story?all=1",
            "copy": "/report/post-dec?copy=wire-dec",
            "pair": f"/pair/{person.id}/{next(p.entity for p in event.actors if p.entity)}",
        }  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_errors_or_barriers(page, address, copy, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.emulate_media(color_scheme=scheme)
    for name, path in pages(copy).items():
        page.goto(address + path)
        page.screenshot(path=str(SHOTS / f"{name}-{scheme}.png"), full_page=True)
        found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, (name, found.generate_report())
        errors = [e for e in page.errors if name != "missing" or "404" not in e]
        assert errors == [], name
        page.errors.clear()


def test_three_clicks_lead_from_the_front_to_the_very_words(page, address):
    page.goto(address)
    page.get_by_role("link", name="Putin receives Syrian ministers").first.click()
    ledger = page.locator("#origins")
    assert "2 independent origins" in ledger.locator("h2").text_content()
    roots = ledger.locator(".ledger > li:not(.open) > strong").all_text_contents()
    assert sorted(roots) == ["Kremlin", "SANA"]
    assert "copy" in ledger.text_content()
    assert page.locator("#differences table").count() > 0
    page.locator(".ledger a.words").first.click()
    assert page.locator(".report .lit").count() > 0


def test_lanes_lead_to_events(page, address):
    page.goto(f"{address}/lanes/actor")
    page.locator("svg.timeline .bar").first.click()
    assert "/event/" in page.url


def test_on_paper_there_are_words_and_no_switches(page, address, copy):
    page.goto(address + pages(copy)["event"])
    page.emulate_media(media="print")
    assert page.locator("header").is_hidden()
    assert page.locator(".switches").is_hidden()
    assert page.locator(".side article").first.is_visible()
    assert page.locator(".ledger").is_visible()


def test_a_name_from_right_to_left_is_set_so(page, tmp_path, parses):
    text = "Vladimir Putin met Murhaf Abu Qasra in Moscow on Tuesday, Al Jazeera said.\n\nالتقى الوزير الرئيس في موسكو."
    row = {"id": "rtl", "title": "محادثات في موسكو", "text": text, "outlet": "الجزيرة"}
    build([write_jsonl(tmp_path / "r.jsonl", row)], tmp_path / "r.db", Settings(parses=parses))
    with served(tmp_path / "r.db") as there:
        page.goto(f"{there}/report/rtl")
        assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
        page.goto(f"{there}/reports")
        assert page.locator("td bdi").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_the_lit_words_are_the_span(page, address, copy):
    with Record(copy) as record:
        reading = next(r for r in record.readings() if r.attributions)
    span = reading.attributions[0].content[0]
    page.goto(f"{address}/report/{reading.report.id}?lit={span.start}-{span.end}")
    lit = "".join(page.locator(".report .lit").all_text_contents())
    assert lit == reading.report.words(span)


def test_the_words_of_a_slot_are_lit_and_put_out_side_by_side(page, address, copy):
    page.goto(address + pages(copy)["event"])
    for slot in ("what", "who"):
        lit = page.locator(f".side .slot-{slot}")
        assert lit.count() > 0
        assert all(words.strip() for words in lit.all_text_contents())
        page.locator(f"input[data-class=slot-{slot}]").uncheck()
        assert page.locator(f".side .slot-{slot}:not(.off)").count() == 0


def test_each_number_of_the_ledger_opens_the_words(page, address, copy):
    page.goto(address + pages(copy)["event"])
    link = page.locator(".ledger a.words").first
    words = link.text_content().strip("“”")
    link.click()
    assert "".join(page.locator(".lit").all_text_contents()) == words


def test_a_running_build_is_seen_live(page, address, copy):
    page.goto(address)
    assert page.locator("#building").is_hidden()
    base = connect(copy)
    try:
        put_setting(base, "unfinished", "yes")
        page.locator("#building").wait_for(state="visible", timeout=10_000)
        put_setting(base, "unfinished", "")
        page.locator("#building").wait_for(state="hidden", timeout=10_000)
    finally:
        base.close()
    assert page.errors == []


def test_layers_can_be_switched_off(page, address):
    page.goto(f"{address}/report/wire-dec")
    page.locator("input[data-class=claims]").uncheck()
    assert page.locator(".report .claims:not(.off)").count() == 0


def test_a_judgement_is_made_and_undone(page, address, copy):
    with Record(copy) as record:
        two = sorted(e.name for e in record.entities() if e.name.endswith("al-Sharaa"))
        maher = next(e for e in record.entities() if e.name == "Maher al-Sharaa")
    assert two[:2] == ["Ahmed al-Sharaa", "Maher al-Sharaa"]
    page.goto(f"{address}/entity/{maher.id}")
    page.locator("form.judge", has_text="Ahmed al-Sharaa").locator("button", has_text="Join").click()
    page.wait_for_url(re.compile("/changes"))
    with Record(copy) as record:
        assert [(j.verdict, j.undone) for j in judgements(record.base)][-1] == ("same", None)
        assert not any(
            e.name == "Maher al-Sharaa" and "Ahmed al-Sharaa" not in {a.text for a in e.aliases}
            for e in record.entities()
        )
    page.locator("button", has_text="Undo").first.click()
    page.wait_for_load_state()
    with Record(copy) as record:
        assert judgements(record.base)[-1].undone
        assert {"Ahmed al-Sharaa", "Maher al-Sharaa"} <= {e.name for e in record.entities()}


def test_the_static_site_opens_from_disk(page, tmp_path, example):
    with Record(example) as record:
        write_site(record, tmp_path / "site")
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("link", name="Timeline").click()
    page.locator("svg.timeline a").first.click()
    assert page.locator("h1").text_content()
    assert page.errors == []


def test_a_small_screen_needs_no_sideways_scrolling(browser, address, copy):
    page = browser.new_page(viewport={"width": 360, "height": 700})
    for path in (*pages(copy).values(), "/check"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 362, path
    page.close()
