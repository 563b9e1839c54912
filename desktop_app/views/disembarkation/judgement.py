"""The judgement on the plans and the act: sufficient, or still significantly short (COM(2020) 610, Art. 48)."""

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetDisembarkationAct
from desktop_app.calc.deadline_standing import standings
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, Judgement
from desktop_app.calc.wording import day
from desktop_app.views.disembarkation.beside import RescueEditor
from desktop_app.views.disembarkation.paths import PathsPanel
from desktop_app.views.fields import ChoiceField, DateField, NoteField, TextField, day_text
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

PATHS: Final = (
    (None, marked("not judged yet")),
    (ActPath.SUFFICIENT, marked("Sufficient: Art. 48(1), taken as pledged")),
    (ActPath.STILL_SHORT, marked("Still significantly short: Art. 48(2)")),
)
_SHORT_PATHS: Final = {
    None: marked("not judged"),
    ActPath.SUFFICIENT: marked("Art. 48(1)"),
    ActPath.STILL_SHORT: marked("Art. 48(2)"),
}
_WORDS: Final = marked(
    "Whether the plans are sufficient is a person's judgement: the text gives no number for “significantly short” "
    "(Art. 47(5), 48). It is recorded here with who made it, when and why; the coverage stands beside it."
)
_MEANINGS: Final = {
    None: marked("Until it is judged, plans stand as they are handed in, and no act can be printed as final."),
    ActPath.SUFFICIENT: (
        marked(
            "The act fixes what each state indicated, whatever the part of measures; one pool for each state of "
            "disembarkation (Art. 48(1)). The 30 % test has no effect."
        )
    ),
    ActPath.STILL_SHORT: (
        marked(
            "The act fixes the total, number and share of each state by the key, and measures in proportion; "
            "above 30 % "
            "states with measures cover half of their share; who handed in no plan is set by the Commission "
            "(Art. 48(2))."
        )
    ),
}
_BEFORE_THE_END: Final = marked(
    "Art. 48(2) presupposes that the forum of Art. 47(5) has ended, and no end is recorded: the act cannot be printed "
    "as final. Rounds of the forum, in the Forum menu, records it."
)
_TOO_EARLY: Final = {
    "adopted": marked("The act would be adopted before the end of the forum on {day} (Art. 48(2))."),
    "judged": marked("The plans would be judged still short before the end of the forum on {day} (Art. 48(2))."),
}
_CLOCKS: Final = {ActPath.SUFFICIENT: "P610-48-1", ActPath.STILL_SHORT: "P610-48-2a"}


class JudgementEditor(RescueEditor):
    """The judgement, the act, and what both paths would fix."""

    help_heading = marked("Judgement and act")
    part_of_fields = Fraction(2, 5)

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        self.paths = PathsPanel()
        super().__init__(parent, desk, tr("Judgement and act"), _WORDS, self.paths)
        act = self.recorded.act
        judgement = act.judgement or Judgement()
        self.path = ChoiceField(tr("The plans are"), PATHS)
        self.meaning = ToneLabel("", Type.CAPTION, "muted")
        self.meaning.setWordWrap(True)
        self.warning = ToneLabel("", Type.CAPTION, "warn")
        self.warning.setWordWrap(True)
        self.by = TextField(tr("Judged by"), tr("Commission, DG HOME"))
        self.on = DateField(tr("Judged on"))
        self.reason = NoteField(tr("Why"), lines=2)
        self.reference = TextField(tr("Reference of the act"), tr("C(2026) …"))
        self.adopted = DateField(tr("Act adopted on"))
        self.put_in("path", self.path, act.path)
        self.put_in("by", self.by, judgement.by)
        self.put_in("on", self.on, day_text(judgement.on), "act.judgement.on")
        self.put_in("reason", self.reason, judgement.reason)
        self.put_in("reference", self.reference, act.reference)
        self.put_in("adopted", self.adopted, day_text(act.adopted), "act.adopted")
        self.add(self.path)
        self.column.addSpacing(-Space.S)
        self.add(self.meaning)
        self.add(self.warning)
        self.add_row(self.by, self.on)
        self.add(self.reason)
        self.add_row(self.reference, self.adopted)
        self.due = ToneLabel("", Type.CAPTION, "muted")
        self.due.setWordWrap(True)
        self.column.addSpacing(-Space.S)
        self.add(self.due)
        self.column.addStretch(1)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return judgement and act as they stand in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        judgement = Judgement(self.on.value, self.by.value, self.reason.value)
        act = DisembarkationAct(
            self.path.value, self.adopted.value, self.reference.value, None if judgement == Judgement() else judgement
        )
        self._say_meaning(act)
        return Draft(None if found else SetDisembarkationAct(act), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the judgement first."""
        now, new = self.recorded.act, then.search_and_rescue.act
        said = []
        if now.path is not new.path:
            said.append(
                tr(
                    "judgement {before} → {after}",
                    before=_SHORT_PATHS[now.path],
                    after=_SHORT_PATHS[new.path],
                )
            )
        if now.adopted != new.adopted:
            said.append(
                tr("adoption taken back") if new.adopted is None else tr("act adopted on {day}", day=day(new.adopted))
            )
        if now.reference != new.reference:
            said.append(tr("reference of the act"))
        return [*said, tr("who judged, when and why")] if now.judgement != new.judgement else said

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show both paths beside the fields, and the act's time limit under its day."""
        self.paths.show_response(assessment)
        if assessment is not None:
            self.due.setText(legible(_due_words(assessment, self.path.value)))

    def _say_meaning(self, act: DisembarkationAct) -> None:
        self.meaning.setText(legible(_MEANINGS[act.path]))
        words = self._warning_of(act)
        self.warning.setText(legible(words))
        self.warning.setVisible(bool(words))

    def _warning_of(self, act: DisembarkationAct) -> str:
        """Return what is wrong with the judgement, gravest first; empty where nothing is."""
        if act.path is None:
            return tr("The act has a day of adoption, but nobody has judged the plans.") if act.adopted else ""
        judgement = act.judgement or Judgement()
        if act.path is ActPath.STILL_SHORT:
            ended = self.recorded.forum_ended
            if ended is None:
                return _BEFORE_THE_END
            for did, when in (("adopted", act.adopted), ("judged", judgement.on)):
                if when is not None and when < ended:
                    return tr(_TOO_EARLY[did], day=day(ended))
        return "" if judgement.by else tr("Say who judged: the record is to name a person or body.")


def _due_words(assessment: SearchAndRescueAssessment, path: ActPath | None) -> str:
    """Return by when the act is due, and how it stands with that."""
    rules = [_CLOCKS[path]] if path else list(_CLOCKS.values())
    found = [each for each in standings(assessment) if each.deadline.rule in rules]
    if not found:
        if path is ActPath.STILL_SHORT:
            return tr("The end of the forum starts the two weeks in which the act is due (Art. 48(2)).")
        return tr("The last day for plans, or the end of the forum, starts the two weeks for the act (Art. 48(1)).")
    first = min(found, key=lambda each: each.due)
    return tr(
        "The act is due by {day} ({article}, 65): {words}.",
        day=day(first.due),
        article=marked("Art. 48") if path is None else _SHORT_PATHS[path],
        words=first.words,
    )
