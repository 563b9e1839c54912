"""What a vote comes to, in sentences that the window and the page say alike."""

from collections.abc import Sequence
from fractions import Fraction

from desktop_app.calc.exact import PER_CENT, telling_apart
from desktop_app.calc.majority import POPULATION, Standing, Turning, Verdict
from desktop_app.calc.sentences import Number, Sentence, State, say
from desktop_app.calc.vote import Vote


def percent_of(share: Fraction) -> Number:
    """Return a share in percent, with as many decimals as tell it from the 65 % that are needed."""
    percent = share * PER_CENT
    return Number(percent, telling_apart(percent, POPULATION * PER_CENT))


def verdict_words(standing: Standing) -> Sentence:
    """Say how the vote stands, in one sentence."""
    members = standing.members
    if not members:
        return say("No Member State takes part in the key yet: there is nobody to vote.")
    yes, needed = len(standing.of(Vote.YES)), standing.needed
    if standing.verdict is Verdict.NOT_VOTED:
        return say(
            "Nobody has voted yet: {needed} of {members} Member States are needed, with 65\u00a0% of their population.",
            needed=needed,
            members=members,
        )
    if standing.verdict is Verdict.UNKNOWN:
        return say(
            "Not to be told: the voting population is missing of {states}; {yes} of {members} say yes.",
            states=[State(code) for code in standing.missing],
            yes=yes,
            members=members,
        )
    return _known(standing, _counted(standing, yes))


def _counted(standing: Standing, yes: int) -> Sentence:
    """Say how many say yes, with which part of the population."""
    share = standing.yes_share
    if share is None:
        return say("{yes} of {members} say yes", yes=yes, members=standing.members)
    return say(
        "{yes} of {members} say yes, with {share}\u00a0% of the population",
        yes=yes,
        members=standing.members,
        share=percent_of(share),
    )


def _known(standing: Standing, counted: Sentence) -> Sentence:
    opposed = len(standing.not_yes)
    if standing.is_deemed:
        return say(
            "Qualified majority deemed reached: {counted}; {opposed} do not, fewer than the {blocking} that can block.",
            counted=counted,
            opposed=opposed,
            blocking=standing.blocking or 0,
        )
    if standing.verdict is Verdict.REACHED:
        return say("Qualified majority reached: {counted}.", counted=counted)
    if standing.verdict is Verdict.OPEN:
        return say("Not reached yet: {counted}; {open} have not voted.", counted=counted, open=len(standing.of(None)))
    if len(standing.of(Vote.YES)) + len(standing.of(None)) < standing.needed:
        return say("Not reached: {counted}; {needed} are needed.", counted=counted, needed=standing.needed)
    return say("Not reached: {counted}; those opposed are a blocking minority.", counted=counted)


def turning_words(standing: Standing, turning: Turning) -> Sentence:
    """Say who could turn the outcome: single states, else the smallest sets."""
    if turning.alone:
        alone = [State(code) for code in sorted(turning.alone, key=list(standing.votes).index)]
        if turning.to_yes:
            return say("Each of these alone would reach it by saying yes: {states}.", states=alone)
        if standing.verdict is Verdict.REACHED:
            return say("Each of these alone would lose it by not saying yes: {states}.", states=alone)
        return say("Each of these alone would block it by not saying yes: {states}.", states=alone)
    sets = _sets(turning.sets, more=turning.more)
    if turning.to_yes:
        template = "Any of these {count} together would reach it by saying yes: {sets}."
    elif standing.verdict is Verdict.REACHED:
        template = "Any of these {count} together would lose it by not saying yes: {sets}."
    else:
        template = "Any of these {count} together would block it by not saying yes: {sets}."
    return say(template, count=turning.size, sets=sets)


def _sets(sets: Sequence[Sequence[str]], *, more: bool) -> str:
    """Write sets of states by their codes."""
    return "; ".join(" ".join(codes) for codes in sets) + (" …" if more else "")
