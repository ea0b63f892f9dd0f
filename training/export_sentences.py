"""Write the model of sentence vectors down as its bundle: ONNX graphs in int8, config, digests.

One table of words, and two stacks of layers over it: those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) as
they are, for sentences of any stories, and those that `train_sentences.py` wrote, for the sentences of one. The
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
    "version": "2",
    "width": 384,
    "most": 256,  # pieces that the weights were trained on at once (sentence_bert_config.json)
    "special": [101, 102],  # [CLS] and [SEP] in BERT's uncased vocabulary
}
"""What `config.json` says beside the digests."""


class Words(nn.Module):
    """What all vectors begin with: the pieces of one text to their rows of the table, with their places."""

    def __init__(self, network: origins.Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Give the rows, shape (1, pieces, width)."""
        return self.encoder.words(ids) + self.encoder.positions.weight[: ids.shape[1]]


class Embedder(nn.Module):
    """The layers as they ship: the rows of one text to its vector of length one."""

    def __init__(self, network: origins.Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.encoder = network.encoder

    def forward(self, rows: Tensor) -> Tensor:
        """Give the mean of the last states over all pieces, the special ones too, as the weights were trained."""
        encoder = self.encoder
        return F.normalize(through(encoder.layers, encoder.norm(rows)).mean(1), dim=-1)


def graph(part: nn.Module, path: Path, given: Tensor, inward: str, outward: str) -> None:
    """Write a graph in float32."""
    with torch.no_grad():
        torch.onnx.export(
            part,
            (given,),
            str(path),
            input_names=[inward],
            output_names=[outward],
            dynamic_axes={inward: {1: "pieces"}, **({outward: {1: "pieces"}} if outward == "rows" else {})},
            opset_version=OPSET,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )


def main() -> None:
    """Export the weights of a folder into a bundle."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("origin", type=Path, help="the folder with model.safetensors and tokenizer.json")
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="what train_sentences.py wrote")
    parser.add_argument(
        "--float", action="store_true", help="leave the weights in float32 (to measure what int8 costs)"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    across, within = (origins.minilm(args.origin).eval() for _ in range(2))
    within.load_state_dict(torch.load(args.weights, weights_only=True))
    with torch.no_grad():
        same = torch.equal(across.encoder.words.weight, within.encoder.words.weight)
    if not same:
        msg = "the weights have another table of words: only their layers were to be trained"
        raise SystemExit(msg)
    ids, rows = torch.randint(5, 1000, (1, 48)), torch.randn(1, 48, SETTINGS["width"])
    parts = {
        "words.onnx": (Words(across), ids, "ids", "rows"),
        "across.onnx": (Embedder(across), rows, "rows", "vector"),
        "within.onnx": (Embedder(within.eval()), rows, "rows", "vector"),
    }
    with tempfile.TemporaryDirectory() as scratch:
        for name, (part, given, inward, outward) in parts.items():
            path = Path(scratch) / name
            graph(part, path, given, inward, outward)
            if args.float:
                shutil.copy(path, args.out / name)
            else:
                quantise(path, args.out / name)
    lying = {name: args.out / name for name in parts} | {"tokenizer.json": args.origin / "tokenizer.json"}
    files = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in lying.items()}
    (args.out / "config.json").write_text(json.dumps(SETTINGS | {"files": files}, indent=1) + "\n", encoding="utf-8")
    for name, path in lying.items():
        print(name, path.stat().st_size, files[name][:16])


if __name__ == "__main__":
    main()
