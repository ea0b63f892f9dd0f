"""What the shipped encoder makes of the labelled texts: its states, with the labels of every piece.

The encoder is frozen. Its states are computed once, in the very windows in which reports are read.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
from tokenizers import Tokenizer

from evals.flatten import ANY
from evals.labels import FACTUALITY, POS
from reportedly.engine.pieces import cut, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evals.labels import Labelled
    from reportedly.engine.bundle import Bundle

STATES = (
    "/norm/LayerNormalization_output_0",
    "/norm2/LayerNormalization_output_0",
    "/norm2_1/LayerNormalization_output_0",
    "/norm2_2/LayerNormalization_output_0",
    "/norm2_3/LayerNormalization_output_0",
    "/norm2_4/LayerNormalization_output_0",
    "hidden",
)
"""What the encoder's graph calls the embeddings and the states after each layer."""
WIDTH = 384


def exposed(graph: bytes, names: dict[str, str]) -> onnx.ModelProto:
    """Return a graph that gives some inner values too, each under a name of its own; nothing else changes."""
    model = onnx.load_from_string(graph)
    present = {value.name for value in model.graph.output}
    for inner, name in names.items():
        if name not in present:
            model.graph.node.append(onnx.helper.make_node("Identity", [inner], [name]))
            value = onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, "pieces", WIDTH])
            model.graph.output.append(value)
    return model


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One window: the states of its pieces, its special tokens included, and what is known of those it answers for."""

    states: np.ndarray
    """(pieces, layers, WIDTH), in float16."""
    features: np.ndarray
    pos: np.ndarray
    """An index into `POS`; -1 where nothing is known."""
    names: np.ndarray
    nominals: np.ndarray
    """Sets of labels; all where nothing is known."""
    predicate: np.ndarray
    """1, 0, or -1 where nothing is known."""
    factuality: np.ndarray
    """(pieces, corpora): values, NaN where nothing is known."""


UNKNOWN = {"pos": -1, "names": ANY, "nominals": ANY, "predicate": -1, "factuality": np.nan}
"""What stands in a window's arrays for pieces of which nothing is known."""


class Reader:
    """Runs the shipped encoder over texts and lays labels on its pieces."""

    def __init__(self, bundle: Bundle, layers: Sequence[int]) -> None:
        """Open the encoder, with the states after some layers (0: the embeddings) as outputs."""
        self.config = bundle.config
        self.tokenizer = Tokenizer.from_buffer(bundle.files["tokenizer.json"])
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.outputs = [f"state{layer}" for layer in layers]
        model = exposed(bundle.files["encoder.onnx"], {STATES[k]: f"state{k}" for k in layers})
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            model.SerializeToString(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )

    def read(self, document: Labelled) -> Iterator[Window]:
        """Yield a document's windows."""
        pieces = cut(document.text, self.tokenizer)
        known = _known(document, pieces.starts.tolist())
        begin, finish = self.config.special
        for window in windows(pieces, self.config.window - 2, self.config.context):
            ids = np.concatenate(([begin], pieces.ids[window.start : window.end], [finish]))
            features = np.zeros((len(ids), pieces.features.shape[1]), dtype=np.int64)
            features[1:-1] = pieces.features[window.start : window.end]
            states = self.session.run(self.outputs, {"ids": ids[None], "features": features[None]})
            own = slice(window.own_start - window.start + 1, window.own_end - window.start + 1)
            labels = {}
            for name, values in known.items():
                labels[name] = np.full((len(ids), *values.shape[1:]), UNKNOWN[name], dtype=values.dtype)
                labels[name][own] = values[window.own_start : window.own_end]
            yield Window(np.stack([state[0] for state in states], 1).astype(np.float16), features, **labels)


def _known(document: Labelled, starts: Sequence[int]) -> dict[str, np.ndarray]:
    """Return what is known of each piece of a document: a word is told by the first of its pieces."""
    count = len(starts)
    known = {
        "pos": np.full(count, UNKNOWN["pos"], dtype=np.int64),
        "names": np.full(count, UNKNOWN["names"], dtype=np.int64),
        "nominals": np.full(count, UNKNOWN["nominals"], dtype=np.int64),
        "predicate": np.full(count, UNKNOWN["predicate"], dtype=np.float32),
        "factuality": np.full((count, len(FACTUALITY)), UNKNOWN["factuality"], dtype=np.float32),
    }
    piece_at = {start: piece for piece, start in reversed(list(enumerate(starts)))}
    for word, (start, _) in enumerate(document.words):
        piece = piece_at.get(start)
        if piece is None:
            continue
        if document.upos is not None and document.upos[word] in POS:
            known["pos"][piece] = POS.index(document.upos[word])
        for name, layer in (("names", document.names), ("nominals", document.nominals)):
            if layer is not None:
                known[name][piece] = layer[word]
        if document.exhaustive:
            known["predicate"][piece] = word in document.factuality
        if word in document.factuality:
            known["factuality"][piece, FACTUALITY.index(document.corpus)] = document.factuality[word]
    return known
