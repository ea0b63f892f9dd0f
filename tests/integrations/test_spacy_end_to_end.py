"""The spaCy component with the packaged model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import reportedly
from reportedly.values import Report

spacy = pytest.importorskip("spacy", reason="the spaCy component is tested only where spaCy is installed")

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Make a blank English pipeline with the component."""
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("reportedly")
    return nlp


def test_document_holds_what_is_read(nlp: Language, root: Path) -> None:
    """A document of a report's text has the statements that are read in the text, and a span for each piece."""
    text = (root / "examples/ferry-fire/1-island-press-wire.txt").read_text(encoding="utf-8")
    doc = nlp(text)
    statements = reportedly.read_text(text).statements
    assert doc._.reading.report == Report(text=text)
    assert doc._.statements == statements
    assert statements
    pieces = [
        (statement.id, role.upper())
        for statement in statements
        for role in ("source", "cue", "content")
        for _ in getattr(statement, role).spans
    ]
    assert [(span.id_, span.label_) for span in doc.spans["reportedly"]] == pieces


def test_stream_is_read_as_one_at_a_time(nlp: Language, root: Path) -> None:
    """Documents in a stream hold what each holds alone."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "examples").rglob("*.txt"))]
    assert [doc._.reading for doc in nlp.pipe(texts, batch_size=2)] == [nlp(text)._.reading for text in texts]


def test_plain_sentence_is_read(nlp: Language) -> None:
    """The sentence of the documentation is read: who denies what."""
    statement = nlp("The shipping company denied that its crew had ignored the warning.")._.statements[0]
    assert statement.source.text == "The shipping company"
    assert statement.cue.text == "denied"
    assert "its crew had ignored the warning" in statement.content.text
