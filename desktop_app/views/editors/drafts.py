"""Edits that were made and not taken yet, by Member State and part; they wait until they are taken or given up."""

from dataclasses import dataclass
from typing import Any

from desktop_app.calc.voluntary import signatory_place
from desktop_app.views.language import shown, state_name


@dataclass(frozen=True, slots=True)
class Draft:
    """Edits of one part of what is recorded of a Member State.

    Attributes:
        code: Union code.
        page: name of the page.
        part: id of the part, of which a page may have several.
        words: what is edited, in a few words.
        form: what stands in the fields.
        base: what stood there when the edits began.
    """

    code: str
    page: str
    part: str
    words: str
    form: Any
    base: Any

    @property
    def title(self) -> str:
        """Member State and part: ``"Latvia: measures"``."""
        return f"{state_name(self.code)}: {shown(self.words)}"


class Drafts:
    """The drafts of one forum."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Draft] = {}

    def __len__(self) -> int:
        return len(self._held)

    def of(self, code: str, part: str) -> Draft | None:
        """Return the draft of a part, or ``None``."""
        return self._held.get((code, part))

    def keep(self, draft: Draft) -> None:
        """Keep a draft; it takes the place of an earlier one of its part."""
        self._held[draft.code, draft.part] = draft

    def drop(self, code: str, part: str) -> Draft | None:
        """Let go of a draft and return it."""
        return self._held.pop((code, part), None)

    def pages(self, code: str) -> frozenset[str]:
        """Return the pages with edits of a Member State."""
        return frozenset(draft.page for draft in self._held.values() if draft.code == code)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, in protocol order, associated states last."""
        return tuple(sorted(self._held.values(), key=lambda draft: (signatory_place(draft.code), draft.part)))

    def elsewhere(self, code: str) -> tuple[Draft, ...]:
        """Return the drafts of other Member States, in protocol order."""
        return tuple(draft for draft in self.all() if draft.code != code)
