"""Readings of any kind, for properties: every statement has spans in the text, and nothing else is promised."""

from __future__ import annotations

from typing import Any, TypeVar

from hypothesis import strategies as st

from reportedly.values import (
    Answer,
    Backing,
    Bound,
    Candidate,
    Caution,
    Certainty,
    Channel,
    EvidenceKind,
    Feature,
    Finding,
    Headline,
    Hop,
    MadeBy,
    Moment,
    Orientation,
    Passage,
    Place,
    PlaceRole,
    Polarity,
    Predicate,
    Quantity,
    QuantityRole,
    Reading,
    Report,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Tally,
    TimeRole,
    TimeType,
    Trend,
    Voice,
    When,
    stable_id,
)

Value = TypeVar("Value")

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


MAKERS = st.builds(
    MadeBy,
    st.just("stage"),
    st.just("1"),
    st.sampled_from([None, "e" * 64]),
    st.sampled_from([None, 0.0, 0.25, 1.0]),
    st.none() | TEXTS,
)
SHARES = st.sampled_from([(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.5, 0.125, 0.375), (0.0, 0.0, 1.0)])
NAMES = st.just("") | TEXTS
FACTS = st.sampled_from([-3.0, 0.25, 3.0])


@st.composite
def findings(draw: st.DrawFn, text: str, values: st.SearchStrategy[Value]) -> Finding[Value]:
    """Draw a value with its words."""
    return Finding(draw(values), draw(passages(text)), draw(MAKERS))


@st.composite
def speakers(draw: st.DrawFn, text: str) -> Speaker:
    """Draw somebody, with as much known of them as there happens to be."""
    words = st.none() | findings(text, NAMES)
    return Speaker(
        id=stable_id("k", draw(st.integers(0, 3))),
        name=draw(words),
        kind=draw(findings(text, st.sampled_from(SpeakerKind))),
        role=draw(words),
        affiliation=draw(words),
        country=draw(st.none() | findings(text, st.sampled_from(["FR", "NO"]))),
        named=draw(st.booleans()),
        count=draw(st.none() | findings(text, st.integers(2, 40))),
        reliability=draw(words),
        anonymity=draw(words),
    )


@st.composite
def hops(draw: st.DrawFn, text: str, who: st.SearchStrategy[Speaker]) -> Hop:
    """Draw a step of a chain."""
    return Hop(
        speaker=draw(who),
        words=draw(passages(text)),
        cue=draw(passages(text)),
        channel=draw(st.none() | findings(text, st.sampled_from(Channel))),
        platform=draw(st.none() | findings(text, NAMES)),
        certainty=draw(st.none() | findings(text, st.sampled_from(Certainty))),
        made_by=draw(MAKERS),
    )


@st.composite
def understood(draw: st.DrawFn, text: str, ids: list[str]) -> dict[str, Any]:
    """Draw what the later stages read in a statement, of whatever kind: nothing promises that it makes sense."""
    who = draw(st.none() | speakers(text))
    chain = draw(st.lists(hops(text, speakers(text)), max_size=2))
    if who and draw(st.booleans()):
        chain.append(draw(hops(text, st.just(who))))

    def maybe(values: st.SearchStrategy[Value]) -> Finding[Value] | None:
        """Draw a finding or none."""
        return draw(st.none() | findings(text, values))

    return {
        "speaker": who,
        "chain": tuple(chain),
        "stance": maybe(st.sampled_from(Stance)),
        "answers": draw(
            st.none()
            | st.builds(
                Answer,
                statement=st.sampled_from([None, *ids, stable_id("s", "elsewhere")]),
                words=passages(text),
                narrower=st.booleans(),
                made_by=MAKERS,
            )
        ),
        "certainty": maybe(st.sampled_from(Certainty)),
        "hedge": maybe(st.sampled_from(Certainty)),
        "polarity": maybe(st.sampled_from(Polarity)),
        "factuality": tuple(
            draw(
                st.lists(
                    st.builds(Predicate, words=passages(text), value=FACTS, readers=FACTS, made_by=MAKERS),
                    max_size=2,
                )
            )
        ),
        **draw(circumstances(text)),
        "said_at": draw(st.none() | times(text)) if text else None,
        "orientation": maybe(st.sampled_from(Orientation)),
        "evidence": tuple(draw(st.lists(findings(text, st.sampled_from(EvidenceKind)), max_size=2))),
        "backing": tuple(
            draw(
                st.lists(
                    st.builds(
                        Backing,
                        words=passages(text),
                        cue=passages(text),
                        speaker=st.none() | speakers(text),
                        made_by=MAKERS,
                    ),
                    max_size=1,
                )
            )
        ),
    }


@st.composite
def pieces(draw: st.DrawFn, text: str) -> Passage:
    """Draw a passage of one piece; the text must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Passage.of(text, [(start, draw(st.integers(start + 1, len(text))))])


DEGREES = st.sampled_from([-89.5, 0.0, 48.25])
NUMBERS = st.sampled_from([None, 0.0, 12.0, 1e12, -2.5])


def candidates(scores: st.SearchStrategy[float]) -> st.SearchStrategy[Candidate]:
    """Draw places that words may mean."""
    return st.builds(
        Candidate,
        name=TEXTS,
        lat=DEGREES,
        lon=DEGREES,
        geonames=st.sampled_from([None, 706442]),
        country=st.sampled_from([None, "UA"]),
        admin1=st.none() | TEXTS,
        feature=st.sampled_from(Feature),
        extent_km=st.sampled_from([0.0, 2.5, 890.0]),
        score=scores,
    )


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    """Draw a place; how likely it is meant is the score of its maker."""
    made_by = MadeBy("places", "1", score=draw(st.sampled_from([0.25, 1.0])), reason=draw(TEXTS))
    return Place(
        words=draw(pieces(text)),
        place=draw(st.none() | candidates(st.just(made_by.score or 0.0))),
        others=tuple(draw(st.lists(candidates(st.sampled_from([0.0, 0.5])), max_size=2))),
        role=draw(st.none() | st.sampled_from(PlaceRole)),
        part=draw(passages(text)),
        made_by=made_by,
    )


@st.composite
def times(draw: st.DrawFn, text: str) -> When:
    """Draw a time."""
    timex, edtf = draw(
        st.sampled_from([("2023-08", "2023-08/.."), ("P3W", None), ("PAST_REF", None), ("2023", "2023~")])
    )
    return When(
        words=draw(pieces(text)),
        type=draw(st.sampled_from(TimeType)),
        timex=timex,
        edtf=edtf,
        role=draw(st.none() | st.sampled_from(TimeRole)),
        event=draw(passages(text)),
        made_by=draw(MAKERS),
    )


@st.composite
def quantities(draw: st.DrawFn, text: str) -> Quantity:
    """Draw a quantity."""
    return Quantity(
        words=draw(pieces(text)),
        low=draw(NUMBERS),
        high=draw(NUMBERS),
        value=draw(NUMBERS),
        bound=draw(st.sampled_from(Bound)),
        trend=draw(st.none() | st.sampled_from(Trend)),
        unit=draw(st.sampled_from([None, "kilometer", "USD", "percent"])),
        of=draw(passages(text)),
        role=draw(st.sampled_from(QuantityRole)),
        part_of=draw(passages(text)),
        tally=draw(st.none() | st.sampled_from(Tally)),
        as_of=draw(passages(text)),
        made_by=draw(MAKERS),
    )


@st.composite
def circumstances(draw: st.DrawFn, text: str) -> dict[str, Any]:
    """Draw where, when and how many; an empty text has none."""
    if not text:
        return {}
    return {
        "places": tuple(draw(st.lists(places(text), max_size=2))),
        "times": tuple(draw(st.lists(times(text), max_size=2))),
        "quantities": tuple(draw(st.lists(quantities(text), max_size=2))),
    }


@st.composite
def voices(draw: st.DrawFn, text: str) -> Voice:
    """Draw how much of a text is whose."""
    attributed, hedged, bare = draw(SHARES)
    return Voice(sentences=draw(passages(text)).spans, attributed=attributed, hedged=hedged, bare=bare)


@st.composite
def headlines(draw: st.DrawFn, report: Report, ids: list[str]) -> Headline:
    """Draw a headline beside a statement, which may not be there; its words stand in the text or in the title."""
    return Headline(
        words=draw(passages(report.text) | passages(report.title or report.text)),
        certainty=draw(st.sampled_from(Certainty)),
        statement=draw(st.sampled_from([*ids, stable_id("s", "elsewhere")])),
        body=draw(passages(report.text)),
        body_certainty=draw(st.sampled_from(Certainty)),
        stronger=draw(st.booleans()),
        made_by=draw(MAKERS),
    )


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
                **draw(st.just({}) | understood(report.text, ids)),
            )
            for identity in ids
        ),
        tuple(Caution("odd", draw(TEXTS)) for _ in range(draw(st.integers(0, 2)))),
        wires=tuple(draw(st.lists(findings(report.text, NAMES), max_size=2))),
        voice=draw(st.none() | voices(report.text)),
        headline=draw(st.none() | headlines(report, ids)),
        **draw(st.just({}) | circumstances(report.text)),
    )
