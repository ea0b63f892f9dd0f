"""From the texts of three invented reports to their claims, with the models that are packaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.book import Book
from reportedly.claims.claim import Status
from reportedly.claims.edge import EdgeKind
from reportedly.ledger import Ledger
from reportedly.values import Moment, Report
from tests.claims.tale import opened

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

REPORTS = [
    Report(text=text, publisher=publisher, published=Moment(when), url=f"https://{number}.example/")
    for number, (publisher, when, text) in enumerate(
        [
            (
                "Evening Post",
                "2025-03-01T08:00Z",
                """Old bridge at Lessa to stay shut until spring

LESSA - The old bridge at Lessa will stay shut until the spring, Mayor Ana Ferro told the Evening Post on Friday.

Divers found cracks in 14 of its piers last week. Repairs will cost two million crowns, Ferro said.
""",
            ),
            (
                "Island Dispatch",
                "2025-03-01T11:00Z",
                """Lessa's bridge closed for months

Lessa's old bridge will remain closed until spring, Mayor Ana Ferro told the Evening Post.

Carters will have to take the ferry from Lessa, which goes twice a day.
""",
            ),
            (
                "Harbour Notes",
                "2025-03-02T09:00Z",
                """Doubts of an engineer

Ole Dahl, an engineer in the harbour office of Lessa, denied that the old bridge would stay shut until the spring.

Divers had found cracks in its piers, and Mayor Ana Ferro wants to close the bridge for repairs.
""",
            ),
        ]
    )
]


def test_three_reports_are_one_story_with_one_origin_and_a_denial(tmp_path: Path, pipeline: Pipeline) -> None:
    """Who repeats another outlet adds no origin, who denies it contests it, and every passage opens its sentence."""
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        reports = [ledger.writer().add(each).report for each in pipeline.read_many(REPORTS)]
        book = Book(ledger)
        seen: list[str] = []
        assert book.catch_up(seen.append) == len(reports)
        assert seen == reports
        assert book.catch_up() == 0
        (story,) = book.stories()
        assert {entry.id for entry in story.entries} == set(reports)
        claim = next(claim for _, claim in book.claims() if "until" in claim.clearest.proposition.text)
        assert set(reports[:2]) <= set(claim.reports)
        assert [root.name for root in claim.origins.roots] == ["Ana Ferro"]
        assert (claim.origins.minimum, claim.origins.maximum) == (1, 1)
        assert claim.standing.status is Status.CONTESTED
        assert [one.name for one in claim.standing.denied] == ["Ole Dahl"]
        edges = {(edge.report, edge.source, edge.kind) for edge in story.edges}
        assert (reports[1], reports[0], EdgeKind.CITES) in edges
        texts = dict(zip(reports, (each.text for each in REPORTS), strict=True))
        assert all(words.within == texts[report] for report, words in opened(story))
        assert list(Book(ledger).claims()) == list(book.claims())
