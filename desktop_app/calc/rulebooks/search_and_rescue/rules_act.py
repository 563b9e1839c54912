"""The judgement and the act: sufficient, or still significantly short (COM(2020) 610, Art. 48)."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.findings import Severity
from desktop_app.calc.readings import ACT_WITHOUT_FORUM, COVER, HALF, KEY_ROUNDING, LATE_PLAN, MEASURES_FIXED, SHORTFALL
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rules import Remark
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Number, Sentence, State, say
from desktop_app.calc.shortfall_shown import is_above, percent_shown


@rule_2020(
    "P610-48-1",
    "Plans judged sufficient",
    "Art. 48(1)",
    Severity.BLOCK,
    "Where the plans together are the report's total, or are judged close enough to it, the act fixes them as they "
    "are, within two weeks of the plans or of the end of the forum. The judgement is a person's and is recorded.",
    readings=(ACT_WITHOUT_FORUM.name,),
)
def judged(case: Case) -> Iterator[Remark]:
    """Ask for a judgement and for who made it; say that an act under Art. 48(1) came late."""
    act = case.recorded.act
    if act.path is None:
        if act.adopted is not None:
            message = say("The act is adopted, but nobody has recorded whether the plans were sufficient.")
        else:
            message = say("Nobody has recorded yet whether the plans are sufficient: no act can be printed.")
        yield Remark(message, None, "act")
        return
    if act.judgement is None or not act.judgement.by:
        message = say("It is not recorded who judged the plans.")
        yield Remark(message, None, "act", Severity.WARN)
    if act.path is ActPath.SUFFICIENT:
        yield from _before_the_end(case)
        yield from _late(case, "P610-48-1")


@rule_2020(
    "P610-48-2a",
    "Still significantly short",
    "Art. 48(2)",
    Severity.WARN,
    "Where pledges still fall significantly short after the forum, the act fixes the total and each Member State's "
    "number and share by the key, within two weeks of the end of the forum.",
)
def still_short(case: Case) -> Iterator[Remark]:
    """Say that there was no forum, or that the act came late."""
    act, ended = case.recorded.act, case.recorded.forum_ended
    if act.path is not ActPath.STILL_SHORT:
        return
    if ended is None:
        message = say("An act under Art. 48(2) presupposes that the forum has ended; no end is recorded.")
        yield Remark(message, None, "rounds", Severity.BLOCK)
    yield from _before_the_end(case)
    yield from _late(case, "P610-48-2a")


def _before_the_end(case: Case) -> Iterator[Remark]:
    """Say that the act was adopted before the forum had ended."""
    adopted, ended = case.recorded.act.adopted, case.recorded.forum_ended
    if adopted is not None and ended is not None and adopted < ended:
        message = say("The act was adopted on {day}, before the end of the forum on {end}.", day=adopted, end=ended)
        yield Remark(message, None, "act", Severity.WARN)


def _late(case: Case, rule: str) -> Iterator[Remark]:
    """Say that the act was adopted after its time limit."""
    adopted = case.recorded.act.adopted
    due = next((date.fromisoformat(each.due) for each in case.deadlines if each.rule == rule), None)
    if adopted is not None and due is not None and adopted > due:
        message = say("The act was adopted on {day}; the last day was {last}.", day=adopted, last=due)
        yield Remark(message, None, "act", Severity.WARN)


@rule_2020(
    "P610-48-2b",
    "Measures in proportion",
    "Art. 48(2)",
    Severity.INFO,
    "Measures are in proportion to the relocations that the key would ask for: they stand for what persons leave of "
    "the key number, whatever was claimed for them.",
    readings=(MEASURES_FIXED.name, KEY_ROUNDING.name),
)
def measures_in_proportion(case: Case) -> Iterator[Remark]:
    """Name each state whose measures are fixed at another size than it claims."""
    if case.frame.path is not ActPath.STILL_SHORT:
        return
    for row in case.rows:
        fixed = row.by_report.measures
        if row.claimed and fixed is not None and fixed != row.claimed:
            message = say(
                "{state}: its measures claim {claimed} persons and are fixed at {fixed}.",
                state=State(row.code),
                claimed=Number(row.claimed),
                fixed=fixed,
            )
            yield Remark(message, row.code, "measures")


@rule_2020(
    "P610-48-2c",
    "The 30 % test",
    "Art. 48(2); recital 22",
    Severity.WARN,
    "Measures stand, in proportion to the key, unless they lead to a shortfall of more than 30 % of the relocations of "
    "the report. Exactly 30 % is still allowed. The test exists in an act under Art. 48(2) alone.",
    readings=(SHORTFALL.name,),
)
def thirty_percent(case: Case) -> Iterator[Remark]:
    """Say that the test is triggered, under the reading in force, and what the other readings give."""
    shortfall = case.totals.shortfall
    in_force = case.frame.readings[SHORTFALL.name]
    if not case.totals.shortfall_triggered or shortfall is None:
        yield from _other_readings(case, in_force)
        return
    percent = percent_shown(shortfall)
    if case.frame.path is ActPath.STILL_SHORT:
        message = say(
            "The shortfall is {percent}, more than 30 % (reading {reading}): states with measures cover half of their "
            "share by persons.",
            percent=percent,
            reading=in_force,
        )
        yield Remark(message, None, "act")
    else:
        message = say(
            "The shortfall is {percent}, more than 30 % (reading {reading}); it has an effect in an act under "
            "Art. 48(2) alone.",
            percent=percent,
            reading=in_force,
        )
        yield Remark(message, None, "act", Severity.INFO)
    yield from _other_readings(case, in_force)


def _other_readings(case: Case, in_force: str) -> Iterator[Remark]:
    """Name the readings under which the test would come out the other way."""
    triggered = case.totals.shortfall_triggered
    for reading in SHORTFALL.choices:
        ratio = case.totals.shortfall_readings.of(reading)
        if reading == in_force or ratio is None or is_above(ratio) is triggered:
            continue
        message = (
            say(
                "Under reading {reading} the shortfall is {percent}: no half would be asked.",
                reading=reading,
                percent=percent_shown(ratio),
            )
            if triggered
            else say(
                "Under reading {reading} the shortfall is {percent}, more than 30 %.",
                reading=reading,
                percent=percent_shown(ratio),
            )
        )
        yield Remark(message, None, "act", Severity.INFO)


@rule_2020(
    "P610-48-2d",
    "Half of the share",
    "Art. 48(2)",
    Severity.INFO,
    "Where the test is triggered, each Member State that indicated measures covers 50 % of its share by relocation, "
    "return sponsorship or both, and says without delay how it splits them.",
    readings=(COVER.name, HALF.name),
)
def half_of_the_share(case: Case) -> Iterator[Remark]:
    """Say what is added to whose plan; warn where a state has not said how."""
    for row in case.rows:
        if not row.half:
            continue
        state = State(row.code)
        if row.unsaid:
            message = say(
                "{state} covers half of its share, {half} persons; of {added} added, it has not said how {unsaid} are "
                "split: they count as relocations.",
                state=state,
                half=row.half,
                added=row.added,
                unsaid=row.unsaid,
            )
            yield Remark(message, row.code, "cover", Severity.WARN)
        else:
            yield Remark(_half_covered(row), row.code, "cover")


def _half_covered(row: ResponseRow) -> Sentence:
    """Say what is added to a plan whose split leaves nothing open, and what of it is cut."""
    state, half, cut = State(row.code), row.half, row.cut
    if row.added and cut:
        return say(
            "{state} covers half of its share, {half} persons: {added} are added to its plan by return sponsorship, "
            "and {cut} of its relocations are cut.",
            state=state,
            half=half,
            added=row.added,
            cut=cut,
        )
    if row.added:
        return say(
            "{state} covers half of its share, {half} persons: {relocations} by relocation and {sponsorship} by return "
            "sponsorship are added to its plan.",
            state=state,
            half=half,
            relocations=row.added_relocations,
            sponsorship=row.added_sponsorship,
        )
    if cut:
        return say(
            "{state} covers half of its share, {half} persons, already: {cut} of its relocations above it are cut.",
            state=state,
            half=half,
            cut=cut,
        )
    return say("{state} covers half of its share, {half} persons, already.", state=state, half=half)


@rule_2020(
    "P610-48-2e",
    "Set by the Commission",
    "Art. 48(2)",
    Severity.WARN,
    "For a Member State that handed in no plan in time, the Commission sets size and type: its key number, as "
    "relocations.",
    readings=(LATE_PLAN.name,),
)
def set_by_the_commission(case: Case) -> Iterator[Remark]:
    """Name each state for which the Commission sets the contribution."""
    for row in case.rows:
        if not row.set_by_commission or row.relocations is None:
            continue
        state, count = State(row.code), row.by_report.relocations or 0
        if row.standing is not PlanStanding.AWAITED:
            message = say(
                "{state}: without a plan in time, the Commission sets {count} relocations.", state=state, count=count
            )
            yield Remark(message, row.code, "plan")
        elif case.frame.plan_deadline is not None:
            message = say(
                "{state}: the plan is awaited until {last}; without it, the Commission sets {count} relocations.",
                state=state,
                last=case.frame.plan_deadline,
                count=count,
            )
            yield Remark(message, row.code, "plan", Severity.INFO)
