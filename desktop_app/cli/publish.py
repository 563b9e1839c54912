"""``publish``: writes a publication pack, or reads one back."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.pack import Format
from desktop_app.cli import moments, outputs, progress, report, status, streams
from desktop_app.cli.annex import refuse_unknown
from desktop_app.cli.states import shortened
from desktop_app.models.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.cli.moments import Printed


def run(chosen: Namespace) -> int:
    """Write the pack of ``chosen.file`` to the folder ``chosen.out``, or check the one in ``chosen.check``."""
    if chosen.check is not None:
        from desktop_app.cli.publish_check import check

        return check(chosen.check)
    if chosen.file is None or chosen.out is None:
        raise BadInput("publish", "a forum file and --out are needed", "name both, or a pack to read back by --check")
    formats = tuple(map(_format, _listed(chosen.formats))) or tuple(Format)
    with moments.printed(chosen) as found:
        return _publish(chosen, found, formats)


def _publish(chosen: Namespace, found: "Printed", formats: tuple[Format, ...]) -> int:
    from desktop_app.documents.furniture import marking
    from desktop_app.documents.publication import pack_languages, planned_files
    from desktop_app.documents.text import terms
    from desktop_app.models.pack.planning import WRITERS, about_pack, planned_document
    from desktop_app.models.pack.writing import write_pack

    assessment, standing, draft = found.assessment, found.standing, chosen.draft
    forum = assessment.forum
    languages = _languages(chosen, pack_languages(forum.procedure), of_annual_pool=_is_annual(forum))
    if not (standing.is_now or draft):
        raise BadInput("--at", "only the record as it is now is published as final", "add --draft")
    if assessment.blocks and not draft:
        streams.remark(report.refusal(assessment))
        return status.BLOCKED
    about = about_pack(forum, marking(assessment), standing.words(terms("en")).replace("\u00a0", " "), draft=draft)
    plan = planned_files(
        assessment, found.fingerprint, WRITERS, languages=languages, formats=formats, draft=draft, standing=standing
    )
    beside = [(planned_document(forum),)] if Format.DOCUMENT in formats else []
    without = "leave the format pdf-ua out, by --formats, and report this"
    with outputs.telling_why("publish", without), progress.shown(f"Publishing {chosen.out.name}") as tell:
        manifest = write_pack(chosen.out, about, [*plan, *beside], tell)
    count = f"{len(manifest.entries)} files and a manifest, languages: {' '.join(languages)}"
    streams.write(streams.harmless(f"Wrote the {about.status} pack to {chosen.out} ({moments.said(found)}; {count})."))
    return status.FINE


def _is_annual(forum: Forum) -> bool:
    return forum.procedure is Procedure.ANNUAL_POOL


def _languages(chosen: Namespace, known: tuple[str, ...], *, of_annual_pool: bool) -> list[str]:
    """Return the languages that are asked for, in the order of their codes; all where none is named.

    Raises:
        BadInput: there is no annex in one of them.
    """
    asked = [each.lower() for each in _listed(chosen.languages)] or list(known)
    for each in asked:
        refuse_unknown(each, "annex of this procedure", of_annual_pool=of_annual_pool)
    return [each for each in known if each in asked]


def _listed(text: str) -> list[str]:
    """Return what stands between commas or spaces."""
    return text.replace(",", " ").split()


def _format(name: str) -> Format:
    known = [each.value for each in Format]
    if name.lower() not in known:
        use = f"use {', '.join(known[:-1])} or {known[-1]}"
        raise BadInput("--formats", f"there is no format {shortened(name)}", use)
    return Format(name.lower())
