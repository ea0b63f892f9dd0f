"""What became of the claims that a speaker stood for."""

from __future__ import annotations

import dataclasses

from reportedly.claims.claim import RootKind, Standing, Status
from reportedly.claims.records import Judged, Record, records
from reportedly.values import Stance
from tests.claims.parts import entries_of, origins, response, root
from tests.claims.test_status import report

IDA, OLE = root("Ida Holm"), root("Ole Dahl")


def test_each_claim_counts_once_for_who_stood_for_it() -> None:
    """Confirmed by two counts for both, withdrawn and denied against, and what is open in no direction."""
    judged = [
        Judged("a", origins(IDA, OLE), Standing(status=Status.CONFIRMED)),
        Judged("b", origins(IDA), Standing(status=Status.WITHDRAWN)),
        Judged("c", origins(IDA), Standing(status=Status.CONTESTED)),
        Judged("d", origins(IDA, OLE), Standing(status=Status.CONTESTED)),
        Judged("e", origins(OLE), Standing(status=Status.UNCONFIRMED)),
    ]
    made = records(judged)
    assert made[IDA.id] == Record(speaker=IDA.id, name="Ida Holm", stood=4, confirmed=1, refuted=2)
    assert made[OLE.id] == Record(speaker=OLE.id, name="Ole Dahl", stood=3, confirmed=1)
    assert (made[IDA.id].settled, made[IDA.id].share) == (3, 1 / 3)
    assert records(judged[4:])[OLE.id].share is None
    assert records(reversed(judged)) == made


def test_nobody_confirms_themselves() -> None:
    """A claim that is confirmed only by its own origin is not settled; another's confirmation settles it."""
    entries = entries_of(report("Ida Holm", 1), report("Ole Dahl", 2))
    own, other = (response(entries, place, Stance.CONFIRMS) for place in (0, 1))
    ida = dataclasses.replace(IDA, id=own.speaker or "")
    for by, settled in ((own, 0), (other, 1)):
        judged = Judged("a", origins(ida), Standing(status=Status.CONFIRMED, confirmed=(by,)))
        assert records([judged])[ida.id].settled == settled


def test_the_claim_to_be_graded_is_left_out() -> None:
    """A claim's own fate is no part of the record that it is graded by, and an unknown origin has none."""
    one = Judged("a", origins(IDA), Standing(status=Status.WITHDRAWN))
    two = Judged("b", origins(IDA), Standing(status=Status.WITHDRAWN))
    unknown = Judged("c", origins(root("?", kind=RootKind.UNKNOWN)), Standing(status=Status.CONFIRMED))
    assert records([one, two, unknown], without="a")[IDA.id].refuted == 1
    assert list(records([one, two, unknown])) == [IDA.id]
