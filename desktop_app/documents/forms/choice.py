"""Which plans fill forms that are revised in the Solidarity Forum (Annexes I and II), and where they stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Final, Protocol, TypeVar

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.documents import standing as moments
from desktop_app.documents.blocks import Block
from desktop_app.documents.flow import Chapter
from desktop_app.documents.forms.parts import NoPlanError
from desktop_app.documents.furniture import Kind, Written, furniture_of, written
from desktop_app.documents.grid import Grid
from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import Sheet


class Plan(Protocol):
    """A revision of a Member State's plan."""

    @property
    def code(self) -> str:
        """The Member State."""
        ...

    @property
    def revision(self) -> int:
        """0 for the first plan."""
        ...


class Standing(Protocol):
    """A row of an assessment, as far as its plan goes."""

    @property
    def plan(self) -> Plan | None:
        """The revision that counts."""
        ...

    @property
    def standing(self) -> PlanStanding:
        """How the state stands with its plan."""
        ...


AnyPlan = TypeVar("AnyPlan", bound=Plan)


@dataclass(frozen=True, slots=True)
class Page:
    """What every form is printed on.

    Attributes:
        sheet: paper and margins.
        fingerprint: first 12 digits of the hash of the state.
        kind: of the document.
        blank: the forms are to be filled in by hand, and say nothing of the forum.
        standing: of what state they are printed.
    """

    sheet: Sheet
    fingerprint: str
    kind: Kind
    blank: bool = False
    standing: moments.Standing = moments.NOW


class FormKind(Enum):
    """The forms; the value is their name."""

    ANNEX_I = "Annex I"
    ANNEX_II = "Annex II"
    ANNEX_IV = "Annex IV"

    @property
    def words(self) -> str:
        """The name with what the form is."""
        return _WORDS[self]


_WORDS: Final = MappingProxyType(
    {
        FormKind.ANNEX_I: "Annex I, search and rescue solidarity response plan",
        FormKind.ANNEX_II: "Annex II, solidarity response plan",
        FormKind.ANNEX_IV: "Annex IV, solidarity support plan",
    }
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which forms are wanted.

    Attributes:
        codes: contributing Member States; none: every one that has a plan, or one blank form that names nobody.
        revision: which revision; ``None`` is the one that counts, else the last. Support plans have none.
        blank: lines to write on instead of what is recorded.
        kind: which form; ``None`` is the procedure's own.
    """

    codes: tuple[str, ...] = ()
    revision: int | None = None
    blank: bool = False
    kind: FormKind | None = None


EVERY_PLAN: Final = Wanted()
"""Every plan on the procedure's own form, each by the revision that counts."""


def with_plans(plans: Iterable[Plan]) -> list[str]:
    """Return the Member States that handed in a plan, in protocol order."""
    return sorted({plan.code for plan in plans}, key=POSITION.__getitem__)


def plan_forms(
    source: Source,
    wanted: Wanted,
    plans: Sequence[AnyPlan],
    counting: Mapping[str, AnyPlan | None],
    form: Callable[[str, AnyPlan | None], tuple[Block, ...]],
    page: Page,
) -> Written:
    """Write forms, each on a page of its own.

    Args:
        source: words, and whether it is a draft.
        wanted: which.
        plans: every revision recorded.
        counting: the revision that counts, by Member State.
        form: makes a form of a Member State (empty for nobody) and its plan (``None`` for a blank one).
        page: of the document.

    Raises:
        NoPlanError: a form is to be filled in, and there is no such plan.
    """
    named = sorted(wanted.codes, key=POSITION.__getitem__)
    if wanted.blank:
        forms = [form(code, None) for code in named or [""]]
    else:
        chosen = [plan_to_print(plans, counting, code, wanted.revision) for code in named or with_plans(plans)]
        forms = [form(plan.code, plan) for plan in chosen]
    if not forms:
        raise NoPlanError(None)
    return written_forms(source, forms, page)


def written_forms(source: Source, forms: Iterable[tuple[Block, ...]], page: Page) -> Written:
    """Write forms that are made; the tables of a blank one stand whole, so that nobody writes over two pages."""
    made = [
        tuple(replace(each, whole=page.blank) if isinstance(each, Grid) else each for each in blocks)
        for blocks in forms
    ]
    chapters = [Chapter(page.sheet.page(own_landscape=False), blocks) for blocks in made]
    return written(
        chapters, furniture_of(source, page.fingerprint, page.kind, blank=page.blank, standing=page.standing)
    )


def plan_to_print(
    plans: Iterable[AnyPlan], counting: Mapping[str, AnyPlan | None], code: str, revision: int | None
) -> AnyPlan:
    """Return a revision of a plan; without a number the one that counts, else the last.

    Raises:
        NoPlanError: there is none.
    """
    revisions = sorted((plan for plan in plans if plan.code == code), key=lambda plan: plan.revision)
    if revision is not None:
        revisions = [plan for plan in revisions if plan.revision == revision]
    if not revisions:
        raise NoPlanError(code, revision)
    counts = counting.get(code) if revision is None else None
    return counts or revisions[-1]


def standing_words(source: Source, plan: Plan, row: Standing | None) -> str:
    """Say whether a revision counts, and why not; without a row the state is outside the key."""
    return source.terms(f"form.standing-{_standing(plan, row)}")


def _standing(plan: Plan, row: Standing | None) -> str:
    if row is None:
        return "outside"
    if row.plan == plan:
        return "counts"
    return {PlanStanding.LATE: "late", PlanStanding.NOT_ASKED: "not-asked"}.get(row.standing, "other-revision")
