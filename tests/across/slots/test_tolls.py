"""Several figures of one report, and figures of parts."""

from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.justice import held
from dateline.across.slots.quantities import counts
from dateline.model import Dates, Entities, Origins, Quantity, Reading


def told(name, text, *figures, weight=0.9, lemma="kill"):
    """A report of one sentence a claim, each with (words, of, sense, whose)."""
    found = []
    for number, (words, of, sense, whose) in enumerate(figures):
        at = text.index(words)
        start, end = text.rfind(".", 0, at) + 1, text.index(".", at) + 1
        many = float(next(w for w in words.split() if w.isdigit()))
        high = None if "least" in words or "more" in words else many
        low = many + ("more" in words)
        quantity = Quantity(of=of, low=low, high=high, sense=sense, whose=whose, start=at, end=at + len(words))
        one = replace(claim(name, at, lemma, MONDAY, weight - number / 20), start=start, end=end)
        found.append(replace(one, quantities=(quantity,)))
    return Reading(report=report(name, text), claims=tuple(found))


def points(*readings, behind=None):
    members = [see(one, Entities(), Dates()) for reading in readings for one in reading.claims]
    known = {reading.report.id: reading for reading in readings}
    found = counts(members, known, Origins(behind=behind or {}))
    return {(p.slot, p.subject): {(a.report, a.value["text"]) for a in p.accounts} for p in found}


WHOLE = ("killed", "new", None)
SUM = ("killed", "total", None)


def test_a_running_total_is_a_value_beside_the_reports_own_figure():
    one = told("a", "At least 70 died. The league raised its toll to 57.", ("At least 70", *WHOLE), ("57", *SUM))
    two = told("b", "At least 40 died.", ("At least 40", *WHOLE))
    later = replace(one.claims[1], when=replace(one.claims[1].when, earliest=None, latest=None))
    found = points(replace(one, claims=(one.claims[0], later)), two)
    assert {"57", "at least 70", "at least 40"} >= {text for _, text in found["quantity:killed", ""]} >= {"57"}


def test_more_civilians_than_another_source_has_dead_are_no_part_of_them():
    text = "The league put the toll at 23. The ministry said that more than 60 civilians died."
    one = told("a", text, ("23", *SUM), ("more than 60 civilians", *WHOLE))
    two = told("b", "At least 23 died.", ("At least 23", *WHOLE))
    behind = {one.claims[0].id: ("league",), one.claims[1].id: ("ministry",)}
    found = points(one, two, behind=behind)
    assert found["quantity:killed", ""] == {("a", "23"), ("b", "23"), ("a", "more than 60")}


def test_that_nobody_died_is_an_account():
    one = told("a", "The army says 0 died. A watch league said 21 died.", ("0", *WHOLE), ("21", *WHOLE))
    two = told("b", "The army killed 9 people.", ("9 people", *WHOLE))
    assert {("a", "0"), ("b", "9")} <= points(one, two)["quantity:killed", ""]


def test_the_dead_of_two_places_are_parts_of_all():
    text = "The raids killed 78 people. In Lodi a clerk counted 45 dead. In Sedge a clerk counted 33 dead."
    one = told("a", text, ("78 people", *WHOLE), ("45", *WHOLE), ("33", *WHOLE))
    two = told(
        "b", "The raids killed 101 people, 53 in Lody and 48 in Sedge.",
        ("101 people", *WHOLE), ("53", "killed", "part", "in Lody"), ("48", "killed", "part", "in Sedge"),
    )  # fmt: skip
    behind = {c.id: (f"clerk {n}",) for n, c in enumerate(one.claims) if n}
    found = points(one, two, behind=behind)
    assert found["quantity:killed", ""] == {("a", "78"), ("b", "101")}
    assert found["quantity:killed", "Lody"] == {("a", "45"), ("b", "53")}
    assert found["quantity:killed", "Sedge"] == {("a", "33"), ("b", "48")}


def test_the_blasts_a_report_is_written_to_tell_are_one_happening():
    one = told("a", "Three blasts killed 30 people.", ("30 people", "killed", "spread", None))
    two = told("b", "Blasts killed 83 people.", ("83 people", *WHOLE))
    assert points(one, two)["quantity:killed", ""] == {("a", "30"), ("b", "83")}
    low = replace(one, claims=(replace(claim("a", 90, "meet", MONDAY, 1.0)), replace(one.claims[0], weight=0.5)))
    assert not points(low, two)


def test_one_of_those_hit_who_died_is_one_dead():
    one = told("a", "All 4 are expected to survive.", ("4", "injured", "new", None))
    two = told("b", "1 of the victims died.", ("1 of the victims", *WHOLE), lemma="die")
    words = two.report.text.replace("1 of", "one of")
    two = replace(two, report=report("b", words), claims=(replace(two.claims[0], quantities=(
        replace(two.claims[0].quantities[0], start=0, end=18),)),))  # fmt: skip
    assert points(one, two)["quantity:killed", ""] == {("a", "0"), ("b", "1")}


def test_who_tells_how_many_were_hurt_and_of_no_death_knows_nobody_dead():
    one = told("a", "Shots in a mill hurt 4 weavers.", ("4 weavers", "injured", "new", None))
    two = told("b", "Shots in a mill killed 1 weaver.", ("1 weaver", *WHOLE))
    assert points(one, two)["quantity:killed", ""] == {("a", "0"), ("b", "1")}
    besides = replace(one, report=report("a", "Shots in a mill hurt 4 weavers and left others dead."))
    assert ("quantity:killed", "") not in points(besides, two)


def test_all_victims_are_the_dead_and_the_hurt_together():
    victims = told("a", "All 5 victims sat in a tram.", ("5 victims", "victims", "new", None))
    shot = told("a", "In a tram 5 nuns were shot.", ("5 nuns", "shot", "new", None), lemma="shoot")
    dead, hurt = ("2 nuns", *WHOLE), ("3 nuns", "injured", "new", None)
    two = told("b", "Shots killed 2 nuns. They left 3 nuns hurt.", dead, hurt)
    four = told("c", "Shots killed 2 nuns. They left 4 nuns hurt.", dead, ("4 nuns", "injured", "new", None))
    for one in (victims, shot):
        assert ("quantity:injured", "") not in points(one, two)
        assert ("a", "5") in points(one, four)["quantity:injured", ""]


def test_a_sixth_victim_makes_five_six():
    one = told("a", "Shots hurt 5 nuns. A sixth victim came 2 days later.", ("5 nuns", "injured", "new", None))
    late = Quantity(of="shot", low=1.0, high=1.0, sense="more", start=19, end=33)
    later = replace(one.claims[0], id="a:19", start=18, end=48, weight=0.2, quantities=(late,))
    two = told("b", "Shots hurt 5 nuns and killed 1.", ("5 nuns", "injured", "new", None))
    found = points(replace(one, claims=(*one.claims, later)), two)
    assert found["quantity:injured", ""] == {("a", "5"), ("a", "6"), ("b", "5")}


def test_the_last_of_four_told_apart_makes_three_no_count_of_all():
    text = "Shots hurt 4 nuns. Wardens found 3 nuns hurt. A fourth victim walked into a clinic."
    one = told("a", text, ("4 nuns", "injured", "new", None), ("3 nuns", "injured", "new", None))
    two = told("b", "Shots hurt 4 nuns.", ("4 nuns", "injured", "new", None))
    assert ("quantity:injured", "") not in points(one, two, behind={one.claims[1].id: ("wardens",)})


def test_all_survived():
    one = told("a", "All 4 survived.", ("4", "injured", "new", None), weight=0.5)
    two = told("b", "Shots killed 1 weaver.", ("1 weaver", *WHOLE))
    assert ("a", "0") in points(one, two)["quantity:killed", ""]


def test_nobody_held_yet_and_then_one():
    none = replace(claim("a", 0, "arrest", MONDAY, action="COERCE"), modality="denied", mode="arrest")
    one = Quantity(of="captured", low=1.0, high=1.0, start=0, end=5)
    made = replace(claim("b", 0, "arrest", MONDAY, action="COERCE"), mode="arrest", quantities=(one,))
    readings = {"a": Reading(report=report("a", "No arrests yet.")), "b": Reading(report=report("b", "A man is held."))}
    found = list(held([see(c, Entities(), Dates()) for c in (none, made)], readings))
    assert [(p.slot, {a.value["text"] for a in p.accounts}) for p in found] == [("quantity:captured", {"0", "1"})]
