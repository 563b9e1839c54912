"""Why a proposal is what it is: what is missing, what it adds, what it supposes, and that the assessment agrees."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.derivation import Derivation, Input, Unit
from desktop_app.calc.gap import problem
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.limits import Limit
from desktop_app.calc.gap.problem import Ground, Standing
from desktop_app.calc.gap.proposal import Outcome, Proposal, Way
from desktop_app.calc.gap.target import About, about
from desktop_app.calc.gap.words import amount_words
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import say

_UNITS: Final = {
    problem.Unit.EQUIVALENTS: Unit.RELOCATION_EQUIVALENTS,
    problem.Unit.PERSONS: Unit.PERSONS,
    problem.Unit.THOUSANDS: Unit.EUR,
}
_THOUSAND: Final = 1000
_FIRST: Final = {
    Way.SMALLEST: say(
        "It asks the fewest states; among sets as small it adds least, and then asks the smallest largest part of one "
        "state's fair share."
    ),
    Way.OTHERS: say(
        "It is the smallest that does not ask all states of an earlier proposal together: fewest states, then least "
        "added, then the smallest largest part of one state's fair share."
    ),
    Way.WIDEST: say("It asks as small a part of one state's fair share as there can be, of however many states."),
    Way.WHOLE: say("It asks the same states, each for whole persons."),
    Way.IN_MONEY: say("It asks the same states for the same, in money wherever a state may choose."),
}
_FIRST_WITHOUT_A_KEY: Final = _FIRST | {
    Way.SMALLEST: say(
        "It asks the fewest states; among sets as small it adds least, and then asks the smallest largest amount of "
        "one state."
    ),
    Way.OTHERS: say(
        "It is the smallest that does not ask all states of an earlier proposal together: fewest states, then least "
        "added, then the smallest largest amount of one state."
    ),
    Way.WIDEST: say("It asks as small an amount of one state as there can be, of however many states."),
}
_CUT_SHORT: Final = say("The search was ended after its time: it is the best found, and a smaller one may exist.")


def about_target(outcome: Outcome) -> About:
    """Return what is said of an outcome's target."""
    return about(outcome.before.forum.procedure, outcome.target)


def missing_words(outcome: Outcome) -> str:
    """Say in one sentence what is missing; empty where nothing can be said."""
    ground = outcome.ground
    if ground is None:
        return outcome.words
    missing = amount_words(ground.wanted - ground.counted, ground.unit)
    counted, wanted = amount_words(ground.counted, ground.unit, alone=False), amount_words(ground.wanted, ground.unit)
    stand = say(" ({counted} of {wanted} stand)", counted=counted, wanted=wanted) if ground.counted else ""
    waiting = sum((each.bonus for each in ground.states), Fraction(0)) if ground.need > 0 else Fraction(0)
    more = say(
        " Recorded beside it: {amount}, which count once their states are complete.",
        amount=amount_words(waiting, ground.unit),
    )
    return say(
        "Missing for {title}: {missing}{stand}.{part}",
        title=about_target(outcome).title,
        missing=missing,
        stand=stand,
        part=more if waiting else "",
    )


def added_words(asked: Asked, ground: Ground) -> str:
    """Write what a state adds: ``"+ 310 relocations"``, ``"+ EUR 5 000 000"``, both, or that it only says the rest."""
    parts = [wording.relocations(asked.persons)] if asked.persons else []
    parts += [wording.money(asked.cents)] if asked.cents else []
    if parts:
        return say("+\u00a0{added}", added=parts)
    return say("says what is not recorded") if _bonus(asked, ground) else say("nothing more")


def lines_of(outcome: Outcome, proposal: Proposal) -> tuple[str, ...]:
    """Explain a proposal, a paragraph each; the ground is known wherever there is a proposal."""
    ground = outcome.ground
    if ground is None:
        return ()
    target = about_target(outcome)
    lines = [say("Target: {words}.", words=target.words), missing_words(outcome), _first_words(proposal, ground)]
    if not proposal.is_smallest:
        lines.append(_CUT_SHORT)
    lines += [_line(each, ground) for each in proposal.asked]
    given = [limit.text for limit in outcome.limits if not limit.is_default]
    if given:
        lines.append(say("Limits kept: {join}.", join="; ".join(given)))
    lines += _left_out(outcome.limits)
    lines.append(say("Proved: the forum was assessed with these changes, exactly, and the target is reached."))
    return tuple(lines)


def derivation_of(outcome: Outcome, proposal: Proposal) -> Derivation | None:
    """Return why nothing is missing with a proposal, as a formula with its numbers."""
    ground = outcome.ground
    if ground is None:
        return None
    target = about_target(outcome)
    factor = _THOUSAND if ground.unit is problem.Unit.THOUSANDS else 1
    counts = tuple(_counting(each, ground) * factor for each in proposal.asked)
    # Where the target asks it state by state, what is recorded stands in "counted" already.
    completed = tuple(_bonus(each, ground) * factor if ground.need > 0 else Fraction(0) for each in proposal.asked)
    missing = max(Fraction(0), (ground.wanted - ground.counted) * factor - sum(counts) - sum(completed))
    unit = _UNITS[ground.unit]
    inputs = [
        Input("wanted", target.title, ground.wanted * factor, unit, say("the forum, assessed")),
        Input("counted", say("what counts for it now"), ground.counted * factor, unit, say("the forum, assessed")),
        Input("added", say("what the Member States add, as far as it counts"), counts, unit, say("the proposal")),
    ]
    formula = "wanted - counted - sum(added)"
    if any(completed):
        formula += " - sum(completed)"
        words = say("what is recorded of them already and counts once their pledges are complete")
        inputs.append(Input("completed", words, completed, unit, say("the forum")))
    return Derivation(
        figure="still_missing",
        subject=None,
        title=say("Still missing for {title}, with this proposal", title=target.title),
        value=missing,
        unit=unit,
        formula=f"max(0, {formula})",
        inputs=tuple(inputs),
        rounding=say("whole persons and whole cents are asked, never less than is missing"),
        reference=target.reference,
        status=target.status,
        words=_first_words(proposal, ground),
    )


def remedy_words(outcome: Outcome) -> str:
    """Say which limits would have to be left out together; empty where nothing conflicts."""
    held = wording.listed([say("“{value}”", value=limit.text) for limit in outcome.remedy])
    if not held:
        return ""
    words = "Enough together: to leave out {held}." if len(outcome.remedy) > 1 else "Enough: to leave out {held}."
    return say(words, held=held)


def _left_out(limits: tuple[Limit, ...]) -> list[str]:
    """Say who is not asked by default, a line for each reason."""
    reasons = dict.fromkeys(limit.because for limit in limits if limit.is_default)
    names = {why: [name_of(limit.code) for limit in limits if limit.because == why] for why in reasons}
    return [
        say("Not asked by default: {listed}; {why}.", listed=wording.listed(held), why=why)
        for why, held in names.items()
    ]


def _first_words(proposal: Proposal, ground: Ground) -> str:
    """Say what a proposal puts first; without a key, of amounts instead of parts of a fair share."""
    return (_FIRST if ground.has_key else _FIRST_WITHOUT_A_KEY)[proposal.way]


def _line(asked: Asked, ground: Ground) -> str:
    standing = ground.standing(asked.code)
    words = say("{name_of}: {added_words}", name_of=name_of(asked.code), added_words=added_words(asked, ground))
    if ground.has_key:
        words += say(
            ", {percent} of its share of {number}",
            percent=wording.percent(asked.part),
            number=wording.number(asked.share),
        )
    bonus = _bonus(asked, ground)
    if bonus:
        words += say(
            "; {amount} recorded already count once its pledge is complete",
            amount=amount_words(bonus, ground.unit),
        )
    supposed = "" if standing is None else standing.supposed
    return say("{words} ({supposed}).", words=words, supposed=supposed) if supposed else say("{words}.", words=words)


def _bonus(asked: Asked, ground: Ground) -> Fraction:
    standing = ground.standing(asked.code)
    return Fraction(0) if standing is None else standing.bonus


def _counting(asked: Asked, ground: Ground) -> Fraction:
    """Return how much of what a state adds counts for the target."""
    standing = ground.standing(asked.code) or Standing(asked.code, Fraction(0), asked.share, 0)
    if not ground.counts_money and asked.cents:
        return Fraction(asked.persons)
    bounds = [asked.amount, *(bound for bound in (standing.useful,) if bound is not None)]
    if ground.need <= 0:
        bounds.append(standing.needed)
    return min(bounds)


def money_in_all(proposal: Proposal) -> int:
    """Return the cents that a proposal adds."""
    return sum(each.cents for each in proposal.asked)


def persons_in_all(proposal: Proposal) -> int:
    """Return the relocations that a proposal adds."""
    return sum(each.persons for each in proposal.asked)
