"""The key of the proposal of 2020: its data and who shares it (COM(2020) 610, Art. 54, Annex III)."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.forum import Forum
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.readings import KEY_ROUNDING
from desktop_app.calc.rulebooks.key_data import adopted_shares, newer_data
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import State, say


class KeyFrame(Protocol):
    """What the key's rules need of a frame."""

    @property
    def key(self) -> KeyFigures:
        """The key worked out."""
        ...

    @property
    def today(self) -> date | None:
        """The day of the check."""
        ...


class KeyCase(Protocol):
    """A forum of a procedure with a key."""

    @property
    def forum(self) -> Forum:
        """What is recorded."""
        ...

    @property
    def frame(self) -> KeyFrame:
        """What all rows share."""
        ...


@rule_2020(
    "P610-54-1",
    "Data of the key",
    "Art. 54 and Annex III",
    Severity.BLOCK,
    "The key is half population and half gross domestic product of the participating Member States, those that "
    "benefit included, by the latest figures of Eurostat. Without a figure no share can be worked out.",
    readings=(KEY_ROUNDING.name,),
)
def data_of_the_key(case: KeyCase) -> Iterator[Remark]:
    """Name each figure that is missing."""
    for code, state in case.frame.key.participants.items():
        if code in case.frame.key.adopted:
            continue
        if not state.population:
            yield Remark(say("{state}: the population is missing or 0.", state=State(code)), code, "key")
        if not state.gdp:
            yield Remark(say("{state}: the gross domestic product is missing or 0.", state=State(code)), code, "key")


@rule(
    "AMMR-66",
    "Somebody takes part",
    "COM(2020) 610, Art. 54; Regulation (EU) 2024/1351, Art. 66",
    Severity.BLOCK,
    "Under either text the key is of the Member States that take part: with nobody in it there is nothing to share. "
    "Shares as printed in an act add up to 100 %, up to their rounding.",
    status=Status.READING,
)
def somebody_takes_part(case: KeyCase) -> Iterator[Remark]:
    """Say that nobody takes part, and for whom adopted shares stand."""
    if not case.frame.key.participants:
        yield Remark(say("No Member State takes part in the key."), None, "key")
    yield from adopted_shares(case.frame.key, case.forum.key)


@rule_2020(
    "P610-54-2",
    "Latest data",
    "Art. 54 and Annex III",
    Severity.INFO,
    "The key rests on the latest figures of Eurostat; their years may differ.",
)
def latest_data(case: KeyCase) -> Iterator[Remark]:
    """Say which newer data had been released by the day of the check."""
    yield from newer_data(case.forum.key, case.frame.today)
