"""``thirty-percent``: prints the page that explains the 30 % test of search and rescue, or of migratory pressure."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.cli.pages import print_page

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Written


def run(chosen: Namespace) -> int:
    """Print the page on ``chosen.file`` to ``chosen.out``."""
    return print_page(chosen, (Procedure.SEARCH_AND_RESCUE, Procedure.MIGRATORY_PRESSURE), "the 30 % test", _page)


def _page(assessment: Assessment, state: str, language: str) -> "Written":
    from desktop_app.documents.thirty_percent import thirty_percent_pdf

    if isinstance(assessment, PressureAssessment):
        return thirty_percent_pdf(assessment, state, language=language)
    return thirty_percent_pdf(SearchAndRescueAssessment.of(assessment), state, language=language)
