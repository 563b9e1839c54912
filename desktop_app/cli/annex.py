"""``annex``: prints the annex to the act of the forum's procedure."""

from argparse import Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.cli import moments, outputs, report, status, streams
from desktop_app.cli.states import shortened
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint
from desktop_app.models.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing


def run(chosen: Namespace) -> int:
    """Print the annex of ``chosen.file`` to ``chosen.out``; 1 where it is refused as final."""
    outputs.ending_of(chosen.out, outputs.DOCUMENTS)
    aloud = outputs.for_reading_aloud(chosen)
    refuse_unknown(chosen.language, of_annual_pool=True)
    with moments.printed(chosen) as found:
        assessment = found.assessment
        if assessment.forum.procedure is not Procedure.ANNUAL_POOL:
            refuse_unknown(chosen.language, "annex of this procedure")
        outputs.refuse_same(chosen.out, chosen.file)
        if not (found.standing.is_now or chosen.draft):
            raise BadInput("--at", "only the record as it is now is printed as final", "add --draft")
        if assessment.blocks and not chosen.draft:
            streams.remark(report.refusal(assessment))
            return status.BLOCKED
        kind = "draft annex" if chosen.draft else "annex"
        purpose = " for reading aloud" if aloud else ""
        standing = found.standing
        write(assessment, chosen.out, chosen.language, draft=chosen.draft, standing=standing, aloud=aloud)
        streams.write(f"Wrote the {kind}{purpose} to {chosen.out} ({moments.said(found)}).")
    return status.FINE


def write(
    assessment: Assessment,
    out: Path,
    language: str = "en",
    *,
    draft: bool,
    standing: "Standing | None" = None,
    aloud: bool = False,
) -> None:
    """Print an annex, of now unless another standing is given; for Word where the name ends so, or for reading aloud.

    Raises:
        BadInput: the file cannot be written.
    """
    from desktop_app.documents.annex import annex_pdf, annex_tagged, annex_word
    from desktop_app.documents.standing import NOW

    state = fingerprint(assessment.forum)
    write_annex = annex_word if out.suffix.lower() == outputs.WORD else annex_tagged if aloud else annex_pdf
    make = partial(write_annex, assessment, state, language=language, draft=draft, standing=standing or NOW)
    write_whole(out, outputs.told_aloud(make) if aloud else make())


def refuse_unknown(language: str, what: str = "annex", *, of_annual_pool: bool = False) -> None:
    """Refuse a language that there are no documents in.

    Args:
        language: that was asked for.
        what: was asked for in it.
        of_annual_pool: it is the annex to the act of an annual pool, which more languages have than other documents.

    Raises:
        BadInput: there are none.
    """
    from desktop_app.documents.text import full_languages, languages

    known = languages() if of_annual_pool else full_languages()
    if language not in known:
        use = f"use {', '.join(known[:-1])} or {known[-1]}"
        raise BadInput("--language", f"there is no {what} in {shortened(language)}", use)
