"""What people have noted about a Member State's pledge, deductions or plan, for the figures that rest on them."""

from typing import Final

from desktop_app.calc.forum import Forum, Procedure

_BESIDE_THE_PLEDGE: Final = frozenset(
    {
        "exact_key",
        "key_number",
        "asked",
        "half",
        "share",
        "share_percent",
        "exact_fair_share",
        "fair_share_relocations",
        "fair_share_eur",
        "reduction_eligible",
    }
)
"""Figures of a Member State that rest on the key and the act, not on what it pledges or plans."""
_ON_DEDUCTIONS: Final = ("deducted_", "net_")
"""How the ids of figures begin that deductions change."""


def notes_on(forum: Forum, figure: str, code: str | None) -> tuple[str, ...]:
    """Return the notes that belong to a figure of a Member State; none for the pool's.

    Args:
        forum: the forum.
        figure: id of the figure.
        code: the Member State, or ``None``.
    """
    if code is None or figure in _BESIDE_THE_PLEDGE:
        return ()
    if forum.procedure is Procedure.SEARCH_AND_RESCUE:
        written = [plan.note for plan in forum.search_and_rescue.revisions(code)[-1:]]
        return tuple(note.strip() for note in written if note and note.strip())
    record = forum.state(code)
    notes = [record.pledge.note]
    if figure.startswith(_ON_DEDUCTIONS):
        notes += [deduction.note for deduction in record.deductions]
    return tuple(note.strip() for note in notes if note and note.strip())
