"""Write MiniLM-L6 down as the bundle of sentence vectors: one ONNX graph in int8, config, digests.

Nothing is trained. The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) as they are. Its
tokenizer is that of the bundle `newsroom`, byte for byte, and ships once, there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import origins
import torch
from export import OPSET, quantise, through
from torch import Tensor, nn
from torch.nn import functional as F

SETTINGS = {
    "format": 1,
    "name": "sentences",
    "version": "1",
    "width": 384,
    "most": 256,  # pieces that the weights were trained on at once (sentence_bert_config.json)
    "special": [101, 102],  # [CLS] and [SEP] in BERT's uncased vocabulary
}
"""What `config.json` says beside the digests."""


class Embedder(nn.Module):
    """The encoder as it ships: the pieces of one text to its vector of length one."""

    def __init__(self, network: origins.Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Give the mean of the last states over all pieces, the special ones too, as the weights were trained."""
        encoder = self.encoder
        x = encoder.norm(encoder.words(ids) + encoder.positions.weight[: ids.shape[1]])
        return F.normalize(through(encoder.layers, x).mean(1), dim=-1)


def graph(network: origins.Network, path: Path) -> None:
    """Write the graph in float32."""
    with torch.no_grad():
        torch.onnx.export(
            Embedder(network),
            (torch.randint(5, 1000, (1, 48)),),
            str(path),
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {1: "pieces"}},
            opset_version=OPSET,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )


def main() -> None:
    """Export the weights of a folder into a bundle."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("origin", type=Path, help="the folder with model.safetensors and tokenizer.json")
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--float", action="store_true", help="leave the weights in float32 (to measure what int8 costs)"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "model.onnx"
        graph(origins.minilm(args.origin).eval(), path)
        if args.float:
            shutil.copy(path, args.out / path.name)
        else:
            quantise(path, args.out / path.name)
    lying = {"model.onnx": args.out / "model.onnx", "tokenizer.json": args.origin / "tokenizer.json"}
    files = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in lying.items()}
    (args.out / "config.json").write_text(json.dumps(SETTINGS | {"files": files}, indent=1) + "\n", encoding="utf-8")
    for name, path in lying.items():
        print(name, path.stat().st_size, files[name][:16])


if __name__ == "__main__":
    main()
