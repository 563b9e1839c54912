"""The form of Annex II, field by field, with what the law says beside each (COM(2020) 610)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.entry_plan_pressure import PressureFigure
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.views.editors.pages.base import Heading, Words
from desktop_app.views.fields import CheckField, ChecksField, PersonsField, TypedField
from desktop_app.views.fields.reading import Read
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.plan_form.annex import ANNEX_II, row_of
from desktop_app.views.plan_form.figures import Figure, FigureRow
from desktop_app.views.plan_form.measures import read_measure
from desktop_app.views.plan_form.sheet import FormSheet
from desktop_app.views.plan_form.subject import PlanSubject
from desktop_app.views.pressure_form import law
from desktop_app.views.pressure_form.forms import SHARES, Beside, PressureForm, read_average, read_figure
from desktop_app.views.pressure_form.nationalities import NationalitiesField
from desktop_app.views.theme import Type

_ACTIVITIES: Final = tuple(
    (each, marked("({letter}) {activity}", letter=each.value, activity=each.words)) for each in SponsorshipActivity
)
AVERAGES: Final[tuple[Figure, ...]] = (
    (
        "average",
        marked("worked out"),
        lambda row, now: now.totals.reduction_figures and now.totals.reduction_figures.averages.get(row.code),
    ),
    (
        "union_average",
        marked("Union"),
        lambda _, now: now.totals.reduction_figures and now.totals.reduction_figures.union,
    ),
    ("reduction_eligible", marked("twice reached:"), lambda row, _: row.reduction_eligible),
)
"""What stands beside the average that the plan shows."""
FIXED: Final[tuple[Figure, ...]] = (
    ("relocations", marked("applicants"), lambda row, _: row.relocations),
    ("sponsorship", marked("sponsored"), lambda row, _: row.sponsorship),
    ("beneficiaries", marked("beneficiaries"), lambda row, _: row.beneficiaries),
    ("measures", marked("measures"), lambda row, _: row.measures),
    ("reduction", marked("reduction"), lambda row, _: row.reduction),
    ("redistributed", marked("taken over"), lambda row, _: row.redistributed),
    ("credited", marked("credited"), lambda row, _: row.credited),
)
"""What the act fixes, as things stand."""
COLUMNS: Final[Mapping[str, str]] = {
    "plan": "reference",
    "submitted": "submitted",
    "shares": "applicants",
    "applicants": "applicants",
    "share_sponsorship": "sponsorship",
    "share_beneficiaries": "beneficiaries",
    "minors": "minors_applicants",
    "nationalities": "nationalities",
    "activities": "activities",
    "covered": "covered",
    "measures": "measures",
    "claimed": "measures",
    "reduction": "reduction_requested",
    "reduction_requested": "reduction_requested",
    "average": "average_shown",
}
"""Where a finding's or a cell's column begins on the form."""


class PressurePage(FormSheet):
    """The form of Annex II."""

    columns = COLUMNS
    form_type = PressureForm

    def __init__(self) -> None:
        """Make the form without a plan."""
        super().__init__(ANNEX_II, *FIXED)
        self.benefitting = Words(role=Type.BODY, tone="text")
        self.applicants = self._figure_field(
            tr("Relocation of applicants, %"), PressureFigure.APPLICANTS, tr("80, rest")
        )
        self.minors_applicants = _minors_field(marked("Unaccompanied minors among the applicants"))
        self.sponsorship = self._figure_field(tr("Return sponsorship, %"), PressureFigure.SPONSORSHIP, tr("20, rest"))
        self.nationalities = NationalitiesField()
        self.activities = ChecksField(tr("Activities of the sponsorship (Art. 55(4))"), _ACTIVITIES)
        self.beneficiaries = self._figure_field(
            tr("Relocation of beneficiaries, %"), PressureFigure.BENEFICIARIES, tr("5, rest")
        )
        self.minors_beneficiaries = _minors_field(marked("Unaccompanied minors among the beneficiaries"))
        self.total = Words(role=Type.STRONG, tone="text")
        self.minors_said = Words()
        self.covered = self._figure_field(tr("Part of the share covered, persons"), PressureFigure.COVERED, "60, 50%")
        self.covered_said = Words()
        self.reduction_requested = CheckField(tr("The plan asks for 10 % less (Art. 52(5))"))
        self.reduction_said = Words()
        self.average_shown: TypedField[Fraction] = TypedField(
            tr("Average shown: applications per head over five years"), read_average, "0.00085"
        )
        self.average_said = Words()
        self.averages = FigureRow(*AVERAGES)
        self._column.insertWidget(0, self.benefitting)
        self._add(Heading(tr("Relocation and sponsorship (Art. 45(1)(a), (b), (c))")), self.total)
        self._beside(self.applicants, self.minors_applicants)
        self._add(self.sponsorship, self.nationalities, self.activities)
        self._beside(self.beneficiaries, self.minors_beneficiaries)
        self._add(
            self.minors_said, Heading(tr("Measures (Art. 45(1)(d))")), self.covered, self.covered_said, *self._every
        )
        self._add(Heading(tr("Reduction (Art. 52(5))")), self.reduction_requested, self.reduction_said)
        self._add(self.average_shown, self.average_said, self.averages)
        self._add(Heading(tr("What the act fixes, as things stand")), self.fixed, self.note)
        named = (
            "reference",
            "submitted",
            "applicants",
            "minors_applicants",
            "sponsorship",
            "nationalities",
            "activities",
            "beneficiaries",
            "minors_beneficiaries",
            "covered",
            "reduction_requested",
            "average_shown",
            "note",
        )
        self._connect({name: getattr(self, name) for name in named}, self.averages)

    def _figure_field(self, label: str, figure: PressureFigure, placeholder: str) -> TypedField[Fraction]:
        return TypedField(label, lambda text: self._read_figure(figure, text), placeholder)

    def _read_figure(self, figure: PressureFigure, text: str) -> Read[Fraction]:
        """Read a share or the part covered beside what stands in the other fields."""
        if not text.strip():
            return Read()
        read = read_figure(self._shares_form(figure, text), figure, self._beside_form)
        if read.problem or read.value is None or "=" in read.words or figure is PressureFigure.COVERED:
            return read
        covered = self._value(self.covered) if "covered" in self.fields else Fraction(0)
        return Read(read.value, law.line_words(read.value, covered, self._beside_form.exact_key))

    def _shares_form(self, figure: PressureFigure, text: str) -> PressureForm:
        """Return the form with only its shares, one of them as it is typed."""
        raws = {each.value: self.fields[each.value].raw for each in SHARES if each.value in self.fields}
        return PressureForm(**(raws | {figure.value: text}))

    @property
    def _beside_form(self) -> Beside:
        """What the form is held against."""
        return Beside(PressureReport(), None) if self.subject is None else beside_of(self.subject)

    @staticmethod
    def _value(field: TypedField[Fraction]) -> Fraction:
        return field.value or Fraction(0)

    @property
    def _shares(self) -> TypeShares:
        return TypeShares(*(self._value(field) for field in (self.applicants, self.sponsorship, self.beneficiaries)))

    # -------------------------------------------------------------------------------------------- what is said

    def _explain_more(self, subject: PlanSubject) -> None:
        report, beside = subject.forum.migratory_pressure.report, beside_of(subject)
        helped = tr("not said by the report yet") if report.benefitting is None else state_name(report.benefitting)
        self.benefitting.say(tr("Benefitting Member State: {state}", state=helped), "text")
        self.nationalities.offer(report.nationalities)
        self.nationalities.hint("" if report.nationalities else tr("The report names no nationality (Ctrl+Shift+R)."))
        row = subject.row
        for field in (self.applicants, self.sponsorship, self.beneficiaries, self.covered):
            # Says anew what stands there: it depends on the other fields.
            field.hint("")
        if beside.exact_key is not None and row is not None and row.asked:
            self.covered.hint(tr("of the share of {number} persons", number=wording.number(beside.exact_key)))
        shares, covered = self._shares, self._value(self.covered)
        self.total.say(*law.total_words(shares.total, covered))
        minors = (self.minors_applicants.value or 0) + (self.minors_beneficiaries.value or 0)
        self.minors_said.say(*law.minors_words(minors, shares.applicants + shares.beneficiaries))
        self.covered_said.say(*law.covered_words(covered, self._claimed, former_of(subject), beside.exact_key))

    @property
    def _claimed(self) -> Fraction:
        """Persons that the measures on the form stand for."""
        read = [read_measure(item).value for line in self._every for item in line.items]
        known = [each.persons_equivalent for each in read if each is not None and each.persons_equivalent is not None]
        return sum(known, Fraction(0))

    def show_figures(self, subject: PlanSubject, then: PressureAssessment | None) -> None:
        """Show what follows: of the staged form, or of what is recorded."""
        now = PressureAssessment.of(subject.assessment if then is None else then)
        row, figures = row_of(subject.code, now), now.totals.reduction_figures
        asked = self.reduction_requested.raw
        own = row if isinstance(row, PressureRow) else None
        self.reduction_said.say(*law.reduction_words(own, figures, asked=asked))
        self.average_said.say(*law.average_words(self.average_shown.value, figures, subject.code, asked=asked))
        for part in (self.fixed, self.averages):
            part.setVisible(row is not None)
            if row is not None:
                part.show_row(row, now)


def _minors_field(spoken: str) -> PersonsField:
    """Return the field of the unaccompanied minors of a line; who does not see it hears of which line: ``spoken``."""
    field = PersonsField(tr("Of which unaccompanied minors"), tr("persons"))
    field.input.setAccessibleName(tr(spoken))
    return field


def beside_of(subject: PlanSubject) -> Beside:
    """Return what the form of a plan is held against."""
    row = subject.row
    return Beside(subject.forum.migratory_pressure.report, None if row is None else row.exact_key)


def former_of(subject: PlanSubject) -> PressurePlan | None:
    """Return the revision before the one that is shown; ``None`` for a first plan."""
    earlier = [plan for plan in subject.revisions if plan.revision < subject.revision]
    found = earlier[-1] if earlier else None
    return found if isinstance(found, PressurePlan) else None
