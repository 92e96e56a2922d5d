"""What one more report costs as a record grows: a stream made of one bench folder's readings, each copy shifted.

python bench/growth.py [FOLDER] [--base 250] [--sizes 1000 2000 4000]

Each copy of the base is another month: its dates are moved on, and its names, places and rare words are spelled with
an ending of their own, so that it holds as many happenings as the base and none of another's.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from datetime import date, timedelta
from itertools import batched, islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from dateline.knowledge.rarity import rarity
from dateline.model import Reading, Report, When
from dateline.read.sources import read
from dateline.run import flow
from dateline.run.local import make_parser
from dateline.run.settings import Settings
from dateline.run.stages import ACROSS, Stage

BENCH = Path(__file__).parents[2] / "shared" / "bench"
MONTH = 30
RARE = 5.0
LETTERS = "bcdfgklmnprstvz"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", default="gva_incidents")
    options.add_argument("--base", type=int, default=250)
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000])
    options.add_argument("--parses", type=Path, default=Path("/tmp/dateline-parses.db"))  # noqa: S108
    asked = options.parse_args()
    base = _base(asked.folder, asked.base, asked.parses)
    print("reports", *(f"{stage:>14}" for stage in dict.fromkeys(s.name for s in ACROSS)), "largest share")
    for size in asked.sizes:
        stream = [_shifted(r, n) for n in range(-(-size // len(base))) for r in islice(base, size - n * len(base))]
        spent, made = _timed(stream)
        largest = max((len(event.reports) for event in made.events.found), default=0)
        print(
            f"{size:7}", *(f"{1000 * seconds / size:11.2f} ms" for seconds in spent.values()), f"{largest / size:.5f}"
        )


def _base(folder: str, size: int, parses: Path) -> list[Reading]:
    parser = make_parser(Settings().parser, parses)
    source = islice((r for r in read([BENCH / folder / "input.jsonl"]) if isinstance(r, Report)), size)
    return [reading for batch in batched(source, 64) for reading in flow.read_batch(batch, parser)]


def _timed(stream: list[Reading]) -> tuple[Counter[str], Any]:
    spent: Counter[str] = Counter()

    def clocked(stage: Stage) -> Stage:
        def run(*given: object) -> object:
            began = time.perf_counter()
            result = stage.function(*given)
            spent[stage.name] += time.perf_counter() - began  # type: ignore[assignment]
            return result

        return replace(stage, function=run)

    flow.ACROSS = tuple(clocked(stage) for stage in ACROSS)
    return spent, flow.decide(stream, (), date(2030, 1, 1))


def _shifted(reading: Reading, number: int) -> Reading:
    """The same reading of another month, about other people in other places."""
    ending = LETTERS[number % 15] + "aeiou"[number // 15 % 5] + LETTERS[number // 75 % 15]
    plain = msgspec.to_builtins(replace(reading, sketch=type(reading.sketch)()))
    moved = msgspec.convert(_moved(plain, reading.report.id, number), Reading)
    drawn = reading.sketch

    def other(words: str) -> str:
        return " ".join(w + ending if rarity(w) > RARE and not w.isdigit() else w for w in words.split())

    sketch = replace(
        drawn,
        words={other(w): v for w, v in drawn.words.items()},
        proper={other(w): v for w, v in drawn.proper.items()},
        head=tuple(map(other, drawn.head)),
        lead=tuple(map(other, drawn.lead)),
        names={f"{n.split()[0]} {n.split()[-1]}{ending}": v for n, v in drawn.names.items()},
        speakers=tuple(f"{n}{ending}" for n in drawn.speakers),
        aged=tuple(f"{n.split()[0]}{ending} {n.split()[-1]}" for n in drawn.aged),
        streets=tuple(map(other, drawn.streets)),
        quotes=tuple(q ^ number for q in drawn.quotes),
    )
    mentions = tuple(
        replace(m, name=f"{m.name}{ending}", text=f"{m.text}{ending}") if m.form == "name" else m
        for m in moved.mentions
    )
    turned = str.maketrans("etaoinshrdlu", _turned("etaoinshrdlu", number))
    report = replace(
        moved.report, text=moved.report.text.translate(turned), published=_later(reading.report.published, number)
    )
    return replace(moved, sketch=sketch, mentions=mentions, report=report)


def _turned(letters: str, number: int) -> str:
    return letters[number % len(letters) :] + letters[: number % len(letters)]


def _moved(value: Any, name: str, number: int) -> Any:
    """Ids made those of another report, dates moved on; whatever else stays."""
    if isinstance(value, dict):
        return {key: _moved(inner, name, number) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(inner, name, number) for inner in value]
    if isinstance(value, str):
        if value == name or value.startswith(f"{name}:"):
            return f"{name}-{number}{value[len(name) :]}"
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
