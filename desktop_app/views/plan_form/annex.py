"""What the forms of Annex I and Annex II have in common, and the articles in which they differ (COM(2020) 610)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.calc.periods_2020 import last_day_for_plans, last_day_for_pressure_plans
from desktop_app.calc.response_assessment import PlanStanding


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
        figures: the last words of what such a plan counts in: nowhere.
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
    figures: str
    last_day: Callable[[date], date]

    def about(self, standing: PlanStanding) -> str:
        """Say in a sentence how it stands with a plan."""
        gives = f"the {self.period} that Art. {self.handed_in} gives"
        return {
            PlanStanding.IN_TIME: f"The plan was handed in in time (Art. {self.handed_in}).",
            PlanStanding.UNDATED: "The plan has no date of submission: it counts until it has one.",
            PlanStanding.AWAITED: f"No plan yet; {gives} {'are' if self.period.endswith('s') else 'is'} not over.",
            PlanStanding.LATE: f"Handed in after {gives}: it counts as no plan.",
            PlanStanding.MISSING: f"No plan within {gives}.",
            PlanStanding.NOT_ASKED: f"{_begun(self.benefitting)}: nobody asks it for its part (Art. {self.nobody}).",
        }[standing]


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


ANNEX_I: Final = Annex(
    name="Annex I",
    footnote="Annex I, footnote 1",
    handed_in="47(4)",
    revised="47(5)",
    nobody="47(3)",
    act="48(2)",
    sets="size and type",
    measures="47(4)",
    period="month",
    counted="one month after the report",
    benefitting="a Member State of disembarkation",
    benefitting_icon="ship",
    figures="in no total, test or pool",
    last_day=last_day_for_plans,
)
ANNEX_II: Final = Annex(
    name="Annex II",
    footnote="Annex II, footnote 2",
    handed_in="52(3)",
    revised="52(4)",
    nobody="52(1)",
    act="53(2)",
    sets="the types",
    measures="52(2)",
    period="two weeks",
    counted="two weeks after the report",
    benefitting="a benefitting Member State",
    benefitting_icon="pressure",
    figures="in no total and no test",
    last_day=last_day_for_pressure_plans,
)
