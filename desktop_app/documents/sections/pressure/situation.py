"""The assessment as a record: indicators, sources, Blueprint and needs (Art. 50(3), (4)); the text has no score."""

from desktop_app.calc.pressure_situation import IndicatorFigure, SourceUsed
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.source import MigratorySource, Section, nothing_recorded
from desktop_app.documents.styles import BODY, SUBHEADING
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_INDICATORS = (Column(187), figures(60), figures(72), figures(56), Column(112))
_SOURCES = (Column(20), Column(210), Column(172), Column(85))
_PART_DECIMALS = 2
_NEEDS = ("equipment", "staff", "relocation", "co_payment")


def situation_section(source: MigratorySource) -> Section:
    """Return what was compared and taken into account; for drafts."""
    terms, situation = source.terms, source.forum.migratory_pressure.situation
    blocks: list[Block] = []
    if situation.indicators:
        names = ("indicator", "state", "union", "part", "note")
        heads = (head([terms(f"situation.{name}") for name in names]),)
        rows = tuple(_indicator(source, each) for each in situation.indicators)
        blocks += [_title(source, "indicators"), Table(_INDICATORS, heads, rows)]
    if situation.sources:
        rows = tuple(_source(source, each) for each in situation.sources)
        heads = (head(["", *(terms(f"situation.{name}") for name in ("source", "reference", "date"))]),)
        blocks += [_title(source, "sources"), Table(_SOURCES, heads, rows)]
    lines = [*_blueprint(source), *_needs(source)]
    if lines:
        rows = tuple(row(line) for line in lines)
        blocks += [_title(source, "blueprint"), Table((Column(187), Column(300)), (), rows)]
    if situation.note:
        blocks.append(Paragraph(situation.note, BODY, space_before=6))
    return Section(terms("situation.heading"), tuple(blocks) or nothing_recorded(source))


def _title(source: MigratorySource, name: str) -> Paragraph:
    return Paragraph(source.terms(f"situation.title-{name}"), SUBHEADING, space_before=8, keep_with_next=True)


def _indicator(source: MigratorySource, each: IndicatorFigure) -> Row:
    terms = source.terms
    beside = [", ".join(each.nationalities), each.note or ""]
    part = each.part_of_union
    return row(
        [
            terms(f"indicator.{each.indicator.value}"),
            known(source, source.number(each.state)),
            known(source, source.number(each.union)),
            not_applicable(source) if part is None else Cell(source.percent(part, _PART_DECIMALS)),
            "\n".join(filter(None, beside)),
        ]
    )


def _source(source: MigratorySource, each: SourceUsed) -> Row:
    terms = source.terms
    names = [terms(f"used.{each.source.value}"), each.kind.value if each.kind else "", each.note or ""]
    reference = each.reference or terms("common.not-given")
    return row([f"({each.source.value})", "\n".join(filter(None, names)), reference, terms.day(each.date)])


def _blueprint(source: MigratorySource) -> list[tuple[str, str]]:
    terms, blueprint = source.terms, source.forum.migratory_pressure.situation.blueprint
    if blueprint == type(blueprint)():
        return []
    stage = [terms("situation.stage-two" if blueprint.stage_two else "situation.stage-one")]
    stage += [terms("situation.since", day=terms.day(blueprint.since))] if blueprint.since else []
    stage += [terms("situation.ended", day=terms.day(blueprint.ended))] if blueprint.ended else []
    crisis = terms("situation.crisis-on" if blueprint.crisis_response else "situation.crisis-off")
    meeting = terms.day(blueprint.last_network_meeting)
    lines = [("stage", "\n".join(stage)), ("crisis", crisis), ("meeting", meeting)]
    lines += [("note", blueprint.note)] if blueprint.note else []
    return [(terms(f"situation.{name}"), text) for name, text in lines]


def _needs(source: MigratorySource) -> list[tuple[str, str]]:
    terms, situation = source.terms, source.forum.migratory_pressure.situation
    given = [(name, getattr(situation.needs, name)) for name in _NEEDS]
    report = source.forum.migratory_pressure.report
    lines = [(terms(f"situation.need-{name.replace('_', '-')}"), text) for name, text in given if text]
    for name in ("capacity", "own_measures", "timetable", "note"):
        text = getattr(report, name)
        if text:
            lines.append((terms(f"situation.report-{name.replace('_', '-')}"), text))
    return lines
