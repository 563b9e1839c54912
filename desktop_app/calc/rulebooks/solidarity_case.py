"""What the rules on support plans and groups look at, whatever the procedure (COM(2020) 610, Art. 55 to 58)."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from desktop_app.calc.forum import Forum


class SolidarityCase(Protocol):
    """A forum of a procedure that records support plans and groups."""

    @property
    def forum(self) -> Forum:
        """What is recorded."""
        ...

    @property
    def readings(self) -> Mapping[str, str]:
        """Every reading in force, value by name."""
        ...

    @property
    def today(self) -> date | None:
        """The day of the check."""
        ...
