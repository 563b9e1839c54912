"""Title block of the annex to an act of Art. 53, the acts it rests on, its validity and its timetable."""

from datetime import date
from typing import Final

from desktop_app.calc.migratory_pressure import Trigger
from desktop_app.calc.moments import as_of
from desktop_app.calc.rulebooks.migratory_pressure.act_ends import end_of
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.sections.acts_of_2020 import act_row, acts_table, block_of_2020, dated_row, days_words
from desktop_app.documents.sections.offered import missing_cell
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY_BOLD
from desktop_app.documents.tables import Cell, Column, Row, Table, row

_TRIGGERS: Final = {Trigger.MEMBER_STATE: "by-state", Trigger.COMMISSION: "by-commission", None: "by-nobody"}
IMPLEMENTED: Final = "P610-53-6"


def title_block(source: MigratorySource) -> list[Block]:
    """Return what stands above the first section."""
    terms, recorded = source.terms, source.forum.migratory_pressure
    adopted = terms("title.not-adopted")
    if recorded.act.adopted is not None:
        adopted = terms("title.adopted", day=terms.day(recorded.act.adopted))
    dates = f"{adopted}  ·  {terms('title.as-of', day=terms.day(as_of(source.forum)))}"
    above = (terms("title.annex"), terms("act53.to"), f"({terms('act53.basis')})")
    state = recorded.report.benefitting
    helped = terms("common.not-given") if state is None else terms.state(state)
    return [
        *block_of_2020(source, above, dates),
        Paragraph(terms("act53.benefitting", state=helped), BODY_BOLD, Align.CENTRE, space_before=3),
    ]


def acts_section(source: MigratorySource) -> Section:
    """Return notification, report, sessions of the forum and act with their dates (Art. 50 to 53)."""
    terms, recorded = source.terms, source.forum.migratory_pressure
    act = recorded.act
    trigger = [terms(f"act53.{_TRIGGERS[recorded.triggered_by]}")]
    trigger += [terms("act53.rapid")] if recorded.rapid else []
    rows = [
        dated_row(source, terms("act53.notified"), "\n".join(trigger), recorded.notified),
        act_row(source, terms("act53.report"), recorded.report.reference, recorded.report.adopted),
        *(
            row(
                [terms("act53.round"), held.reason or terms("common.dash"), days_words(source, held.opened, held.ended)]
            )
            for held in recorded.rounds
        ),
    ]
    if recorded.forum_ended is not None:
        rows.append(dated_row(source, terms("act53.forum-ended"), "", recorded.forum_ended))
    rows.append(act_row(source, terms("act53.act"), act.reference, act.adopted))
    if act.reported is not None:
        rows.append(dated_row(source, terms("act53.reported"), "", act.reported))
    return Section(terms("act53.acts"), (acts_table(source, rows),))


def validity_section(source: MigratorySource) -> Section:
    """Return procedure, period of validity and timetable of the act (Art. 53(1), (5), (6))."""
    terms, act = source.terms, source.forum.migratory_pressure.act
    until = end_of(act)
    lines = [
        _line(source, "procedure", terms("act53.urgent" if act.urgent else "act53.examination")),
        _line(source, "adopted", terms("title.not-adopted") if act.adopted is None else terms.day(act.adopted)),
        _line(source, "until", terms("act53.no-end") if until is None else terms.day(until)),
    ]
    reported = _due(source, IMPLEMENTED)
    if reported is not None:
        lines.append(_line(source, "report-due", terms.day(reported)))
    lines.append(_line(source, "timetable", act.timetable or missing_cell(source)))
    return Section(terms("act53.validity"), (Table((Column(185), Column(302)), (), tuple(lines)),))


def _line(source: MigratorySource, name: str, text: str | Cell) -> Row:
    return row([source.terms(f"act53.{name}"), text])


def _due(source: MigratorySource, rule: str) -> date | None:
    """Return the last day of a time limit, which the assessment has worked out."""
    days = [date.fromisoformat(each.due) for each in source.assessment.deadlines if each.rule == rule]
    return min(days, default=None)
