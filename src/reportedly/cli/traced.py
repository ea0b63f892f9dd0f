"""All that is known of how a claim came about: origins, reports, responses, what changed on the way, and the grade."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.cli.claimed import entry, quoted
from reportedly.cli.graded import one_line_of
from reportedly.cli.lineage import Lineage, drawn
from reportedly.cli.records import who
from reportedly.cli.table import DEVIATION, NAME, QUIET
from reportedly.cli.whose import source, whose
from reportedly.cli.wrapping import flow, wrap
from reportedly.exchange import claim_wording, wording
from reportedly.exchange.register import Register
from reportedly.exchange.visible import one_line
from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Claim, Drift, Response, Story
    from reportedly.ledger import Judgement
    from reportedly.values import Certainty, Passage

SIDE_BY_SIDE = 60
"""Columns from which both words of a drift stand side by side."""
GAP = 3
"""Blanks between them."""
INDENT = "  "

OTHERWISE = "answered by"
"""Stands before who answers without confirming, denying, withdrawing or leaving open; what they do stands beside."""

ROW = (
    "claim",
    "id",
    "statement",
    "report",
    "external_id",
    "publisher",
    "published",
    "relation",
    "stance",
    "certainty",
    "headline",
    "speaker",
    "named",
    "words",
    "origins",
)
"""The columns of CSV, which has a row for each statement of the claim."""


def rows(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the statements of an encoded claim as rows, each with the names of its origins."""
    for said in claim["statements"]:
        report, speaker = said["report"], said["speaker"] or {}
        roots = [root["name"] for root in claim["origins"]["roots"] if said["id"] in root["statements"]]
        plain = {key: said[key] for key in ("id", "statement", "relation", "stance", "certainty", "headline", "words")}
        about = {key: report[key] for key in ("external_id", "publisher", "published")}
        whose = {"speaker": speaker.get("name"), "named": speaker.get("named")}
        yield {**plain, **about, **whose, "claim": claim["id"], "report": report["id"], "origins": roots}


def traced(story: Story, claim: Claim, judged: Sequence[Judgement], width: int) -> Iterator[Text]:
    """Give the lines of it all, none wider than `width` columns."""
    register = Register(story)
    yield from entry(story, claim, width)
    for index, tree in enumerate(Lineage(register, claim).trees()):
        yield Text() if index else Text("─" * width, QUIET)
        yield from drawn(tree, width)
    yield from _titled("Responses", _responses(register, claim, width), width)
    yield from _titled("What changed on the way", _drifts(register, claim, width), width)
    yield from _titled("Grade", one_line_of(claim, judged, width), width)


def _titled(title: str, lines: Iterator[Text], width: int) -> Iterator[Text]:
    """Give lines under a title and a rule; nothing for no lines."""
    first = next(lines, None)
    if first is None:
        return
    yield Text()
    yield Text(title, NAME)
    yield Text("─" * width, QUIET)
    yield from itertools.chain([first], lines)


def _responses(register: Register, claim: Claim, width: int) -> Iterator[Text]:
    """Give who confirmed, denied, did not answer or withdrew."""
    standing = claim.standing
    told = {
        "confirmed by": standing.confirmed,
        "denied by": standing.denied,
        "unanswered by": standing.unanswered,
        "withdrawn by": standing.withdrawn,
    }
    grouped = [response for group in told.values() for response in group]
    left = tuple(each for each in claim.responses if each not in grouped)
    for label, group in {**told, OTHERWISE: left}.items():
        for response in group:
            yield from _response(register, label, response, width)


def _response(register: Register, label: str, response: Response, width: int) -> Iterator[Text]:
    """Give the lines of a response."""
    name = claim_wording.somebody(response.name)
    pieces = [Text.assemble((f"{label} ", QUIET), who(name, named=response.named))]
    if label == OTHERWISE or (response.stance.unanswered and response.stance is not Stance.NO_RESPONSE):
        pieces.append(Text(wording.STANCES[response.stance], DEVIATION))
    if response.narrower:
        pieces.append(Text("narrower than the claim", DEVIATION))
    pieces += [Text(register.when(response.report), QUIET), *whose(register, response.report)]
    yield from flow(pieces, width)
    if response.words and response.stance is not Stance.NO_RESPONSE:
        yield from _indented(Text(quoted(response.words.text)), width)
    for line in flow([Text(one_line(reason), QUIET) for reason in response.reasons], width - len(INDENT)):
        yield Text.assemble(INDENT, line)


def _drifts(register: Register, claim: Claim, width: int) -> Iterator[Text]:
    """Give each change, with the words of both ends side by side, or one below the other."""
    reports = {each.proposition.id: each.proposition.report for each in claim.members}
    for drift in claim.drifts:
        reasons = [Text(one_line(each), QUIET) for each in drift.reasons]
        yield from flow([Text(claim_wording.DRIFTS[drift.kind], DEVIATION), *reasons], width)
        yield from _both(register, drift, reports, width)


def _both(register: Register, drift: Drift, reports: dict[str, str], width: int) -> Iterator[Text]:
    """Give both ends of a drift."""
    room = width - len(INDENT)
    half = (room - GAP) // 2 if width >= SIDE_BY_SIDE else room
    before = _end(register, reports.get(drift.from_, ""), drift.before, drift.before_certainty, half)
    after = _end(register, reports.get(drift.to, ""), drift.after, drift.after_certainty, half)
    if width < SIDE_BY_SIDE:
        yield from (Text.assemble(INDENT, line) for line in itertools.chain(before, after))
        return
    for left, right in itertools.zip_longest(before, after, fillvalue=Text()):
        line = Text.assemble(INDENT, left, " " * (half - left.cell_len + GAP), right)
        line.rstrip()
        yield line


def _end(register: Register, report: str, words: Passage, certainty: Certainty, width: int) -> Iterator[Text]:
    """Give one end of a drift: the words, and where and how surely they stand."""
    yield from wrap(Text(quoted(words.text)), width)
    told = (register.when(report), source(register, report), wording.CERTAINTIES[certainty])
    yield from flow([Text(each, QUIET) for each in told], width)


def _indented(text: Text, width: int) -> Iterator[Text]:
    """Give text in lines that are set in."""
    for line in wrap(text, width - len(INDENT)):
        yield Text.assemble(INDENT, line)
