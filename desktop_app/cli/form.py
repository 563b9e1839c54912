"""``form``: prints plan forms, filled in or blank (COM(2020) 610, Annexes I, II and IV)."""

from argparse import Namespace
from typing import TYPE_CHECKING, Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import NAMES
from desktop_app.cli import outputs, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.cli.pages import assessment_of
from desktop_app.cli.states import shortened
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.documents.plan_form import FormKind

BLANK_HAS_NONE: Final = "leave out --blank, or the other"
WITH_FORMS: Final = (Procedure.SEARCH_AND_RESCUE, Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY)


def run(chosen: Namespace) -> int:
    """Print the forms of ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.plan_form import NoPlanError, Wanted, plan_forms_pdf

    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    refuse_unknown(chosen.language, "form")
    _refuse_what_does_not_fit(chosen)
    assessment = assessment_of(chosen, WITH_FORMS)
    kind = _kind(chosen, assessment)
    outputs.refuse_same(chosen.out, chosen.file)
    state = fingerprint(assessment.forum)
    wanted = Wanted(tuple(dict.fromkeys(chosen.state)), chosen.revision, chosen.blank, kind)
    try:
        data = plan_forms_pdf(assessment, state, wanted, language=chosen.language, draft=chosen.draft)
    except NoPlanError as missing:
        remedy = "add --blank for a form to fill in by hand"
        if chosen.revision is not None:
            remedy = "leave out --revision for the one that counts"
        raise BadInput(str(chosen.file), str(missing), remedy) from None
    write_whole(chosen.out, outputs.as_asked(data, chosen))
    name = "blank form" if chosen.blank else "plan form"
    streams.write(f"Wrote the {name} to {chosen.out} (state {state}).")
    return status.FINE


def _kind(chosen: Namespace, assessment: Assessment) -> "FormKind":
    """Return the form that is asked for: the procedure's own unless ``--annex`` says otherwise.

    Raises:
        BadInput: the procedure has no such form, or the form has no revisions.
    """
    from desktop_app.documents.plan_form import FormKind, kinds_of

    procedure = assessment.forum.procedure
    known = {kind.value.removeprefix("Annex "): kind for kind in kinds_of(procedure)}
    kind = next(iter(known.values())) if chosen.annex is None else known.get(chosen.annex)
    if kind is None:
        what = f"{procedure.value} has no form of Annex {chosen.annex}"
        raise BadInput("--annex", what, f"use {' or '.join(known)}")
    if kind is FormKind.ANNEX_IV and chosen.revision is not None:
        raise BadInput("--revision", "a support plan has no revisions", "leave out --revision")
    return kind


def _refuse_what_does_not_fit(chosen: Namespace) -> None:
    for code in chosen.state:
        if code not in NAMES:
            raise BadInput("--state", f"{shortened(code)} is no Member State", "use the code of one, such as FR or EL")
    if chosen.blank and chosen.revision is not None:
        raise BadInput("--revision", "a blank form has no revision", BLANK_HAS_NONE)
    if chosen.blank and chosen.draft:
        raise BadInput("--draft", "a blank form has no particulars of the secretariat", BLANK_HAS_NONE)
    if chosen.revision is not None and len(set(chosen.state)) != 1:
        raise BadInput("--revision", "a revision is of one Member State's plan", "add one --state")
