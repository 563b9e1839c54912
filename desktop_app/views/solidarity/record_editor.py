"""What the editors of one entry of the record have alike: a group, or an entry of the log."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.views.fields import ChoiceField
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.language import tr
from desktop_app.views.pools.drafts import state_choices
from desktop_app.views.solidarity.records import ListName, help_topic, helped_by, items_of, state_name, with_items

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk


class RecordEditor(ForumEditor):
    """Records an entry, or changes one. What stood there before is judged only where it becomes another.

    Attributes:
        list_name: field of the record that holds the entries.
        proposes: whether what stands in the fields at first is another entry already, which can be taken as it is.
        before: the entry as it is recorded; ``None`` for a new one.
    """

    list_name: ClassVar[ListName]
    proposes: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None, desk: "Desk", title: str, words: str, place: int | None) -> None:
        """Make the editor without its fields.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            title: of the window.
            words: what the editor is for.
            place: number of the entry that is changed; ``None`` records a new one.
        """
        super().__init__(parent, desk, title, words)
        self.help_page, self.help_heading = help_topic(self.forum.procedure, self.help_heading)
        self._place = place
        self._at_first: object = None
        self.before: Any = None if place is None else self.held[place]

    @property
    def recorded(self) -> SolidarityRecord:
        """What the forum records beside the procedure."""
        return self.forum.solidarity

    @property
    def held(self) -> tuple[Any, ...]:
        """The entries that are recorded."""
        return items_of(self.recorded, self.list_name)

    # ---------------------------------------------------------------------------------------- what a subclass tells

    def item(self) -> Any:
        """Return the entry as it stands in the fields."""
        raise NotImplementedError

    def refusals(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield what forbids an entry, by field; the first one of a field counts."""
        raise NotImplementedError

    def wanting(self, item: Any) -> Mapping[str, str]:
        """Return what an entry still needs, by field."""
        raise NotImplementedError

    def explain(self, item: Any) -> None:
        """Say under the fields what follows from what stands in them; by default nothing."""

    def called(self, item: Any) -> str:
        """Return what the change of an entry is called."""
        raise NotImplementedError

    def words_of(self, item: Any) -> str:
        """Return an entry in a few words."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------------------- the draft

    def draft(self) -> Draft:
        """Return the entry as it stands in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        item = self.item()
        self.explain(item)
        if self._is_as_recorded(item):
            return Draft(None, found)
        known = set() if self.before is None else set(self.refusals(self.before))
        for name, words in self.refusals(item):
            if (name, words) not in known:
                found.setdefault(name, words)
        # What is still empty is no mistake yet: it is said once the keys that take are pressed.
        is_finished = not found and not self.wanting(item)
        return Draft(self._change(item) if is_finished else None, found)

    def missing(self) -> Mapping[str, str]:
        """Return what is still to be filled in."""
        item = self.item()
        return {} if self._is_as_recorded(item) else self.wanting(item)

    def leads(self, then: Forum) -> list[str]:
        """Return the entry in a few words."""
        items = items_of(then.solidarity, self.list_name)
        return [self.words_of(items[-1 if self._place is None else self._place])]

    def _is_as_recorded(self, item: Any) -> bool:
        """Tell whether nothing is changed: fields may show less of an entry than a document brought."""
        if self._at_first is None:
            self._at_first = self.typed()
        is_untouched = not self.proposes and self.typed() == self._at_first
        return item == self.before or (self.before is not None and is_untouched)

    def _change(self, item: Any) -> SetSolidarity:
        place, held = self._place, self.held
        items = (*held, item) if place is None else (*held[:place], item, *held[place + 1 :])
        return SetSolidarity(with_items(self.recorded, self.list_name, items), self.called(item))

    def origin_field(self, recorded: str | None) -> ChoiceField:
        """Return the field that asks from which Member State the persons of a group come."""
        helped = helped_by(self.forum)
        own = tr("{state} (the report's)", state=state_name(helped)) if helped else tr("not said")
        states = state_choices(PROTOCOL_ORDER, recorded)
        return ChoiceField(tr("From: benefitting Member State"), [(None, own), *states])

    def at_validity(self, name: str) -> None:
        """Let the forum's validity name its problems at the fields of an entry.

        Args:
            name: the entry's name in the forum.
        """
        inside = {f"{self.list_name}[{name}].{field}": field for field in self.fields}
        self._places = {**inside, f"{self.list_name}[{name}]": "benefitting", self.list_name: "id"}


def name_problem(name: str, others: Iterator[str], example: str) -> str:
    """Return what is wrong with the name of a group: none, or another's; empty where nothing is."""
    if not name:
        return tr("A group needs a name of its own, such as {example}.", example=example)
    return tr("Another group is called {name}: choose a name of its own.", name=name) if name in set(others) else ""
