"""What was found, in lines: proposals, who adds what, and which limits conflict."""

from html import escape
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.conflicts import NOT_ENOUGH, Conflict, Loosening
from desktop_app.calc.gap.explanation import (
    added_words,
    derivation_of,
    lines_of,
    money_in_all,
    persons_in_all,
    remedy_words,
)
from desktop_app.calc.gap.problem import Ground
from desktop_app.calc.gap.proposal import Outcome, Proposal, Way
from desktop_app.calc.gap.words import amount_words, now_words
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, state_name, tr, upper_first
from desktop_app.views.theme import Colours
from desktop_app.views.why.page import page

_MOST_LIMITS: Final = 5
"""Limits of one conflict that are named; all stand on the clipboard."""
_FEW: Final = 6
"""States that are named in the line of a proposal; all stand in its table."""
_WITHOUT_KEY: Final = {
    Way.SMALLEST: marked("fewest states"),
    Way.OTHERS: marked("fewest states, others than before"),
    Way.WIDEST: marked("smallest amount asked of one state"),
}
_COUNTED: Final = {
    True: (marked("{count} Member State"), marked("{count} Member States")),
    False: (marked("{count} state"), marked("{count} states")),
}
"""How many are asked: with a key these are Member States, without one others too."""
CONFLICT_COLUMNS: Final = (
    Column(marked("These limits conflict"), wraps=True),
    Column(marked("What would do instead"), wraps=True),
)


def proposal_columns(*, has_key: bool) -> tuple[Column, ...]:
    """Return the columns of the proposals; without a key nothing is a part of a fair share."""
    return (
        Column(tr("Proposal"), wraps=True),
        Column(tr("States"), right=True),
        Column(tr("Added"), right=True),
        Column(tr("Largest part asked") if has_key else tr("Largest amount asked"), right=True),
    )


def state_columns(*, has_key: bool) -> tuple[Column, ...]:
    """Return the columns of who adds what."""
    return (
        Column(tr("Member State") if has_key else tr("State")),
        Column(tr("Now"), right=True),
        Column(tr("Adds"), wraps=True),
        Column(tr("Then"), right=True),
        Column(tr("Of its share") if has_key else "", right=True),
    )


def proposal_lines(outcome: Outcome) -> list[FigureLine]:
    """Return a line for each proposal."""
    ground = outcome.ground
    if ground is None:
        return []
    return [_proposal(number, each, ground) for number, each in enumerate(outcome.proposals, 1)]


def _proposal(number: int, proposal: Proposal, ground: Ground) -> FigureLine:
    largest = proposal.largest
    part = _part_words(largest, ground) if ground.has_key else tr(amount_words(largest.amount, ground.unit))
    codes = [each.code for each in proposal.asked]
    names = ", ".join(codes)
    few = ", ".join(codes[:_FEW])
    if len(codes) > _FEW:
        few = tr("{codes} and {number} more", codes=few, number=len(codes) - _FEW)
    way = _WITHOUT_KEY.get(proposal.way, proposal.way.value) if not ground.has_key else proposal.way.value
    way = upper_first(tr(way))
    if not proposal.is_smallest:
        way = tr("{way} (best found in time)", way=way)
    return FigureLine(
        (
            Cell(f"{number}  {way}: {few}", about=f"{way}: {names}"),
            Cell(str(len(proposal.asked)), about=names),
            Cell(amount_words(proposal.added, ground.unit), about=_in_kind(proposal)),
            Cell(f"{largest.code}  {part}", about=f"{state_name(largest.code)}: {part}"),
        )
    )


def _part_words(asked: Asked, ground: Ground) -> str:
    """Write what is asked as a part of its fair share; above 100 % by the last person only, it says so."""
    standing = ground.standing(asked.code)
    is_rounded = asked.part > 1 and standing is not None and asked.amount <= standing.whole_share
    part = tr(wording.percent(asked.part))
    return tr("{part} (rounded up)", part=part) if is_rounded else part


def _in_kind(proposal: Proposal) -> str:
    parts = [wording.relocations(persons_in_all(proposal))] if persons_in_all(proposal) else []
    parts += [wording.money(money_in_all(proposal))] if money_in_all(proposal) else []
    return wording.listed(parts) or tr("nothing more")


def state_lines(outcome: Outcome, proposal: Proposal) -> list[FigureLine]:
    """Return a line for each state that is asked, and their sum."""
    ground = outcome.ground
    if ground is None:
        return []
    lines = [_state(each, ground) for each in proposal.asked]
    total = Cell(f"{tr(amount_words(proposal.added, ground.unit))}: {tr(_in_kind(proposal))}")
    one, several = _COUNTED[ground.has_key]
    states = tr(one if len(proposal.asked) == 1 else several, count=len(proposal.asked))
    return [*lines, FigureLine((Cell(states), Cell(""), total, Cell(""), Cell("")), strong=True, ground="sunken")]


def _state(asked: Asked, ground: Ground) -> FigureLine:
    standing = ground.standing(asked.code)
    now = asked.amount if standing is None else standing.now
    supposed = "" if standing is None else standing.supposed
    words = tr(added_words(asked, ground))
    return FigureLine(
        (
            Cell(f"{asked.code}  {state_name(asked.code)}", about=state_name(asked.code)),
            Cell(amount_words(now, ground.unit, alone=False) if standing is None else now_words(standing, ground.unit)),
            Cell(words, about=f"{words} ({tr(supposed)})" if supposed else words),
            Cell(amount_words(now + asked.amount, ground.unit, alone=False)),
            Cell(_part_words(asked, ground) if ground.has_key else ""),
        )
    )


def conflict_lines(outcome: Outcome, most: int | None = _MOST_LIMITS) -> tuple[list[FigureLine], list[str]]:
    """Return what would be enough, then a heading and lines for the limits of each conflict; and whom each is about.

    Args:
        outcome: what was found.
        most: limits of one conflict that are named; ``None`` for all of them.
    """
    lines: list[FigureLine] = []
    codes: list[str] = []
    if outcome.remedy:
        lines.append(FigureLine((Cell(remedy_words(outcome)),), strong=True, ground="sunken"))
        codes.append(outcome.remedy[0].code)
    for conflict in outcome.conflicts:
        lines.append(FigureLine((Cell(conflict.words, "block", "block"),), strong=True, ground="block_ground"))
        codes.append("")
        for each in _told(outcome, conflict)[:most]:
            lines.append(FigureLine((Cell(each.limit.text), Cell(each.instead))))
            codes.append(each.limit.code)
        left = 0 if most is None else len(conflict.loosenings) - most
        if left > 0:
            lines.append(FigureLine((Cell(tr("and {left} more", left=left)),)))
            codes.append("")
    return lines, codes


def _told(outcome: Outcome, conflict: Conflict) -> list[Loosening]:
    """Return the limits of a conflict, those first that are part of the remedy, then those that do by themselves."""
    return sorted(conflict.loosenings, key=lambda each: (each.limit not in outcome.remedy, each.instead == NOT_ENOUGH))


def why_page(outcome: Outcome, proposal: Proposal, colours: Colours) -> str:
    """Return the page that explains a proposal."""
    derivation = derivation_of(outcome, proposal)
    if derivation is None:
        return ""
    procedure = outcome.before.forum.procedure
    formula = page(derivation, outcome.before.readings, colours, procedure=procedure)
    rest = "".join(f'<p style="margin:0 0 6px 0">{escape(tr(line))}</p>' for line in lines_of(outcome, proposal))
    return f"{formula}<br>{rest}"


def as_text(outcome: Outcome) -> str:
    """Return everything that was found, for the clipboard."""
    blocks = []
    for line, proposal in zip(proposal_lines(outcome), outcome.proposals, strict=True):
        rows = "\n".join(each.copied for each in state_lines(outcome, proposal))
        blocks.append(f"{line.copied}\n{rows}")
    lines, _codes = conflict_lines(outcome, None)
    blocks += [line.copied for line in lines]
    return "\n\n".join(blocks) or tr(outcome.words)
