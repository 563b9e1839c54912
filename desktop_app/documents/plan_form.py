"""Plan forms of whichever procedure: Annex I of search and rescue, Annex II of migratory pressure (COM(2020) 610)."""

from collections.abc import Sequence

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.documents.forms import choice
from desktop_app.documents.forms.annex_i import response_forms
from desktop_app.documents.forms.annex_ii import pressure_forms
from desktop_app.documents.forms.parts import NoPlanError
from desktop_app.documents.furniture import Kind
from desktop_app.documents.sections.source import MigratorySource, ResponseSource
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms

__all__ = ["NoPlanError", "PlanAssessment", "plan_forms_pdf", "with_plans"]

PlanAssessment = SearchAndRescueAssessment | PressureAssessment
"""Assessments of the procedures in which Member States hand in plans that the Solidarity Forum may revise."""


def plan_forms_pdf(
    assessment: PlanAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    codes: Sequence[str] = (),
    revision: int | None = None,
    blank: bool = False,
    draft: bool = False,
    sheet: Sheet = A4,
) -> bytes:
    """Write forms of Annex I or II, each on a page of its own.

    Args:
        assessment: of the forum whose plans are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the form.
        codes: Member States; none: every one that handed in a plan, or one blank form that names nobody.
        revision: which revision; ``None`` is the one that counts, else the last.
        blank: print lines to write on instead of what is recorded.
        draft: print what the secretariat records beyond the form below it, and mark every page as a draft.
        sheet: paper and margins.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        NoPlanError: a form is to be filled in, and there is no such plan.
        LanguageNotAvailableError: there is no form in that language.
    """
    words, as_draft = terms(language), draft and not blank
    wanted = choice.Wanted(tuple(codes), revision, blank)
    if isinstance(assessment, PressureAssessment):
        pressure = MigratorySource(assessment, words, as_draft)
        return pressure_forms(pressure, wanted, choice.Page(sheet, fingerprint, Kind.FORM_II))
    response = ResponseSource(assessment, words, as_draft)
    return response_forms(response, wanted, choice.Page(sheet, fingerprint, Kind.FORM))


def with_plans(assessment: PlanAssessment) -> list[str]:
    """Return the Member States that handed in a plan, in protocol order."""
    return choice.with_plans(plans_of(assessment))


def plans_of(assessment: PlanAssessment) -> Sequence[choice.Plan]:
    """Return every revision of every plan."""
    forum = assessment.forum
    if isinstance(assessment, PressureAssessment):
        return forum.migratory_pressure.plans
    return forum.search_and_rescue.plans
