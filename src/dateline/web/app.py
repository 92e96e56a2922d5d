"""The local pages, served: read-only but for judgements, which need a token bound to the session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
from fastapi import FastAPI, Request, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.staticfiles import StaticFiles

from dateline.model import DatelineError
from dateline.run.judged import pair_of
from dateline.store.file import connect, put_setting, transaction
from dateline.store.judgements import judge, undo
from dateline.store.view import Record
from dateline.web.links import Served
from dateline.web.pages.front import progress
from dateline.web.rebuilding import Rebuilding
from dateline.web.safety import COOKIE, HEADERS, Sessions
from dateline.web.templating import templates
from dateline.web.views import VIEWS, View

_json = msgspec.json.Encoder(order="sorted").encode


def create_app(record: Path, hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]", "testserver")) -> FastAPI:
    """The application for one record file; answers only to the host names given."""
    app = FastAPI(title="Dateline", docs_url=None, redoc_url=None, openapi_url=None)
    sessions = Sessions()
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=str(files("dateline.web") / "static")))

    @app.middleware("http")
    async def guard(request: Request, follow: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await follow(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    for view in VIEWS:
        _add(app, view, record, sessions)
    app.add_exception_handler(
        404, lambda _request, _error: _refusal(record, "Not found", "There is no such page.", 404)
    )
    app.add_api_route("/progress", lambda: _progress(record), methods=["GET"], response_model=None)
    _add_writes(app, record, sessions)
    return app


def _progress(path: Path) -> Response:
    """How far a build that runs beside the pages has come."""
    with Record(path) as record:
        now = {"counts": progress(record), "unfinished": record.unfinished}
    return Response(_json(now), media_type="application/json")


def _add(app: FastAPI, view: View, path: Path, sessions: Sessions) -> None:
    address = "/" + "/".join(
        [
            *([view.name] if view.name != "front" else []),
            *(f"{{{name}:path}}" if len(view.ids) == 1 else f"{{{name}}}" for name in view.ids),
        ]
    )

    def show(request: Request) -> Response:
        return _answer(request, view, path, sessions)

    app.add_api_route(address, show, methods=["GET"], name=view.name, response_model=None)


def _answer(request: Request, view: View, path: Path, sessions: Sessions) -> Response:
    query = {name: value for name, value in request.query_params.items() if name != "as"}
    session = request.cookies.get(COOKIE) or sessions.new()
    twin = str(request.url.include_query_params(**{"as": "json"}).replace(scheme="", netloc=""))
    shared = {"url": Served(), "token": sessions.token(session), "path": path, "twin": twin.removeprefix(":")}
    shared["here"] = view.name
    try:
        with Record(path) as record:
            given = view.give(record, [request.path_params[name] for name in view.ids], query)
            if request.query_params.get("as") == "json":
                return Response(_json(_plain(given)), media_type="application/json")
            page = templates().get_template(view.template).render(**shared, **given)
    except DatelineError as error:
        if request.query_params.get("as") == "json":
            return Response(_json({"error": str(error)}), status_code=404, media_type="application/json")
        return _refusal(path, "Not in the record", str(error), 404)
    response = HTMLResponse(page)
    response.set_cookie(COOKIE, session, httponly=True, samesite="strict")
    return response


def _refusal(path: Path, heading: str, why: str, status: int) -> Response:
    """A page that says what could not be done."""
    shared = {"url": Served(), "token": "", "path": path, "twin": "", "here": ""}
    page = templates().get_template("error.html")
    return HTMLResponse(page.render(**shared, heading=heading, why=why.replace(str(path), path.name)), status)


def _plain(thing: Any) -> Any:  # noqa: ANN401 - what a page shows, as JSON values
    return msgspec.to_builtins(thing, str_keys=True)


def _add_writes(app: FastAPI, path: Path, sessions: Sessions) -> None:
    rebuilding = Rebuilding(path)

    async def form(request: Request) -> dict[str, str]:
        body = (await request.body()).decode("utf-8", "replace")
        return {name: values[0] for name, values in parse_qs(body).items()}

    def refused(request: Request, given: dict[str, str]) -> Response | None:
        if sessions.holds(request.cookies.get(COOKIE), given.get("token")):
            return None
        return _refusal(path, "Not done", "This form is not from a page of this session; load that page again.", 403)

    async def judged(request: Request) -> Response:
        given = await form(request)
        if no := refused(request, given):
            return no
        if given.get("verdict") not in {"same", "different", "unsure"}:
            return _refusal(path, "Not done", "A verdict is same, different or unsure.", 400)
        try:
            with Record(path) as record:
                about, pair = pair_of(record, given.get("left", ""), given.get("right", ""))
            _write(path, rebuilding, lambda base: judge(base, about, pair, given["verdict"], why=given.get("why", "")))  # type: ignore[arg-type]
        except DatelineError as error:
            return _refusal(path, "Not done", str(error), 400)
        return RedirectResponse(Served()("changes"), status_code=303)

    async def undone(request: Request) -> Response:
        given = await form(request)
        if no := refused(request, given):
            return no
        number = int(given["number"]) if given.get("number", "").isdigit() else None
        try:
            _write(path, rebuilding, lambda base: undo(base, number))
        except DatelineError as error:
            return _refusal(path, "Not done", str(error), 400)
        return RedirectResponse(Served()("changes"), status_code=303)

    app.add_api_route("/judge", judged, methods=["POST"], response_model=None)
    app.add_api_route("/undo", undone, methods=["POST"], response_model=None)


def _write(path: Path, rebuilding: Rebuilding, what: Callable[[Any], object]) -> None:
    """Keep what a person said, and have the record decided anew; until then it says that it is unfinished."""
    base = connect(path)
    try:
        with transaction(base):
            what(base)
            put_setting(base, "unfinished", "yes")
    finally:
        base.close()
    rebuilding.ask()
