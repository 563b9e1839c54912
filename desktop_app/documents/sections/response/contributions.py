"""Each Member State's contribution: as the act fixes it, or as it was pledged while nothing is judged (Art. 48)."""

from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.basis import basis_cell
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.response.title import path_key
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, CELL_MUTED, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

SHARE_DECIMALS = 4


def contributions_section(source: ResponseSource) -> Section:
    """Return the main table: under Art. 48(2) number and share of every Member State, the benefitting ones included."""
    heading = source.terms(f"response.contributions-{path_key(source)}")
    if not source.assessment.rows:
        return Section(heading, nothing_recorded(source))
    table = _fixed_table(source) if _is_48_2(source) else _pledged_table(source)
    return Section(heading, (Noted(table, _notes(source)),))


def _is_48_2(source: ResponseSource) -> bool:
    return source.forum.search_and_rescue.act.path is ActPath.STILL_SHORT


def _fixed_table(source: ResponseSource) -> Table:
    terms, totals = source.terms, source.assessment.totals
    names = ("share", "key-number", "relocations", "sponsorship", "measures", "basis")
    heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names)]),)
    rows = [_fixed_row(source, each) for each in source.assessment.rows]
    sums = [totals.relocations, totals.fixed_relocations, totals.fixed_sponsorship, totals.fixed_measures]
    cells = [Cell(source.number(each)) for each in sums]
    rows.append(row([terms("response.total"), Cell(""), *cells, Cell("")], CELL_BOLD))
    columns = (Column(78), figures(52), figures(55), figures(58), figures(58), figures(58), Column(128))
    return Table(columns, heads, tuple(rows))


def _fixed_row(source: ResponseSource, each: ResponseRow) -> Row:
    cells = [
        known(source, source.percent(each.share, SHARE_DECIMALS)),
        known(source, source.number(each.key_number)),
    ]
    given = [each.relocations, each.sponsorship, each.measures]
    cells += [not_applicable(source) if each.benefitting else known(source, source.number(one)) for one in given]
    return row([source.terms.state(each.code), *cells, basis_cell(source, each)])


def _pledged_table(source: ResponseSource) -> Table:
    """Return the plans as they are; what was asked stands beside them while nothing is judged."""
    terms, totals = source.terms, source.assessment.totals
    unjudged = source.forum.search_and_rescue.act.path is None
    raised = any(each.raised for each in source.assessment.rows)
    names = ["share", "asked"] if unjudged else []
    names += ["pledged"] + (["raised", "fixed"] if raised else []) + ["measures", "basis"]
    heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names)]),)
    rows = [_pledged_row(source, each, names) for each in source.assessment.rows]
    sums = {
        "share": "",
        "asked": source.number(totals.asked),
        "pledged": source.number(totals.pledged),
        "raised": source.number(sum(each.raised for each in source.assessment.rows)),
        "fixed": source.number(totals.fixed_relocations),
        "measures": source.number(totals.fixed_measures),
        "basis": "",
    }
    rows.append(row([terms("response.total"), *(sums[name] for name in names)], CELL_BOLD))
    columns = [Column(90), *(figures(62) for _name in names[:-1]), Column(397 - 62 * (len(names) - 1))]
    return Table(tuple(columns), heads, tuple(rows))


def _pledged_row(source: ResponseSource, each: ResponseRow, names: list[str]) -> Row:
    cells = {
        "share": known(source, source.percent(each.share, SHARE_DECIMALS)),
        "asked": known(source, source.number(each.asked)),
        "pledged": Cell(source.number(each.pledged)),
        "raised": Cell(source.number(each.raised)),
        "fixed": Cell(source.number(each.relocations)),
        "measures": Cell(source.number(each.measures)),
        "basis": basis_cell(source, each),
    }
    if each.benefitting:
        cells |= dict.fromkeys(("asked", "pledged", "raised", "fixed", "measures"), not_applicable(source))
    elif each.plan is None:
        cells |= {"pledged": Cell(source.terms("common.none"), CELL_MUTED), "measures": not_applicable(source)}
    return row([source.terms.state(each.code), *(cells[name] for name in names)])


def _notes(source: ResponseSource) -> tuple[Paragraph, ...]:
    names = [f"note-{path_key(source)}"]
    if any(each.raised for each in source.assessment.rows):
        names.append("note-raised")
    if _is_48_2(source):
        names.append("note-measures")
    if source.assessment.totals.relocations_before_top_up is not None:
        names.append("note-after-top-up")
    return tuple(Paragraph(source.terms(f"response.{name}"), NOTE, space_before=4) for name in names)


def top_up_section(source: ResponseSource) -> Section:
    """Return every figure of the act before and after the top-up (Art. 48(2), last subparagraph)."""
    terms, totals = source.terms, source.assessment.totals
    names = ("key-number", "relocations", "sponsorship", "measures")
    above = [Cell(""), *(Cell(terms(f"response.{name}"), span=2, align=Align.CENTRE) for name in names)]
    below = [terms("pledges.state"), *(terms(f"response.{when}") for _name in names for when in ("before", "after"))]
    rows = [_both_row(source, each) for each in source.assessment.rows]
    columns = (Column(87), *(figures(50) for _name in names for _when in "ba"))
    intro = Paragraph(
        terms(
            "response.top-up-intro",
            before=source.number(totals.relocations_before_top_up),
            after=source.number(totals.relocations),
        ),
        NOTE,
        space_before=4,
    )
    table = Table(columns, (groups(above), head(below)), tuple(rows))
    return Section(terms("response.top-up"), (Noted(table, (intro,)),))


def _both_row(source: ResponseSource, each: ResponseRow) -> Row:
    before = each.before or each.fixed
    pairs = [
        (before.key_number, each.key_number),
        (before.relocations, each.relocations),
        (before.sponsorship, each.sponsorship),
        (before.measures, each.measures),
    ]
    cells = [known(source, source.number(one)) for pair in pairs for one in pair]
    if each.benefitting:
        cells[2:] = [not_applicable(source)] * 6
    return row([source.terms.state(each.code), *cells])
