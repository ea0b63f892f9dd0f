"""Write a trained network down as the bundle that ships: two ONNX graphs in int8, tokenizer, config, digests."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import origins
import torch
from model import LABELS, Link, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.engine.pieces import FEATURES

OPSET = 17
FILES = ("attribution.onnx", "encoder.onnx", "tokenizer.json")
SETTINGS = {
    "format": 2,
    "name": "newsroom",
    "version": "1",
    "window": 192,
    "context": 16,
    "special": [101, 102],  # [CLS] and [SEP] in BERT's uncased vocabulary
    "candidate": 0.3,
    "threshold": 0.5,
    "nested": 0.5,
    "parts": [],  # the heads that `export_heads.py` adds
    "mentions": [],
    "scales": [],
}
"""What `config.json` says beside the digests; docs/explanation/model.md has the measurements behind the figures."""


class Attention(torch.autograd.Function):
    """Attention without a mask, as onnxruntime's fused operator: a window is read alone and never padded."""

    @staticmethod
    def forward(_ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:  # noqa: D102
        b, n, width = q.shape
        parts = (x.view(b, n, heads, width // heads).transpose(1, 2) for x in (q, k, v))
        return F.scaled_dot_product_attention(*parts).transpose(1, 2).reshape(b, n, width)

    @staticmethod
    def symbolic(graph: object, q: object, k: object, v: object, heads: int) -> object:  # noqa: D102
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


def through(layers: nn.ModuleList, x: Tensor) -> Tensor:
    """Run layers with the fused attention."""
    for layer in layers:
        parts = layer.qkv(x).split(layer.out.in_features, -1)
        x = layer.norm1(x + layer.out(Attention.apply(*parts, layer.heads)))
        x = layer.norm2(x + layer.down(F.gelu(layer.up(x))))
    return x


class Reader(nn.Module):
    """The encoder as it ships: a window's pieces to hidden states, chances of a cue, and what the link head needs."""

    def __init__(self, network: Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give hidden states, chances of a cue, and the two projections that the link head cuts from."""
        encoder, link = self.network.encoder, self.network.link
        hidden = through(encoder.layers, encoder.enter(ids, features))
        cues = torch.sigmoid(encoder.cues(hidden)[:, :, :2])
        return hidden, cues, link.near(hidden), link.anchor(hidden)


class Linker(nn.Module):
    """The link head as it ships: a stretch and the cues in it to labels for each piece, and each cue's validity."""

    def __init__(self, link: Link) -> None:
        """Wrap a link head."""
        super().__init__()
        self.link = link

    def forward(self, near: Tensor, anchor: Tensor, distances: Tensor) -> tuple[Tensor, Tensor]:
        """Give the chances of each label for each piece, and of each cue."""
        x = through(self.link.layers, self.link.meet(near, anchor, distances))
        here = (distances == 0).to(x.dtype)[:, :, None]
        pooled = torch.cat([(x * here).sum(1), x.mean(1)], -1)
        return torch.softmax(self.link.labels(x), -1), torch.sigmoid(self.link.valid(pooled)[:, 0])


def graphs(network: Network, folder: Path) -> tuple[Path, Path]:
    """Write both graphs in float32."""
    ids, features = torch.randint(5, 1000, (1, 48)), torch.zeros(1, 48, 4, dtype=torch.long)
    reader, linker = folder / "encoder.onnx", folder / "attribution.onnx"
    settings = {"opset_version": OPSET, "dynamo": False, "custom_opsets": {"com.microsoft": 1}}
    pieces = {1: "pieces"}
    with torch.no_grad():
        inputs, outputs = ["ids", "features"], ["hidden", "cues", "near", "anchors"]
        torch.onnx.export(
            Reader(network),
            (ids, features),
            str(reader),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=dict.fromkeys(inputs + outputs, pieces),
            **settings,
        )
        _, _, near, anchors = Reader(network)(ids, features)
        distances = torch.arange(48)[None] - torch.tensor([[3], [7]])
        inputs, outputs = ["near", "anchor", "distances"], ["labels", "valid"]
        torch.onnx.export(
            Linker(network.link),
            (near, anchors[0, [3, 7], None], distances),
            str(linker),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes={
                "near": pieces,
                "anchor": {0: "cues"},
                "distances": {0: "cues", 1: "pieces"},
                "labels": {0: "cues", 1: "pieces"},
                "valid": {0: "cues"},
            },
            **settings,
        )
    return reader, linker


def quantise(source: Path, target: Path) -> None:
    """Quantise the matrices of a graph to int8, one scale for each output channel."""
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    """Export a checkpoint into a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument(
        "--float", action="store_true", help="leave the weights in float32 (to measure what int8 costs)"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    network = origins.checkpoint(args.checkpoint).eval()
    with tempfile.TemporaryDirectory() as scratch:
        for path in graphs(network, Path(scratch)):
            if args.float:
                shutil.copy(path, args.out / path.name)
            else:
                quantise(path, args.out / path.name)
    shutil.copy(args.tokenizer, args.out / "tokenizer.json")
    files = {name: hashlib.sha256((args.out / name).read_bytes()).hexdigest() for name in FILES}
    config = SETTINGS | {"features": FEATURES, "labels": LABELS, "most": network.shape.link_most, "files": files}
    (args.out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    for name in FILES:
        print(name, (args.out / name).stat().st_size, files[name][:16])


if __name__ == "__main__":
    main()
