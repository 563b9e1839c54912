"""Deductions of solidarity contributions (Art. 61, 62): only a granted one counts, and no other state pays for it."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.periods import end_of_weeks
from desktop_app.calc.readings import GENERAL_APPLICATION
from desktop_app.calc.requests import missing_contents, words_of
from desktop_app.calc.rulebooks.annual_pool import names
from desktop_app.calc.rulebooks.annual_pool.cases import StateCase
from desktop_app.calc.rulebooks.annual_pool.rows import recorded_amount
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Money, Relocations, Sentence, State, Value, say

ASSESSMENT_WEEKS = 4
"""Weeks in which the Commission assesses a request (Art. 61(3), 62(4))."""

_OPEN = (DeductionStage.ANNOUNCED, DeductionStage.REQUESTED, DeductionStage.ASSESSED)
_DECIDED = (DeductionStage.GRANTED, DeductionStage.REFUSED)


def deductions_of(case: StateCase) -> tuple[Deduction, ...]:
    """Return the state's deductions; none of Denmark's, which counts nowhere."""
    return () if case.record.code == NOT_BOUND else case.record.deductions


def extent_words(deduction: Deduction) -> Sentence:
    """Say what a deduction takes off: all of the pledge, or amounts per type."""
    if deduction.extent is None:
        return say("the whole pledge")
    amounts, parts = deduction.extent, list[Value]()
    if amounts.relocations:
        parts.append(Relocations(amounts.relocations))
    if amounts.financial_cents:
        parts.append(say("{money} of financial contributions", money=Money(amounts.financial_cents)))
    if amounts.alternative_cents:
        parts.append(say("{money} of alternative measures", money=Money(amounts.alternative_cents)))
    return say("{parts}", parts=parts) if parts else say("nothing")


def _steps(deduction: Deduction) -> tuple[tuple[Sentence, date | None], ...]:
    """Return the steps of a stage with their dates; an announcement is no step of the law."""
    steps: tuple[tuple[Sentence, date | None], ...] = ((say("the date of the request"), deduction.requested),)
    if deduction.stage is DeductionStage.ANNOUNCED:
        return ()
    if deduction.stage is not DeductionStage.REQUESTED:
        steps += ((say("the date of the assessment"), deduction.assessed),)
    if deduction.stage is DeductionStage.REFUSED:
        # Of a granted deduction the date of the act is AMMR-61-g's affair.
        steps += ((say("the date of the decision"), deduction.decided),)
    return steps


@rule(
    "AMMR-61-a",
    "Stages and limits of a deduction",
    "Art. 61(1)-(4), 62(1)-(5)",
    Severity.WARN,
    "A deduction is requested from the Commission, assessed, and decided by the Council, in this order; it takes off "
    "at most what was pledged.",
)
def stages_and_limits(case: StateCase) -> Iterator[Remark]:
    """Name missing or disordered dates, and deductions larger than the pledge (which are capped)."""
    for deduction in deductions_of(case):
        missing = [name for name, when in _steps(deduction) if when is None]
        if missing:
            message = say(
                "{state}: the deduction under Art. {article} is marked {stage}, but {dates} is missing."
                if len(missing) == 1
                else "{state}: the deduction under Art. {article} is marked {stage}, but {dates} are missing.",
                state=State(case.record.code),
                article=deduction.basis.value,
                stage=say(deduction.stage.value),
                dates=missing,
            )
            yield Remark(message, case.record.code, "deductions")
        known = [when for when in (deduction.requested, deduction.assessed, deduction.decided) if when]
        if known != sorted(known):
            message = say(
                "{state}: the dates of the deduction under Art. {article} are out of order.",
                state=State(case.record.code),
                article=deduction.basis.value,
            )
            yield Remark(message, case.record.code, "deductions")
    over = _more_than_pledged(case)
    if over:
        message = say(
            "{state}: granted deductions are larger than the pledge ({types}); they count up to it.",
            state=State(case.record.code),
            types=over,
        )
        yield Remark(message, case.record.code, "deductions")


def _more_than_pledged(case: StateCase) -> list[Sentence]:
    extents = [
        deduction.extent
        for deduction in deductions_of(case)
        if deduction.stage is DeductionStage.GRANTED and deduction.extent is not None
    ]
    if not extents:
        return []
    pledge = case.record.pledge
    types = (
        (names.RELOCATIONS, sum(each.relocations for each in extents), recorded_amount(pledge.relocations)),
        (names.MONEY, sum(each.financial_cents for each in extents), recorded_amount(pledge.financial_cents)),
        (names.ALTERNATIVE, sum(each.alternative_cents for each in extents), pledge.alternative_cents),
    )
    return [name for name, amount, pledged in types if pledged is not None and amount > pledged]


@rule(
    "AMMR-61-c",
    "What a request contains",
    "Art. 61, 62",
    Severity.WARN,
    "A request says how the deduction would stabilise the situation, whether the pledge can be replaced by another "
    "type, how the state will address its own vulnerabilities, and gives its reasons; a state that the Commission "
    "identified as under pressure need not say any of this under Article 61.",
)
def contents_of_a_request(case: StateCase) -> Iterator[Remark]:
    """Name what a request lacks, once somebody has gone through it."""
    for deduction in deductions_of(case):
        lacking = () if deduction.stage is DeductionStage.ANNOUNCED else missing_contents(deduction)
        if lacking:
            message = say(
                "{state}: the request under Art. {article} does not contain {contents}.",
                state=State(case.record.code),
                article=deduction.basis.value,
                contents=[say(words_of(content, deduction.basis)) for content in lacking],
            )
            yield Remark(message, case.record.code, "deductions")


@rule(
    "AMMR-61-d",
    "A deduction that is not granted",
    "Art. 61(4), 62(5)",
    Severity.INFO,
    "A deduction announced, requested or assessed changes no figure; only an act of the Council grants it.",
)
def not_granted(case: StateCase) -> Iterator[Remark]:
    """Say what an open deduction would change."""
    for deduction in deductions_of(case):
        if deduction.stage in _OPEN:
            message = say(
                "{state}: a deduction under Art. {article} is {stage}, not granted; it would take off {extent}.",
                state=State(case.record.code),
                article=deduction.basis.value,
                stage=say(deduction.stage.value),
                extent=extent_words(deduction),
            )
            yield Remark(message, case.record.code, "deductions")


@rule(
    "AMMR-61-e",
    "Deduction before general application",
    "Art. 85 with Art. 61 and 62",
    Severity.WARN,
    "Articles 61 and 62 are not among those that applied early; before the date of general application there was no "
    "ground on which to grant a deduction.",
    readings=(GENERAL_APPLICATION.name,),
)
def before_general_application(case: StateCase) -> Iterator[Remark]:
    """Warn of a deduction granted before Articles 61 and 62 applied."""
    applies = date.fromisoformat(case.frame.readings[GENERAL_APPLICATION.name])
    for deduction in deductions_of(case):
        if deduction.stage is DeductionStage.GRANTED and deduction.decided and deduction.decided < applies:
            message = say(
                "{state}: the deduction was granted on {day}, before Art. {article} applied ({applies}).",
                state=State(case.record.code),
                day=deduction.decided,
                article=deduction.basis.value,
                applies=applies,
            )
            yield Remark(message, case.record.code, "deductions")


@rule(
    "AMMR-61-g",
    "The act that grants a deduction",
    "Art. 61(4), 62(5)",
    Severity.BLOCK,
    "A deduction is granted by a Council implementing act; its date and reference are recorded.",
)
def act_of_a_granted_deduction(case: StateCase) -> Iterator[Remark]:
    """Ask for date and reference of the act."""
    for deduction in deductions_of(case):
        has_date, has_act = deduction.decided is not None, bool((deduction.act or "").strip())
        if deduction.stage is DeductionStage.GRANTED and not (has_date and has_act):
            template = (
                "{state}: the deduction is marked granted, but its date and act are missing."
                if has_date is has_act
                else "{state}: the deduction is marked granted, but its act is missing."
                if has_date
                else "{state}: the deduction is marked granted, but its date is missing."
            )
            yield Remark(say(template, state=State(case.record.code)), case.record.code, "deductions")


@rule(
    "AMMR-61-t",
    "Four weeks for the assessment",
    "Art. 61(3), 62(4), 75",
    Severity.WARN,
    "The Commission assesses a request within four weeks of its receipt.",
)
def four_weeks(case: StateCase) -> Iterator[Remark]:
    """Warn of an assessment that came, or is, later than four weeks after the request."""
    for deduction in deductions_of(case):
        if deduction.requested is None or deduction.stage is DeductionStage.ANNOUNCED:
            continue
        due = end_of_weeks(deduction.requested, ASSESSMENT_WEEKS, {each.date for each in case.forum.holidays})
        pending = deduction.assessed is None and deduction.stage not in _DECIDED
        reached = case.frame.as_of if pending else deduction.assessed
        if reached and reached > due:
            template = (
                "{state}: the assessment was due by {due} and is still open on {day}."
                if pending
                else "{state}: the assessment was due by {due} and came on {day}."
            )
            message = say(template, state=State(case.record.code), due=due, day=reached)
            yield Remark(message, case.record.code, "deductions")


@rule(
    "AMMR-61-x",
    "Who cannot use Article 61",
    "Art. 61(1)",
    Severity.WARN,
    "A Member State that benefits from the pool cannot ask for a deduction under Article 61.",
)
def not_for_benefitting_states(case: StateCase) -> Iterator[Remark]:
    """Warn of a request under Art. 61 by a benefitting state."""
    asked = any(
        deduction.basis is DeductionBasis.ARTICLE_61 and deduction.stage is not DeductionStage.ANNOUNCED
        for deduction in deductions_of(case)
    )
    if asked and case.row.benefitting:
        template = "{state} benefits from the pool and has a request under Art. 61; one excludes the other."
        message = say(template, state=State(case.record.code))
        yield Remark(message, case.record.code, "deductions")
