"""Addresses of pages: the same names whether they are served or stand in a folder as a static site."""

from __future__ import annotations

from urllib.parse import quote, urlencode


class Served:
    """Addresses under a running server."""

    static = False

    def __call__(self, page: str, /, *ids: str, **query: str | None) -> str:
        """``event``, "E1" -> ``/event/E1``."""
        path = "/".join(["", *([page] if page != "front" else []), *(quote(i, safe="") for i in ids)]) or "/"
        asked = {name: value for name, value in query.items() if value}
        return path + (f"?{urlencode(asked)}" if asked else "")

    def asset(self, name: str) -> str:
        """A style sheet or a script."""
        return f"/static/{name}"


class Filed:
    """Addresses between the files of a static site, relative to a page that stands ``depth`` folders down."""

    static = True

    def __init__(self, depth: int) -> None:
        self._up = "../" * depth

    def __call__(self, page: str, /, *ids: str, **query: str | None) -> str:
        """``event``, "E1" -> ``../event/E1.html``; what a query would choose is on the page itself."""
        if page == "front":
            return f"{self._up}index.html"
        mark = f"#{query['lit']}" if query.get("lit") else ""
        return self._up + quote(file_name(page, *ids)) + mark

    def asset(self, name: str) -> str:
        """A style sheet or a script."""
        return f"{self._up}static/{name}"


def file_name(page: str, /, *ids: str) -> str:
    """The file of a page in a static site; ids become safe names."""
    return "/".join([page, *(quote(i, safe="") for i in ids)]) + ".html" if page != "front" else "index.html"
