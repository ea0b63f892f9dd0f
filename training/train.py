"""Train the network on PolNeAR and GUM."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

import data
import origins
from model import Network, Noise, cut_out
from reportedly.engine.pieces import Pieces, cut, surroundings

CUES_IN_BATCH = 104
IGNORE = -100


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article cut into pieces, with labels for each."""

    article: data.Article
    pieces: Pieces
    tokens: np.ndarray
    """(pieces, 4): in a top-level cue, any cue, any source, any content; -1 where nothing is known."""
    links: list[tuple[np.ndarray, np.ndarray, np.ndarray]]
    """For each attribution with a cue: piece indices of source, cue, content."""
    breaks: np.ndarray


def touched(pieces: Pieces, spans: data.Spans) -> np.ndarray:
    """Indices of the pieces that share a character with any of the spans."""
    hit = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        hit |= (pieces.starts < end) & (pieces.ends > start)
    return np.flatnonzero(hit)


def prepare(article: data.Article, tokenizer: Tokenizer) -> Prepared:
    """Cut an article and write its gold down on its pieces."""
    pieces = cut(article.text, tokenizer)
    n = len(pieces)
    tokens = np.zeros((n, 4), dtype=np.float32)
    if not article.complete:
        tokens[:] = -1
        tokens[:, 1] = 0
    links = []
    for a in article.attributions:
        source, cue, content = (touched(pieces, getattr(a, role)) for role in data.ROLES)
        tokens[source, 2] = 1
        if article.complete:
            inside = content[tokens[content, 1] == 0]
            tokens[inside, 1] = -1
        tokens[content, 3] = 1
        if len(cue) and len(content):
            links.append((source, cue, content))
    for a in article.attributions:
        cue = touched(pieces, a.cue)
        tokens[cue, 1] = 1
        if article.complete:
            tokens[cue, 0] = 1
    return Prepared(article, pieces, tokens, links, pieces.breaks)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One window of one article."""

    prepared: Prepared
    start: int
    end: int


def split(prepared: Prepared, size: int, rng: random.Random) -> list[Example]:
    """Cut an article into windows, beginning at another place each epoch, between paragraphs where possible."""
    n = len(prepared.pieces)
    breaks = [0, *np.flatnonzero(prepared.pieces.features[:, 1] >= 2).tolist(), n]
    out, start = [], 0
    limit = rng.randint(size // 2, size)
    while start < n:
        end = min(start + limit, n)
        if end < n:
            fits = [b for b in breaks if start + limit // 2 < b <= end]
            end = fits[-1] if fits else end
        out.append(Example(prepared, start, end))
        if end == n:
            break
        fits = [b for b in breaks if end - size // 5 <= b <= end - 20]
        start = (rng.choice(fits) if fits else end - 40) if rng.random() < 0.5 or end not in breaks else end
        limit = size
    return out


def collate(batch: list[Example], size: int, special: tuple[int, int, int]) -> dict[str, Tensor]:
    """Pad windows to one size, with the tokenizer's first and last token about them."""
    first, last, pad = special
    b = len(batch)
    ids = np.full((b, size), pad, dtype=np.int64)
    features = np.zeros((b, size, 4), dtype=np.int64)
    mask = np.zeros((b, size), dtype=np.float32)
    tokens = np.full((b, size, 4), -1, dtype=np.float32)
    weights = np.zeros(b, dtype=np.float32)
    for row, example in enumerate(batch):
        p, n = example.prepared, example.end - example.start
        ids[row, 0], ids[row, n + 1] = first, last
        ids[row, 1 : n + 1] = p.pieces.ids[example.start : example.end]
        features[row, 1 : n + 1] = p.pieces.features[example.start : example.end]
        mask[row, : n + 2] = 1
        tokens[row, 1 : n + 1] = p.tokens[example.start : example.end]
        weights[row] = p.article.weight
    arrays = {"ids": ids, "features": features, "mask": mask, "tokens": tokens, "weights": weights}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def choose(batch: list[Example], scores: np.ndarray, size: int, most: int, rng: random.Random) -> dict[str, Tensor]:
    """Choose the cues that the link head is shown: all gold ones, and the likeliest wrong ones.

    A gold cue is asked about at the piece that the cue head finds likeliest, as it will be when reports are read.
    `kind` is 1 for a gold cue, 0 for a wrong one, -1 where nobody said whether it stands by itself.
    """
    chosen: list[tuple[int, int, np.ndarray | None, int, float]] = []
    for row, example in enumerate(batch):
        p, n = example.prepared, example.end - example.start
        free = np.ones(n, dtype=bool)
        for source, cue, content in p.links:
            inside = cue[(cue >= example.start) & (cue < example.end)] - example.start
            if not len(inside):
                continue
            free[inside] = False
            spread = [part[(part >= example.start) & (part < example.end)] for part in (source, content)]
            if len(spread[1]) < 0.5 * len(content) or (len(source) and not len(spread[0])):
                continue
            anchor = inside[scores[row, inside + 1].argmax()] if rng.random() < 0.85 else rng.choice(inside.tolist())
            label = np.zeros(n, dtype=np.int64)
            for value, part in ((3, spread[1]), (1, spread[0]), (2, inside + example.start)):
                label[part - example.start] = value
            chosen.append((row, int(anchor), label, 1 if p.article.complete else -1, p.article.weight))
        if not p.article.complete:
            continue
        s = scores[row, 1 : n + 1].copy()
        s[~free] = -9
        peaks = [i for i in np.flatnonzero(s > -2.5) if s[i] >= s[max(0, i - 2) : i + 3].max()]
        chosen += [(row, int(i), None, 0, p.article.weight) for i in sorted(peaks, key=lambda i: -s[i])[:4]]
    chosen.sort(key=lambda c: (c[3] == 0, rng.random()))
    count = CUES_IN_BATCH
    out = {name: np.zeros(count, dtype=np.int64) for name in ("rows", "columns", "starts", "ends")}
    out |= {"labels": np.full((count, most), IGNORE, dtype=np.int64)}
    out |= {"valid": np.full(count, -1, dtype=np.float32), "weights": np.zeros(count, dtype=np.float32)}
    out["ends"] += 1
    for place, (row, anchor, label, kind, weight) in enumerate(chosen[:count]):
        example = batch[row]
        breaks = example.prepared.breaks - example.start
        start, end = surroundings(breaks, (0, example.end - example.start), anchor, most)
        out["rows"][place], out["columns"][place] = row, anchor + 1
        out["starts"][place], out["ends"][place] = start + 1, end + 1
        out["valid"][place], out["weights"][place] = kind, weight
        if label is not None:
            out["labels"][place, : end - start] = label[start:end]
    return {name: torch.from_numpy(array) for name, array in out.items()}


def losses(network: Network, encode, link, noise, batch: list[Example], args, special, rng) -> dict[str, Tensor]:
    """Compute every loss of a batch."""
    t = collate(batch, args.size, special)
    hide = (torch.rand(t["ids"].shape) < args.hide) & (t["features"][:, :, 0] != 4) & (t["ids"] > 999)
    t["ids"] = torch.where(hide, args.mask_id, t["ids"])
    shape = network.shape
    with torch.autocast("cpu", dtype=torch.bfloat16):
        masks = noise.draw(2 * shape.layers, *t["ids"].shape, shape.width)
        hidden, cues = encode(t["ids"], t["features"], t["mask"], masks)
        scores = cues[:, :, :2].detach().float().max(-1).values.numpy()
        c = choose(batch, scores, args.size, shape.link_most, rng)
        near, anchors, distances, mask = cut_out(
            network.link, hidden, c["rows"], c["columns"], c["starts"], c["ends"]
        )
        masks = noise.draw(2 * shape.link_layers, *near.shape[:2], shape.link_width)
        labels, valid = link(near, anchors, distances, mask, masks)
    known = (t["tokens"] >= 0).float() * t["weights"][:, None, None]
    token = F.binary_cross_entropy_with_logits(cues.float(), t["tokens"].clamp(min=0), reduction="none") * known
    per = token.sum((0, 1)) / known.sum((0, 1)).clamp(min=1)
    asked = (c["labels"] != IGNORE).float() * c["weights"][:, None]
    asked = asked * (c["valid"] != 0)[:, None].float()
    tagged = F.cross_entropy(labels.float().transpose(1, 2), c["labels"].clamp(min=0), reduction="none",
                             label_smoothing=args.smoothing)
    weight = asked * torch.where(c["labels"] > 0, 1.0, 0.6)
    linked = (tagged * weight).sum() / weight.sum().clamp(min=1)
    judged = (c["valid"] >= 0).float() * c["weights"]
    validity = F.binary_cross_entropy_with_logits(valid.float(), c["valid"].clamp(min=0), reduction="none")
    return {
        "top": per[0] * 5,
        "any": per[1] * 5,
        "aux": (per[2] + per[3]) * 0.5,
        "link": linked * 2,
        "valid": (validity * judged).sum() / judged.sum().clamp(min=1) * 0.5,
    }


def main() -> None:
    """Train, and write checkpoints of the averaged weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--origin", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--batch", type=int, default=15)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hide", type=float, default=0.06, help="share of pieces replaced by the mask token")
    parser.add_argument("--smoothing", type=float, default=0.0)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop", type=int, default=0, help="stop after so many steps (to try things)")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(args.origin / "tokenizer.json"))
    tokenizer.no_padding(), tokenizer.no_truncation()
    special = tuple(tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[PAD]"))
    args.mask_id = tokenizer.token_to_id("[MASK]")
    articles = list(data.polnear(args.data / "polnear/train", all_readings=True))
    for name in ("news", "other_train"):
        articles += list(data.gum(args.data / f"gum/{name}.jsonl"))
    prepared = [prepare(a, tokenizer) for a in articles]
    print(len(prepared), "articles", sum(len(p.pieces) for p in prepared), "pieces", flush=True)

    network = origins.minilm(args.origin)
    encode = torch.compile(network.encoder, dynamic=False)
    link = torch.compile(network.link, dynamic=False)
    noise = Noise(args.dropout)
    plain = [p for n, p in network.named_parameters() if p.ndim < 2]
    base = [p for n, p in network.encoder.named_parameters() if p.ndim >= 2 and not n.startswith(("cues", "features"))]
    known = {id(p) for p in plain + base}
    heads = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [
            {"params": base, "lr": args.rate, "weight_decay": 0.01},
            {"params": plain, "lr": args.rate, "weight_decay": 0.0},
            {"params": heads, "lr": args.head_rate, "weight_decay": 0.01},
        ],
        fused=True,
    )
    inner = args.size - 2
    per_epoch = sum(len(split(p, inner, rng)) for p in prepared) // args.batch
    total = per_epoch * args.epochs
    warm = int(total * 0.06)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (total - s) / (total - warm)))
    )
    averaged = {n: p.detach().clone() for n, p in network.state_dict().items()}
    print(per_epoch, "steps an epoch", flush=True)
    step, seen, begun = 0, {}, time.time()
    for epoch in range(args.epochs):
        examples = [e for p in prepared for e in split(p, inner, rng)]
        rng.shuffle(examples)
        for first in range(0, len(examples) - args.batch + 1, args.batch):
            parts = losses(network, encode, link, noise, examples[first : first + args.batch], args, special, rng)
            loss = sum(parts.values())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step(), schedule.step(), optimizer.zero_grad()
            step += 1
            decay = min(args.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for n, p in network.state_dict().items():
                    averaged[n].lerp_(p, 1 - decay)
            for k, v in parts.items():
                seen[k] = seen.get(k, 0.0) * 0.98 + float(v.detach()) * 0.02
            if step % 25 == 0:
                fix = 1 - 0.98**step
                text = " ".join(f"{k} {v / fix:.4f}" for k, v in seen.items())
                print(f"{epoch} {step}/{total} {text} {(time.time() - begun) / step:.2f}s", flush=True)
            if args.stop and step >= args.stop:
                break
        torch.save({"shape": dataclasses.asdict(network.shape), "weights": averaged}, args.out / "averaged.pt")
        if args.stop and step >= args.stop:
            break


if __name__ == "__main__":
    main()
