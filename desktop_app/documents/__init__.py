"""The printed documents in every language there is.

Annexes and the overview of the voluntary mechanism, the pledge table and the picture of coverage, plan forms, the
pages on the 30 % test and on the 10 % reduction, findings and time limits; delegation sheets, differences and the
dossier of a meeting.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.calc.findings import Finding
    from desktop_app.documents.furniture import Written
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet


def findings_pdf(
    assessment: "Assessment",
    fingerprint: str,
    *,
    language: str = "en",
    findings: "Sequence[Finding] | None" = None,
    sheet: "Sheet | None" = None,
    standing: "Standing | None" = None,
) -> "Written":
    """Write the findings report; see :func:`desktop_app.documents.findings_report.findings_pdf`."""
    from desktop_app.documents import findings_report, styles
    from desktop_app.documents.standing import NOW

    return findings_report.findings_pdf(
        assessment,
        fingerprint,
        language=language,
        findings=findings,
        sheet=sheet or styles.A4,
        standing=standing or NOW,
    )
