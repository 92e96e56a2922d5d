"""What one more report costs as a record grows: a stream made of one bench folder's readings, each copy shifted.

python bench/growth.py [FOLDER] [--base 250] [--most 64000] [--out FILE]

Each copy of the base is another month: its dates are moved on, its names, places and rare words are spelled with
other consonants and its texts with other letters, so that it holds as many happenings as the base and none of
another's. The record grows by batches as a feed would make it grow; at each size reports are added one by one as well.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import batched, chain, islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from dateline.across.copying.kept import KeptCopies
from dateline.knowledge.organisations import weight
from dateline.knowledge.rarity import rarity
from dateline.model import Reading, Report, When
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
MONTH = 30
RARE = 5.0
CONSONANTS = "bcdfghjklmnpqrstvwxz"
TELLING = 0.7  # weight of a word that an organisation is known by: "Police" stays, "Ola" does not
COMMON = "etaoinshrdlu"
AS_OF = date(2060, 1, 1)
SINGLES = 5  # reports added one by one at each size
LAYERS = ("copies", "names", "days", "happenings", "events", "rows")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", default="gva_incidents")
    options.add_argument("--base", type=int, default=250)
    options.add_argument("--least", type=int, default=1000)
    options.add_argument("--most", type=int, default=64_000)
    options.add_argument("--batch", type=int, default=500)
    options.add_argument("--parses", type=Path, default=Path("build/parses.db"))
    options.add_argument("--readings", type=Path, help="readings kept as MessagePack, instead of a folder")
    options.add_argument("--out", type=Path, help="where the lines go too")
    asked = options.parse_args()
    base = _base(asked)
    with tempfile.TemporaryDirectory() as scratch, rarely():
        lines = []
        for line in _figures(base, asked, Path(scratch) / "growth.db"):
            print(line, flush=True)
            lines.append(line)
            if asked.out:
                asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figures(base: Sequence[Reading], asked: argparse.Namespace, path: Path) -> Iterator[str]:
    spent = _clocked()
    record = connect(path, create=True)
    put_setting(record, "settings", "{}")
    stream = chain.from_iterable((_shifted(r, n) for r in base) for n in range(1, 10_000))
    yield " reports  ms a report " + "".join(f"{layer:>12}" for layer in LAYERS) + "  one more, ms    largest event  MB"
    size, before = asked.least, 0
    while size <= asked.most:
        spent.clear()
        for batch in batched(islice(stream, size - before), asked.batch):
            _add(record, batch, spent)
        count, total = size - before, spent.pop("all")
        single = [_add(record, [one], Counter()) for one in islice(stream, SINGLES)]
        most = record.execute("select max(reports) from event").fetchone()[0]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{size:8} {1000 * total / count:12.1f} "
            + "".join(f"{1000 * spent[layer] / count:12.2f}" for layer in LAYERS)
            + f" {1000 * statistics.median(single):7.0f} {1000 * max(single):5.0f} {most / size:14.5f} {peak:6.0f}"
        )
        before, size = size + SINGLES, 2 * size


def _add(record: Any, batch: Sequence[Reading], spent: Counter[str]) -> float:
    """Seconds of processor time that deciding takes; to keep the readings is no part of it."""
    with transaction(record):
        put_readings(record, batch, "growth")
    began = time.process_time()
    grow.grow(record, AS_OF)
    took = time.process_time() - began
    spent["all"] += took  # type: ignore[assignment]
    return took


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
    clock(Growing, "_date", "days")
    clock(Growing, "_happen", "happenings")
    clock(Growing, "decided", "events")
    for name in ("_put_entities", "_put_origins", "_put_stories", "_put_kept", "_put_changes"):
        clock(grow._Work, name, "rows")  # noqa: SLF001 - what is timed is what the build does
    clock(grow.rows, "put_part", "rows")
    clock(StoredShelf, "put_down", "rows")
    return spent


def _base(asked: argparse.Namespace) -> list[Reading]:
    if asked.readings:
        return msgspec.msgpack.decode(asked.readings.read_bytes(), type=list[Reading])[: asked.base]
    parser = make_parser(Settings().parser, asked.parses)
    source = (r for r in read([BENCH / asked.folder / "input.jsonl"]) if isinstance(r, Report))
    first = islice(source, asked.base)
    return [reading for batch in batched(first, 64) for reading in flow.read_batch(batch, parser)]


def _shifted(reading: Reading, number: int) -> Reading:
    """The same reading of another month, about other people in other places."""
    sounds = _sounds(number)
    plain = msgspec.to_builtins(replace(reading, sketch=type(reading.sketch)()))
    moved = msgspec.convert(_moved(plain, reading.report.id, number), Reading)
    drawn = reading.sketch

    def other(words: str) -> str:
        return " ".join(w.translate(sounds) if rarity(w) > RARE and not w.isdigit() else w for w in words.split())

    def last(name: str) -> str:
        first, _, rest = name.partition(" ")
        return f"{first} {rest.translate(sounds)}" if rest else name.translate(sounds)

    def named(name: str, kind: str) -> str:
        if kind == "person":
            return last(name)
        return " ".join(w.translate(sounds) if weight(w.lower()) >= TELLING else w for w in name.split())

    sketch = replace(
        drawn,
        words={other(w): v for w, v in drawn.words.items()},
        proper={other(w): v for w, v in drawn.proper.items()},
        head=tuple(map(other, drawn.head)),
        lead=tuple(map(other, drawn.lead)),
        names={last(n): v for n, v in drawn.names.items()},
        speakers=tuple(map(last, drawn.speakers)),
        aged=tuple(n.translate(sounds) for n in drawn.aged),
        streets=tuple(map(other, drawn.streets)),
        quotes=tuple(q ^ number for q in drawn.quotes),
    )
    mentions = tuple(
        replace(m, name=named(m.name, m.kind), text=named(m.text, m.kind)) if m.form == "name" else m
        for m in moved.mentions
    )
    turned = str.maketrans(COMMON, "".join(random.Random(number).sample(COMMON, len(COMMON))))  # noqa: S311
    report = replace(
        moved.report, text=moved.report.text.translate(turned), published=_later(reading.report.published, number)
    )
    return replace(moved, sketch=sketch, mentions=mentions, report=report)


def _sounds(number: int) -> dict[int, int]:
    """Other consonants for a month's names: what is alike in it stays so, and is like nothing of another month."""
    drawn = "".join(random.Random(number).sample(CONSONANTS, len(CONSONANTS)))  # noqa: S311
    return str.maketrans(CONSONANTS + CONSONANTS.upper(), drawn + drawn.upper())


def _moved(value: Any, name: str, number: int) -> Any:
    """Ids made those of another report, dates moved on; whatever else stays."""
    if isinstance(value, dict):
        return {key: _moved(inner, name, number) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(inner, name, number) for inner in value]
    if isinstance(value, str):
        if value == name or value.startswith(f"{name}:"):
            return f"{number:04}-{name}{value[len(name) :]}"
        if len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit():
            return (date.fromisoformat(value) + timedelta(days=MONTH * number)).isoformat()
    return value


def _later(when: When | None, number: int) -> When | None:
    if when is None or when.earliest is None or when.latest is None:
        return when
    step = timedelta(days=MONTH * number)
    return replace(when, earliest=when.earliest + step, latest=when.latest + step)


if __name__ == "__main__":
    main()
