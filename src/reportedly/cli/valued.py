"""The values of a claim side by side over time: as they are worded, and as intervals on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.cli.bars import Scale
from reportedly.cli.claimed import entry, quoted
from reportedly.cli.columns import Column, Columns
from reportedly.cli.table import NAME, NOTHING, QUIET
from reportedly.cli.whose import publisher
from reportedly.cli.wrapping import flow, wrap
from reportedly.exchange import claim_wording
from reportedly.exchange.register import Register
from reportedly.exchange.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Claim, Story, Value

BAR = 20
"""Columns of a bar beside the words."""

WHEN, INTERVAL = 18, 16
"""Columns of the date over the publisher, and of an interval in words."""

WITH_COLUMNS = 80
"""Columns from which all stand side by side."""

ROW = (
    "claim",
    "report",
    "external_id",
    "publisher",
    "published",
    "known_from",
    "words",
    "low",
    "high",
    "bound",
    "unit",
    "counted",
    "statement",
)
"""The columns of a value in CSV."""

NONE = "Nothing is counted in it."


def row(value: dict[str, Any]) -> dict[str, Any]:
    """Return an encoded value as a row of CSV."""
    report = value["report"]
    return {**value, **{key: report[key] for key in ("external_id", "publisher", "published")}, "report": report["id"]}


def valued(story: Story, claim: Claim, width: int) -> Iterator[Text]:
    """Give the claim, then its values in the order of time, those of one unit on a scale of their own."""
    register = Register(story)
    yield from entry(story, claim, width)
    units: dict[str | None, list[Value]] = {}
    for value in claim.values:
        units.setdefault(value.unit, []).append(value)
    if not units:
        yield Text()
        yield from wrap(Text(NONE, NOTHING), width)
    for values in units.values():
        yield Text()
        yield from _scaled(register, values, width)


def _scaled(register: Register, values: Sequence[Value], width: int) -> Iterator[Text]:
    """Give values on one scale."""
    scale = Scale.over(((each.low, each.high) for each in values), BAR if width >= WITH_COLUMNS else width)
    reports = len({each.report for each in values})
    told = [claim_wording.about(values), f"{counted(len(values), 'value')} in {counted(reports, 'report')}"]
    yield from flow([Text(each, style) for each, style in zip(told, (NAME, QUIET), strict=True) if each], width)
    if width < WITH_COLUMNS:
        yield scale.head()
        yield Text("─" * width, QUIET)
        for index, value in enumerate(values):
            if index:
                yield Text()
            yield from _stacked(register, value, scale, width)
        return
    columns = Columns((Column("", WHEN), Column("in its words"), Column("", INTERVAL), Column(scale.head().plain, BAR)))
    yield from columns.head(width)
    for value in values:
        when, who = _where(register, value)
        cells = [Text.assemble(when, "\n", who), Text(quoted(value.words.text)), _interval(value)]
        yield from columns.row([*cells, scale.bar(value.low, value.high)], width)


def _stacked(register: Register, value: Value, scale: Scale, width: int) -> Iterator[Text]:
    """Give a value over several lines, where there is no room for columns."""
    yield from wrap(Text(quoted(value.words.text)), width)
    yield from flow([*_where(register, value), _interval(value)], width)
    yield scale.bar(value.low, value.high)


def _where(register: Register, value: Value) -> tuple[Text, Text]:
    """Return when and by whom a value was published."""
    return Text(register.when(value.report)), publisher(register, value.report)


def _interval(value: Value) -> Text:
    """Return the interval of a value in words."""
    return Text(claim_wording.interval(value.low, value.high, value.bound))
