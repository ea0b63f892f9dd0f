"""Readings of any kind, for properties: every statement has spans in the text, and nothing else is promised."""

from __future__ import annotations

from hypothesis import strategies as st

from reportedly.values import Caution, MadeBy, Moment, Passage, Reading, Report, Statement, stable_id

AWKWARD = st.one_of(
    st.sampled_from(
        [" ", "\r\n", "\r", "\f", "\u2028", "\n\n", "\x00", "\x1b[31m", "\u202e", "\u2069", "\x9b", "\ud83d"]
    ),
    st.sampled_from(["<b>", "&amp;", '"', "[bold]", "漢字", "שלום", "🛳️", "said", "$style", "\\n"]),
)
"""What has broken terminals, pages and offsets before."""

TEXTS = st.lists(AWKWARD | st.text(st.characters(), max_size=12), max_size=14).map("".join)


@st.composite
def passages(draw: st.DrawFn, text: str) -> Passage:
    """Draw up to three pieces, in order and apart."""
    if not text:
        return Passage(text)
    edges = draw(st.lists(st.integers(0, len(text)), unique=True, max_size=6))
    edges = sorted(edges)[: len(edges) // 2 * 2]
    return Passage.of(text, zip(edges[::2], edges[1::2], strict=True))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading: a statement's parent is any statement, or one that is not there."""
    about = st.none() | TEXTS
    report = Report(
        text=draw(TEXTS),
        title=draw(about),
        publisher=draw(about),
        byline=draw(about),
        path=draw(about),
        url=draw(about | st.just('https://observer.example/a?b=1&c="2"')),
        external_id=draw(about),
        language=draw(st.sampled_from([None, "en", "ar", "x' onload='"])),
        published=draw(st.sampled_from([None, Moment("2025-03"), Moment("2025-03-04T14:00Z")])),
    )
    ids = [stable_id("s", number) for number in range(draw(st.integers(0, 5)))]
    return Reading(
        report,
        tuple(
            Statement(
                id=identity,
                source=draw(passages(report.text)),
                cue=draw(passages(report.text)),
                content=draw(passages(report.text)),
                parent=draw(st.sampled_from([None, *ids, stable_id("s", "elsewhere")])),
                confidence=draw(st.floats(0, 1)),
                made_by=MadeBy("attribution", "1", draw(st.sampled_from([None, "e" * 64]))),
            )
            for identity in ids
        ),
        tuple(Caution("odd", draw(TEXTS)) for _ in range(draw(st.integers(0, 2)))),
    )
