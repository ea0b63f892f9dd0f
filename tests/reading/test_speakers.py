"""Who says so: sources resolved within their report."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.resolving import resolver
from reportedly.reading.speakers import Speakers
from reportedly.values import Along, Passage, Sentence, SpeakerKind, Word
from tests.building import reading
from tests.reading.sourced import names, sourced, speakers

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Finding, Speaker, Statement

PARTS = "NOUN PROPN VERB AUX ADJ ADP DET PRON NUM PUNCT CCONJ SCONJ PART ADV X".split()
PIECES = [
    "Ana",
    "Ferro",
    "Mr",
    "he",
    "they",
    "the",
    "minister",
    "of",
    "and",
    "Norway",
    "'s",
    ",",
    '"',
    "said",
    "two",
    "-",
    ".",
]


def value(finding: Finding[str] | None) -> str:
    """Return a finding's words, or nothing."""
    return finding.value if finding else ""


def alone(pipeline: Pipeline, marked: str) -> Speaker:
    """Return the speaker of a text's last source."""
    return speakers(pipeline, marked)[-1]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Ana Ferro] spoke first. [Ferro] left early.", "Ana Ferro"),
        ("[Ana Ferro] spoke first. [Mrs Ferro] left early.", "Ana Ferro"),
        ("Ana Ferro met Jo Berg. [Ferro] left early.", "Ana Ferro"),
        ("[Harbour master Jo Berg] spoke. [The harbour master] left.", "Jo Berg"),
        ("[The harbour master, Jo Berg,] spoke. [He] left.", "Jo Berg"),
        ("[Jo Berg, 41, a spokesman for the port,] spoke. [The spokesman] left.", "Jo Berg"),
        ("[President Ana Ferro] spoke. [The president] left.", "Ana Ferro"),
        ("[Defence Minister Ana Ferro] met [Finance Minister Jo Berg]. [The defence minister] left.", "Ana Ferro"),
        ("[Its secretary, Jo Berg,] spoke for the dockers' union.", "Jo Berg"),
        ("[UN envoy to Norway John Berg] spoke.", "John Berg"),
        ("[The Merrow Gazette] reported it. [The newspaper] has more.", "Merrow Gazette"),
        ("[The Merrow Gazette] reported it. [The Gazette] has more.", "Merrow Gazette"),
        ("[Merrow Line] spoke. [The company] has more.", "Merrow Line"),
        ("[The World Health Organization (WHO)] spoke. [The WHO] has more.", "World Health Organization"),
        ("[The Ministry of Defence] spoke. [The ministry] has more.", "Ministry of Defence"),
        ("[The Supreme Court] ruled. [The court] has more.", "Supreme Court"),
        ("[A senior Norwegian official] spoke. [The official] added more.", "senior Norwegian official"),
        ("[Paris's domestic spy agency] spoke. [The agency] added more.", "Paris's domestic spy agency"),
        ("[An internal memo] tells it. [The memo] tells more.", "internal memo"),
        ("[Doctors at Lessa General Hospital] spoke.", "Doctors at Lessa General Hospital"),
        ("[People familiar with the matter] spoke.", "People familiar with the matter"),
        ("[The dockers' union] spoke.", "dockers' union"),
    ],
)
def test_a_source_has_the_fullest_name(pipeline: Pipeline, marked: str, name: str) -> None:
    """Surnames, titles, definite phrases and short names lead to the name, or to the phrase that came first."""
    assert names(pipeline, marked)[-1] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Mayor Ana Ferro] met Jo Berg. [She] left.", "Ana Ferro"),
        ("[Mayor Ana Ferro] met John Berg. [He] left.", "John Berg"),
        ("[John Berg] believes {[he] will win}.", "John Berg"),
        ("[Two officials] spoke. [They] left.", "officials"),
        ("[Ana Ferro and John Berg] spoke. [They] left.", "Ana Ferro and John Berg"),
        ("[The Lessa Clinic] spoke. [It] has more.", "Lessa Clinic"),
        ('[John Berg] said: "{[I] think so}."', "John Berg"),
        ('[Ana Ferro, director of the Lessa Clinic,] said: "{[We] think so}."', "Lessa Clinic"),
        ("[Two officials] spoke. [One of them] left.", "officials"),
        ('{The road is shut}, [Ana Ferro] said. "{It will stay so}," [she] added.', "Ana Ferro"),
    ],
)
def test_a_pronoun_goes_back(pipeline: Pipeline, marked: str, name: str) -> None:
    """Pronouns stand for who speaks or acts near before, by gender and number, and say that they were resolved."""
    speaker = speakers(pipeline, marked)
    found = next(one for one in speaker if one.name and one.name.made_by.reason and "'" in one.name.made_by.reason)
    assert value(found.name) == name


@pytest.mark.parametrize(
    ("marked", "kind", "named"),
    [
        ("[Ana Ferro] spoke.", SpeakerKind.PERSON, True),
        ("[Merrow Line] spoke.", SpeakerKind.ORGANISATION, True),
        ("[The union] spoke.", SpeakerKind.ORGANISATION, True),
        ("[The coastguard] spoke.", SpeakerKind.GOVERNMENT, True),
        ("[Police] spoke.", SpeakerKind.GOVERNMENT, True),
        ("[Oslo] spoke.", SpeakerKind.GOVERNMENT, True),
        ("[The Kremlin] spoke.", SpeakerKind.GOVERNMENT, True),
        ("[Norway] spoke.", SpeakerKind.GOVERNMENT, True),
        ("[The Merrow Gazette] reported it.", SpeakerKind.PUBLICATION, True),
        ("[Reuters] reported it.", SpeakerKind.PUBLICATION, True),
        ("[The indictment] tells it.", SpeakerKind.DOCUMENT, True),
        ("[A leaked memo] tells it.", SpeakerKind.DOCUMENT, False),
        ("[A senior official] spoke.", SpeakerKind.UNNAMED_PERSON, False),
        ("[A spokesman for the port] spoke.", SpeakerKind.UNNAMED_PERSON, False),
        ("[Two officials] spoke.", SpeakerKind.UNNAMED_GROUP, False),
        ("[Critics] spoke.", SpeakerKind.UNNAMED_GROUP, False),
        ("[A group of parents] spoke.", SpeakerKind.UNNAMED_GROUP, False),
        ("[Residents of Lessa] spoke.", SpeakerKind.GROUP, False),
        ("[Ana Ferro and Jo Berg] spoke.", SpeakerKind.GROUP, True),
        ("[Police and witnesses] spoke.", SpeakerKind.GROUP, False),
    ],
)
def test_kinds(pipeline: Pipeline, marked: str, kind: SpeakerKind, named: bool) -> None:  # noqa: FBT001 - a case's value
    """Every kind of speaker is told apart, and so is whether they are named."""
    speaker = alone(pipeline, marked)
    assert (speaker.kind.value, speaker.named) == (kind, named)


@pytest.mark.parametrize(
    ("marked", "role", "affiliation"),
    [
        ("[Jo Berg, a spokesman for the Ministry of Defence,] spoke.", "spokesman", "Ministry of Defence"),
        ("[The head of the dockers' union, Jo Berg,] spoke.", "head", "dockers' union"),
        ("[Coastguard commander Jo Berg] spoke.", "commander", "Coastguard"),
        ("[Merrow Line] spoke. [Its chief executive, Jo Berg,] left.", "chief executive", "Merrow Line"),
        ("[Professor Ana Ferro of the Maritime Institute] spoke.", "Professor", "Maritime Institute"),
        ("[Ana Ferro, who works for the Corvin Bank,] spoke.", "", "Corvin Bank"),
        ("[Velmar's ambassador to Norway, Jo Berg,] spoke.", "ambassador to Norway", "Velmar"),
        ("[Doctors at Lessa General Hospital] spoke.", "Doctors", "Lessa General Hospital"),
        ("[Two former crew members] spoke.", "former crew members", ""),
        ("[A senior official] spoke.", "official", ""),
        ("[A woman] spoke.", "", ""),
        ("[Merrow Line] spoke. [A spokeswoman, Ana Ferro,] left.", "spokeswoman", "Merrow Line"),
    ],
)
def test_roles_and_affiliations(pipeline: Pipeline, marked: str, role: str, affiliation: str) -> None:
    """The role is in the report's words without what only ranks it; the affiliation is the body in its fullest ones."""
    speaker = alone(pipeline, marked)
    assert (value(speaker.role), value(speaker.affiliation)) == (role, affiliation)


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("[Norwegian police] spoke.", "NO"),
        ("[Paris's domestic spy agency] spoke.", "FR"),
        ("[The White House] spoke.", "US"),
        ("[The mayor of Bergen] spoke.", "NO"),
        ("[French President Ana Ferro] spoke.", "FR"),
        ("[Norway's Health Agency] spoke.", "NO"),
        ("[The Danish Food Authority] spoke. [A senior official at the authority] left.", "DK"),
        ("[The Danish dairy group Halvorsby] spoke. [Its chairman, Jo Berg,] left.", "DK"),
        ("[Rep. Ana Ferro (R-Texas)] spoke.", "US"),
        ("[The Home Secretary, Ana Ferro,] spoke.", "GB"),
        ("Norway and Norwegian towns await Norway's vote. [European officials] spoke.", ""),
        ("[Ana Ferro] spoke.", ""),
    ],
)
def test_countries(pipeline: Pipeline, marked: str, country: str) -> None:
    """The country is what the words for a speaker tell, or those for whom they belong to."""
    assert value(alone(pipeline, marked).country) == country


def test_how_many_and_why_not_named(pipeline: Pipeline) -> None:
    """The number of several, the words for how reliable they are, and the stated reason for not naming are kept."""
    two = alone(pipeline, "[Two usually reliable sources] spoke.")
    assert two.count is not None
    assert (two.count.value, value(two.reliability)) == (2, "usually reliable")
    marked = "[An officer, who spoke on condition of anonymity because the talks are private,] told it. [He] left."
    told = speakers(pipeline, marked)
    assert [value(one.anonymity) for one in told] == ["because the talks are private"] * 2


def test_the_one_who_is_the_same_has_one_id(pipeline: Pipeline) -> None:
    """All ways of speaking of somebody have one id, other people have others, and so have two officials."""
    told = speakers(
        pipeline,
        "[Mayor Ana Ferro] spoke. [Ferro] left. [The mayor] came back. [She] sat. [Jo Berg] stood. "
        "[An official] spoke. [Another official] left.",
    )
    assert len({one.id for one in told[:4]}) == 1
    assert len({one.id for one in told}) == 4


def test_two_who_could_be_meant_stay_apart(pipeline: Pipeline) -> None:
    """A second official is not the first, another's lawyer not this one's, a foreign minister not one of defence."""
    told = names(
        pipeline,
        "[A senior official] spoke. [A second official] left. [Ana Ferro's lawyer] spoke. [Jo Berg's lawyer] left. "
        "[The defence minister] spoke. [The foreign minister] left.",
    )
    assert len(set(told)) == 6


def test_the_publisher_speaks(pipeline: Pipeline) -> None:
    """The outlet's name in its own report, "we" outside quotations, and "this newspaper" are the publisher."""
    marked = "[The Gazette] could not confirm it. [We] asked twice. [This newspaper] will ask again."
    made = sourced(pipeline, marked, publisher="The Merrow Gazette")
    publisher = resolver(made).publisher
    told = Speakers()(made).statements
    assert told is not None
    assert {one.speaker.id for one in told if one.speaker} == {publisher.id}
    assert (publisher.kind.value, value(publisher.name)) == (SpeakerKind.PUBLICATION, "The Merrow Gazette")
    assert not resolver(sourced(pipeline, marked)).publisher.named


def test_any_words_can_be_resolved(pipeline: Pipeline) -> None:
    """A passage that is no source is resolved as a source is; one without words is refused."""
    made = sourced(pipeline, "[Ana Ferro] told the Merrow Gazette so.")
    text = made.report.text
    start = text.index("the Merrow")
    told = resolver(made).speaker(Passage.of(text, [(start, start + len("the Merrow Gazette"))]))
    assert (told.kind.value, value(told.name)) == (SpeakerKind.PUBLICATION, "Merrow Gazette")
    with pytest.raises(ValueError, match="names nobody"):
        resolver(made).speaker(Passage(text))


def test_no_source_no_speaker(pipeline: Pipeline) -> None:
    """A statement without a source has no speaker."""
    made = sourced(pipeline, "[Ana Ferro] left.")
    (statement,) = made.statements
    bare = dataclasses.replace(made, statements=(dataclasses.replace(statement, source=Passage(made.report.text)),))
    statements = Speakers()(bare).statements
    assert statements is not None
    assert statements[0].speaker is None


@given(
    st.lists(st.tuples(st.sampled_from(PIECES) | st.text(min_size=1, max_size=4), st.sampled_from(PARTS)), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6), st.integers(0, 40), st.integers(1, 9)), max_size=4),
)
@settings(max_examples=300, deadline=None)
def test_any_words_have_speakers(pieces: list[tuple[str, str]], places: list[tuple[int, int, int, int]]) -> None:
    """Whatever the words and their parts of speech, every source has a speaker, whose words stand in the text."""
    words: list[Word] = []
    text = ""
    for shown, part in pieces:
        words.append(Word(len(text), len(text) + len(shown), part))
        text += shown + " "
    made = reading(text, [])
    ends = [(word.start, word.end) for word in words]
    statements: list[Statement] = []
    for first, length, other, more in places:
        if first < len(words) and other < len(words):
            source = Passage.of(text, [(ends[first][0], ends[min(first + length, len(words)) - 1][1])])
            content = Passage.of(text, [(ends[other][0], ends[min(other + more, len(words)) - 1][1])])
            (template,) = reading(text, [(None, None, None)]).statements
            identity = f"s{len(statements)}"
            statements.append(dataclasses.replace(template, id=identity, source=source, content=content))
    sentences = [Sentence(0, words[-1].end, 0, len(words))] if words else []
    made = dataclasses.replace(made, statements=tuple(statements), words=Along(words), sentences=Along(sentences))
    told = Speakers()(made).statements
    assert told is not None
    for statement in told:
        speaker = statement.speaker
        assert speaker is not None
        for finding in (speaker.name, speaker.role, speaker.affiliation, speaker.reliability, speaker.anonymity):
            assert finding is None or finding.value == finding.words.text or not finding.words
    assert Speakers()(made).statements == told
