"""Plan forms of whichever procedure (COM(2020) 610).

Annex I belongs to search and rescue, Annex II to migratory pressure; Annex IV, the support plan, to migratory pressure
and the voluntary mechanism.
"""

from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import BOUND, POSITION
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.documents.forms.annex_i import response_forms
from desktop_app.documents.forms.annex_ii import pressure_forms
from desktop_app.documents.forms.annex_iv import support_forms
from desktop_app.documents.forms.choice import EVERY_PLAN, FormKind, Page, Wanted
from desktop_app.documents.forms.parts import NoPlanError
from desktop_app.documents.furniture import Kind, Written
from desktop_app.documents.sections.source import MigratorySource, ResponseSource, source_of
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import terms

__all__ = [
    "FormKind",
    "NoPlanError",
    "Wanted",
    "kinds_of",
    "marks_of",
    "offered",
    "plan_forms_pdf",
    "revisions_of",
    "with_plans",
]


_KINDS: Final = MappingProxyType(
    {
        Procedure.ANNUAL_POOL: (),
        Procedure.SEARCH_AND_RESCUE: (FormKind.ANNEX_I,),
        Procedure.MIGRATORY_PRESSURE: (FormKind.ANNEX_II, FormKind.ANNEX_IV),
        Procedure.VOLUNTARY: (FormKind.ANNEX_IV,),
    }
)


def kinds_of(procedure: Procedure) -> tuple[FormKind, ...]:
    """Return the forms of a procedure, its own first; the annual pool has none."""
    return _KINDS[procedure]


def plan_forms_pdf(
    assessment: Assessment,
    fingerprint: str,
    wanted: Wanted = EVERY_PLAN,
    *,
    language: str = "en",
    draft: bool = False,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write forms, each on a page of its own.

    Args:
        assessment: of the forum whose plans are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page but those of blank forms.
        wanted: which.
        language: of the form.
        draft: print what the secretariat records beyond the form below it, and mark every page as a draft.
        sheet: paper and margins.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        NoPlanError: a form is to be filled in, and there is no such plan.
        LanguageNotAvailableError: there is no form in that language.
        ValueError: the procedure has no such form.
    """
    known = kinds_of(assessment.forum.procedure)
    kind = wanted.kind or (known[0] if known else None)
    if kind not in known:
        raise ValueError(f"{assessment.forum.procedure.value} has no such form")
    words, as_draft = terms(language), draft and not wanted.blank
    if kind is FormKind.ANNEX_IV:
        source = source_of(assessment, words, draft=as_draft)
        return support_forms(source, wanted, Page(sheet, fingerprint, Kind.FORM_IV, wanted.blank, standing))
    if kind is FormKind.ANNEX_II:
        pressure = MigratorySource(PressureAssessment.of(assessment), words, as_draft)
        return pressure_forms(pressure, wanted, Page(sheet, fingerprint, Kind.FORM_II, wanted.blank, standing))
    response = ResponseSource(SearchAndRescueAssessment.of(assessment), words, as_draft)
    return response_forms(response, wanted, Page(sheet, fingerprint, Kind.FORM, wanted.blank, standing))


def with_plans(assessment: Assessment, kind: FormKind | None = None) -> list[str]:
    """Return the Member States that have a plan on a form (the procedure's own without one), in protocol order."""
    return sorted({code for code, _mark, _revision in _plans(assessment, kind)}, key=POSITION.__getitem__)


def offered(assessment: Assessment, kind: FormKind) -> list[str]:
    """Return the Member States whose form can be asked for: those that may have a plan, and those that have."""
    may: set[str] = set(BOUND)
    if kind is not FormKind.ANNEX_IV and isinstance(assessment, SearchAndRescueAssessment | PressureAssessment):
        may = {row.code for row in assessment.rows}
    return sorted(may | set(with_plans(assessment, kind)), key=POSITION.__getitem__)


def marks_of(assessment: Assessment, kind: FormKind, code: str) -> list[str]:
    """Return how a Member State's plans are named on a form: the last revision, or each support plan."""
    marks = [mark for owner, mark, _revision in _plans(assessment, kind) if owner == code]
    return marks if kind is FormKind.ANNEX_IV else marks[-1:]


def revisions_of(assessment: Assessment, kind: FormKind, code: str) -> list[int]:
    """Return the revisions of a Member State's plan; support plans have none."""
    if kind is FormKind.ANNEX_IV:
        return []
    return [revision for owner, _mark, revision in _plans(assessment, kind) if owner == code]


def _plans(assessment: Assessment, kind: FormKind | None) -> list[tuple[str, str, int]]:
    """Return Member State, name and revision of every plan on a form, revisions in their order."""
    forum = assessment.forum
    kind = kind or kinds_of(forum.procedure)[0]
    if kind is FormKind.ANNEX_IV:
        return [(plan.code, plan.reference or "", 0) for plan in forum.solidarity.support_plans]
    plans = forum.migratory_pressure.plans if kind is FormKind.ANNEX_II else forum.search_and_rescue.plans
    return sorted(((plan.code, plan.mark, plan.revision) for plan in plans), key=lambda each: each[2])
