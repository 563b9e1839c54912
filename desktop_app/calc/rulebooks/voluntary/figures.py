"""The figures of the voluntary mechanism: sums, without a key (Report on Migration and Asylum 2022, section 4)."""

from collections.abc import Iterable
from datetime import date

from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, VoluntaryPledge, signatory_place
from desktop_app.calc.voluntary_assessment import Held, NeedFigures, VoluntaryRow, VoluntaryTotals


def end_of(mechanism: Mechanism) -> date | None:
    """Return the last day of the mechanism; ``None`` while its start is not known."""
    return mechanism.year_ends if mechanism.extended_until is None else mechanism.extended_until


def rows_of(forum: Forum) -> tuple[VoluntaryRow, ...]:
    """Return a row for each signatory, and for each state that pledges or gives without having signed."""
    recorded, plans = forum.voluntary, forum.solidarity.support_plans
    named = {each.code for each in recorded.signatories} | {each.code for each in recorded.pledges}
    named |= {each.code for each in recorded.kept} | {each.code for each in plans}
    return tuple(_row(code, forum) for code in sorted(named, key=signatory_place))


def _row(code: str, forum: Forum) -> VoluntaryRow:
    recorded = forum.voluntary
    pledges = recorded.pledges_of(code)
    kept = [each for each in recorded.kept if each.code == code]
    plans = [each for each in forum.solidarity.support_plans if each.code == code]
    persons, cents = _persons(pledges), _cents(pledges)
    return VoluntaryRow(
        code=code,
        associated=code in ASSOCIATED_NAMES,
        takes_part=any(each.code == code and each.withdrawn is None for each in recorded.signatories),
        relocations=persons,
        financial_cents=cents,
        project_cents=_cents(each for each in pledges if each.project),
        kept_relocations=Held(persons, _persons(kept)),
        kept_financial=Held(cents, _cents(kept)),
        minors=sum(each.minors for each in kept),
        supported=sum(plan.persons for plan in plans),
        delivered=sum(plan.delivered for plan in plans),
    )


def needs_of(forum: Forum) -> tuple[NeedFigures, ...]:
    """Return what is pledged and kept for each benefitting state, named by a need, a pledge or a commitment."""
    recorded = forum.voluntary
    needs = {each.benefitting: each for each in recorded.needs}
    given: tuple[VoluntaryPledge | Commitment, ...] = (*recorded.pledges, *recorded.kept)
    helped = {each.benefitting for each in given if each.benefitting is not None}
    return tuple(
        _need(needs.get(code, Need(code)), forum) for code in sorted(helped | needs.keys(), key=signatory_place)
    )


def _need(need: Need, forum: Forum) -> NeedFigures:
    pledges = [each for each in forum.voluntary.pledges if each.benefitting == need.benefitting]
    kept = [each for each in forum.voluntary.kept if each.benefitting == need.benefitting]
    return NeedFigures(
        need.benefitting,
        Held(need.relocations, _persons(pledges)),
        # What is for a project in a partner country fills no need of a Member State.
        Held(need.financial_cents, _cents(each for each in pledges if not each.project)),
        _persons(kept),
        _cents(kept),
    )


def totals_of(forum: Forum, rows: Iterable[VoluntaryRow], needs: Iterable[NeedFigures]) -> VoluntaryTotals:
    """Return the sums of the whole mechanism."""
    recorded, listed = forum.voluntary, tuple(rows)
    persons, cents = _persons(recorded.pledges), _cents(recorded.pledges)
    project = _cents(each for each in recorded.pledges if each.project)
    unmet = [(each.relocations.open, each.financial.open) for each in needs]
    nobody = [each for each in recorded.pledges if each.benefitting is None]
    open_cents = _cents(each for each in nobody if not each.project)
    return VoluntaryTotals(
        relocations=Held(_sum(each.relocations for each in recorded.needs), persons),
        financial=Held(_sum(each.financial_cents for each in recorded.needs), cents - project),
        pledged_cents=cents,
        project_cents=project,
        open_relocations=_persons(nobody),
        open_cents=open_cents,
        unmet_relocations=_less(_sum(first for first, _ in unmet), _persons(nobody)),
        unmet_cents=_less(_sum(second for _, second in unmet), open_cents),
        kept_relocations=Held(persons, _persons(recorded.kept)),
        kept_financial=Held(cents, _cents(recorded.kept)),
        outstanding_relocations=sum(row.kept_relocations.open or 0 for row in listed),
        outstanding_cents=sum(row.kept_financial.open or 0 for row in listed),
        supported=sum(row.supported for row in listed),
        delivered=sum(row.delivered for row in listed),
        signatories=sum(row.takes_part for row in listed),
        ends=end_of(recorded.mechanism),
    )


def _persons(given: Iterable[VoluntaryPledge | Commitment]) -> int:
    return sum(each.relocations for each in given)


def _cents(given: Iterable[VoluntaryPledge | Commitment]) -> int:
    return sum(each.financial_cents for each in given)


def _sum(values: Iterable[int | None]) -> int | None:
    """Return the sum of what is known; ``None`` where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _less(needed: int | None, given: int) -> int | None:
    """Return what is left of a need, 0 or more; ``None`` where there is none."""
    return None if needed is None else max(0, needed - given)
