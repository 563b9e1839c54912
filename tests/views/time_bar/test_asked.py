"""What can be typed to get to a moment."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.views.language import tr
from desktop_app.views.time_bar.asked import EXAMPLES, read_asked


def local(text: str) -> datetime:
    """Return a time of the local clock, wherever the tests run."""
    return datetime.fromisoformat(text).astimezone()


SHOWN, NEWEST = local("2026-11-20 12:00"), local("2026-11-27 12:00")


@pytest.mark.parametrize(("text", "seq"), [("57", 57), (" entry 57 ", 57), ("#1", 1), ("112", 112)])
def test_the_number_of_an_entry(text: str, seq: int) -> None:
    assert read_asked(text, 112, SHOWN, NEWEST).seq == seq


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("16:40", "2026-11-20 16:40:59.999999"),
        ("16:40:12", "2026-11-20 16:40:12.999999"),
        ("27 Nov 16:40", "2026-11-27 16:40:59.999999"),
        ("27 november, 9:05", "2026-11-27 09:05:59.999999"),
        ("28 Nov", "2025-11-28 23:59:59.999999"),
        ("27 Nov 2024", "2024-11-27 23:59:59.999999"),
        ("29 Feb 8:00", "2024-02-29 08:00:59.999999"),
        ("3.11. 8:00", "2026-11-03 08:00:59.999999"),
        ("2026-11-27T16:40", "2026-11-27 16:40:59.999999"),
        ("27.11.2026 16:40", "2026-11-27 16:40:59.999999"),
    ],
)
def test_a_time_means_its_end_and_a_day_without_a_year_the_last_one(text: str, until: str) -> None:
    asked = read_asked(text, 112, SHOWN.astimezone(UTC), NEWEST.astimezone(UTC))
    assert (asked.seq, asked.problem) == (None, "")
    assert asked.until == local(until)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("113", "The record has entries 1 to 112."),
        ("0", "The record has entries 1 to 112."),
        ("noon", "“noon” is neither an entry (1 to 112) nor a time: such as 57, 16:40, 27 Nov 16:40."),
        ("25:00", "There is no “25:00”: type an entry, a time or a day, such as 57, 16:40, 27 Nov 16:40."),
        ("31 Nov", "There is no “31 Nov”: type an entry, a time or a day, such as 57, 16:40, 27 Nov 16:40."),
    ],
)
def test_what_names_nothing_is_told_in_one_line(text: str, problem: str) -> None:
    assert read_asked(text, 112, SHOWN, NEWEST).problem == problem


@pytest.mark.parametrize(
    ("code", "text", "until"),
    [
        ("nl", "27 mrt", "2026-03-27 23:59:59.999999"),
        ("nl", "27 maart 8:00", "2026-03-27 08:00:59.999999"),
        ("fr", "3 févr. 8:00", "2026-02-03 08:00:59.999999"),
        ("fr", "3 juil", "2026-07-03 23:59:59.999999"),
        ("de", "12. Dez. 2025", "2025-12-12 23:59:59.999999"),
        ("de", "3. März", "2026-03-03 23:59:59.999999"),
        # English is read everywhere.
        ("de", "3 Mar", "2026-03-03 23:59:59.999999"),
    ],
)
def test_months_are_read_as_the_language_writes_them(
    speak: Callable[[str], None], code: str, text: str, until: str
) -> None:
    speak(code)
    assert read_asked(text, 112, SHOWN, NEWEST).until == local(until)


@pytest.mark.parametrize("code", ["de", "en", "fr", "nl"])
def test_every_example_can_be_typed(speak: Callable[[str], None], code: str) -> None:
    speak(code)
    entry, clock, day = tr(EXAMPLES).split(", ")
    assert read_asked(entry, 112, SHOWN, NEWEST).seq == 57
    assert read_asked(clock, 112, SHOWN, NEWEST).until == local("2026-11-20 16:40:59.999999")
    assert read_asked(day, 112, SHOWN, NEWEST).until == local("2026-11-27 16:40:59.999999")
