"""``form``: prints the plan forms of a forum on search and rescue, filled in or blank (COM(2020) 610, Annex I)."""

from argparse import Namespace
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.cli import outputs, status, streams
from desktop_app.cli.annex import ENDINGS, refuse_unknown
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole

BLANK_HAS_NONE: Final = "leave out --blank, or the other"


def run(chosen: Namespace) -> int:
    """Print the forms of ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.plan_form import NoPlanError, plan_forms_pdf

    outputs.ending_of(chosen.out, ENDINGS)
    refuse_unknown(chosen.language)
    _refuse_what_does_not_fit(chosen)
    assessment = response_of(chosen)
    outputs.refuse_same(chosen.out, chosen.file)
    state = fingerprint(assessment.forum)
    try:
        data = plan_forms_pdf(
            assessment,
            state,
            language=chosen.language,
            codes=tuple(dict.fromkeys(chosen.state)),
            revision=chosen.revision,
            blank=chosen.blank,
            draft=chosen.draft,
        )
    except NoPlanError as missing:
        remedy = "add --blank for a form to fill in by hand"
        if chosen.revision is not None:
            remedy = "leave out --revision for the one that counts"
        raise BadInput(str(chosen.file), str(missing), remedy) from None
    write_whole(chosen.out, data)
    kind = "blank form" if chosen.blank else "plan form"
    streams.write(f"Wrote the {kind} to {chosen.out} (state {state}).")
    return status.FINE


def response_of(chosen: Namespace) -> SearchAndRescueAssessment:
    """Assess the forum in ``chosen.file``.

    Raises:
        BadInput: it follows another procedure.
    """
    forum = read_any_forum(chosen.file)
    if forum.procedure is not Procedure.SEARCH_AND_RESCUE:
        what = f"this forum follows {forum.procedure.value}, which has no such document"
        raise BadInput(str(chosen.file), what, f"name a forum on {Procedure.SEARCH_AND_RESCUE.value}")
    return SearchAndRescueAssessment.of(assess(forum))


def _refuse_what_does_not_fit(chosen: Namespace) -> None:
    for code in chosen.state:
        if code not in NAMES:
            raise BadInput("--state", f"{code} is no Member State", "use the code of one, such as FR or EL")
    if chosen.blank and chosen.revision is not None:
        raise BadInput("--revision", "a blank form has no revision", BLANK_HAS_NONE)
    if chosen.blank and chosen.draft:
        raise BadInput("--draft", "a blank form has no particulars of the secretariat", BLANK_HAS_NONE)
    if chosen.revision is not None and len(set(chosen.state)) != 1:
        raise BadInput("--revision", "a revision is of one Member State's plan", "add one --state")
