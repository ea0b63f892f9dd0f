"""Train the understanding heads on the states of the shipped encoder, which does not change.

    python training/train_heads.py --data DATA --silver FOLDER --bundle FOLDER --out FILE

Takes a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from hidden import Reader
from torch.nn import functional as F
from understanding import Shape, Understanding, save

from evals import labels
from evals.flatten import ANY
from reportedly.engine.bundle import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hidden import Window
    from torch import Tensor

WEIGHTS = {"predicate": 0.5, "uds_ih2": 0.3, "commitmentbank": 0.3}
"""What each loss counts; the others count 1."""
REPORT_EVERY = 100


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """How to train; the defaults are what the shipped heads were trained with."""

    epochs: int = 6
    pieces: int = 4096
    rate: float = 1e-3
    head_rate: float = 3e-3
    decay: float = 0.01
    dropout: float = 0.1
    average: float = 0.995
    warm: float = 0.05
    seed: int = 1


def corpora(data: Path, silver: Path) -> Iterator[labels.Labelled]:
    """Yield every text that the heads learn from, those of the better annotated corpora several times over."""
    states = labels.States(data)
    yield from labels.silver(data / "polnear/train/text", silver / "polnear.jsonl", states)
    yield from labels.silver(silver / "texts", silver / "more.jsonl", states)
    for _ in range(3):
        yield from labels.gum(data / "gum/other_train.jsonl", states)
    news = list(labels.gum(data / "gum/news.jsonl", states))
    reports = list(labels.re3d(data / "re3d/dev.jsonl", silver / "re3d.jsonl", states))
    for documents, times in ((news, 6), (reports, 8)):
        trained = labels.half([document.name for document in documents])
        yield from (document for document in documents if document.name in trained for _ in range(times))
    yield from labels.factuality(data / "factuality/uds_ih2/train.jsonl", "uds_ih2")
    for _ in range(2):
        yield from labels.factuality(data / "factuality/commitmentbank/train.jsonl", "commitmentbank")


def collate(batch: Sequence[Window]) -> dict[str, Tensor]:
    """Pad windows to one size; what is unknown stays unknown."""
    size = max(len(w.pos) for w in batch)
    count = len(batch)
    gold = {
        "pos": np.full((count, size), -1),
        "names": np.full((count, size), ANY),
        "nominals": np.full((count, size), ANY),
        "predicate": np.full((count, size), -1, dtype=np.float32),
        "factuality": np.full((count, size, len(labels.FACTUALITY)), np.nan, dtype=np.float32),
        "states": np.zeros((count, size, batch[0].states[0].size), dtype=np.float32),
        "features": np.zeros((count, size, batch[0].features.shape[1]), dtype=np.int64),
        "mask": np.zeros((count, size), dtype=np.float32),
    }
    for row, w in enumerate(batch):
        n = len(w.pos)
        gold["mask"][row, :n] = 1
        gold["states"][row, :n] = w.states.reshape(n, -1)
        for name in ("pos", "names", "nominals", "predicate", "factuality", "features"):
            gold[name][row, :n] = getattr(w, name)
    return {name: torch.from_numpy(array) for name, array in gold.items()}


def batches(windows: Sequence[Window], pieces: int, rng: random.Random) -> list[list[Window]]:
    """Put windows of about one length together, at most so many pieces with their padding, in random order."""
    ordered = sorted(windows, key=lambda w: len(w.pos) + rng.random() * 20)
    out: list[list[Window]] = [[]]
    for w in ordered:
        if out[-1] and (len(out[-1]) + 1) * max(len(w.pos), len(out[-1][-1].pos)) > pieces:
            out.append([])
        out[-1].append(w)
    rng.shuffle(out)
    return out


def marginal(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean of -log of the chance that a label is one of those allowed; rows that allow all teach nothing."""
    known = allowed != (1 << scores.shape[-1]) - 1
    scores, allowed = scores[known].float(), allowed[known]
    sets = (allowed[:, None] >> torch.arange(scores.shape[-1])) & 1
    inside = scores.masked_fill(sets == 0, -1e9)
    return (scores.logsumexp(-1) - inside.logsumexp(-1)).sum() / max(1, len(scores))


def losses(out: Sequence[Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the weighted loss of each head over a batch."""
    pos, names, nominals, predicate, values = out
    found = {"names": marginal(names, gold["names"]), "nominals": marginal(nominals, gold["nominals"])}
    known = gold["pos"] >= 0
    if known.any():
        found["pos"] = F.cross_entropy(pos[known].float(), gold["pos"][known])
    known = gold["predicate"] >= 0
    if known.any():
        chances = predicate[..., 0][known].float()
        found["predicate"] = F.binary_cross_entropy_with_logits(chances, gold["predicate"][known])
    for column, corpus in enumerate(labels.FACTUALITY):
        known = ~gold["factuality"][..., column].isnan()
        if known.any():
            target = gold["factuality"][..., column][known]
            found[corpus] = F.smooth_l1_loss(values[..., column][known].float(), target, beta=0.5)
    return {name: WEIGHTS.get(name, 1.0) * loss for name, loss in found.items()}


def optimizer(network: Understanding, settings: Settings) -> torch.optim.Optimizer:
    """Return AdamW, with a higher rate for the heads."""
    low = [p for part in (network.layers, network.enter, network.norm) for p in part.parameters()]
    high = [p for part in (network.features, network.out) for p in part.parameters()]
    groups = [
        {"params": [p for p in low if p.ndim > 1], "lr": settings.rate, "weight_decay": settings.decay},
        {"params": [p for p in low if p.ndim == 1], "lr": settings.rate, "weight_decay": 0.0},
        {"params": high, "lr": settings.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def train(network: Understanding, windows: Sequence[Window], settings: Settings) -> Understanding:
    """Train the heads; return them with averaged weights."""
    rng = random.Random(settings.seed)
    plan = [batch for _ in range(settings.epochs) for batch in batches(windows, settings.pieces, rng)]
    descent = optimizer(network, settings)
    warm = max(1, int(len(plan) * settings.warm))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda step: min((step + 1) / warm, max(0.0, (len(plan) - step) / max(1, len(plan) - warm)))
    )
    averaged = {name: value.clone() for name, value in network.state_dict().items()}
    since, sums = time.time(), dict[str, float]()
    network.train()
    for step, batch in enumerate(plan):
        given = collate(batch)
        shape = (*given["mask"].shape, network.shape.width)
        kept = 1 - settings.dropout
        noise = [torch.bernoulli(torch.full(shape, kept)) / kept for _ in range(1 + 2 * len(network.layers))]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = network(given["states"], given["features"], given["mask"], noise)
        found = losses(out, given)
        descent.zero_grad(set_to_none=True)
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        descent.step()
        schedule.step()
        with torch.no_grad():
            for name, value in network.state_dict().items():
                averaged[name].lerp_(value, 1 - min(settings.average, (step + 1) / (step + 10)))
        for name, value in found.items():
            sums[name] = 0.98 * sums.get(name, value.item()) + 0.02 * value.item()
        if (step + 1) % REPORT_EVERY == 0 or step + 1 == len(plan):
            shown = "  ".join(f"{name} {value:.3f}" for name, value in sums.items())
            print(f"{step + 1}/{len(plan)}  {time.time() - since:.0f} s  {shown}", flush=True)
    network.load_state_dict(averaged)
    return network.eval()


def main() -> None:
    """Compute the states of every text, train, and write a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--silver", type=Path, required=True, help="what `make silver` wrote")
    parser.add_argument("--bundle", type=Path, required=True, help="the bundle with the encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    args = parser.parse_args()
    settings = Settings(epochs=args.epochs)
    torch.manual_seed(settings.seed)
    network = Understanding(Shape())
    reader = Reader(load(args.bundle), network.shape.states)
    windows = [window for document in corpora(args.data, args.silver) for window in reader.read(document)]
    print(f"{len(windows)} windows, {sum(len(window.pos) for window in windows)} pieces", flush=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    save(train(network, windows, settings), args.out)


if __name__ == "__main__":
    main()
