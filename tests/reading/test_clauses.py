"""The main clause of some words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.clause import Clause, Mood
from reportedly.reading.clauses import Clauses, clauses
from reportedly.reading.groups import Tense
from reportedly.values import Along, Passage, Span
from tests.reading.phrasing import tagged

PARTS = "NOUN PROPN VERB AUX ADJ ADV ADP DET PRON NUM PART CCONJ SCONJ PUNCT INTJ X".split()
SHOWN = (
    "the harbour Ferro says said was is be been to that who if when unless will would not no and by for of taken seen "
    "closed closing let had were , . ? : “ ” ’s n't it he they I think likely 's - 40"
).split()


def main(words: str) -> tuple[str, Clause]:
    """Return a text and its main clause."""
    text, made = tagged(words)
    clause = Clauses(text, made).of(Passage.of(text, [(0, len(text))]))
    assert clause is not None
    return text, clause


def shown(text: str, span: Span | None) -> str:
    """Return the words of a span."""
    return "" if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("words", "group", "tense", "modal"),
    [
        ("that/SCONJ the/DET bridge/NOUN is/AUX shut/ADJ", "is", Tense.PRESENT, ""),
        ("the/DET ferry/NOUN has/AUX not/PART yet/ADV sailed/VERB", "has not yet sailed", Tense.PRESENT, ""),
        ("it/PRON will/AUX be/AUX rebuilt/VERB", "will be rebuilt", Tense.MODAL, "will"),
        ("they/PRON are/AUX going/VERB to/PART sail/VERB", "are going to sail", Tense.MODAL, "will"),
        ("to/PART rebuild/VERB the/DET pier/NOUN", "to rebuild", Tense.INFINITIVE, ""),
        ("at/ADP least/ADJ ten/NUM to/PART have/AUX died/VERB", "to have died", Tense.INFINITIVE, ""),
        ("Engineers/NOUN seen/VERB at/ADP the/DET port/NOUN", "seen", Tense.PARTICIPLE, ""),
        ("closing/VERB the/DET road/NOUN", "closing", Tense.GERUND, ""),
        ("Stop/VERB the/DET works/NOUN", "Stop", Tense.PRESENT, ""),
        ("an/DET inquiry/NOUN", "", Tense.NONE, ""),
        ("whether/SCONJ the/DET gate/NOUN was/AUX locked/ADJ", "was", Tense.PAST, ""),
        ("how/SCONJ many/ADJ died/VERB", "died", Tense.PAST, ""),
        ("the/DET work/NOUN ca/AUX n't/PART go/VERB on/ADV", "ca n't go", Tense.MODAL, "can"),
    ],
)
def test_the_verb_group_is_found(words: str, group: str, tense: Tense, modal: str) -> None:
    """Auxiliaries, negation and verb stand together, and their first form gives the tense."""
    text, clause = main(words)
    assert shown(text, clause.group) == group
    assert (clause.tense, clause.modal) == (tense, modal)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("When/SCONJ the/DET crew/NOUN left/VERB ,/PUNCT the/DET pier/NOUN burned/VERB", "burned"),
        ("the/DET men/NOUN who/PRON came/VERB and/CCONJ went/VERB were/AUX guests/NOUN", "were"),
        ("the/DET pictures/NOUN he/PRON took/VERB show/VERB a/DET ship/NOUN", "show"),
        ("the/DET town/NOUN attacked/VERB on/ADP Monday/PROPN was/AUX empty/ADJ", "was"),
        ("In/ADP March/PROPN ,/PUNCT the/DET owner/NOUN sold/VERB it/PRON", "sold"),
        ("Yes/INTJ ./PUNCT We/PRON sold/VERB it/PRON", "sold"),
    ],
)
def test_what_hangs_on_the_main_clause_is_passed_over(words: str, verb: str) -> None:
    """Subordinate and relative clauses, with a relative or without, do not give the main verb."""
    assert main(words)[1].verb == verb


@pytest.mark.parametrize(
    ("words", "negation"),
    [
        ("no/DET troops/NOUN are/AUX there/ADV", "no"),
        ("it/PRON was/AUX never/ADV signed/VERB", "never"),
        ("she/PRON had/VERB nothing/PRON to/PART add/VERB", "nothing"),
        ("I/PRON do/AUX n't/PART think/VERB he/PRON left/VERB", "n't"),
        ("they/PRON not/PART only/ADV sang/VERB", ""),
        ("there/PRON is/AUX no/DET doubt/NOUN that/SCONJ he/PRON left/VERB", ""),
        ("members/NOUN were/AUX told/VERB not/PART to/PART talk/VERB", ""),
    ],
)
def test_negation_is_that_of_the_main_clause(words: str, negation: str) -> None:
    """It stands in the subject, at the verb, right behind it, or at a verb of thinking in front."""
    text, clause = main(words)
    assert shown(text, clause.negation) == negation


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("If/SCONJ confirmed/VERB ,/PUNCT it/PRON would/AUX be/AUX the/DET first/ADJ", "If"),
        ("it/PRON will/AUX sail/VERB unless/SCONJ the/DET wind/NOUN turns/VERB", "unless"),
        ("Had/AUX he/PRON known/VERB ,/PUNCT he/PRON would/AUX have/AUX stayed/VERB", "Had"),
        ("it/PRON will/AUX sail/VERB even/ADV if/SCONJ the/DET wind/NOUN turns/VERB", ""),
        ("if/SCONJ the/DET gate/NOUN was/AUX locked/ADJ", ""),
    ],
)
def test_a_condition_is_one_that_the_main_clause_depends_on(words: str, condition: str) -> None:
    """Not every "if" opens one: "even if" does not, nor does the "if" of a question that is asked."""
    text, clause = main(words)
    assert shown(text, clause.condition) == condition


def test_a_frame_is_not_the_main_clause() -> None:
    """Of "I think he left" the main clause is "he left", and the frame is kept."""
    text, clause = main("I/PRON think/VERB that/SCONJ he/PRON left/VERB")
    assert clause.verb == "left"
    assert shown(text, clause.frame) == "I think"
    assert clause.start == 0


@pytest.mark.parametrize(
    ("words", "mood"),
    [
        ("Did/AUX he/PRON see/VERB it/PRON ?/PUNCT", Mood.ASKS),
        ("Stop/VERB the/DET works/NOUN", Mood.BIDS),
        ("Do/AUX n't/PART go/VERB", Mood.BIDS),
        ("Let/PROPN ’s/PART go/VERB", Mood.BIDS),
        ("he/PRON saw/VERB it/PRON", Mood.TELLS),
    ],
)
def test_moods(words: str, mood: Mood) -> None:
    """Questions and imperatives are told from what is told."""
    assert main(words)[1].mood is mood


def test_the_forms_of_a_group() -> None:
    """Perfect, progressive, passive and copula are told apart, also where the tagger takes an adjective for a verb."""
    assert main("it/PRON has/AUX been/AUX sold/VERB")[1].passive
    assert main("it/PRON has/AUX been/AUX sold/VERB")[1].perfect
    assert main("they/PRON were/AUX being/AUX watched/VERB")[1].progressive
    assert main("it/PRON was/AUX aware/VERB of/ADP it/PRON")[1].copula


def test_pieces_are_read_as_one() -> None:
    """A content in pieces has one main clause, without the words between them."""
    text, words = tagged("The/DET fire/NOUN ,/PUNCT she/PRON said/VERB ,/PUNCT began/VERB below/ADV")
    clause = Clauses(text, words).of(Passage.of(text, [(0, 8), (text.index("began"), len(text))]))
    assert clause is not None
    assert clause.verb == "began"


def test_no_words_have_no_clause() -> None:
    """An empty passage has none."""
    assert Clauses("", Along()).of(Passage("")) is None


def test_stages_share_what_is_found() -> None:
    """The same text and words give the same finder."""
    text, words = tagged("It/PRON burned/VERB")
    assert clauses(text, words) is clauses(text, Along(list(words)))


@given(st.lists(st.tuples(st.sampled_from(SHOWN), st.sampled_from(PARTS)), min_size=1, max_size=40))
def test_any_words_have_a_clause_within_them(words: list[tuple[str, str]]) -> None:
    """Whatever the words and their tags, nothing is raised, and all that is told lies within them."""
    text, made = tagged(" ".join(f"{shown}/{part}" for shown, part in words))
    whole = Passage.of(text, [(0, len(text))])
    finder = Clauses(text, made)
    clause = finder.of(whole)
    assert isinstance(finder.past(whole), bool)
    assert isinstance(finder.charged(whole), bool)
    spans = [finder.head(whole)]
    if clause is not None:
        assert 0 <= clause.start < clause.end <= len(text)
        spans += [clause.subject, clause.group, clause.negation, clause.condition, clause.frame]
    assert all(0 <= span.start < span.end <= len(text) for span in spans if span is not None)
