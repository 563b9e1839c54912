"""Forums to print: an example with every kind of cell, the built-in one, and one with which nothing is wrong."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.calc.forum import Basis, Classification, Forum, Key, KeyState, Pledge, Pool, SourceAct, StateRecord
from desktop_app.calc.member_states import BOUND
from desktop_app.documents.text import Terms
from desktop_app.models.interchange import read_document

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def example() -> Forum:
    """A small pool of three states and Denmark, not adopted; nothing blocks."""
    return read_document((ROOT / "tests" / "examples" / "annual-pool.json").read_bytes())


@pytest.fixture
def sample() -> Forum:
    """The built-in forum of 2026: most pledges are not recorded, so that much blocks."""
    return read_document((ROOT / "resources" / "samples" / "annual-pool-2026.json").read_bytes())


@pytest.fixture
def adopted() -> Forum:
    """A pool of all 26 bound states, adopted and public; nothing blocks."""
    act = SourceAct("COM(2026) 1", date(2026, 10, 15))
    pledge = Pledge(relocations=100, financial_cents=2_000_000_00, alternative=None)
    return Forum(
        title="Annual Solidarity Pool for 2027",
        year=2027,
        classification=Classification.PUBLIC,
        adopted=date(2026, 12, 21),
        basis=Basis(act, act, act),
        key=Key(
            date(2026, 1, 1),
            "invented",
            2025,
            "invented",
            tuple(KeyState(code, 1_000_000, 5_000_000) for code in BOUND),
        ),
        pool=Pool(21_000, 420_000_000_00, 30_000, 600_000_000_00),
        states=tuple(StateRecord(code, pledge=replace(pledge)) for code in BOUND),
    )


@pytest.fixture
def asked_words(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The keys of every word that documents ask for from now on."""
    asked: set[str] = set()
    ask = Terms.__call__

    def noting(self: Terms, key: str, **values: object) -> str:
        asked.add(key)
        return ask(self, key, **values)

    monkeypatch.setattr(Terms, "__call__", noting)
    return asked
