"""What stands in the lines of the history."""

from dataclasses import dataclass, replace
from typing import Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind, Step
from desktop_app.calc.rounds import round_words
from desktop_app.calc.told_steps import told_words
from desktop_app.views.language import entry_title, marked, shown, tr
from desktop_app.views.saved_mark import clock_text

ACTIONS: Final = {
    "change": marked("change"),
    "undo": marked("undone"),
    "redo": marked("redone"),
    "create": marked("begun"),
    "migrate": marked("file brought up to date"),
}
"""What an entry is called that is no mark, by its action."""
_MARK_ICONS: Final = {
    MarkKind.MEETING: "calendar",
    MarkKind.ROUND: "lock",
    MarkKind.RELEASE: "view",
    MarkKind.WITHDRAWAL: "view",
    MarkKind.REASON: "note",
    MarkKind.PEN_GIVEN: "edit",
    MarkKind.PEN_TAKEN: "edit",
}
_ICONS: Final = {"undo": "undo", "redo": "redo", "create": "new", "migrate": "settings"}
_LISTED: Final = 200
"""Cells that the whole text of an entry lists; more are counted."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of the history.

    Attributes:
        seq: number of the entry.
        cells: what stands in the columns, in their order.
        icon: of what the entry is.
        is_mark: whether it stands out as a mark.
        is_undone: whether it does not stand any more.
        whole: everything that is known of it, line by line.
    """

    seq: int
    cells: tuple[str, ...]
    icon: str
    is_mark: bool
    is_undone: bool
    whole: str


_ABOUT: Final = {"undo": marked("undoes entry {entry}"), "redo": marked("redoes the undone entry {entry}")}
_ON: Final = marked("on entry {entry}")


def link_words(step: Step) -> str:
    """Say with which other entries an entry has to do; empty where with none."""
    said = []
    if step.reverts is not None:
        said.append(tr("takes back entry {entry}", entry=step.reverts))
    if step.about is not None:
        said.append(tr(_ABOUT.get(step.action, _ON), entry=step.about))
    if step.taken_back is not None:
        said.append(tr("taken back by entry {entry}", entry=step.taken_back))
    return ", ".join(said)


def changed_words(step: Step) -> str:
    """Return what an entry changed, in one line: the first cell, and how many more."""
    if not step.differences:
        return ""
    more = len(step.differences) - 1
    first = shown(str(step.differences[0]))
    return tr("{first} (and {more} more)", first=first, more=more) if more else first


def line_of(step: Step, forum: Forum) -> EntryLine:
    """Return the line of an entry.

    Args:
        step: the entry.
        forum: names the meetings.
    """
    moment = step.moment
    links = link_words(step)
    who = f"{moment.operator} ({step.desk})" if step.desk else moment.operator
    what = _told(step)
    if links:
        what = f"{what} [{links}]"
    cells = (
        str(moment.seq),
        clock_text(moment.at),
        who,
        shown(round_words(forum, moment)),
        _one_line(what),
        _one_line(changed_words(step)),
        _one_line(step.reason or ""),
    )
    is_undone = step.taken_back is not None
    return EntryLine(moment.seq, cells, _icon(step), step.mark is not None, is_undone, _whole(step, cells))


def _told(step: Step) -> str:
    """Return what an entry did; its title, which is kept in English, is read back where it is no name of a person's."""
    if step.mark is None and step.action != "create":
        step = replace(step, moment=replace(step.moment, title=entry_title(step.moment.title)))
    return shown(told_words(step))


def _icon(step: Step) -> str:
    if step.mark is not None:
        return _MARK_ICONS[step.mark]
    if step.reverts is not None:
        return "undo"
    return "document" if step.adopts or step.merges else _ICONS.get(step.action, "")


def _whole(step: Step, cells: tuple[str, ...]) -> str:
    moment = step.moment
    said = [
        tr(
            "Entry {seq}, {when}, {round}, by {who}; state {fingerprint}",
            seq=moment.seq,
            when=cells[1],
            round=cells[3],
            who=cells[2],
            fingerprint=moment.fingerprint,
        ),
        cells[4],
    ]
    if step.reason:
        said.append(tr("Reason: {reason}", reason=step.reason))
    said += [f"• {shown(str(each))}" for each in step.differences[:_LISTED]]
    more = len(step.differences) - _LISTED
    if more > 0:
        said.append(tr("… and {more} more cells", more=more))
    return "\n".join(said)


def _one_line(text: str) -> str:
    return " ".join(text.split(" ")).replace("\n", " ⏎ ")
