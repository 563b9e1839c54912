"""What is said of a pool in words: what it waits for, its request, its clock, its bridge, its alarm."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc.findings import Deadline
from desktop_app.calc.member_states import name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.pool_use import Bridge, bridge_of, calls_of, convened_for, is_at_its_height
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shifts import NOT_KNOWN
from desktop_app.calc.wording import day, percent, persons

_UNSAID: Final = "not said"
_REQUEST: Final = "P610-49-1"
_COORDINATION: Final = "P610-49-1b"
NO_POOL: Final = "No pool yet: the report names no Member State of disembarkation (Art. 47(2))."
_NO_JUDGEMENT: Final = "Nothing can be drawn yet: whether the plans are sufficient is not judged (Art. 48)."
_NO_ACT: Final = "Nothing can be drawn yet: the act is not adopted (Art. 48, 49(1))."
_NO_FIGURES: Final = (
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
        return "report", "&Report and requests…"
    return ("judgement", "&Judgement and act…") if words in {_NO_JUDGEMENT, _NO_ACT} else ("", "")


def standing_of(pool: PoolFigures) -> Said:
    """Return how it stands with a pool, in a few words."""
    if pool.pool is None:
        return Said(NOT_KNOWN, "unknown", "unknown")
    if pool.used > pool.pool:
        return Said(f"{persons(pool.used - pool.pool)} beyond the pool", "block", "block")
    if not pool.pool:
        return Said("holds nobody", "info", "info")
    if pool.alarm:
        return Said("80 % reached", "warn", "warn")
    return Said("below 80 %", "ok", "ok") if pool.used else Said("not drawn on", "info", "muted")


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
    part = ""
    if pool.needed is not None and total:
        ratio = percent(Fraction(pool.needed, total))
        part = f", {ratio} of the total: {persons(pool.needed)} of {persons(total)} persons"
    grown = [] if pool.pool is None or pool.before is None else [(pool.pool - pool.before - pool.raised, "top-up")]
    added = [(pool.raised, "voluntary raises"), *grown]
    told = [f"{_signed(count)} by {what}" for count, what in added if count]
    begun = f" ({persons_or_open(pool.before)} by the act, {', '.join(told)})" if told else ""
    return f"Holds {persons_or_open(pool.pool)}{begun}{part}."


def _signed(count: int) -> str:
    return f"{'+' if count > 0 else '−'}{persons(abs(count))}"


# ------------------------------------------------------------------------------------------------ the request (49(1))


def request_words(assessment: SearchAndRescueAssessment, code: str) -> Said:
    """Say when the use of a pool was requested and until when it is coordinated, or until when it is to be."""
    recorded = assessment.forum.search_and_rescue
    last = _due(assessment, _REQUEST, None)
    if last is None:
        return Said("Its use is requested within two weeks of the act (Art. 49(1)).", "calendar", "muted")
    moment = as_of(assessment.forum)
    calls = calls_of(recorded, code)
    if not calls:
        passed = moment is not None and moment > last
        if passed:
            return Said(f"Not requested: the two weeks from the act ended on {day(last)} (Art. 49(1)).", "warn", "warn")
        return Said(f"Not requested yet: {name_of(code)} asks by {day(last)} (Art. 49(1)).", "calendar")
    call = calls[-1]
    earlier = f"; {len(calls) - 1} earlier" if len(calls) > 1 else ""
    if call.requested is None:
        return Said(f"Requested, but no day is recorded{earlier} (Art. 49(1)).", "warn", "warn")
    late = call.requested > last
    in_time = f"late: the two weeks ended on {day(last)}" if late else f"in time, by {day(last)}"
    until = _coordinated(assessment, code)
    text = f"Requested on {day(call.requested)} ({in_time}{earlier}); {until} (Art. 49(1)).{_needs(call.needs)}"
    return Said(text, "warn" if late else "calendar", "warn" if late else "text")


def _coordinated(assessment: SearchAndRescueAssessment, code: str) -> str:
    dues = [each for each in assessment.deadlines if (each.rule, each.state) == (_COORDINATION, code)]
    due = max(date.fromisoformat(each.due) for each in dues)
    moment = as_of(assessment.forum)
    return f"the Commission coordinates by {day(due)}{_passed(moment, due)}"


def _passed(moment: date | None, due: date) -> str:
    return ", which has passed" if moment is not None and moment > due else ""


def _needs(needs: str | None) -> str:
    return f" Needs: {needs}" if needs else ""


def _due(assessment: SearchAndRescueAssessment, rule: str, state: str | None) -> date | None:
    found: list[Deadline] = [each for each in assessment.deadlines if (each.rule, each.state) == (rule, state)]
    return date.fromisoformat(found[0].due) if found else None


# ---------------------------------------------------------------------------------------------------- bridge and alarm


def bridge_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Say what a procedure of migratory pressure beside this one opens and ends; empty where there is none."""
    return words_of_bridge(bridge_of(assessment.forum.search_and_rescue, code), name_of(code))


def words_of_bridge(bridge: Bridge, name: str) -> str:
    """Say what is open in between, and what is not; empty where there is no procedure of migratory pressure."""
    if bridge.opens is not None and bridge.closes is not None:
        return (
            f"Bridge to migratory pressure, from {day(bridge.opens)} until {day(bridge.closes)}: the rest of the pool "
            f"may be used, and other states' pools where that puts them at no risk. After that nothing more is drawn "
            f"for {name} (Art. 49(3))."
        )
    if bridge.opens is not None:
        return (
            f"Bridge to migratory pressure, from {day(bridge.opens)} until the act of Art. 53: the rest of the pool "
            "may be used, and other states' pools where that puts them at no risk (Art. 49(3))."
        )
    if bridge.closes is not None:
        return (
            f"After the act on migratory pressure of {day(bridge.closes)} nothing more is drawn for {name}. No report "
            "is recorded: other states' pools are not open to it (Art. 49(3))."
        )
    return ""


def elsewhere_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Say how many persons were drawn for a state on other states' pools; empty where none was (Art. 49(3))."""
    uses = assessment.forum.search_and_rescue.use
    count = sum(use.persons for use in uses if use.used_for == code and use.benefitting != code)
    if not count:
        return ""
    said = "1 person was" if count == 1 else f"{persons(count)} persons were"
    return f"{said} drawn for {name_of(code)} on other states' pools."


def takers_words(assessment: SearchAndRescueAssessment, code: str) -> str:
    """Count the persons of a pool by who takes them over and by nationality; empty where neither is recorded."""
    drawn = [use for use in assessment.forum.search_and_rescue.use if use.benefitting == code]
    takers: Counter[str] = Counter()
    nations: Counter[str] = Counter()
    for use in drawn:
        takers[name_of(use.contributor) if use.contributor else _UNSAID] += use.persons
        nations[use.nationality or _UNSAID] += use.persons
    said = [("Taken over by", takers), ("By nationality", nations)]
    return " ".join(f"{title}: {_counts(found)}." for title, found in said if set(found) - {_UNSAID})


def _counts(found: Counter[str]) -> str:
    """Name the greatest first; what is not said stands last."""
    ordered = sorted(found.items(), key=lambda item: (item[0] == _UNSAID, -item[1], item[0]))
    return ", ".join(f"{name} {persons(count)}" for name, count in ordered)


def alarm_words(assessment: SearchAndRescueAssessment, pool: PoolFigures) -> str:
    """Say what follows from 80 % of a pool being used: who notifies, who is called, what may be done next."""
    ratio = pool.used_ratio
    if not pool.alarm or ratio is None:
        return ""
    recorded = assessment.forum.search_and_rescue
    name = name_of(pool.benefitting)
    reached = f"{percent(ratio)} of the pool of {name} is used ({persons(pool.used)} of {persons_or_open(pool.pool)})."
    if not convened_for(recorded, pool.benefitting):
        return f"{reached} 80 % is reached: the Asylum Agency notifies it, and the forum is called (Art. 48)."
    if is_at_its_height(recorded, pool.benefitting):
        return f"{reached} The total was raised by half, as far as it goes (Art. 48(2))."
    if recorded.act.path is ActPath.STILL_SHORT:
        return f"{reached} The forum was called. The act may be amended: the total rises by at most 50 % (Art. 48(2))."
    return f"{reached} The forum was called. Member States may raise what they give to this pool (Art. 48(1))."
