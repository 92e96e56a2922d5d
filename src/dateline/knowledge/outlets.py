"""News agencies and outlets: names, domains, who owns them; extendable by the user (`dateline outlets add`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from dateline.knowledge.speakers import speaks_as

OutletKind = Literal["agency", "outlet"]
CONTROLS = ("state", "public", "private", "cooperative", "party", "armed group")
_COLUMNS = 7


_STATION = re.compile(
    r"[WK][A-Z]{2,3}(?:[- ]?(?:TV|FM|AM|DT))?(?: ?\d{1,2})?(?: News)?"  # call signs of the United States
    r"|(?:Channel|Local|Fox|FOX|ABC|NBC|CBS|NewsChannel|Newschannel|Action News|Eyewitness News) ?\d{1,3}(?: News)?"
    r"|(?:Fox|FOX|ABC|NBC|CBS) [A-Z][a-z]+"
)


class KnownOutlet(msgspec.Struct, frozen=True):
    """An agency or outlet; ``control`` is state, public, private, cooperative or party, ``family`` its owner."""

    name: str
    kind: OutletKind
    control: str
    family: str
    country: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


class Outlets:
    """Outlets by name and by domain; what is added later outweighs what was there."""

    def __init__(self, known: Iterable[KnownOutlet]) -> None:
        known = tuple(known)
        self._known = {outlet.name: outlet for outlet in known}
        self._named: dict[str, KnownOutlet] = {}
        self._domains: dict[str, KnownOutlet] = {}
        for outlet in known:
            for name in (outlet.name, *outlet.aliases):
                self._named[_plain(name)] = outlet
            for domain in outlet.domains:
                self._domains[domain] = outlet
        self._find = lru_cache(1 << 12)(self._found)

    def named(self, name: str) -> KnownOutlet | None:
        """The outlet that goes by a name; an article may be missing or too many, short names must keep their case."""
        return self._find(name)

    def _found(self, name: str) -> KnownOutlet | None:
        words = name.split()
        bare = " ".join(words[1:]) if len(words) > 1 and words[0].lower() == "the" else ""
        return self._named.get(_plain(name)) or (self._named.get(_plain(bare)) if bare else None)

    def every(self) -> tuple[KnownOutlet, ...]:
        """All outlets, each name once."""
        return tuple(self._known.values())

    def at(self, domain: str) -> KnownOutlet | None:
        """The outlet that a domain, or the domain above it, belongs to."""
        parts = domain.lower().removeprefix("www.").split(".")
        above = (".".join(parts[start:]) for start in range(len(parts) - 1))
        return next((self._domains[name] for name in above if name in self._domains), None)

    def within(self, words: list[str]) -> tuple[int, int, KnownOutlet] | None:
        """The first outlet named in a row of words, the longest name first: start, end and the outlet."""
        for size in range(min(5, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                name = " ".join(words[start : start + size])
                bare = name[4:] if name[:4] in ("the ", "The ") else name  # "the national office" is no outlet's
                after = words[start + size : start + size + 1]
                longer = bare != name and bool(after) and after[0][:1].isupper()  # "the National Committee"
                body = bool(after) and after[0][:1].isupper() and speaks_as(after[0].lower(), "institution")
                longer = longer or body  # "Sun Hospital", "Mirror Bank"
                if bare[:1].isupper() and not longer and (found := self.named(name)):
                    return start, start + size, found
        return None


def seems_outlet(name: str) -> bool:
    """Say whether a name is that of a station or a paper by its look: "KXYZ-TV", "The Ola Gazette", "Local 10 News"."""
    bare = name.removeprefix("The ").removeprefix("the ")
    if _STATION.fullmatch(bare):
        return True
    last = bare.rsplit(" ", 1)[-1]
    titled = last[:1].isupper() and (" " in bare or bare != name)
    return titled and not last.isupper() and speaks_as(last.lower(), "paper") and bare[:1].isupper()


def _plain(name: str) -> str:
    joined = " ".join(name.replace("-", " ").replace("’", "'").split())
    return joined if len(joined) <= _ABBREVIATION else joined.casefold()


_ABBREVIATION = 5  # letters: "Time", "AP", "SANA" and "dpa" are only these in their own case


@cache
def outlets() -> Outlets:
    """The outlets that are shipped."""
    return Outlets(read((files("dateline.knowledge") / "data" / "outlets.tsv").read_text(encoding="utf-8")))


def known_outlets(added: Iterable[KnownOutlet]) -> Outlets:
    """The shipped outlets and those that were added; a name that was added is that one's."""
    added = tuple(added)
    return Outlets((*outlets().every(), *added)) if added else outlets()


def read(table: str) -> tuple[KnownOutlet, ...]:
    """Outlets from lines of seven columns: name, kind, control, family, country, domains, aliases.

    Raises ValueError with the number of a line that has other columns or says another kind or control.
    """
    found = []
    for number, row in enumerate(table.splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        cells = [cell.strip() for cell in row.split("\t")]
        cells += [""] * (_COLUMNS - len(cells))
        if len(cells) > _COLUMNS or not cells[0] or cells[1] not in ("agency", "outlet") or cells[2] not in CONTROLS:
            raise ValueError(f"line {number} should have a name, agency or outlet, and one of {', '.join(CONTROLS)}")
        name, kind, control, family, country, domains, aliases = cells
        found.append(
            KnownOutlet(
                name=name,
                kind="agency" if kind == "agency" else "outlet",
                control=control,
                family=family or name,
                country=country,
                domains=tuple(d for d in domains.split(",") if d),
                aliases=tuple(a for a in aliases.split("|") if a),
            )
        )
    return tuple(found)


def line(outlet: KnownOutlet) -> str:
    """An outlet as a line of the table."""
    lists = (",".join(outlet.domains), "|".join(outlet.aliases))
    return "\t".join((outlet.name, outlet.kind, outlet.control, outlet.family, outlet.country, *lists))
