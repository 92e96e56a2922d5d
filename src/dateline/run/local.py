"""The stages of one report on this machine: in this process, or on several cores. The results are the same."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import batched, islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from dateline.model import Reading, Report
from dateline.run.collector import OFTEN
from dateline.run.flow import read_each
from dateline.within.parse import Parser
from dateline.within.parsers.kept import KeptParser
from dateline.within.parsers.spacy_parser import SpacyParser

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Reading]).decode
_reports = msgspec.msgpack.Decoder(tuple[Report, ...]).decode
_here: dict[str, Parser] = {}


def make_parser(pipeline: str, kept: Path | None = None) -> Parser:
    """The parser that a setting names, with its kept parses where a file for them is given."""
    parser = SpacyParser(pipeline)
    return KeptParser(parser, kept) if kept else parser


def read_all(
    reports: Iterable[Report], pipeline: str, *, jobs: int = 1, batch: int = 64, kept: Path | None = None
) -> Iterator[list[Reading]]:
    """Read reports batch by batch, in order; with several jobs, on as many processes."""
    groups = batched(reports, batch)
    if jobs <= 1:
        parser = make_parser(pipeline, kept)
        for group in groups:
            yield read_each(group, parser)
        return
    # spawn: a forked child would share the parent's SQLite connection and thread state
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (pipeline, kept)) as pool:
        waiting: list[Future[bytes]] = [pool.submit(_work, _encode(group)) for group in islice(groups, jobs * 2)]
        while waiting:
            done = _decode(waiting.pop(0).result())
            waiting += [pool.submit(_work, _encode(group)) for group in islice(groups, 1)]
            yield done


def _start(pipeline: str, kept: Path | None) -> None:
    gc.set_threshold(*OFTEN)
    _here["parser"] = make_parser(pipeline, kept)


def _work(group: bytes) -> bytes:
    return _encode(read_each(_reports(group), _here["parser"]))
