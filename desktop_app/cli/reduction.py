"""``reduction``: prints the page with the arithmetic of the 10 % reduction of a forum on migratory pressure."""

from argparse import Namespace

from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.cli import outputs, status, streams
from desktop_app.cli.annex import ENDINGS, refuse_unknown
from desktop_app.cli.form import assessment_of
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole


def run(chosen: Namespace) -> int:
    """Print the page on ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.reduction import reduction_pdf

    outputs.ending_of(chosen.out, ENDINGS)
    refuse_unknown(chosen.language)
    assessment = PressureAssessment.of(assessment_of(chosen, (Procedure.MIGRATORY_PRESSURE,)))
    outputs.refuse_same(chosen.out, chosen.file)
    state = fingerprint(assessment.forum)
    write_whole(chosen.out, reduction_pdf(assessment, state, language=chosen.language))
    streams.write(f"Wrote the page on the 10 % reduction to {chosen.out} (state {state}).")
    return status.FINE
