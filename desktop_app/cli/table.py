"""``table``: prints the table of a forum, as it is now or at any moment of its record."""

from argparse import Namespace

from desktop_app.cli import moments, outputs, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.models.whole_file import write_whole


def run(chosen: Namespace) -> int:
    """Print the table of ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.table import table_pdf

    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    refuse_unknown(chosen.language, "table")
    outputs.refuse_same(chosen.out, chosen.file)
    with moments.printed(chosen) as found:
        data = table_pdf(found.assessment, found.fingerprint, language=chosen.language, standing=found.standing)
        write_whole(chosen.out, outputs.as_asked(data, chosen))
        streams.write(streams.harmless(f"Wrote the table to {chosen.out} ({moments.said(found)})."))
    return status.FINE
