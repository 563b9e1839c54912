"""From a forum to everything that can be said of it."""

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.rulebooks.annual_pool import book as annual_pool
from desktop_app.calc.rulebooks.migratory_pressure import book as migratory_pressure
from desktop_app.calc.rulebooks.search_and_rescue import book as search_and_rescue
from desktop_app.calc.rulebooks.voluntary import book as voluntary

_BOOKS: Final[Mapping[Procedure, Callable[[Forum, Assessment | None], Assessment]]] = {
    Procedure.ANNUAL_POOL: annual_pool.assess,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.assess,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure.assess,
    Procedure.VOLUNTARY: voluntary.assess,
}


def assess(forum: Forum, previous: Assessment | None = None) -> Assessment:
    """Assess a forum by the rulebook of its procedure.

    Args:
        forum: the forum.
        previous: an earlier assessment; its unchanged parts are reused, the result is the same without.
    """
    return _BOOKS[forum.procedure](forum, previous)
