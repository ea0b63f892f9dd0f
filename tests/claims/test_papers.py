"""Reports that rest on one document or post."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from reportedly.claims.edge import EdgeKind
from reportedly.claims.derivation import derive
from reportedly.values import Channel, SpeakerKind
from tests.claims.papers import Quote, paper, surrounded

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge
    from reportedly.values import Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
OTHER = "divers had found cracks"


def beside(*readings: Reading) -> list[Edge]:
    """Return the pairs of reports on one document."""
    entries, people, outlets = surrounded(*readings)
    found = [
        [edge for edge in derive(order, people, outlets) if edge.kind is EdgeKind.SAME_DOCUMENT]
        for order in itertools.permutations(entries)
    ]
    assert all(each == found[0] for each in found)
    return found[0]


def quoting(
    publisher: str,
    text: str,
    who: str,
    content: str,
    when: str = "2025-03-01T08:00Z",
    **about: Any,  # noqa: ANN401 - whatever a Quote takes
) -> Reading:
    """Return a report that quotes somebody with what stands in its text."""
    known: dict[str, Any] = {"cue": "told", **about}
    return paper(publisher, when, text, Quote(who=who, content=content, **known))


def test_one_document_and_one_post_are_told() -> None:
    """Two outlets that have it from an audit, or from somebody's post, share a document."""
    audits = [
        quoting(name, f"The audit told {content}.", "The audit", content, kind=SpeakerKind.DOCUMENT)
        for name, content in (("Evening Post", SHUT), ("Dispatch", OTHER))
    ]
    (edge,) = beside(*audits)
    assert (edge.kind, edge.reasons) == (EdgeKind.SAME_DOCUMENT, ("both have the audit",))
    posts = [
        quoting(name, f"Ana Ferro told {content}.", "Ana Ferro", content, channel=Channel.POST)
        for name, content in (("Evening Post", SHUT), ("Dispatch", OTHER))
    ]
    (edge,) = beside(*posts)
    assert (edge.kind, edge.reasons) == (EdgeKind.SAME_DOCUMENT, ("both have a post of Ana Ferro",))


def test_a_post_that_both_tell_of_is_one() -> None:
    """Where the paragraphs say that it was posted, it is the post, and no meeting of anybody."""
    one, other = (
        quoting(name, f"Ana Ferro told followers in a post that {content}.", "Ana Ferro", content)
        for name, content in (("Evening Post", SHUT), ("Dispatch", OTHER))
    )
    (edge,) = beside(one, other)
    assert (edge.kind, edge.reasons) == (EdgeKind.SAME_DOCUMENT, ("both have a post of Ana Ferro",))


def test_two_reports_that_nobody_may_mean_the_same_by() -> None:
    """A report in general need not be the other's report."""
    one, other = (
        quoting(name, f"The report told {content}.", "The report", content, kind=SpeakerKind.DOCUMENT)
        for name, content in (("Evening Post", SHUT), ("Dispatch", OTHER))
    )
    assert beside(one, other) == []


def test_what_a_report_says_that_it_has_is_a_document_of_both() -> None:
    """A memo that two have read, and a numbered bulletin, are one for both."""
    for text, name in (
        ("We have read the memo of the port. Herring is dear.", "the memo"),
        ("Bulletin No. 4 counts eight herrings. It is dear.", "Bulletin No. 4"),
    ):
        (edge,) = beside(*(paper(who, "2025-03-01", text) for who in ("Evening Post", "Dispatch")))
        assert (edge.kind, edge.reasons) == (EdgeKind.SAME_DOCUMENT, (f"both have {name}",))
        assert edge.passages[0].text == edge.originals[0].text


def test_another_bulletin_and_no_letter_are_none() -> None:
    """Bulletins of other numbers are others, and a letter that there is not is nobody's."""
    bulletins = (paper(who, "2025-03-01", f"Bulletin No. {who[-1]} counts eight.") for who in ("Post 4", "Post 5"))
    assert beside(*bulletins) == []
    letters = (
        quoting(who, f"No letter told {SHUT}.", "No letter", SHUT, kind=SpeakerKind.DOCUMENT)
        for who in ("Evening Post", "Dispatch")
    )
    assert beside(*letters) == []
