"""``annex``: prints the annex to the act of the forum's procedure."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.cli import outputs, report, status, streams
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole

ENDINGS: Final = (".pdf",)


def run(chosen: Namespace) -> int:
    """Print the annex of ``chosen.file`` to ``chosen.out``; 1 where it is refused as final."""
    outputs.ending_of(chosen.out, ENDINGS)
    refuse_unknown(chosen.language)
    assessment = assess(read_any_forum(chosen.file))
    outputs.refuse_same(chosen.out, chosen.file)
    if assessment.blocks and not chosen.draft:
        streams.remark(report.refusal(assessment))
        return status.BLOCKED
    write(assessment, chosen.out, chosen.language, draft=chosen.draft)
    kind = "draft annex" if chosen.draft else "annex"
    streams.write(f"Wrote the {kind} to {chosen.out} (state {fingerprint(assessment.forum)}).")
    return status.FINE


def write(assessment: Assessment, out: Path, language: str = "en", *, draft: bool) -> None:
    """Print an annex.

    Raises:
        BadInput: the file cannot be written.
    """
    from desktop_app.documents.annex import annex_pdf

    write_whole(out, annex_pdf(assessment, fingerprint(assessment.forum), language=language, draft=draft))


def refuse_unknown(language: str) -> None:
    """Refuse a language that there are no documents in.

    Raises:
        BadInput: there are none.
    """
    from desktop_app.documents.text import languages

    if language not in languages():
        raise BadInput("--language", f"there is no annex in {language}", f"use {' or '.join(languages())}")
