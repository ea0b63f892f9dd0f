"""Vectors of sentences: those that mean the same lie close to one another, in whatever words.

One table of words, and two stacks of layers over it: one for sentences of any stories, which tells what they are about,
and one for the sentences of one story, which are all about the same, and tells what they say of it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from reportedly.engine.bundle import packaged_sentences
from reportedly.engine.pieces import readable
from reportedly.engine.session import session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from reportedly.engine.bundle import SentencesConfig, Whole

LONGEST = 20_000
"""Code points of a text that are given to the tokenizer: far more than the pieces that are looked at have."""


class Sentences:
    """A loaded model of sentence vectors."""

    def __init__(self, bundle: Whole[SentencesConfig]) -> None:
        """Open the session of a bundle, on one thread."""
        self.config = bundle.config
        self.digest = bundle.digest
        self._tokenizer = Tokenizer.from_buffer(bundle.files["tokenizer.json"])
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._words = session(bundle.files["words.onnx"])
        self._across = session(bundle.files["across.onnx"])
        self._within = session(bundle.files["within.onnx"])

    def vectors(self, texts: Sequence[str], *, one_story: bool = False) -> NDArray[np.float32]:
        """Return a vector of length one for each text, shape (texts, width); their product is the cosine.

        `one_story` gives those by which sentences of one story are told from one another.

        Any string will do; of a long one the beginning is looked at (`config.most` pieces). Each text goes through the
        model alone: the activations are quantised over all that goes through together, so that company would change
        the result. Equal texts are asked about once.
        """
        layers = self._within if one_story else self._across
        made = {text: self._vector(text, layers) for text in dict.fromkeys(texts)}
        out = np.zeros((len(texts), self.config.width), dtype=np.float32)
        for row, text in enumerate(texts):
            out[row] = made[text]
        return out

    def _vector(self, text: str, layers: InferenceSession) -> NDArray[np.float32]:
        """Return the vector of one text."""
        begin, finish = self.config.special
        encoding = self._tokenizer.encode(readable(text[:LONGEST]), add_special_tokens=False)
        ids = [begin, *encoding.ids[: self.config.most - 2], finish]
        (rows,) = self._words.run(["rows"], {"ids": np.array([ids], dtype=np.int64)})
        (found,) = layers.run(["vector"], {"rows": rows})
        vector: NDArray[np.float32] = found[0]
        return vector


@functools.cache
def sentences() -> Sentences:
    """Return the packaged model, opened once; BundleError where it is damaged."""
    return Sentences(packaged_sentences())


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return a vector of length one for each text by the packaged model, shape (texts, 384); see `Sentences.vectors`.

    Raises BundleError where the model is damaged.
    """
    return sentences().vectors(texts)
