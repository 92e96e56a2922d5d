from dateline.knowledge.lemmas import verb_lemma


def test_a_lemma_cut_too_short_is_put_right():
    assert verb_lemma("stag") == "stage"
    assert verb_lemma("storm") == "storm"
