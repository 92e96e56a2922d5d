"""Where what a command makes goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from dateline.model import DatelineError

_SQLITE = b"SQLite format 3\0"


def hand_out(parts: Iterable[bytes], out: Path | None) -> None:
    """Write to a file, or to standard output where none is named; a file is replaced only once all is written."""
    if out is None:
        sys.stdout.buffer.writelines(parts)
        return
    refuse_record(out)
    if out.exists() and not out.is_file():  # a pipe or a terminal, say
        with out.open("wb") as file:
            file.writelines(parts)
        return
    partial = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            file.writelines(parts)
        partial.replace(out)
    except FileNotFoundError as error:
        raise DatelineError(f"the folder {out.parent} does not exist; make it first, or name another file") from error
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise DatelineError(f"{out} cannot be written: {error.strerror or error}") from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def refuse_record(out: Path) -> None:
    """Raise `DatelineError` where a command would write over a record."""
    if out.is_dir():
        raise DatelineError(f"{out} is a folder; name a file in it")
    if out.is_file():
        with out.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise DatelineError(f"{out} is a record, which is not written over; name another file")
