"""Layers multiply by numpy, and what is said of a report hangs on no other report."""

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from dateline.within.parsers.products import by_numpy, one_thread
from dateline.within.parsers.spacy_parser import PACKAGED, SpacyParser, _load, packaged

pytestmark = pytest.mark.slow
REPORT = [
    "Ferry sinks off Samsun",
    "The ferry sank on Monday, the harbour master of Samsun told Kanal Deniz.",
    "Two died.",
]
OTHER = ["A court in Lima freed the two brothers."] * 40


def test_every_layer_multiplies_by_numpy():
    models = [getattr(part, "model", None) for _, part in _load(PACKAGED).components]
    layers = [layer for model in models if model is not None for layer in model.walk()]
    kinds = {(type(layer.ops), layer.ops.use_blis) for layer in layers}
    assert kinds == {(NumpyOps, False)}


def test_a_pipeline_without_layers_is_left_alone():
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    by_numpy(language)
    assert len(list(language("Ships left. Trains came.").sents)) == 2


def test_the_parse_is_that_of_the_pipeline_as_it_installs():
    stock, ours = spacy.load(packaged()), _load(PACKAGED)
    for plain, quick in zip(stock.pipe(REPORT), ours.pipe(REPORT), strict=True):
        assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in plain] == [
            (t.tag_, t.dep_, t.head.i, t.ent_type_) for t in quick
        ]
        np.testing.assert_allclose(plain.tensor, quick.tensor, atol=1e-3)


def test_a_report_is_parsed_alike_alone_and_among_others():
    parser = SpacyParser()
    (alone,) = parser.parse([REPORT])
    _, among, _ = parser.parse([OTHER, REPORT, OTHER])
    assert alone == among
    assert [len(tokens.words) for tokens in alone] == [4, 15, 3]


def test_one_thread_is_given_back():
    from dateline.within.parsers.products import _controller  # noqa: PLC0415

    def threads():
        return [one["num_threads"] for one in _controller().info() if one["user_api"] == "blas"]

    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
