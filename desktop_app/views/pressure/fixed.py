"""What the act of Art. 53 fixes for each Member State, in a list beside its fields (COM(2020) 610, Art. 53(3))."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.wording import number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pressure.measure_lines import signed_text
from desktop_app.views.theme import Space, Type, legible

_OPEN: Final = marked("open")
_NONE: Final = "–"
_COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Plan")),
    Column(marked("Key\nnumber"), right=True),
    Column(marked("Appli-\ncants"), right=True),
    Column(marked("Sponsor-\nship"), right=True),
    Column(marked("Benefi-\nciaries"), right=True),
    Column(marked("Meas-\nures"), right=True),
    Column(marked("What the act changes"), wraps=True),
)
_ICONS: Final = {
    PlanStanding.IN_TIME: ("ok", "ok"),
    PlanStanding.UNDATED: ("warn", "warn"),
    PlanStanding.LATE: ("warn", "warn"),
    PlanStanding.AWAITED: ("unknown", "unknown"),
    PlanStanding.MISSING: ("warn", "warn"),
    PlanStanding.NOT_ASKED: ("ship", marked("benefitting")),
}


def fixed_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return what the act fixes for each state, and the sums over the contributing ones."""
    totals = assessment.totals
    fixed = (totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_beneficiaries, totals.fixed_measures)
    sums = (totals.asked, *fixed)
    cells = (Cell(tr("Contributing states")), Cell(""), *(Cell(_count(figure)) for figure in sums), Cell(""))
    return [*(_line(row) for row in assessment.rows), FigureLine(cells, strong=True, ground="sunken")]


def _line(row: PressureRow) -> FigureLine:
    icon, tone = _ICONS[row.standing]
    name, standing = Cell(state_name(row.code)), Cell(row.standing.value, icon, tone)
    key = Cell(_count(row.key_number))
    if not row.is_asked:
        return FigureLine((name, standing, key, *(Cell(_NONE, tone="muted") for _figure in range(4)), Cell("")))
    figures = (row.relocations, row.sponsorship, row.beneficiaries, row.measures)
    return FigureLine((name, standing, key, *(Cell(_count(figure)) for figure in figures), Cell(changes_words(row))))


def changes_words(row: PressureRow) -> str:
    """Say what the act changes of the plan, step by step in the order of calculation; empty where nothing."""
    said = []
    if row.set_by_commission:
        said.append(tr("types set by the Commission"))
    if row.added:
        said.append(tr("50 % rule {difference} persons", difference=signed_text(row.added)))
    if row.adjusted:
        said.append(
            tr("measures {difference} (adjusted up)", difference=signed_text(row.adjusted))
            if row.adjusted > 0
            else tr("measures {difference} (adjusted down)", difference=signed_text(row.adjusted))
        )
    if row.reduction:
        said.append(tr("10 % reduction {difference}", difference=signed_text(row.reduction)))
    if row.redistributed:
        said.append(tr("takes over {difference}", difference=signed_text(row.redistributed)))
    if row.credited:
        said.append(tr("credited {difference}", difference=signed_text(-row.credited)))
    return "; ".join(said)


def _count(count: int | None) -> str:
    return _OPEN if count is None else persons(count)


def lead_words(assessment: PressureAssessment) -> str:
    """Say what the act fixes together, and what that is of the report."""
    totals = assessment.totals
    fixed = (totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_beneficiaries, totals.fixed_measures)
    known = [figure for figure in fixed if figure is not None]
    if totals.total is None or totals.asked is None or len(known) < len(fixed):
        return tr("What the act fixes is open: the key or a total of the report is missing.")
    words = tr(
        "The act fixes {known} of the {asked} persons asked of contributing states",
        known=persons(sum(known)),
        asked=persons(totals.asked),
    )
    return (
        tr("{words}; {number} are credited.", words=words, number=number(totals.credited))
        if totals.credited
        else f"{words}."
    )


def test_words(assessment: PressureAssessment) -> str:
    """Return what the 30 % test says under the reading in force."""
    totals, reading = assessment.totals, assessment.readings["shortfall"]
    if totals.shortfall is None:
        return tr("30 % test, reading {reading}: open.", reading=reading)
    verdict = (
        tr("more than 30 %, so that half is covered by persons")
        if totals.shortfall_triggered
        else tr("not more than 30 %")
    )
    return tr(
        "30 % test, reading {reading}: {percent}, {verdict}.",
        reading=reading,
        percent=percent_words(totals.shortfall),
        verdict=verdict,
    )


class FixedPanel(QWidget):
    """What the act fixes in words, and for each Member State."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ToneLabel("", Type.STRONG)
        self.verdict = ToneLabel("", Type.BODY)
        self.list = FigureList(tr("What the act fixes"), _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        for label in (self.words, self.verdict):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(320)

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what the act would fix; ``None`` while something typed is wrong: what stood there stays."""
        if assessment is None:
            return
        self.words.setText(legible(lead_words(assessment)))
        self.verdict.setText(legible(test_words(assessment)))
        self.list.show_lines(fixed_lines(assessment))
