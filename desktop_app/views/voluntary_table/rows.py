"""The cells of one signatory's row."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import money_text
from desktop_app.calc.findings import Finding
from desktop_app.calc.voluntary import Signatory, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment, VoluntaryRow
from desktop_app.views.language import marked, short_day, shown, state_name, tr
from desktop_app.views.typed_table.cells import Cell, Look, Token, absent_cell, number_cell
from desktop_app.views.voluntary_table.columns import HEADINGS, Column, column_called

_ASSOCIATED: Final = Token("flag", marked("associated"), "info")
_WITHDRAWN: Final = Token("history", marked("withdrawn"), "warn")
_NOT_SIGNED: Final = Token("warn", marked("not signed"), "warn")
_KEPT: Final = Token("ok", marked("kept"), "ok")
LEFT_OPEN: Final = marked("left open")


@dataclass(frozen=True, slots=True)
class Subject:
    """What the cells of one row are made from.

    Attributes:
        row: the signatory's figures.
        signatory: its signature; ``None`` of a state that pledges without one.
        pledges: what it pledges.
        findings: the findings about it.
    """

    row: VoluntaryRow
    signatory: Signatory | None
    pledges: tuple[VoluntaryPledge, ...]
    findings: tuple[Finding, ...]

    @property
    def code(self) -> str:
        """Code of the state."""
        return self.row.code


def subjects_of(assessment: VoluntaryAssessment) -> list[Subject]:
    """Gather what the rows are made from."""
    recorded = assessment.forum.voluntary
    signed = {each.code: each for each in recorded.signatories}
    findings: dict[str | None, list[Finding]] = {}
    for finding in assessment.findings:
        findings.setdefault(finding.state, []).append(finding)
    return [
        Subject(row, signed.get(row.code), recorded.pledges_of(row.code), tuple(findings.get(row.code, ())))
        for row in assessment.rows
    ]


def cells_of(subject: Subject) -> tuple[Cell, ...]:
    """Return the cells of a signatory's row, one for each :class:`Column`."""
    row = subject.row
    cells: dict[Column, Cell] = {
        Column.SIGNATORY: _name(subject),
        Column.SIGNED: _signed(subject.signatory),
        **_pledged(subject),
        Column.KEPT_RELOCATIONS: _or_none(number_cell(row.kept_relocations.given), tr("nobody relocated yet")),
        Column.KEPT_FINANCIAL: _or_none(money_cell(row.kept_financial.given), tr("nothing paid yet")),
        Column.OUTSTANDING_RELOCATIONS: _outstanding(row.kept_relocations, number_cell),
        Column.OUTSTANDING_FINANCIAL: _outstanding(row.kept_financial, money_cell),
        **_supported(row),
    }
    return tuple(_finished(subject, column, cells[column]) for column in Column)


def _finished(subject: Subject, column: Column, cell: Cell) -> Cell:
    """Put the signatory and the column before the spoken text, and the findings into the tooltip."""
    where = state_name(subject.code)
    if column is not Column.SIGNATORY:
        where = f"{where}, {shown(HEADINGS[column].spoken)}"
    here = [each for each in subject.findings if column_called(each.column) is column]
    about = "\n".join(
        [
            *([cell.about] if cell.about else []),
            *(f"{shown(each.message)} ({tr(each.reference)})" for each in here),
        ]
    )
    return replace(cell, spoken=", ".join(filter(None, (where, cell.spoken))), about=about)


def _name(subject: Subject) -> Cell:
    name, tokens, about = state_name(subject.code), [], []
    if subject.signatory is None:
        tokens.append(_NOT_SIGNED)
        about.append(tr("It pledges without having signed the declaration."))
    elif subject.signatory.withdrawn is not None:
        tokens.append(_WITHDRAWN)
        about.append(tr("It left the mechanism on {day}.", day=wording.day(subject.signatory.withdrawn)))
    if subject.row.associated:
        tokens.append(replace(_ASSOCIATED, word="") if tokens else _ASSOCIATED)
        about.append(tr("An associated state: it pledges here alone (Report on Migration and Asylum 2022, section 4)."))
    said = [token.word for token in tokens if token.word]
    return Cell(
        Look.NAME,
        name,
        spoken=", ".join(map(shown, said)),
        about="\n".join(map(shown, about)),
        copied=name,
        sort=name,
        tokens=tuple(tokens),
        code=subject.code,
        quiet=not subject.row.takes_part,
    )


def _signed(signatory: Signatory | None) -> Cell:
    if signatory is None:
        return absent_cell(tr("not signed"))
    if signatory.signed is None:
        token = Token("warn", tr("no date"), "warn")
        return Cell(
            Look.TOKENS, token.word, spoken=token.word, about=tr("The day of signature is missing."), tokens=(token,)
        )
    day = wording.day(signatory.signed)
    text = short_day(signatory.signed)
    copied = signatory.signed.isoformat()
    return Cell(Look.LABEL, text, spoken=day, about=day, copied=copied, sort=signatory.signed.toordinal())


def _pledged(subject: Subject) -> dict[Column, Cell]:
    if not subject.pledges:
        none = absent_cell(tr("no pledge yet"))
        why = tr("No pledge yet: type persons or money, or open its pledges (F4).")
        has_left = subject.signatory is not None and subject.signatory.withdrawn is not None
        nothing = none if has_left else Cell(Look.NOTHING, spoken=tr("no pledge yet"), about=why)
        return {
            Column.RELOCATIONS: nothing,
            Column.FINANCIAL: nothing,
            Column.PROJECT: none,
            Column.SERVED: none,
        }
    row, pledges = subject.row, subject.pledges
    persons = [each for each in pledges if each.relocations]
    money = [each for each in pledges if each.financial_cents]
    return {
        Column.RELOCATIONS: _several(_or_none(number_cell(row.relocations), tr("no relocations")), len(persons)),
        Column.FINANCIAL: _several(_or_none(money_cell(row.financial_cents), tr("no money")), len(money)),
        Column.PROJECT: _projects(row, pledges),
        Column.SERVED: _served(pledges),
    }


def _several(cell: Cell, count: int) -> Cell:
    if count < 2:
        return cell
    about = tr("{count} pledges: each is changed in the panel (F2, F4).", count=count)
    return replace(
        cell, aside=f"{count} ×", about=about, spoken=tr("{spoken}, {count} pledges", spoken=cell.spoken, count=count)
    )


def _projects(row: VoluntaryRow, pledges: tuple[VoluntaryPledge, ...]) -> Cell:
    named = [_project_words(each) for each in pledges if each.project is not None]
    cell = _or_none(money_cell(row.project_cents), tr("no project"))
    return replace(
        cell, about="\n".join(map(shown, named)) or tr("No project in a partner country. F2 opens the pledges.")
    )


def _project_words(pledge: VoluntaryPledge) -> str:
    where = f" ({pledge.partner_country})" if pledge.partner_country else ""
    return f"{pledge.project}{where}: {shown(wording.money(pledge.financial_cents))}"


def _served(pledges: tuple[VoluntaryPledge, ...]) -> Cell:
    """Name whom the pledges help, by code; what leaves it open, or is for a partner country, last."""
    named = dict.fromkeys(each.benefitting for each in pledges if each.benefitting is not None)
    rest = [each for each in pledges if each.benefitting is None]
    others = [shown(LEFT_OPEN)] if any(each.project is None for each in rest) else []
    others += dict.fromkeys(each.partner_country or "project" for each in rest if each.project is not None)
    text = ", ".join([*named, *others])
    about = "\n".join(shown(_about(each)) for each in pledges)
    spoken = wording.listed([*(state_name(code) for code in named), *others])
    return Cell(Look.LABEL, text, spoken=spoken, about=about, copied=text, sort=text)


def _about(pledge: VoluntaryPledge) -> str:
    given = [tr("{persons} persons", persons=wording.persons(pledge.relocations))] if pledge.relocations else []
    given += [wording.money(pledge.financial_cents)] if pledge.financial_cents else []
    if pledge.project is not None:
        whom = tr(
            "project {project}{part}",
            project=pledge.project,
            part=f" ({pledge.partner_country})" if pledge.partner_country else "",
        )
    else:
        whom = shown(LEFT_OPEN) if pledge.benefitting is None else state_name(pledge.benefitting)
    return f"{shown(whom)}: {shown(wording.listed(given)) or 'nothing'}"


def _outstanding(held: Held, cell_of: Callable[[int | None], Cell]) -> Cell:
    if not held.against:
        return absent_cell(tr("nothing pledged"))
    if held.open:
        return cell_of(held.open)
    return replace(number_cell(0), spoken=tr("all kept"), about=tr("All that was pledged was kept."), marks=(_KEPT,))


def _supported(row: VoluntaryRow) -> dict[Column, Cell]:
    if row.associated:
        none = replace(absent_cell(tr("no support plans")), about=tr("Art. 56 binds Member States only."))
        return {Column.SUPPORTED: none, Column.DELIVERED: none}
    if not row.supported and not row.delivered:
        none = _or_none(number_cell(0), tr("no support plan"))
        return {Column.SUPPORTED: none, Column.DELIVERED: none}
    return {Column.SUPPORTED: number_cell(row.supported), Column.DELIVERED: number_cell(row.delivered)}


def _or_none(cell: Cell, spoken: str) -> Cell:
    """Return a dash for a 0, copied and added up as 0."""
    return cell if cell.sort else replace(absent_cell(spoken), copied="0", sort=0)


def money_cell(cents: int | None) -> Cell:
    """Return the cell of an amount: EUR, with cents only where there are any."""
    if cents is None:
        return number_cell(None)
    plain = money_text(cents).removesuffix(".00")
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=cents)
