"""Other contributions: support plans (Annex IV), and requests that prevent pressure (COM(2020) 610, Art. 56).

Any Member State may help another at any time, on request or of its own initiative, with the consent of the one that
is helped. What was delivered can be credited later (Art. 53(4)).
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.response_plans import ResponseMeasure


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """A request for help to prevent pressure, told to the Commission (Art. 56(1)).

    Attributes:
        benefitting: the Member State that asks.
        notified: day on which the Commission was told.
        needs: what is needed, in words.
    """

    benefitting: str
    notified: date | None = None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Persons of a support plan's line who were in fact taken over or sponsored.

    Attributes:
        on: the day; its year is the year of the credit.
        persons: how many.
        minors: unaccompanied minors among them.
    """

    on: date | None = None
    persons: int = 0
    minors: int = 0


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One line of persons on the form of Annex IV.

    Attributes:
        type: one of :data:`desktop_app.calc.contribution_types.SUPPORT_TYPES`.
        persons: persons to be covered.
        minors: unaccompanied minors among them; no field of the line on the border procedure.
        nationalities: country codes, sorted, where the line asks for them.
        timetable: when.
        deliveries: what was delivered, in the order in which it was recorded; empty while merely intended.
    """

    type: ContributionType
    persons: int = 0
    minors: int = 0
    nationalities: tuple[str, ...] = ()
    timetable: str | None = None
    deliveries: tuple[Delivery, ...] = ()

    @property
    def delivered(self) -> int:
        """Persons delivered so far."""
        return sum(each.persons for each in self.deliveries)


@dataclass(frozen=True, slots=True)
class SupportMeasure:
    """One measure on the form of Annex IV, and whether it was delivered.

    Attributes:
        measure: the line of the form; its amount, scope and nature, and timetable.
        delivered: day on which it was delivered; ``None`` while intended.
    """

    measure: ResponseMeasure
    delivered: date | None = None


@dataclass(frozen=True, slots=True)
class SupportPlan:
    """A solidarity support plan (Art. 56(3), Annex IV).

    Attributes:
        id: its name in the forum, such as the reference number.
        code: the contributing Member State.
        benefitting: the Member State that is helped.
        reference: reference number; the form knows no revision.
        submitted: date of submission.
        on_request: it answers a request under Art. 56(1); otherwise it is of own initiative (Art. 56(2)).
        consent: day on which the helped state consented; ``None`` while it has not.
        lines: persons, in the order of the form.
        measures: measures of Art. 45(1)(d), in the order in which they stand.
        fits_fund: the measures fit the objectives of the Asylum and Migration Fund (Art. 56(2)).
        note: free text.
    """

    id: str
    code: str
    benefitting: str
    reference: str | None = None
    submitted: date | None = None
    on_request: bool = False
    consent: date | None = None
    lines: tuple[SupportLine, ...] = ()
    measures: tuple[SupportMeasure, ...] = ()
    fits_fund: bool = False
    note: str | None = None

    @property
    def persons(self) -> int:
        """Persons to be covered, of every line."""
        return sum(line.persons for line in self.lines)

    @property
    def delivered(self) -> int:
        """Persons delivered so far, of every line."""
        return sum(line.delivered for line in self.lines)
