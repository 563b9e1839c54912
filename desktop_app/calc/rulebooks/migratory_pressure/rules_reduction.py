"""What is taken off and taken over: the 10 % reduction and earlier contributions (COM(2020) 610, Art. 52(5), 53)."""

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.exact import decimals_of, fixed
from desktop_app.calc.findings import Severity
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.readings import (
    CREDIT,
    CREDIT_STATE,
    CREDIT_YEAR,
    FIVE_LATEST,
    FIVE_YEARS,
    RECIPIENTS,
    REDUCTION_SPREAD,
    TWICE,
    UNION_AVERAGE,
    UNION_OF,
    WHOLE_SHARE,
)
from desktop_app.calc.reduction import TOLD_BY
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.rules_support import LINES
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Number, State, say


@rule_2020(
    "P610-52-5",
    "The 10 % reduction",
    "Art. 52(5); Annex II",
    Severity.WARN,
    "A Member State that proposes relocation or sponsorship may ask for 10 % off its share if, over the preceding five "
    "years, it was responsible for twice the Union's applications per head, which its plan shows.",
    readings=(TWICE.name, UNION_AVERAGE.name, FIVE_YEARS.name, UNION_OF.name, FIVE_LATEST.name, WHOLE_SHARE.name),
)
def reduction_requests(case: Case) -> Iterator[Remark]:
    """Say of each request whether it is granted, and why not."""
    for row in case.rows:
        if row.plan is None or not row.plan.reduction_requested:
            continue
        yield _answered(row)
        if row.plan.average_shown is None:
            message = say("{state}: the plan does not show the average of five years.", state=State(row.code))
            yield Remark(message, row.code, "reduction")
            continue
        computed = None if case.frame.reduction is None else case.frame.reduction.averages[row.code]
        if computed is not None and not _agree(row.plan.average_shown, computed):
            message = say(
                "{state}: the plan shows {shown} applications per 100 000 inhabitants over five years; {computed} are "
                "worked out.",
                state=State(row.code),
                shown=Number(row.plan.average_shown * TOLD_BY, 2),
                computed=Number(computed * TOLD_BY, 2),
            )
            yield Remark(message, row.code, "reduction")


def _agree(shown: Fraction, computed: Fraction) -> bool:
    """Tell whether an average is the computed one, as far as the decimals go with which it is shown."""
    try:
        places = decimals_of(shown)
    except ValueError:
        return shown == computed
    return fixed(computed, places) == fixed(shown, places)


def _answered(row: PressureRow) -> Remark:
    state = State(row.code)
    if row.reduction:
        message = say(
            "{state}: the reduction takes {count} persons off its share.", state=state, count=Number(-row.reduction)
        )
        return Remark(message, row.code, "reduction", Severity.INFO)
    if row.reduction_eligible is None:
        message = say(
            "{state} asks for the reduction; without applications of five years of every participating state it cannot "
            "be known whether it is eligible.",
            state=state,
        )
    elif not row.reduction_eligible:
        message = say(
            "{state} asks for the reduction, but its applications per head do not reach twice the Union's.", state=state
        )
    elif row.exact_key is None:
        message = say(
            "{state} asks for the reduction; while its share is not known, ten per cent of it are not known either.",
            state=state,
        )
    elif row.plan is None or not row.plan.shares.total or row.covered == row.exact_key:
        message = say("{state} asks for the reduction, but delivers measures only.", state=state)
    else:
        message = say("{state} asks for the reduction, but nobody can take over what it leaves.", state=state)
    return Remark(message, row.code, "reduction")


@rule_2020(
    "P610-53-3r",
    "Spread of the reduction",
    "Art. 53(3); recital 28",
    Severity.INFO,
    "What a reduction leaves is taken over in proportion by the other Member States that deliver persons; the total is "
    "kept.",
    readings=(REDUCTION_SPREAD.name, RECIPIENTS.name),
)
def spread_of_the_reduction(case: Case) -> Iterator[Remark]:
    """Say how many take over what the reductions leave, and between which amounts."""
    taken = [row.redistributed for row in case.rows if row.redistributed]
    if not taken:
        return
    count = Number(-case.totals.reduction)
    if len(taken) == 1:
        message = say("One Member State takes over the {count} persons of the reductions.", count=count)
    else:
        message = say(
            "{states} Member States take over the {count} persons of the reductions, in proportion to their shares: "
            "from {least} to {most} persons each.",
            states=len(taken),
            count=count,
            least=Number(min(taken)),
            most=Number(max(taken)),
        )
    yield Remark(message, None, "reduction")


@rule_2020(
    "P610-53-4",
    "Earlier contributions",
    "Art. 53(4); recital 32",
    Severity.INFO,
    "Contributions of the same type that were delivered in the previous year on request are taken off; never below 0, "
    "and nobody else takes them over.",
    readings=(CREDIT.name, CREDIT_YEAR.name, CREDIT_STATE.name),
)
def earlier_contributions(case: Case) -> Iterator[Remark]:
    """Say what is taken off, what does not count, and why."""
    for entry in case.frame.credits:
        credit = entry.credit
        state, kind = State(credit.code), LINES[credit.type]
        if not entry.counts:
            message = say(
                "{state}: {count} persons by {kind} are not credited: {reason}.",
                state=state,
                count=credit.persons,
                kind=kind,
                reason=entry.against,
            )
            yield Remark(message, credit.code, "credits")
    for row in case.rows:
        for kind_taken, amount in row.credited_types.items():
            if not amount:
                continue
            message = say(
                "{state}: {count} persons by {kind} are credited.",
                state=State(row.code),
                count=Number(amount),
                kind=LINES[kind_taken],
            )
            yield Remark(message, row.code, "credits")
    yield from _beyond(case)


def _beyond(case: Case) -> Iterator[Remark]:
    """Name credits that are larger than what is owed, and those of states that owe nothing."""
    given: dict[tuple[str, ContributionType], int] = {}
    for entry in case.frame.credits:
        if entry.counts:
            place = entry.credit.code, entry.credit.type
            given[place] = given.get(place, 0) + entry.credit.persons
    taken = {(row.code, kind): amount for row in case.rows for kind, amount in row.credited_types.items()}
    for (code, kind), count in given.items():
        lost = count - taken.get((code, kind), 0)
        if lost > 0 and case.totals.total is not None:
            message = say(
                "{state}: of {count} persons by {kind}, {lost} are more than it owes by that type and are not "
                "credited.",
                state=State(code),
                count=count,
                kind=LINES[kind],
                lost=Number(lost),
            )
            yield Remark(message, code, "credits")
