"""A proposal as a scenario of the forum file: a branch of the moment that is shown, with the proposal as its step."""

from typing import TYPE_CHECKING, Final

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.gap.explanation import about_target
from desktop_app.calc.gap.target import names_proposal
from desktop_app.views.desk_views import InScenario, Past
from desktop_app.views.language import marked, shown, tr

if TYPE_CHECKING:
    from desktop_app.calc.gap.proposal import Outcome, Proposal
    from desktop_app.views.desk import Desk

_MOST_CODES: Final = 4
_CLASSIFIED: Final = marked(
    "Aimed at half of the number in the Commission's proposal, RESTREINT UE/EU RESTRICTED until the act is adopted "
    "(Art. 12(6)): its relocations together may tell that number."
)


def open_as_scenario(desk: "Desk", outcome: "Outcome", proposal: "Proposal") -> str:
    """Record a proposal in a scenario of its own and show it; in a scenario, it goes into that one.

    Returns:
        What went wrong; empty where all is well.
    """
    from desktop_app.models.errors import BadInput, ForumFileError

    if isinstance(desk.view, InScenario):
        return "" if desk.apply(proposal.change) else tr("The scenario did not take it.")
    seq = desk.view.moment.seq if isinstance(desk.view, Past) else desk.file.seq
    try:
        name = _free_name(title_of(outcome, proposal), {each.name for each in desk.file.scenarios()})
        forum = outcome.before.forum
        note = _CLASSIFIED if names_proposal(forum, outcome.target) and forum.adopted is None else None
        scenario = desk.file.branch(name, seq, note)
        desk.file.scenario(scenario.id).apply(proposal.change)
    except (BadInput, CannotChangeError, ForumFileError) as error:
        return shown(str(error))
    return "" if desk.look_in(scenario.id) else tr("The scenario cannot be read.")


def title_of(outcome: "Outcome", proposal: "Proposal") -> str:
    """Return a name for the scenario: ``"Towards the reference number: DE, FR"``."""
    codes = [each.code for each in proposal.asked]
    few, title = ", ".join(codes[:_MOST_CODES]), tr(about_target(outcome).title)
    if len(codes) > _MOST_CODES:
        return tr("Towards {title}: {codes} and {number} more", title=title, codes=few, number=len(codes) - _MOST_CODES)
    return tr("Towards {title}: {codes}", title=title, codes=few)


def _free_name(name: str, taken: set[str]) -> str:
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
