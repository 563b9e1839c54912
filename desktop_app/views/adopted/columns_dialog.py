"""Asks what the columns of an act's file hold, where its headings do not tell, or tell otherwise."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.adopted.values import Column, HeadedColumn
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.choices import ChoiceField
from desktop_app.views.language import marked, tr

_MOST: Final = 40
_HEADING: Final = 60


class ColumnsDialog(AskingDialog[Mapping[str, Column | None]]):
    """A choice for each column of the file; begins with what its headings tell."""

    help_page = "annex"
    help_heading = "Checking against the adopted act"

    def __init__(self, parent: QWidget | None, columns: Sequence[HeadedColumn]) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            columns: of the file.
        """
        super().__init__(parent, tr("Columns of the act"), marked("&Compare"))
        self.add_words(tr("Say what each column of the file holds. What is not compared may stay so."))
        choices = [(None, marked("not compared")), *((column, column.words) for column in Column)]
        self.fields: dict[str, ChoiceField] = {}
        for each in columns[:_MOST]:
            heading = each.heading if len(each.heading) <= _HEADING else f"{each.heading[:_HEADING]}…"
            field = ChoiceField(tr("{letters}: {heading}", letters=each.letters, heading=heading), choices)
            field.put(each.column)
            self.fields[each.letters] = field
            self.add(field)

    @classmethod
    def ask(cls, parent: QWidget | None, columns: Sequence[HeadedColumn]) -> Mapping[str, Column | None] | None:
        """Return what each column holds, by its letters; ``None`` where the person leaves."""
        dialog = cls(parent, columns)
        try:
            return dialog.chosen() if dialog.exec() else None
        finally:
            dialog.deleteLater()

    def chosen(self) -> dict[str, Column | None]:
        """Return what each column holds as chosen now."""
        return {letters: field.raw for letters, field in self.fields.items()}

    def typed(self) -> object:
        """Return what leaving would lose."""
        return self.chosen()
