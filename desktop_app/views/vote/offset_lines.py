"""What Art. 63 says of each Member State, as lines of a list; and of the pool, as bars."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.offset_words import option_words
from desktop_app.calc.offsets import Exempt, Offsets, StateOffsets
from desktop_app.calc.readings import OFFSET_CAP
from desktop_app.calc.wording import day, number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.vote.bars import Level

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("May offer")),
    Column(marked("Why (Art. 63(2))"), wraps=True),
    Column(marked("Relocations\npledged"), right=True),
    Column(marked("Half of its\nfair share"), right=True),
    Column(marked("Cap: on\nrelocations"), right=True),
    Column(marked("Cap: on the\nwhole pledge"), right=True),
    Column(marked("Lost, Art.\n63(4)"), right=True),
)
OF_PANEL: Final = frozenset({5, 6, 7})
"""Columns that say something of mandatory offsets alone."""
_TOGETHER: Final = marked("never more than this together; how mandatory offsets are spread is not regulated")
CAPS: Final = {5: "offset_cap_relocations", 6: "offset_cap_all_types", 1: "offset_option"}
"""What a cell of the column answers to "why?"."""
_UNKNOWN: Final = Cell("?", tone="unknown", about=marked("not known: a fair share or a pledge is missing"))


def has_panel(found: Offsets) -> bool:
    """Tell whether mandatory offsets are a subject: after a meeting under Art. 13(4), or where none is needed."""
    return found.meeting is not None or found.mandatory_by_erosion


def lines_of(found: Offsets) -> tuple[FigureLine, ...]:
    """Return a line for each state of the key, and one for all contributing states together."""
    lines = (*(_line(found, each) for each in found.states), _sums(found)) if found.states else ()
    return lines if has_panel(found) else tuple(_without_panel(line) for line in lines)


def _without_panel(line: FigureLine) -> FigureLine:
    cells = (Cell("") if place in OF_PANEL else cell for place, cell in enumerate(line.cells))
    return replace(line, cells=tuple(cells))


def _line(found: Offsets, each: StateOffsets) -> FigureLine:
    is_open = each.option != "no"
    why = [tr(option_words(found, each))]
    if each.exempt is Exempt.FULL_DEDUCTION:
        why.append(tr("an act deducts everything: no cap"))
    if is_open and not found.applied:
        why.append(tr("not applied yet, from {day}", day=day(found.applies)))
    return FigureLine(
        (
            Cell(state_name(each.code)),
            _option(found, each),
            Cell("; ".join(why)),
            _UNKNOWN if each.pledged is None else Cell(persons(each.pledged)),
            _exact(each.own_threshold),
            _cap(each, each.cap_relocations),
            _cap(each, each.cap_all_types),
            Cell(persons(each.lost) if each.lost else ""),
        )
    )


def _option(found: Offsets, each: StateOffsets) -> Cell:
    if each.option != "no":
        return Cell(tr("yes ({option})", option=each.option), "ok", "ok")
    unknown = None in (each.pledged, each.own_threshold, found.request_threshold)
    if unknown and each.exempt is not Exempt.BENEFITTING:
        return Cell(tr("open"), "unknown", "unknown", tr("one of the figures is not known yet"))
    return Cell(tr("no"), "none", "muted")


def _exact(value: Fraction | None) -> Cell:
    return _UNKNOWN if value is None else Cell(number(value))


def _cap(each: StateOffsets, cap: Fraction | None) -> Cell:
    if each.exempt is not None:
        return Cell("–", tone="muted", about=tr("none: {reason}", reason=tr(each.exempt.value)))
    return _exact(cap)


def _sums(found: Offsets) -> FigureLine:
    people, whole = _exact(found.cap_relocations), _exact(found.cap_all_types)
    lost = found.lost_to_benefitting + found.lost_to_deductions
    return FigureLine(
        (
            Cell(tr("Contributing states")),
            Cell(""),
            Cell(_TOGETHER if has_panel(found) else ""),
            Cell(persons(found.relocations)),
            Cell(""),
            people,
            whole,
            Cell(persons(lost) if lost else ""),
        ),
        strong=True,
        ground="sunken",
    )


def levels_of(found: Offsets) -> tuple[Level, ...]:
    """Return the bars: 63(1) on the proposal's number; with the panel also 63(3), and what is left to implement."""
    numbers = (Fraction(found.proposal or 0), found.target or Fraction(0), Fraction(found.relocations), Fraction(1))
    # A mark at the very end would be half outside.
    widest = max(numbers) * Fraction(21, 20)

    def level(title: str, value: int, mark: Fraction | None, of: str, asked: str) -> Level:
        if mark is None:
            return Level(title, None, None, persons(value), None, of, asked)
        verdict = (
            tr("at least {mark}: {of}", mark=number(mark), of=of)
            if value >= mark
            else tr("below {mark}: {of}", mark=number(mark), of=of)
        )
        return Level(title, value / widest, mark / widest, persons(value), value >= mark, verdict, asked)

    least = None if found.least is None else Fraction(found.least)
    proposed = tr("half of the proposal's number (classified until adoption)")
    if found.request_threshold is None:
        proposed = tr("the proposal has no number of relocations")
    on_request = level(
        tr("63(1): on request"), found.relocations, found.request_threshold, proposed, "offset_request_threshold"
    )
    if not has_panel(found):
        return (on_request,)
    return (
        on_request,
        level(tr("63(3)(a): pledged"), found.relocations, least, _least_words(found), "offset_target"),
        level(tr("63(3)(b): pledged"), found.relocations, found.sixty, _sixty_words(found), "offset_sixty_percent"),
        level(
            tr("63(4): left to implement"),
            found.effective,
            found.target,
            tr("the higher of the two"),
            "offset_effective",
        ),
    )


def _least_words(found: Offsets) -> str:
    if found.least is None:
        return tr("the proposal has no number of relocations")
    return tr("the number of Art. 12(2)(a)")


def _sixty_words(found: Offsets) -> str:
    if found.sixty is None:
        return tr("there is no reference number yet")
    return tr("60 % of the act's {persons}", persons=persons(found.reference or 0))


def cap_words(found: Offsets) -> str:
    """Say which reading of the cap is in force, and what both leave."""
    if found.cap is None:
        return tr("No cap is known yet: fair shares or pledges are missing.")
    chosen = found.readings[OFFSET_CAP.name]
    people, whole = number(found.cap_relocations or 0), number(found.cap_all_types or 0)
    return tr(
        "Cap of Art. 63(7), both readings: {people} on relocations alone, {whole} on the whole pledge; "
        "in force ({chosen}): {number}. {asked}Whether money counts against the cap is an open legal "
        "question.",
        people=people,
        whole=whole,
        chosen=chosen,
        number=number(found.cap),
        asked=_asked(found),
    )


def _asked(found: Offsets) -> str:
    """Say what the caps leave of the applications that offsets would cover."""
    if found.volume is None or found.cap is None or not (found.mandatory or found.mandatory_by_erosion):
        return ""
    most = number(min(found.volume, found.cap))
    left = any(each.cap_relocations is None or each.cap_all_types is None for each in found.contributing)
    words = (
        tr(
            "So of {number} applications no more than {most} can be asked of those whose cap is known.",
            number=number(found.volume),
            most=most,
        )
        if left
        else tr("So of {number} applications no more than {most} can be asked.", number=number(found.volume), most=most)
    )
    return f"{words} "
