"""Who spells an entity how: kept with the reports, put together when the entity is looked at."""

from msgspec.structs import replace

from dateline.model import Alias, Entity, Role
from dateline.store.file import connect, pack
from dateline.store.spelled import Said, bare, said, with_reports

KARI = Entity(
    id="N1",
    kind="person",
    name="Kari Solberg",
    aliases=(Alias(text="Kari Solberg", reports=("a", "b")), Alias(text="Solberg", reports=("b",))),
    roles=(Role(text="mayor", reports=("a",)),),
)


def test_the_row_of_an_entity_does_not_grow_with_its_reports():
    more = Alias(text="Kari Solberg", reports=tuple(f"r{number}" for number in range(500)))
    assert bare(replace(KARI, aliases=(more, KARI.aliases[1]))) == bare(KARI)


def test_the_reports_come_back_when_it_is_looked_at(tmp_path):
    base = connect(tmp_path / "r.db", create=True)
    base.execute("pragma foreign_keys=off")
    for (entity, report), one in said([KARI]).items():
        base.execute("insert into joined values (?,?,?,?)", (report, f"{report}:e0", entity, pack(one)))
        base.execute("insert into joined values (?,?,?,?)", (report, f"{report}:e1", entity, None))
    assert with_reports(base, bare(KARI)) == KARI


def test_what_reports_say_is_told_by_entity_and_report():
    assert said([KARI]) == {
        ("N1", "a"): Said(("Kari Solberg",), ("mayor",)),
        ("N1", "b"): Said(("Kari Solberg", "Solberg")),
    }


def test_an_entity_of_an_older_record_keeps_what_its_row_says(tmp_path):
    base = connect(tmp_path / "r.db", create=True)
    assert with_reports(base, KARI) == KARI
