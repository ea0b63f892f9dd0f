"""From where a report has what it says in one place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.claims.claim import Relation, RootKind
from reportedly.claims.derivation import derive
from reportedly.claims.provenance import Provenance
from reportedly.values import Channel, EvidenceKind, SpeakerKind, Stance
from tests.building import found as read
from tests.claims.papers import Quote, paper, surrounded
from tests.claims.parts import member

if TYPE_CHECKING:
    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.claims.provenance import Found
    from reportedly.values import Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
OWN = "The old bridge at Lessa would stay shut until the spring."
OFFICIAL, OUTLET, DOCUMENT = SpeakerKind.UNNAMED_PERSON, SpeakerKind.PUBLICATION, SpeakerKind.DOCUMENT
EIGHT, NINE, TEN = (f"2025-03-01T{hour:02}:00Z" for hour in (8, 9, 10))


def said(publisher: str, when: str | None, who: str = "Ana Ferro", before: str = "", **about: Any) -> Reading:  # noqa: ANN401 - whatever a Quote takes
    """Return a report in which somebody says that the bridge would stay shut."""
    return paper(publisher, when, f"{before}{who} said {SHUT}.", Quote(who=who, cue="said", content=SHUT, **about))


def through(publisher: str, when: str, outlet: str = "the Evening Post") -> Reading:
    """Return a report that has it from somebody by way of an outlet."""
    text = f"An official told {outlet} that {SHUT}."
    quote = Quote(who="An official", cue="told", content=SHUT, kind=OFFICIAL, via=(outlet,))
    return paper(publisher, when, text, quote)


def bare(publisher: str, when: str, before: str = "", behind: str = "", *quotes: Quote) -> Reading:
    """Return a report that says it in its own voice."""
    return paper(publisher, when, f"{before}{OWN}{behind}", *quotes, own=[OWN])


def led(*readings: Reading, words: str = "old bridge") -> list[Found]:
    """Return where each report leads that says so, one after the other."""
    entries, people, outlets = surrounded(*readings)
    members = [member(entry, words) for entry in entries]
    return followed(entries, members, Provenance(entries, people, outlets, derive(entries, people, outlets)))


def followed(entries: list[Entry], members: list[Member], provenance: Provenance) -> list[Found]:
    """Return where members lead, after a look at what is told of each."""
    found = provenance.of(members)
    assert all(each.reason for each in found)
    assert all(set(each.reports) <= {entry.id for entry in entries} for each in found)
    return found


def test_a_speaker_is_where_it_comes_from() -> None:
    """A report that quotes somebody leads to them, in its own words for them."""
    (found,) = led(said("Evening Post", EIGHT))
    assert found.who is not None
    assert (found.who.name, found.kind, found.reports) == ("ana ferro", RootKind.SPEAKER, ())
    assert found.reason == "'Ana Ferro' says so"
    (found,) = led(said("Evening Post", EIGHT, "The audit", kind=DOCUMENT))
    assert (found.kind, found.reason) == (RootKind.DOCUMENT, "'The audit' tells so")


def test_who_only_asks_or_denies_stands_for_nothing() -> None:
    """A question and a denial lead nowhere: they are left out."""
    assert led(said("Evening Post", EIGHT, stance=Stance.ASKS)) == []
    entries, people, outlets = surrounded(said("Evening Post", EIGHT))
    refusing = dataclasses.replace(member(entries[0], "bridge"), relation=Relation.DENIES)
    assert Provenance(entries, people, outlets, []).of([refusing]) == []


def test_an_outlet_of_a_chain_leads_to_its_report() -> None:
    """Who was told by way of another outlet, not named, has it from that one's report."""
    first = said("Evening Post", EIGHT, "An official", kind=OFFICIAL)
    own, found = led(first, through("Island Dispatch", NINE))
    assert own.who is not None
    assert (found.who, found.reports) == (None, (first.report.id,))
    assert found.reason == "it has it from Evening Post"


def test_of_an_outlets_reports_those_that_were_there_before_count() -> None:
    """What it published later tells nothing of where another had it from, unless nothing was there before."""
    first, later = said("Evening Post", EIGHT, "An official", kind=OFFICIAL), said("Evening Post", TEN)
    assert led(first, later, through("Island Dispatch", NINE))[2].reports == (first.report.id,)
    assert led(later, through("Island Dispatch", NINE))[1].reports == (later.report.id,)


def test_an_outlet_without_a_report_is_an_end() -> None:
    """An outlet of which there is no report here stands for itself, as an outlet."""
    (found,) = led(said("Island Dispatch", NINE, "The Observer", kind=OUTLET))
    assert (found.kind, found.reports) == (RootKind.OUTLET, ())
    assert "no report here" in found.reason
    _, found = led(
        said("Evening Post", EIGHT, "Ole Dahl"), said("Island Dispatch", NINE, "the Osk Observer", kind=OUTLET)
    )
    assert found.kind is RootKind.OUTLET


def test_a_sentence_in_the_reports_own_voice_says_nothing_of_how_it_knows() -> None:
    """It leads nowhere, unless it names the outlet, the report quotes somebody for it, or has other things from one."""
    first = said("Evening Post", EIGHT)
    assert led(first, bare("Island Dispatch", NINE))[1].reports == ()
    assert led(first, bare("Island Dispatch", NINE))[1].who is None
    naming = paper(
        "Island Dispatch",
        NINE,
        f"As the Evening Post reported, {SHUT}.",
        own=[f"As the Evening Post reported, {SHUT}."],
    )
    assert led(first, naming)[1].reports == (first.report.id,)
    citing = bare("Island Dispatch", NINE, behind="\n\nThe Evening Post reported that divers had found cracks.")
    assert led(first, citing)[1].reason == "the report has other things from there"


def test_a_bare_sentence_beside_a_quotation_has_it_from_there() -> None:
    """Whom its paragraph quotes stands for it: the nearest before, else the nearest behind."""
    quote = Quote(who="Ole Dahl", cue="said", content="divers had found cracks")
    behind = bare("Island Dispatch", NINE, "", " Ole Dahl said divers had found cracks.", quote)
    (found,) = led(behind)
    assert found.who is not None
    assert (found.who.name, found.reason) == ("ole dahl", "the paragraph has it from 'Ole Dahl'")
    elsewhere = bare("Island Dispatch", NINE, "", "\n\nOle Dahl said divers had found cracks.", quote)
    assert led(elsewhere)[0].who is None


def test_copied_words_lead_to_whom_they_are_copied_from() -> None:
    """A copy leads to the report that it copies, whoever is quoted in it."""
    rest = (
        " Divers had gone down twice on Monday and had come up with pictures of every pier but the last one, which lay "
        "deep in the silt of two winters, and of which nobody could say how it looked under the mud and the weed."
    )
    first, copy = (
        paper(name, when, f"{head}\n\nAna Ferro said {SHUT}.{rest}", Quote(who="Ana Ferro", cue="said", content=SHUT))
        for name, when, head in (("Evening Post", EIGHT, "Shut"), ("Island Dispatch", NINE, "Till spring"))
    )
    assert led(first, copy)[1].reports == (first.report.id,)
    assert led(first, copy)[1].reason == "the words are copied from there"


def test_what_a_copy_adds_is_its_own() -> None:
    """Beside words that it copies, a report may have the same from somebody else, in its own."""
    rest = (
        "A car ferry with 214 people on board drifted for nine hours off the island of Lessa on Tuesday after a fire "
        "in its engine room cut all power, and was towed into the northern harbour shortly before dawn by two tugs."
    )
    first, copy = (
        paper(name, when, f"{rest}\n\n{who} said {words}.", Quote(who=who, cue="said", content=words))
        for name, when, who, words in (
            ("Evening Post", EIGHT, "Ana Ferro", SHUT),
            ("Island Dispatch", NINE, "Ole Dahl", "until spring nobody at Lessa would cross the old bridge"),
        )
    )
    _, found = led(first, copy)
    assert found.who is not None
    assert found.who.name == "ole dahl"


def test_a_headline_leads_where_the_body_does() -> None:
    """The headline of a report that quotes somebody is no origin of its own."""
    text = f"Old bridge to stay shut\n\nAna Ferro said {SHUT}."
    reading = paper("Evening Post", EIGHT, text, Quote(who="Ana Ferro", cue="said", content=SHUT))
    entries, people, outlets = surrounded(reading)
    members = [member(entries[0], "Old bridge"), member(entries[0], "old bridge")]
    assert members[0].proposition.headline
    headline, body = followed(entries, members, Provenance(entries, people, outlets, []))
    assert (headline.who, headline.reports) == (None, (entries[0].id,))
    assert body.who is not None


def test_who_is_named_further_on_is_who_was_described() -> None:
    """Of a driver, and then Ole Dahl, for the same thing only Ole Dahl is left; an official, who is kept so, stays."""
    for described, left in (("A driver", 1), ("An official", 2)):
        text = f"{described} said {SHUT}.\n\nOle Dahl told us the bridge was to be shut until spring."
        reading = paper(
            "Evening Post",
            EIGHT,
            text,
            Quote(who=described, cue="said", content=SHUT, kind=OFFICIAL),
            Quote(who="Ole Dahl", cue="told", content="the bridge was to be shut until spring"),
        )
        entries, people, outlets = surrounded(reading)
        members = [member(entries[0], "old bridge"), member(entries[0], "to be shut")]
        found = followed(entries, members, Provenance(entries, people, outlets, []))
        assert len([each for each in found if each.who is not None]) == left


def test_who_says_that_it_has_the_document_rests_on_it() -> None:
    """A report in its own voice that has the audit, which others quote, has it from there; one without does not."""
    first = said("Evening Post", EIGHT, "The audit", kind=DOCUMENT)
    _, found = led(first, bare("Island Dispatch", NINE, behind=" A copy of the audit was seen by the Dispatch."))
    assert (found.kind, found.reason) == (RootKind.DOCUMENT, "the report rests on the audit as well")
    assert led(first, bare("Island Dispatch", NINE, behind=" An audit is due in June."))[1].who is None


def test_a_body_publishes_what_it_says_itself() -> None:
    """The statement of an office, which others quote, is the office's own word."""
    own = bare("Harbour Office", EIGHT, before="The Harbour Office informs. ")
    quoting = said("Evening Post", NINE, "The Harbour Office", kind=SpeakerKind.GOVERNMENT)
    _, found = led(own, quoting)
    assert found.reports == (own.report.id,)


def test_a_body_that_says_it_in_its_own_voice_is_its_origin() -> None:
    """A sentence of an office's own statement comes from the office; of a paper's it comes from nobody knows where."""
    quote = Quote(who="its head", cue="told", content="herring was dear", kind=OFFICIAL)
    for kind, reason in (
        (SpeakerKind.GOVERNMENT, "Norrgas publishes it itself"),
        (OUTLET, "the report does not say how it knows"),
    ):
        own = bare("Norrgas", EIGHT, "Norrgas informs. ", "\n\nMoreover its head told that herring was dear.", quote)
        asking = said("Evening Post", NINE, "Norrgas", kind=kind)
        found, _ = led(own, asking)
        assert found.reason == reason


def in_first_person(publisher: str, when: str, who: str = "We") -> Reading:
    """Return a report in which a statement is the publisher's own."""
    made = said(publisher, when, who)
    (statement,) = made.statements
    own = dataclasses.replace(
        statement,
        chain=statement.chain[:1],
        speaker=statement.chain[0].speaker,
        evidence=(read(made.report.text, EvidenceKind.OWN_OBSERVATION),),
    )
    return dataclasses.replace(made, statements=(own,))


def test_a_newsroom_that_says_what_it_knows_itself_is_an_origin() -> None:
    """What it saw it stands for in the first person, unless it said so before: then it goes back to that."""
    first, again = in_first_person("Evening Post", EIGHT), in_first_person("Evening Post", NINE)
    (found,) = led(first)
    assert found.who is not None
    assert (found.who.name, found.reason) == ("evening post", "the publisher says so of itself")
    assert led(first, again)[1].reports == (first.report.id,)
    assert led(in_first_person("Evening Post", EIGHT, "The paper"))[0].who is None


def test_an_outlet_that_says_so_in_no_report_here_is_an_end() -> None:
    """Of an outlet whose reports are here, and do not say so, nothing leads further."""
    other = paper("Evening Post", EIGHT, "A choir sang on the quay.")
    citing = said("Island Dispatch", NINE, "The Evening Post", kind=OUTLET)
    entries, people, outlets = surrounded(other, citing)
    members = [member(entries[1], "old bridge")]
    (found,) = followed(entries, members, Provenance(entries, people, outlets, []))
    assert (found.kind, found.reports) == (RootKind.OUTLET, ())
    assert found.reason == "it names Evening Post, and no report here of that outlet says so"


def test_an_outlet_is_found_in_the_words_of_a_hop() -> None:
    """Where its name is not the speaker's, the words for the speaker may have it; of a person only a full name."""
    first = said("Evening Post", EIGHT)
    reporter = said("Island Dispatch", NINE, "a reporter of the Evening Post", name="a reporter", kind=OUTLET)
    assert led(first, reporter)[1].reports == (first.report.id,)
    writer = said("Island Dispatch", NINE, "a writer for the Evening Post", name="a writer", kind=OFFICIAL)
    assert led(first, writer)[1].reports == (first.report.id,)
    neither = said("Island Dispatch", NINE, "a writer for Post", name="a writer", kind=OFFICIAL)
    assert led(first, neither)[1].who is not None


def test_a_part_of_a_document_is_no_second_one() -> None:
    """Of a letter and the stamp on it only the letter is an origin."""
    text = f"The stamp showed {SHUT}.\n\nThe letter says the bridge was to be shut until spring."
    reading = paper(
        "Evening Post",
        EIGHT,
        text,
        Quote(who="The stamp", cue="showed", content=SHUT, kind=DOCUMENT),
        Quote(who="The letter", cue="says", content="the bridge was to be shut until spring", kind=DOCUMENT),
    )
    entries, people, outlets = surrounded(reading)
    members = [member(entries[0], "old bridge"), member(entries[0], "to be shut")]
    stamp, letter = followed(entries, members, Provenance(entries, people, outlets, []))
    assert (stamp.who, stamp.reason) == (None, "a part of what the report quotes")
    assert letter.who is not None
    assert letter.who.head == "letter"
    (alone,) = led(said("Evening Post", EIGHT, "The stamp", kind=DOCUMENT))
    assert alone.who is not None


def test_a_title_outside_the_text_names_nobody() -> None:
    """It stands in no sentence and no paragraph of the text."""
    quote = Quote(who="Ole Dahl", cue="said", content="herring was dear")
    reading = paper("Evening Post", EIGHT, "Ole Dahl said herring was dear.", quote, title="Old bridge at Lessa shut")
    entries, people, outlets = surrounded(reading)
    members = [member(entries[0], "Old bridge")]
    (found,) = followed(entries, members, Provenance(entries, people, outlets, []))
    assert (found.who, found.reports, found.kind) == (None, (), RootKind.UNKNOWN)


def test_an_unnamed_source_of_who_names_another_outlet_is_that_ones() -> None:
    """Who names the Evening Post, which has it from an official, and has an official too, has it from there."""
    first = said("Evening Post", EIGHT, "An official", kind=OFFICIAL)
    behind = said("Island Dispatch", NINE, "A source", "The Evening Post had a story on it. ", kind=OFFICIAL)
    _, found = led(first, behind)
    assert (found.who, found.reports) == (None, (first.report.id,))
    asked = said(
        "Island Dispatch",
        NINE,
        "A source",
        "The Evening Post had a story on it. ",
        kind=OFFICIAL,
        channel=Channel.INTERVIEW,
    )
    assert led(first, asked)[1].who is not None
    earlier = said("Island Dispatch", "2025-03-01T07:00Z", "A source", "The Evening Post had a story. ", kind=OFFICIAL)
    assert led(first, earlier)[1].who is not None


def test_nothing_depends_on_the_order_of_reports() -> None:
    """The reports in another order lead to the same."""
    readings = [said("Evening Post", EIGHT), through("Island Dispatch", NINE), bare("Harbour Notes", TEN)]
    there = {each.member.proposition.report: each for each in led(*readings)}
    back = {each.member.proposition.report: each for each in led(*reversed(readings))}
    assert there == back
    assert len(there) == len(readings)
