"""Who is bound and by what key: scope, Denmark, associated states, population and GDP (Art. 13, 66, 85)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import fixed
from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Key
from desktop_app.calc.member_states import BOUND, NOT_BOUND, name_of
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.validity import SHARE_TOLERANCE
from desktop_app.calc.wording import day, listed, money

NEWEST_POPULATION: Final = (date(2026, 1, 1), date(2026, 7, 10))
"""Reference day of the newest population known to this program, and its release (Eurostat demo_gind)."""
NEWEST_GDP: Final = (2024, date(2025, 10, 21))
"""Year of the newest GDP known to this program, and its release (Eurostat nama_10_gdp, autumn 2025)."""


@rule(
    "AMMR-SCOPE-1",
    "The states that share the key",
    "recitals 90 and 91; Protocols 21 and 22",
    Severity.WARN,
    "The Regulation binds every Member State except Denmark: 26 states share the reference key, Ireland among them.",
)
def states_that_share_the_key(case: ForumCase) -> Iterator[Remark]:
    """Compare the participating states with the 26 bound ones."""
    present = {state.code for state in case.forum.key.states if state.participates}
    missing = [name_of(code) for code in BOUND if code not in present]
    extra = [name_of(NOT_BOUND)] if NOT_BOUND in present else []
    parts = [f"missing: {listed(missing)}"] if missing else []
    parts += [f"too many: {listed(extra)}"] if extra else []
    if parts:
        severity = Severity.BLOCK if case.forum.adopted else None
        yield Remark(f"The key is not that of the 26 bound Member States ({'; '.join(parts)}).", None, "key", severity)


@rule(
    "AMMR-SCOPE-2",
    "Denmark",
    "Art. 13(1); recital 90; Protocol 22",
    Severity.WARN,
    "Denmark takes no part: it has no fair share, no pledge row and no vote on the act. It may chair the Forum.",
)
def denmark(case: ForumCase) -> Iterator[Remark]:
    """Warn of a pledge of Denmark, or of Denmark in the key; neither counts anywhere."""
    if any(state.code == NOT_BOUND and state.participates for state in case.forum.key.states):
        yield Remark("Denmark is marked as participating in the key; it is not bound and left out.", NOT_BOUND, "key")
    pledge = case.forum.state(NOT_BOUND).pledge
    cells = (pledge.relocations, pledge.financial_cents, pledge.alternative)
    if any(cell is not ABSENT and cell is not None for cell in cells):
        message = "A pledge is recorded for Denmark; it is not bound, and its pledge counts nowhere."
        yield Remark(message, NOT_BOUND, "relocations")


@rule(
    "AMMR-SCOPE-3",
    "Associated states",
    "Art. 13(1), 14(3); recitals 92 to 94",
    Severity.INFO,
    "Iceland, Liechtenstein, Norway and Switzerland may be invited to contribute ad hoc, outside the key and totals.",
)
def associated_states(case: ForumCase) -> Iterator[Remark]:
    """Name each ad hoc contribution."""
    for contribution in case.forum.associated:
        worth = "" if contribution.value_cents is None else f", {money(contribution.value_cents)}"
        what = contribution.description or "no description"
        message = f"{name_of(contribution.code)} contributes ad hoc ({what}{worth}); outside the key and the totals."
        yield Remark(message, contribution.code, "associated")


@rule(
    "AMMR-66",
    "Reference key",
    "Art. 66 and Annex I",
    Severity.BLOCK,
    "Each share is half the state's part of the population and half its part of the GDP of the participating states, "
    "by the latest available Eurostat data; benefitting states stay in.",
)
def reference_key(case: ForumCase) -> Iterator[Remark]:
    """Check the key's data and the adopted shares."""
    if not case.frame.key.participants:
        yield Remark("No Member State takes part in the key.", None, "key")
    for code, state in case.frame.key.participants.items():
        missing = [word for word, datum in (("population", state.population), ("GDP", state.gdp)) if not datum]
        if missing:
            what = listed(missing)
            yield Remark(f"{name_of(code)}: {what} missing; without it the key has no sum.", code, "key")
    yield from _adopted_shares(case)
    yield from _newer_data(case)


def _adopted_shares(case: ForumCase) -> Iterator[Remark]:
    key = case.frame.key
    for code, _percent in case.forum.key.adopted_shares:
        if code not in key.participants:
            message = f"An adopted share stands for {name_of(code)}, which takes no part in the key; it is not used."
            yield Remark(message, code, "key", Severity.INFO)
    if not key.adopted:
        return
    total = 100 * sum(key.adopted.values(), Fraction(0))
    shown = fixed(total, 4)
    if len(key.adopted) < len(key.participants):
        count = len(key.adopted)
        message = (
            f"Adopted shares stand for {count} of {len(key.participants)} participating states and add up to "
            f"{shown} %; the other shares are computed, and nothing is rescaled."
        )
        yield Remark(message, None, "key", Severity.INFO)
    elif abs(total - 100) > len(key.adopted) * SHARE_TOLERANCE:
        yield Remark(f"The adopted shares add up to {shown} %, not 100 %, by more than rounding.", None, "key")


def _newer_data(case: ForumCase) -> Iterator[Remark]:
    newer = listed(newer_data(case.forum.key, case.frame.as_of))
    if newer:
        yield Remark(f"Newer data are known: {newer}.", None, "key", Severity.INFO)


def newer_data(key: Key, moment: date | None) -> list[str]:
    """Name the data that had been released by ``moment`` and are newer than the key's."""
    found: list[str] = []
    if moment is None:
        return found
    newest_day, released = NEWEST_POPULATION
    if key.population_date and key.population_date < newest_day and moment >= released:
        found.append(f"population on {day(newest_day)} (released {day(released)})")
    newest_year, released = NEWEST_GDP
    if key.gdp_year and key.gdp_year < newest_year and moment >= released:
        found.append(f"GDP of {newest_year} (released {day(released)})")
    return found
