"""Export: the interchange document of a forum, and its tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.calc.assessment import Assessment
from desktop_app.models.errors import BadInput
from desktop_app.views.language import tr

if TYPE_CHECKING:
    from desktop_app.views.progress import Report


def write_export(assessment: Assessment, path: Path, report: "Report") -> None:
    """Write the document, or the tables; for a thread of its own.

    Args:
        assessment: what is exported.
        path: whose ending says what is written.
        report: told how far it is.

    Raises:
        BadInput: the ending is none of those.
        ForumFileError: the file cannot be written.
    """
    if path.suffix == ".json":
        from desktop_app.models.interchange import document_bytes
        from desktop_app.models.whole_file import write_whole

        write_whole(path, document_bytes(assessment.forum))
    elif path.suffix == ".xlsx":
        from desktop_app.models.tables import write_workbook

        report.say(tr("Sheets made"))
        write_workbook(assessment, path, report)
    elif path.suffix == ".csv":
        from desktop_app.models.tables import write_csv

        write_csv(assessment, path)
    else:
        raise BadInput(path.name, tr("unknown ending"), tr("use .json, .xlsx or .csv"))
