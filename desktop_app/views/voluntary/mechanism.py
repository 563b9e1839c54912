"""Declaration, platform, duration and signatories of the voluntary mechanism (declaration of 22 June 2022)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetVoluntary
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods_2020 import months_after
from desktop_app.calc.voluntary import MONTHS, Mechanism, Signatory
from desktop_app.calc.wording import day
from desktop_app.views.fields import (
    UNCHOSEN,
    ChoiceField,
    DateField,
    Field,
    NoteField,
    TextField,
    day_text,
    read_day,
    to_choose,
)
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.voluntary.states import SIGNATORIES, not_open_to, state_words

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

TITLE: Final = marked("Mechanism and signatories")
_WORDS: Final = marked(
    "A political declaration: there is no key and no obligation. It is open to the Member States, Norway, "
    "Liechtenstein and Switzerland, and ends one year after its start unless it is extended (Report on Migration and "
    "Asylum 2022, section 4)."
)
_IN_THE_YEAR: Final = marked(
    "Its first year, from {start}, ends on {end}: it is extended until that day or a later one, or not at all."
)
_NO_START: Final = marked("Say first when the mechanism started: an extension is counted from there.")


class SignatoryKinds:
    """States that signed the declaration."""

    title = marked("Signatories, Member States first")
    one = marked("signatory")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a signatory."""
        return {
            "code": ChoiceField(tr("State"), to_choose(SIGNATORIES)),
            "signed": DateField(tr("Signed on")),
            "withdrawn": DateField(tr("Left the mechanism on"), tr("empty while it takes part")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a signatory of which nothing is said."""
        return {"code": UNCHOSEN, "signed": "", "withdrawn": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Norway, 22 June 2022"``."""
        signed, left = read_day(raw["signed"]).value, read_day(raw["withdrawn"]).value
        said = f"{state_words(raw['code'])}, {tr(day(signed)) if signed else tr('no day')}"
        return tr("{said}, left on {day}", said=said, day=day(left)) if left else said

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Refuse Iceland, a state that stands there twice, and days that do not follow each other."""
        signed, left = read_day(raw["signed"]), read_day(raw["withdrawn"])
        found = {"code": not_open_to(raw["code"]), "signed": signed.problem, "withdrawn": left.problem}
        if raw["code"] == UNCHOSEN:
            found["code"] = tr("Which state signed? Choose it.")
        elif any(other["code"] == raw["code"] for other in others):
            found["code"] = tr("{state} stands there twice: keep one of the two.", state=state_name(raw["code"]))
        if signed.value and left.value and left.value < signed.value:
            found["withdrawn"] = tr("It signed on {day}: it cannot leave before that.", day=day(signed.value))
        return {name: problem for name, problem in found.items() if problem}


class MechanismEditor(ForumEditor):
    """The mechanism with its platform and its end, and who signed."""

    help_page = "voluntary"
    help_heading = TITLE

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, desk, TITLE, _WORDS)
        recorded = self.forum.voluntary
        held = recorded.mechanism
        self.declaration = TextField(tr("Declaration"), tr("such as its title and day"))
        self.started = DateField(tr("First day"))
        self.extended = DateField(tr("Extended until"))
        self.platform = TextField(tr("Platform that coordinates it"))
        self.chairs = TextField(tr("Chaired by; several with semicolons between"))
        self.note = NoteField(tr("Note"), lines=2)
        for field in (self.started, self.extended):
            field.offer(as_of(self.forum))
        self.put_in("declaration", self.declaration, held.declaration)
        self.put_in("started", self.started, day_text(held.started))
        self.put_in("extended", self.extended, day_text(held.extended_until))
        self.put_in("platform", self.platform, held.platform)
        self.put_in("chairs", self.chairs, "; ".join(held.chairs))
        self.put_in("note", self.note, held.note)
        self.add_row(self.declaration, self.started, self.extended)
        self.add_row(self.platform, self.chairs)
        self.signatories = Entries(SignatoryKinds(), [_raw(each) for each in recorded.signatories])
        self.signatories.edited.connect(self.review)
        self.add(self.signatories)
        self.add(self.note)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.declaration.setFocus()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change it or only look."""
        super().open_for(read_only=read_only)
        self.signatories.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.signatories.held

    def draft(self) -> Draft:
        """Return mechanism and signatories as they stand."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        started, extended = self.started.value, self.extended.value
        if extended is not None and started is None and not found:
            found["started"] = _NO_START
        elif extended is not None and started is not None and extended < months_after(started, MONTHS):
            end = months_after(started, MONTHS)
            found["extended"] = tr(_IN_THE_YEAR, start=day(started), end=day(end))
        if self.signatories.problem:
            found["signatories"] = self.signatories.problem
        if found:
            return Draft(None, found)
        recorded = self.forum.voluntary
        mechanism = Mechanism(
            self.declaration.value, started, extended, self.platform.value, self._chairs(), self.note.value
        )
        signatories = tuple(
            Signatory(raw["code"], read_day(raw["signed"]).value, read_day(raw["withdrawn"]).value)
            for raw in self.signatories.held
        )
        return Draft(SetVoluntary(replace(recorded, mechanism=mechanism, signatories=signatories), TITLE), {})

    def _chairs(self) -> tuple[str, ...]:
        held = self.forum.voluntary.mechanism.chairs
        if self.chairs.raw == "; ".join(held):
            return held
        return tuple(part.strip() for part in self.chairs.raw.split(";") if part.strip())

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the signatories first."""
        now, new = self.forum.voluntary, then.voluntary
        said = []
        if now.signatories != new.signatories:
            said.append(_signatories_words(now.signatories, new.signatories))
        pairs = (
            (tr("first day"), now.mechanism.started, new.mechanism.started),
            ("extension", now.mechanism.extended_until, new.mechanism.extended_until),
            ("declaration", now.mechanism.declaration, new.mechanism.declaration),
            ("platform", now.mechanism.platform, new.mechanism.platform),
            ("chairs", now.mechanism.chairs, new.mechanism.chairs),
            ("note", now.mechanism.note, new.mechanism.note),
        )
        return [*said, *(name for name, before_, after_ in pairs if before_ != after_)]

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Say beside the days when the mechanism ends."""
        if assessment is None:
            return
        ends = assessment.forum.voluntary.mechanism.year_ends
        if ends is None:
            self.extended.hint(tr("Empty: it ends one year after its first day, which is not said yet."))
        else:
            self.extended.hint(tr("Empty: it ends on {day}, one year after its first day.", day=day(ends)))


def _signatories_words(before: Sequence[Signatory], after: Sequence[Signatory]) -> str:
    """Say how many have signed; where some have left, that they are among them."""
    if len(before) == len(after):
        return "signatories"
    has_left = any(each.withdrawn is not None for each in (*before, *after))
    among = tr(", those that left among them,") if has_left else ""
    return tr("signatories{among} {before} → {after}", among=among, before=len(before), after=len(after))


def _raw(recorded: Signatory) -> Raw:
    return {
        "code": recorded.code,
        "signed": day_text(recorded.signed),
        "withdrawn": day_text(recorded.withdrawn),
        RECORDED: recorded,
    }
