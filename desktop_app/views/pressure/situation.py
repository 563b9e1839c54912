"""The assessment of migratory pressure: trigger, indicators, sources, Blueprint and needs (COM(2020) 610, Art. 50)."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calc.changes import SetSituation
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Trigger
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_situation import Situation
from desktop_app.calc.wording import day
from desktop_app.views.editors.page_bar import PageBar
from desktop_app.views.fields import CheckField, ChoiceField, DateField, Field, NoteField, day_text
from desktop_app.views.forum_editors.asked import due_words
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import Entries
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pressure.beside import HELP_PAGE
from desktop_app.views.pressure.blueprint import BlueprintPage
from desktop_app.views.pressure.indicators import IndicatorsPage
from desktop_app.views.pressure.sources import SourceKinds, in_order, kind_words, source_raw, source_used
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

_FIRST: Final = (1360, 900)
_TRIGGERS: Final = (
    (None, marked("not said")),
    (Trigger.MEMBER_STATE, marked("a Member State that considers itself under pressure (Art. 50(1)(a))")),
    (Trigger.COMMISSION, marked("the Commission (Art. 50(1)(b))")),
)
_SHORT_TRIGGERS: Final = {
    None: marked("not said"),
    Trigger.MEMBER_STATE: marked("a Member State"),
    Trigger.COMMISSION: marked("Commission"),
}
_WORDS: Final = marked(
    "The Commission assesses whether a Member State is under migratory pressure (Art. 50). What it weighs is recorded "
    "here; the text names no threshold, so no score is computed."
)
_TURNS: Final = "Ctrl+Page Down, Ctrl+Page Up"
_PAGES: Final = (
    ("indicators", marked("Indicators"), _TURNS),
    ("sources", marked("Sources"), _TURNS),
    ("blueprint", marked("Blueprint and needs"), _TURNS),
)
_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_OF_REPORT: Final = ("P610-51-1", "P610-51-4")
_NO_CLOCK: Final = marked(
    "The day of the notification starts the clock of the report: one month, two weeks if rapid (Art. 51)."
)


class SourcesPage(QWidget):
    """The sources, which situational report is valid, and a remark on the whole."""

    name = "sources"

    def __init__(self, situation: Situation) -> None:
        """Make the list; :meth:`SituationEditor.draft` reads it."""
        super().__init__()
        self.entries = Entries(SourceKinds(), [source_raw(each) for each in situation.sources])
        self.valid = ToneLabel("", Type.BODY)
        self.valid.setWordWrap(True)
        self.note = NoteField(tr("Remarks on the assessment"), lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.valid, self.entries, self.note):
            column.addWidget(part)
        column.addStretch(1)


class SituationEditor(ForumEditor):
    """Who triggered the assessment and when, and three pages: indicators, sources, Blueprint and needs."""

    help_page = HELP_PAGE
    help_heading = "Assessment"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, desk, tr("Assessment"), _WORDS)
        recorded = self.forum.migratory_pressure
        situation = recorded.situation
        self.trigger = ChoiceField(tr("Triggered by"), _TRIGGERS)
        self.notified = DateField(tr("Parliament, Council and Member States told on (Art. 50(2))"))
        self.rapid = CheckField(tr("A &rapid response is needed: the report is due in two weeks (Art. 51(4))"))
        self.due = ToneLabel("", Type.CAPTION, "muted")
        self.due.setWordWrap(True)
        self.put_in("triggered_by", self.trigger, recorded.triggered_by)
        self.put_in("notified", self.notified, day_text(recorded.notified), "notified")
        self.put_in("rapid", self.rapid, recorded.rapid)
        self.add_row(self.trigger, self.notified)
        self.add(self.rapid)
        self.column.addSpacing(-Space.S)
        self.add(self.due)
        self.indicators = IndicatorsPage(situation)
        self.sources = SourcesPage(situation)
        self.blueprint = BlueprintPage(situation)
        for page in (self.indicators, self.blueprint):
            for name, field, raw in page.fields():
                self.put_in(name, field, raw)
        self.put_in("note", self.sources.note, situation.note)
        self.sources.entries.edited.connect(self.review)
        self._lay_out_pages()
        self.open_for(read_only=desk.read_only)
        self.review()
        self.resize(*_FIRST)

    def _lay_out_pages(self) -> None:
        self.bar = PageBar(_PAGES)
        self.pages = QStackedWidget()
        self._pages: dict[str, QWidget] = {each.name: each for each in (self.indicators, self.sources, self.blueprint)}
        for page in self._pages.values():
            self.pages.addWidget(page)
        self.bar.chosen.connect(self.show_page)
        self.add(self.bar)
        self.column.addWidget(self.pages, 1)

    def show_page(self, name: str) -> None:
        """Show another page."""
        self.bar.show_page(name)
        self.pages.setCurrentWidget(self._pages[name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Page Down and Ctrl+Page Up turn the pages, from wherever the keyboard is."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        names = tuple(self._pages)
        self.show_page(names[(self.pages.currentIndex() + step) % len(names)])
        self.bar.buttons[names[self.pages.currentIndex()]].setFocus()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the record or only look."""
        super().open_for(read_only=read_only)
        self.sources.entries.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list of sources."""
        return super().typed(), self.sources.entries.held

    def draft(self) -> Draft:
        """Return the assessment as it stands in the fields."""
        found = {**self.indicators.problems(), **self.blueprint.problems()}
        found |= {name: field.problem for name, field in self.fields.items() if field.problem}
        if self.sources.entries.problem:
            found["sources"] = self.sources.entries.problem
        blueprint = self.blueprint.blueprint()
        used = in_order(source_used(raw) for raw in self.sources.entries.held)
        self._say_standing(kind_words(used, blueprint.crisis_response))
        if found:
            return Draft(None, found)
        situation = Situation(
            self.indicators.figures(), used, blueprint, self.blueprint.analysis(), self.sources.note.value
        )
        change = SetSituation(self.trigger.value, self.notified.value, self.rapid.value, situation)
        return Draft(change, found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the trigger and its day first."""
        now, new = self.forum.migratory_pressure, then.migratory_pressure
        said = []
        if now.triggered_by is not new.triggered_by:
            said.append(
                tr(
                    "triggered by {before} → {after}",
                    before=_SHORT_TRIGGERS[now.triggered_by],
                    after=_SHORT_TRIGGERS[new.triggered_by],
                )
            )
        if now.notified != new.notified:
            said.append(
                tr("notification taken back")
                if new.notified is None
                else tr("notified on {day}", day=day(new.notified))
            )
        pairs = (
            (tr("rapid response"), now.rapid, new.rapid),
            (tr("indicators"), now.situation.indicators, new.situation.indicators),
            (tr("sources"), now.situation.sources, new.situation.sources),
            (tr("Blueprint"), now.situation.blueprint, new.situation.blueprint),
            (tr("needs analysis"), now.situation.needs, new.situation.needs),
            (tr("remarks"), now.situation.note, new.situation.note),
        )
        return [*said, *(name for name, before, after in pairs if before != after)]

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Say by when the report is due."""
        if assessment is not None:
            words = due_words(PressureAssessment.of(assessment), _OF_REPORT, _NO_CLOCK)
            self.due.setText(legible(words))

    def _say_standing(self, valid: tuple[str, str]) -> None:
        words, tone = valid
        self.sources.valid.setText(legible(words))
        self.sources.valid.set_tone(tone)
        self.indicators.show_parts(self.notified.value)
        self.blueprint.show_standing()

    def _go_to_wrong(self) -> None:
        """Turn to the page of what is wrong first: a field out of sight cannot be gone to."""
        here = self.pages.currentWidget()
        wrong = [name for name, page in self._pages.items() if any(each.is_wrong for each in page.findChildren(Field))]
        if self.sources.entries.problem:
            wrong.append(self.sources.name)
        beside = any(field.is_wrong for field in (self.trigger, self.notified, self.rapid))
        if wrong and not beside and here not in [self._pages[name] for name in wrong]:
            self.show_page(wrong[0])
        super()._go_to_wrong()
