"""What the proposal of 2020 would have asked, in a frame and in drafts only: it is not law."""

from desktop_app.calc.readings import SHORTFALL_COVER
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.flow import Framed
from desktop_app.documents.sections.source import AnnualSource, Section
from desktop_app.documents.styles import BODY_BOLD, NOTE
from desktop_app.documents.tables import Column, Table, row

_COLUMNS = (Column(150), Column(320))


def beside_law_section(source: AnnualSource) -> Section:
    """Return the 30 % indicator, what the 50 % rule would ask, and who could ask for the 10 % reduction."""
    terms = source.terms
    lines = [
        (terms("beside.shortfall"), _shortfall(source)),
        (terms("beside.cover"), _cover(source)),
        (terms("beside.reduction"), _eligible(source)),
    ]
    unknown = tuple(each.code for each in source.rows if each.in_key and each.reduction_eligible is None)
    if unknown:
        note = terms("beside.reduction-unknown-note", states=terms.states(unknown))
        lines.append((terms("beside.reduction-unknown"), note))
    value = source.assessment.readings[SHORTFALL_COVER.name]
    reading = terms("beside.reading", title=terms.said(SHORTFALL_COVER.title))
    lines.append((reading, terms.said(SHORTFALL_COVER.choices[value])))
    frame = Framed(
        (
            Paragraph(terms("beside.label"), BODY_BOLD, Align.CENTRE, keep_with_next=True),
            Paragraph(terms("beside.intro"), NOTE, space_before=4, keep_with_next=True),
            Table(_COLUMNS, (), tuple(row(line) for line in lines), space_before=6),
        ),
        space_before=6,
    )
    return Section(terms("beside.heading"), (frame,))


def _shortfall(source: AnnualSource) -> str:
    totals = source.assessment.totals
    if totals.shortfall is None:
        return source.terms("common.not-known")
    verdict = source.terms("beside.triggered" if totals.shortfall_triggered else "beside.not-triggered")
    return source.terms(
        "beside.shortfall-value", percent=source.terms.said(percent_words(totals.shortfall)), verdict=verdict
    )


def _cover(source: AnnualSource) -> str:
    asked = [
        source.terms(
            "beside.cover-one",
            state=source.terms.state(each.code),
            relocations=source.relocations(each.cover_relocations),
        )
        for each in source.rows
        if each.cover_relocations
    ]
    return "; ".join(asked) or source.terms("beside.cover-none")


def _eligible(source: AnnualSource) -> str:
    codes = tuple(each.code for each in source.rows if each.reduction_eligible)
    return source.terms.states(codes) or source.terms("beside.nobody")
