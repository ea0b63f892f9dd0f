"""Load weights: those of MiniLM-L6 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0), or a checkpoint of our own."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

import numpy as np
import torch
from model import Network, Shape

if TYPE_CHECKING:
    from pathlib import Path


def _read_safetensors(path: Path) -> dict[str, torch.Tensor]:
    """Read the float32 tensors of a safetensors file: the header's length, a JSON header, the bytes."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    base = 8 + length
    out = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        begin, end = entry["data_offsets"]
        array = np.frombuffer(raw, dtype="<f4", count=(end - begin) // 4, offset=base + begin)
        out[name] = torch.from_numpy(array.reshape(entry["shape"]).copy())
    return out


def _put_bert(network: Network, weights: dict[str, torch.Tensor]) -> None:
    """Copy BERT weights under their usual names into the encoder."""
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        encoder.positions.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(encoder.layers):
            stem = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{stem}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(weights[f"{stem}attention.output.dense.{kind}"])
                getattr(layer.up, kind).copy_(weights[f"{stem}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(weights[f"{stem}output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(weights[f"{stem}attention.output.LayerNorm.{kind}"])
                getattr(layer.norm2, kind).copy_(weights[f"{stem}output.LayerNorm.{kind}"])


def minilm(folder: Path) -> Network:
    """Return a network that starts from MiniLM-L6 in `folder` (model.safetensors)."""
    network = Network(Shape())
    _put_bert(network, _read_safetensors(folder / "model.safetensors"))
    return network


def checkpoint(path: Path) -> Network:
    """Return the network of a checkpoint that `train.py` wrote."""
    saved = torch.load(path, weights_only=True)
    network = Network(Shape(**saved["shape"]))
    network.load_state_dict(saved["weights"])
    return network
