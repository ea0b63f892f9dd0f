"""What the words of a report stand in."""

from __future__ import annotations

import pytest

from reportedly.claims.wording import Standing, wording
from reportedly.values import Reading, Report


def _standing(text: str, words: str) -> set[Standing]:
    """Return what some words of a text stand in."""
    made = wording(Reading(Report(text=text)))
    start = text.index(words)
    inside = (made.words.starts >= start) & (made.words.starts < start + len(words))
    return {Standing(int(each)) for each in made.standing[inside]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The pumps were old," she said, and left.', "The pumps were old"),
        ("“The pumps were old,” she said, and left.", "The pumps were old"),
        ("« Les pompes étaient vieilles », she said, and left.", "Les pompes"),
        ("'It isn't the pumps' fault, is it?' she said, and left.", "fault, is it"),
        ('“The pumps were old," she said, and left.', "The pumps were old"),
        ('She said: "The pumps were old.\n\n"Nobody replaced them," and left.', "The pumps were old"),
        ("She said: “The pumps were old.\n\nNobody replaced them,” and left.", "Nobody replaced them"),
        ("No pump on this ship is old! — Meridian Lines (@meridianlines) 8 October 2024", "No pump on this ship"),
        ("No pump on this ship is old!\n\n— Meridian Lines (@meridianlines)", "No pump on this ship"),
        ("The council met.\n\nMAYOR RUIZ: I have no more to say on the pumps.", "no more to say"),
    ],
)
def test_what_others_say_is_quoted(text: str, words: str) -> None:
    """Quotation marks of every kind, posts and turns of a transcript hold words of others."""
    assert _standing(text, words) == {Standing.QUOTED}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The pumps were old," she said, and left.', "she said, and left"),
        ("The owners' pumps and the ships' engines were old, the council found.", "pumps and the ships"),
        ('A pipe of 5" burst. The ship drifted for hours, the council found.', "The ship drifted for hours"),
        ('"The pumps were old," she said.\n\nNobody replaced them, the council found.', "Nobody replaced them"),
        ("The council asked why newsletters of the owner had said nothing of it for years. " * 6, "had said nothing"),
    ],
)
def test_what_a_report_tells_is_its_own(text: str, words: str) -> None:
    """An apostrophe quotes nothing, inches quote nothing, and a long paragraph on newsletters is a story."""
    assert _standing(text, words) == {Standing.OWN}


def test_what_goes_with_a_video_is_not_the_storys() -> None:
    """The words under a player stand around the story, and those before it do not."""
    text = "The ferry was towed in.\n\nNow Playing:\n\nThe film shows the long night on board."
    assert _standing(text, "The film shows the long night") == {Standing.HOUSE}
    assert _standing(text, "The ferry was towed in") == {Standing.OWN}


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Boats lie in the harbour of Lessa on Monday, 7 October 2024. (Photo by Pia Holm)", Standing.CAPTION),
        ("Boats lie in the harbour on Monday, 7 October 2024.\n\nImage 2 of 5", Standing.CAPTION),
        ("Sign up for our newsletter, and get the island's news every morning.", Standing.HOUSE),
        ("Home News Sport Weather", Standing.HOUSE),
        ("window.ads = window.ads || []; ads.push({slot: 'top'});", Standing.HOUSE),
    ],
)
def test_what_stands_around_a_story_is_not_its_own(text: str, standing: Standing) -> None:
    """Captions, offers, menus and pieces of a page's program tell nothing on who copied."""
    found = _standing(text, text.splitlines()[0])
    assert standing in found
    assert Standing.OWN not in found
