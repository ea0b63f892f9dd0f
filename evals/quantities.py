"""Score the quantities of news sentences, on the development half of NewsQuant.

NewsQuant has one number and one sign for each quantity, and what differs from our intervals only in that is written as
it has it: a change from one value to another, which we keep apart as two, is one range there; "dozens", "thousands" and
their like, which we leave open above, end at ten times the number there; and vaguer words ("several") are no quantities
there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from evals.evaluation import PERCENT, Outcome
from evals.folders import digest
from evals.scorer import judged
from reportedly.reading.quantities import Quantities
from reportedly.values import Bound, Reading, Report

if TYPE_CHECKING:
    from pathlib import Path

    from evals.evaluation import Reads
    from evals.folders import Folders
    from reportedly.values import Quantity

_STAGES = frozenset({"words", "times"})
"""The stages that find what quantities are read from."""
_CHANGES = {
    Bound.EXACTLY: "=",
    Bound.BETWEEN: "=",
    Bound.ABOUT: "~",
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: ">",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "<",
}
_FROM = re.compile(r"\bfrom (?:\w+ ){0,2}$")
_TO = re.compile(r"(?:[^.;,]|\.(?=[0-9])){0,60}?\bto $")
_OPEN = 5.0
"""An open number of ours begins with two of a kind ("thousands"); that of NewsQuant ends with ten."""
_BEGINS = 2.0
_VAGUE = re.compile(r"\b(?:dozen|hundred|thousand|million|billion|trillion)s", re.IGNORECASE)


def evaluate(folders: Folders, pipeline: Reads, out: Path) -> Outcome:
    """Read every sentence and have the scorer compare the quantities; figures are in percent."""
    gold = folders.dataset("quantities") / "newsquant_dev.jsonl"
    scorer = folders.scorer("score_quant.py")
    predictions = out / "quantities.jsonl"
    with predictions.open("w", encoding="utf-8") as file:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            quantities = written(_read(row["text"], pipeline))
            file.write(json.dumps({"doc": row["doc"], "quantities": quantities}) + "\n")
    found = cast("dict[str, float]", judged(scorer, str(gold), str(predictions), "--json"))
    figures = {
        "value": PERCENT * found["value_F1"],
        "value and bound": PERCENT * found["value+change_F1"],
    }
    lines = [f"{'':18}{'P':>8}{'R':>8}{'F1':>8}"]
    for name, key in (("value", "value"), ("value and bound", "value+change")):
        lines.append(f"{name:18}" + "".join(f"{PERCENT * found[f'{key}_{each}']:8.1f}" for each in ("P", "R", "F1")))
    return Outcome(
        data="NewsQuant, development half",
        digest=digest(folders.dataset("quantities")),
        figures=figures,
        table="\n".join(lines),
    )


def _read(text: str, pipeline: Reads) -> Reading:
    """Return a sentence with its quantities, read by the stages that they need and no others."""
    reading = Reading(Report(text=text))
    for stage in pipeline.stages:
        if stage.name in _STAGES:
            proposal = stage(reading)
            reading = Reading(
                reading.report,
                words=proposal.words or reading.words,
                sentences=proposal.sentences or reading.sentences,
                times=proposal.times or reading.times,
            )
    return Reading(reading.report, quantities=Quantities()(reading).quantities or ())


def written(reading: Reading) -> list[dict[str, object]]:
    """Return the quantities of a reading as NewsQuant writes them."""
    out: list[dict[str, object]] = []
    skip = False
    for place, quantity in enumerate(reading.quantities):
        following = reading.quantities[place + 1] if place + 1 < len(reading.quantities) else None
        if skip:
            skip = False
        elif following is not None and _moves(reading.report.text, quantity, following):
            out.append({"value": f"{quantity.value!r}-{following.value!r}", "change": "="})
            skip = True
        elif (value := _value(quantity)) is not None:
            out.append({"value": value, "change": _change(quantity)})
    return out


def _moves(text: str, one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities are the ends of a change: "from 12 to 20"."""
    if one.value is None or other.value is None or one.words.extent is None or other.words.extent is None:
        return False
    if one.trend is not None or (one.unit is not None and other.unit is not None and one.unit != other.unit):
        return False
    start, end = one.words.extent.start, one.words.extent.end
    return bool(_TO.fullmatch(text, end, other.words.extent.start)) and (
        bool(_FROM.search(text, max(0, start - len("from up to about ")), start))
        or (text[end : other.words.extent.start] == " to " and one.role is other.role)
    )


def _value(quantity: Quantity) -> str | None:
    """Return a number or a range; None where NewsQuant has none."""
    if quantity.value is not None:
        return repr(quantity.value)
    if quantity.low is not None and quantity.high is not None and quantity.bound in {Bound.BETWEEN, Bound.ABOUT}:
        return None if quantity.made_by.reason and "reading of ours" in quantity.made_by.reason else _range(quantity)
    if quantity.low is not None and _VAGUE.search(quantity.words.text):
        return f"{quantity.low / _BEGINS!r}-{quantity.low * _OPEN!r}"
    return None


def _range(quantity: Quantity) -> str:
    """Return both ends."""
    return f"{quantity.low!r}-{quantity.high!r}"


def _change(quantity: Quantity) -> str:
    """Return the sign: of the bound, or of the trend where the bound is exact."""
    if quantity.value is None and quantity.bound is Bound.AT_LEAST:
        return "="
    if quantity.trend is not None and _CHANGES[quantity.bound] == "=" and "between" not in quantity.words.text.lower():
        return quantity.trend.value
    return _CHANGES[quantity.bound]
