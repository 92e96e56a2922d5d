from dateline.model import Mention, Report, Span, mark
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Block, Parse, Tokens

TEXT = "Foreign Minister Jana Novak met the rebels ."


def parse() -> Parse:
    words = TEXT.split()
    starts = [TEXT.index(word) for word in words]
    blank = ["X"] * len(words)
    heads = [1, 3, 3, 4, 4, 6, 4, 4]
    tokens = Tokens(words, starts, words, blank, blank, blank, heads, [0], [])
    return Parse(Report(id="r", uri="r", title=None, text=TEXT), [Block("text", "body", 0, len(TEXT))], [tokens])


def mention(words: str, form: str, entity: str = "") -> Mention:
    span = Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))
    name = mark("r", span)
    return Mention(
        id=name,
        report="r",
        start=span.start,
        end=span.end,
        text=words,
        kind="person",
        form=form,  # type: ignore[arg-type]
        entity=entity or name,
        name=words if form == "name" else "",
    )


def test_mentions_by_token_head_and_entity():
    name = mention("Jana Novak", "name")
    role = mention("Foreign Minister", "role", name.entity)
    rebels = mention("the rebels", "nominal")
    index = MentionIndex(parse(), [role, name, rebels])
    assert index.tokens(name.span) == (2, 4)
    assert index.headed(3) is name
    assert index.headed(4) is None
    assert index.at(5) is rebels
    assert index.best(6) is rebels
    assert index.inside(0, 5) == [role, name]
    assert index.chain(name.entity) == [role, name]
    assert index.named(role) is name
    assert index.named(rebels) is rebels


def test_words_without_a_token_give_an_empty_range():
    index = MentionIndex(parse(), [])
    first, end = index.tokens(Span(start=7, end=8))
    assert first == end
    assert index.tokens(Span(start=0, end=3, field="title")) == (0, 0)
