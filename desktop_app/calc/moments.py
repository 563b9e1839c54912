"""The day a check is for: given in the forum, else the latest date in it. Nothing reads the clock."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.forum import Forum


def as_of(forum: Forum) -> date | None:
    """Return the day of the check; ``None`` when the forum names no date at all."""
    return forum.as_of or max(dates_in(forum), default=None)


def dates_in(forum: Forum) -> Iterator[date]:
    """Yield every date that the forum records of its procedure.

    Readings are settings, and holidays, days of exchange rates, of extraction and of acknowledgement say
    nothing of how far the procedure has come: none of them counts.
    """
    basis = forum.basis
    single = (
        forum.adopted,
        forum.key.population_date,
        basis.report.date,
        basis.decision.date,
        basis.proposal.date,
        *(meeting.date for meeting in forum.meetings),
    )
    yield from filter(None, single)
    for record in forum.states:
        if record.benefitting_since:
            yield record.benefitting_since
        for deduction in record.deductions:
            yield from filter(None, (deduction.announced, deduction.requested, deduction.assessed, deduction.decided))
