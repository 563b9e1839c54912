"""Earlier contributions in a list: whether each counts, why not, and what is taken off whom (Art. 53(4))."""

from collections import Counter
from fractions import Fraction
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import CreditEntry, credit_entries
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.readings import CREDIT, CREDIT_STATE, CREDIT_YEAR
from desktop_app.calc.wording import number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_AS_BEFORE: Final = marked("Below stands what followed from the last entry that could be read.")
"""What is said while something typed is wrong."""
_COLUMNS: Final = (
    Column(marked("Given by")),
    Column(marked("Helped")),
    Column(marked("Persons"), right=True),
    Column(marked("When")),
    Column(marked("Type, and from where"), wraps=True),
    Column(marked("Counts, or why not"), wraps=True),
)


def credit_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return every earlier contribution, and below them what is taken off whom."""
    entries = credit_entries(assessment.forum)
    counted_of = Counter[tuple[str, ContributionType]]()
    for entry in entries:
        if entry.counts:
            counted_of[entry.credit.code, entry.credit.type] += entry.credit.persons
    rows = {row.code: row for row in assessment.rows}
    lines = [
        _line(
            entry,
            assessment.forum.migratory_pressure.report.benefitting,
            _verdict(entry, rows.get(entry.credit.code), counted_of[entry.credit.code, entry.credit.type]),
        )
        for entry in entries
    ]
    taken = [row for row in assessment.rows if row.credited]
    lines += [_taken(row) for row in taken]
    if entries:
        counted = sum(entry.credit.persons for entry in entries if entry.counts)
        words = tr(
            "Counts: {counted} of {whole}",
            counted=persons(counted),
            whole=persons(sum(entry.credit.persons for entry in entries)),
        )
        said = [words, tr("{number} taken off", number=number(assessment.totals.credited))]
        beyond = counted - assessment.totals.credited
        if beyond:
            said.append(tr("{number} more than is owed of their type take nothing off", number=number(beyond)))
        lines.append(FigureLine((Cell("; ".join(said)),), strong=True, ground="sunken"))
    return lines


def _verdict(entry: CreditEntry, row: PressureRow | None, counted: int) -> Cell:
    """Say whether a contribution counts, and where it takes less off than it counts."""
    if not entry.counts:
        return Cell(tr(entry.against or ""), "none", "muted")
    taken = row.credited_types.get(entry.credit.type, Fraction(0)) if row is not None else Fraction(0)
    if taken == counted:
        return Cell(tr("counts"), "ok", "ok")
    if not taken:
        return Cell(
            tr("counts, but takes nothing off: no {type} is owed", type=tr(entry.credit.type.words)), "info", "info"
        )
    words = tr(
        "counts; {number} of {persons} taken off, as more of the type is not owed",
        number=number(taken),
        persons=persons(counted),
    )
    return Cell(words, "info", "info")


def _line(entry: CreditEntry, benefitting: str | None, verdict: Cell) -> FigureLine:
    credit = entry.credit
    helped = credit.benefitting or benefitting
    when = credit.given.isoformat() if credit.given else str(credit.year or tr("not said"))
    origin = (
        tr("ledger")
        if entry.support_plan is None
        else tr("support plan {support_plan}", support_plan=entry.support_plan)
    )
    return FigureLine(
        (
            Cell(state_name(credit.code)),
            Cell(tr("not said") if helped is None else state_name(helped)),
            Cell(persons(credit.persons)),
            Cell(when),
            Cell(f"{tr(credit.type.words)}; {origin}"),
            verdict,
        )
    )


def _taken(row: PressureRow) -> FigureLine:
    parts = [f"{tr(number(count))} {tr(kind.words)}" for kind, count in row.credited_types.items() if count]
    return FigureLine((Cell(tr("Taken off {state}: {types}", state=state_name(row.code), types=", ".join(parts))),))


class CreditsPanel(QWidget):
    """The readings in force, and every earlier contribution."""

    def __init__(self) -> None:
        super().__init__()
        self._readings = ""
        self.words = ToneLabel("", Type.BODY)
        self.words.setWordWrap(True)
        self.list = FigureList(tr("What of earlier contributions counts"), _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(320)

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what counts in a forum; ``None`` while something typed is wrong: what stood there stays."""
        if assessment is None:
            self.words.setText(legible(f"{tr(_AS_BEFORE)}\n{self._readings}".strip()))
            return
        readings = assessment.readings
        said = [
            f"{tr(each.title)}: {tr(each.choices[readings[each.name]])}."
            for each in (CREDIT, CREDIT_YEAR, CREDIT_STATE)
        ]
        self._readings = "\n".join(said)
        self.words.setText(legible(self._readings))
        lines = credit_lines(assessment)
        nothing = FigureLine((Cell(tr("Nothing is recorded of earlier contributions."), tone="muted"),))
        self.list.show_lines(lines or [nothing])
