"""What the lists of a window of records say of one entry: whole sentences, since what it is called is inflected."""

from dataclasses import dataclass
from typing import Final

from desktop_app.views.language import marked


@dataclass(frozen=True, slots=True)
class EntryWords:
    """Sentences about one entry, to be told where they are shown.

    Attributes:
        add: what adding one does.
        change: what changing the current one does.
        remove: what taking the current one out does.
        asked: the question before it is taken out.
    """

    add: str
    change: str
    remove: str
    asked: str


ENTRY: Final = EntryWords(
    marked("Record a new entry"),
    marked("Change this entry; Enter on its line does it too"),
    marked("Take this entry out; undo brings it back"),
    marked("Take this entry out?"),
)
GROUP: Final = EntryWords(
    marked("Record a new group"),
    marked("Change this group; Enter on its line does it too"),
    marked("Take this group out; undo brings it back"),
    marked("Take this group out?"),
)
SUPPORT_PLAN: Final = EntryWords(
    marked("Record a new support plan"),
    marked("Change this support plan; Enter on its line does it too"),
    marked("Take this support plan out; undo brings it back"),
    marked("Take this support plan out?"),
)
