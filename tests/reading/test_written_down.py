"""The attribution stage with a model of our own making: how candidates are written down as statements."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from reportedly.reading import Pipeline
from reportedly.reading.attribution import Attribution
from reportedly.values import MadeBy, Report
from tests.reading.labelled import marked

if TYPE_CHECKING:
    from reportedly.engine import Engine, Marked
    from reportedly.values import Reading

DIGEST = "0" * 64


class Scripted:
    """An engine that finds what it is told to, in any text."""

    def __init__(self, everything: Marked) -> None:
        """Take what is to be found."""
        self.config = SimpleNamespace(threshold=0.5, nested=0.5)
        self.digest = DIGEST
        self._marked = everything

    def mark(self, text: str) -> Marked:
        """Return what is to be found."""
        del text
        return self._marked


def read(pieces: str, *labels: str, text: str | None = None, min_confidence: float | None = None) -> Reading:
    """Read a text, in which each line of labels is one candidate; `text` is said where pieces are not its words."""
    both = [marked(pieces, line) for line in labels]
    candidates = tuple(sorted((candidate for _, candidate in both), key=lambda one: one.anchor))
    engine = cast("Engine", Scripted(dataclasses.replace(both[0][0], candidates=candidates)))
    return Pipeline([Attribution(engine, min_confidence)]).read(Report(text=text or pieces))


def test_candidate_becomes_a_statement() -> None:
    """Runs of pieces become spans with clean edges, with what made them."""
    (found,) = read("Yes , “ it sank , ” he said .", "..cccccsq.").statements
    assert (found.source.text, found.cue.text, found.content.text) == ("he", "said", "it sank")
    assert (found.parent, round(found.confidence, 3)) == (None, 0.9)
    assert found.made_by == MadeBy("attribution", Attribution.version, DIGEST)


def test_content_of_marks_alone_is_none() -> None:
    """Where no letter and no digit is left of a content there is no statement."""
    assert read("he said “ … ”", "sqccc").statements == ()


def test_statements_are_in_the_order_of_the_text() -> None:
    """Statements come in the order in which they begin, of two that begin together the outer one first."""
    text = "it sank , he said and she denied that it had sunk"
    found = read(text, "......sqcccc", "cc.sq").statements
    assert [one.cue.text for one in found] == ["said", "denied"]


OUTER = "the mayor said police denied that it had sunk at all"
NESTED = ("ssq" + "c" * 8, "...sq" + "c" * 6)


def test_nested_statement_names_its_parent() -> None:
    """A statement inside another's content has that one's id for a parent, and its cue's chance for confidence."""
    outer, inner = read(OUTER, *NESTED).statements
    assert (outer.cue.text, inner.cue.text) == ("said", "denied")
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert round(inner.confidence, 3) == 0.8


def test_nested_content_is_cut_to_the_outer_one() -> None:
    """A content that goes on behind the one it stands in ends with it."""
    text = OUTER + " " + "word " * 20 + "end"
    outer, inner = read(text, "ssq" + "c" * 27, "...sq" + "c" * 26).statements
    assert outer.content.extent is not None
    assert inner.content.extent is not None
    assert inner.parent == outer.id
    assert inner.content.extent.end == outer.content.extent.end


def test_nested_content_takes_in_nothing_behind_the_outer_one() -> None:
    """A closing mark behind the outer content stays out, though the nested content by itself would take it in."""
    pieces = "he said it was ” bad as she denied ferry “ ##unsafe ##” again"
    text = "he said it was ” bad as she denied ferry “unsafe” again"
    outer, inner = read(pieces, "sq" + "c" * 10, "." * 7 + "sqccc", text=text).statements
    assert outer.content.text == "it was ” bad as she denied ferry “unsafe"
    assert (inner.content.text, inner.parent) == ("ferry “unsafe", outer.id)


def test_threshold_is_the_callers() -> None:
    """A threshold that is given holds for statements by themselves and for those inside others."""
    assert len(read(OUTER, *NESTED, min_confidence=0.85).statements) == 1
    assert len(read(OUTER, *NESTED, min_confidence=0.95).statements) == 0


def test_ids_come_of_spans_and_report() -> None:
    """The same spans in the same report have the same id, however sure the model is; others have others."""
    (one,) = read("he said it sank", "sqcc").statements
    (again,) = read("he said it sank", "sqcc", min_confidence=0.1).statements
    (fewer,) = read("he said it sank", ".qcc").statements
    (other,) = read("he said it sunk", "sqcc").statements
    assert one.id == again.id
    assert len({one.id, fewer.id, other.id}) == 3


def test_statement_found_under_two_anchors_is_one() -> None:
    """Two candidates that come down to the same spans make one statement, which is not its own parent."""
    text = "he said it sank at noon ,"
    everything, outer = marked(text, "sqccccc")
    inner = dataclasses.replace(marked(text, "sqcccc")[1], anchor=3, valid=0.6)
    engine = cast("Engine", Scripted(dataclasses.replace(everything, candidates=(outer, inner))))
    (found,) = Pipeline([Attribution(engine)]).read(Report(text=text)).statements
    assert found.parent is None
    assert found.content.text == "it sank at noon"
