"""What is printed of a desk: what it shows, and what that is, in the time of this machine."""

from typing import assert_never

from desktop_app.documents.standing import Standing, now, past, scenario
from desktop_app.views.desk import Desk
from desktop_app.views.desk_views import InScenario, Now, Past


def standing_of(desk: Desk) -> Standing:
    """Return what the figures of a desk are of: now, a past moment, a scenario."""
    view = desk.view
    match view:
        case Now():
            return now(None)
        case Past():
            return past(view.moment, None)
        case InScenario():
            return scenario(view.scenario.name, None)
        case _:
            assert_never(view)
