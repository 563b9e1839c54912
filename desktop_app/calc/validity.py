"""What no forum may hold, whoever made it: bad input beyond syntax (interchange format, section 1).

Legal content that is absent is a finding, not a problem; these are contradictions and impossible
numbers. The reader of documents and the forum file's one door both ask here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import CENTS, decimal_text
from desktop_app.calc.forum import Acknowledgement, Forum, Key, Pledge, Pool, StateRecord
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NOT_BOUND, POSITION
from desktop_app.calc.readings import ANNUAL_POOL
from desktop_app.calc.said import CURRENCIES, OriginalAmount

MAXIMUM_PERSONS: Final = 10**9
MAXIMUM_CENTS: Final = 10**13 * CENTS
MAXIMUM_RATE: Final = 10**9
"""Units of a currency for one euro stay below this."""
SHARE_TOLERANCE: Final = Fraction(5, 100_000)
"""Half a unit of the fourth decimal of a percent: what printing may have added to one share."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that makes a forum impossible.

    Attributes:
        where: key path in the document, such as ``"states[BE].pledge.of_which_beneficiaries"``.
        what: what is wrong.
        remedy: what to do.
    """

    where: str
    what: str
    remedy: str


def problems(forum: Forum) -> list[Problem]:
    """Return everything that makes ``forum`` impossible; empty when it may be recorded."""
    found: list[Problem] = []
    found += _key_problems(forum.key)
    found += _pool_problems(forum.pool)
    found += _repeated("states", (record.code for record in forum.states))
    found += _repeated("applications", (entry.code for entry in forum.applications))
    found += _repeated("meetings", (meeting.id for meeting in forum.meetings), "meeting")
    for record in forum.states:
        found += _state_problems(record)
    for entry in forum.applications:
        where = f"applications[{entry.code}]"
        found += _codes(where, [entry.code])
        for year, persons in entry.years:
            found += _persons(f"{where}.years.{year}", persons)
        for year, persons in entry.population:
            found += _persons(f"{where}.population.{year}", persons)
    for contribution in forum.associated:
        where = f"associated[{contribution.code}]"
        if contribution.code not in ASSOCIATED_NAMES:
            remedy = f"use one of {', '.join(ASSOCIATED_NAMES)}"
            found.append(Problem(where, f"{contribution.code} is not an associated state", remedy))
        found += _money(f"{where}.value_eur", contribution.value_cents)
    found += _reading_problems(forum.readings)
    found += _repeated("holidays", (holiday.date.isoformat() for holiday in forum.holidays), "holiday")
    found += _acknowledgement_problems(forum.acknowledgements)
    return found


def _key_problems(key: Key) -> Iterator[Problem]:
    yield from _repeated("key.states", (state.code for state in key.states))
    for state in key.states:
        where = f"key.states[{state.code}]"
        yield from _codes(where, [state.code])
        yield from _persons(f"{where}.population", state.population)
        yield from _money(f"{where}.gdp_million_eur", state.gdp)
    yield from _repeated("key.adopted_shares", (code for code, _percent in key.adopted_shares))
    for code, percent in key.adopted_shares:
        where = f"key.adopted_shares.{code}"
        yield from _codes(where, [code])
        if not 0 <= percent <= 100:
            yield Problem(where, f"{decimal_text(percent)} is not a share in percent", "give a number from 0 to 100")
    named = sum((percent for _code, percent in key.adopted_shares), Fraction(0))
    participants = {state.code for state in key.states if state.participates and state.code != NOT_BOUND}
    # Where every participating state is named, a sum that is not 100 is a finding (AMMR-66): printing rounds.
    all_named = bool(participants) and participants <= {code for code, _percent in key.adopted_shares}
    if named > 100 and not all_named:
        yield Problem(
            "key.adopted_shares",
            f"the shares named add up to {decimal_text(named)} %, more than 100 %",
            "compare them with the act",
        )


def _pool_problems(pool: Pool) -> Iterator[Problem]:
    yield from _persons("pool.relocations", pool.relocations)
    yield from _money("pool.financial_eur", pool.financial_cents)
    yield from _persons("pool.proposal_relocations", pool.proposal_relocations)
    yield from _money("pool.proposal_financial_eur", pool.proposal_financial_cents)
    if pool.sar_percent is not None and pool.sar_percent < 0:
        yield Problem("pool.sar_percent", "the percentage is negative", "give a number from 0 to 100")


def _state_problems(record: StateRecord) -> Iterator[Problem]:
    where = f"states[{record.code}]"
    yield from _codes(where, [record.code])
    yield from _persons(f"{where}.crisis_credit", record.crisis_credit)
    yield from _pledge_problems(f"{where}.pledge", record.pledge)
    for number, deduction in enumerate(record.deductions):
        if deduction.extent is not None:
            inside = f"{where}.deductions[{number}].extent"
            yield from _persons(f"{inside}.relocations", deduction.extent.relocations)
            yield from _money(f"{inside}.financial_eur", deduction.extent.financial_cents)
            yield from _money(f"{inside}.alternative_eur", deduction.extent.alternative_cents)


def _pledge_problems(where: str, pledge: Pledge) -> Iterator[Problem]:
    relocations = pledge.relocations
    if relocations is None or isinstance(relocations, int):
        yield from _persons(f"{where}.relocations", relocations)
        whole = relocations or 0
        for name, part in (
            ("of_which_beneficiaries", pledge.of_which_beneficiaries),
            ("offsets_planned", pledge.offsets_planned),
        ):
            if part > whole:
                yield Problem(
                    f"{where}.{name}",
                    f"{part} is more than the {whole} relocations it is part of",
                    "lower it, or raise the relocations first",
                )
    yield from _persons(f"{where}.of_which_beneficiaries", pledge.of_which_beneficiaries)
    yield from _persons(f"{where}.offsets_planned", pledge.offsets_planned)
    if pledge.financial_cents is None or isinstance(pledge.financial_cents, int):
        yield from _money(f"{where}.financial_eur", pledge.financial_cents)
    for number, measure in enumerate(pledge.measures):
        inside = f"{where}.alternative[{number}]"
        yield from _money(f"{inside}.value_eur", measure.value_cents)
        yield from _original_problems(f"{inside}.original", measure.original)
    yield from _original_problems(f"{where}.said.financial_eur.original", pledge.said.financial.original)
    for name, said in (("relocations", pledge.said.relocations), ("alternative", pledge.said.alternative)):
        if said.original is not None:
            yield Problem(
                f"{where}.said.{name}.original",
                "only money is said in a currency",
                "record it with the financial contribution, or with a measure",
            )


def _original_problems(where: str, amount: OriginalAmount | None) -> Iterator[Problem]:
    if amount is None:
        return
    if amount.currency not in CURRENCIES:
        remedy = f"use one of {', '.join(CURRENCIES)}"
        yield Problem(f"{where}.currency", f"{amount.currency} is not a currency that can stand here", remedy)
    yield from _money(f"{where}.amount", amount.amount_hundredths)
    if amount.rate is not None and not 0 < amount.rate < MAXIMUM_RATE:
        what = "the rate of exchange is not above 0, or too large"
        yield Problem(f"{where}.rate", what, "give units of the currency for one euro, such as 11.2345")


def _acknowledgement_problems(answers: Iterable[Acknowledgement]) -> Iterator[Problem]:
    seen: set[tuple[str, str | None, str]] = set()
    for number, answer in enumerate(answers):
        where = f"acknowledgements[{number}]"
        if answer.state is not None and answer.state not in POSITION and answer.state not in ASSOCIATED_NAMES:
            remedy = "use the Union's codes (EL for Greece)"
            yield Problem(f"{where}.state", f"{answer.state} is not the code of a state", remedy)
        if not answer.reason.strip():
            yield Problem(f"{where}.reason", "an answer to a warning gives no reason", "say why the warning may stand")
        about = answer.rule, answer.state, answer.message
        if about in seen:
            yield Problem(where, "an answer to the same warning stands there twice", "keep one of the two")
        seen.add(about)


def _reading_problems(chosen: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    known = {reading.name: reading for reading in ANNUAL_POOL}
    for name, value in chosen:
        where = f"readings.{name}"
        if name not in known:
            yield Problem(where, f"no reading is called {name}", f"use one of {', '.join(known)}")
        elif not known[name].accepts(value):
            allowed = ", ".join(known[name].choices) or "a date such as 2026-06-12"
            yield Problem(where, f"{value} is not a choice", f"use {allowed}")


def _persons(where: str, value: int | None) -> Iterator[Problem]:
    if value is not None and not 0 <= value <= MAXIMUM_PERSONS:
        yield Problem(where, f"{value} is outside 0 to 1 000 000 000", "give a number of persons in that range")


def _money(where: str, cents: int | None) -> Iterator[Problem]:
    if cents is not None and not 0 <= cents <= MAXIMUM_CENTS:
        yield Problem(where, "the amount is outside 0 to 10 000 000 000 000", "give an amount in that range")


def _codes(where: str, codes: Iterable[str]) -> Iterator[Problem]:
    for code in codes:
        if code not in POSITION:
            yield Problem(where, f"{code} is not the code of a Member State", "use the Union's codes (EL for Greece)")


def _repeated(where: str, names: Iterable[str], what: str = "state") -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Problem(where, f"the {what} {name} stands there twice", "keep one of the two")
        seen.add(name)
