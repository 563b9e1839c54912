"""How far a pressure response has come."""

from dataclasses import replace
from datetime import date

from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, PressureResponseAct, TypeRound
from desktop_app.calc.pressure_phase import PressurePhase, phase_of_pressure
from desktop_app.calc.pressure_plans import PressurePlan

DAY = date(2027, 3, 1)


def test_each_step_begins_its_phase() -> None:
    recorded = MigratoryPressure()
    steps = [
        (PressurePhase.ASSESSMENT, {}),
        (PressurePhase.REPORT, {"notified": DAY}),
        (PressurePhase.PLANS, {"report": PressureReport(adopted=DAY)}),
        (PressurePhase.FORUM, {"rounds": (TypeRound("f1"),)}),
        (PressurePhase.ACT, {"forum_ended": DAY}),
        (PressurePhase.IN_FORCE, {"act": PressureResponseAct(adopted=DAY)}),
    ]
    for phase, step in steps:
        recorded = replace(recorded, **step)  # type: ignore[arg-type]
        assert phase_of_pressure(recorded) is phase


def test_a_plan_or_a_named_state_tells_as_much_as_a_date() -> None:
    # A plan typed before the report asks for it begins nothing.
    assert phase_of_pressure(MigratoryPressure(plans=(PressurePlan("DE"),))) is PressurePhase.ASSESSMENT
    assert phase_of_pressure(MigratoryPressure(report=PressureReport(benefitting="EL"))) is PressurePhase.REPORT
