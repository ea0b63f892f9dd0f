"""The spaCy component."""

from __future__ import annotations

import copy
import dataclasses
import importlib.metadata
import json
import multiprocessing
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reportedly.values import Caution, MadeBy, Passage, Reading, Report, Statement, stable_id

spacy = pytest.importorskip("spacy", reason="the spaCy component is tested only where spaCy is installed")

from spacy.tokens import Doc, DocBin  # noqa: E402 - only where spaCy is installed

from reportedly.integrations.spacy import DATA, StatementReader  # noqa: E402 - only where spaCy is installed
from tests.strait import strait  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.language import Language

TEXT = "It rained. The mayor said the bridge was unsafe. Nobody said why; a clerk said it had been sold."
OTHER = "A porter said nothing had come."


class Regular:
    """Reads `NAME said CLAUSE.` by a regular expression, in place of the packaged model; keeps the sizes of batches."""

    def __init__(self, min_confidence: float | None = None) -> None:
        """Take the least confidence, as the packaged pipeline does."""
        self.min_confidence = min_confidence
        self.batches: list[int] = []

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read each report; note how many there were."""
        batch = list(reports)
        self.batches.append(len(batch))
        return map(self.read, batch)

    def read(self, report: Report) -> Reading:
        """Read one report."""
        statements = []
        for found in re.finditer(r"((?:The|A|a) \w+) (said) ([^.;]+)", report.text):
            source, cue, content = (Passage.of(report.text, [found.span(group)]) for group in (1, 2, 3))
            identity = stable_id("s", report.id, content.pairs)
            made_by = MadeBy("attribution", "test", None)
            statements.append(Statement(identity, source, cue, content, None, 0.75, made_by))
        kept = tuple(s for s in statements if s.confidence >= (self.min_confidence or 0))
        return Reading(report, kept, (Caution("test", "read by a regular expression"),))


@pytest.fixture(autouse=True)
def regular(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the component read with `Regular`."""
    monkeypatch.setattr("reportedly.reading.default_pipeline", Regular)


@pytest.fixture
def nlp() -> Language:
    """Make a blank English pipeline with the component."""
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("reportedly")
    return nlp


def test_statements_are_those_of_the_reading(nlp: Language) -> None:
    """`doc._.reading` equals what the pipeline reads in the same text, statements and warnings and all."""
    doc = nlp(TEXT)
    assert doc._.reading == Regular().read(Report(text=TEXT))
    assert doc._.statements == doc._.reading.statements
    assert [statement.source.text for statement in doc._.statements] == ["The mayor", "a clerk"]


def test_text_is_left_alone(nlp: Language) -> None:
    """The component changes no character and no token of a document."""
    doc = nlp(TEXT)
    blank = spacy.blank("en")(TEXT)
    assert doc.text == TEXT
    assert [token.text_with_ws for token in doc] == [token.text_with_ws for token in blank]


def test_every_piece_is_a_span_with_its_statements_id(nlp: Language) -> None:
    """The span group holds source, cue and content of every statement, labelled, under the statement's id."""
    doc = nlp(TEXT)
    mayor, clerk = (statement.id for statement in doc._.statements)
    assert [(span.id_, span.label_, span.text) for span in doc.spans["reportedly"]] == [
        (mayor, "SOURCE", "The mayor"),
        (mayor, "CUE", "said"),
        (mayor, "CONTENT", "the bridge was unsafe"),
        (clerk, "SOURCE", "a clerk"),
        (clerk, "CUE", "said"),
        (clerk, "CONTENT", "it had been sold"),
    ]


def test_pieces_are_widened_to_whole_tokens(nlp: Language) -> None:
    """A piece that ends inside a token takes the whole token in `doc.spans`, and stays exact in `doc._`."""
    text = "The mayor said it cost ten"
    words = ["The", "mayor", "said", "it", "cost", "ten pounds"]
    doc = Doc(nlp.vocab, words=words, spaces=[True] * 5 + [False])
    reading = Regular().read(Report(text=text))
    component = nlp.get_pipe("reportedly")
    assert isinstance(component, StatementReader)
    component.set_annotations([doc], [reading])
    assert doc.spans["reportedly"][2].text == "it cost ten pounds"
    assert doc._.statements[0].content.text == "it cost ten"


def test_predicting_changes_nothing(nlp: Language) -> None:
    """`predict` leaves a document as it was."""
    doc = nlp.make_doc(TEXT)
    component = nlp.get_pipe("reportedly")
    assert isinstance(component, StatementReader)
    before = doc.to_bytes()
    assert len(component.predict([doc])[0].statements) == 2
    assert doc.to_bytes() == before


def test_batches_give_what_single_documents_give(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nlp.pipe` reads in batches of the size asked for, keeps the order, and gives what one at a time gives."""
    texts = [TEXT, OTHER, "", TEXT, "Snow."]
    singles = [nlp(text)._.reading for text in texts]
    batches = Regular()
    monkeypatch.setattr(nlp.get_pipe("reportedly"), "pipeline", batches)
    assert [doc._.reading for doc in nlp.pipe(texts, batch_size=2)] == singles
    assert batches.batches == [2, 2, 1]


def test_confidence_is_passed_on() -> None:
    """`min_confidence` of the configuration reaches the engine."""
    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly", config={"min_confidence": 0.9})
    assert nlp(TEXT)._.statements == ()


def test_spans_key_is_passed_on() -> None:
    """`spans_key` of the configuration names the span group."""
    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly", config={"spans_key": "sc"})
    assert set(nlp(TEXT).spans) == {"sc"}


def test_reading_again_replaces(nlp: Language) -> None:
    """A document that is read twice holds its statements once."""
    doc = nlp(nlp(TEXT))
    assert len(doc._.statements) == 2
    assert len(doc.spans["reportedly"]) == 6


def test_unread_document_has_no_reading() -> None:
    """A document that no component has read has no reading and no statements."""
    doc = spacy.blank("en")(TEXT)
    assert doc._.reading is None
    assert doc._.statements == ()


def test_pipeline_comes_back_from_disk(tmp_path: Path) -> None:
    """A saved spaCy pipeline keeps the component and its configuration."""
    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly", config={"min_confidence": 0.5, "spans_key": "sc"})
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again(TEXT)._.reading == nlp(TEXT)._.reading
    component = again.get_pipe("reportedly")
    assert isinstance(component, StatementReader)
    assert (component.min_confidence, component.spans_key) == (0.5, "sc")


def test_documents_come_back_from_bytes(nlp: Language) -> None:
    """A document written with spaCy's own formats keeps reading and spans, ids and labels included."""
    doc = nlp(TEXT)
    spans = [(span.id_, span.label_, span.text) for span in doc.spans["reportedly"]]
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    fresh = spacy.blank("en").vocab
    for again in (
        Doc(fresh).from_bytes(doc.to_bytes()),
        *DocBin(store_user_data=True).from_bytes(stored).get_docs(fresh),
    ):
        assert again._.reading == doc._.reading
        assert [(span.id_, span.label_, span.text) for span in again.spans["reportedly"]] == spans


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork",
    reason="the stand-in for the model reaches another process by fork only",
)
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_readings_cross_processes(nlp: Language) -> None:
    """`nlp.pipe` over two processes gives the same readings as one."""
    texts = [TEXT, OTHER]
    readings = [doc._.reading for doc in nlp.pipe(texts)]
    assert [doc._.reading for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == readings


def test_component_is_made_again_from_its_configuration() -> None:
    """A copy, such as another process gets, has the same configuration and a model of its own."""
    nlp = spacy.blank("en")
    component = nlp.add_pipe("reportedly", name="who", config={"min_confidence": 0.5, "spans_key": "sc"})
    again = copy.copy(component)
    assert isinstance(again, StatementReader)
    assert (again.name, again.min_confidence, again.spans_key) == ("who", 0.5, "sc")
    assert again.pipeline is not component.pipeline


def test_factory_is_found_without_an_import() -> None:
    """The installed package tells spaCy where the factory is."""
    entries = importlib.metadata.entry_points(group="spacy_factories", name="reportedly")
    assert [entry.value for entry in entries] == ["reportedly.integrations.spacy:make"]


def test_importing_the_factory_loads_no_model() -> None:
    """Importing the module, as spaCy does for any pipeline at all, loads neither onnxruntime nor tokenizers."""
    code = "import sys, reportedly.integrations.spacy; print({'onnxruntime', 'tokenizers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_reading_data_is_plain(nlp: Language) -> None:
    """What is kept in `doc.user_data` does not repeat the text."""
    doc = nlp(TEXT)
    assert set(doc.user_data[DATA]) == {
        "statements",
        "places",
        "times",
        "quantities",
        "wires",
        "voice",
        "headline",
        "warnings",
    }
    assert "bridge" not in repr(doc.user_data[DATA]["statements"])
    json.dumps(doc.user_data[DATA])


def test_what_is_understood_comes_back(nlp: Language) -> None:
    """Speakers, chains, stances and all else that is read come back from the document, also from its bytes."""
    made = dataclasses.replace(strait(), headline=None)  # it is in the title, which no document has
    doc = nlp.make_doc(made.report.text)
    component = nlp.get_pipe("reportedly")
    assert isinstance(component, StatementReader)
    component.set_annotations([doc], [made])
    for again in (doc, Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())):
        assert again._.statements == made.statements
        assert again._.reading.voice == made.voice
        assert again._.reading.wires == made.wires
    assert doc._.statements[1].stance.value == "cannot-confirm"
    assert doc._.statements[0].speaker.name.value == "senior official"
