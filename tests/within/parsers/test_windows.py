"""The layers that look at the words beside a word give what the pipeline's own give, as near as makes no difference."""

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model, chain, with_array

from dateline.within.parsers.products import by_numpy
from dateline.within.parsers.spacy_parser import packaged
from dateline.within.parsers.windows import _blocks, by_windows, leaves

pytestmark = pytest.mark.slow
TEXTS = ["A ferry sank off Samsun on Monday.", "", "Two died.", "Ships " * 300]


def encoders(language):
    models = [getattr(part, "model", None) for _, part in language.components]
    layers = [layer for model in models if model is not None for layer in model.walk()]
    return [layer for layer in layers if layer.name.startswith("with_array(residual(expand_window")]


def rows(encoder):
    width = encoder.get_dim("nO")
    return [np.random.default_rng(len(text)).standard_normal((len(text), width)).astype("f") for text in TEXTS]


def test_encoders_give_the_same():
    language = spacy.load(packaged())
    by_numpy(language)
    before = [encoder.predict(rows(encoder)) for encoder in encoders(language)]
    by_windows(language)
    after = [encoder.predict(rows(encoder)) for encoder in encoders(language)]
    assert [[leaf.name for leaf in leaves(encoder)] for encoder in encoders(language)] == [["windows"]] * len(before)
    assert len(before) > 1
    for one, other in zip(before, after, strict=True):
        for plain, quick in zip(one, other, strict=True):
            np.testing.assert_allclose(plain, quick, atol=1e-5)


@pytest.mark.parametrize("size", [0, 2])
def test_a_layer_that_looks_further_is_left_alone(size):
    assert _blocks(MaxoutWindowEncoder(8, size, 3, 2).layers[0]) == []


def test_another_chain_is_left_alone():
    assert _blocks(with_array(chain(Model("a", None), Model("b", None)))) == []
    assert _blocks(Model("a", None)) == []
