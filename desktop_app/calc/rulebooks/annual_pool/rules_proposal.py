"""The Commission's proposal, the reference numbers and the chain of acts (Art. 12, 57)."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Classification, PressureBasis
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase
from desktop_app.calc.rulebooks.annual_pool.frame import EXPECTED_RATE, has_reference_numbers
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Money, Percent, Relocations, State, of_eur, say

MINIMUM_RELOCATIONS: Final = 30_000
MINIMUM_MONEY_CENTS: Final = 600_000_000_00


@rule(
    "AMMR-12-2",
    "Minimum numbers of the proposal",
    "Art. 12(2); recital 15",
    Severity.WARN,
    "The Commission proposes at least 30 000 relocations and at least EUR 600 million, unless the situation is "
    "exceptional. The minima bind the proposal, not the Council's act.",
)
def minimum_numbers(case: ForumCase) -> Iterator[Remark]:
    """Hold the proposal's numbers against the minima."""
    pool = case.forum.pool
    if pool.exceptional:
        return
    low = []
    if pool.proposal_relocations is not None and pool.proposal_relocations < MINIMUM_RELOCATIONS:
        template = "{count} relocations, minimum {minimum}"
        low.append(say(template, count=pool.proposal_relocations, minimum=MINIMUM_RELOCATIONS))
    if pool.proposal_financial_cents is not None and pool.proposal_financial_cents < MINIMUM_MONEY_CENTS:
        given, least = Money(pool.proposal_financial_cents), Money(MINIMUM_MONEY_CENTS)
        low.append(say("{money}, minimum {minimum}", money=given, minimum=least))
    if low:
        yield Remark(say("The Commission's proposal is below the minimum: {numbers}.", numbers=low), None, "pool")


@rule(
    "AMMR-12-3",
    "Ratio of money to relocations",
    "Art. 12(3); recital 15",
    Severity.WARN,
    "The ratio of 30 000 relocations to EUR 600 million is kept, so that types are equal in value: EUR 20 000 a "
    "relocation. No article says the figure; it is the ratio.",
)
def ratio_kept(case: ForumCase) -> Iterator[Remark]:
    """Compare F / R with 20 000."""
    rate = case.frame.rate
    if rate is not None and rate != EXPECTED_RATE:
        message = say(
            "One relocation counts {rate}, not {expected}: the reference numbers do not keep the ratio of Art. 12(3).",
            rate=of_eur(rate),
            expected=of_eur(EXPECTED_RATE),
        )
        yield Remark(message, None, "pool")


@rule(
    "AMMR-12-5",
    "Percentage for search and rescue",
    "Art. 12(5), 57(2)",
    Severity.WARN,
    "Where pressure rests on recurring disembarkations after search and rescue, an indicative percentage of the pool "
    "is set for those states.",
)
def search_and_rescue_percentage(case: ForumCase) -> Iterator[Remark]:
    """Ask for the percentage where a state's pressure rests on search and rescue."""
    codes = [each.code for each in case.forum.states if PressureBasis.SEARCH_AND_RESCUE in each.pressure_basis]
    if not codes:
        return
    share = case.forum.pool.sar_percent
    if share is None:
        template = "No percentage of the pool is set for search and rescue ({states})."
        yield Remark(say(template, states=[State(code) for code in codes]), None, "pool")
    elif not 0 < share <= 100:
        template = "The percentage for search and rescue is {percent}; it must be above 0 and at most 100."
        message = say(template, percent=Percent(share / 100))
        yield Remark(message, None, "pool")


@rule(
    "AMMR-12-6",
    "Confidentiality",
    "Art. 12(6); recital 20",
    Severity.BLOCK,
    "The proposal is not public and classified RESTREINT UE/EU RESTRICTED until the Council adopts the act.",
)
def confidentiality(case: ForumCase) -> Iterator[Remark]:
    """Refuse a public marking before adoption."""
    if case.forum.classification is Classification.PUBLIC and case.forum.adopted is None:
        message = say("The forum is marked PUBLIC, but the act is not adopted; until then the proposal is classified.")
        yield Remark(message, None, "classification")


@rule(
    "AMMR-57-basis",
    "The acts that the Council act rests on",
    "Art. 9, 11, 12, 57(1)",
    Severity.WARN,
    "The Council act rests on the Commission's report, decision and proposal; each has a reference and a date.",
)
def chain_of_acts(case: ForumCase) -> Iterator[Remark]:
    """Name what is missing of the three acts; it blocks once the act is marked adopted."""
    basis = case.forum.basis
    missing = [
        say(what)
        for what, datum in (
            ("reference of the report", basis.report.reference),
            ("date of the report", basis.report.date),
            ("reference of the decision", basis.decision.reference),
            ("date of the decision", basis.decision.date),
            ("reference of the proposal", basis.proposal.reference),
            ("date of the proposal", basis.proposal.date),
        )
        if not datum
    ]
    if missing:
        severity = Severity.BLOCK if case.forum.adopted else None
        yield Remark(say("Missing of the Commission's acts: {missing}.", missing=missing), None, "basis", severity)


@rule(
    "AMMR-57-3a",
    "Reference numbers",
    "Art. 57(1), 57(3)",
    Severity.BLOCK,
    "The Forum concludes on an overall reference number for each solidarity measure; both stand in the act.",
)
def reference_numbers(case: ForumCase) -> Iterator[Remark]:
    """Ask for R and F."""
    pool = case.forum.pool
    if has_reference_numbers(pool):
        return
    missing = [
        say(word)
        for word, number in (("relocations", pool.relocations), ("financial contributions", pool.financial_cents))
        if not number
    ]
    template = "The reference number of {missing} is missing or 0; figures that rest on it are not known."
    message = say(template, missing=missing)
    yield Remark(message, None, "pool")


@rule(
    "AMMR-13-4",
    "Insufficient contributions",
    "Art. 13(4)",
    Severity.INFO,
    "Where contributions are insufficient for the needs identified, the Forum can be reconvened, by simple majority of "
    "the Council; the text gives no number for insufficient.",
)
def insufficient_contributions(case: ForumCase) -> Iterator[Remark]:
    """Name the pool's gap, gross and effective."""
    totals = case.totals
    gross, effective = totals.gap_relocations or 0, totals.effective_gap_relocations or 0
    if gross or effective:
        template = (
            "The pool lacks {gap}; {effective} on net pledges without the benefitting states. "
            "The Forum can be reconvened under Art. 13(4)."
        )
        # Where a gap is known in persons, so is the rate.
        gap = say("{relocations} ({money})", relocations=Relocations(gross), money=of_eur(totals.gap_eur or 0))
        message = say(template, gap=gap, effective=effective)
        yield Remark(message, None, "pool")
