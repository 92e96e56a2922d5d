"""Contents with their quotation marks: cut to the words said, widened to whole quotations, and run on after the cue."""

from __future__ import annotations

import re

from dateline.model import Report, Span
from dateline.within.parse import Block, Parse
from dateline.within.saying.clauses import Draft
from dateline.within.saying.quote import Quote

_CLAUSE = 140  # characters between the halves of a quotation
_STOP = re.compile(r"(?<![A-Z])[a-z)”\"][.?!]\s+[A-Z“\"]|[“”\"]")
_LONGEST = 6  # paragraphs that one quotation may run on for
Made = tuple[Draft, tuple[Span, ...]]


def contents(report: Report, parse: Parse, found: list[Draft], marks: list[Quote]) -> list[Made]:
    """The content spans of each draft, in characters."""
    made = []
    for draft in found:
        pieces = [parse.span(*piece) for piece in draft.content]
        cue = parse.span(draft.cue, draft.cue + 1)
        around = next((q for q in marks if q.field == cue.field and q.holds(cue.start)), None)
        if around:
            if draft.frame == "quote":  # a cue inside a quotation never takes words outside it
                continue
            pieces = [cut for piece in pieces if (cut := _clipped(piece, around))]
        else:
            pieces = [_widened(piece, marks) for piece in pieces]
            pieces = _split(report, parse, draft, pieces, marks)
            pieces = _run_on(report, parse, draft, pieces, marks)
            pieces = _run_back(pieces, marks)
        trimmed = [_trimmed(report, piece) for piece in pieces]
        kept = tuple(piece for piece in trimmed if piece)
        if kept:
            made.append((draft, kept))
    return _with_orphans(report, parse, made, marks)


def _with_orphans(report: Report, parse: Parse, made: list[Made], marks: list[Quote]) -> list[Made]:
    """Give whole sentences in quotation marks that nobody was found for to who was quoted before in the paragraph."""
    found = list(made)
    for block in parse.blocks:
        text = report.of(block.field)
        orphans = [
            quote
            for quote in marks
            if quote.field == block.field
            and block.start <= quote.start < block.end
            and _sentence(text, quote, block)
            and not any(piece.overlaps(_span(quote)) for _, pieces in made for piece in pieces)
        ]
        for quote in orphans:
            before = [
                (parse.starts[draft.cue], place)
                for place, (draft, pieces) in enumerate(found)
                if draft.frame == "quote"
                and block.start <= parse.starts[draft.cue] < quote.start
                and pieces[0].field == block.field
            ]
            if before:
                place = max(before)[1]
                found[place] = (found[place][0], (*found[place][1], _span(quote)))
    return found


def _span(quote: Quote) -> Span:
    return Span(start=quote.start, end=quote.end, field=quote.field)


def _sentence(text: str, quote: Quote, block: Block) -> bool:
    """Say whether a quotation is a sentence or more by itself."""
    before, after = text[block.start : quote.start].rstrip(), text[quote.end : block.end].lstrip()
    whole = text[quote.end - 2 : quote.end - 1] in ".?!…" and (not before or before[-1] in '.?!”"')
    return (
        whole
        and (not after or after[0].isupper() or after[0] in '“"‘')
        and len(text[quote.start : quote.end].split()) > 5
    )


def _clipped(piece: Span, quote: Quote) -> Span | None:
    start, end = max(piece.start, quote.start), min(piece.end, quote.end)
    return Span(start=start, end=end, field=piece.field) if start < end else None


def _widened(piece: Span, marks: list[Quote]) -> Span:
    """The span, out to the marks of every quotation that it opens or closes."""
    start, end = piece.start, piece.end
    for quote in marks:
        if quote.field == piece.field and quote.start < end and quote.end > start:
            if quote.start >= start - 2:
                end = max(end, quote.end)
            elif quote.end <= end + 2:
                start = min(start, quote.start)
    return Span(start=start, end=end, field=piece.field)


def _split(report: Report, parse: Parse, draft: Draft, pieces: list[Span], marks: list[Quote]) -> list[Span]:
    """Both halves of a quotation that the cue's clause breaks: '"I think," he said on Monday in Ola, "that ..."'."""
    if draft.frame != "quote" or not draft.source:
        return pieces
    block = parse.block_of(draft.cue)
    text = report.of(block.field)
    first = min(parse.starts[draft.cue], parse.starts[draft.source[0][0]])
    last = max(parse.ends[draft.cue], parse.ends[draft.source[0][1] - 1])
    own = [q for q in marks if q.field == block.field and block.start <= q.start < block.end]
    before = next((q for q in own if q.end <= first and not text[q.end : first].strip(" ,")), None)
    if before is None or text[before.start : before.end].rstrip("”\"'’")[-1:] not in (",", ";", "…", "-", "—"):
        return pieces
    found = [before]
    after = next((q for q in own if q.start >= last), None)
    if after is not None and len(text[last : after.start]) <= _CLAUSE:
        between = text[last : after.start].rstrip()
        goes_on = text[after.start :].lstrip("“\"'‘")[:1].islower() or between.endswith((",", ":"))
        if goes_on and not _STOP.search(between):
            found.append(after)
    added = [_span(q) for q in found if not any(piece.overlaps(_span(q)) for piece in pieces)]
    return sorted([*pieces, *added], key=lambda piece: piece.start)


def _run_on(report: Report, parse: Parse, draft: Draft, pieces: list[Span], marks: list[Quote]) -> list[Span]:
    """Add the quotations that follow the cue's sentence with nothing but blanks between."""
    if draft.frame not in ("quote", "that", "told") or not any(_closes(q, p) for p in pieces for q in marks):
        return pieces
    sentence = parse.sentences[parse.sentence_at[draft.cue]]
    block = parse.block_of(draft.cue)
    text = report.of(block.field)
    last = sentence.end - 1  # a mark that opens the next quotation is none of the sentence's own words
    while last > draft.cue and any(q.field == block.field and q.start == parse.starts[last] for q in marks):
        last -= 1
    at = max(parse.ends[last], pieces[-1].end)
    for quote in marks:
        if quote.field == block.field and quote.start >= at and quote.start < block.end:
            if text[at : quote.start].strip(" .\n"):
                break
            pieces = [*pieces, Span(start=quote.start, end=quote.end, field=block.field)]
            at = quote.end
    if draft.frame == "quote" and not text[at : block.end].strip(" .\n"):
        pieces = [*pieces, *_paragraphs_on(report, parse, block, marks)]
    return pieces


def _paragraphs_on(report: Report, parse: Parse, block: Block, marks: list[Quote]) -> list[Span]:
    """Paragraphs right after a block that are nothing but one quotation: the same speaker goes on."""
    found: list[Span] = []
    at = parse.blocks.index(block) + 1
    for after in parse.blocks[at : at + _LONGEST]:
        text = report.of(after.field)[after.start : after.end].strip()
        whole = [q for q in marks if q.field == after.field and after.start <= q.start < after.end]
        if after.field != block.field or len(whole) != 1 or len(text.strip(" .")) - (whole[0].end - whole[0].start) > 1:
            break
        found.append(Span(start=whole[0].start, end=whole[0].end, field=after.field))
    return found


def _run_back(pieces: list[Span], marks: list[Quote]) -> list[Span]:
    """Add the paragraphs before that a quotation over several paragraphs began in."""
    for number, quote in enumerate(marks):
        if quote.resumed and quote.field == pieces[0].field and quote.start <= pieces[0].start < quote.end:
            before = number
            while before and marks[before].resumed and marks[before - 1].running:
                before -= 1
                pieces = [Span(start=marks[before].start, end=marks[before].end, field=quote.field), *pieces]
            break
    return pieces


def _closes(quote: Quote, piece: Span) -> bool:
    return quote.field == piece.field and piece.start <= quote.start < piece.end and abs(quote.end - piece.end) <= 3


_OWN = re.compile(  # asides of the report at the end of what somebody said: ", who ...", ", contradicting ...", "(D)."
    r",\s+(?:which|who|whose|whom|where|according to)\b[^,”\"]*[.!?]?$"
    r"|[.!?]?\s+\(.*?\)[.!?]?$"
    r"|,\s+(?!according|including|being|saying|adding)[a-z]+ing\b[^,”\"]*[.!?]?$"
)


_DATELINE = re.compile(r"[A-Z][A-Z.,' ]{2,40}(?:,? [A-Z][\w.]+){0,4}(?: \([^)\n]{2,40}\))? ?(?:—|–|--|-) ")


def _trimmed(report: Report, piece: Span) -> Span | None:
    text = report.of(piece.field)
    start, end = piece.start, piece.end
    if place := _DATELINE.match(text, start, end):
        start = place.end()
    if own := _OWN.search(text, start, end):  # the report's own aside at the end of what somebody said
        end = max(own.start(), start + 1)
    while start < end and text[start] in " \n,;:—–-":
        start += 1
    while end > start and text[end - 1] in " \n,;:—–-":
        end -= 1
    return Span(start=start, end=end, field=piece.field) if start < end else None
