"""Requests for help that prevent pressure, told to the Commission (COM(2020) 610, Art. 56(1))."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetSolidarity
from desktop_app.calc.forum import Forum
from desktop_app.calc.support_plans import HelpRequest
from desktop_app.calc.wording import day
from desktop_app.views.fields import (
    UNCHOSEN,
    ChoiceField,
    DateField,
    Field,
    NoteField,
    day_text,
    read_day,
    to_choose,
)
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.lists import ListEditor
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.solidarity.records import help_topic
from desktop_app.views.support.words import HELP_HEADING, STATES, not_associated

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

TITLE: Final = marked("Requests for help")
_WORDS: Final = marked(
    "A Member State may ask the others for help so that it does not come under pressure; it tells the Commission "
    "(Art. 56(1)). What is given after a request can be credited in the year after (Art. 53(4))."
)


class RequestKinds:
    """Requests for help."""

    title = marked("Requests, in the order in which they were made")
    one = marked("request")
    moves = True

    def fields(self) -> dict[str, Field]:
        """Make the fields of a request."""
        return {
            "benefitting": ChoiceField(tr("Member State that asks"), to_choose(STATES)),
            "notified": DateField(tr("Commission told on")),
            "needs": NoteField(tr("What is needed"), tr("such as places of reception, and until when")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return a request of which nothing is said."""
        return {"benefitting": UNCHOSEN, "notified": "", "needs": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Italy: 3 March 2026"``."""
        when = read_day(raw["notified"]).value
        asks = state_name(raw["benefitting"]) if raw["benefitting"] else tr("no Member State chosen")
        return f"{asks}: {tr(day(when)) if when else tr('no day')}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a state may ask again
        """Refuse an associated state; ask for a day that can be read."""
        read = read_day(raw["notified"])
        day_problem = read.problem or (
            "" if read.value else tr("A request needs the day on which the Commission was told.")
        )
        who = "" if raw["benefitting"] else tr("Which Member State asks? Choose it.")
        found = {"benefitting": who or not_associated(raw["benefitting"]), "notified": day_problem}
        return {name: problem for name, problem in found.items() if problem}


class RequestsEditor(ListEditor):
    """The requests for help, with their days."""

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        held = [
            {
                "benefitting": each.benefitting,
                "notified": day_text(each.notified),
                "needs": each.needs or "",
                RECORDED: each,
            }
            for each in desk.assessment.forum.solidarity.requests
        ]
        super().__init__(parent, desk, TITLE, _WORDS, (RequestKinds(), held))
        self.help_page, self.help_heading = help_topic(self.forum.procedure, HELP_HEADING)

    def change(self) -> Change:
        """Return the requests."""
        requests = tuple(
            HelpRequest(raw["benefitting"], read_day(raw["notified"]).value, kept_text(raw, "needs"))
            for raw in self.entries.held
        )
        return SetSolidarity(replace(self.forum.solidarity, requests=requests), TITLE)

    def count(self, forum: Forum) -> int:
        """Return how many requests there are."""
        return len(forum.solidarity.requests)
