"""What pages keep from request to request, until the record changes."""

from dateline.store.file import connect, put_setting, transaction
from dateline.store.view import Record
from dateline.web.remembered import remembered
from dateline.web.views import warm


def test_a_count_is_kept_until_the_record_is_written_to(tmp_path):
    path = tmp_path / "r.db"
    base = connect(path, create=True)
    base.close()
    made = []

    def count():
        made.append(len(made))
        return made[-1]

    def ask():
        with Record(path) as record:  # every request opens the file anew, which alone makes an empty log
            return remembered(record, "count", count)

    assert [ask(), ask(), ask()] == [0, 0, 0]
    base = connect(path)
    with transaction(base):
        put_setting(base, "as_of", "2026-01-15")
    assert ask() == 1  # seen while the writer still has it open, in the log
    base.close()
    assert ask() >= 1


def test_every_page_over_the_whole_record_can_be_made_ready(copy):
    with Record(copy) as opened:
        warm(opened)
        assert remembered(opened, "choices", lambda: None) is not None
