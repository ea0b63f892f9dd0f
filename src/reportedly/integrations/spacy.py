"""A spaCy component: every statement of a document, in `doc.spans` and `doc._`.

    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly")
    doc = nlp("The mayor denied that she had sold the bridge.")
    doc._.statements[0].source.text

spaCy finds the factory by the entry point group `spacy_factories` and then imports this module whenever it makes any
pipeline at all, so nothing heavy is imported here before somebody adds the component.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from reportedly.exchange.json import encode
from reportedly.values import Report
from reportedly.values.restoring import restore

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, SpanGroup
except ModuleNotFoundError as missing:
    if missing.name != "spacy":
        raise
    msg = "the spaCy component needs spaCy: pip install 'reportedly[spacy]'"
    raise ModuleNotFoundError(msg, name="spacy") from missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportedly.reading import Pipeline
    from reportedly.values import Passage, Reading, Statement

__all__ = ["DATA", "FACTORY", "ROLES", "SPANS_KEY", "StatementReader", "make"]

FACTORY = "reportedly"
"""The name to give to `nlp.add_pipe`."""

SPANS_KEY = "reportedly"
"""The key in `doc.spans` where the pieces are put unless the configuration names another."""

DATA = "reportedly"
"""The key in `doc.user_data` under which a reading is kept, in plain values that spaCy can write and send."""

LEFT_OUT = frozenset({"report", "summary"})
"""Keys of a reading that are not kept: the document has the text, and the counts can be counted again."""

ROLES = ("source", "cue", "content")
"""The roles of a piece; its span's label is the role in capital letters."""

BATCH_SIZE = 32
"""Documents read together by `pipe` when spaCy names no number."""


class StatementReader:
    """Reads who says what in a document, and writes it beside the text, which it never changes.

    `pipeline` reads, `name` is the component's name in the spaCy pipeline, `spans_key` the key in `doc.spans`, and
    `min_confidence` the engine's confidence from which a statement is kept (None for the engine's own choice).
    """

    def __init__(self, pipeline: Pipeline, name: str, *, spans_key: str, min_confidence: float | None) -> None:
        """Keep what is needed to read, and to be made again in another process."""
        self.pipeline = pipeline
        self.name = name
        self.spans_key = spans_key
        self.min_confidence = min_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        self.set_annotations((doc,), self.predict((doc,)))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH_SIZE) -> Iterator[Doc]:
        """Read a stream of documents, `batch_size` at a time, and yield them in their order."""
        documents = iter(stream)
        while batch := tuple(itertools.islice(documents, batch_size)):
            self.set_annotations(batch, self.predict(batch))
            yield from batch

    def predict(self, docs: Sequence[Doc]) -> list[Reading]:
        """Read the documents' texts; change nothing."""
        return list(self.pipeline.read_many(Report(text=doc.text) for doc in docs))

    def set_annotations(self, docs: Sequence[Doc], readings: Sequence[Reading]) -> None:
        """Write each reading into its document, in place of any reading that this component left there before."""
        for doc, reading in zip(docs, readings, strict=True):
            doc.user_data[DATA] = _plain(reading)
            doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=list(_spans(doc, reading)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as configuration: a loaded model does not."""
        return _again, (self.name, self.spans_key, self.min_confidence)


@Language.factory(
    FACTORY,
    assigns=["doc.spans", "doc._.reading", "doc._.statements"],
    default_config={"min_confidence": None, "spans_key": SPANS_KEY},
)
def make(nlp: Language, name: str, min_confidence: float | None, spans_key: str) -> StatementReader:
    """Make the component; spaCy calls this for `nlp.add_pipe("reportedly")`. BundleError where the model is damaged."""
    del nlp  # a statement is read in the text, whatever else the spaCy pipeline knows about it
    return _again(name, spans_key, min_confidence)


def _again(name: str, spans_key: str, min_confidence: float | None) -> StatementReader:
    """Make a component from its configuration."""
    from reportedly.reading import default_pipeline  # noqa: PLC0415 - loads onnxruntime

    pipeline = default_pipeline(min_confidence=min_confidence)
    return StatementReader(pipeline, name, spans_key=spans_key, min_confidence=min_confidence)


def _spans(doc: Doc, reading: Reading) -> Iterator[Span]:
    """Yield a span for every piece, widened to whole tokens, with the statement's id as `id_` and the role as label."""
    for statement in reading.statements:
        for role in ROLES:
            passage: Passage = getattr(statement, role)
            for piece in passage.spans:
                span = doc.char_span(
                    piece.start, piece.end, label=role.upper(), span_id=statement.id, alignment_mode="expand"
                )
                if span is not None:  # a piece of white space between tokens lies in none
                    yield span


def _plain(reading: Reading) -> dict[str, Any]:
    """Write all of a reading but its text, and what spaCy has of its own, in values that msgpack can hold."""
    return {key: value for key, value in encode(reading, digits=None).items() if key not in LEFT_OUT}


def _reading(doc: Doc) -> Reading | None:
    """Return what was read in a document, or None where no component has read it."""
    data = doc.user_data.get(DATA)
    return None if data is None else restore(data, Report(text=doc.text))


def _statements(doc: Doc) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of its text; none where no component has read it."""
    reading = _reading(doc)
    return reading.statements if reading else ()


Doc.set_extension("reading", getter=_reading, force=True)
Doc.set_extension("statements", getter=_statements, force=True)
