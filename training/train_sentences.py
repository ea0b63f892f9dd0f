"""Teach the sentence vectors what is one claim within a story: `python training/train_sentences.py` (make sentences).

MiniLM-L6's vectors tell one subject from another; the sentences of one story are all of one subject. So its layers are
trained further (its table of words is not), by the contrast of each sentence with all others of its story: those of one
claim are drawn together, all others apart (Khosla et al. 2020, supervised contrastive learning). Claims are those of
the open dossiers, and for a third of the steps the events of ECB+, training part, whose look-alike events are in the
same topic.

`--without-half` leaves every second dossier out, and `--vectors` writes their vectors: what the pair model within
stories is learnt from has to be vectors of sentences that nothing was learnt from.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import origins
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

STEPS = 700
RATE = 3e-5
WARM = 30
TEMPERATURE = 0.07
DOSSIER_SHARE = 0.7
CLAIMED, OTHERS = 32, 16
"""Sentences of a step that are of a claim, and those that are of none."""
PIECES = 72


class Sentence(NamedTuple):
    """A sentence, and the claims or events that it is of; none for what only stands beside."""

    text: str
    of: frozenset[str]


class Trainee:
    """The network, and how texts go through it."""

    def __init__(self, origin: Path) -> None:
        """Begin with the weights of a folder."""
        self.network = origins.minilm(origin)
        self.encoder = self.network.encoder
        self._tokenizer = Tokenizer.from_file(str(origin / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(PIECES)

    def __call__(self, texts: list[str]) -> Tensor:
        """Return vectors of length one, shape (texts, width)."""
        pieces = [self._tokenizer.encode(text).ids for text in texts]
        ids = torch.zeros(len(pieces), max(map(len, pieces)), dtype=torch.long)
        there = torch.zeros_like(ids, dtype=torch.bool)
        for row, each in enumerate(pieces):
            ids[row, : len(each)] = torch.tensor(each)
            there[row, : len(each)] = True
        encoder = self.encoder
        hidden = encoder.norm(encoder.words(ids) + encoder.positions.weight[: ids.shape[1]])
        mask = torch.zeros(len(ids), 1, 1, ids.shape[1]).masked_fill(~there[:, None, None, :], -1e4)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in encoder.layers:
                hidden = layer(hidden, mask)
        return F.normalize((hidden.float() * there[..., None]).sum(1) / there.sum(1, keepdim=True), dim=-1)


def contrast(vectors: Tensor, sentences: list[Sentence]) -> Tensor | None:
    """Return the loss of a step; None where no two sentences are of one claim."""
    count = len(sentences)
    same = torch.tensor(
        [[a != b and bool(sentences[a].of & sentences[b].of) for b in range(count)] for a in range(count)]
    )
    rows = same.any(1)
    if not rows.any():
        return None
    alike = (vectors @ vectors.T / TEMPERATURE).masked_fill(torch.eye(count, dtype=torch.bool), -1e9)
    chances = alike - torch.logsumexp(alike, 1, keepdim=True)
    return -((chances * same).sum(1)[rows] / same.sum(1)[rows]).mean()


def train(trainee: Trainee, stories: list[list[Sentence]], topics: list[list[Sentence]], steps: int, seed: int) -> None:
    """Run the steps."""
    chance = random.Random(seed)
    weights = [weight for name, weight in trainee.encoder.named_parameters() if name.startswith(("layers", "norm"))]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    begun = time.time()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARM) * (1 - step / steps)
        story = chance.choice(stories if chance.random() < DOSSIER_SHARE else topics)
        claimed, others = [each for each in story if each.of], [each for each in story if not each.of]
        chosen = chance.sample(claimed, min(CLAIMED, len(claimed))) + chance.sample(others, min(OTHERS, len(others)))
        loss = contrast(trainee([each.text for each in chosen]), chosen)
        if loss is None:
            continue
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        if step % 20 == 0:
            print(f"step {step}: {loss.item():.3f}, {time.time() - begun:.0f} s", flush=True)


def main() -> None:
    """Train, and write the weights or the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--told", type=Path, required=True, help="what training/told.py wrote")
    parser.add_argument("--origin", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="where the weights go")
    parser.add_argument("--without-half", type=int, choices=(0, 1), help="which of every two dossiers to leave out")
    parser.add_argument("--vectors", type=Path, help="where the vectors of the dossiers that are left out go")
    parser.add_argument("--steps", type=int, default=STEPS)
    args = parser.parse_args()
    torch.manual_seed(7)
    told = json.loads(args.told.read_text(encoding="utf-8"))
    stories, topics = (
        {name: [Sentence(text, frozenset(of)) for text, of in sentences] for name, sentences in told[part].items()}
        for part in ("dossiers", "topics")
    )
    without = set() if args.without_half is None else set(sorted(stories)[args.without_half :: 2])
    trainee = Trainee(args.origin)
    trainee.encoder.train()
    kept = [sentences for name, sentences in sorted(stories.items()) if name not in without]
    train(trainee, kept, list(topics.values()), args.steps, seed=7)
    trainee.encoder.eval()
    if args.out:
        torch.save(trainee.network.state_dict(), args.out)
    if args.vectors:
        texts = sorted({each.text for name in without for each in stories[name]})
        with torch.no_grad():
            rows = torch.cat([trainee(texts[start : start + 64]) for start in range(0, len(texts), 64)]).numpy()
        np.savez(args.vectors, dossiers=np.array(sorted(without)), texts=np.array(texts), vectors=rows)


if __name__ == "__main__":
    main()
