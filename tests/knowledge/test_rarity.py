import pytest

from dateline.knowledge.acts import act, family, stem
from dateline.knowledge.rarity import RAREST, news_words, rarity


def test_common_words_are_less_rare():
    assert rarity("the") < rarity("police") < rarity("trawler") < rarity("qwxzv") == RAREST


def test_word_sets():
    assert "police" in news_words("stock")
    with pytest.raises(KeyError):
        news_words("nothing")


@pytest.mark.parametrize(
    ("one", "other"), [("shoot", "shooting"), ("kill", "death"), ("acquire", "acquisition"), ("meet", "talks")]
)
def test_words_of_one_act(one, other):
    assert act(one) == act(other)


@pytest.mark.parametrize(("word", "kind"), [("arrest", "after"), ("kill", "harm"), ("say", "say"), ("sail", "base")])
def test_families(word, kind):
    assert family(act(word)) == kind


def test_stems_keep_three_letters():
    assert stem("sing") == "sing"
    assert stem("stopped") == stem("stopping") == "stop"
