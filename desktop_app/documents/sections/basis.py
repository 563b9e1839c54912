"""What a contribution of the proposal of 2020 rests on: the plan that counts, or why there is none."""

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow
from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import CELL_BOLD, CELL_ITALIC, CELL_MUTED
from desktop_app.documents.tables import Cell


def basis_cell(source: Source, each: ResponseRow | PressureRow) -> Cell:
    """Return what a contribution rests on: the revision that counts, or why there is none."""
    terms = source.terms
    if each.benefitting:
        return Cell(terms("response.not-asked"), CELL_MUTED)
    if isinstance(each, PressureRow) and each.benefits_elsewhere:
        return Cell(terms("act53.benefits-elsewhere"), CELL_MUTED)
    if each.plan is not None:
        mark = each.plan.mark or terms("common.not-given")
        return Cell(mark if each.plan.reference else terms("response.no-reference", mark=mark))
    late = terms("response.late-plan") if each.standing is PlanStanding.LATE else ""
    awaited = isinstance(each, PressureRow) and each.standing is PlanStanding.AWAITED
    if each.set_by_commission and not awaited:
        return Cell("\n".join(filter(None, (terms("response.set-by-commission"), late))), CELL_BOLD, shaded=True)
    return Cell(late or terms(f"standing.{each.standing.name.lower()}"), CELL_ITALIC)
