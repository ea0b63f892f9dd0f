"""Which places a report names, and which of that name it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.gazetteer import packaged
from reportedly.reading.places import Places
from reportedly.values import Feature, PlaceRole
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Place

PLACES = Places(packaged())
TEXTS = prose(
    [
        "The ship left Bergen for Aberdeen through the North Sea.",
        "Shelling hit the outskirts of Kherson and the north of Kharkiv region.",
        "A Norwegian official in Paris, Texas, spoke of the country's northern coast.",
        "SPRINGFIELD, Ill. — Police in Springfield said the W. Va. driver was held.",
    ]
)


def places(pipeline: Pipeline, text: str) -> list[Place]:
    """Return the places of a marked text."""
    return list(marked(pipeline, text, (PLACES,)).places)


def place(pipeline: Pipeline, text: str, words: str) -> Place:
    """Return the first place of some words."""
    found = [one for one in places(pipeline, text) if one.words.text == words]
    assert found, f"{words!r} is no place there"
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Police in Paris, Texas, closed the road.", "Paris", "Paris", "US"),
        ("The mayor of Paris met the French president in Lyon.", "Paris", "Paris", "FR"),
        ("Floods hit Georgia. Roads from Atlanta to Savannah were closed.", "Georgia", "Georgia", "US"),
        ("Georgia and Armenia closed the border near Tbilisi.", "Georgia", "Georgia", "GE"),
        ("Officials in Birmingham, Alabama, said the fire was out.", "Birmingham", "Birmingham", "US"),
        (
            "Trains from Manchester to Birmingham were late, the English operator said.",
            "Birmingham",
            "Birmingham",
            "GB",
        ),
        ("The U.S. embassy in Oslo was closed.", "U.S.", "United States", "US"),
        ("Norwegian officials met in Geneva.", "Norwegian", "Norway", "NO"),
        ("Kursk Oblast was calm, and so was Belgorod.", "Kursk Oblast", "Kursk Oblast", "RU"),
        ("Fires burned near Kamloops, B.C., and in Alberta.", "B.C.", "British Columbia", "CA"),
    ],
)
def test_a_name_is_resolved_by_what_stands_around(
    pipeline: Pipeline, text: str, words: str, name: str, country: str
) -> None:
    """Commas, divisions, countries and neighbours tell which of many places is meant."""
    found = place(pipeline, text, words).place
    assert found is not None
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "words", "feature"),
    [
        ("Shelling hit Kharkiv region on Tuesday, Ukraine said.", "Kharkiv", Feature.ADMIN1),
        ("Shelling hit Kharkiv on Tuesday, Ukraine said.", "Kharkiv", Feature.CITY),
        ("The ship crossed the Black Sea to Istanbul.", "Black Sea", Feature.WATER),
        ("The ship crossed the Black Sea to Istanbul.", "Istanbul", Feature.CITY),
        ("Talks on the Middle East began in Cairo.", "Middle East", Feature.REGION),
    ],
)
def test_a_region_is_told_from_a_town(pipeline: Pipeline, text: str, words: str, feature: Feature) -> None:
    """A word beside the name, or the name itself, tells an area from a pin; an area has its extent."""
    found = place(pipeline, text, words).place
    assert found is not None
    assert found.feature is feature
    assert found.extent_km > (1 if feature is Feature.CITY else 30)


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("A train from Bergen was late.", "Bergen", PlaceRole.FROM),
        ("Troops were sent to Kursk on Monday.", "Kursk", PlaceRole.TO),
        ("The gas flows through Ukraine.", "Ukraine", PlaceRole.THROUGH),
        ("A missile struck Odesa at night.", "Odesa", PlaceRole.TARGET),
        ("Ukraine spoke of an attack on Lviv and Kyiv.", "Lviv", PlaceRole.TARGET),
        ("The road in Bergen is shut.", "Bergen", PlaceRole.AT),
        ("Norwegian officials said so.", "Norwegian", PlaceRole.ORIGIN),
        ("Norway's government said so.", "Norway", PlaceRole.ORIGIN),
        ("The road in Paris, Texas, is shut.", "Texas", PlaceRole.AT),
        ("Bergen is wet.", "Bergen", None),
    ],
)
def test_words_tell_the_role(pipeline: Pipeline, text: str, words: str, role: PlaceRole | None) -> None:
    """Prepositions, verbs and what follows a name say what the place is to what is said."""
    assert place(pipeline, text, words).role is role


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("Fighting went on in northern Syria.", "Syria", "northern"),
        ("Shells hit the outskirts of Kherson.", "Kherson", "outskirts"),
        ("A storm hit Norway's western coast.", "Norway", "western coast"),
        ("Norway was calm, but the country's northern coast was not.", "the country", "northern coast"),
        ("A storm hit Norway.", "Norway", ""),
    ],
)
def test_words_narrow_a_place_down(pipeline: Pipeline, text: str, words: str, part: str) -> None:
    """What part of a place is meant stays beside it, in the report's words."""
    found = place(pipeline, text, words)
    assert found.part.text == part
    assert found.place is not None


def test_an_invented_place_is_left_open(pipeline: Pipeline) -> None:
    """A name that the gazetteer lacks stays a name, with the reason."""
    found = place(pipeline, "The ferry from Bergen in Norway to Ostravik was late.", "Ostravik")
    assert found.place is None
    assert found.made_by.reason == "the gazetteer has no place of that name"


def test_an_unknown_place_is_somewhere_in_the_known_one(pipeline: Pipeline) -> None:
    """What stands behind the comma bounds where it is."""
    found = place(pipeline, "Crews in Littlewick Hollow, Ohio, and in Dayton saw smoke.", "Littlewick Hollow")
    assert found.place is not None
    assert found.place.name == "Ohio"
    assert "somewhere in" in (found.made_by.reason or "")


def test_every_resolution_tells_why_and_keeps_the_runners_up(pipeline: Pipeline) -> None:
    """The reason is in words, and the others of that name stand beside with their chances."""
    found = place(pipeline, "Police in Springfield said so.", "Springfield")
    assert found.made_by.reason
    assert len(found.others) >= 2
    assert all(one.name.startswith("Springfield") for one in found.others)


def test_people_and_bodies_are_no_places(pipeline: Pipeline) -> None:
    """A surname, a firm and an everyday word are none, though the gazetteer has towns of the name."""
    words = [
        one.words.text for one in places(pipeline, "Mr. Lincoln of Reading Mutual said the Hope prize was Mobile.")
    ]
    assert "Lincoln" not in words
    assert "Hope" not in words


def test_a_statement_has_the_places_in_its_words(pipeline: Pipeline) -> None:
    """The lists of statements are parts of the report's."""
    made = marked(pipeline, "[Oslo] <said> {the ship had left Bergen}. Narvik was calm.", (PLACES,))
    assert [one.words.text for one in made.places] == ["Oslo", "Bergen", "Narvik"]
    assert [one.words.text for one in made.statements[0].places] == ["Oslo", "Bergen"]


def test_a_name_means_one_place_in_a_report(pipeline: Pipeline) -> None:
    """What a comma tells of one mention holds for the others."""
    text = "A fire broke out in Athens, Georgia. The mayor of Athens thanked the crews from Georgia."
    found = [one.place.country for one in places(pipeline, text) if one.words.text == "Athens" and one.place]
    assert found == ["US", "US"]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Places stand in the text's words, in order and apart, and each tells why."""
    made = draw_reading(data, pipeline, TEXTS)
    proposal = PLACES(made)
    before = 0
    for one in proposal.places or ():
        (span,) = one.words.spans
        assert one.words.text == made.report.text[span.start : span.end]
        assert span.start >= before
        before = span.end
        assert one.made_by.reason
        if one.place is not None:
            assert -90 <= one.place.lat <= 90
            assert -180 <= one.place.lon <= 180
            assert one.place.extent_km > 0
    for statement in proposal.statements or ():
        assert set(statement.places) <= set(proposal.places or ())
