"""What is made of a word by itself is what the pipeline makes of it, and hangs on no other word."""

import numpy as np
import pytest
import spacy

from dateline.within.parsers import words
from dateline.within.parsers.products import by_numpy
from dateline.within.parsers.spacy_parser import packaged
from dateline.within.parsers.words import Words, _alone, by_words

pytestmark = pytest.mark.slow
TEXTS = ["A ferry sank off Samsun on Monday;  it's lost.", "", "Two died."]


@pytest.fixture(scope="module")
def stock():
    language = spacy.load(packaged())
    by_numpy(language)
    return language


@pytest.fixture
def embedding(stock):
    return stock.get_pipe("tok2vec").model.layers[0]


def made(embedding, stock, texts):
    return Words(embedding, stock.vocab)(None, [stock.make_doc(text) for text in texts], is_train=False)[0]


def test_words_are_what_the_pipeline_makes_of_them(stock, embedding):
    found = made(embedding, stock, TEXTS)
    for one, other in zip(found, embedding.predict([stock.make_doc(text) for text in TEXTS]), strict=True):
        assert one.shape == other.shape
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_a_word_is_the_same_in_any_company(stock, embedding):
    (alone,) = made(embedding, stock, ["harbour"])
    for count in range(70):
        company = " ".join(f"w{number}" for number in range(count))
        (among,) = made(embedding, stock, [f"{company} harbour".strip()])
        assert np.array_equal(among[-1], alone[0])


def test_too_many_words_are_forgotten_and_made_again(stock, embedding, monkeypatch):
    monkeypatch.setattr(words, "MOST", 2)
    table = Words(embedding, stock.vocab)
    doc = stock.make_doc("Two ferries sank")
    first, _ = table(None, [doc], is_train=False)
    assert len(table._made) == len(doc)
    again, _ = table(None, [stock.make_doc("Two")], is_train=False)
    assert len(table._made) == 1
    assert again[0].shape == (1, 96)
    assert np.array_equal(table(None, [doc], is_train=False)[0], first)


@pytest.mark.parametrize("part", ["tok2vec", "ner"])
def test_both_embeddings_of_the_pipeline_are_kept(part):
    language = spacy.load(packaged())
    by_words(language)
    names = [layer.name for layer in language.get_pipe(part).model.walk()]
    assert names.count("words") == 1
    assert "hashembed" not in names


def test_layers_that_look_around_are_left_alone(stock, embedding):
    assert _alone(embedding)
    assert not _alone(stock.get_pipe("tok2vec").model)
    assert not _alone(stock.get_pipe("tok2vec").model.layers[1])
