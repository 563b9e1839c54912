"""Plans on the form of Annex II (COM(2020) 610, Art. 52)."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.exact import round_up, telling_apart
from desktop_app.calc.findings import Severity
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan
from desktop_app.calc.readings import KEY_TO_THE_SUM, LATE_PLAN, MINORS_UNIT, PART_COVERED, UNDATED_PLAN
from desktop_app.calc.rulebooks.late_plans import not_in_time
from desktop_app.calc.rulebooks.measures_2020 import KINDS, measure_on_the_form, missing_header
from desktop_app.calc.rulebooks.migratory_pressure.cases import Case
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Number, Sentence, State, say

_APPLICANTS: Final = say("applicants")
_PROTECTED: Final = say("beneficiaries of protection")


def _plans(case: Case) -> Iterator[tuple[PressureRow, PressurePlan, State]]:
    """Yield the rows whose plan counts."""
    for row in case.rows:
        if row.plan is not None:
            yield row, row.plan, State(row.code)


@rule_2020(
    "P610-52-3a",
    "Plans in time",
    "Art. 52(3)",
    Severity.WARN,
    "Each Member State that does not benefit hands in a plan within two weeks of the adoption of the report. A first "
    "plan that comes later is no plan: our reading.",
    readings=(LATE_PLAN.name, UNDATED_PLAN.name),
)
def plans_in_time(case: Case) -> Iterator[Remark]:
    """Name late, missing and awaited plans."""
    yield from not_in_time(case.rows, case.recorded, case.frame.times.deadline)


@rule_2020(
    "P610-52-3b",
    "Shares that total 100 %",
    "Art. 52(3), Annex II",
    Severity.BLOCK,
    "A plan says which share of its number falls to each type of Art. 45(1)(a) to (c); they total 100 %. A plan with "
    "measures only has shares of 0.",
    readings=(KEY_TO_THE_SUM.name,),
)
def shares_total(case: Case) -> Iterator[Remark]:
    """Name plans whose shares do not total 100 %."""
    for row, plan, state in _plans(case):
        total = plan.shares.total
        if total == WHOLE or (not total and plan.covered):
            continue
        message = (
            say(
                "{state}: the shares total {total} %, not 100 %.",
                state=state,
                total=Number(total, telling_apart(total, WHOLE)),
            )
            if total
            else say("{state}: the plan gives neither shares nor a part covered by measures.", state=state)
        )
        yield Remark(message, row.code, "shares")


@rule_2020(
    "P610-52-3c",
    "Nationalities of sponsorship",
    "Art. 52(3), Annex II, footnote 3",
    Severity.BLOCK,
    "Return sponsorship names nationalities, all of them from the report's list.",
)
def nationalities(case: Case) -> Iterator[Remark]:
    """Name sponsorship without a nationality, and nationalities outside the report."""
    named = case.recorded.report.nationalities
    for row, plan, state in _plans(case):
        if plan.shares.sponsorship and not plan.nationalities:
            yield Remark(
                say("{state}: return sponsorship without a nationality.", state=state), row.code, "nationalities"
            )
        outside = [code for code in plan.nationalities if code not in named]
        if outside:
            message = say(
                "{state}: {outside} not among the nationalities of the report ({named}).",
                state=state,
                outside=outside,
                named=list(named) or say("none"),
            )
            yield Remark(message, row.code, "nationalities")


@rule_2020(
    "P610-52-2a",
    "Measures that the report names",
    "Art. 51(3)(b)(iii), 52(2)",
    Severity.BLOCK,
    "Measures of Art. 45(1)(d) may be offered only if the report names such measures; the second table of the form is "
    "filled in only then.",
)
def measures_named(case: Case) -> Iterator[Remark]:
    """Name plans with measures that the report does not name."""
    named = case.recorded.report.measures_named
    for row, plan, state in _plans(case):
        if (plan.measures or plan.covered) and not named:
            message = say("{state} offers measures, but the report names none.", state=state)
            yield Remark(message, row.code, "measures")
            continue
        for kind in dict.fromkeys(measure.kind for measure in plan.measures):
            if kind is not None and kind not in named:
                message = say("{state} offers {kind}, which the report does not name.", state=state, kind=KINDS[kind])
                yield Remark(message, row.code, "measures", Severity.WARN)


@rule_2020(
    "P610-53-3n",
    "Part covered by measures",
    "Annex II",
    Severity.BLOCK,
    "Which part of its share a plan covers by measures has no field on the form: the plan names it in persons, never "
    "more than the share.",
    readings=(PART_COVERED.name,),
)
def part_covered(case: Case) -> Iterator[Remark]:
    """Name a part larger than the share, a part without measures and measures without a part."""
    for row, plan, state in _plans(case):
        if row.exact_key is not None and plan.covered > row.exact_key:
            places = telling_apart(plan.covered, row.exact_key)
            message = say(
                "{state}: {covered} persons are covered by measures, more than its share of {share}.",
                state=state,
                covered=Number(plan.covered, places),
                share=Number(row.exact_key, places),
            )
            yield Remark(message, row.code, "covered")
        if plan.covered and not plan.measures:
            message = say("{state}: a part is covered by measures, but the plan names no measure.", state=state)
            yield Remark(message, row.code, "measures")
        if plan.measures and not plan.covered:
            message = say(
                "{state}: the plan names measures, but no part that they cover: they count for nothing.", state=state
            )
            yield Remark(message, row.code, "covered", Severity.WARN)
        left = None if row.exact_key is None else row.exact_key - row.covered
        if not plan.shares.total and plan.covered and left is not None and left >= 1:
            message = say(
                "{state}: measures leave {left} persons and the plan names no type for them: they count as relocations "
                "of applicants.",
                state=state,
                left=Number(left),
            )
            yield Remark(message, row.code, "shares", Severity.WARN)


@rule_2020(
    "P610-FORM-2",
    "The form of Annex II",
    "Art. 52(3), Annex II",
    Severity.BLOCK,
    "The header of the form is complete. Each measure stands on one of the three lines of the form and has its amount, "
    "description and timetable. How many persons it stands for is not on the form; measures are held in proportion "
    "by it.",
)
def form_complete(case: Case) -> Iterator[Remark]:
    """Name what is missing on the form of each plan that counts."""
    for row, plan, state in _plans(case):
        header = list(missing_header(plan.reference, is_dated=plan.submitted is not None))
        if header:
            message = say("{state}: the plan lacks {missing}.", state=state, missing=header)
            yield Remark(message, row.code, "plan")
        for measure in plan.measures:
            yield from measure_on_the_form(row.code, measure, needed=False)
        if plan.shares.sponsorship and not plan.activities:
            message = say("{state}: the plan names no activity of return sponsorship (Art. 55(4)).", state=state)
            yield Remark(message, row.code, "activities", Severity.INFO)


@rule_2020(
    "P610-52-1b",
    "Unaccompanied minors first",
    "Art. 52(1), Annex II",
    Severity.WARN,
    "Contributing Member States give priority to unaccompanied minors. The text sets no minimum; there are never more "
    "of them than persons on their line.",
    readings=(MINORS_UNIT.name,),
)
def minors(case: Case) -> Iterator[Remark]:
    """Name more minors than persons on their line, and tell how many there are."""
    for row, plan, state in _plans(case):
        planned = row.planned
        if not row.minors or planned is None:
            continue
        by_type = plan.shares.weights
        lines = (
            (plan.minors_applicants, by_type.get(ContributionType.APPLICANTS), _APPLICANTS),
            (
                plan.minors_beneficiaries,
                by_type.get(ContributionType.BENEFICIARIES),
                say("beneficiaries of protection"),
            ),
        )
        for count, part, line in lines:
            persons = planned * (part or 0) if count else planned
            if count > round_up(persons):
                message = say(
                    "{state}: {count} unaccompanied minors, more than the {persons} {line} of its plan.",
                    state=state,
                    count=count,
                    persons=Number(persons),
                    line=line,
                )
                yield Remark(message, row.code, "minors", Severity.BLOCK)
    if not case.totals.minors and any(row.plan for row in case.rows):
        yield Remark(say("No plan names unaccompanied minors, who come first."), None, "minors", Severity.INFO)


@rule_2020(
    "P610-52-4",
    "Types and needs",
    "Art. 46, 52(4)",
    Severity.INFO,
    "Where the plans do not match the needs of the report by type, the Commission convenes the Solidarity Forum and "
    "asks Member States to adapt the type; the number stays. Whether a part covered by measures may change is not "
    "said.",
    readings=(KEY_TO_THE_SUM.name,),
)
def types_and_needs(case: Case) -> Iterator[Remark]:
    """Tell the mismatch by type before the act, and revisions that change more than the type."""
    yield from _more_than_the_type(case)
    yield from _ends_of_the_forum(case)
    if case.act is not None:
        return
    for match, name in zip(case.totals.matches, _NAMES, strict=True):
        if match.difference is None or match.asked is None or match.given is None or not match.is_mismatch:
            continue
        message = say(
            "The plans give {given} persons by {name}; {asked} of the report's {needed} are asked of the contributing "
            "Member States: {difference} {direction}.",
            given=Number(match.given),
            name=name,
            asked=Number(match.asked),
            needed=match.needed or 0,
            difference=Number(abs(match.difference)),
            direction=say("too few") if match.difference < 0 else say("too many"),
        )
        yield Remark(message, None, "rounds")


_NAMES: tuple[Sentence, Sentence] = (say("relocation"), say("return sponsorship"))


def _more_than_the_type(case: Case) -> Iterator[Remark]:
    for row, plan, state in _plans(case):
        revisions = case.recorded.revisions(row.code)
        if plan.revision and plan.covered != revisions[0].covered:
            message = say(
                "{state}: revision {number} changes the part covered by measures from {old} to {new} persons; the "
                "forum is for types, and the text does not say whether that may change.",
                state=state,
                number=plan.revision,
                old=Number(revisions[0].covered),
                new=Number(plan.covered),
            )
            yield Remark(message, row.code, "covered", Severity.WARN)


def _ends_of_the_forum(case: Case) -> Iterator[Remark]:
    ended = case.recorded.forum_ended
    last = max((each.ended for each in case.recorded.rounds if each.ended), default=None)
    if last is not None and ended is not None and ended < last:
        message = say(
            "The end of the forum is recorded as {end}, but a round of it ended on {last}.", end=ended, last=last
        )
        yield Remark(message, None, "rounds", Severity.WARN)
    elif last is not None and ended is None and case.act is not None:
        message = say("The last round of the forum ended on {last}, but no end of the forum is recorded.", last=last)
        yield Remark(message, None, "rounds", Severity.WARN)
