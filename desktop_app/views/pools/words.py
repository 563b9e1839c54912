"""What is said of a pool in words: what it waits for, its request, its clock, its bridge, its alarm."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc.findings import Deadline
from desktop_app.calc.moments import as_of
from desktop_app.calc.pool_use import Bridge, bridge_of, calls_of, convened_for, is_at_its_height
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shifts import NOT_KNOWN
from desktop_app.calc.wording import day, percent, persons
from desktop_app.views.language import marked, state_name, tell_parts, tr

_UNSAID: Final = marked("not said")
_REQUEST: Final = "P610-49-1"
_COORDINATION: Final = "P610-49-1b"
NO_POOL: Final = marked("No pool yet: the report names no Member State of disembarkation (Art. 47(2)).")
_NO_JUDGEMENT: Final = marked("Nothing can be drawn yet: whether the plans are sufficient is not judged (Art. 48).")
_NO_ACT: Final = marked("Nothing can be drawn yet: the act is not adopted (Art. 48, 49(1)).")
_NO_FIGURES: Final = marked(
    "What the pools hold is not known yet: a figure of the key, or a number of the report, is missing. The findings "
    "name it."
)


@dataclass(frozen=True, slots=True)
class Said:
    """One line about a pool.

    Attributes:
        text: what it says.
        icon: stands before it.
        tone: colour token; never the only sign.
    """

    text: str
    icon: str = "info"
    tone: str = "text"

    def __post_init__(self) -> None:
        """Say it in the language that is spoken."""
        tell_parts(self, "text")


def missing_step(assessment: SearchAndRescueAssessment) -> str:
    """Say which step is missing before a pool can be drawn upon; empty where none is."""
    act = assessment.forum.search_and_rescue.act
    if not assessment.totals.pools:
        return NO_POOL
    if act.path is None:
        return _NO_JUDGEMENT
    if act.adopted is None:
        return _NO_ACT
    return _NO_FIGURES if any(pool.pool is None for pool in assessment.totals.pools) else ""


def step_of(assessment: SearchAndRescueAssessment) -> tuple[str, str]:
    """Return the command that takes the missing step, and the words of its button; empty where it is not one's own."""
    words = missing_step(assessment)
    if words == NO_POOL:
        return "report", tr("&Report and requests…")
    return ("judgement", tr("&Judgement and act…")) if words in {_NO_JUDGEMENT, _NO_ACT} else ("", "")


def standing_of(pool: PoolFigures) -> Said:
    """Return how it stands with a pool, in a few words."""
    if pool.pool is None:
        return Said(NOT_KNOWN, "unknown", "unknown")
    if pool.used > pool.pool:
        return Said(tr("{persons} beyond the pool", persons=persons(pool.used - pool.pool)), "block", "block")
    if not pool.pool:
        return Said(tr("holds nobody"), "info", "info")
    if pool.alarm:
        return Said(tr("80 % reached"), "warn", "warn")
    return Said(tr("below 80 %"), "ok", "ok") if pool.used else Said(tr("not drawn on"), "info", "muted")


def persons_or_open(count: int | None) -> str:
    """Write a number of persons, or that it is not known."""
    return NOT_KNOWN if count is None else persons(count)


def about_pool(assessment: SearchAndRescueAssessment, code: str) -> tuple[Said, ...]:
    """Return what is to be known of a pool beside its figures: what it holds, its request, its clock, its bridge."""
    pool = assessment.pool(code)
    bridge = " ".join(part for part in (bridge_words(assessment, code), elsewhere_words(assessment, code)) if part)
    taken = takers_words(assessment, code)
    beside = [Said(words) for words in (bridge, taken) if words]
    return (Said(_held(assessment, pool)), request_words(assessment, code), *beside)


def _held(assessment: SearchAndRescueAssessment, pool: PoolFigures) -> str:
    total = assessment.totals.relocations
    grown = [] if pool.pool is None or pool.before is None else [(pool.pool - pool.before - pool.raised, tr("top-up"))]
    added = [(pool.raised, tr("voluntary raises")), *grown]
    told = [tr("{signed} by {what}", signed=_signed(count), what=what) for count, what in added if count]
    held = persons_or_open(pool.pool)
    if told:
        before = persons_or_open(pool.before)
        held = tr("{held} ({before} by the act, {added})", held=held, before=before, added=", ".join(told))
    if pool.needed is None or not total:
        return tr("Holds {held}.", held=held)
    return tr(
        "Holds {held}, {ratio} of the total: {needed} of {total} persons.",
        held=held,
        ratio=percent(Fraction(pool.needed, total)),
        needed=persons(pool.needed),
        total=persons(total),
    )


def _signed(count: int) -> str:
    return f"{'+' if count > 0 else '−'}{tr(persons(abs(count)))}"


# ------------------------------------------------------------------------------------------------ the request (49(1))


def request_words(assessment: SearchAndRescueAssessment, code: str) -> Said:
    """Say when the use of a pool was requested and until when it is coordinated, or until when it is to be."""
    recorded = assessment.forum.search_and_rescue
    last = _due(assessment, _REQUEST, None)
    if last is None:
        return Said(tr("Its use is requested within two weeks of the act (Art. 49(1))."), "calendar", "muted")
    moment = as_of(assessment.forum)
    calls = calls_of(recorded, code)
    if not calls:
        passed = moment is not None and moment > last
        if passed:
            return Said(
                tr("Not requested: the two weeks from the act ended on {day} (Art. 49(1)).", day=day(last)),
                "warn",
                "warn",
            )
        return Said(
            tr("Not requested yet: {state} asks by {day} (Art. 49(1)).", state=state_name(code), day=day(last)),
            "calendar",
        )
    call = calls[-1]
    earlier = len(calls) - 1
    if call.requested is None:
        words = (
            tr("Requested, but no day is recorded; {number} earlier (Art. 49(1)).", number=earlier)
            if earlier
            else tr("Requested, but no day is recorded (Art. 49(1)).")
        )
        return Said(words, "warn", "warn")
    late = call.requested > last
    in_time = (
        tr("late: the two weeks ended on {day}", day=day(last)) if late else tr("in time, by {day}", day=day(last))
    )
    if earlier:
        in_time = tr("{in_time}; {number} earlier", in_time=in_time, number=earlier)
    until = _coordinated(assessment, code)
    text = tr(
        "Requested on {day} ({in_time}); {until} (Art. 49(1)).", day=day(call.requested), in_time=in_time, until=until
    )
    if call.needs:
        text += " " + tr("Needs: {needs}", needs=call.needs)
    return Said(text, "warn" if late else "calendar", "warn" if late else "text")


def _coordinated(assessment: SearchAndRescueAssessment, code: str) -> str:
    dues = [each for each in assessment.deadlines if (each.rule, each.state) == (_COORDINATION, code)]
    due = max(date.fromisoformat(each.due) for each in dues)
    moment = as_of(assessment.forum)
    if moment is not None and moment > due:
        return tr("the Commission coordinates by {day}, which has passed", day=day(due))
    return tr("the Commission coordinates by {day}", day=day(due))


def _due(assessment: SearchAndRescueAssessment, rule: str, state: str | None) -> date | None:
    found: list[Deadline] = [each for each in assessment.deadlines if (each.rule, each.state) == (rule, state)]
    return date.fromisoformat(found[0].due) if found else None


# ---------------------------------------------------------------------------------------------------- bridge and alarm


def bridge_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Say what a procedure of migratory pressure beside this one opens and ends; empty where there is none."""
    return words_of_bridge(bridge_of(assessment.forum.search_and_rescue, code), state_name(code))


def words_of_bridge(bridge: Bridge, name: str) -> str:
    """Say what is open in between, and what is not; empty where there is no procedure of migratory pressure."""
    if bridge.opens is not None and bridge.closes is not None:
        return tr(
            "Bridge to migratory pressure, from {opens} until {closes}: the rest of the pool may be used, and "
            "other states' pools where that puts them at no risk. After that nothing more is drawn for "
            "{name} (Art. 49(3)).",
            opens=day(bridge.opens),
            closes=day(bridge.closes),
            name=name,
        )
    if bridge.opens is not None:
        return tr(
            "Bridge to migratory pressure, from {day} until the act of Art. 53: the rest of the pool may be "
            "used, and other states' pools where that puts them at no risk (Art. 49(3)).",
            day=day(bridge.opens),
        )
    if bridge.closes is not None:
        return tr(
            "After the act on migratory pressure of {day} nothing more is drawn for {name}. No report is "
            "recorded: other states' pools are not open to it (Art. 49(3)).",
            day=day(bridge.closes),
            name=name,
        )
    return ""


def elsewhere_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Say how many persons were drawn for a state on other states' pools; empty where none was (Art. 49(3))."""
    uses = assessment.forum.search_and_rescue.use
    count = sum(use.persons for use in uses if use.used_for == code and use.benefitting != code)
    if not count:
        return ""
    if count == 1:
        return tr("1 person was drawn for {state} on other states' pools.", state=state_name(code))
    return tr(
        "{persons} persons were drawn for {state} on other states' pools.",
        persons=persons(count),
        state=state_name(code),
    )


def takers_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Count the persons of a pool by who takes them over and by nationality; empty where neither is recorded."""
    drawn = [use for use in assessment.forum.search_and_rescue.use if use.benefitting == code]
    takers: Counter[str] = Counter()
    nations: Counter[str] = Counter()
    for use in drawn:
        takers[state_name(use.contributor) if use.contributor else _UNSAID] += use.persons
        nations[use.nationality or _UNSAID] += use.persons
    said = [(tr("Taken over by"), takers), (tr("By nationality"), nations)]
    return " ".join(f"{title}: {_counts(found)}." for title, found in said if set(found) - {_UNSAID})


def _counts(found: Counter[str]) -> str:
    """Name the greatest first; what is not said stands last."""
    ordered = sorted(found.items(), key=lambda item: (item[0] == _UNSAID, -item[1], item[0]))
    return ", ".join(f"{tr(name) if name == _UNSAID else name} {tr(persons(count))}" for name, count in ordered)


def alarm_words(assessment: SearchAndRescueAssessment, pool: PoolFigures) -> str:
    """Say what follows from 80 % of a pool being used: who notifies, who is called, what may be done next."""
    ratio = pool.used_ratio
    if not pool.alarm or ratio is None:
        return ""
    recorded = assessment.forum.search_and_rescue
    name = state_name(pool.benefitting)
    reached = tr(
        "{percent} of the pool of {name} is used ({persons} of {persons_or_open}).",
        percent=percent(ratio),
        name=name,
        persons=persons(pool.used),
        persons_or_open=persons_or_open(pool.pool),
    )
    if not convened_for(recorded, pool.benefitting):
        return tr(
            "{reached} 80 % is reached: the Asylum Agency notifies it, and the forum is called (Art. 48).",
            reached=reached,
        )
    if is_at_its_height(recorded, pool.benefitting):
        return tr("{reached} The total was raised by half, as far as it goes (Art. 48(2)).", reached=reached)
    if recorded.act.path is ActPath.STILL_SHORT:
        return tr(
            "{reached} The forum was called. The act may be amended: the total rises by at most 50 % (Art. 48(2)).",
            reached=reached,
        )
    return tr(
        "{reached} The forum was called. Member States may raise what they give to this pool (Art. 48(1)).",
        reached=reached,
    )
