"""The understanding heads: parts of speech, names, nominals, predicates and what readers take them for."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import torch
from model import Layer
from torch import Tensor, nn

from evals.flatten import LABELS
from evals.labels import FACTUALITY, POS
from reportedly.engine.pieces import FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the heads' network; `states` are the encoder's layers that it reads (0: the embeddings)."""

    states: tuple[int, ...] = (3, 6)
    state_width: int = 384
    width: int = 256
    layers: int = 1
    heads: int = 8
    inner: int = 768


class Understanding(nn.Module):
    """One small transformer layer over states of the frozen encoder, and linear heads on it."""

    def __init__(self, shape: Shape) -> None:
        """Make the layers, with random weights."""
        super().__init__()
        self.shape = shape
        self.enter = nn.Linear(len(shape.states) * shape.state_width, shape.width)
        self.features = nn.ModuleList(nn.Embedding(len(values), shape.width) for values in FEATURES)
        self.norm = nn.LayerNorm(shape.width)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner) for _ in range(shape.layers))
        self.sizes = (len(POS), len(LABELS), len(LABELS), 1, len(FACTUALITY))
        self.out = nn.Linear(shape.width, sum(self.sizes))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)

    def begin(self, states: Tensor, features: Tensor) -> Tensor:
        """Join the states (batch, pieces, layers * width) and the features of the pieces."""
        x = self.enter(states)
        for column, table in enumerate(self.features):
            x = x + table(features[:, :, column])
        return self.norm(x)

    def forward(self, states: Tensor, features: Tensor, mask: Tensor, noise: Sequence[Tensor] = ()) -> list[Tensor]:
        """Give the scores of the heads: parts of speech, names, nominals, predicate, factuality."""
        x = self.begin(states, features)
        if noise:
            x = x * noise[0]
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for number, layer in enumerate(self.layers):
            x = layer(x, bias, noise[1 + 2 * number : 3 + 2 * number])
        return list(self.out(x).split(self.sizes, -1))


def save(network: Understanding, path: Path) -> None:
    """Write a checkpoint."""
    torch.save({"shape": dataclasses.asdict(network.shape), "weights": network.state_dict()}, path)


def load(path: Path) -> Understanding:
    """Return the network of a checkpoint."""
    saved = torch.load(path, weights_only=True)
    network = Understanding(Shape(**saved["shape"] | {"states": tuple(saved["shape"]["states"])}))
    network.load_state_dict(saved["weights"])
    return network
