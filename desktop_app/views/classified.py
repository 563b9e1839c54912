"""The band over a window that holds the classified number of the Commission's proposal (Art. 12(6))."""

from typing import Final

from desktop_app.calc.forum import Classification, Forum
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import Chip

_HOLDS: Final = marked("holds the number of the Commission's proposal")


class ClassifiedBand(Chip):
    """Shows itself while the act is not adopted and what it marks holds the number."""

    def mark(self, forum: Forum, *, holds: bool) -> None:
        """Show or hide the band.

        Args:
            forum: tells whether the act is adopted, which ends the classification.
            holds: whether the number stands in the window.
        """
        classified = holds and forum.adopted is None
        self.setVisible(classified)
        if classified:
            marking = Classification.EU_RESTRICTED.marking
            self.say(tr("{marking} until adoption: {why}", marking=marking, why=_HOLDS), "block", "block_ground")

    @property
    def copied(self) -> str:
        """The marking that goes along to the clipboard; empty where nothing is classified."""
        return "" if self.isHidden() else self.text
