"""What one more report costs as a record grows: a stream made of the readings of the bench folders, each copy shifted.

python bench/growth.py [--most 64000] [--readings FILE] [--out FILE]

Each copy of the base is another month. The happenings of the base, which lie years apart, are laid side by side into
four weeks: every month of the stream brings as many reports as the one before, and a record of twice the size is one
of twice the time. A copy's names, places, streets and rare words are spelled with other consonants, its people have
other ages, its texts other letters and its ids stand in no order, so that it holds as many happenings as the base and
none of another's; countries, large towns, bodies that everybody knows, offices and common words stay as they are, and
other towns and bodies come again after a year. Nothing is parsed again, and one report in ten has no date. The record
grows by batches as a feed would make it grow, each in a process of its own; at each size reports are added one by one
as well.

``entity work`` is the share of what names, persons and bodies cost in the whole build: in reading a report, as measured
at the start without kept parses, and in deciding on it. ``yardstick`` is what one fixed piece of work costs at that
moment: on a machine that others use too, what grows with it is the machine.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import re
import resource
import statistics
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import batched, chain, groupby, islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from dateline.across import entities
from dateline.across.copying.kept import KeptCopies
from dateline.knowledge.countries import country_named
from dateline.knowledge.organisations import known_bodies, weight
from dateline.knowledge.places import named
from dateline.knowledge.rarity import rarity
from dateline.model import Reading, Report, Sketch
from dateline.read.sources import read
from dateline.run import flow, grow
from dateline.run.collector import rarely
from dateline.run.growing import Growing
from dateline.run.local import make_parser
from dateline.run.settings import Settings
from dateline.store.file import connect, put_setting, transaction
from dateline.store.reports import put_readings
from dateline.store.shelf import StoredShelf

BENCH = Path(__file__).parents[2] / "shared" / "bench"
BASE = {"gva_incidents": 280, "isaf_press_releases": 100, "muc4": 50, "ecbplus": 40, "dossiers": 30}
WEEKS = 4  # of a copy
YEAR = 13  # copies after which towns and bodies come again: an archive has not as many as it has months
FIRST = date(2016, 1, 4)
BANDS = (range(1, 13), range(13, 18), range(18, 90))  # years of age
LARGE = 150_000  # people of a town that everybody knows
RARE = 5.0
COMMON = 4.4  # rarity up to which a word of a text gives way to another as common
CONSONANTS = "bcdfghjklmnpqrstvwxz"
TELLING = 0.7  # weight of a word that an organisation is known by: "Police" stays, "Ola" does not
AS_OF = date(2035, 1, 1)
SINGLES = 9  # reports added one by one at each size
FIXED = 50  # reports of the yardstick
LAYERS = ("copies", "names", "days", "happenings", "events", "rows")
_json = msgspec.json.Encoder().encode
_read = msgspec.json.Decoder(Reading).decode
_WORD = re.compile(r"[^\W\d_]+")
FORK = multiprocessing.get_context("fork")
_DAY = re.compile(rb'(?<=")\d{4}-\d\d-\d\d(?=")')


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--least", type=int, default=1000)
    options.add_argument("--most", type=int, default=64_000)
    options.add_argument("--batch", type=int, default=500)
    options.add_argument("--parses", type=Path, default=Path("build/parses.db"))
    options.add_argument("--readings", type=Path, help="the base's readings, kept as MessagePack; made if not there")
    options.add_argument("--out", type=Path, help="where the lines go too")
    asked = options.parse_args()
    base = msgspec.msgpack.decode(_apart(_base, asked.readings, asked.parses), type=list[Reading])
    with tempfile.TemporaryDirectory() as scratch, rarely():
        lines = []
        for line in _figures(base, asked, Path(scratch) / "growth.db"):
            print(line, flush=True)
            lines.append(line)
            if asked.out:
                asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figures(base: Sequence[Reading], asked: argparse.Namespace, path: Path) -> Iterator[str]:
    within, stream = _apart(_within, base), copies(base)
    record = connect(path, create=True)
    put_setting(record, "settings", "{}")
    record.close()
    yield (
        " reports  ms a report " + "".join(f"{layer:>11}" for layer in LAYERS) + "  yardstick  one more: median most ms"
        "  entity work  largest event   MB  file MB"
    )
    size, before = asked.least, 0
    while size <= asked.most:
        parts = [_apart(_add, path, batch) for batch in batched(islice(stream, size - before), asked.batch)]
        spent = sum(parts, Counter())
        count, total = size - before, spent["all"]
        layers = [1000 * spent[layer] / count for layer in LAYERS]
        share = spent["entities"] / (total + count * within)
        single = [1000 * _apart(_add, path, [one])["all"] for one in islice(stream, SINGLES)]
        record = connect(path)
        most = record.execute("select max(reports) from event").fetchone()[0]
        record.close()
        yield (
            f"{size:8} {1000 * total / count:12.1f} "
            + "".join(f"{layer:11.2f}" for layer in layers)
            + f" {_apart(_yardstick, base):10.1f} {statistics.median(single):16.0f} {max(single):7.0f}"
            + f" {share:12.1%} {most / size:14.5f}"
            + f" {max(part['memory'] for part in parts) / 1024:4.0f} {path.stat().st_size / 1e6:8.0f}"
        )
        before, size = size + SINGLES, 2 * size


def _apart[T](work: Callable[..., T], *given: object) -> T:
    """Do a piece of work in a process of its own.

    All work is done so: what libraries do with threads in one process would hold up those forked from it.
    """
    here, there = FORK.Pipe(duplex=False)
    helper = FORK.Process(target=lambda: there.send(work(*given)))
    gc.freeze()  # what the process inherits is not looked through again
    helper.start()
    there.close()
    done: T = here.recv()
    helper.join()
    return done


def _add(path: Path, batch: Sequence[Reading]) -> Counter[str]:
    """Decide on a batch; gives seconds by layer, all of them, and the memory taken. To keep readings is no part."""
    spent, record = _clocked(), connect(path)
    with transaction(record):
        put_readings(record, batch, "growth")
    began = time.process_time()
    grow.grow(record, AS_OF)
    spent["all"] += time.process_time() - began  # type: ignore[assignment]
    record.close()
    return spent + Counter(memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _within(base: Sequence[Reading]) -> float:
    """Seconds that reading a report takes."""
    parser, reports = make_parser(Settings().parser), [reading.report for reading in base[: 2 * FIXED]]
    flow.read_batch(reports[:FIXED], parser)
    began = time.process_time()
    flow.read_batch(reports[FIXED:], parser)
    return (time.process_time() - began) / FIXED


def _yardstick(base: Sequence[Reading]) -> float:
    """Milliseconds a report for deciding a few reports of the base by themselves."""
    began = time.process_time()
    flow.decide(base[:FIXED], (), AS_OF)
    return 1000 * (time.process_time() - began) / FIXED


def _clocked() -> Counter[str]:
    """Seconds by layer, counted while the layers run."""
    spent: Counter[str] = Counter()

    def clock(owner: Any, name: str, layer: str) -> None:
        function: Callable[..., Any] = getattr(owner, name)

        def run(*given: Any, **more: Any) -> Any:
            began = time.process_time()
            result = function(*given, **more)
            spent[layer] += time.process_time() - began  # type: ignore[assignment]
            return result

        setattr(owner, name, run)

    clock(KeptCopies, "update", "copies")
    clock(Growing, "_name", "names")
    clock(Growing, "_name", "entities")
    clock(entities, "with_unnamed", "entities")
    clock(entities, "rows", "entities")
    clock(grow._Work, "_put_entities", "entities")  # noqa: SLF001 - as below
    clock(Growing, "_date", "days")
    clock(Growing, "_happen", "happenings")
    clock(Growing, "decided", "events")
    for name in ("_put_entities", "_put_origins", "_put_stories", "_put_kept", "_put_changes"):
        clock(grow._Work, name, "rows")  # noqa: SLF001 - what is timed is what the build does
    clock(grow.rows, "put_part", "rows")
    clock(StoredShelf, "put_down", "rows")
    return spent


def _base(kept: Path | None, parses: Path) -> bytes:
    """Readings of every folder, well mixed, and dated as if all had happened within a few weeks, as MessagePack."""
    if kept and kept.exists():
        return kept.read_bytes()
    parser = make_parser(Settings().parser, parses)
    found = []
    for folder, count in BASE.items():
        source = (r for r in read([BENCH / folder / "input.jsonl"]) if isinstance(r, Report))
        first = islice(source, count)
        found += [reading for batch in batched(first, 64) for reading in flow.read_batch(batch, parser)]
    laid = beside(found)
    random.Random(1).shuffle(laid)  # noqa: S311
    packed = msgspec.msgpack.encode(laid)
    if kept:
        kept.write_bytes(packed)
    return packed


def beside(base: Sequence[Reading]) -> list[Reading]:
    """The reports with each happening moved by whole weeks, so that all begin within a few weeks of one another."""
    known = {reading.report.id: reading for reading in base}
    decided = flow.decide(base, (), AS_OF)
    first: dict[str, date] = {}
    group: dict[str, str] = {}
    for story in (*((event.reports) for event in decided.events.found if event.main), *((name,) for name in known)):
        home = next((group[report] for report in story if report in group), story[0])
        for report in story:
            group.setdefault(report, home)
    for name, home in group.items():
        when = decided.dates.published.get(name) or known[name].report.published
        if when and when.earliest:
            first[home] = min(when.earliest, first.get(home, when.earliest))
    moved = []
    for place, home in enumerate(sorted(set(group.values()))):
        weeks = 0 if home not in first else (FIRST - first[home]).days // 7 + 1 + place % WEEKS
        members = [known[name] for name in sorted(group) if group[name] == home]
        moved += [_read(_later(_json(reading), timedelta(7 * weeks))) for reading in members]
    return moved


def copies(base: Sequence[Reading]) -> Iterator[Reading]:
    """The base again and again, each time some weeks later and of other people in other places."""
    plain = [(r, _json(replace(r, sketch=Sketch()))) for r in base]
    words = Words(base)
    return chain.from_iterable((_copy(reading, body, n, words) for reading, body in plain) for n in range(10_000))


def _copy(reading: Reading, body: bytes, number: int, words: Words) -> Reading:
    """The same reading of another month; ids are made those of another report."""
    old, new = reading.report.id.encode(), _other_id(reading.report.id, number).encode()
    body = body.replace(b'"%s"' % old, b'"%s"' % new).replace(b'"%s:' % old, b'"%s:' % new)
    moved = _read(_later(body, timedelta(7 * WEEKS * number)))
    sounds, seat = _sounds(number), _sounds(number % YEAR)
    mentions = tuple(
        replace(m, name=_named(m.name, m.kind, own), text=_named(m.text, m.kind, own)) if m.form == "name" else m
        for m in moved.mentions
        for own in (sounds if m.kind == "person" else seat,)
    )
    report = replace(moved.report, text=_retold(moved.report.text, number, words))
    return replace(moved, sketch=_drawn(reading.sketch, sounds, number), mentions=mentions, report=report)


def _other_id(name: str, number: int) -> str:
    return f"{zlib.crc32(f'{number} {name}'.encode()):08x}-{name}"


def _drawn(sketch: Sketch, sounds: dict[int, int], number: int) -> Sketch:
    def other(words: str) -> str:
        return " ".join(w.translate(sounds) if rarity(w) > RARE and not w.isdigit() else w for w in words.split())

    def last(name: str) -> str:
        return _named(name, "person", sounds)

    def grown(aged: str) -> str:
        name, _, age = aged.rpartition(" ")
        return f"{name.translate(sounds)} {older.get(int(age), age)}" if age.isdigit() else aged.translate(sounds)

    older = _ages(number)
    return replace(
        sketch,
        words={other(w): v for w, v in sketch.words.items()},
        proper={other(w): v for w, v in sketch.proper.items()},
        head=tuple(map(other, sketch.head)),
        lead=tuple(map(other, sketch.lead)),
        names={last(n): v for n, v in sketch.names.items()},
        speakers=tuple(map(last, sketch.speakers)),
        aged=tuple(map(grown, sketch.aged)),
        ages=tuple(sorted(older.get(age, age) for age in sketch.ages)),
        streets=tuple(street.translate(sounds) for street in sketch.streets),
        quotes=tuple(q ^ number for q in sketch.quotes),
    )


def _named(name: str, kind: str, sounds: dict[int, int]) -> str:
    """A person's surname, or the words by which anything else is known, spelled otherwise; not of what all know."""
    if kind != "person":
        if known_bodies(name) or country_named(name) or (kind == "place" and _large(name)):
            return name
        return " ".join(w.translate(sounds) if weight(w.lower()) >= TELLING else w for w in name.split())
    given, _, rest = name.partition(" ")
    return f"{given} {rest.translate(sounds)}" if rest else name.translate(sounds)


@cache
def _large(name: str) -> bool:
    """Whether a town is one of those that news comes from every month."""
    return any(match.entry.population > LARGE for match in named(name))


@cache
def _sounds(number: int) -> dict[int, int]:
    """Other consonants for a month's names: what is alike in it stays so, and is like nothing of another month."""
    drawn = "".join(random.Random(number).sample(CONSONANTS, len(CONSONANTS)))  # noqa: S311
    return str.maketrans(CONSONANTS + CONSONANTS.upper(), drawn + drawn.upper())


@cache
def _ages(number: int) -> dict[int, int]:
    """Other years of age for a month's people: children stay children, and two of one age are so again."""
    drawn = random.Random(number)  # noqa: S311
    return {age: new for band in BANDS for age, new in zip(band, drawn.sample(band, len(band)), strict=True)}


class Words:
    """The common words of the texts, to be told by others of the same length, in each copy by others."""

    def __init__(self, base: Sequence[Reading]) -> None:
        found = {word.lower() for reading in base for word in _WORD.findall(reading.report.text)}
        common = sorted((word for word in found if rarity(word) <= COMMON), key=lambda word: (len(word), word))
        self._by_length = [list(same) for _, same in groupby(common, len)]
        self._number, self._other = -1, {}

    def other(self, number: int) -> dict[str, str]:
        """What stands for each word in a copy."""
        if number != self._number:
            drawn = random.Random(number)  # noqa: S311
            drawn_for = [zip(same, drawn.sample(same, len(same)), strict=True) for same in self._by_length]
            self._number, self._other = number, dict(chain.from_iterable(drawn_for))
        return self._other


def _retold(text: str, number: int, words: Words) -> str:
    """A text of the same length in other words: each common word is another common one, rare ones sound otherwise."""
    sounds, other = _sounds(number), words.other(number)

    def word(found: re.Match[str]) -> str:
        said = found[0]
        now = other.get(said.lower())
        return said.translate(sounds) if now is None else now.title() if said[0].isupper() else now

    return _WORD.sub(word, text)


def _later(body: bytes, step: timedelta) -> bytes:
    """A reading's bytes with every day in it moved on."""
    return _DAY.sub(lambda found: (date.fromisoformat(found[0].decode()) + step).isoformat().encode(), body)


if __name__ == "__main__":
    main()
