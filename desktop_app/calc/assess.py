"""From a forum to everything that can be said of it."""

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool import book


def assess(forum: Forum, previous: Assessment | None = None) -> Assessment:
    """Assess a forum by the rulebook of its procedure.

    Args:
        forum: the forum.
        previous: an earlier assessment; its unchanged parts are reused, the result is the same without.
    """
    return book.assess(forum, previous)
