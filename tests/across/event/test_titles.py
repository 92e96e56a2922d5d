from tests.builders import report

from dateline.across.event.seen import Draft, Seen
from dateline.across.event.titles import clause, sentence, title
from dateline.knowledge.acts import family
from dateline.model import Attribution, Claim, Participant, Reading, Span

TEXT = (
    "Orla Venning left Ardnish on Monday, the harbour board said. He told the board that it would pay, and went home."
)
FIRST, SECOND = (0, TEXT.index(" He told")), (TEXT.index("He told"), len(TEXT))


def claim(words, sentence, actor="", weight=0.9, said=()):
    at = TEXT.index(words)
    actors = (Participant(entity="x", start=TEXT.index(actor), end=TEXT.index(actor) + len(actor)),) if actor else ()
    return Claim(
        id=f"a:{at}", report="a", start=sentence[0], end=sentence[1], trigger=Span(start=at, end=at + len(words)),
        lemma=words, action="OTHER", mode=None, actors=actors, recipients=(), place=None, when=None,
        modality="happened", weight=weight, attributions=said,
    )  # fmt: skip


def said(start, end):
    span = Span(start=TEXT.index(start), end=TEXT.index(end) + len(end))
    return Attribution(
        id="s", report="a", source=(), cue=(), content=(span,), quoted="indirect", speaker=None, speaker_kind="person"
    )


def reading(*claims, headline=None, said=()):
    return Reading(report=report("a", TEXT, title=headline), claims=claims, attributions=said)


def draft(*claims):
    seen = tuple(
        Seen(claim=c, act="x", family=family("x"), when=None, days=None, said=False, actors=frozenset(),
             recipients=frozenset())
        for c in claims
    )  # fmt: skip
    return Draft(act="x", family=family("x"), id="a:0", reports=("a",), days=None, members=seen)


def test_a_clause_leaves_out_who_says_it():
    one = claim("left", FIRST, "Orla Venning", said=("s",))
    assert clause(reading(one, said=(said("Orla", "Monday"),)), one) == "Orla Venning left Ardnish on Monday"


def test_a_clause_ends_where_the_next_begins():
    one = claim("told", SECOND, "He told"[:2])
    assert clause(reading(one), one) == "He told the board that it would pay"


def test_a_clause_that_goes_back_to_something_begins_before_it():
    one = claim("pay", SECOND, "it would"[:2])
    assert clause(reading(one), one) == "He told the board that it would pay"


def test_a_headline_names_what_a_report_was_written_for():
    one = claim("left", FIRST, "Orla Venning")
    readings = {"a": reading(one, headline="Venning leaves Ardnish | The Ardnish Herald")}
    assert title(draft(one), ["a"], readings) == "Venning leaves Ardnish"
    assert title(draft(one), [], readings) == "Orla Venning left Ardnish on Monday"


def test_the_sentence_is_whole_and_the_weightiest():
    one, two = claim("left", FIRST, "Orla Venning", 0.5), claim("told", SECOND, weight=0.9)
    readings = {"a": reading(one, two)}
    assert sentence(draft(one, two), ["a"], readings) == TEXT[slice(*SECOND)]
    assert sentence(draft(one), ["a"], readings) == TEXT[slice(*FIRST)]
