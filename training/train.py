"""Train the network on PolNeAR and GUM.

    python training/train.py --data DATA --origin FOLDER --out FOLDER

Takes about an hour on two cores with AMX. Where libjemalloc is installed, preload it: a step is a quarter faster.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from pathlib import Path

import data
import origins
import torch
from batches import IGNORE, Example, choose, collate, prepare, split
from model import Network, Noise, cut_out
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.engine.pieces import SHAPES

SPECIAL = ("[CLS]", "[SEP]", "[PAD]")
FIRST_WORD = 1000
"""Ids below this are special tokens, unused ones and single signs in BERT's vocabulary; they are never hidden."""
WEIGHTS = {"alone": 5.0, "any": 5.0, "around": 0.5, "link": 2.0, "valid": 0.5}
"""What each loss counts: cues that stand by themselves, all cues, sources and contents whoever's, links, validity."""
OUTSIDE = 0.6
"""What a piece outside every role counts in the link head's loss, beside 1 for one inside."""
WARM_UP = 0.06
"""Share of the steps in which the rate rises."""
REPORT_EVERY = 25


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    """What a run is made with; `make train` says what the shipped model was made with.

    `plan` is the number of epochs over which the rate falls to nothing; a run of fewer `epochs` stops on the way.
    """

    epochs: int = 8
    plan: int = 0
    size: int = 256
    batch: int = 15
    rate: float = 2e-4
    head_rate: float = 1e-3
    dropout: float = 0.1
    hide: float = 0.06
    average: float = 0.998
    seed: int = 1
    stop: int = 0


class Trainer:
    """A network with all that it is trained with."""

    def __init__(self, network: Network, tokenizer: Tokenizer, settings: Settings) -> None:
        """Compile the two halves for batches of one fixed shape."""
        self.network = network
        self.settings = settings
        self.rng = random.Random(settings.seed)
        self.special = tuple(tokenizer.token_to_id(token) for token in SPECIAL)
        self.hidden = tokenizer.token_to_id("[MASK]")
        self.noise = Noise(settings.dropout)
        self.encode = torch.compile(network.encoder, dynamic=False)
        self.link = torch.compile(network.link, dynamic=False)
        self.averaged = {name: p.detach().clone() for name, p in network.state_dict().items()}

    def optimizer(self) -> torch.optim.Optimizer:
        """Return AdamW with the low rate for the encoder we start from and the high one for the heads."""
        encoder = {id(p) for n, p in self.network.encoder.named_parameters() if not n.startswith(("cues", "features"))}
        plain = [p for p in self.network.parameters() if p.ndim == 1]
        base = [p for p in self.network.parameters() if p.ndim > 1 and id(p) in encoder]
        heads = [p for p in self.network.parameters() if p.ndim > 1 and id(p) not in encoder]
        rate = self.settings.rate
        groups = [
            {"params": base, "lr": rate, "weight_decay": 0.01},
            {"params": plain, "lr": rate, "weight_decay": 0.0},
            {"params": heads, "lr": self.settings.head_rate, "weight_decay": 0.01},
        ]
        return torch.optim.AdamW(groups, fused=True)

    def losses(self, batch: list[Example]) -> dict[str, Tensor]:
        """Compute every loss of a batch, weighted."""
        shape, size = self.network.shape, self.settings.size
        t = collate(batch, size, self.special)
        words = (t["features"][:, :, 0] != SHAPES.index("mark")) & (t["ids"] >= FIRST_WORD)
        hide = words & (torch.rand(t["ids"].shape) < self.settings.hide)
        ids = torch.where(hide, self.hidden, t["ids"])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            masks = self.noise.draw(2 * shape.layers, *ids.shape, shape.width)
            hidden, cues = self.encode(ids, t["features"], t["mask"], masks)
            scores = cues[:, :, :2].detach().float().max(-1).values.numpy()
            c = choose(batch, scores, shape.link_most, self.rng)
            near, anchors, distances, mask = cut_out(self.network.link, hidden, c)
            masks = self.noise.draw(2 * shape.link_layers, *near.shape[:2], shape.link_width)
            labels, valid = self.link(near, anchors, distances, mask, masks)
        known = (t["tokens"] >= 0).float() * t["weights"][:, None, None]
        token = F.binary_cross_entropy_with_logits(cues.float(), t["tokens"].clamp(min=0), reduction="none") * known
        alone, any_cue, source, content = token.sum((0, 1)) / known.sum((0, 1)).clamp(min=1)
        asked = (c["labels"] != IGNORE) * c["weights"][:, None] * torch.where(c["labels"] > 0, 1.0, OUTSIDE)
        linked = F.cross_entropy(labels.float().transpose(1, 2), c["labels"].clamp(min=0), reduction="none")
        judged = (c["valid"] >= 0).float() * c["weights"]
        validity = F.binary_cross_entropy_with_logits(valid.float(), c["valid"].clamp(min=0), reduction="none")
        parts = {
            "alone": alone,
            "any": any_cue,
            "around": source + content,
            "link": (linked * asked).sum() / asked.sum().clamp(min=1),
            "valid": (validity * judged).sum() / judged.sum().clamp(min=1),
        }
        return {name: WEIGHTS[name] * value for name, value in parts.items()}

    def remember(self, step: int) -> None:
        """Move the averaged weights, which are the ones that are kept, towards the present ones."""
        decay = min(self.settings.average, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, weights in self.network.state_dict().items():
                self.averaged[name].lerp_(weights, 1 - decay)


def train(trainer: Trainer, articles: list[data.Article], tokenizer: Tokenizer, out: Path) -> None:
    """Go through the articles, writing the averaged weights after each epoch."""
    settings = trainer.settings
    prepared = [prepare(article, tokenizer) for article in articles]
    room = settings.size - 2
    per_epoch = sum(len(split(p, room, trainer.rng)) for p in prepared) // settings.batch
    total = settings.stop or per_epoch * settings.epochs
    plan = per_epoch * (settings.plan or settings.epochs)
    optimizer = trainer.optimizer()
    warm = max(1, int(plan * WARM_UP))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (plan - s) / max(1, plan - warm)))
    )
    step, begun = 0, time.monotonic()
    while step < total:
        examples = [e for p in prepared for e in split(p, room, trainer.rng)]
        trainer.rng.shuffle(examples)
        for first in range(0, len(examples) - settings.batch + 1, settings.batch):
            parts = trainer.losses(examples[first : first + settings.batch])
            sum(parts.values()).backward()
            nn.utils.clip_grad_norm_(trainer.network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            trainer.remember(step)
            if step % REPORT_EVERY == 0:
                text = " ".join(f"{name} {float(value.detach()):.4f}" for name, value in parts.items())
                print(f"{step}/{total} {text} {(time.monotonic() - begun) / step:.2f} s a step", flush=True)
            if step >= total:
                break
        saved = {"shape": dataclasses.asdict(trainer.network.shape), "weights": trainer.averaged}
        torch.save(saved, out / "averaged.pt")


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/ and gum/")
    parser.add_argument("--origin", type=Path, required=True, help="folder with MiniLM-L6's weights and tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, instead of the origin's weights")
    for field in dataclasses.fields(Settings):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    args = vars(parser.parse_args())
    folder, origin, out, start = (args.pop(name) for name in ("data", "origin", "out", "start"))
    settings = Settings(**args)
    torch.manual_seed(settings.seed)
    torch.set_num_threads(2)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(origin / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = list(data.polnear(folder / "polnear/train", all_readings=True))
    for name in ("news", "other_train"):
        articles += data.gum(folder / f"gum/{name}.jsonl")
    network = origins.minilm(origin) if start is None else origins.checkpoint(start)
    train(Trainer(network, tokenizer, settings), articles, tokenizer, out)


if __name__ == "__main__":
    main()
