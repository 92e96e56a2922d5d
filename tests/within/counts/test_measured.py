"""Numbers of what is no person: lengths of time, shares, sums, votes, crowds, and infants' ages."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

NUMBERS = [
    ("The ferry strike lasted 36 hours.", "hours", 36, 36),
    ("Wardens ended a two-day blockade of the lock.", "days", 2, 2),
    ("The clerk spoke for 11 and a half hours.", "hours", 11.5, 11.5),
    ("The clerk spoke for eleven hours and 30 minutes.", "hours", 11.5, 11.5),
    ("The warden rang her twice.", "times", 2, 2),
    ("The board has put off the vote more than 30 times since May.", "times", 30, None),
    ("He quit after a year and three months as harbour master.", "months", 15, 15),
    ("She handed in a 70-page plan for the lock.", "pages", 70, 70),
    ("The cook sold his forty per cent of the mill.", "per cent", 40, 40),
    ("The ministry paid the yard 3.8 million kroner.", "money", 3_800_000, 3_800_000),
    ("Skippers risk a fine of up to €900.", "money", 0, 900),
    ("They paid five hundred dollars for the boat.", "money", 500, 500),
    ("The upper house passed the harbour bill 51-20.", "votes for", 51, 51),
    ("The upper house passed the harbour bill 51-20.", "votes against", 20, 20),
    ("The board decided by nine votes to two to close the lock.", "votes against", 2, 2),
    ("Eighty deputies voted for the bill, twelve against, and five abstained.", "votes for", 80, 80),
    ("Eighty deputies voted for the bill, twelve against, and five abstained.", "votes against", 12, 12),
    ("Eighty deputies voted for the bill, twelve against, and five abstained.", "abstentions", 5, 5),
    ("About 900 people were in the hall when the choir fell silent.", "participants", 900, 900),
    ("Wardens put the audience at 450.", "participants", 450, 450),
    ("Millers marched to the quay. The guild said 1,800 had taken part.", "participants", 1800, 1800),
    ("A like parade drew 3,000.", "participants", 3000, 3000),
    ("She spoke to about 400 democrats at the ferry.", "participants", 400, 400),
    ("Nine senators joined him at the desk.", "senators", 9, 9),
    ("The vicar told more than 600 people at the fair that he would leave.", "participants", 601, None),
    ("The procession brought together 2,500 people.", "participants", 2500, 2500),
    ("The prefect put the number of marchers at 950.", "participants", 950, 950),
    ("Millers marched to the quay. 1,900, says the prefecture; 4,000, say the unions.", "participants", 1900, 1900),
    ("Millers marched to the quay. Organisers of the Open Mill group spoke of 4,000.", "participants", 4000, 4000),
    ("The march drew 2,000 people to the quay.", "participants", 2000, 2000),
    ("Half a dozen trucks were seized.", "vehicles", 6, 6),
    ("The mill was fined RM2.4 million.", "money", 2_400_000, 2_400_000),
    ("The mill was fined 2.4 million ringgit.", "money", 2_400_000, 2_400_000),
    ("The guild paid USD 35 million for the quay.", "money", 35_000_000, 35_000_000),
    ("The guild paid at least HK$700,000 for the ferry.", "money", 700_000, None),
    ("Wardens found 90,000 Iraqi dinars in the boat.", "money", 90_000, 90_000),
    ("The yard paid $3.2m for the ferry.", "money", 3_200_000, 3_200_000),
    ("The bill passed by a vote of 51 to 20.", "votes for", 51, 51),
    ("Villagers marched to the quay; police put the number at 900, the organisers at 2,500.", "participants", 900, 900),
    (
        "Villagers marched to the quay; police put the number at 900, the organisers at 2,500.",
        "participants",
        2500,
        2500,
    ),
    ("Wardens were called to the port's 31st drowning of the year.", "drownings", 31, 31),
    (
        "The bill failed in the vote of the upper house of the port on Monday night. It got 52, with 47 against.",
        "votes for",
        52,
        52,
    ),
    (
        "The bill failed in the vote of the upper house of the port on Monday night. It got 52, with 47 against.",
        "votes against",
        47,
        47,
    ),
    ("The ferry bill needed 60 votes to go on and got only 52.", "votes needed", 60, 60),
    ("The ferry bill needed 60 votes to go on and got only 52.", "votes for", 52, 52),
    ("A rival vote won a majority of 53 but was called off.", "votes for", 53, 53),
    ("Forty deputies voted against her and only six for her.", "votes for", 6, 6),
    ("A poll put the warden ahead by 12 points.", "points", 12, 12),
    ("She won the wardens' seat by an 11-point margin.", "points", 11, 11),
    ("The poll ended at 51 percent to 38 for the warden.", "per cent", 38, 38),
    ("Nine in 10 skippers want the lock, a poll found.", "per cent", 90, 90),
    ("The warden spoke for nearly half an hour.", "minutes", 0, 30),
    ("The primary was won by Ana Ruiz. Turnout was about 48,000.", "voters", 48_000, 48_000),
    ("The court let the lock stand in a 6-3 decision.", "votes for", 6, 6),
    ("Wardens bought 3,400 acres from the guild.", "acres", 3400, 3400),
    ("Wardens said 31 of the 50 skippers would leave the port.", "skippers", 31, 31),
    ("The clerk wrote to four of the warden's aides.", "aides", 4, 4),
    ("The guild holds a 53-47 edge after the vote was counted.", "seats", 53, 53),
    ("The council approved 400 guards, which brings their total to about 2,900.", "guards", 2900, 2900),
    ("Wardens withdrew 4,000 permits. The guild put the figure at 2,500.", "permits", 2500, 2500),
    (
        "The port hired more guards in the week after the big fire. The guards at the lock now number 2,800.",
        "guards",
        2800,
        2800,
    ),
    ("Ana Ruiz left the hall. The speech had lasted 23 minutes.", "minutes", 23, 23),
    ("Multiple gunmen fired at the ferry.", "perpetrators", 3, None),
    ("Nine sailors, two of them cooks, were killed on the ferry.", "killed", 2, 2),
    ("The warden stepped down 45 days after the guild had chosen her.", "days", 45, 45),
    ("The warden had waited 45 days since her choice.", "days", 45, 45),
    ("The warden kept the post for less than a month.", "months", 0, 1),
    ("The guild collected more than 300,000 signatures against the lock.", "signatures", 300_001, None),
    ("The port hired 40 divers; those who had served for years are to number 650.", "divers", 650, 650),
    ("The search has widened to 42 harbours, up from 26 last week.", "harbours", 26, 26),
    ("A crowd outside the mill was estimated to be between 250 - 300 people.", "participants", 250, 300),
    ("Hundreds of residents in the hall began to shout.", "participants", 200, None),
    ("Some 400 workers chanted on the quay.", "participants", 400, 400),
    ("Three blasts shook the port.", "explosions", 3, 3),
]
NONE = [
    ("The choir met two days ago.", "days"),
    ("Police arrested 900 smugglers.", "participants"),
    ("Nurses were called at 2130 hours.", "hours"),
    ("The Herons beat the Gulls 51-20 on Sunday.", "votes for"),
    ("The Herons got 52, with 47 against them in the first half.", "votes for"),
    ("The warden made two points and left.", "points"),
    ("The cook sold his forty per cent of the mill.", "money"),
    ("He lost three pounds on the march.", "money"),
    ("They try 4 ferries.", "money"),
    ("The new lock is three times as wide.", "times"),
    ("A cook was hurt at 27 Harbour St. on Monday.", "st."),
    ("The clause bars sailors under 19 years of age.", "years"),
    ("Thousands of people fled the port.", "participants"),
    ("The warden rang the guild a month ago.", "months"),
]


def counted(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    return [q for claim in found for q in claim.quantities]


def numbers(text, parser):
    return [(q.of, q.low, q.high) for q in counted(text, parser)]


@pytest.mark.parametrize(("text", "of", "low", "high"), NUMBERS)
def test_numbers(text, of, low, high, parser):
    assert (of, low, high) in numbers(text, parser)


@pytest.mark.parametrize(("text", "of"), NONE)
def test_none(text, of, parser):
    assert of not in {found for found, _, _ in numbers(text, parser)}


OF_PARTIES = [
    ("The harbour bill passed 51-20, with nine Liberals and every Green voting no.", "votes against", 9, "liberals"),
    ("The vote was close, and eleven Conservatives broke ranks.", "votes against", 11, "conservatives"),
    ("The vote failed, with six Liberals joining most Greens in opposing it.", "votes against", 6, "liberals"),
    ("Six Liberals voted for the harbour bill.", "votes for", 6, "liberals"),
]


@pytest.mark.parametrize(("text", "of", "many", "party"), OF_PARTIES)
def test_votes_of_some_of_a_party_are_a_part(text, of, many, party, parser):
    found = [q for q in counted(text, parser) if q.sense == "part"]
    assert [(q.of, q.low, q.whose) for q in found] == [(of, many, party)]


def test_how_long_after_something_hangs_on_what_was_done_then(parser):
    text = "The warden stepped down 45 days after the guild had picked her for the post."
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    told = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert {claim.lemma for claim in told if any(q.of == "days" for q in claim.quantities)} == {"step"}


def test_an_infant_has_its_age_in_months(parser):
    ages = [q for q in counted("An 8-month-old girl was hurt.", parser) if q.of == "age"]
    assert [(q.low, q.unit, q.years) for q in ages] == [(8, "months", None)]


def test_a_sum_is_in_the_currency_that_its_sign_or_words_name(parser):
    def unit(text):
        (found,) = {q.unit for q in counted(text, parser) if q.of == "money"}
        return found

    assert unit("The mill was fined RM2.4 million.") == "MYR"
    assert unit("The guild paid NZ$300,000 for the ferry.") == "NZD"
    assert unit("The guild paid 90,000 Iraqi dinars for the boat.") == "IQD"
    assert unit("The guild paid 90,000 rupees for the boat.") is None
