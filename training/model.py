"""The network: one encoder over a window of pieces, a cue head, and a link head that reads a window once for each cue.

The encoder is a BERT encoder (post-norm) with four small embeddings added at its input for what an uncased
vocabulary cannot see. More heads can be put on its output without touching what is here.
"""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.engine.pieces import FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = ("none", "source", "cue", "content")
"""What the link head says of a piece with regard to one cue."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    link_width: int = 128
    link_layers: int = 2
    link_heads: int = 4
    link_most: int = 160


class Noise:
    """Dropout masks cut at random places out of one long random tape; drawing fresh ones costs more than a layer."""

    def __init__(self, rate: float) -> None:
        """Draw the tape."""
        self.tape = (torch.rand(1 << 25) >= rate).to(torch.bfloat16) / (1 - rate)

    def draw(self, count: int, *shape: int) -> list[Tensor]:
        """Return `count` masks of a shape, to multiply with."""
        n = math.prod(shape)
        starts = torch.randint(0, (self.tape.numel() - n) // 64, (count,)).tolist()
        return [self.tape[64 * start : 64 * start + n].view(shape) for start in starts]


class Layer(nn.Module):
    """One post-norm transformer layer; `mask` is added to the attention scores."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        """Make the layers, with random weights."""
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, noise: Sequence[Tensor] = ()) -> Tensor:
        """Run the layer; `noise` holds two dropout masks, or none."""
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax((q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2) + mask, -1)
        seen = self.out((weights @ v).transpose(1, 2).reshape(b, n, width))
        x = self.norm1(x + (seen * noise[0] if noise else seen))
        made = self.down(F.gelu(self.up(x)))
        return self.norm2(x + (made * noise[1] if noise else made))


class Encoder(nn.Module):
    """Pieces (ids and features, padded, attended where `mask` is 1) to hidden states and cue scores.

    Column 0 of the scores: the piece belongs to a cue of an attribution that stands by itself. Column 1: of any
    attribution, inside another one's content too. Columns 2 and 3 (training only): in any source, in any content.
    """

    def __init__(self, shape: Shape) -> None:
        """Make the layers, with random weights."""
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.features = nn.ModuleList(nn.Embedding(len(values), shape.width) for values in FEATURES)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner) for _ in range(shape.layers))
        self.cues = nn.Linear(shape.width, 4)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)

    def enter(self, ids: Tensor, features: Tensor) -> Tensor:
        """Add up the embeddings of the pieces."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        for column, table in enumerate(self.features):
            x = x + table(features[:, :, column])
        return self.norm(x)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, noise: Sequence[Tensor] = ()
    ) -> tuple[Tensor, Tensor]:
        """Run the encoder; `noise` holds two dropout masks for each layer, or none."""
        x = self.enter(ids, features)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for number, layer in enumerate(self.layers):
            x = layer(x, bias, noise[2 * number : 2 * number + 2])
        return x, self.cues(x)


class Link(nn.Module):
    """For each cue: which pieces around it are its source, itself and its content, and whether it is one at all.

    It reads the stretch around a cue (`reportedly.engine.pieces.surroundings`) once more, in a narrower network that
    knows which cue it is asked about.
    """

    def __init__(self, shape: Shape) -> None:
        """Make the layers, with random weights."""
        super().__init__()
        d = shape.link_width
        self.most = shape.link_most
        self.near = nn.Linear(shape.width, 2 * d)
        self.anchor = nn.Linear(shape.width, 2 * d)
        self.distance = nn.Embedding(2 * shape.link_most + 1, d)
        self.norm = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(d, shape.link_heads, 2 * d) for _ in range(shape.link_layers))
        self.labels = nn.Linear(d, len(LABELS))
        self.valid = nn.Linear(2 * d, 1)
        nn.init.normal_(self.distance.weight, std=0.02)

    def meet(self, near: Tensor, anchors: Tensor, distances: Tensor) -> Tensor:
        """Show each piece the cue: what they are, how they fit, and how far apart they stand."""
        width = self.norm.normalized_shape[0]
        plain, key = near.split(width, -1)
        anchor, query = anchors.split(width, -1)
        return self.norm(plain + anchor + key * query + self.distance(distances + self.most))

    def forward(
        self, near: Tensor, anchors: Tensor, distances: Tensor, mask: Tensor, noise: Sequence[Tensor] = ()
    ) -> tuple[Tensor, Tensor]:
        """Read `near` (cues, pieces, 2 * d) with `anchors` (cues, 1, 2 * d) and `distances` (cues, pieces) from them.

        Gives (cues, pieces, 4) scores of `LABELS` and (cues,) scores of being an attribution that stands by itself.
        """
        x = self.meet(near, anchors, distances)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for number, layer in enumerate(self.layers):
            x = layer(x, bias, noise[2 * number : 2 * number + 2])
        weights = mask.to(x.dtype)[:, :, None]
        here = (distances == 0).to(x.dtype)[:, :, None] * weights
        pooled = torch.cat([(x * here).sum(1), (x * weights).sum(1) / weights.sum(1).clamp(min=1)], -1)
        return self.labels(x), self.valid(pooled)[:, 0]


class Network(nn.Module):
    """The encoder and the link head together, as they are trained."""

    def __init__(self, shape: Shape) -> None:
        """Make the layers, with random weights."""
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.link = Link(shape)


def cut_out(link: Link, hidden: Tensor, cues: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Cut the stretches around cues out of a batch, padded to the longest that there can be.

    `cues` holds the row and the column of each anchor, and the columns where its stretch starts and ends.
    """
    places = cues["starts"][:, None] + torch.arange(link.most)
    mask = (places < cues["ends"][:, None]).float()
    rows, columns = cues["rows"], cues["columns"]
    near = link.near(hidden)[rows[:, None], places.clamp(max=hidden.shape[1] - 1)]
    distances = (places - columns[:, None]).clamp(-link.most, link.most)
    return near, link.anchor(hidden)[rows, columns][:, None], distances, mask
