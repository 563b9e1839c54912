"""``thirty-percent``: prints the page that explains the 30 % test of search and rescue, or of migratory pressure."""

from argparse import Namespace

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.cli import outputs, status, streams
from desktop_app.cli.annex import ENDINGS, refuse_unknown
from desktop_app.cli.form import PLAN_PROCEDURES, assessment_of
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole


def run(chosen: Namespace) -> int:
    """Print the page on ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.thirty_percent import thirty_percent_pdf

    outputs.ending_of(chosen.out, ENDINGS)
    refuse_unknown(chosen.language)
    assessment = assessment_of(chosen, PLAN_PROCEDURES)
    outputs.refuse_same(chosen.out, chosen.file)
    state = fingerprint(assessment.forum)
    if not isinstance(assessment, PressureAssessment):
        assessment = SearchAndRescueAssessment.of(assessment)
    write_whole(chosen.out, thirty_percent_pdf(assessment, state, language=chosen.language))
    streams.write(f"Wrote the page on the 30 % test to {chosen.out} (state {state}).")
    return status.FINE
