"""Other ids for entities, in all rows that name them."""

from msgspec.structs import replace
from tests.store.test_changes import event

from dateline.model import Event, Participant
from dateline.store.file import connect, pack, unpack
from dateline.store.renamed import rename_entities


def test_an_entity_may_take_the_id_of_one_that_is_no_more(tmp_path):
    """Both take part in one event: what the gone one did there is not written twice, and no build breaks off."""
    base = connect(tmp_path / "record.db", create=True)
    sides = tuple(Participant(entity=name, start=0, end=1) for name in ("N2", "N1"))
    told = replace(event("E1", ("a",), ("r1",)), actors=sides)
    base.execute("insert into event (id, body) values (?, ?)", (told.id, pack(told)))
    base.executemany("insert into part values (?,?,?)", [("E1", "N1", "actor"), ("E1", "N2", "actor")])
    rename_entities(base, {"N2": "N1"})
    assert base.execute("select event, entity, role from part").fetchall() == [("E1", "N1", "actor")]
    body = base.execute("select body from event").fetchone()[0]
    assert {person.entity for person in unpack(body, Event).actors} == {"N1"}
    base.close()
