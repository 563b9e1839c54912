"""What no forum may hold, whoever made it: bad input beyond syntax (interchange format, section 1).

Legal content that is absent is a finding, not a problem; these are contradictions and impossible
numbers. The reader of documents and the forum file's one door both ask here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import decimal_text
from desktop_app.calc.forum import NOT_NUMBERED, Acknowledgement, Forum, Key, Pledge, Pool, Procedure, StateRecord
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NOT_BOUND, POSITION
from desktop_app.calc.readings import readings_of
from desktop_app.calc.said import CURRENCIES, OriginalAmount
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_migratory_pressure import migratory_pressure_problems
from desktop_app.calc.validity_parts import (
    MAXIMUM_CENTS,
    MAXIMUM_PERSONS,
    MAXIMUM_RATE,
    Problem,
    applications,
    codes,
    money,
    persons,
    repeated,
)
from desktop_app.calc.validity_search_and_rescue import search_and_rescue_problems
from desktop_app.calc.validity_solidarity import solidarity_problems
from desktop_app.calc.validity_voluntary import voluntary_problems
from desktop_app.calc.vote import Ballot

__all__ = ["ACT_NUMBER", "MAXIMUM_CENTS", "MAXIMUM_PERSONS", "MAXIMUM_RATE", "SHARE_TOLERANCE", "Problem", "problems"]

SHARE_TOLERANCE: Final = Fraction(5, 100_000)
"""Half a unit of the fourth decimal of a percent: what printing may have added to one share."""


ACT_NUMBER: Final = re.compile(r"20[0-9]{2}/[1-9][0-9]{0,4}")
"""The number of an act: the year and the number in it, since 2015."""
_SHOWN: Final = 40
"""Signs of what was written that a problem repeats."""


def problems(forum: Forum) -> list[Problem]:
    """Return everything that makes ``forum`` impossible; empty when it may be recorded."""
    return [
        *_key_problems(forum.key),
        *_reading_problems(forum),
        *_acknowledgement_problems(forum.acknowledgements),
        *_of_another_procedure(forum),
        *_PROCEDURES[forum.procedure](forum),
    ]


def _annual_pool(forum: Forum) -> Iterator[Problem]:
    yield from _pool_problems(forum.pool)
    yield from repeated("states", (record.code for record in forum.states))
    yield from repeated("meetings", (meeting.id for meeting in forum.meetings), "meeting")
    for record in forum.states:
        yield from _state_problems(record)
    yield from applications(forum.applications)
    for contribution in forum.associated:
        where = f"associated[{contribution.code}]"
        if contribution.code not in ASSOCIATED_NAMES:
            remedy = say("use one of {join}", join=", ".join(ASSOCIATED_NAMES))
            yield Problem(where, say("{code} is not an associated state", code=contribution.code), remedy)
        yield from money(f"{where}.value_eur", contribution.value_cents)
    yield from repeated("holidays", (holiday.date.isoformat() for holiday in forum.holidays), "holiday")
    yield from _vote_problems(forum.vote)
    yield from _act_problems(forum)


def _act_problems(forum: Forum) -> Iterator[Problem]:
    act = forum.adopted_act
    if act != NOT_NUMBERED and forum.adopted is None:
        what = say("an act that is not adopted has neither number nor place in the Official Journal")
        yield Problem("adopted_act", what, say("write the day of adoption under adopted, or remove this"))
    if act.number is not None and not ACT_NUMBER.fullmatch(act.number):
        what = say("{number} is not the number of an act", number=f"{act.number[:_SHOWN]!r}")
        yield Problem("adopted_act.number", what, say("write year and number, such as 2026/2511"))


def _vote_problems(ballot: Ballot) -> Iterator[Problem]:
    yield from repeated("vote.states", (line.code for line in ballot.lines))
    for line in ballot.lines:
        where = f"vote.states[{line.code}]"
        yield from codes(where, [line.code])
        if line.code == NOT_BOUND:
            remedy = say("remove the entry; Denmark is not bound by the Regulation (recital 90)")
            yield Problem(where, say("Denmark has no vote on the act"), remedy)
        yield from persons(f"{where}.population", line.population)
        if not line.says_something:
            yield Problem(where, say("nothing is recorded of this state's vote"), say("remove the entry"))


def _migratory_pressure(forum: Forum) -> Iterator[Problem]:
    yield from migratory_pressure_problems(forum.migratory_pressure)
    yield from applications(forum.applications)
    yield from solidarity_problems(forum.solidarity)


def _voluntary(forum: Forum) -> Iterator[Problem]:
    yield from voluntary_problems(forum.voluntary)
    yield from solidarity_problems(forum.solidarity)


_PROCEDURES: Final[Mapping[Procedure, Callable[[Forum], Iterator[Problem]]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue_problems,
    Procedure.MIGRATORY_PRESSURE: _migratory_pressure,
    Procedure.VOLUNTARY: _voluntary,
}
"""What is judged beside what all procedures share."""

_OWN: Final[Mapping[Procedure, tuple[str, ...]]] = {
    Procedure.ANNUAL_POOL: (
        "shares_status",
        "basis",
        "key",
        "pool",
        "meetings",
        "applications",
        "states",
        "associated",
        "applications_source",
        "holidays",
        "vote",
        "adopted_act",
    ),
    Procedure.SEARCH_AND_RESCUE: ("key", "search_and_rescue"),
    Procedure.MIGRATORY_PRESSURE: (
        "key",
        "applications",
        "applications_source",
        "migratory_pressure",
        "solidarity",
    ),
    Procedure.VOLUNTARY: ("voluntary", "solidarity"),
}
"""What a forum on one procedure records and not every other does, by attribute."""
_EMPTY: Final = Forum()


def _of_another_procedure(forum: Forum) -> Iterator[Problem]:
    own = _OWN[forum.procedure]
    others = dict.fromkeys(name for names in _OWN.values() for name in names if name not in own)
    for name in others:
        if getattr(forum, name) != getattr(_EMPTY, name):
            yield Problem(
                name, say("a forum on {value} has nothing of the kind", value=forum.procedure.value), say("remove it")
            )


def _key_problems(key: Key) -> Iterator[Problem]:
    yield from repeated("key.states", (state.code for state in key.states))
    for state in key.states:
        where = f"key.states[{state.code}]"
        yield from codes(where, [state.code])
        yield from persons(f"{where}.population", state.population)
        yield from money(f"{where}.gdp_million_eur", state.gdp)
    yield from repeated("key.adopted_shares", (code for code, _percent in key.adopted_shares))
    for code, percent in key.adopted_shares:
        where = f"key.adopted_shares.{code}"
        yield from codes(where, [code])
        if not 0 <= percent <= 100:
            yield Problem(
                where,
                say("{number} is not a share in percent", number=decimal_text(percent)),
                say("give a number from 0 to 100"),
            )
    named = sum((percent for _code, percent in key.adopted_shares), Fraction(0))
    participants = {state.code for state in key.states if state.participates and state.code != NOT_BOUND}
    # Where every participating state is named, a sum that is not 100 is a finding (AMMR-66): printing rounds.
    all_named = bool(participants) and participants <= {code for code, _percent in key.adopted_shares}
    if named > 100 and not all_named:
        yield Problem(
            "key.adopted_shares",
            say("the shares named add up to {number} %, more than 100 %", number=decimal_text(named)),
            say("compare them with the act"),
        )


def _pool_problems(pool: Pool) -> Iterator[Problem]:
    yield from persons("pool.relocations", pool.relocations)
    yield from money("pool.financial_eur", pool.financial_cents)
    yield from persons("pool.proposal_relocations", pool.proposal_relocations)
    yield from money("pool.proposal_financial_eur", pool.proposal_financial_cents)
    if pool.sar_percent is not None and pool.sar_percent < 0:
        yield Problem("pool.sar_percent", say("the percentage is negative"), say("give a number from 0 to 100"))


def _state_problems(record: StateRecord) -> Iterator[Problem]:
    where = f"states[{record.code}]"
    yield from codes(where, [record.code])
    yield from persons(f"{where}.crisis_credit", record.crisis_credit)
    yield from _pledge_problems(f"{where}.pledge", record.pledge)
    for number, deduction in enumerate(record.deductions):
        if deduction.extent is not None:
            inside = f"{where}.deductions[{number}].extent"
            yield from persons(f"{inside}.relocations", deduction.extent.relocations)
            yield from money(f"{inside}.financial_eur", deduction.extent.financial_cents)
            yield from money(f"{inside}.alternative_eur", deduction.extent.alternative_cents)


def _pledge_problems(where: str, pledge: Pledge) -> Iterator[Problem]:
    relocations = pledge.relocations
    if relocations is None or isinstance(relocations, int):
        yield from persons(f"{where}.relocations", relocations)
        whole = relocations or 0
        for name, part in (
            ("of_which_beneficiaries", pledge.of_which_beneficiaries),
            ("offsets_planned", pledge.offsets_planned),
        ):
            if part > whole:
                yield Problem(
                    f"{where}.{name}",
                    say("{part} is more than the {whole} relocations it is part of", part=part, whole=whole),
                    say("lower it, or raise the relocations first"),
                )
    yield from persons(f"{where}.of_which_beneficiaries", pledge.of_which_beneficiaries)
    yield from persons(f"{where}.offsets_planned", pledge.offsets_planned)
    if pledge.financial_cents is None or isinstance(pledge.financial_cents, int):
        yield from money(f"{where}.financial_eur", pledge.financial_cents)
    for number, measure in enumerate(pledge.measures):
        inside = f"{where}.alternative[{number}]"
        yield from money(f"{inside}.value_eur", measure.value_cents)
        yield from _original_problems(f"{inside}.original", measure.original)
    yield from _original_problems(f"{where}.said.financial_eur.original", pledge.said.financial.original)
    for name, said in (("relocations", pledge.said.relocations), ("alternative", pledge.said.alternative)):
        if said.original is not None:
            yield Problem(
                f"{where}.said.{name}.original",
                say("only money is said in a currency"),
                say("record it with the financial contribution, or with a measure"),
            )


def _original_problems(where: str, amount: OriginalAmount | None) -> Iterator[Problem]:
    if amount is None:
        return
    if amount.currency not in CURRENCIES:
        remedy = say("use one of {join}", join=", ".join(CURRENCIES))
        yield Problem(
            f"{where}.currency",
            say("{currency} is not a currency that can stand here", currency=amount.currency),
            remedy,
        )
    yield from money(f"{where}.amount", amount.amount_hundredths)
    if amount.rate is not None and not 0 < amount.rate < MAXIMUM_RATE:
        what = say("the rate of exchange is not above 0, or too large")
        yield Problem(f"{where}.rate", what, say("give units of the currency for one euro, such as 11.2345"))


def _acknowledgement_problems(answers: Iterable[Acknowledgement]) -> Iterator[Problem]:
    seen: set[tuple[str, str | None, str]] = set()
    for number, answer in enumerate(answers):
        where = f"acknowledgements[{number}]"
        if answer.state is not None and answer.state not in POSITION and answer.state not in ASSOCIATED_NAMES:
            remedy = say("use the Union's codes (EL for Greece)")
            yield Problem(f"{where}.state", say("{state} is not the code of a state", state=answer.state), remedy)
        if not answer.reason.strip():
            yield Problem(
                f"{where}.reason", say("an answer to a warning gives no reason"), say("say why the warning may stand")
            )
        about = answer.rule, answer.state, answer.message
        if about in seen:
            yield Problem(where, say("an answer to the same warning stands there twice"), say("keep one of the two"))
        seen.add(about)


def _reading_problems(forum: Forum) -> Iterator[Problem]:
    known = {reading.name: reading for reading in readings_of(forum.procedure)}
    for name, value in forum.readings:
        where = f"readings.{name}"
        if name not in known:
            yield Problem(
                where, say("no reading is called {name}", name=name), say("use one of {join}", join=", ".join(known))
            )
        elif not known[name].accepts(value):
            allowed = ", ".join(known[name].choices) or say("a date such as 2026-06-12")
            yield Problem(where, say("{value} is not a choice", value=value), say("use {allowed}", allowed=allowed))
