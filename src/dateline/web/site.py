"""The same pages as a folder of files, which works from the file system with the network off."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import msgspec

from dateline.export.jsonl import lines
from dateline.model import DatelineError
from dateline.store.view import Record
from dateline.web.links import Filed, file_name
from dateline.web.templating import templates
from dateline.web.views import VIEWS

_SINGLE = ("front", "events", "reports", "entities", "map", "digest", "days", "changes")
MANIFEST = "manifest.json"


def write_site(record: Record, out: Path) -> int:
    """Write every page into ``out``, which must be empty or an older site; gives the number of pages."""
    if out.exists() and not out.is_dir():
        raise DatelineError(f"{out} is a file; name a folder")
    if out.exists() and any(out.iterdir()) and not (out / MANIFEST).exists():
        raise DatelineError(f"{out} holds other files; name an empty folder, or one that a site was written to before")
    views = {view.name: view for view in VIEWS}
    jobs: list[tuple[str, tuple[str, ...]]] = [(name, ()) for name in _SINGLE]
    jobs += [("lanes", (by,)) for by in ("actor", "story")]
    jobs += [("event", (e.id,)) for e in record.events()]
    jobs += [("report", (r,)) for r in record.report_ids()]
    jobs += [("entity", (e.id,)) for e in record.entities()]
    hashes = {}
    for name, ids in jobs:
        view = views[name]
        given = view.give(record, list(ids), {"whole": "1"})
        shared = {"url": Filed(len(ids)), "token": "", "path": record.path, "twin": "", "here": name}
        page = templates().get_template(view.template).render(**shared, **given)
        hashes[file_name(name, *ids)] = _write(out / file_name(name, *ids), page.encode())
    for asset in ("style.css", "page.js", "icon.svg"):
        content = (files("dateline.web") / "static" / asset).read_bytes()
        hashes[f"static/{asset}"] = _write(out / "static" / asset, content)
    made_of = hashlib.sha256(b"".join(lines(record))).hexdigest()
    manifest = {"record": made_of, "as_of": record.as_of.isoformat(), "files": hashes}
    _write(out / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1))
    return len(jobs)


def _write(path: Path, content: bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()
