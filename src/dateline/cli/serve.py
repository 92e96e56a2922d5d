"""``dateline serve`` and ``dateline site``: the pages."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordArgument
from dateline.model import DatelineError
from dateline.run.local import make_parser
from dateline.store.view import Record
from dateline.tell.wording import report_words
from dateline.within.parse import Parser


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(serve)
    app.command()(site)


def serve(
    record: RecordArgument = DEFAULT,
    host: Annotated[
        str, typer.Option(help="The address to listen on; only this machine can reach the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
) -> None:
    """Serve the pages of a record until stopped.

    Example: dateline serve record.db
    """
    import uvicorn  # noqa: PLC0415 - the other commands need no server

    from dateline.web.app import create_app  # noqa: PLC0415

    with Record(record) as opened:
        reports = len(opened.report_ids())
        parser = make_parser(str(opened.settings.get("parser")))
    listening = _listen(host, port)
    threading.Thread(target=_warm, args=(record, parser), daemon=True).start()
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    Console().print(f"{report_words(reports)} at {address} (stop with Ctrl-C)", highlight=False, soft_wrap=True)
    hosts = ("127.0.0.1", "localhost", "[::1]", host)
    config = uvicorn.Config(create_app(record.resolve(), hosts), log_level="warning")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise DatelineError(f"cannot listen on {host}, port {port} ({why}); try another --port or --host") from error


def _warm(path: Path, parser: Parser) -> None:
    """Neither the first page nor the first check waits for what all of them need."""
    from dateline.web.views import warm  # noqa: PLC0415

    with Record(path) as record:
        warm(record)
    list(parser.parse([["Ready."]]))


def site(
    record: RecordArgument = DEFAULT,
    out: Annotated[Path, typer.Argument(help="The folder to write.")] = Path("site"),
) -> None:
    """Write the pages as a static folder that works from the file system.

    Example: dateline site record.db site
    """
    from dateline.web.site import write_site  # noqa: PLC0415

    with Record(record) as opened:
        count = write_site(opened, out)
    Console().print(f"{count} pages in {out}; open {out / 'index.html'}", highlight=False)
