"""Where a step through the changes of a forum on migratory pressure or voluntary solidarity leads."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_plans import ALL_APPLICANTS, PressurePlan
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import HelpRequest, SupportPlan
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.views.solidarity_step import changed_pressure, changed_voluntary

FRANCE = PressurePlan("FR", "FR-1")
PRESSURE = MigratoryPressure(plans=(FRANCE,), credits=(Credit("DE", persons=5),))
PLEDGE = VoluntaryPledge("BE", relocations=10)
VOLUNTARY = Voluntary(pledges=(PLEDGE,), signatories=(Signatory("BE"),))
Place = tuple[str | None, str]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"plans": (replace(FRANCE, covered=Fraction(1)),)}, ("FR", "covered")),
        ({"plans": (replace(FRANCE, minors_beneficiaries=1),)}, ("FR", "minors")),
        ({"plans": (replace(FRANCE, reduction_requested=True),)}, ("FR", "reduction")),
        ({"plans": (replace(FRANCE, note="by letter"),)}, ("FR", "plan")),
        ({"plans": (FRANCE, PressurePlan("SE"))}, ("SE", "plan")),
        ({"credits": (Credit("DE", persons=6),)}, ("DE", "credits")),
        ({"notified": date(2027, 1, 4)}, (None, "situation")),
        ({"report": PressureReport("R1")}, (None, "report")),
        ({"rounds": (TypeRound("f1"),)}, (None, "rounds")),
        ({"act": PressureResponseAct(reference="A1")}, (None, "act")),
        ({"act": PressureResponseAct(types_set=(TypesSet("RO", ALL_APPLICANTS),))}, ("RO", "types")),
        ({}, None),
    ],
)
def test_the_first_place_of_a_pressure_response(changed: dict[str, object], place: Place | None) -> None:
    before = Forum(procedure=Procedure.MIGRATORY_PRESSURE, migratory_pressure=PRESSURE)
    recorded = replace(PRESSURE, **changed)  # type: ignore[arg-type]  # each value is of its field's kind
    after = replace(before, migratory_pressure=recorded)
    assert changed_pressure(before, after) == place
    assert changed_pressure(after, before) == place


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"pledges": (replace(PLEDGE, relocations=11),)}, ("BE", "relocations")),
        ({"pledges": (PLEDGE, VoluntaryPledge("NO", financial_cents=100))}, ("NO", "financial")),
        ({"kept": (Commitment("BE", relocations=1),)}, ("BE", "kept")),
        ({"mechanism": Mechanism("D1")}, (None, "mechanism")),
        ({"signatories": (Signatory("BE"), Signatory("NO"))}, ("NO", "signatories")),
        ({"needs": (Need("EL", 5),)}, ("EL", "needs")),
        ({}, None),
    ],
)
def test_the_first_place_of_the_voluntary_mechanism(changed: dict[str, object], place: Place | None) -> None:
    before = Forum(procedure=Procedure.VOLUNTARY, voluntary=VOLUNTARY)
    recorded = replace(VOLUNTARY, **changed)  # type: ignore[arg-type]  # each value is of its field's kind
    after = replace(before, voluntary=recorded)
    assert changed_voluntary(before, after) == place
    assert changed_voluntary(after, before) == place


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"support_plans": (SupportPlan("s1", "DE", "EL"),)}, ("DE", "support_plans")),
        ({"sponsorship_groups": (SponsorshipGroup("g1", "NL"),)}, ("NL", "sponsorship_groups")),
        ({"relocation_groups": (RelocationGroup("r1", "FI"),)}, ("FI", "relocation_groups")),
        ({"requests": (HelpRequest("EL"),)}, ("EL", "requests")),
        ({"incentives": (IncentiveRate(),)}, (None, "incentives")),
        ({"log": (LogEntry(None, LogKind.NOTE, "Agreed.", "SE"),)}, ("SE", "log")),
    ],
)
def test_what_both_share_leads_to_the_state_concerned(changed: dict[str, object], place: Place) -> None:
    record = replace(SolidarityRecord(), **changed)  # type: ignore[arg-type]  # each value is of its field's kind
    for does, procedure in ((changed_pressure, Procedure.MIGRATORY_PRESSURE), (changed_voluntary, Procedure.VOLUNTARY)):
        before = Forum(procedure=procedure)
        assert does(before, replace(before, solidarity=record)) == place
