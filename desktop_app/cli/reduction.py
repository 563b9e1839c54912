"""``reduction``: prints the page with the arithmetic of the 10 % reduction of a forum on migratory pressure."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.cli.pages import print_page

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Written


def run(chosen: Namespace) -> int:
    """Print the page on ``chosen.file`` to ``chosen.out``."""
    return print_page(chosen, (Procedure.MIGRATORY_PRESSURE,), "the 10 % reduction", _page)


def _page(assessment: Assessment, state: str, language: str) -> "Written":
    from desktop_app.documents.reduction import reduction_pdf

    return reduction_pdf(PressureAssessment.of(assessment), state, language=language)
