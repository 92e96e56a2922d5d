"""The dead of two sides are two counts, which are compared each with its own."""

from across.test_discrepancies import parted, shown

RAID = "Gunmen attacked a convoy of soldiers near Tarn in northern Mali on Monday, the army said. "


def test_soldiers_and_those_who_attacked_them_are_counted_apart(parser):
    told = [
        (
            "Harbour Post",
            "2024-03-05",
            "Six soldiers killed in attack near Tarn",
            RAID + "Six soldiers were killed. The army said that it had killed 21 rebels.",
        ),
        (
            "Valley Ledger",
            "2024-03-06",
            "Eight soldiers killed in attack near Tarn",
            RAID + "Eight soldiers were killed. The army said that 30 rebels had been killed.",
        ),
    ]
    found = {key[:2]: values for key, values in shown(parted(parser, *told)).items()}
    assert found["quantity:killed", ""] == ["6", "8"]
    assert found["quantity:killed", "fighters"] == ["21", "30"]


def test_where_one_side_alone_has_dead_nothing_is_told_apart(parser):
    told = [
        (
            "Harbour Post",
            "2024-03-05",
            "Six rebels killed near Tarn",
            "Soldiers killed six rebels near Tarn on Monday.",
        ),
        (
            "Valley Ledger",
            "2024-03-05",
            "Eight rebels killed near Tarn",
            "Soldiers killed eight rebels near Tarn on Monday.",
        ),
    ]
    assert {key[1] for key in shown(parted(parser, *told)) if key[0] == "quantity:killed"} == {""}


PLANES = "Planes bombed boats on the river near Tarn in northern Mali on Monday. "


def test_who_the_dead_were_is_in_dispute_where_one_has_fighters_and_another_civilians(parser):
    told = [
        ("Harbour Post", "2024-03-05", "Raid on boats kills 22 near Tarn", PLANES + "They killed 22 civilians."),
        ("Valley Ledger", "2024-03-05", "Planes hit boats near Tarn", PLANES + "Some 40 rebels were killed."),
    ]
    found = {key[:2]: values for key, values in shown(parted(parser, *told)).items()}
    assert ("who", "the dead") in found
    both = [told[0], (*told[1][:3], told[1][3] + "Six civilians were killed.")]
    assert ("who", "the dead") not in {key[:2] for key in shown(parted(parser, *both))}
