"""The window of the support plans: it stays open and follows the desk (COM(2020) 610, Art. 56, Annex IV)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Forum
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.wording import day, number, persons
from desktop_app.views.action_bar import BarAction
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.plan_form.words import LINES as MEASURE_LINES
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.entry_words import SUPPORT_PLAN
from desktop_app.views.solidarity.record_window import COPY, RecordWindow, Shown, record_actions
from desktop_app.views.solidarity.records import ListName
from desktop_app.views.support.plan_editor import SupportPlanEditor
from desktop_app.views.support.reading import other_forum
from desktop_app.views.support.take_over import TakeOverEditor
from desktop_app.views.support.words import HELP_HEADING, LINES, about_plan, credits_of, facts_of, standing_of

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor

_COLUMNS: Final = (
    Column(marked("Plan"), wraps=True),
    Column(marked("Contributing")),
    Column(marked("Benefitting")),
    Column(marked("Given")),
    Column(marked("Consent")),
    Column(marked("Persons"), right=True),
    Column(marked("Delivered"), right=True),
    Column(marked("Measures"), right=True),
    Column(marked("Standing")),
    Column(marked("Credit, Art. 53(4)"), wraps=True),
)
_LINES: Final = (
    Column(marked("Line of Annex IV"), wraps=True),
    Column(marked("Persons"), right=True),
    Column(marked("Minors"), right=True),
    Column(marked("Nationalities")),
    Column(marked("Timetable"), wraps=True),
    Column(marked("Delivered"), right=True),
    Column(marked("On"), wraps=True),
)
_TAKE_OVER: Final = BarAction(
    "take_over",
    marked("Take &over…"),
    "Ctrl+Shift+O",
    marked("Bring in the support plans of another forum, such as last year's"),
)
_PRINT: Final = BarAction(
    "print_forms", marked("&Print…"), "Ctrl+P", marked("The forms of Annex IV, filled in"), writes=False
)
_NOTHING: Final = marked(
    "No support plan is recorded yet. Insert records one; Ctrl+Shift+O takes over those of another forum, such as last "
    "year's: what they delivered then can be credited now (Art. 53(4), 56)."
)


class SupportWindow(RecordWindow):
    """The support plans, one a line, with what they come to."""

    list_name: ClassVar[ListName] = "support_plans"
    words = SUPPORT_PLAN
    nothing = _NOTHING
    help_heading = HELP_HEADING

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a desk."""
        actions = (*record_actions(self.words), None, _TAKE_OVER, None, _PRINT, COPY)
        super().__init__(parent, tr("Support plans"), "Ctrl+D", FigureList(tr("Support plans"), _COLUMNS), actions)

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return a line for each plan, and what they come to together."""
        return plan_lines(assessment.forum)

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return what is to be known of a plan."""
        place = self.shown[row].place
        if place is None:
            return tr("All support plans"), ()
        plan = assessment.forum.solidarity.support_plans[place]
        return f"{plan.id}: {state_name(plan.code)} → {state_name(plan.benefitting)}", facts_of(assessment.forum, plan)

    def detail(self) -> FigureList:
        """Show the lines of the form."""
        self.form = FigureList(tr("Lines of the support plan"), _LINES)
        return self.form

    def show_detail(self, assessment: "Assessment", row: int) -> None:
        """Show the lines and measures of a plan."""
        place = self.shown[row].place
        plans = assessment.forum.solidarity.support_plans
        self.form.setVisible(place is not None)
        self.form.show_lines(() if place is None else form_lines(plans[place]))

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:  # noqa: ARG002 - the findings say it
        """Return nothing: what is missing stands in the lines."""
        return Said(""), "", ""

    def editor(self, desk: "Desk", place: int | None) -> "ForumEditor":
        """Return the form of a plan, or an empty one."""
        plans = desk.assessment.forum.solidarity.support_plans
        return SupportPlanEditor(self, desk, None if place is None else plans[place])

    def removal(self, item: Any) -> tuple[str, str]:
        """Return what taking a plan out is called, and the plan in a few words."""
        return marked("Support plan {id} removed", id=item.id), f"{item.id}: {about_plan(item)}"

    def doing(self) -> dict[str, Callable[[], object]]:
        """Return what the window does itself, by name of the action."""
        return {**super().doing(), _TAKE_OVER.name: self._take_over}

    def allowed(self, name: str) -> bool:
        """Tell whether an action makes sense: no form is printed where there is no plan."""
        return super().allowed(name) and (name != _PRINT.name or bool(self.shown))

    def _take_over(self) -> None:
        """Ask for another forum, and take its support plans over as one step."""
        desk = self.desk
        found = None if desk is None else other_forum(self, desk)
        if found is not None:
            source, there = found
            self.edit(lambda desk: TakeOverEditor(self, desk, source, there))


def plan_lines(forum: Forum) -> list[Shown]:
    """Return a line for each plan, and one for all of them together."""
    plans = forum.solidarity.support_plans
    credited = credits_of(forum)
    lines = [Shown(_line(plan, credited.get(plan.id, "")), place, plan.code) for place, plan in enumerate(plans)]
    if len(plans) > 1:
        covered, given = sum(plan.persons for plan in plans), sum(plan.delivered for plan in plans)
        measures = sum(len(plan.measures) for plan in plans)
        sums = (Cell(persons(covered)), Cell(persons(given)), Cell(persons(measures)))
        cells = (Cell(tr("Together")), *(Cell(""),) * 4, *sums, Cell(""), Cell(""))
        lines.append(Shown(FigureLine(cells, strong=True, ground="sunken")))
    return lines


def form_lines(plan: SupportPlan) -> list[FigureLine]:
    """Return the lines of a plan that are used, and its measures, with what of them was delivered."""
    lines = []
    for line in plan.lines:
        days = [
            tr("{persons} on {day}", persons=persons(each.persons), day=day(each.on))
            for each in line.deliveries
            if each.on is not None
        ]
        texts = (
            LINES[line.type],
            persons(line.persons),
            persons(line.minors) if line.minors else "–",
            ", ".join(line.nationalities),
            line.timetable or "",
            persons(line.delivered),
            "; ".join(days),
        )
        lines.append(FigureLine(tuple(Cell(text) for text in texts)))
    for each in plan.measures:
        what = " ".join(part for part in (each.measure.amount, each.measure.description) if part)
        stands = each.measure.persons_equivalent
        texts = (
            f"{tr(MEASURE_LINES[each.measure.kind])}: {what or tr('not described yet')}",
            "–" if stands is None else number(stands),
            "",
            "",
            each.measure.timetable or "",
            "–" if each.delivered is None else tr("yes"),
            "" if each.delivered is None else day(each.delivered),
        )
        lines.append(FigureLine(tuple(Cell(text) for text in texts)))
    return lines


def _line(plan: SupportPlan, credited: str) -> FigureLine:
    words, icon, tone = standing_of(plan)
    about = tr("Without the consent of the helped Member State no plan is final (Art. 56(2))")
    consent = Cell(tr("not yet"), "warn", "warn", about) if plan.consent is None else Cell(day(plan.consent))
    named = plan.id if plan.reference in (None, plan.id) else f"{plan.id} ({plan.reference})"
    return FigureLine(
        (
            Cell(named),
            Cell(state_name(plan.code)),
            Cell(state_name(plan.benefitting)),
            Cell(tr("on request") if plan.on_request else tr("own initiative")),
            consent,
            Cell(persons(plan.persons)),
            Cell(persons(plan.delivered)),
            Cell(persons(len(plan.measures)) if plan.measures else "–"),
            Cell(words, icon, tone),
            Cell(credited),
        )
    )
