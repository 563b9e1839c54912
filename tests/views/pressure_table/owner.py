"""A table of a pressure response with an owner that applies what is asked for, as the window does."""

from desktop_app.calc.changes import RecordPressurePlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.views.pressure_table import PressureTable
from tests.views.plan_table.owner import PlansOwner


class Owner(PlansOwner[PressureTable, RecordPressurePlan]):
    """Owns a table of Annex II."""

    def __init__(self, forum: Forum) -> None:
        super().__init__(PressureTable(), forum)

    def plans(self, code: str) -> tuple[PressurePlan, ...]:
        return self.forum.migratory_pressure.revisions(code)
