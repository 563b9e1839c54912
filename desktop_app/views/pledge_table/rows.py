"""The cells of one Member State's row."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry import entry_text, recorded_figure, recorded_text, recorded_value
from desktop_app.calc.exact import fixed
from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.forum import (
    Deduction,
    DeductionStage,
    Flag,
    PressureBasis,
    StateRecord,
)
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.recorded import ABSENT
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.pledge_table.columns import DEFAULT_COLUMNS, EDITABLE, HEADINGS, Column, column_called
from desktop_app.views.pledge_table.extra import HIDDEN, extra_cells
from desktop_app.views.pledge_table.said import marks_of, said_words
from desktop_app.views.typed_table.cells import Cell, Look, Token, absent_cell, number_cell

_SHARE_DECIMALS: Final = 4
_FAIR_SHARE_ARTICLE: Final = marked("Article 57(3)")
_WITHOUT_CONTENT: Final = (Look.ABSENT, Look.OPEN)
_TONES: Final = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.INFO: "info"}

_STAGES: Final = {
    DeductionStage.ANNOUNCED: Token("info", marked("announced"), "info"),
    DeductionStage.REQUESTED: Token("info", marked("requested"), "info"),
    DeductionStage.ASSESSED: Token("info", marked("assessed"), "info"),
    DeductionStage.GRANTED: Token("ok", marked("granted"), "ok"),
    DeductionStage.REFUSED: Token("close", marked("refused"), "muted"),
}
_STAGE_RANK: Final = {stage: rank for rank, stage in enumerate(_STAGES)}
"""A column of deductions is sorted by how far they have come."""
_BASES: Final = {
    PressureBasis.ARRIVALS: marked("arrivals"),
    PressureBasis.SEARCH_AND_RESCUE: marked("search and rescue"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What the cells of one row are made from.

    Attributes:
        code: Union code.
        record: what the forum knows of the state.
        row: its figures, or ``None`` where the forum does not have the state.
        findings: the findings about it.
    """

    code: str
    record: StateRecord
    row: Row | None
    findings: tuple[Finding, ...]

    @property
    def is_bound(self) -> bool:
        """Whether the Regulation binds the state."""
        return self.code != NOT_BOUND

    @property
    def in_key(self) -> bool:
        """Whether the state takes part in the reference key."""
        return self.row is not None and self.row.in_key


def subjects_of(assessment: AnnualPoolAssessment, codes: Iterable[str]) -> list[Subject]:
    """Gather what the rows of Member States are made from, each list walked once."""
    records = {record.code: record for record in assessment.forum.states}
    rows = {row.code: row for row in assessment.rows}
    findings: dict[str | None, list[Finding]] = {}
    for finding in assessment.findings:
        findings.setdefault(finding.state, []).append(finding)
    return [
        Subject(code, records.get(code) or StateRecord(code), rows.get(code), tuple(findings.get(code, ())))
        for code in codes
    ]


def cells_of(subject: Subject, shown: Collection[Column] = DEFAULT_COLUMNS) -> tuple[Cell, ...]:
    """Return the cells of a row, one for each :class:`Column`; optional ones are empty where they are not shown."""
    cells = {
        Column.MEMBER_STATE: _name(subject),
        Column.FLAGS: _flags(subject),
        **{column: _said(subject, column, _pledged(subject, column)) for column in EDITABLE},
        **_figures(subject),
        Column.COVERAGE: _coverage(subject),
        Column.DEDUCTION: _deduction(subject),
        **extra_cells(subject.record, subject.row, shown, is_bound=subject.is_bound),
    }
    return tuple(
        [cells[column] if cells[column] is HIDDEN else _finished(subject, column, cells[column]) for column in Column]
    )


def _finished(subject: Subject, column: Column, cell: Cell) -> Cell:
    """Put the Member State and the column before the spoken text, and the findings into the tooltip."""
    heading = HEADINGS[column]
    where = (
        state_name(subject.code)
        if column is Column.MEMBER_STATE
        else f"{state_name(subject.code)}, {shown(heading.spoken)}"
    )
    spoken = f"{where}, {cell.spoken}" if cell.spoken else where
    here = [each for each in subject.findings if column_called(each.column) is column]
    about = "\n".join(
        [
            *([cell.about] if cell.about else []),
            *(f"{shown(each.message)} ({tr(each.reference)})" for each in here),
        ]
    )
    quiet = not subject.is_bound or not subject.in_key
    copied = cell.copied or ("" if cell.look in _WITHOUT_CONTENT else cell.text)
    return replace(cell, spoken=spoken, about=about, quiet=quiet, copied=copied)


def _name(subject: Subject) -> Cell:
    aside = "" if subject.in_key else tr("not in the key")
    about = "" if subject.in_key else tr("Takes no part in the reference key: it has no fair share.")
    if not subject.is_bound:
        aside, about = tr("not bound"), tr("Denmark is not bound by the Regulation (Protocol No 22, recital 90).")
    elif subject.row and subject.row.benefitting:
        aside, about = (
            tr("benefitting"),
            tr("Benefits from the pool: not obliged to implement its pledge (Art. 60(3))."),
        )
    name, note = state_name(subject.code), (subject.record.pledge.note or "").strip()
    return Cell(
        Look.NAME,
        name,
        spoken=", ".join([shown(aside) or subject.code, *([tr("note: {note}", note=note)] if note else [])]),
        about="\n".join([*([about] if about else []), *([tr("Note: {note}", note=note)] if note else [])]),
        noted=bool(note),
        copied=name,
        sort=name,
        aside=aside,
        code=subject.code,
    )


def _flags(subject: Subject) -> Cell:
    tokens = tuple(_flag(flag, subject.record.pressure_basis) for flag in subject.record.flags)
    if not tokens:
        return absent_cell(tr("no flag") if subject.is_bound else tr("not bound"))
    words = wording.listed([_long_flag(flag, subject.record.pressure_basis) for flag in subject.record.flags])
    copied = ", ".join(shown(token.word) for token in tokens)
    return Cell(
        Look.TOKENS,
        copied,
        spoken=words,
        about=tr("{words} (Art. 11(1))", words=words.capitalize()),
        sort=copied,
        tokens=tokens,
    )


def _flag(flag: Flag, bases: tuple[PressureBasis, ...]) -> Token:
    if flag is Flag.UNDER_PRESSURE:
        at_sea = PressureBasis.SEARCH_AND_RESCUE in bases
        short = [tr("rescue") if basis is PressureBasis.SEARCH_AND_RESCUE else tr("arrivals") for basis in bases]
        return Token("ship" if at_sea else "pressure", " · ".join([tr("pressure"), *short]), "benefitting")
    if flag is Flag.AT_RISK:
        return Token("risk", tr("at risk"), "warn")
    return Token("flag", tr("significant"), "info")


def _long_flag(flag: Flag, bases: tuple[PressureBasis, ...]) -> str:
    if flag is Flag.UNDER_PRESSURE:
        basis = f" ({shown(wording.listed([_BASES[each] for each in bases]))})" if bases else ""
        return tr("under migratory pressure{basis}", basis=basis)
    return tr("at risk of migratory pressure") if flag is Flag.AT_RISK else tr("significant migratory situation")


def _pledged(subject: Subject, column: Column) -> Cell:
    kind = HEADINGS[column].pledge
    if kind is None or not subject.is_bound:
        return absent_cell(tr("not bound"))
    value = recorded_value(subject.record.pledge, kind)
    measures = subject.record.pledge.measures if kind is PledgeColumn.ALTERNATIVE else ()
    if value is ABSENT and measures:
        return _measure_without_value(len(measures))
    verdict = _verdict_words(subject)
    said = (
        recorded_text(value, kind)
        if value in (ABSENT, None) or kind is PledgeColumn.RELOCATIONS
        else recorded_figure(value, kind)
    )
    spoken = ", ".join(shown(each) for each in (said, verdict) if each)
    if value is ABSENT:
        return Cell(
            Look.NOTHING,
            spoken=tr("nothing recorded"),
            about=tr("Nothing recorded yet: type an amount, or - for none."),
        )
    if value is None:
        return Cell(
            Look.NONE,
            tr("none"),
            spoken=spoken,
            about=tr("Explicitly no {title}.", title=kind.title),
            copied="none",
            sort=0,
        )
    text = shown(recorded_figure(value, kind))
    several = len(measures) > 1
    return Cell(
        Look.NUMBER,
        text,
        spoken=spoken,
        about=tr("{count} measures: change the value of each of them (Ctrl+M).", count=len(measures))
        if several
        else "",
        copied=entry_text(value, kind),
        sort=value,
        aside=f"{len(measures)} ×" if several else "",
    )


def _said(subject: Subject, column: Column, cell: Cell) -> Cell:
    """Add how a pledge is said: marks, the words in tooltip and spoken text."""
    kind, pledge = HEADINGS[column].pledge, subject.record.pledge
    if kind is None or not subject.is_bound:
        return cell
    words = said_words(pledge, kind)
    if not words:
        return cell
    about = "\n".join([*([cell.about] if cell.about else []), tr("Said: {words}", words=words)])
    return replace(
        cell,
        marks=marks_of(pledge, kind),
        about=about,
        spoken=tr("{spoken}, said: {words}", spoken=cell.spoken, words=words),
    )


def _measure_without_value(count: int) -> Cell:
    which = tr("the measure has no value") if count == 1 else tr("a measure has no value")
    return Cell(
        Look.TOKENS,
        tr("no value"),
        spoken=which,
        tokens=(Token("block", tr("no value"), "block"),),
        about=tr("Type its value."),
    )


def _figures(subject: Subject) -> dict[Column, Cell]:
    """Return the cells of figures that are plain numbers."""
    row = subject.row
    if row is None or not row.in_key or not subject.is_bound:
        why = tr("not bound") if not subject.is_bound else tr("not in the key")
        return dict.fromkeys(
            (Column.SHARE, Column.FAIR_SHARE, Column.EQUIVALENTS, Column.GAP, Column.NET), absent_cell(why)
        )
    return {
        Column.SHARE: number_cell(None if row.share is None else row.share * 100, _SHARE_DECIMALS),
        Column.FAIR_SHARE: _fair_share(row),
        Column.EQUIVALENTS: number_cell(row.equivalents),
        Column.GAP: _gap(row),
        Column.NET: number_cell(row.net_equivalents),
    }


def _fair_share(row: Row) -> Cell:
    cell = number_cell(row.fair_share_relocations)
    if row.fair_share_eur is None or row.exact_fair_share is None:
        return cell
    exact = wording.number(row.exact_fair_share)
    return replace(
        cell,
        about=tr("{exact} before rounding, or {money}", exact=exact, money=wording.money_of(row.fair_share_eur)),
    )


def _gap(row: Row) -> Cell:
    cell = number_cell(row.gap_relocations)
    if not row.gap_relocations or row.gap_eur is None:
        return cell
    money = wording.money_of(row.gap_eur)
    return replace(
        cell,
        spoken=tr(
            "{spoken} persons or {money}, {fair_share_article}",
            spoken=cell.spoken,
            money=money,
            fair_share_article=_FAIR_SHARE_ARTICLE,
        ),
        about=tr("or {money}", money=money),
    )


def _coverage(subject: Subject) -> Cell:
    row = subject.row
    if row is None or not subject.in_key or not subject.is_bound:
        return absent_cell(tr("not bound") if not subject.is_bound else tr("not in the key"))
    token = verdict_of(subject)
    if row.coverage is None:
        spoken = tr("fair share is 0") if row.exact_fair_share == 0 else tr("not known yet")
        return Cell(Look.COVERAGE, "", spoken=spoken, copied="", tokens=(token,))
    text = wording.percent(row.coverage)
    return Cell(
        Look.COVERAGE,
        text,
        spoken=f"{text}, {shown(_verdict_words(subject))}",
        copied=fixed(row.coverage * 100, 2),
        sort=row.coverage,
        tokens=(token,),
        ratio=row.coverage,
    )


def verdict_of(subject: Subject) -> Token:
    """Return the verdict on a Member State's pledge as an icon with a word."""
    row = subject.row
    if row is None or row.met is None:
        return Token("unknown", tr("open"), "unknown")
    if row.met:
        return Token("ok", tr("met"), "ok")
    word = tr("no pledge") if subject.record.pledge.is_explicitly_none else tr("below")
    # The rule decides how grave it is: an estimate, or a benefitting state, is accused of nothing.
    graves = [each.severity for each in subject.findings if each.rule == "AMMR-57-3b"]
    tone = _TONES[graves[0]] if graves else "warn"
    return Token(tone, word, tone)


def _verdict_words(subject: Subject) -> str:
    row = subject.row
    if row is None or row.met is None or row.gap_relocations is None:
        return ""
    if row.met:
        return tr("fair share met, {fair_share_article}", fair_share_article=_FAIR_SHARE_ARTICLE)
    return tr(
        "{persons} below fair share, {fair_share_article}",
        persons=wording.persons(row.gap_relocations),
        fair_share_article=_FAIR_SHARE_ARTICLE,
    )


def _deduction(subject: Subject) -> Cell:
    stage = subject.row.deduction_stage if subject.row else None
    if stage is None:
        return absent_cell(tr("none") if subject.is_bound else tr("not bound"))
    token = _STAGES[stage]
    acts = "\n".join(shown(_deduction_words(each)) for each in subject.record.deductions)
    counted = tr("counted") if stage is DeductionStage.GRANTED else tr("not decided, not counted")
    if stage is DeductionStage.REFUSED:
        counted = tr("not counted")
    noted = any(each.note for each in subject.record.deductions)
    return Cell(
        Look.TOKENS,
        token.word,
        spoken=f"{shown(token.word)}, {shown(counted)}{tr(', noted') if noted else ''}",
        about=acts,
        sort=_STAGE_RANK[stage],
        tokens=(token,),
        noted=noted,
    )


def _deduction_words(deduction: Deduction) -> str:
    act = f", {shown(deduction.act)}" if deduction.act else ""
    note = tr("\nNote: {note}", note=deduction.note.strip()) if deduction.note else ""
    return tr(
        "Art. {article}: full deduction {stage}{act}{note}"
        if deduction.extent is None
        else "Art. {article}: partial deduction {stage}{act}{note}",
        article=deduction.basis.value,
        stage=tr(deduction.stage.value),
        act=act,
        note=note,
    )
