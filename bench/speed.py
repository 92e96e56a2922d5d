"""Time the whole build beside a bare spaCy pass with the same components over the same texts, in one run.

The bare pass is spaCy as it installs. Dateline has the same layers multiplied by another library, which is most of what
it gains there; what the bare pass would take with that is printed too.

    python bench/speed.py [PATH] [--reports N] [--rounds N]

Prints reports a second of both, their ratio (0.6 is asked), and the peak memory of this process. PATH is a folder or
file of reports; ../shared/bench/gva_incidents if it is there, else the shipped example, repeated.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from pathlib import Path

import spacy
from msgspec.structs import replace
from spacy.language import Language

from dateline.model import Report
from dateline.read.sources import read
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.within.parsers.products import one_thread
from dateline.within.parsers.spacy_parser import SpacyParser, packaged

ROOT = Path(__file__).parents[1]
GVA = ROOT.parent / "shared" / "bench" / "gva_incidents" / "input.jsonl"


def sample(path: Path | None, count: int) -> list[Report]:
    """So many reports; a small source is repeated under other ids."""
    source = path or (GVA if GVA.exists() else ROOT / "examples" / "moscow-damascus" / "reports")
    found = [r for r in read([source]) if isinstance(r, Report)]
    rounds = range(-(-count // len(found)))
    return [replace(r, id=f"{r.id}-{turn}") for turn in rounds for r in found][:count]


def write(reports: list[Report], path: Path) -> None:
    """The reports as one file in our own JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for report in reports:
            day = report.published.value if report.published else None
            row = {"id": report.id, "title": report.title, "text": report.text, "published": day, "url": report.url}
            out.write(json.dumps(row) + "\n")


def bare(language: Language, texts: list[str]) -> float:
    """Seconds of processor time that a pipeline alone takes, by as many reports at once as a build reads."""
    began = time.process_time()
    for _ in language.pipe(texts, batch_size=Settings().batch):
        pass
    return time.process_time() - began


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path, nargs="?")
    options.add_argument("--reports", type=int, default=300)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    reports = sample(given.path, given.reports)
    texts = [f"{r.title or ''}\n{r.text}" for r in reports]
    stock, tuned = spacy.load(packaged()), SpacyParser().language
    for language in (stock, tuned):
        bare(language, texts[:20])
    alone, whole, quick = [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "reports.jsonl"
        write(reports, source)
        for turn in range(given.rounds):
            alone.append(bare(stock, texts))
            with one_thread():
                quick.append(bare(tuned, texts))
            began = time.process_time()
            build([source], Path(scratch) / f"{turn}.db", Settings())
            whole.append(time.process_time() - began)
    ratio = statistics.median(a / b for a, b in zip(alone, whole, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(reports)} reports, median of {given.rounds} rounds, one process, processor time (wall time is noisy)")
    print(f"bare spaCy      {len(reports) / statistics.median(alone):7.1f} reports a second")
    print(f"with our BLAS   {len(reports) / statistics.median(quick):7.1f} reports a second (same pipeline)")
    print(f"whole build     {len(reports) / statistics.median(whole):7.1f} reports a second")
    print(f"ratio           {ratio:7.2f} (asked: 0.60)")
    print(f"peak memory     {peak:7.0f} MB (both in one process)")


if __name__ == "__main__":
    main()
