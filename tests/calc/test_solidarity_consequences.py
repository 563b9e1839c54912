"""Consequences under migratory pressure and in the voluntary mechanism, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.consequences import consequences
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.voluntary import Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment

# Half, three tenths and a fifth of 1 000 persons: 500 for Belgium, 300 for Estonia, 200 for Greece, which is helped.
KEY = Key(states=(KeyState("BE", 5_000, 500), KeyState("EE", 3_000, 300), KeyState("EL", 2_000, 200)))
PRESSURE = Forum(
    procedure=Procedure.MIGRATORY_PRESSURE,
    key=KEY,
    migratory_pressure=MigratoryPressure(
        report=PressureReport("R1", benefitting="EL", relocations=600, sponsorship=400),
        plans=(PressurePlan("BE", "BE-1", shares=TypeShares(Fraction(100))),),
    ),
)
VOLUNTARY = Forum(
    procedure=Procedure.VOLUNTARY,
    voluntary=Voluntary(
        signatories=(Signatory("BE"), Signatory("NO")),
        needs=(Need("EL", 100), Need("MT", 50)),
        pledges=(VoluntaryPledge("BE", benefitting="EL", relocations=60), VoluntaryPledge("NO", relocations=40)),
    ),
)


def pressure(forum: Forum) -> PressureAssessment:
    return PressureAssessment.of(assess(forum))


def voluntary(recorded: Voluntary) -> VoluntaryAssessment:
    return VoluntaryAssessment.of(assess(replace(VOLUNTARY, voluntary=recorded)))


def test_another_type_changes_one_contribution_and_no_total() -> None:
    plan = PressurePlan("BE", "BE-1", shares=TypeShares(Fraction(60), Fraction(40)))
    recorded = replace(PRESSURE.migratory_pressure, plans=(plan,))
    found = consequences(pressure(PRESSURE), pressure(replace(PRESSURE, migratory_pressure=recorded)))
    assert [row.code for row in found.rows] == ["BE", "EE", "EL"]
    assert [row.code for row in found.rows if row.contribution_changes] == ["BE"]
    (belgium,) = found.changed_rows
    assert belgium.before is not None
    assert belgium.after is not None
    assert (belgium.before.relocations, belgium.before.sponsorship) == (500, 0)
    assert (belgium.after.relocations, belgium.after.sponsorship) == (300, 200)
    assert found.totals_before.total == found.totals_after.total == 1_000
    assert not found.other_changes


def test_a_state_that_comes_changes_its_contribution() -> None:
    without = replace(PRESSURE, key=replace(KEY, states=KEY.states[1:]))
    found = consequences(pressure(without), pressure(PRESSURE))
    assert (found.rows[0].code, found.rows[0].before, found.rows[0].contribution_changes) == ("BE", None, True)
    assert consequences(pressure(PRESSURE), pressure(PRESSURE)).is_nothing


def test_a_pledge_changes_its_signatory_and_the_one_it_helps() -> None:
    recorded = VOLUNTARY.voluntary
    more = replace(recorded, pledges=(replace(recorded.pledges[0], relocations=70), recorded.pledges[1]))
    found = consequences(voluntary(recorded), voluntary(more))
    assert [row.code for row in found.rows] == ["BE", "NO"]
    assert [row.code for row in found.rows if row.pledge_changes] == ["BE"]
    assert [need.code for need in found.needs if need.is_changed] == ["EL"]
    assert (found.totals_before.relocations.given, found.totals_after.relocations.given) == (100, 110)


@pytest.mark.parametrize(("needs", "codes"), [((Need("EL", 90), Need("MT", 60)), ["EL", "MT"]), ((), ["EL", "MT"])])
def test_needs_alone_are_a_consequence(needs: tuple[Need, ...], codes: list[str]) -> None:
    # Together they stay at 150 in the first case: no total says so.
    found = consequences(voluntary(VOLUNTARY.voluntary), voluntary(replace(VOLUNTARY.voluntary, needs=needs)))
    assert not found.changed_rows
    assert found.other_changes
    assert not found.is_nothing
    assert [need.code for need in found.needs if need.is_changed] == codes
