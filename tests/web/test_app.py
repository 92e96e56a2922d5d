"""The pages over HTTP: each answers, has a JSON twin, escapes what reports say, and takes writes only with a token."""

import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from builders import copied, write_jsonl
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.file import connect
from dateline.store.judgements import judgements
from dateline.store.view import Record
from dateline.web.app import create_app
from dateline.web.site import write_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def client(copy):
    return TestClient(create_app(copy))


MAHER = "Maher al-Sharaa returns to Voronezh"


def addresses(path):
    with Record(path) as record:
        yield from ("/", "/events", "/events?all=1", "/reports", "/entities", "/entities?kind=place", "/map", "/digest")
        yield from ("/days", "/lanes/actor", "/lanes/story", "/lanes/story?all=1&since=2025-10-01", "/map?view=world")
        yield from ("/entities?described=1", "/report/post-dec?copy=wire-dec", "/changes?since=2025-01-01")
        yield from (
            "/changes",
            "/check",
            "/check?text=Putin+met+Belousov.",
            "/search",
            "/search?q=Moscow",
            '/search?q="',
        )
        yield from (f"/report/{quote(r, safe='')}" for r in record.report_ids())
        yield from (f"/event/{e.id}" for e in record.events())
        people = list(record.entities())
        yield from (f"/entity/{e.id}" for e in people)
        yield f"/pair/{people[0].id}/{people[1].id}"


def test_every_page_and_its_twin_answer(client, copy):
    for address in addresses(copy):
        page = client.get(address)
        assert page.status_code == 200, address
        assert "<h1" in page.text
        twin = client.get(address + ("&" if "?" in address else "?") + "as=json")
        assert twin.headers["content-type"] == "application/json", address
        twin.json()


@pytest.mark.parametrize(
    ("query", "told", "missing"),
    [
        ("action=CONSULT", "Putin receives Syrian ministers", "Correction: Syrians at Russian universities"),
        ("place=RUS", "Putin receives Syrian ministers", "Correction: Syrians at Russian universities"),
        ("place=Voronezh", MAHER, "Putin receives Syrian ministers"),
        ("outlet=Volga+Ledger", "Putin receives Syrian ministers", MAHER),
        ("warning=ai_generated", "Putin receives Syrian ministers", MAHER),
        ("since=2025-12-01&until=2025-12-31", "Putin receives Syrian ministers", MAHER),
        ("actor={Maher al-Sharaa}", MAHER, "Putin receives Syrian ministers"),
        (
            "story={Putin receives Syrian ministers}",
            "Putin receives Syrian ministers",
            "Belousov and Abu Qasra meet again",
        ),
    ],
)
@pytest.mark.parametrize("page", ["events", "lanes/story"])
def test_filters_leave_what_fits(client, copy, page, query, told, missing):
    with Record(copy) as record:
        ids = {e.name: e.id for e in record.entities()} | {s.title: s.id for s in record.stories()}
    asked = re.sub(r"\{(.+)\}", lambda found: ids[found[1]], query)
    listed = re.findall(r'class="title"><a[^>]*>([^<]+)<', client.get(f"/{page}?{asked}").text)
    assert told in listed
    assert missing not in listed


def test_filters_that_nothing_fits_say_so(client):
    for page in ("events", "lanes/actor", "lanes/story"):
        assert "No event fits these filters" in client.get(f"/{page}?since=2030-01-01").text


def test_an_empty_record_says_what_to_do(tmp_path):
    connect(tmp_path / "r.db", create=True).close()
    client = TestClient(create_app(tmp_path / "r.db"))
    assert "dateline build PATH" in client.get("/").text
    for page in ("/events", "/lanes/actor", "/digest", "/days", "/map", "/entities", "/reports", "/changes", "/search"):
        assert client.get(page).status_code == 200, page


def test_names_from_right_to_left_keep_their_own_direction(tmp_path, parses):
    row = {
        "id": "rtl",
        "title": "Talks in Moscow",
        "outlet": "الجزيرة",
        "text": "MOSCOW — Vladimir Putin met Murhaf Abu Qasra (مرهف أبو قصرة) on Tuesday, الجزيرة said.",
    }
    build([write_jsonl(tmp_path / "r.jsonl", row)], tmp_path / "r.db", Settings(parses=parses))
    client = TestClient(create_app(tmp_path / "r.db"))
    assert "<bdi>الجزيرة</bdi>" in client.get("/reports").text
    assert re.search(r'<div class="segment[^"]*"[^>]*dir="auto"', client.get("/report/rtl").text)


def test_headers_allow_nothing_from_elsewhere(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_what_is_not_there_is_said_so(client):
    answer = client.get("/event/nothing")
    assert answer.status_code == 404
    assert "there is no event" in answer.text


def test_an_address_that_is_none_is_answered_with_a_page(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page." in answer.text
    assert "<nav" in answer.text


def test_what_cannot_be_judged_is_answered_with_a_page(client, copy):
    page = client.get(f"/event/{_event(copy, 'Putin receives Syrian ministers').id}").text
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    answer = client.post("/judge", data={"left": "E", "right": "nobody", "verdict": "same", "token": token})
    assert answer.status_code == 400
    assert "there is no entity, event, mention or claim" in answer.text
    assert "<nav" in answer.text


def _event(path, title):
    with Record(path) as record:
        return next(e for e in record.timeline(main=True) if e.title == title)


def test_a_report_is_said_to_tell_of_another_event_on_the_page_of_the_event(tmp_path, example):
    copy = copied(example, tmp_path / "record.db")
    client = TestClient(create_app(copy))
    event = _event(copy, "Putin receives Syrian ministers")
    page = client.get(f"/event/{event.id}").text
    form = re.search(
        r'name="token" value="(\w+)"><input type="hidden" name="left" value="(volga-dec:[^"]+)">'
        r'<input type="hidden" name="right" value="([^"]+)">', page
    )  # fmt: skip
    token, left, right = form.groups()
    client.post("/judge", data={"left": left, "right": right, "verdict": "different", "token": token})
    assert "volga-dec" not in _event(copy, "Putin receives Syrian ministers").reports
    parted = _event(copy, "Kremlin talks with Damascus")
    assert parted.id in client.get(f"/event/{event.id}").text  # it is offered as one that may be the same
    client.post("/judge", data={"left": event.id, "right": parted.id, "verdict": "same", "token": token})
    assert "volga-dec" in _event(copy, "Putin receives Syrian ministers").reports


def test_other_hosts_are_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_judgement_needs_the_token_of_its_session(client, copy):
    with Record(copy) as record:
        people = [e.id for e in record.entities()]
    left, right = people[:2]
    form = {"left": left, "right": right, "verdict": "different"}
    assert client.post("/judge", data=form).status_code == 403
    pages = (client.get(f"/entity/{one}").text for one in people)
    token = next(found for page in pages if (found := re.search(r'name="token" value="(\w+)"', page)))
    answer = client.post("/judge", data={**form, "token": token[1]}, follow_redirects=False)
    assert answer.status_code == 303
    with Record(copy) as record:
        assert [j.verdict for j in judgements(record.base)] == ["different"]
        assert not record.unfinished
    client.post("/undo", data={"token": token[1]})
    with Record(copy) as record:
        assert [bool(j.undone) for j in judgements(record.base)] == [True]


def test_report_text_is_escaped(tmp_path, parses):
    row = {
        "id": "x/<b>",
        "title": "<script>alert(1)</script>",
        "text": "Police said <img src=x onerror=alert(2)> in Moscow.",
    }
    build([write_jsonl(tmp_path / "r.jsonl", row)], tmp_path / "r.db", Settings(parses=parses))
    client = TestClient(create_app(tmp_path / "r.db"))
    for address in ("/reports", f"/report/{quote('x/<b>', safe='')}"):
        page = client.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img" not in page.text


def test_the_site_stands_by_itself(tmp_path, example):
    with Record(example) as record:
        count = write_site(record, tmp_path / "site")
    files = {p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*.html")}
    assert len(files) == count
    for name in files:
        page = (tmp_path / "site" / name).read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"#]+)', page):
            assert ((tmp_path / "site" / name).parent / re.sub(r"%25", "%", link)).resolve().exists(), (name, link)
