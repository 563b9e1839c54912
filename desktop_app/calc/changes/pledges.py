"""Changes of a Member State's pledge (Art. 56(2), 57(3)-(4))."""

from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.calc import wording
from desktop_app.calc.changes.base import CannotChangeError, ChangeKind
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge, StateRecord
from desktop_app.calc.member_states import name_of
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import Said
from desktop_app.calc.sentences import say


class PledgeColumn(Enum):
    """The three types of Art. 56(2), each a column of the pledge table."""

    RELOCATIONS = "relocations"
    FINANCIAL = "financial"
    ALTERNATIVE = "alternative"

    @property
    def title(self) -> str:
        """The column's name in a sentence."""
        return {
            PledgeColumn.RELOCATIONS: say("relocations"),
            PledgeColumn.FINANCIAL: say("financial contribution"),
            PledgeColumn.ALTERNATIVE: say("alternative measures"),
        }[self]


@dataclass(frozen=True, slots=True)
class RecordPledge:
    """Record one type of a Member State's pledge: a value, explicitly none, or nothing again.

    Attributes:
        code: Union code.
        column: the type.
        value: persons for relocations, cents for the others. For alternative measures the amount is
            the value of the only measure (made where there is none).
    """

    code: str
    column: PledgeColumn
    value: Recorded[int]

    @property
    def kind(self) -> ChangeKind:
        """A pledge."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Belgium: financial contribution EUR 12 900 000"``."""
        return say(
            "{name_of}: {title} {value_text}",
            name_of=name_of(self.code),
            title=self.column.title,
            value_text=self._value_text(),
        )

    def _value_text(self) -> str:
        if self.value is ABSENT:
            return say("nothing recorded")
        if self.value is None:
            return say("none")
        if self.column is PledgeColumn.RELOCATIONS:
            return wording.persons(self.value)
        return wording.money(self.value)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this pledge recorded.

        Raises:
            CannotChangeError: several alternative measures stand there, so that one amount cannot replace them.
        """
        record = forum.state(self.code)
        return forum.with_state(replace(record, pledge=self._pledge(record)))

    def _pledge(self, record: StateRecord) -> Pledge:
        if self.column is PledgeColumn.RELOCATIONS:
            return replace(record.pledge, relocations=self.value)
        if self.column is PledgeColumn.FINANCIAL:
            return replace(record.pledge, financial_cents=self.value)
        if self.value is ABSENT or self.value is None:
            return replace(record.pledge, alternative=self.value)
        return replace(record.pledge, alternative=(self._only_measure(record.pledge, self.value),))

    def _only_measure(self, pledge: Pledge, cents: int) -> AlternativeMeasure:
        measures = pledge.measures
        if len(measures) > 1:
            message = say(
                "{state} has {count} alternative measures: one amount cannot replace them. Change the value of "
                "each measure, or delete them first.",
                state=name_of(self.code),
                count=len(measures),
            )
            raise CannotChangeError(message)
        return replace(measures[0] if measures else AlternativeMeasure(), value_cents=cents)


@dataclass(frozen=True, slots=True)
class RecordPledges:
    """Record many cells of the pledge table in one step, as a paste does.

    Attributes:
        cells: each cell, in the order in which they are recorded.
        source: where they come from, for the name of the change, such as ``"Paste"``.
    """

    cells: tuple[RecordPledge, ...]
    source: str

    @property
    def kind(self) -> ChangeKind:
        """Pledges."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:
        """Return for example ``"Paste: 12 pledges of 4 Member States"``; of a single cell, its own name."""
        if len(self.cells) == 1:
            return say("{source}: {title}", source=self.source, title=self.cells[0].title(forum))
        states = len({cell.code for cell in self.cells})
        of = say("1 Member State") if states == 1 else say("{states} Member States", states=states)
        return say("{source}: {count} pledges of {of}", source=self.source, count=len(self.cells), of=of)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with every cell recorded.

        Raises:
            CannotChangeError: one of them cannot be recorded; none is.
        """
        for cell in self.cells:
            forum = cell.apply_to(forum)
        return forum


@dataclass(frozen=True, slots=True)
class RecordMeasures:
    """Record all alternative measures of a Member State.

    Attributes:
        code: Union code.
        measures: the measures in their order, ``None`` for explicitly none, or nothing recorded.
    """

    code: str
    measures: Recorded[tuple[AlternativeMeasure, ...]]

    @property
    def kind(self) -> ChangeKind:
        """A pledge."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Latvia: 2 alternative measures, EUR 1 500 000"``."""
        return say("{name_of}: {words}", name_of=name_of(self.code), words=self._words())

    def _words(self) -> str:
        if self.measures is ABSENT:
            return say("alternative measures nothing recorded")
        if not self.measures:
            return say("alternative measures none")
        cents = Pledge(alternative=self.measures).alternative_cents
        worth = say("a value is missing") if cents is None else wording.money(cents)
        count = len(self.measures)
        return say(
            "{count} alternative measure, {worth}" if count == 1 else "{count} alternative measures, {worth}",
            count=count,
            worth=worth,
        )

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these measures."""
        record = forum.state(self.code)
        # No measure at all is an explicit none, in documents too.
        recorded = self.measures if self.measures is ABSENT else self.measures or None
        return forum.with_state(replace(record, pledge=replace(record.pledge, alternative=recorded)))


@dataclass(frozen=True, slots=True)
class RecordSaid:
    """Record how one type of a pledge is said; no figure changes, unless the amount is taken over with it.

    Attributes:
        code: Union code.
        column: the type.
        said: see :class:`desktop_app.calc.said.Said`.
        financial_cents: what is recorded as the financial contribution in the same step, such as an amount
            converted from another currency; ``None`` leaves it as it is.
    """

    code: str
    column: PledgeColumn
    said: Said
    financial_cents: int | None = None

    @property
    def kind(self) -> ChangeKind:
        """A pledge."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Sweden: financial contribution, confirmed in writing"``."""
        certainty = self.said.certainty
        amount = "" if self.financial_cents is None else f" {wording.money(self.financial_cents)}"
        said = certainty.words if certainty else say("how it is said")
        return say(
            "{name_of}: {title}{amount}, {said}",
            name_of=name_of(self.code),
            title=self.column.title,
            amount=amount,
            said=said,
        )

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this said of the pledge."""
        record = forum.state(self.code)
        said = replace(record.pledge.said, **{self.column.value: self.said})
        cents = record.pledge.financial_cents if self.financial_cents is None else self.financial_cents
        return forum.with_state(replace(record, pledge=replace(record.pledge, said=said, financial_cents=cents)))


@dataclass(frozen=True, slots=True)
class RecordPledgeDetails:
    """Record the particulars of a pledge beside its amounts.

    Attributes:
        code: Union code.
        of_which_beneficiaries: beneficiaries of international protection among the relocations, persons.
        bilateral_agreement: reference of the agreement that Art. 56(2)(a)(ii) asks for.
        offsets_planned: relocations to be met by responsibility offsets, persons.
        note: free text.
    """

    code: str
    of_which_beneficiaries: int = 0
    bilateral_agreement: str | None = None
    offsets_planned: int = 0
    note: str | None = None

    @property
    def kind(self) -> ChangeKind:
        """A pledge."""
        return ChangeKind.PLEDGE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Belgium: particulars of the pledge"``."""
        return say("{state}: particulars of the pledge", state=name_of(self.code))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these particulars."""
        record = forum.state(self.code)
        pledge = replace(
            record.pledge,
            of_which_beneficiaries=self.of_which_beneficiaries,
            bilateral_agreement=self.bilateral_agreement,
            offsets_planned=self.offsets_planned,
            note=self.note,
        )
        return forum.with_state(replace(record, pledge=pledge))
