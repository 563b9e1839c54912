"""How far each Member State is with what the act fixes for it by persons."""

from dataclasses import replace
from datetime import date

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.monitoring import Progress, relocation_progress, sponsorship_progress
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from tests.views.solidarity.small import RECORD, forum


def _of(found: Forum) -> PressureAssessment:
    return PressureAssessment.of(assess(found))


def test_what_is_fixed_under_way_done_and_left_by_member_state() -> None:
    """The act fixes 451 relocations of Germany, 417 of France, 70 of Sweden; Germany sponsors 113."""
    # France: 30 persons, 2 with links and 1 refused: 27 could be relocated, 25 arrived, and the group is transferred.
    assert relocation_progress(_of(forum())) == (
        Progress("DE", 451, 12, 0),
        Progress("FR", 417, 0, 25),
        Progress("SE", 70, 50, 0),
    )
    found = sponsorship_progress(_of(forum()))
    # Germany: 40 persons, 25 returned. France and Sweden sponsor without an act's number.
    assert found == (Progress("DE", 113, 15, 25), Progress("FR", 0, 48, 12), Progress("SE", 0, 20, 0))
    assert [each.remaining for each in found] == [88, 0, 0]


def test_whoever_is_taken_over_is_left_no_more_and_other_states_are_not_counted() -> None:
    groups = (
        SponsorshipGroup("S-1", "DE", "SY", 40, returned=25, taken_over=10, taken_over_on=date(2027, 11, 24)),
        SponsorshipGroup("S-2", "DE", "SY", 70, returned=70, benefitting="IT"),
    )
    moved = (RelocationGroup("R-1", "DE", persons=9, benefitting="IT"), RelocationGroup("R-2", "EL", persons=5))
    record = replace(RECORD, sponsorship_groups=groups, relocation_groups=moved)
    found = _of(forum(record))
    germany = sponsorship_progress(found)[0]
    assert (germany, germany.remaining) == (Progress("DE", 113, 5, 25, 10), 78)
    # A group to the benefitting state itself is a mistake that is found elsewhere; here it is shown.
    assert [(each.code, each.fixed, each.under_way) for each in relocation_progress(found)] == [
        ("DE", 451, 0),
        ("EL", 0, 5),
        ("FR", 417, 0),
        ("SE", 70, 0),
    ]


def test_what_is_not_known_is_not_worked_out() -> None:
    unsaid = forum()
    pressure = unsaid.migratory_pressure
    report = replace(pressure.report, relocations=None, sponsorship=None)
    found = _of(replace(unsaid, migratory_pressure=replace(pressure, report=report)))
    left = relocation_progress(found), sponsorship_progress(found)
    assert {each.remaining for lines in left for each in lines} == {None}
    assert [each.under_way for each in left[0]] == [12, 0, 50]
