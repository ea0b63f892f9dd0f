"""What records look like in a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.cli.records import listed, said, searched, speaking
from reportedly.cli.table import NARROWEST
from reportedly.ledger import ReportRecord, SpeakerRecord, StatementRecord
from reportedly.values import Certainty, SpeakerKind, Stance
from tests.strategies import TEXTS

WORDS = st.none() | TEXTS
DATES = st.none() | st.sampled_from(["2025", "2025-03", "2025-03-04T14:00Z"])
REPORTS = st.builds(
    ReportRecord,
    id=st.just("r0123456789abcdef0123"),
    version=st.integers(1, 30),
    previous=st.none(),
    copy_of=st.none() | st.just("r9876543210abcdef0123"),
    title=WORDS,
    publisher=WORDS,
    byline=WORDS,
    published=DATES,
    modified=DATES,
    url=WORDS,
    external_id=WORDS,
    path=WORDS,
    language=st.none(),
    sha256=st.just("0" * 64),
    text_sha256=st.just("0" * 64),
    known_from=st.just("2025-03-04T14:00:00Z"),
    added_at=st.just("2025-03-04T14:00:00Z"),
    retrieved_at=st.none(),
    retrieved_from=st.none(),
    statements=st.integers(0, 9999),
    snippet=WORDS,
)
STATEMENTS = st.builds(
    StatementRecord,
    id=st.just("s0123456789abcdef0123"),
    report=st.just("r0123456789abcdef0123"),
    number=st.just(1),
    name=WORDS,
    kind=st.none() | st.sampled_from([str(kind) for kind in SpeakerKind]),
    country=st.none(),
    named=st.none() | st.booleans(),
    source=TEXTS,
    cue=TEXTS,
    content=TEXTS,
    stance=st.none() | st.sampled_from([str(stance) for stance in Stance]),
    certainty=st.none() | st.sampled_from([str(certainty) for certainty in Certainty]),
    confidence=st.just(0.5),
    title=WORDS,
    publisher=WORDS,
    published=st.sampled_from([None, "2025-03"]),
    known_from=st.just("2025-03-04T14:00:00Z"),
)
SPEAKERS = st.builds(
    SpeakerRecord,
    identity=st.just("i0123456789abcdef0123"),
    name=WORDS,
    kind=st.sampled_from([str(kind) for kind in SpeakerKind]),
    country=st.sampled_from([None, "NO"]),
    named=st.booleans(),
    statements=st.integers(0, 9999),
    reports=st.integers(0, 9999),
    publishers=st.integers(0, 9999),
    names=st.lists(TEXTS, max_size=2).map(tuple),
    roles=st.lists(TEXTS, max_size=2).map(tuple),
)


def _check_fit(lines: list[str], width: int) -> None:
    """Check that lines fit, and steer nothing."""
    for line in lines:
        assert cell_len(line) <= max(NARROWEST, width)
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in line)


@given(REPORTS, st.integers(NARROWEST, 96), TEXTS)
def test_a_report_fits(record: ReportRecord, width: int, phrase: str) -> None:
    """In the list, and with a snippet."""
    for layout in (listed(), searched([phrase])):
        _check_fit([line.plain for line in (*layout.head(width), *layout.row(record, width))], width)


@given(STATEMENTS, st.integers(NARROWEST, 96), TEXTS)
def test_a_statement_fits(record: StatementRecord, width: int, phrase: str) -> None:
    """Whoever says whatever."""
    _check_fit([line.plain for line in said([phrase]).row(record, width)], width)


@given(SPEAKERS, st.integers(NARROWEST, 96))
def test_a_speaker_fits(record: SpeakerRecord, width: int) -> None:
    """Whatever they are called."""
    layout = speaking()
    _check_fit([line.plain for line in (*layout.head(width), *layout.row(record, width))], width)


def _told(**values: object) -> str:
    """Return the first line of a statement."""
    known: dict[str, object] = {
        "id": "s0123456789",
        "report": "r0",
        "number": 1,
        "name": None,
        "kind": None,
        "country": None,
        "named": None,
        "source": "",
        "cue": "",
        "content": "",
        "stance": None,
        "certainty": None,
        "confidence": 0.5,
        "title": None,
        "publisher": None,
        "published": None,
        "known_from": "2025-03-04T14:00:00Z",
    }
    record = StatementRecord(**{**known, **values})  # type: ignore[arg-type]  # of the types that the fields have
    return next(iter(said().row(record, 80))).plain.removesuffix("s01234567").rstrip()


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"name": "Ana Ferro", "named": True, "stance": "asserts", "certainty": "stated"}, "Ana Ferro"),
        ({"name": "Ana Ferro", "named": True, "stance": "denies"}, "Ana Ferro · denies"),
        ({"name": "officials", "named": False, "certainty": "hearsay"}, "○ officials, unnamed · hearsay"),
        ({"source": "they"}, "they"),
        ({"kind": "unnamed-group", "named": False}, "○ several people, unnamed, unnamed"),
        ({"stance": "predicts", "certainty": "predicted"}, "— no source · predicts"),
    ],
)
def test_what_is_plain_is_not_said(values: dict[str, object], line: str) -> None:
    """A stance or a certainty is only there where it deviates; who is unnamed has the sign and the word."""
    assert _told(**values) == line
