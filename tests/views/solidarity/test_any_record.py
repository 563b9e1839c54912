"""Whatever a document brings: windows show it, and editors that nobody touches change nothing of it."""

from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop_app.calc.forum import Forum
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.views.desk import Desk
from desktop_app.views.solidarity.incentives_window import IncentivesWindow
from desktop_app.views.solidarity.log import LogEditor
from desktop_app.views.solidarity.log_window import LogWindow
from desktop_app.views.solidarity.rates import RatesEditor
from desktop_app.views.solidarity.relocation import RelocationEditor
from desktop_app.views.solidarity.relocation_window import RelocationWindow
from desktop_app.views.solidarity.sponsorship import SponsorshipEditor
from desktop_app.views.solidarity.sponsorship_window import SponsorshipWindow
from tests.solidarity_strategies import solidarity
from tests.views.solidarity.small import forum, voluntary


def held(found: Forum) -> Desk:
    """Return a desk over a forum that is in no file."""
    file: Any = SimpleNamespace(forum=found, is_read_only=False)
    return Desk(file)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(solidarity(), st.booleans())
def test_it_is_shown_and_nothing_is_changed_by_looking(
    qapp: QApplication, record: SolidarityRecord, is_pressure: bool
) -> None:
    desk = held(forum(record) if is_pressure else voluntary(record))
    for kind, count in (
        (SponsorshipWindow, len(record.sponsorship_groups)),
        (RelocationWindow, len(record.relocation_groups)),
        (LogWindow, len(record.log)),
        (IncentivesWindow, None),
    ):
        window = kind(None)
        window.show_desk(desk)
        for row in range(len(window.shown)):
            window.go_to_row(row)
        assert count in {None, sum(each.place is not None for each in window.shown)}
        window.show_desk(None)
        window.deleteLater()
    editors = [
        *(SponsorshipEditor(None, desk, place) for place in range(len(record.sponsorship_groups))),
        *(RelocationEditor(None, desk, place) for place in range(len(record.relocation_groups))),
        *(LogEditor(None, desk, place) for place in range(len(record.log))),
        RatesEditor(None, desk),
    ]
    for editor in editors:
        assert editor.staged is None
        assert not editor.missing()
        editor.deleteLater()
