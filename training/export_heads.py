"""Add trained understanding heads to a bundle: one more graph, one more output of the encoder, the names of columns."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from export import OPSET, quantise, through
from hidden import STATES, exposed
from torch import Tensor, nn
from understanding import load

from evals.flatten import LABELS
from evals.labels import FACTUALITY, POS

if TYPE_CHECKING:
    from understanding import Understanding

FORMAT = 2
FILES = ("attribution.onnx", "encoder.onnx", "tokenizer.json", "understanding.onnx")
INPUTS = ["middle", "hidden", "features"]
OUTPUTS = ["pos", "names", "nominals", "predicate", "factuality"]


class Understander(nn.Module):
    """The heads as they ship: two states of every piece and its features to chances and values."""

    def __init__(self, network: Understanding) -> None:
        """Wrap the heads."""
        super().__init__()
        self.network = network

    def forward(self, middle: Tensor, hidden: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """Give chances of parts of speech, names and nominals, chances of a predicate, and values of factuality."""
        network = self.network
        x = through(network.layers, network.begin(torch.cat([middle, hidden], -1), features))
        pos, names, nominals, predicate, values = network.out(x).split(network.sizes, -1)
        chances = (torch.softmax(scores, -1) for scores in (pos, names, nominals))
        return *chances, torch.sigmoid(predicate[..., 0]), values


def graph(network: Understanding, path: Path) -> None:
    """Write the heads' graph in float32."""
    width = network.shape.state_width
    pieces = {1: "pieces"}
    with torch.no_grad():
        torch.onnx.export(
            Understander(network),
            (torch.randn(1, 48, width), torch.randn(1, 48, width), torch.zeros(1, 48, 4, dtype=torch.long)),
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=dict.fromkeys((*INPUTS, *OUTPUTS), pieces),
            opset_version=OPSET,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )


def main() -> None:
    """Write a bundle with the heads of a checkpoint; the attribution part is taken over as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("bundle", type=Path, help="the bundle whose encoder the heads were trained on")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    network = load(args.checkpoint).eval()
    for name in ("attribution.onnx", "tokenizer.json"):
        shutil.copyfile(args.bundle / name, args.out / name)
    encoder = exposed((args.bundle / "encoder.onnx").read_bytes(), {STATES[network.shape.states[0]]: "middle"})
    (args.out / "encoder.onnx").write_bytes(encoder.SerializeToString())
    with tempfile.TemporaryDirectory() as scratch:
        graph(network, Path(scratch) / "understanding.onnx")
        quantise(Path(scratch) / "understanding.onnx", args.out / "understanding.onnx")
    config = json.loads((args.bundle / "config.json").read_text(encoding="utf-8"))
    config |= {"format": FORMAT, "parts": POS, "mentions": LABELS, "scales": FACTUALITY}
    config["files"] = {name: hashlib.sha256((args.out / name).read_bytes()).hexdigest() for name in FILES}
    (args.out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    for name in FILES:
        print(name, (args.out / name).stat().st_size, config["files"][name][:16])


if __name__ == "__main__":
    main()
