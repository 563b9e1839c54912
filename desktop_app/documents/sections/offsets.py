"""Responsibility offsets: what is mandatory or why nothing is, thresholds, caps in both readings, one line a state."""

from fractions import Fraction

from desktop_app.calc.offset_words import (
    erosion_words,
    mandatory_words,
    meeting_words,
    option_words,
    request_words,
    volume_words,
)
from desktop_app.calc.offsets import Offsets, StateOffsets, offsets_of
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import Framed
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.source import Section, nothing_recorded
from desktop_app.documents.sections.vote import VoteSource
from desktop_app.documents.styles import BODY, BODY_BOLD, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_DECIMALS = 2


def offset_sections(source: VoteSource) -> list[Section]:
    """Return the sections on responsibility offsets."""
    found = offsets_of(source.assessment)
    return [_mandatory(source, found), _states(source, found)]


def _mandatory(source: VoteSource, found: Offsets) -> Section:
    terms = source.terms
    blocks: list[Block] = [
        Framed((Paragraph(terms.said(mandatory_words(found)), BODY_BOLD),), space_before=6),
        _thresholds(source, found),
        Paragraph(terms.said(request_words(found)), BODY, space_before=4),
        Paragraph(terms.said(erosion_words(found)), BODY, space_before=4),
        Paragraph(terms("offsets.meeting", meeting=terms.said(meeting_words(found))), NOTE, space_before=4),
    ]
    volume = volume_words(found)
    if volume is not None:
        blocks.insert(2, Paragraph(terms.said(volume), BODY, space_before=4))
    if found.unknown:
        states = terms.states(found.unknown)
        blocks.append(Paragraph(terms("offsets.unknown", states=states), NOTE, space_before=4))
    return Section(terms("offsets.mandatory"), tuple(blocks))


def _thresholds(source: VoteSource, found: Offsets) -> Table:
    terms = source.terms
    lines = (
        ("request", found.request_threshold, found.relocations),
        ("least", None if found.least is None else Fraction(found.least), found.relocations),
        ("sixty", found.sixty, found.relocations),
        ("target", found.target, found.effective),
    )
    rows = [
        row(
            [
                terms(f"offsets.{name}"),
                known(source, _exact(source, number)),
                source.number(pledged),
                _verdict(source, number, pledged),
            ]
        )
        for name, number, pledged in lines
    ]
    heads = (head(["", *(terms(f"offsets.{name}") for name in ("number", "pledged", "standing"))]),)
    return Table((Column(237), figures(80), figures(80), Column(90)), heads, tuple(rows))


def _verdict(source: VoteSource, number: Fraction | None, pledged: int) -> Cell:
    if number is None:
        return Cell(source.terms("common.not-known"))
    return Cell(source.terms("offsets.reached" if pledged >= number else "offsets.below"))


def _states(source: VoteSource, found: Offsets) -> Section:
    terms = source.terms
    if not found.states:
        return Section(terms("offsets.states"), nothing_recorded(source))
    names = ("offered", "why", "pledged", "half", "cap-relocations", "cap-all-types")
    heads = (head([terms("pledges.state"), *(terms(f"offsets.{name}") for name in names)]),)
    rows = [_state(source, found, each) for each in found.states]
    sums = (_exact(source, found.cap_relocations), _exact(source, found.cap_all_types))
    rows.append(
        row(
            [terms("offsets.together"), "", "", source.number(found.relocations), "", *sums],
            CELL_BOLD,
            with_previous=True,
        )
    )
    columns = (Column(78), Column(42), Column(157), *(figures(width) for width in (54, 50, 53, 53)))
    note = Paragraph(terms("offsets.cap-note"), NOTE, space_before=4)
    return Section(terms("offsets.states"), (Table(columns, heads, tuple(rows)), note))


def _state(source: VoteSource, found: Offsets, each: StateOffsets) -> Row:
    terms = source.terms
    offered = terms("offsets.no") if each.option == "no" else terms("offsets.yes", option=each.option)
    caps = [not_applicable(source)] * 2
    if each.exempt is None:
        caps = [known(source, _exact(source, cap)) for cap in (each.cap_relocations, each.cap_all_types)]
    return row(
        [
            terms.state(each.code),
            offered,
            terms.said(option_words(found, each)),
            known(source, source.number(each.pledged)),
            known(source, _exact(source, each.own_threshold)),
            *caps,
        ]
    )


def _exact(source: VoteSource, value: Fraction | None) -> str:
    return source.number(value, 0 if value is not None and value.denominator == 1 else _DECIMALS)
