"""The page of a Member State's status: classification, benefitting, systemic shortcomings, crisis credit."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.changes import RecordStatus
from desktop_app.calc.exact import round_up
from desktop_app.calc.forum import Flag, PressureBasis, StateRecord
from desktop_app.views.editors.forms import StatusForm, read_status, status_form
from desktop_app.views.editors.law import FLAG_WORDS, status_words
from desktop_app.views.editors.pages.base import Heading, Page, Words
from desktop_app.views.editors.stage import Staged, Subject, staged
from desktop_app.views.fields import CheckField, ChecksField, DateField, PersonsField, TextField
from desktop_app.views.language import marked, shown, tr

_BASES: Final = (
    (PressureBasis.ARRIVALS, marked("arrivals")),
    (PressureBasis.SEARCH_AND_RESCUE, marked("search and rescue (Art. 11(3))")),
)


class StatusPage(Page):
    """What the Commission and the Council have found of a Member State."""

    name = "status"
    title = marked("Status")

    def __init__(self) -> None:
        super().__init__()
        self.flags = ChecksField(tr("Classification by the Commission (Art. 11(1))"), list(FLAG_WORDS.items()))
        self.bases = ChecksField(tr("Pressure rests on"), _BASES)
        self.allows = Words()
        self.credit = Words()
        self.add("flags", self.flags)
        self.add("pressure_basis", self.bases)
        self.column.addWidget(self.allows)
        self.column.addWidget(Heading(tr("Benefitting")))
        self.add("benefitting_since", DateField(tr("Benefits from the pool since (Art. 58(1), 59(4))")))
        since = tr("From that day it need not implement its pledge (Art. 60(3)); it keeps its share in the key.")
        self.column.addWidget(Words(since))
        self.add("systemic_shortcomings", CheckField(tr("Systemic shortcomings found (Art. 60(3))")))
        found = tr("Nobody has to implement, or to offset, towards a Member State with such shortcomings.")
        self.column.addWidget(Words(found))
        self.column.addWidget(Heading(tr("Crisis credit")))
        self.add("crisis_credit", PersonsField(tr("Persons off the fair share"), "0"))
        self.add("crisis_credit_act", TextField(tr("Act that authorises it"), tr("Implementing Decision (EU) …")))
        self.column.addWidget(self.credit)
        self.column.addStretch(1)

    def recorded(self, record: StateRecord) -> StatusForm:
        """Return the form of what is recorded."""
        return status_form(record)

    def form(self) -> StatusForm:
        """Return the form as it stands in the fields."""
        return StatusForm(**{name: field.raw for name, field in self.fields.items()})

    def put(self, form: StatusForm) -> None:
        """Show a form."""
        for name, field in self.fields.items():
            field.put(getattr(form, name))

    def stage(self, form: StatusForm, subject: Subject) -> Staged:
        """Return what taking a form would change."""
        outcome = read_status(form, subject.record)
        if outcome.value is None:
            return Staged(problems=outcome.problems)
        found = outcome.value
        change = RecordStatus(
            subject.code,
            found.flags,
            found.pressure_basis,
            found.benefitting_since,
            found.systemic_shortcomings,
            found.crisis_credit,
            found.crisis_credit_act,
        )
        return staged(change, subject)

    def explain(self, subject: Subject) -> None:
        """Say what the status allows, and what the credit changes."""
        form = self.form()
        pressed = Flag.UNDER_PRESSURE in form.flags
        self.bases.setVisible(pressed or bool(form.pressure_basis))
        self.allows.say(status_words(form.flags))
        self.credit.say(*_credit_words(form, subject))

    def start(self) -> ChecksField:
        """Begin with the classification."""
        return self.flags


def _credit_words(form: StatusForm, subject: Subject) -> tuple[str, str]:
    """Say what the credit would make of the fair share."""
    credit = read_status(form, subject.record).value
    rule = tr("Taken off the fair share (Regulation (EU) 2024/1359, Art. 9(4)-(5)), by an act of the Commission only.")
    if credit is None or not credit.crisis_credit:
        return rule, "muted"
    row = subject.row
    missing = "" if credit.crisis_credit_act else tr(" No act is named yet.")
    tone = "warn" if missing else "muted"
    if row is None or row.exact_fair_share is None:
        return f"{shown(rule)}{missing}", tone
    whole: Fraction = row.exact_fair_share + subject.record.crisis_credit
    left = whole - credit.crisis_credit
    parts = tr(wording.number(whole)), tr(wording.persons(credit.crisis_credit)), tr(wording.number(left))
    sum_words = f"{parts[0]} − {parts[1]} = {parts[2]}"
    rounded = "" if left.denominator == 1 else tr(", rounded up {persons}", persons=wording.persons(round_up(left)))
    return tr(
        "Exact fair share {sum_words}{rounded}. {rule}{missing}",
        sum_words=sum_words,
        rounded=rounded,
        rule=rule,
        missing=missing,
    ), tone
