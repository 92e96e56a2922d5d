"""Few names in front."""

import dateline


def test_the_public_names():
    assert sorted(dateline.__all__) == [
        "Claim", "DatelineError", "Entity", "Event", "Record", "Report", "When", "build", "open",
    ]  # fmt: skip
    assert all(getattr(dateline, name).__doc__ for name in dateline.__all__)


def test_build_and_open_give_what_the_command_gives(example):
    with dateline.open(example) as record:
        assert len(record.report_ids()) == 14
