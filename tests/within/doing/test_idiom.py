"""Acts told by idiom, by particle or by a noun with a hyphen, and who does them to whom, through the real parser."""

import pytest
from tests.within.test_claim import read, sides

CASES = [
    ("The tannery's owners took the warden to task.", "took", "ACCUSE", "The tannery's owners", "the warden"),
    ("Peru turned to Gabon for help with the locusts.", "turned", "REQUEST", "Peru", "Gabon"),
    ("The dairy said no to Gabon over the quota.", "said", "REJECT", "The dairy", "Gabon"),
    ("The court threw out an appeal by the baker.", "threw", "REJECT", "The court", "the baker"),
    ("Peru gave Gabon until Friday to reopen the mill.", "gave", "THREATEN", "Peru", "Gabon"),
    ("Villagers blocked the road to the quarry.", "blocked", "PROTEST", "Villagers", "the quarry"),
    ("Peru declared two envoys persona non grata.", "declared", "SANCTION", "Peru", "two envoys"),
    ("Two bakers were held at gunpoint by tribesmen on Monday.", "held", None, "tribesmen", "Two bakers"),
    ("A sit-in by miners ended on Monday.", "sit", "PROTEST", "miners", None),
    ("The beating of a cook by guards shocked Porto.", "beating", "ASSAULT", "guards", "a cook"),
    ("The inspectors were granted access to the mill by Peru.", "granted", "CONCEDE", "Peru", "The inspectors"),
    ("Peru scrapped the curfew imposed on the bakers.", "scrapped", "CONCEDE", "Peru", "the bakers"),
    ("The envoys flew in for another round of talks with Gabon.", "talks", "CONSULT", "The envoys", "Gabon"),
    ("The minister wants the dairy to suspend its sales.", "wants", "REQUEST", "The minister", "the dairy"),
    ("A storm battered the port on Monday.", "battered", "OTHER", None, None),
    ("The dairy filed for bankruptcy on Monday.", "filed", "OTHER", None, None),
    ("Shares rallied on Monday.", "rallied", "OTHER", None, None),
]


@pytest.mark.parametrize(("text", "word", "action", "actor", "recipient"), CASES)
def test_acts_in_other_words(text, word, action, actor, recipient, parser):
    report, found = read(text, parser)
    claim = next(c for c in found if report.text[c.trigger.start : c.trigger.end] == word)
    actors, recipients = sides(report, claim)
    assert action in {None, claim.action}
    assert actor is None or actor in actors
    assert recipient is None or recipient in recipients


def test_what_is_done_is_no_part_of_whom_it_is_done_to(parser):
    report, found = read("Lesotho pleaded with donors for maize on Monday.", parser)
    assert (("Lesotho",), ("donors",)) in [sides(report, claim) for claim in found]
