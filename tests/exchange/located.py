"""Readings by hand with places and times in them: invented reports about places that there are."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reportedly.values import (
    Bound,
    Candidate,
    Certainty,
    EvidenceKind,
    Feature,
    Moment,
    Passage,
    Place,
    PlaceRole,
    Quantity,
    QuantityRole,
    Reading,
    SpeakerKind,
    Stance,
    TimeType,
    When,
)
from tests.building import RULED, found, passage, reading, speaker, understood
from tests.strategies import MAKERS, TEXTS, passages, readings

if TYPE_CHECKING:
    from tests.building import Pieces, Words

KNOWN = {
    "Norway": ("Norway", 62.0, 10.0, 3144096, "NO", None, Feature.COUNTRY, 600.0),
    "Tromsø": ("Tromsø", 69.6489, 18.9551, 3133895, "NO", "Troms", Feature.CITY, 8.0),
    "Barents Sea": ("Barents Sea", 74.0, 36.0, 630671, None, None, Feature.WATER, 650.0),
    "Baltic Sea": ("Baltic Sea", 58.5, 20.0, 2673730, None, None, Feature.WATER, 420.0),
    "Gotland": ("Gotland", 57.5, 18.55, 2711508, "SE", "Gotland", Feature.ISLAND, 60.0),
    "Riga": ("Riga", 56.946, 24.1059, 456172, "LV", None, Feature.CITY, 15.0),
    "Jūrmala": ("Jūrmala", 56.968, 23.7704, 459279, "LV", None, Feature.CITY, 8.0),
    "Finland": ("Finland", 64.0, 26.0, 660013, "FI", None, Feature.COUNTRY, 500.0),
    "Lapland": ("Lapland", 67.9, 26.5, 830603, "FI", "Lapland", Feature.ADMIN1, 210.0),
    "Gdańsk": ("Gdańsk", 54.3523, 18.6491, 3099434, "PL", "Pomerania", Feature.CITY, 14.0),
    "Balkans": ("Balkans", 43.0, 21.5, None, None, None, Feature.REGION, 380.0),
    "Bering Strait": ("Bering Strait", 65.8, -169.0, 4031757, None, None, Feature.WATER, 60.0),
    "Fiji": ("Fiji", -18.0, 178.0, 2205218, "FJ", None, Feature.COUNTRY, 180.0),
    "Svalbard": ("Svalbard", 78.0, 16.0, 607072, "SJ", None, Feature.ISLAND, 200.0),
}
"""What words stand for: name, degrees north and east, GeoNames id, country, division, feature, extent."""


def candidate(words: str) -> Candidate:
    """Return the place that is known by these words."""
    name, lat, lon, geonames, country, admin1, feature, extent_km = KNOWN[words]
    return Candidate(
        name=name,
        lat=lat,
        lon=lon,
        geonames=geonames,
        country=country,
        admin1=admin1,
        feature=feature,
        extent_km=extent_km,
        score=0.9,
    )


def place(
    text: str, words: Words, *, known: str | None = "", role: PlaceRole | None = None, part: Pieces = None
) -> Place:
    """Return a place by its words, which stand for the place `known` by those or by others; for none where None."""
    shown = passage(text, words).text
    chosen = None if known is None else candidate(known or shown)
    reason = "known by this name" if chosen else "not in the gazetteer"
    made_by = dataclasses.replace(RULED, stage="places", reason=reason)
    return Place(
        words=passage(text, words), place=chosen, others=(), role=role, part=passage(text, part), made_by=made_by
    )


def time(text: str, words: Words, edtf: str | None) -> When:
    """Return a time by its words."""
    return When(
        words=passage(text, words),
        type=TimeType.DATE,
        timex=edtf or "PAST_REF",
        edtf=edtf,
        role=None,
        event=Passage(text),
        made_by=RULED,
    )


def amount(text: str, words: Words, number: float) -> Quantity:
    """Return a count by its words."""
    return Quantity(
        words=passage(text, words),
        low=number,
        high=number,
        value=number,
        bound=Bound.EXACTLY,
        trend=None,
        unit=None,
        of=Passage(text),
        role=QuantityRole.COUNT,
        part_of=Passage(text),
        tally=None,
        as_of=Passage(text),
        made_by=RULED,
    )


def cable() -> Reading:
    """Return a reading about a cable: cities, a sea, an island, a country, and a place that is not known."""
    text = (
        "A cable between Gotland and Riga was damaged on Sunday, Ilze Krasta, the harbour master, said. "
        "A senior official told this newspaper, citing sonar images, that an anchor may have been dragged over it "
        "in the Baltic Sea in the night to Saturday. "
        "The shipping line denied that any of its vessels had left Gdańsk before Monday. "
        "Divers reported two furrows off Jūrmala. Police in Riga declined to comment. "
        "Residents of Lessa said that they had heard nothing. Repairs will take three weeks, the operator said. "
        "The harbour of Ventspils stayed open."
    )
    made = reading(
        text,
        [
            ("Ilze Krasta, the harbour master", ("said", 0), "A cable between Gotland and Riga was damaged on Sunday"),
            (
                "A senior official",
                "told",
                "an anchor may have been dragged over it in the Baltic Sea in the night to Saturday",
            ),
            ("The shipping line", "denied", "any of its vessels had left Gdańsk before Monday"),
            ("Divers", "reported", "two furrows off Jūrmala"),
            ("Police in Riga", "declined to comment", None),
            ("Residents of Lessa", ("said", 1), "they had heard nothing"),
            ("the operator", ("said", 2), "Repairs will take three weeks"),
        ],
        title="Cable to Gotland damaged",
        publisher="The Strait Observer",
        published=Moment("2025-03-04T08:30Z"),
        url="https://observer.example/cable",
    )
    gotland, riga = place(text, ("Gotland", 0)), place(text, ("Riga", 0))
    sea = place(text, "Baltic Sea")
    gdansk = place(text, "Gdańsk", role=PlaceRole.FROM)
    made = understood(
        made,
        0,
        speaker=speaker(text, "Ilze Krasta", role="harbour master"),
        places=(gotland, riga),
        times=(time(text, "on Sunday", "2025-03-02"),),
    )
    made = understood(
        made,
        1,
        speaker=speaker(text, "senior official", SpeakerKind.UNNAMED_PERSON),
        certainty=found(text, Certainty.POSSIBLE, "may"),
        evidence=(found(text, EvidenceKind.IMAGERY, "sonar images"),),
        places=(sea,),
        times=(time(text, "in the night to Saturday", "2025-02-28/2025-03-01"),),
    )
    made = understood(
        made,
        2,
        stance=found(text, Stance.DENIES, "denied"),
        places=(gdansk,),
        times=(time(text, "before Monday", "../2025-03-02"),),
    )
    made = understood(
        made, 3, places=(place(text, "Jūrmala", part=("off", 1)),), quantities=(amount(text, "two furrows", 2),)
    )
    made = understood(made, 4, stance=found(text, Stance.DECLINES_COMMENT), places=(place(text, ("Riga", 1)),))
    made = understood(made, 5, places=(place(text, "Lessa", known=None),))
    placed = tuple(each for statement in made.statements for each in statement.places)
    return dataclasses.replace(made, places=(*placed, place(text, "Ventspils", known=None)))


def north() -> Reading:
    """Return a reading about the north: countries with outlines, a division, a large sea, and a pole not far off."""
    text = (
        "Norway will close the Barents Sea to trawlers from June, Trygve Holm said in Tromsø on 27 February. "
        "Finland said on 1 March that it would follow, and that patrols in Lapland had been doubled. "
        "Two people familiar with the talks said a deal on Svalbard was near. "
        "Ships have been seen off Tromsø since January, fishermen said. "
        "The ministry did not respond to questions."
    )
    made = reading(
        text,
        [
            ("Trygve Holm", ("said", 0), "Norway will close the Barents Sea to trawlers from June"),
            ("Finland", ("said", 1), ["it would follow", "patrols in Lapland had been doubled"]),
            ("Two people familiar with the talks", ("said", 2), "a deal on Svalbard was near"),
            ("fishermen", ("said", 3), "Ships have been seen off Tromsø since January"),
            ("The ministry", "did not respond to questions", None),
        ],
        title="Barents Sea to close to trawlers",
        publisher="Nordlys Wire",
        published=Moment("2025-03-02"),
    )
    june, said_at = time(text, "from June", "2025-06/.."), time(text, "on 27 February", "2025-02-27")
    made = understood(
        made,
        0,
        speaker=speaker(text, "Trygve Holm"),
        stance=found(text, Stance.PROMISES, "will"),
        places=(place(text, "Norway"), place(text, "Barents Sea")),
        times=(june,),
        said_at=said_at,
    )
    made = understood(
        made,
        1,
        places=(place(text, "Finland"), place(text, "Lapland")),
        said_at=time(text, "on 1 March", "2025-03-01"),
    )
    made = understood(
        made,
        2,
        speaker=speaker(text, "people familiar with the talks", SpeakerKind.UNNAMED_GROUP, count=2),
        places=(place(text, "Svalbard"),),
    )
    made = understood(
        made,
        3,
        speaker=speaker(text, "fishermen", SpeakerKind.GROUP),
        places=(place(text, ("Tromsø", 1)),),
        times=(time(text, "since January", "2025-01/.."),),
    )
    made = understood(made, 4, stance=found(text, Stance.NO_RESPONSE))
    placed = tuple(each for statement in made.statements for each in statement.places)
    return dataclasses.replace(made, places=(*placed, place(text, ("Tromsø", 0))), times=(june, said_at))


def elsewhere() -> Reading:
    """Return a reading without a date, with an area over the antimeridian and one of no country."""
    text = (
        "Ice in the Bering Strait broke early, Ada Nuk said. Reportedly a second ship turned back. "
        "The union predicts strikes across the Balkans by 2027. Fiji confirmed that its survey began in 1998."
    )
    made = reading(
        text,
        [
            ("Ada Nuk", "said", "Ice in the Bering Strait broke early"),
            (None, "Reportedly", "a second ship turned back"),
            ("The union", "predicts", "strikes across the Balkans by 2027"),
            ("Fiji", "confirmed", "its survey began in 1998"),
        ],
        title="In brief",
    )
    made = understood(made, 0, speaker=speaker(text, "Ada Nuk"), places=(place(text, "Bering Strait"),))
    made = understood(made, 1, hedge=found(text, Certainty.HEARSAY, "Reportedly"))
    made = understood(
        made,
        2,
        stance=found(text, Stance.PREDICTS, "predicts"),
        places=(place(text, "Balkans"),),
        times=(time(text, "by 2027", "../2027"),),
    )
    return understood(
        made,
        3,
        stance=found(text, Stance.CONFIRMS, "confirmed"),
        places=(place(text, "Fiji"),),
        times=(time(text, "in 1998", "1998"),),
    )


def located() -> list[Reading]:
    """Return all of them."""
    return [cable(), north(), elsewhere()]


CANDIDATES = st.builds(
    Candidate,
    name=TEXTS,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    geonames=st.none() | st.integers(1, 9),
    country=st.sampled_from([None, "NO", "XX"]),
    admin1=st.none() | TEXTS,
    feature=st.sampled_from(Feature),
    extent_km=st.floats(0, 20_000),
    score=st.floats(0, 1),
)
"""Places anywhere, of any size."""


@st.composite
def anywhere(draw: st.DrawFn) -> Reading:
    """Draw a reading of any kind with places and times of any kind in its statements, and perhaps in none."""
    made = draw(readings())
    text = made.report.text
    places = st.builds(
        Place,
        words=passages(text),
        place=st.none() | CANDIDATES,
        others=st.just(()),
        role=st.none() | st.sampled_from(PlaceRole),
        part=passages(text),
        made_by=MAKERS,
    )
    edtf = st.sampled_from([None, "2025-03-04", "2025/..", "-0044", "2025-1X", "nonsense", "2025-24", "../2027"])
    times = st.builds(
        When,
        words=passages(text),
        type=st.sampled_from(TimeType),
        timex=st.just(""),
        edtf=edtf,
        role=st.none(),
        event=passages(text),
        made_by=MAKERS,
    )
    for index in range(len(made.statements)):
        made = understood(
            made,
            index,
            places=tuple(draw(st.lists(places, max_size=2))),
            times=tuple(draw(st.lists(times, max_size=2))),
            said_at=draw(st.none() | times),
        )
    return dataclasses.replace(made, places=tuple(draw(st.lists(places, max_size=2))))
