"""Which plan forms to print: filled in or blank, of which Member States, which revision."""

from dataclasses import dataclass

from PySide6.QtWidgets import QRadioButton, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.documents.plan_form import FormKind, kinds_of, marks_of, offered, revisions_of, with_plans
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.choices import ChoiceField
from desktop_app.views.fields.looks import Check
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.preview.state_list import StateList
from desktop_app.views.theme import Type, theme

_COUNTS = marked("The one that counts")


@dataclass(frozen=True, slots=True)
class FormsChoice:
    """What is to be printed.

    Attributes:
        codes: Member States, in protocol order; none: every plan, or one blank form that names nobody.
        blank: lines to write on instead of what is recorded.
        revision: which revision of the one state's plan; ``None`` for the one that counts.
        particulars: with what the secretariat records beyond the form, as a draft.
        kind: which form; ``None`` is the procedure's own.
    """

    codes: tuple[str, ...] = ()
    blank: bool = False
    revision: int | None = None
    particulars: bool = False
    kind: FormKind | None = None


class FormsDialog(AskingDialog[FormsChoice]):
    """Asks for the forms that are to be printed; Esc leaves."""

    def __init__(self, parent: QWidget | None, assessment: Assessment) -> None:
        """Offer the Member States that take part, or have a plan.

        Args:
            parent: the window it belongs to.
            assessment: of the forum.
        """
        super().__init__(parent, tr("Plan forms"), tr("&Show"))
        self._assessment = assessment
        self._kinds = kinds_of(assessment.forum.procedure)
        self.form = ChoiceField(tr("F&orm"), [(kind, tr(kind.words)) for kind in self._kinds])
        self.form.input.setAccessibleName(tr("Form"))
        if len(self._kinds) > 1:
            self.add(self.form)
        else:
            self.add_words(
                tr("The form of {form}, each on a page of its own.", form=tr(self._kinds[0].value)), tone="muted"
            )
        self._handed_in = with_plans(assessment, self.kind)
        self.filled = QRadioButton(tr("&Filled in with the plans"))
        self.blank = QRadioButton(tr("&Blank, with lines to write on"))
        for button in (self.filled, self.blank):
            button.setFont(theme().font(Type.BODY))
            button.toggled.connect(self._fit)
            self.add(button)
        self.words = self.add_words("", Type.CAPTION, "muted")
        self.states = StateList()
        self._fill()
        self.add(self.states)
        self.revision = ChoiceField(tr("Re&vision"), ((None, _COUNTS),))
        self.revision.input.setAccessibleName(tr("Revision"))
        self.add(self.revision)
        self.particulars = Check(tr("With the &particulars of the secretariat, as a draft"))
        self.particulars.setFont(theme().font(Type.BODY))
        self.add(self.particulars)
        self._choose_filling()
        self.states.itemChanged.connect(self._fit)
        self.form.input.currentIndexChanged.connect(self._change_form)
        self._fit()

    @property
    def kind(self) -> FormKind:
        """The form that is asked for."""
        chosen: FormKind = self.form.raw
        return chosen

    def _change_form(self, _index: int) -> None:
        """Offer the Member States and plans of another form."""
        self._handed_in = with_plans(self._assessment, self.kind)
        self.states.blockSignals(True)
        self._fill()
        self.states.blockSignals(False)
        self._choose_filling()
        self._fit()

    def _choose_filling(self) -> None:
        """Offer filled forms only where there is a plan."""
        self.filled.setEnabled(bool(self._handed_in))
        (self.filled if self._handed_in else self.blank).setChecked(True)

    def _fill(self) -> None:
        self.states.offer((code, self._named(code)) for code in offered(self._assessment, self.kind))

    def _named(self, code: str) -> str:
        if code not in self._handed_in:
            return tr("{state} · no plan", state=state_name(code))
        marks = [mark or tr("no reference number") for mark in marks_of(self._assessment, self.kind, code)]
        return f"{state_name(code)} · {', '.join(marks)}"

    def _fit(self, _changed: object = None) -> None:
        """Say what no mark means, and offer the revisions of a single plan."""
        marked, filled = self.states.marked, self.filled.isChecked()
        if filled:
            words = tr("Mark Member States with the space bar. None marked: every plan that was handed in.")
        else:
            words = tr("Mark Member States with the space bar. None marked: one form that names nobody.")
        without = [state_name(code) for code in marked if code not in self._handed_in]
        if filled and without:
            words = tr(
                "No plan is recorded of {states}: take the mark off, or print blank forms.", states=", ".join(without)
            )
        self.words.setText(words)
        self.words.set_tone("block" if filled and without else "muted")
        self.accept_button.setEnabled(not (filled and without))
        self.particulars.setEnabled(filled)
        self._offer_revisions(marked[0] if filled and len(marked) == 1 else None)

    def _offer_revisions(self, code: str | None) -> None:
        revisions = [] if code is None else revisions_of(self._assessment, self.kind, code)
        choices: list[tuple[int | None, str]] = [(None, _COUNTS)]
        choices += [
            (number, tr("(Rev) {number}", number=number) if number else tr("First plan")) for number in revisions
        ]
        before = self.revision.raw
        self.revision.offer(choices)
        self.revision.put(before if before in [value for value, _words in choices] else None)
        self.revision.setEnabled(len(revisions) > 1)

    def answer(self) -> FormsChoice:
        """Return what is chosen."""
        filled = self.filled.isChecked()
        revision = self.revision.raw if filled and self.revision.isEnabled() else None
        particulars = filled and self.particulars.isChecked()
        # The procedure's own form goes without saying.
        kind = None if self.kind is self._kinds[0] else self.kind
        return FormsChoice(self.states.marked, not filled, revision, particulars, kind)

    @classmethod
    def ask(cls, parent: QWidget | None, assessment: Assessment) -> FormsChoice | None:
        """Return which forms the person wants, or ``None``."""
        return cls(parent, assessment).asked()
