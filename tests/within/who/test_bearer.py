from dateline.within.who.bearer import Chains
from dateline.within.who.found import Found


def one(name: str, **rest) -> Found:
    return Found(0, 1, 0, rest.pop("kind", "person"), "name", name=name, **rest)


def test_what_joined_mentions_tell_is_put_together():
    chains = Chains([one("Novak"), one("Jana Novak", gender="female", role="mayor")])
    chains.join(0, 1)
    assert chains.of(1) == 0
    assert chains.bearer(1).gender == "female"
    assert chains.bearer(0).names == ["Novak", "Jana Novak"]


def test_gender_number_and_kind_must_agree():
    chains = Chains(
        [
            one("A", gender="female"),
            one("B", gender="male"),
            one("C", kind="group", plural=True),
            one("D", kind="place"),
        ]
    )
    assert not chains.agree(0, 1)
    assert not chains.agree(0, 2)
    assert not chains.agree(2, 3)
