"""Earlier contributions in a list: whether each counts, why not, and what is taken off whom (Art. 53(4))."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.credits import CreditEntry, credit_entries
from desktop_app.calc.member_states import name_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.readings import CREDIT, CREDIT_STATE, CREDIT_YEAR
from desktop_app.calc.wording import number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_COLUMNS: Final = (
    Column("Given by"),
    Column("Helped"),
    Column("Persons", right=True),
    Column("When"),
    Column("Type, and from where", wraps=True),
    Column("Counts, or why not", wraps=True),
)


def credit_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return every earlier contribution, and below them what is taken off whom."""
    entries = credit_entries(assessment.forum)
    lines = [_line(entry, assessment.forum.migratory_pressure.report.benefitting) for entry in entries]
    taken = [row for row in assessment.rows if row.credited]
    lines += [_taken(row) for row in taken]
    if entries:
        counted = sum(entry.credit.persons for entry in entries if entry.counts)
        words = f"Counts: {persons(counted)} of {persons(sum(entry.credit.persons for entry in entries))}"
        off = f"{number(assessment.totals.credited)} taken off"
        if counted != assessment.totals.credited:
            off += ", of each type no more than is owed of it"
        lines.append(FigureLine((Cell(f"{words}; {off}"),), strong=True, ground="sunken"))
    return lines


def _line(entry: CreditEntry, benefitting: str | None) -> FigureLine:
    credit = entry.credit
    helped = credit.benefitting or benefitting
    verdict = Cell("counts", "ok", "ok") if entry.counts else Cell(str(entry.against), "none", "muted")
    when = credit.given.isoformat() if credit.given else str(credit.year or "not said")
    origin = "ledger" if entry.support_plan is None else f"support plan {entry.support_plan}"
    return FigureLine(
        (
            Cell(name_of(credit.code)),
            Cell("not said" if helped is None else name_of(helped)),
            Cell(persons(credit.persons)),
            Cell(when),
            Cell(f"{credit.type.words}; {origin}"),
            verdict,
        )
    )


def _taken(row: PressureRow) -> FigureLine:
    parts = [f"{number(count)} {kind.words}" for kind, count in row.credited_types.items() if count]
    return FigureLine((Cell(f"Taken off {name_of(row.code)}: {', '.join(parts)}"),))


class CreditsPanel(QWidget):
    """The readings in force, and every earlier contribution."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ToneLabel("", Type.BODY)
        self.words.setWordWrap(True)
        self.list = FigureList("What of earlier contributions counts", _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(320)

    def show_pressure(self, assessment: PressureAssessment | None) -> None:
        """Show what counts in a forum; ``None`` while something typed is wrong: what stood there stays."""
        if assessment is None:
            return
        readings = assessment.readings
        said = [f"{each.title}: {each.choices[readings[each.name]]}." for each in (CREDIT, CREDIT_YEAR, CREDIT_STATE)]
        self.words.setText(legible("\n".join(said)))
        lines = credit_lines(assessment)
        nothing = FigureLine((Cell("Nothing is recorded of earlier contributions.", tone="muted"),))
        self.list.show_lines(lines or [nothing])
