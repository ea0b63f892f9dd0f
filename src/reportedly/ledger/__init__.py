"""The ledger: the store of reports, statements and judgements, which loses nothing and can be asked."""

from reportedly.ledger.joining import Suggestion
from reportedly.ledger.judgements import Judgement
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import FILTERS, Query, parse
from reportedly.ledger.records import ReportRecord, SpeakerRecord, StatementRecord, Stats
from reportedly.ledger.verifying import Fault
from reportedly.ledger.versions import Changed, Changes, Said, compare, said
from reportedly.ledger.view import View
from reportedly.ledger.writer import Added, Outcome, Retrieval, Writer

__all__ = [
    "FILTERS",
    "Added",
    "Changed",
    "Changes",
    "Fault",
    "Judgement",
    "Ledger",
    "Outcome",
    "Query",
    "ReportRecord",
    "Retrieval",
    "Said",
    "SpeakerRecord",
    "StatementRecord",
    "Stats",
    "Suggestion",
    "View",
    "Writer",
    "compare",
    "parse",
    "said",
]
