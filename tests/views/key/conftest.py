"""What the tests of the key's editors share: a desk on a real file, a small forum worked out by hand, shown editors."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.forum import Applications, DataFlag, Forum, Key, KeyState, Pledge, Pool, StateRecord
from desktop_app.views.dialogs.messages import Message
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Belgium has 60 % and Estonia 40 % of the key; R = 1 000, F = EUR 20 million: 600 and 400 persons."""
    return Forum(
        title="Pool for 2026",
        key=Key(
            population_date=date(2024, 1, 1),
            population_source="Eurostat",
            gdp_year=2023,
            states=(
                KeyState("BE", 60, 6_000),
                KeyState("EE", 40, 4_000, population_flags=(DataFlag.PROVISIONAL,), remark="as published"),
            ),
            adopted_shares=(("EE", Fraction(40)),),
        ),
        pool=Pool(1_000, 20_000_000_00),
        states=(StateRecord("BE", pledge=Pledge(600, None, None)), StateRecord("EE", pledge=Pledge(400, None, None))),
        applications=(
            Applications("BE", ((2020, 10), (2021, 10), (2022, 10), (2023, 10), (2024, 10))),
            Applications("EE", ((2019, 7), (2020, 1), (2021, 1), (2022, 1), (2023, 1), (2024, 1)), ((2024, 50),)),
        ),
    )


@pytest.fixture
def shown_messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Collect what would be shown."""
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(Message, "show", lambda _parent, title, text: said.append((title, text)))
    return said
