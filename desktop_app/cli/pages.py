"""Pages that explain a rule of the proposal of 2020: read a forum, print the page on it."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.cli import outputs, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Written

Make = Callable[[Assessment, str, str], "Written"]
"""Makes a page of an assessment, with a fingerprint, in a language."""


def print_page(chosen: Namespace, procedures: tuple[Procedure, ...], what: str, make: Make) -> int:
    """Print a page on ``chosen.file`` to ``chosen.out``.

    Args:
        chosen: what the command line says.
        procedures: those that have such a page.
        what: what the page is on, for the confirmation.
        make: makes it.

    Raises:
        BadInput: the forum follows another procedure, or what is asked for cannot be.
    """
    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    refuse_unknown(chosen.language)
    assessment = assessment_of(chosen, procedures)
    outputs.refuse_same(chosen.out, chosen.file)
    state = fingerprint(assessment.forum)
    write_whole(chosen.out, outputs.as_asked(make(assessment, state, chosen.language), chosen))
    streams.write(f"Wrote the page on {what} to {chosen.out} (state {state}).")
    return status.FINE


def assessment_of(chosen: Namespace, procedures: tuple[Procedure, ...]) -> Assessment:
    """Assess the forum in ``chosen.file``.

    Raises:
        BadInput: it follows none of these procedures.
    """
    forum = read_any_forum(chosen.file)
    if forum.procedure not in procedures:
        what = f"this forum follows {forum.procedure.value}, which has no such document"
        names = " or ".join(procedure.value for procedure in procedures)
        raise BadInput(str(chosen.file), what, f"name a forum on {names}")
    return assess(forum)
