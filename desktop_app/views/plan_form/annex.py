"""What the forms of Annex I and Annex II have in common, and the articles in which they differ (COM(2020) 610)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.periods_2020 import last_day_for_plans, last_day_for_pressure_plans
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import SearchAndRescue
from desktop_app.views.language import marked, tr, upper_first

PlansRecord: TypeAlias = SearchAndRescue | MigratoryPressure
"""What a forum records of a procedure in which plans are handed in."""
PlansAssessment: TypeAlias = SearchAndRescueAssessment | PressureAssessment
PlanRow: TypeAlias = ResponseRow | PressureRow
Plan: TypeAlias = ResponsePlan | PressurePlan

ADOPTED: Final = marked("The act is adopted; this changes what it fixes.")
"""What is said of every change of a plan from then on."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A form on which plans are handed in.

    Attributes:
        name: of the form.
        footnote: the footnote on the revision mark.
        handed_in: the paragraph that asks for plans.
        revised: the paragraph on the forum in which they are revised.
        nobody: the paragraph by which benefitting states are not asked.
        act: the paragraph by which the Commission sets what no plan says.
        sets: what it sets then.
        measures: the paragraph by which the report names measures.
        period: the time for plans, as in ``"the month is over"``.
        counted: the same, as in ``"one month after the report"``.
        benefitting: whom nobody asks.
        benefitting_icon: name of the icon that stands for them.
        nowhere: in what the plan of a state that nobody asks does not count.
        last_day: returns the last day for plans, of the day on which the report was adopted.
    """

    name: str
    footnote: str
    handed_in: str
    revised: str
    nobody: str
    act: str
    sets: str
    measures: str
    period: str
    counted: str
    benefitting: str
    benefitting_icon: str
    nowhere: str
    last_day: Callable[[date], date]

    def about(self, standing: PlanStanding) -> str:
        """Say in a sentence how it stands with a plan."""
        gives = tr("the {period} that Art. {handed_in} gives", period=self.period, handed_in=self.handed_in)
        return {
            PlanStanding.IN_TIME: tr("The plan was handed in in time (Art. {handed_in}).", handed_in=self.handed_in),
            PlanStanding.UNDATED: tr("The plan has no date of submission: it counts until it has one."),
            PlanStanding.AWAITED: tr("No plan yet; {gives} are not over.", gives=gives)
            if self.period.endswith("s")
            else tr("No plan yet; {gives} is not over.", gives=gives),
            PlanStanding.LATE: tr("Handed in after {gives}: it counts as no plan.", gives=gives),
            PlanStanding.MISSING: tr("No plan within {gives}.", gives=gives),
            PlanStanding.NOT_ASKED: tr(
                "{begun}: nobody asks it for its part (Art. {nobody}).",
                begun=upper_first(self.benefitting),
                nobody=self.nobody,
            ),
        }[standing]


ANNEX_I: Final = Annex(
    name="Annex I",
    footnote=marked("Annex I, footnote 1"),
    handed_in="47(4)",
    revised="47(5)",
    nobody="47(3)",
    act="48(2)",
    sets=marked("size and type"),
    measures="47(4)",
    period="month",
    counted=marked("one month after the report"),
    benefitting=marked("a Member State of disembarkation"),
    benefitting_icon="ship",
    nowhere=marked("in no total, test or pool"),
    last_day=last_day_for_plans,
)
ANNEX_II: Final = Annex(
    name="Annex II",
    footnote=marked("Annex II, footnote 2"),
    handed_in="52(3)",
    revised="52(4)",
    nobody="52(1)",
    act="53(2)",
    sets=marked("the types"),
    measures="52(2)",
    period=marked("two weeks"),
    counted=marked("two weeks after the report"),
    benefitting=marked("a benefitting Member State"),
    benefitting_icon="pressure",
    nowhere=marked("in no total and no test"),
    last_day=last_day_for_pressure_plans,
)


def plans_of(forum: Forum) -> PlansRecord:
    """Return what a forum records of its procedure."""
    is_pressure = forum.procedure is Procedure.MIGRATORY_PRESSURE
    return forum.migratory_pressure if is_pressure else forum.search_and_rescue


def annex_of(recorded: PlansRecord) -> Annex:
    """Return the form on which plans of a procedure are handed in."""
    return ANNEX_II if isinstance(recorded, MigratoryPressure) else ANNEX_I


def deadline_of(recorded: PlansRecord) -> date | None:
    """Return the last day for plans (Art. 47(4), 52(3), 65); ``None`` before the report is adopted."""
    adopted = recorded.report.adopted
    return None if adopted is None else annex_of(recorded).last_day(adopted)


def row_of(code: str, assessment: PlansAssessment) -> PlanRow | None:
    """Return a state's figures; ``None`` where it takes no part."""
    rows: tuple[PlanRow, ...] = assessment.rows
    return next((row for row in rows if row.code == code), None)
