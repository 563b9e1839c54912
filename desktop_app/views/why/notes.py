"""What people have noted about a Member State's pledge, plan or what changes it, for the figures that rest on them."""

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
        "average",
        "vote_population_percent",
    }
)
"""Figures of a Member State that rest on the key and the act, not on what it pledges or plans."""
_ON_CREDITS: Final = frozenset({"credited", "relocations", "sponsorship", "beneficiaries", "measures"})
"""Figures of a pressure response that earlier contributions change."""
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
    notes = _NOTES[forum.procedure](forum, figure, code)
    return tuple(note.strip() for note in notes if note and note.strip())


def _of_pledge(forum: Forum, figure: str, code: str) -> list[str | None]:
    record = forum.state(code)
    on_deductions = record.deductions if figure.startswith(_ON_DEDUCTIONS) else ()
    return [record.pledge.note, *(deduction.note for deduction in on_deductions)]


def _of_plan(forum: Forum, _figure: str, code: str) -> list[str | None]:
    return [plan.note for plan in forum.search_and_rescue.revisions(code)[-1:]]


def _of_pressure_plan(forum: Forum, figure: str, code: str) -> list[str | None]:
    recorded = forum.migratory_pressure
    credits_ = recorded.credits if figure in _ON_CREDITS else ()
    return [
        *(plan.note for plan in recorded.revisions(code)[-1:]),
        *(each.note for each in credits_ if each.code == code),
    ]


def _of_voluntary_pledge(forum: Forum, figure: str, code: str) -> list[str | None]:
    recorded = forum.voluntary
    if figure.startswith(("needed_", "open_")):
        return [need.note for need in recorded.needs if need.benefitting == code]
    kept = recorded.kept if figure.startswith(("kept_", "outstanding_")) else ()
    return [
        *(pledge.note for pledge in recorded.pledges_of(code)),
        *(each.note for each in kept if each.code == code),
    ]


_NOTES: Final = {
    Procedure.ANNUAL_POOL: _of_pledge,
    Procedure.SEARCH_AND_RESCUE: _of_plan,
    Procedure.MIGRATORY_PRESSURE: _of_pressure_plan,
    Procedure.VOLUNTARY: _of_voluntary_pledge,
}
