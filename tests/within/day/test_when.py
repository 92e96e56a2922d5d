"""The day of this event: which time dates which happening of a report."""

from datetime import date

import pytest

from builders import report
from dateline.model import day
from dateline.within.date import times
from dateline.within.day.when import Clock
from dateline.within.parse import parses
from dateline.within.segment import segments

FAR_DOWN = (
    "A cook was stabbed. He is 40 years old and has a shop. The shop is very small and red. The street is quiet and "
    "long. The door has no lock at all. A boy saw them as they were quarrelling on Monday."
)
RECALLED = (
    "Two cooks have been hurt in Homs. The bar is small and red. The street is quiet and long. The door has no "
    "lock at all. A guard was shot, too. It comes after a boy was shot there on May 5, 2024."
)
FAR_NORTH = (
    "A raid hit a mill in the far north. Its owner had asked for more guards at its gate. It is very old and has three "
    "red doors. The road to it is narrow and has no light. No school and no shop lies near it. Nine men were killed "
    "Monday in Oslo. The raid happened on Tuesday."
)
CALLED_ALIKE = (
    "Raids killed nine men in a mill in Homs. It is very old and has three red doors. The road to it is narrow and has "
    "no light. No school and no shop lies near it. Its owner has two boats. On December 19 a similar raid killed two."
)
CASES = [
    ("Rebels shot two soldiers on Tuesday in Homs.", "shot", "2025-12-23"),
    ("Police said on Tuesday that a man had been shot.", "shot", None),
    ("Police said a man was shot Tuesday.", "shot", "2025-12-23"),
    ("Police arrested a man on Tuesday over a shooting on December 14.", "arrested", "2025-12-23"),
    ("Police arrested a man on Tuesday over a shooting on December 14.", "shooting", "2025-12-14"),
    ("The visit is the first since the regime was ousted last December.", "visit", None),
    ("The visit is the first since the regime was ousted last December.", "ousted", "2024-12"),
    ("The ministers will meet in Oslo next Friday.", "meet", "2025-12-26"),
    ("A bomb exploded in Homs on Sunday. The blast killed two men.", "killed", "2025-12-21"),
    ("Norway has sold arms to Chad since 2015.", "sold", "2015-01-01/.."),
    ("The raid on Sunday hit a mill. The raid came four days after rebels shelled a dam.", "shelled", "2025-12-17"),
    ("The number of those killed in the fire rose to nine on Tuesday. The fire broke out Sunday.", "killed", None),
    ("Raids on Sunday claimed nine lives and left dozens injured.", "injured", "2025-12-21"),
    ("The mill came under attack on Sunday. It was shelled.", "attack", "2025-12-21"),
    (
        "Raids killed nine men. Wardens said the raids took place Tuesday. On December 18, raids killed two.",
        "killed",
        "2025-12-23",
    ),
    # a night goes on into the day behind it; an hour without a day takes one of two that the lead tells of
    ("A man opened fire in a bar Monday night. He shot two men. He opened fire Tuesday.", "opened", "2025-12-23"),
    ("A cook was hurt in a late-night shooting. Officers were called at 11 p.m. Tuesday.", "shooting", "2025-12-23"),
    ("A cook was hurt in a late-night shooting.", "shooting", "2025-12-23/2025-12-24"),
    # what goes on as the report is written, what is only spoken of, what a picture shows, and what came before
    ("Police are searching Tuesday for two men. They shot a cook.", "shot", "2025-12-18/2025-12-24"),
    ("The school wrote Tuesday about the shooting at its gate.", "shooting", "2025-12-18/2025-12-24"),
    ("Mourners stand at a shop where two men were killed, Tuesday, Dec. 23, 2025. (Oslo Post)", "killed", None),
    ("Cleaning was under way Monday after a crowd looted shops and smashed cars Sunday.", "looted", "2025-12-21"),
    # what justice does on a later day keeps its day
    ("A man accused of shooting his brother was back in court Tuesday.", "shooting", None),
    ("Police arrested a man on Tuesday for shooting his brother.", "shooting", None),
    ("Police arrested a man for shooting his brother on November 3.", "arrested", "2025-12-18/2025-12-24"),
    ("An arrest was made in the September shooting of a cook.", "arrest", "2025-12-18/2025-12-24"),
    ("Police arrested two men in Monday's raid.", "arrested", "2025-12-22"),
    ("A man was charged over it. He stabbed a cook on December 8.", "charged", "2025-12-18/2025-12-24"),
    ("A man was charged on Tuesday with the murder of his brother.", "murder", None),
    ("Detectives on Tuesday were working to solve the shooting near the port.", "shooting", None),
    ("A man will face a judge on Friday for shooting a guard on Monday.", "shooting", "2025-12-22"),
    ("Her wounds are not known as of late Tuesday after rebels shot her.", "shot", None),
    ("A man was arrested on Tuesday after having shot at a bus.", "shot", "2025-12-23"),
    # distances between two happenings
    ("A man was arrested Tuesday, a day after he shot his friend.", "shot", "2025-12-22"),
    ("A man was arrested Tuesday, a day after he shot his friend.", "arrested", "2025-12-23"),
    ("The girl died Friday, two days after she was shot in a car.", "shot", "2025-12-17"),
    ("The suspect surrendered on Monday hours after the shooting.", "shooting", "2025-12-21/2025-12-22"),
    ("A bomb hit a market on Sunday. The attack came a day after troops raided a village.", "raided", "2025-12-20"),
    ("A man accused of stabbing a cook was in court. The attack happened last Thursday.", "stabbing", "2025-12-18"),
    ("Shelling killed nine men in the past 24 hours, monitors said.", "killed", "2025-12-23/2025-12-24"),
    ("A fight led to a stabbing Monday. They found a man with a wound. He died Tuesday.", "found", "2025-12-22"),
    ("He stabbed a clerk during the March 3 robbery.", "robbery", "2025-03-03"),
    # who dies of wounds or passes away later has a day of his own
    ("A cook has died of wounds from a Dec. 17 shooting in Homs.", "died", "2025-12-18/2025-12-24"),
    ("A boy in hospital since a Dec. 17 stabbing has died.", "died", "2025-12-18/2025-12-24"),
    ("Victim of stabbing passes away. The cook was stabbed Dec. 17 and passed away Monday.", "passes", "2025-12-22"),
    # the day from which on many were taken, or by which somebody is known, is no other's
    ("Guards have caught nine boys since Sunday. A cook was hit by a stone.", "hit", None),
    (CALLED_ALIKE, "killed", "2025-12-18/2025-12-24"),
    ("Rebels shot a cook. He was involved in the March 3, 2025 attack.", "shot", None),
    # "late" and an hour before midnight keep a night from the day behind it; an other act of force does not move it
    ("A man opened fire in a bar late Monday night. He shot two men. He opened fire Tuesday.", "opened", "2025-12-22"),
    ("A cook was stabbed Monday night. It happened at 9 p.m. Monday. He was stabbed Tuesday.", "stabbed", "2025-12-22"),
    # days of stories, feasts and talk are no deed's; a call that came in is
    ("In a story on Dec. 23 about a blast in a mill, the paper misspelled a name.", "blast", None),
    ("Two cooks were stabbed at a party to honor Christmas Day.", "stabbed", None),
    ("A cook was stabbed in Homs. We spoke to his brother Tuesday.", "stabbed", "2025-12-18/2025-12-24"),
    ("A cook was stabbed in Homs. Police got a call Monday that somebody lay in the yard.", "stabbed", "2025-12-22"),
    (
        FAR_NORTH,
        "hit",
        "2025-12-23",
    ),
    # the one day of a report, however far down, and that of a tale that goes on
    (
        FAR_DOWN,
        "stabbed",
        "2025-12-22",
    ),
    (
        "A cook got home on Monday. He sat down. He ate two apples. He read a letter. He went out. They stabbed him.",
        "stabbed",
        "2025-12-22",
    ),
    # the one day of a weekend or week on which the tale is set, and the word that came up beside a plain verb
    ("A cook was stabbed last weekend. The man broke the door on Saturday.", "stabbed", "2025-12-20"),
    ("A cook was stabbed last weekend. They sang on Saturday and ate on Sunday.", "stabbed", "2025-12-19/2025-12-21"),
    ("A cook was stabbed in Homs. A man held up the shop on Monday.", "stabbed", "2025-12-22"),
    # the day of the occasion
    (
        "Guards held a cook during a search on Sunday. They met on Monday. During the search they caught a boy.",
        "caught",
        "2025-12-21",
    ),
    ("Two men were held Monday in the killing of a cook who died weeks after he was hurt in a fire.", "hurt", None),
    # what is held, or done over a deed of a named day
    ("On December 3, the queen held talks in Porto with the bishop.", "talks", "2025-12-03"),
    ("A potter is in custody over Sunday's raid on a mill.", "custody", "2025-12-18/2025-12-24"),
    ("A potter is being held over Sunday's shooting.", "held", "2025-12-18/2025-12-24"),
    ("Three boys were hurt in a fight over Sunday's theft in which two lambs died.", "theft", "2025-12-21"),
    # what somebody is charged with owns no day, and the words of a time may hang apart
    ("She is charged as an accessory after the fact to murder Tuesday.", "murder", "2025-12-23"),
    (
        "The two fired at people in the yard of a home at 311 Quay St. in Homs, around 10:45 p.m Dec. 20.",
        "fired",
        "2025-12-20",
    ),
    # a day inside a wider time, and the days behind one
    ("Two men were shot overnight. It happened at 2 a.m. today in Homs.", "shot", "2025-12-24"),
    ("Two men were shot over the weekend. Rebels shot them on Sunday, police said.", "shot", "2025-12-21"),
    ("Two men were shot over the weekend.", "shot", "2025-12-19/2025-12-21"),
    ("A boy was murdered just after Thanksgiving.", "murdered", "2025-11-28/2025-12-04"),
    ("Police say Tuesday morning a boy shot himself.", "shot", "2025-12-23"),
    ("Nine men were shot in Homs between Friday afternoon and Monday morning.", "shot", "2025-12-19/2025-12-22"),
    ("Nine men were shot in Homs from Monday to early Tuesday.", "shot", "2025-12-22/2025-12-23"),
    ("Harvey Stone, date of birth 5/6/1992, assaulted a clerk.", "assaulted", None),
    # what came before the news, and what is old, is not its day
    (
        "After several shootings on Monday, two men were shot on Tuesday. Rebels shot them.",
        "shot",
        "2025-12-23",
    ),
    ("Two men have been killed in Homs. In an earlier case a man was killed on March 2, 2025.", "killed", None),
    ("An inquiry was under way on Tuesday into the killing of a guard.", "killing", None),
    ("A guard is in care after shooting himself. It happened at 3 p.m. Tuesday in Homs.", "shooting", "2025-12-23"),
    ("A guard walked out of jail Tuesday, and his mother has been shot.", "shot", None),
    # a day behind a full stop that ends no sentence, and before "police said"
    ("A guard shot himself near S.E. 70th and Quay Rd. around 11:45 a.m. Tuesday.", "shot", "2025-12-23"),
    ("A guard was shot and taken to Quay Health Center Monday, Oslo police said.", "shot", "2025-12-22"),
    # a night goes on into the next day, and of two days one is the right one
    (
        "A row at a mill ended with two guards being hit in the yard Friday night. A cook shot them about 2:45 a.m.",
        "hit",
        "2025-12-20",
    ),
    (
        "Two guards were injured in an attack. It ended with them being shot Friday night. A cook shot them at 2 a.m.",
        "attack",
        "2025-12-20",
    ),
    ("Two cooks are charged after weekend shooting outside a mill.", "shooting", "2025-12-19/2025-12-21"),
    ("Late Monday or early Tuesday a guard was shot.", "shot", "2025-12-22/2025-12-23"),
    ("He was holding a pistol that went off, striking a cook on January 11th.", "striking", "2025-01-11"),
    # justice done later lends its day to no deed, what went on in the past does
    ("A cook walked out of jail Tuesday. The girl found his gun and shot herself.", "shot", "2025-12-18/2025-12-24"),
    ("A boy charged in the shooting death of his friend made his first appearance in court Monday.", "death", None),
    (
        "Police said he was playing cards on October 22, 2025 when a row began. Two men fired shots, killing a cook.",
        "killing",
        "2025-10-22",
    ),
    # who called for help did so at once; who speaks to the press, or finds the man, does so days later
    ("Two cooks were stabbed in Homs. A neighbour called 911 on Monday.", "stabbed", "2025-12-22"),
    ("A cook was stabbed in Homs. The chief addressed reporters Tuesday.", "stabbed", "2025-12-18/2025-12-24"),
    ("A cook was stabbed in Homs. Guards located a grey car on Tuesday.", "stabbed", "2025-12-18/2025-12-24"),
    # what stands before the recall of an old case is not of it
    (
        RECALLED,
        "shot",
        None,
    ),
]


INFERRED = [
    ("A man was arrested Tuesday after he shot a guard.", "shot"),
    ("A guard died Tuesday after being shot in a car.", "shot"),
]


@pytest.mark.parametrize("text, trigger", INFERRED)
def test_what_came_before_an_arrest_or_a_death_is_only_inferred_to_be_of_its_day(text, trigger, parser):
    found = dated(text, trigger, parser)
    assert found is not None
    assert (found.value, found.basis) == ("2025-12-23", "context")


def test_the_toll_rises_on_the_day_of_the_count(parser):
    found = dated("The toll from a blaze at a sawmill rose to nine on Tuesday, a doctor said.", "blaze", parser)
    assert found is None or found.basis != "document" or not found.exact


def dated(text, trigger, parser, title=None):
    made = report(text=text, title=title, published=day(date(2025, 12, 24), "given"))
    cut = segments(made)
    parse = next(parses([(made, cut)], parser))
    token = parse.words.index(trigger)
    sentence = parse.sentences[parse.sentence_at[token]]
    return Clock(made, cut, parse, times(made, cut, parse)).for_claim(token, sentence.first, sentence.end)


@pytest.mark.parametrize("text, trigger, value", CASES)
def test_a_happening_gets_its_own_day(text, trigger, value, parser):
    found = dated(text, trigger, parser)
    if value is None:
        assert found is None or not found.exact
    else:
        assert found is not None
        assert found.value == value


def test_a_headline_tells_of_what_an_arrest_came_after(parser):
    made = report(
        text="Man flown to Oslo, cook arrested after accidental shooting in Homs\n\nIt was reported at 1 p.m. Tuesday.",
        published=day(date(2025, 12, 24), "given"),
    )
    cut = segments(made)
    parse = next(parses([(made, cut)], parser))
    found = Clock(made, cut, parse, times(made, cut, parse)).for_claim(parse.words.index("shooting"), 0, len(parse))
    assert found is not None
    assert found.value == "2025-12-23"


def test_the_dead_of_a_headline_are_of_the_day_that_the_lead_tells(parser):
    told = "Guards found the door locked. On Monday at 5 p.m. a neighbour called 911. They broke a window."
    found = dated(told, "Dead", parser, title="Three People Dead East of Homs")
    assert found is not None
    assert found.value == "2025-12-22"


def test_news_without_a_day_lies_in_the_week_up_to_publication(parser):
    made = report(text="Rebels shot two soldiers in Homs.", published=day(date(2025, 12, 24), "given"))
    cut = segments(made)
    parse = next(parses([(made, cut)], parser))
    found = Clock(made, cut, parse, ()).for_claim(parse.words.index("shot"), 0, len(parse))
    assert found is not None
    assert (found.value, found.basis, found.days) == ("2025-12-18/2025-12-24", "document", 7)
    assert found.why


RELEASES = [
    ("Marines detained two men in Bergen.", "2025-12-24?"),
    ("Marines detained two men in Bergen. The search began on Tuesday.", "2025-12-23"),
    ("Marines conducted an operation to free two men in Bergen, Tuesday.", "2025-12-23"),
]


@pytest.mark.parametrize("told, value", RELEASES)
def test_a_release_tells_of_its_own_day_unless_it_names_one(told, value, parser):
    made = report(text=f"Update 2025-12-A-7\nFor Immediate Release\n\nOSLO, Norway (Dec. 24, 2025)\n{told}")
    cut = segments(made)
    parse = next(parses([(made, cut)], parser))
    token = next(n for n, word in enumerate(parse.words) if word in {"detained", "free"})
    sentence = parse.sentences[parse.sentence_at[token]]
    found = Clock(made, cut, parse, times(made, cut, parse)).for_claim(token, sentence.first, sentence.end)
    assert found is not None
    assert found.value == value


def test_a_charge_is_news_however_long_ago_its_deed_happened(parser):
    told = "A man was held and charged in a shooting in Homs. The shooting happened at about 3 a.m. on November 2."
    made = report(text=told, title="Man charged over shooting", published=day(date(2025, 12, 24), "given"))
    cut = segments(made)
    parse = next(parses([(made, cut)], parser))
    token = parse.words.index("charged")
    sentence = parse.sentences[parse.sentence_at[token]]
    found = Clock(made, cut, parse, times(made, cut, parse)).for_claim(token, sentence.first, sentence.end)
    assert found is None or found.value != "2025-11-02"


def test_a_stamp_of_which_a_part_was_read_is_the_reports_own_day(parser):
    text = (
        "Tue Dec 23 2025 Mill shelled. Rebels shelled a mill in Homs on Sunday, and a baker who lived there was hurt."
    )
    one = report(text=text, title="Mill shelled", published=day(date(2025, 12, 23), "given"))
    marked = segments(one)
    parse = next(parses([(one, marked)], parser))
    clock = Clock(one, marked, parse, times(one, marked, parse))
    when = next(clock.for_claim(t, t, t + 1) for t in range(len(parse)) if parse.lowers[t] == "hurt")
    assert (when.value, when.basis) == ("2025-12-21", "document")


def test_an_hour_is_as_sure_as_the_day_that_it_is_said_with(parser):
    found = dated("A miller was stabbed by his tenant on Sunday at about 4:15 p.m.", "stabbed", parser)
    assert (found.earliest, found.latest, found.basis) == (date(2025, 12, 21), date(2025, 12, 21), "document")
    text = "A mill was robbed in Homs on Sunday. A man with an axe stabbed the miller at 4:15 p.m."
    assert dated(text, "stabbed", parser).basis == "context"


def test_the_date_under_a_post_dates_no_deed_that_it_tells(parser):
    text = (
        "A miller was stabbed at the weir. Police just got to a stabbing at the old mill"
        " — Homs Desk (@homsdesk) December 22, 2025"
    )
    found = [dated(text, word, parser) for word in ("stabbed", "stabbing")]
    assert [when.value for when in found if when is not None and when.exact] == []
