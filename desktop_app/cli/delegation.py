"""``delegation``: prints delegation sheets, a page for each Member State."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.papers import NO_HISTORY, History
from desktop_app.cli import moments, outputs, progress, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.cli.states import shortened
from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.cli.moments import Printed


def run(chosen: Namespace) -> int:
    """Print the sheets of ``chosen.file`` to ``chosen.out``."""
    from desktop_app.documents.delegation import NoSheetError, Sheets, delegation_pdf

    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    refuse_unknown(chosen.language, "delegation sheet")
    codes = tuple(dict.fromkeys(chosen.state))
    for code in codes:
        if code not in {*NAMES, *ASSOCIATED_NAMES}:
            raise BadInput("--state", f"{shortened(code)} is no Member State", "use the code of one, such as FR or EL")
    outputs.refuse_same(chosen.out, chosen.file)
    with moments.printed(chosen) as found:
        try:
            data = delegation_pdf(
                found.assessment,
                found.fingerprint,
                _history(found, codes),
                Sheets(codes or None, chosen.secretariat),
                language=chosen.language,
                standing=found.standing,
            )
        except NoSheetError as missing:
            raise BadInput("--state", str(missing), "name one that takes part") from None
        write_whole(chosen.out, outputs.as_asked(data, chosen))
        what = "delegation sheet" if len(codes) == 1 else "delegation sheets"
        streams.write(streams.harmless(f"Wrote the {what} to {chosen.out} ({moments.said(found)})."))
    return status.FINE


def _history(found: "Printed", codes: tuple[str, ...]) -> History:
    """Return what was changed up to the state: of one Member State all, of several the latest entries of anybody."""
    if found.file is None or found.point is None:
        return NO_HISTORY
    from desktop_app.models.paper_trail import history_to
    from desktop_app.models.remembering import Filter

    with progress.shown("Reading the history") as tell:
        return history_to(found.file, found.point, Filter(code=codes[0] if len(codes) == 1 else None), tell)
