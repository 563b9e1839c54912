"""Changes of groups, support plans, incentives, log and voluntary mechanism: what they set, what undo calls them."""

from datetime import date

from desktop_app.calc.changes import ChangeKind, SetSolidarity, SetVoluntary
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.voluntary import Need, Signatory, Voluntary, VoluntaryPledge

FORUM = Forum(procedure=Procedure.VOLUNTARY, title="Platform", adopted=date(2022, 6, 22))


def test_a_record_is_set_as_it_is_and_named_by_whoever_changed_it() -> None:
    record = SolidarityRecord(
        sponsorship_groups=(SponsorshipGroup("S-2", "SE"), SponsorshipGroup("S-1", "DE")),
        relocation_groups=(RelocationGroup("R-1", "FR"),),
        log=(LogEntry(None, LogKind.NOTE, "telephone call"),),
    )
    change = SetSolidarity(record, "Return sponsorship: group S-1")
    assert (change.kind, change.title(FORUM)) == (ChangeKind.SOLIDARITY, "Return sponsorship: group S-1")
    then = change.apply_to(FORUM)
    # The order in which groups were recorded is kept; nothing else of the forum is touched.
    assert then.solidarity is record
    assert (then.title, then.adopted, then.voluntary) == (FORUM.title, FORUM.adopted, FORUM.voluntary)
    assert FORUM.solidarity == SolidarityRecord()


def test_states_of_the_mechanism_stand_in_protocol_order_associated_ones_last() -> None:
    voluntary = Voluntary(
        signatories=tuple(Signatory(code) for code in ("NO", "SE", "CH", "BE", "LI")),
        needs=(Need("MT"), Need("EL"), Need("IT")),
        pledges=(VoluntaryPledge("NO"), VoluntaryPledge("FR", "2"), VoluntaryPledge("DE"), VoluntaryPledge("FR", "1")),
    )
    change = SetVoluntary(voluntary, "Norway: pledge")
    assert (change.kind, change.title(FORUM)) == (ChangeKind.VOLUNTARY, "Norway: pledge")
    then = change.apply_to(FORUM).voluntary
    assert [each.code for each in then.signatories] == ["BE", "SE", "LI", "NO", "CH"]
    assert [each.benefitting for each in then.needs] == ["EL", "IT", "MT"]
    # Two pledges of one state keep the order in which they were recorded.
    assert [(each.code, each.reference) for each in then.pledges] == [
        ("DE", None),
        ("FR", "2"),
        ("FR", "1"),
        ("NO", None),
    ]
