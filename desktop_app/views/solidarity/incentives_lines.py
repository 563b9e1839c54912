"""Financial incentives in words and lines: by Member State, and where each person comes from (Art. 61, 72)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.incentives import Arrival, IncentiveRow, arrivals_of, rate_on
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate
from desktop_app.calc.wording import day, money, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.records import state_name

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Persons\nrelocated"), right=True),
    Column(marked("Of whom\nminors"), right=True),
    Column(marked("For taking\nthem over"), right=True),
    Column(marked("Persons\ntransferred"), right=True),
    Column(marked("For their\ntransfer"), right=True),
    Column(marked("Together"), right=True),
)
SOURCES: Final = (
    Column(marked("Record"), wraps=True),
    Column(marked("Day")),
    Column(marked("As")),
    Column(marked("Persons"), right=True),
    Column(marked("Of whom\nminors"), right=True),
    Column(marked("Rates"), wraps=True),
    Column(marked("Amount"), right=True),
)
_NO_DAY: Final = marked("no day")


def row_line(row: IncentiveRow) -> FigureLine:
    """Return the line of a Member State."""
    return FigureLine(
        (
            Cell(state_name(row.code)),
            Cell(persons(row.relocated)),
            Cell(persons(row.minors)),
            Cell(money(row.relocating_cents)),
            Cell(persons(row.transferred)),
            Cell(money(row.transfer_cents)),
            Cell(money(row.total_cents)),
        )
    )


def sum_line(rows: Sequence[IncentiveRow]) -> FigureLine:
    """Return the sum of all Member States."""
    return FigureLine(
        (
            Cell(tr("All ({count})", count=len(rows))),
            Cell(persons(sum(row.relocated for row in rows))),
            Cell(persons(sum(row.minors for row in rows))),
            Cell(money(sum(row.relocating_cents for row in rows))),
            Cell(persons(sum(row.transferred for row in rows))),
            Cell(money(sum(row.transfer_cents for row in rows))),
            Cell(money(sum(row.total_cents for row in rows))),
        ),
        strong=True,
        ground="sunken",
    )


def source_lines(forum: Forum, code: str | None) -> tuple[FigureLine, ...]:
    """Return each record behind a state's amounts, in the order of the forum; with ``None``, behind all of them."""
    rates = forum.solidarity.incentives
    lines = []
    for arrival in arrivals_of(forum):
        if arrival.relocating in ASSOCIATED_NAMES:
            continue
        rate = rate_on(rates, arrival.on)
        if code in {None, arrival.relocating}:
            words = tr("{person}, {minor} per minor", person=money(rate.person_cents), minor=money(rate.minor_cents))
            lines.append(_source(arrival, _taken(arrival, code), words, arrival.relocating_cents(rate)))
        if arrival.transferring is not None and code in {None, arrival.transferring}:
            cents = rate.transfer_cents * arrival.persons
            lines.append(_source(arrival, _sent(arrival, code), money(rate.transfer_cents), cents))
    return tuple(lines)


def _source(arrival: Arrival, role: str, rate: str, cents: int) -> FigureLine:
    return FigureLine(
        (
            Cell(arrival.source),
            Cell(_NO_DAY if arrival.on is None else day(arrival.on)),
            Cell(role),
            Cell(persons(arrival.persons)),
            Cell(persons(arrival.minors)),
            Cell(rate),
            Cell(money(cents)),
        )
    )


def _taken(arrival: Arrival, code: str | None) -> str:
    return tr("taken over") if code is not None else tr("taken over by {state}", state=state_name(arrival.relocating))


def _sent(arrival: Arrival, code: str | None) -> str:
    return "transferred" if code is not None else tr("transferred by {state}", state=state_name(arrival.transferring))


def rates_words(rates: Sequence[IncentiveRate]) -> tuple[Said, ...]:
    """Say which rates apply from when; without any, those of the text."""
    beginning = rate_on(rates, None)
    named = tr("Art. 72, in brackets in the text") if beginning is AS_PROPOSED else _reference(beginning)
    said = [Said(tr("Rates: {rate} ({named}).", rate=_rate(beginning), named=named))]
    later = sorted((rate for rate in rates if rate.since is not None), key=lambda rate: rate.since or date.min)
    for rate in later[-2:]:
        since = "" if rate.since is None else day(rate.since)
        said.append(
            Said(tr("From {since}: {rate} ({reference}).", since=since, rate=_rate(rate), reference=_reference(rate)))
        )
    return tuple(said)


def _rate(rate: IncentiveRate) -> str:
    return tr(
        "{person} per person relocated, {minor} per unaccompanied minor, {transfer} per person transferred",
        person=money(rate.person_cents),
        minor=money(rate.minor_cents),
        transfer=money(rate.transfer_cents),
    )


def _reference(rate: IncentiveRate) -> str:
    return rate.reference or tr("no act named")
