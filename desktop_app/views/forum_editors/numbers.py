"""The reference numbers and the numbers of the Commission's proposal (Art. 12, 57)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetPool
from desktop_app.calc.forum import Forum, Pool, SharesStatus
from desktop_app.calc.rulebooks.annual_pool.frame import EXPECTED_RATE, rate_of
from desktop_app.calc.wording import money, money_of, percentage, persons
from desktop_app.calc.written import NARROW, grouped
from desktop_app.views.fields import (
    CheckField,
    ChoiceField,
    Field,
    MoneyField,
    PersonsField,
    TextField,
    TypedField,
    decimal_entry,
    money_entry,
    persons_entry,
    read_percent,
)
from desktop_app.views.forum_editors.base import AN_ESTIMATE, Draft, ForumEditor
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_STATUS: Final = (
    (SharesStatus.COMPUTED, marked("computed, for the act")),
    (SharesStatus.ESTIMATE, AN_ESTIMATE),
)
_SHORT_STATUS: Final = {SharesStatus.COMPUTED: marked("computed"), SharesStatus.ESTIMATE: marked("an estimate")}


class NamedMeasures:
    """Alternative measures that the proposal names, each a line of text."""

    title = marked("Alternative measures that the proposal names, in its order")
    one = marked("measure")
    moves = True

    def fields(self) -> dict[str, Field]:
        """Make the one field."""
        return {"text": TextField(tr("What the proposal names"), tr("Support to reception in …"))}

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return an empty measure."""
        return {"text": ""}

    def words(self, raw: Raw) -> str:
        """Return its text."""
        return str(raw["text"]).strip() or tr("(a measure without words)")

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for words, and for other words than those of another measure."""
        text = str(raw["text"]).strip()
        if not text:
            return {"text": tr("Say in words what the proposal names, or delete the line.")}
        if any(str(other["text"]).strip() == text for other in others):
            return {"text": tr("This measure stands there twice: keep one of the two.")}
        return {}


class ReferenceNumbersEditor(ForumEditor):
    """R, F, the proposal's numbers, the percentage for search and rescue, the measures that the proposal names."""

    help_heading = "Reference numbers, acts, adoption"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "The Forum concludes on an overall reference number for each type (Art. 57(3)); the Commission proposes "
            "them first (Art. 12). Every fair share follows from them."
        )
        super().__init__(parent, desk, tr("Reference numbers"), words)
        pool = self.forum.pool
        self.relocations, self.proposed = (
            PersonsField(tr("Relocations (R), persons"), "21 000"),
            PersonsField(tr("Proposal: relocations, persons"), "30 000"),
        )
        self.money, self.proposed_money = (
            MoneyField(tr("Financial contributions (F), EUR"), "420m"),
            MoneyField(tr("Proposal: financial contributions, EUR"), "600m"),
        )
        self.put_in("relocations", self.relocations, _spaced(persons_entry(pool.relocations)), "pool.relocations")
        self.put_in("money", self.money, _spaced(money_entry(pool.financial_cents)), "pool.financial_eur")
        self.put_in(
            "proposed", self.proposed, _spaced(persons_entry(pool.proposal_relocations)), "pool.proposal_relocations"
        )
        self.put_in(
            "proposed_money",
            self.proposed_money,
            _spaced(money_entry(pool.proposal_financial_cents)),
            "pool.proposal_financial_eur",
        )
        self.add_row(self.relocations, self.money, self.proposed, self.proposed_money)
        self.rate = ToneLabel("", Type.STRONG)
        self.rate.setWordWrap(True)
        self.add(self.rate)
        self.exceptional = CheckField(tr("&Exceptional year: no need for solidarity (Art. 12(4))"))
        self.share = TypedField[Fraction](
            tr("For search and rescue, % of the pool (Art. 12(5))"), read_percent, tr("for example 42")
        )
        self.status = ChoiceField(tr("Shares"), _STATUS)
        self.put_in("exceptional", self.exceptional, pool.exceptional)
        self.put_in("share", self.share, decimal_entry(pool.sar_percent), "pool.sar_percent")
        self.put_in("status", self.status, self.forum.shares_status)
        self.add_row(self.share, self.status)
        self.add(self.exceptional)
        self.measures = Entries(NamedMeasures(), [{"text": text, RECORDED: text} for text in pool.named_measures])
        self.measures.edited.connect(self.review)
        self.add(self.measures)
        self.open_for(read_only=desk.read_only)
        self.review()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the fields or only look."""
        super().open_for(read_only=read_only)
        self.measures.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.measures.held

    def draft(self) -> Draft:
        """Return the numbers as they stand in the fields."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if self.measures.problem:
            found["measures"] = self.measures.problem
        pool = Pool(
            self.relocations.value,
            self.money.value,
            self.proposed.value,
            self.proposed_money.value,
            exceptional=self.exceptional.value,
            sar_percent=self.share.value,
            named_measures=tuple(_measure(raw) for raw in self.measures.held),
        )
        self._say_rate(pool)
        return Draft(None if found else SetPool(pool, self.status.value), found)

    def leads(self, then: Forum) -> list[str]:
        """Return each number that is another one."""
        now, new = self.forum.pool, then.pool
        pairs = (
            (tr("reference number"), _persons(now.relocations), _persons(new.relocations)),
            (tr("reference number of money"), _money(now.financial_cents), _money(new.financial_cents)),
            (tr("proposal"), _persons(now.proposal_relocations), _persons(new.proposal_relocations)),
            (tr("proposal of money"), _money(now.proposal_financial_cents), _money(new.proposal_financial_cents)),
            (tr("exceptional year"), _yes(now.exceptional), _yes(new.exceptional)),
            (tr("search and rescue"), _percent(now.sar_percent), _percent(new.sar_percent)),
            (tr("measures named"), str(len(now.named_measures)), str(len(new.named_measures))),
            (tr("shares"), _SHORT_STATUS[self.forum.shares_status], _SHORT_STATUS[then.shares_status]),
        )
        said = [f"{name} {shown(before)} → {shown(after)}" for name, before, after in pairs if before != after]
        return said or [tr("measures that the proposal names")]

    def _say_rate(self, pool: Pool) -> None:
        """Say what one relocation counts, held against the ratio of Art. 12(3)."""
        rate = rate_of(pool)
        if rate is None:
            words, tone = tr("One relocation counts: not known while R or F is missing or cannot be read."), "muted"
        elif rate == EXPECTED_RATE:
            words, tone = (
                tr("One relocation counts {rate}: F / R keeps the ratio of Art. 12(3).", rate=money_of(rate)),
                "ok",
            )
        else:
            words = tr(
                "One relocation counts {rate}, not {expected}: F / R does not keep the ratio of Art. 12(3).",
                rate=money_of(rate),
                expected=money_of(EXPECTED_RATE),
            )
            words, tone = f"{words}{_remedy(pool)}", "warn"
        self.rate.set_tone(tone)
        self.rate.setText(legible(words))


def _measure(raw: Raw) -> str:
    """Return a measure that the proposal names, as recorded or as typed."""
    text = str(raw["text"])
    return text if text == raw.get(RECORDED) else text.strip()


def _remedy(pool: Pool) -> str:
    """Name the F that keeps the ratio with this R."""
    if not pool.relocations:
        return ""
    return tr(
        " With R = {persons} that would be F = {money}.",
        persons=persons(pool.relocations),
        money=money_of(pool.relocations * EXPECTED_RATE),
    )


def _spaced(entry: str) -> str:
    """Part the thousands as a person would type them."""
    return grouped(entry).replace(NARROW, " ") if entry else ""


def _persons(count: int | None) -> str:
    return tr("none") if count is None else persons(count)


def _money(cents: int | None) -> str:
    return tr("none") if cents is None else money(cents)


def _percent(value: Fraction | None) -> str:
    return tr("none") if value is None else shown(percentage(value))


def _yes(value: bool) -> str:
    return tr("yes") if value else tr("no")
