"""An invented wire story, and reports that came by its words in different ways."""

from __future__ import annotations

from reportedly.values import Finding, MadeBy, Moment, Passage, Reading, Report

WIRE = """Ferry drifts for nine hours off Lessa after engine room fire

By Jo Berg

LESSA (Meridional) - A car ferry with 214 people on board drifted for nine hours off the island of Lessa on
Tuesday after a fire in its engine room cut all power, the coast guard said, and was towed into the northern
harbour shortly before dawn.

Nobody was badly hurt. Four members of the crew were treated for smoke, and two passengers for a chill,
according to the island's only hospital, which had called in its whole night shift when the first alarm came.

"We could see the lights of the harbour all night and could not reach them, and nobody could tell us for how
long," said Ana Ferro, a teacher who was travelling with her class. "The children sang until about three in the
morning, and then even they were quiet."

The ferry, the Halcyon, was built in 1987 and has changed hands three times since. Its present owner, Meridian
Lines, took it over last spring together with two sister ships, both of which have been laid up for repairs
since August.

Inspectors of the harbour office had found fault with the pumps of the Halcyon in two inspections this year, a
person with knowledge of the reports said, but had let it sail each time on the promise that they would be
replaced.
"""
"""The agency's own report."""
CREDITED = "The Evening Post\n\n" + WIRE.replace("Ferry drifts for nine hours off Lessa", "Night of fear off Lessa")
"""The same in a paper that leaves the dateline with the agency's name."""
_STORY = WIRE.split("\n\n")
UNCREDITED = "\n\n".join(
    [
        "Passengers sing through the night on stricken ship",
        "By our own correspondent",
        _STORY[2].replace("LESSA (Meridional) - ", ""),
        _STORY[5].replace("changed hands three times", "had three owners"),
        _STORY[6],
    ]
)
"""Cut, under another headline, a few words changed, and nobody credited."""
QUOTE = _STORY[4]
ONLY_QUOTES = f"""School class safe after ordeal at sea

The school on Cotter Street opened an hour late on Wednesday, and nobody minded. Its third form had come home at last.

{QUOTE.replace("said", "recalled").replace('"', "”").replace("”We", "“We").replace("”The children", "“The children")}

Parents had waited on the quay since the evening before, some of them wrapped in the blankets that shops gave away.
"""
"""Another report, which has only what the teacher said, with other marks."""
CAPTION = (
    "The ferry Halcyon lies in the northern harbour of Lessa behind a tug on Wednesday, 9 October 2024, the morning "
    "after a fire in its engine room left it without power for nine hours in heavy seas. "
    "(Photo by Pia Holm / Meridional)"
)
GALLERY = f"""{CAPTION}

Passengers of the ferry Halcyon wait for the bus on the quay of Lessa's northern harbour on Wednesday, 9 October 2024.
Most of them had been on deck all night with nothing but rugs to keep them warm. (Photo by Pia Holm / Meridional)

Children of the school on Cotter Street are met by their parents on Wednesday, 9 October 2024, after a night on board
the ferry Halcyon. The school stayed closed for the morning so that they could sleep. (Photo by Jo Berg / Meridional)
"""
"""Three captions."""
INDEX_ONE = f"""Front page

{CAPTION}

Council votes on the new school after a debate that went on until well past midnight on Monday.
"""
INDEX_TWO = f"""Island news

{CAPTION}

The price of herring fell for the fourth week, and boats stayed in port for want of buyers.
"""
LATER = """Ferry owner to face questions over pumps

LESSA (Meridional) - The owner of a ferry that caught fire off Lessa will be called before the island's council
next week, its chair said on Thursday, as the first passengers asked for their money back.

Inspectors of the harbour office had found fault with the pumps of the Halcyon in two inspections this year, a
person with knowledge of the reports said, but had let it sail each time on the promise that they would be
replaced.

Meridian Lines did not answer questions. Its office on the quay was closed for a second day, and a note on the
door asked callers to write.
"""
"""A later state of the agency's story: one passage of the first is left."""


HERRING = """Herring was cheap again this week, and the boats stayed in port. Buyers from the mainland had not come for
a month, the auction's clerk said, and ice was dearer than the fish that it was meant to keep."""
ROOF = """The school on Cotter Street has a new roof at last. Pupils had moved their desks around buckets for two
winters while the council looked for money, and in the end found it in the budget for street lamps."""
CHOIR = """A choir of forty sang on the quay on Sunday to say farewell to the mail boat. It goes out of service after
half a century, and letters will come by air, when the wind allows it, from the first of the month."""


def moment(edtf: str | None) -> Moment | None:
    """Return a time, or none."""
    return None if edtf is None else Moment(edtf)


def reading(text: str, publisher: str | None = None, published: str | None = None) -> Reading:
    """Return a report with the agency of its dateline, as the wires stage finds it."""
    report = Report(text=text, publisher=publisher, published=moment(published), external_id=f"{publisher} {published}")
    start = text.find("(Meridional)") + 1
    made_by = MadeBy("wires", "2", reason="a dateline")
    wires = (Finding("Meridional", Passage.of(text, [(start, start + 10)]), made_by),) if start else ()
    return Reading(report, wires=wires)
