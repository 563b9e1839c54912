"""Title block of the overview, and the mechanism with its platform and its duration."""

from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Block
from desktop_app.documents.sections.acts_of_2020 import block_of_2020
from desktop_app.documents.sections.source import Section, VoluntarySource
from desktop_app.documents.tables import Column, Table, row

_COLUMNS = (Column(187), Column(300))


def title_block(source: VoluntarySource) -> list[Block]:
    """Return what stands above the first section."""
    terms = source.terms
    above = (terms("overview.title"), terms("overview.of"), f"({terms('overview.basis')})")
    dates = terms("title.as-of", day=terms.day(as_of(source.forum)))
    return block_of_2020(source, above, dates, terms("overview.legal-status"))


def mechanism_section(source: VoluntarySource) -> Section:
    """Return declaration, first and last day, platform and chairs, and what it all comes to."""
    terms, totals = source.terms, source.assessment.totals
    mechanism = source.forum.voluntary.mechanism
    missing = terms("common.not-given")
    ends = terms("common.not-known") if totals.ends is None else terms.day(totals.ends)
    if mechanism.extended_until is not None:
        ends = terms("overview.extended", day=ends)
    lines = [
        ("declaration", mechanism.declaration or missing),
        ("started", terms.day(mechanism.started)),
        ("ends", ends),
        ("platform", mechanism.platform or missing),
        ("chairs", terms.listed(list(mechanism.chairs)) or missing),
        ("signatories", source.number(totals.signatories)),
    ]
    if mechanism.note and source.draft:
        lines.append(("note", mechanism.note))
    rows = tuple(row([terms(f"overview.{name}"), text]) for name, text in lines)
    return Section(terms("overview.mechanism"), (Table(_COLUMNS, (), rows),))
