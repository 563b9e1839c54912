"""Which plan forms to print: filled in or blank, of which Member States, which revision."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QRadioButton, QWidget

from desktop_app.calc.member_states import NAMES, POSITION
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.documents.plan_form import with_plans
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.choices import ChoiceField
from desktop_app.views.fields.looks import Check
from desktop_app.views.theme import Space, Type, theme

_ROWS = 8
"""Member States in sight before the list scrolls."""
_COUNTS = "The one that counts"


@dataclass(frozen=True, slots=True)
class FormsChoice:
    """What is to be printed.

    Attributes:
        codes: Member States, in protocol order; none: every plan, or one blank form that names nobody.
        blank: lines to write on instead of what is recorded.
        revision: which revision of the one state's plan; ``None`` for the one that counts.
        particulars: with what the secretariat records beyond the form, as a draft.
    """

    codes: tuple[str, ...] = ()
    blank: bool = False
    revision: int | None = None
    particulars: bool = False


class FormsDialog(AskingDialog[FormsChoice]):
    """Asks for the forms of Annex I that are to be printed; Esc leaves."""

    def __init__(self, parent: QWidget | None, assessment: SearchAndRescueAssessment) -> None:
        """Offer the Member States that take part, or have a plan.

        Args:
            parent: the window it belongs to.
            assessment: of the forum.
        """
        super().__init__(parent, "Plan forms", "&Show")
        self._assessment = assessment
        self._handed_in = with_plans(assessment)
        self.add_words("The form of Annex I, each on a page of its own.", tone="muted")
        self.filled = QRadioButton("&Filled in with the plans")
        self.blank = QRadioButton("&Blank, with lines to write on")
        for button in (self.filled, self.blank):
            button.setFont(theme().font(Type.BODY))
            button.toggled.connect(self._fit)
            self.add(button)
        self.words = self.add_words("", Type.CAPTION, "muted")
        self.states = self._list()
        self.add(self.states)
        self.revision = ChoiceField("Re&vision", ((None, _COUNTS),))
        self.revision.input.setAccessibleName("Revision")
        self.add(self.revision)
        self.particulars = Check("With the &particulars of the secretariat, as a draft")
        self.particulars.setFont(theme().font(Type.BODY))
        self.add(self.particulars)
        self.filled.setEnabled(bool(self._handed_in))
        (self.filled if self._handed_in else self.blank).setChecked(True)
        self.states.itemChanged.connect(self._fit)
        self._fit()

    def _list(self) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName("Member States: the space bar marks one")
        shown.setFont(theme().font(Type.BODY))
        taking_part = {row.code for row in self._assessment.rows}
        for code in sorted(taking_part | set(self._handed_in), key=POSITION.__getitem__):
            item = QListWidgetItem(self._named(code), shown)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if shown.count():
            shown.setCurrentRow(0)
        row = shown.sizeHintForRow(0) if shown.count() else Space.XL
        shown.setFixedHeight(row * min(_ROWS, max(shown.count(), 1)) + Space.S)
        return shown

    def _named(self, code: str) -> str:
        revisions = self._assessment.forum.search_and_rescue.revisions(code)
        if not revisions:
            return f"{NAMES[code]} · no plan"
        return f"{NAMES[code]} · {revisions[-1].mark or 'no reference number'}"

    def _marked(self) -> tuple[str, ...]:
        items = (self.states.item(place) for place in range(self.states.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _fit(self, _changed: object = None) -> None:
        """Say what no mark means, and offer the revisions of a single plan."""
        marked, filled = self._marked(), self.filled.isChecked()
        if filled:
            words = "Mark Member States with the space bar. None marked: every plan that was handed in."
        else:
            words = "Mark Member States with the space bar. None marked: one form that names nobody."
        without = [NAMES[code] for code in marked if code not in self._handed_in]
        if filled and without:
            words = f"No plan is recorded of {', '.join(without)}: take the mark off, or print blank forms."
        self.words.setText(words)
        self.words.set_tone("block" if filled and without else "muted")
        self.accept_button.setEnabled(not (filled and without))
        self.particulars.setEnabled(filled)
        self._offer_revisions(marked[0] if filled and len(marked) == 1 else None)

    def _offer_revisions(self, code: str | None) -> None:
        revisions = () if code is None else self._assessment.forum.search_and_rescue.revisions(code)
        choices: list[tuple[int | None, str]] = [(None, _COUNTS)]
        choices += [(plan.revision, f"(Rev) {plan.revision}" if plan.revision else "First plan") for plan in revisions]
        before = self.revision.raw
        self.revision.offer(choices)
        self.revision.put(before if before in [value for value, _words in choices] else None)
        self.revision.setEnabled(len(revisions) > 1)

    def answer(self) -> FormsChoice:
        """Return what is chosen."""
        filled = self.filled.isChecked()
        revision = self.revision.raw if filled and self.revision.isEnabled() else None
        return FormsChoice(self._marked(), not filled, revision, filled and self.particulars.isChecked())

    @classmethod
    def ask(cls, parent: QWidget | None, assessment: SearchAndRescueAssessment) -> FormsChoice | None:
        """Return which forms the person wants, or ``None``."""
        return cls(parent, assessment).asked()
