"""Codes, names and protocol order."""

import pytest

from desktop_app.calc.forum import Classification
from desktop_app.calc.member_states import (
    ASSOCIATED_NAMES,
    BOUND,
    POSITION,
    PROTOCOL_ORDER,
    name_of,
)
from desktop_app.calc.recorded import ABSENT

PROTOCOL = "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"


def test_protocol_order() -> None:
    assert PROTOCOL.split() == list(PROTOCOL_ORDER)
    assert POSITION["BE"] == 0
    assert POSITION["SE"] == 26


def test_26_are_bound_ireland_among_them() -> None:
    assert len(BOUND) == 26
    assert "DK" not in BOUND
    assert "IE" in BOUND


def test_names() -> None:
    assert name_of("EL") == "Greece"
    assert name_of("NO") == "Norway"
    assert set(ASSOCIATED_NAMES) == {"IS", "NO", "CH", "LI"}
    with pytest.raises(KeyError):
        name_of("GR")


def test_markings_on_paper() -> None:
    assert Classification.EU_RESTRICTED.marking == "RESTREINT UE/EU RESTRICTED"
    assert Classification.LIMITE.marking == "LIMITE"


def test_nothing_recorded_says_so() -> None:
    assert repr(ABSENT) == "ABSENT"
