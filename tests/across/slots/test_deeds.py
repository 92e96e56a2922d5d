"""By whose hand something was done, where accounts part on it."""

from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.deeds import deeds
from dateline.model import Dates, Entities, Participant, Reading


def hands(*told):
    """The values of the point of who did it; each report is given as its actor and the modality."""
    texts = {name: f"{actor} bombed a market." for name, (actor, _) in zip("abc", told, strict=False)}
    readings = {name: Reading(report=report(name, text)) for name, text in texts.items()}
    members = []
    for name, (actor, modality) in zip("abc", told, strict=False):
        by = (Participant(entity="", start=0, end=len(actor)),)
        one = replace(claim(name, 0, "bomb", MONDAY), actors=by, modality=modality, end=len(texts[name]))
        members.append(see(one, Entities(), Dates()))
    points = [p for p in deeds(members, (), readings) if p.slot == "who"]
    return sorted({str(a.value) for p in points for a in p.accounts})


def test_whose_forces_did_it():
    assert hands(("Russian jets", "happened"), ("French jets", "happened")) == ["French jets", "Russian jets"]
    assert hands(("Air strikes on a market in Mali", "happened"), ("French jets", "happened")) == []


def test_who_denies_it_says_so_against_those_who_tell_it():
    assert hands(("Russian jets", "happened"), ("Russian planes", "denied")) == ["Russian jets", "not Russian planes"]
    assert hands(("French jets", "happened"), ("Russian planes", "denied")) == []


def set_off(*texts):
    """The values of the point of how a bomb was set off."""
    readings = {name: Reading(report=report(name, text)) for name, text in zip("abc", texts, strict=False)}
    told = [replace(claim(name, 0, "bomb", MONDAY), end=len(each.report.text)) for name, each in readings.items()]
    points = deeds([see(one, Entities(), Dates()) for one in told], (), readings)
    return sorted({str(a.value) for p in points if p.slot == "action" for a in p.accounts})


def test_whether_a_bomber_died_or_a_bomb_was_laid():
    bomber, laid = "A suicide bomber hit the mill.", "The device had been planted in the mill."
    assert set_off(bomber, laid) == ["a planted bomb", "a suicide bombing"]
    assert set_off(bomber, "A car bomb left nine people dead in the mill.") == []
    assert set_off(bomber, "A bomb went off in the mill.") == []
    assert set_off(bomber, "The bomb was placed there or set off by a suicide bomber.") == []


def whose(*texts):
    """The values of the point of who did it, each report given as its text, of which the first words strike."""
    readings = {name: Reading(report=report(name, text)) for name, text in zip("abc", texts, strict=False)}
    members = []
    for name, reading in readings.items():
        text = reading.report.text
        by = (Participant(entity="", start=0, end=text.index(" bombed")),) if " bombed" in text else ()
        one = replace(claim(name, 0, "bomb", MONDAY), actors=by, end=text.index(".") + 1)
        said = replace(claim(name, 1, "say", MONDAY), id=f"{name}:said", start=text.index(".") + 1, end=len(text))
        members.append(see(one, Entities(), Dates()))
        readings[name] = replace(reading, claims=(one, said))
    points = [p for p in deeds(members, (), readings) if p.slot == "who"]
    return sorted({str(a.value) for p in points for a in p.accounts})


def test_what_one_report_leaves_open_is_another_account_than_a_certain_one():
    certain = "French jets bombed a market. Nobody said so."
    left_open = "A market was hit. The jets were either French or Danish, a monitor said."
    assert whose(certain, left_open) == ["French jets", "either French or Danish"]
    assert whose(certain, "French planes bombed a market. Nobody said so.") == []


def test_who_had_nothing_to_do_with_it_is_told_against_those_who_say_so():
    certain = "French jets bombed a market. Nobody said so."
    refused = "A market was hit. France had nothing to do with the strikes."
    assert whose(certain, refused) == ["French jets", "not France"]
    neither = "A market was hit. The ministry said that neither French nor Danish jets had been there."
    assert whose(certain, neither)[0] == "French jets"
    assert len(whose(certain, neither)) == 2
