"""Sentence vectors: what holds of any text, and what the packaged model said when it was packaged."""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings

from reportedly.engine.bundle import packaged, packaged_sentences
from reportedly.engine.sentences import Sentences, vectors
from tests.engine.test_graphs import DOMAINS, operators
from tests.strategies import TEXTS

FILE = Path(__file__).with_name("reference_sentences.json")
COMMAND = "pytest tests/engine/test_sentences.py --update-golden"
TEXTS_OF_REFERENCE = (
    "Two sailors died when a ferry caught fire off Merrow.",
    "A blaze aboard a passenger ship near Merrow killed two crewmen.",
    "The ministry denied that engineers were working at the port.",
    "Rain is expected on Tuesday.",
)
TOLERANCE = 0.05
"""How far a cosine may be from the reference on another processor; see `test_reference`."""


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The digest of a bundle, and the cosine of each two of its texts, in their order."""

    digest: str
    cosines: tuple[float, ...]


@pytest.fixture(scope="module")
def model() -> Sentences:
    """Open the packaged model."""
    return Sentences(packaged_sentences())


def reference(model: Sentences) -> Reference:
    """Return what a model says of the texts."""
    made = model.vectors(TEXTS_OF_REFERENCE)
    pairs = itertools.combinations(range(len(made)), 2)
    return Reference(model.digest, tuple(round(float(made[one] @ made[other]), 3) for one, other in pairs))


def test_the_model_says_what_it_said(model: Sentences, request: pytest.FixtureRequest) -> None:
    """The cosines of the reference texts are what they were, but for another processor's rounding."""
    actual = reference(model)
    if request.config.getoption("--update-golden"):
        FILE.write_bytes(msgspec.json.format(msgspec.json.encode(actual)) + b"\n")
    known = msgspec.json.decode(FILE.read_bytes(), type=Reference)
    assert known.digest == actual.digest, f"the bundle changed: {COMMAND}"
    assert np.allclose(known.cosines, actual.cosines, atol=TOLERANCE)


def test_other_words_for_one_thing_are_near(model: Sentences) -> None:
    """A sentence is nearer to its paraphrase than to any other."""
    made = model.vectors(TEXTS_OF_REFERENCE)
    assert made[0] @ made[1] > max(made[0] @ made[2], made[0] @ made[3], made[2] @ made[3])


def test_company_changes_nothing(model: Sentences) -> None:
    """A text has the same vector, to the last bit, alone, among others and twice."""
    together = model.vectors([*TEXTS_OF_REFERENCE, TEXTS_OF_REFERENCE[0]])
    alone = np.concatenate([model.vectors([text]) for text in TEXTS_OF_REFERENCE])
    assert np.array_equal(together[:-1], alone)
    assert np.array_equal(together[-1], alone[0])


def test_no_texts_have_no_vectors() -> None:
    """Nothing in, nothing out, in the shape that is promised."""
    assert vectors([]).shape == (0, 384)


@settings(deadline=None)
@given(text=TEXTS)
def test_any_text_has_a_vector_of_length_one(model: Sentences, text: str) -> None:
    """Any string has a vector, and its length is one."""
    (made,) = model.vectors([text])
    assert made.dtype == np.float32
    assert abs(float(np.linalg.norm(made)) - 1) < 1e-4


def test_the_beginning_of_a_long_text_counts(model: Sentences) -> None:
    """What lies behind the pieces that are looked at changes nothing."""
    words = "harbour " * model.config.most
    assert np.array_equal(*model.vectors([words, words + "fire"]))


def test_within_a_story_and_across_are_two_models(model: Sentences) -> None:
    """The vectors of one story's sentences are others, of length one as well."""
    across, within = (model.vectors(TEXTS_OF_REFERENCE, one_story=each) for each in (False, True))
    assert not np.allclose(across, within)
    assert np.allclose(np.linalg.norm(within, axis=1), 1, atol=1e-3)


def test_the_graphs_are_plain_and_the_tokenizer_is_shared() -> None:
    """The graphs need no rare operator, the layers are quantised, and the tokenizer is that of the other model."""
    bundle = packaged_sentences()
    for name in ("words.onnx", "across.onnx", "within.onnx"):
        found = operators(bundle.files[name])
        assert {domain for domain, _ in found} <= DOMAINS
        assert name == "words.onnx" or ("", "MatMulInteger") in found
    assert bundle.files["tokenizer.json"] == packaged().files["tokenizer.json"]
