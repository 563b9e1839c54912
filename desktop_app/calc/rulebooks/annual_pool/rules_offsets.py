"""Mandatory responsibility offsets, and the majority for the act (Art. 57(1), 63(3), 63(4); Art. 238(3)(a) TFEU)."""

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.calc import majority, offsets
from desktop_app.calc.exact import PER_CENT, telling_apart
from desktop_app.calc.findings import Severity
from desktop_app.calc.majority import Verdict, standing_of
from desktop_app.calc.offset_words import most_words
from desktop_app.calc.offsets import Offsets
from desktop_app.calc.readings import GENERAL_APPLICATION, OFFSET_CAP, OFFSET_MEETING, OFFSET_NUMBER, OFFSET_VOLUME
from desktop_app.calc.rulebooks.annual_pool.cases import ForumCase
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import Number, Relocations, Sentence, State, say
from desktop_app.calc.vote import Vote


@rule(
    "AMMR-57-1v",
    "Qualified majority",
    "Art. 57(1); Art. 238(3)(a) TFEU",
    Severity.BLOCK,
    "The Council adopts the act by qualified majority of the participating Member States: at least 55 % of them, "
    "with at least 65 % of their population. A blocking minority holds at least the fewest members with more than 35 % "
    "of the population, plus one; failing which the majority is deemed reached. An abstention is not a yes.",
)
def qualified_majority(case: ForumCase) -> Iterator[Remark]:
    """Hold the votes that are recorded against the majority, once the act is marked adopted."""
    if case.forum.adopted is None or not case.forum.vote.has_votes:
        return
    standing = standing_of(case.forum)
    if standing.verdict is Verdict.UNKNOWN:
        message = say(
            "The act is marked adopted; whether the votes recorded reach the majority cannot be told: the voting "
            "population is missing of {states}.",
            states=[State(code) for code in standing.missing],
        )
        yield Remark(message, None, "vote", Severity.WARN)
    elif standing.verdict is not Verdict.REACHED:
        share = standing.yes_share
        message = say(
            "The act is marked adopted, but the votes recorded do not reach the majority: {yes} of {members} Member "
            "States say yes ({needed} are needed){population}.",
            yes=len(standing.of(Vote.YES)),
            members=standing.members,
            needed=standing.needed,
            population="" if share is None else _with_population(share),
        )
        yield Remark(message, None, "vote")


def _with_population(share: Fraction) -> Sentence:
    """Write the population that says yes with as many decimals as tell it from what is needed."""
    percent, needed = share * PER_CENT, majority.POPULATION * PER_CENT
    return say(
        ", with {share}\u00a0% of their population ({least}\u00a0% are needed)",
        share=Number(percent, telling_apart(percent, needed)),
        least=Number(needed),
    )


@rule(
    "AMMR-63-3",
    "Mandatory responsibility offsets",
    "Art. 63(3)",
    Severity.WARN,
    "After a meeting reconvened under Art. 13(4), where relocation pledges are below the number of Art. 12(2)(a), or "
    "below 60 % of the reference number of the act, contributing Member States take responsibility for applications up "
    "to the higher of the two numbers, nobody beyond its fair share. How they are spread is not regulated.",
    readings=(GENERAL_APPLICATION.name, OFFSET_NUMBER.name, OFFSET_VOLUME.name, OFFSET_CAP.name),
)
def mandatory_offsets(case: ForumCase) -> Iterator[Remark]:
    """Say that mandatory offsets would arise; never before a meeting under Art. 13(4), nor before Art. 63 applies."""
    found = _offsets(case)
    if found is None or not found.mandatory:
        return
    below = []
    if found.below_least:
        below.append(say("{number} (a)", number=found.least or 0))
    if found.below_sixty:
        below.append(say("60 % of the reference number, {number} (b)", number=Number(found.sixty or 0)))
    message = say(
        "After the meeting under Art. 13(4), responsibility offsets would be mandatory: {pledged} pledged, below "
        "{numbers}. {volume}; how they are spread is not regulated.",
        pledged=Relocations(found.relocations),
        numbers=below,
        volume=most_words(found),
    )
    yield Remark(message, None, "pool")


@rule(
    "AMMR-63-4",
    "Mandatory responsibility offsets after erosion",
    "Art. 63(4)",
    Severity.WARN,
    "The same applies when the relocations to be implemented fall below the higher of the two numbers because of "
    "granted deductions, or because benefitting Member States need not implement theirs.",
    readings=(
        GENERAL_APPLICATION.name,
        OFFSET_NUMBER.name,
        OFFSET_VOLUME.name,
        OFFSET_CAP.name,
        OFFSET_MEETING.name,
    ),
)
def mandatory_offsets_by_erosion(case: ForumCase) -> Iterator[Remark]:
    """Say by what the relocations to be implemented have fallen below the higher number."""
    found = _offsets(case)
    if found is None or not found.mandatory_by_erosion:
        return
    message = say(
        "Of {pledged} pledged, {effective} are to be implemented ({deducted} deducted by acts, {benefitting} of "
        "benefitting Member States), below {target}: responsibility offsets would be mandatory. {volume}.",
        pledged=Relocations(found.relocations),
        effective=found.effective,
        deducted=found.lost_to_deductions,
        benefitting=found.lost_to_benefitting,
        target=Number(found.target or 0),
        volume=most_words(found),
    )
    yield Remark(message, None, "pool")


def _offsets(case: ForumCase) -> Offsets | None:
    """Work Art. 63 out where it can matter: with no meeting under Art. 13(4) and nothing said of it, it cannot."""
    without = case.frame.readings[OFFSET_MEETING.name] == "not-needed"
    if not without and offsets.reconvened(case.forum) is None:
        return None
    return offsets.work_out(case.forum, case.rows, case.frame.readings)
