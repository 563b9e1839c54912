"""Responsibility offsets (Art. 63): thresholds, target, volume, what is left to implement, caps."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Pool, State
from desktop_app.calc.offsets import Exempt, Offsets, StateOffsets
from desktop_app.calc.readings import GENERAL_APPLICATION, OFFSET_CAP, OFFSET_MEETING, OFFSET_NUMBER, OFFSET_VOLUME
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import day, number, persons, relocations

_EXACT: Final = say("exact; shown with at most two decimals")


def _no_proposal(pool: Pool) -> str:
    return "" if pool.offsets.proposal else say("The Commission's proposal has no number of relocations.")


def _no_number(pool: Pool) -> str:
    return "" if pool.offsets.least is not None else _no_proposal(pool)


def _no_reference(pool: Pool) -> str:
    known = pool.offsets.reference is not None
    return "" if known else say("There is no reference number of relocations yet (Art. 57(3)).")


def _no_cap(_pool: Pool) -> str:
    return say("No cap is known of any contributing state: fair shares or pledges are missing.")


def _least(pool: Pool) -> Input:
    """Return the number of Art. 63(3)(a) under the reading."""
    if pool.reading(OFFSET_NUMBER.name) == "proposal":
        return inputs.proposal_relocations(pool)
    least = pool.offsets.least or 0
    return Input("least_relocations", say("minimum number of relocations"), least, Unit.PERSONS, say("Art. 12(2)(a)"))


def _reference(pool: Pool) -> Input:
    return inputs.reference_relocations(pool)


def _pledged(pool: Pool) -> Input:
    title = say("relocations pledged by all states")
    return inputs.pool_linked("pledged_relocations", title, pool.offsets.relocations, Unit.PERSONS)


def _left_out(pool: Pool) -> str:
    left = pool.offsets.unknown
    return say(" Nothing is recorded yet for {names}.", names=unknown.names(list(left))) if left else ""


def _request(pool: Pool) -> Answer:
    found = pool.offsets
    reached = say("at least") if found.relocations >= (found.request_threshold or 0) else say("less than")
    words = say(
        "Half of the {proposal} relocations of the Commission's proposal (not of the act) is {number}; "
        "all states together pledge {relocations}, {reached} that.{left_out}{not_applied} The proposal's "
        "number is classified until the act is adopted (Art. 12(6)).",
        proposal=persons(found.proposal or 0),
        number=number(found.request_threshold or 0),
        relocations=persons(found.relocations),
        reached=reached,
        left_out=_left_out(pool),
        not_applied=not_applied(found),
    )
    return Answer("proposal_relocations / 2", (inputs.proposal_relocations(pool),), words)


def _sixty(pool: Pool) -> Answer:
    found = pool.offsets
    reached = say("less than") if found.below_sixty else say("at least")
    words = say(
        "60 % of the reference number of {reference} (the act's, not the proposal's) is {number}; all "
        "states together pledge {relocations}, {reached} that.",
        reference=persons(found.reference or 0),
        number=number(found.sixty or 0),
        relocations=persons(found.relocations),
        reached=reached,
    )
    return Answer("60 * reference_relocations / 100", (_reference(pool),), words + _left_out(pool))


def _target(pool: Pool) -> Answer:
    least, found = _least(pool), pool.offsets
    words = say(
        "The higher of {half} (a) and {sixty} (b) is {higher}.",
        half=persons(found.least or 0),
        sixty=number(found.sixty or 0),
        higher=_number(found),
    )
    return Answer(f"max({least.name}, 60 * reference_relocations / 100)", (least, _reference(pool)), words)


def _number(found: Offsets) -> str:
    return number(found.target or 0)


def _effective(pool: Pool) -> Answer:
    found = pool.offsets
    words = say(
        "Of {relocations} pledged, acts deduct {persons}, and {persons_2} are of states that benefit and "
        "need not implement them: {effective} are to be implemented.",
        relocations=relocations(found.relocations),
        persons=persons(found.lost_to_deductions),
        persons_2=persons(found.lost_to_benefitting),
        effective=persons(found.effective),
    )
    given = (
        _pledged(pool),
        Input("deducted", say("relocations deducted by acts"), found.lost_to_deductions, Unit.PERSONS, inputs.COMPUTED),
        Input(
            "benefitting",
            say("relocations of benefitting states"),
            found.lost_to_benefitting,
            Unit.PERSONS,
            inputs.COMPUTED,
        ),
    )
    return Answer("pledged_relocations - deducted - benefitting", given, words)


def not_applied(found: Offsets) -> str:
    """Say that Art. 63 does not apply yet on the day of the check; nothing where it does."""
    if found.applied or found.today is None:
        return ""
    return say(
        " Not applied yet on {today}: Art. 63 applies from {applies} (Art. 85).",
        today=day(found.today),
        applies=day(found.applies),
    )


def _volume(pool: Pool) -> Answer:
    found = pool.offsets
    target = inputs.pool_linked("offset_target", say("the higher of the two numbers"), found.target or 0, Unit.PERSONS)
    state = "" if found.mandatory or found.mandatory_by_erosion else say(" Nothing is mandatory as it stands.")
    state = _at_most(found) + state + not_applied(found)
    if pool.reading(OFFSET_VOLUME.name) == "target":
        return Answer(
            "offset_target",
            (target,),
            say("Read literally, up to {number} applications.{state}", number=_number(found), state=state),
        )
    left = _pledged(pool)
    if found.mandatory_by_erosion:
        left = inputs.pool_linked(
            "offset_effective", say("relocations to be implemented"), found.effective, Unit.PERSONS
        )
    words = say(
        "{result} less {persons} {title} leave {left} applications.{state}",
        result=_number(found),
        persons=persons(int(_whole(left))),
        title=left.title,
        left=number(found.volume or 0),
        state=state,
    )
    return Answer(f"max(0, offset_target - {left.name})", (target, left), words)


def _at_most(found: Offsets) -> str:
    """Say what the fair shares leave of the applications, where that is less."""
    if found.most == found.volume:
        return ""
    return say(
        " Of these {most} can be asked at most: that is what fair shares less relocations leave (Art. 63(7))."
        if found.readings[OFFSET_CAP.name] == "relocations"
        else " Of these {most} can be asked at most: that is what fair shares less pledges leave (Art. 63(7)).",
        most=number(found.most or 0),
    )


def _whole(given: Input) -> int:
    """Return the persons of an input that is one number."""
    return given.value if isinstance(given.value, int) else 0


def _caps(
    of_state: Callable[[StateOffsets], Fraction | None], of_all: Callable[[Offsets], Fraction | None], less: str
) -> Callable[[Pool], Answer]:
    def answer(pool: Pool) -> Answer:
        caps = [cap for cap in map(of_state, pool.offsets.contributing) if cap is not None]
        left = len(pool.offsets.contributing) - len(caps)
        title = say("fair share less {less} of each contributing state that is known", less=less)
        given = inputs.listed("caps", title, caps, Unit.PERSONS)
        words = say(
            "Fair shares less {less} leave {number} over {count} contributing state; beyond that "
            "nobody has to take responsibility (Art. 63(7))."
            if len(caps) == 1
            else "Fair shares less {less} leave {number} over {count} contributing states; beyond that "
            "nobody has to take responsibility (Art. 63(7)).",
            less=less,
            number=number(of_all(pool.offsets) or 0),
            count=len(caps),
        )
        words += say(" Nothing is known of {left} more.", left=left) if left else ""
        return Answer("sum(caps)", (given,), words)

    return answer


def _entry(state: State) -> StateOffsets | None:
    return state.offsets.state(state.code)


def _exempt(state: State) -> str:
    entry = _entry(state)
    if entry is None or entry.exempt is None:
        return ""
    if entry.exempt is Exempt.BENEFITTING:
        return say("{state} benefits from the pool and takes over no applications (Art. 60(3)).", state=state.begin)
    return say(
        "An act deducts the whole contribution of {name}: it takes over no applications (Art. 60(3)).", name=state.name
    )


def _cap_relocations(state: State) -> Answer:
    row, entry = state.row, _entry(state)
    cap = entry.cap_relocations if entry else None
    words = say(
        "The fair share of {exact_fair_share} less {relocations} pledged leaves {cap}; money and measures are "
        "not counted. Nothing is allocated by this.",
        exact_fair_share=number(row.exact_fair_share or 0),
        relocations=relocations(row.pledged_relocations or 0),
        cap=number(cap or 0),
    )
    given = (inputs.exact_fair_share(state), inputs.relocations(state))
    return Answer("max(0, exact_fair_share - pledged_relocations)", given, words)


def _cap_all_types(state: State) -> Answer:
    row, entry = state.row, _entry(state)
    cap = entry.cap_all_types if entry else None
    words = say(
        "The fair share of {exact_fair_share} less the whole pledge of {equivalents} equivalents leaves {cap}. "
        "Nothing is allocated by this.",
        exact_fair_share=number(row.exact_fair_share or 0),
        equivalents=number(row.equivalents or 0),
        cap=number(cap or 0),
    )
    given = (inputs.exact_fair_share(state), inputs.equivalents(state))
    return Answer("max(0, exact_fair_share - equivalents)", given, words)


def _figure(
    identifier: str,
    title: str,
    reference: str,
    value: Callable[[Offsets], Exact | None],
    answer: Callable[[Pool], Answer],
    unknown_because: tuple[Callable[[Pool], str], ...] = (),
    readings: tuple[str, ...] = (),
) -> Figure[Pool]:
    """Make a figure of the pool."""
    return Figure(
        identifier,
        title,
        Unit.PERSONS,
        _EXACT,
        reference,
        lambda pool: value(pool.offsets),
        answer,
        unknown_because,
        readings=readings,
    )


_NUMBER: Final = (OFFSET_NUMBER.name,)

POOL_FIGURES: Final[tuple[Figure[Pool], ...]] = (
    _figure(
        "offset_request_threshold",
        say("relocation pledges from which benefitting states may ask for offsets"),
        "Art. 63(1)",
        lambda found: found.request_threshold,
        _request,
        (_no_proposal,),
    ),
    _figure(
        "offset_sixty_percent",
        say("60 % of the reference number"),
        "Art. 63(3)(b)",
        lambda found: found.sixty,
        _sixty,
        (_no_reference,),
    ),
    _figure(
        "offset_target",
        say("the higher of the two numbers for mandatory offsets"),
        "Art. 63(3)",
        lambda found: found.target,
        _target,
        (_no_number, _no_reference),
        _NUMBER,
    ),
    _figure(
        "offset_effective",
        say("relocations to be implemented"),
        "Art. 60(3), 61, 62, 63(4)",
        lambda found: found.effective,
        _effective,
    ),
    _figure(
        "offset_volume",
        say("applications that mandatory offsets cover at most"),
        "Art. 63(3), 63(4)",
        lambda found: found.volume,
        _volume,
        (_no_number, _no_reference),
        (*_NUMBER, OFFSET_VOLUME.name, OFFSET_MEETING.name, OFFSET_CAP.name, GENERAL_APPLICATION.name),
    ),
    _figure(
        "offset_cap_relocations",
        say("caps of mandatory offsets, on relocations alone"),
        "Art. 63(7)",
        lambda found: found.cap_relocations,
        _caps(lambda each: each.cap_relocations, lambda found: found.cap_relocations, say("relocations")),
        (_no_cap,),
        (OFFSET_CAP.name,),
    ),
    _figure(
        "offset_cap_all_types",
        say("caps of mandatory offsets, on the whole pledge"),
        say("Art. 63(7); recital 33"),
        lambda found: found.cap_all_types,
        _caps(lambda each: each.cap_all_types, lambda found: found.cap_all_types, say("equivalents")),
        (_no_cap,),
        (OFFSET_CAP.name,),
    ),
)
"""The figures of the pool."""


def _cap(
    identifier: str,
    title: str,
    value: Callable[[StateOffsets], Fraction | None],
    answer: Callable[[State], Answer],
    *unknown_because: Callable[[State], str],
) -> Figure[State]:
    def of(state: State) -> Fraction | None:
        entry = _entry(state)
        return None if entry is None else value(entry)

    reasons = (unknown.outside_the_key, _exempt, unknown.no_share, unknown.no_reference_relocations, *unknown_because)
    readings = (OFFSET_CAP.name,)
    return Figure(identifier, title, Unit.PERSONS, _EXACT, "Art. 63(7)", of, answer, reasons, readings=readings)


STATE_FIGURES: Final[tuple[Figure[State], ...]] = (
    _cap(
        "offset_cap_relocations",
        say("cap of mandatory offsets, on relocations alone"),
        lambda each: each.cap_relocations,
        _cap_relocations,
        unknown.no_relocations,
    ),
    _cap(
        "offset_cap_all_types",
        say("cap of mandatory offsets, on the whole pledge"),
        lambda each: each.cap_all_types,
        _cap_all_types,
        unknown.nothing_recorded,
        unknown.no_rate,
    ),
)
"""The figures of one Member State."""
