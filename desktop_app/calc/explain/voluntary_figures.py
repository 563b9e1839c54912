"""What one signatory pledges, has kept and has outstanding (Report on Migration and Asylum 2022, section 4)."""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import AT_THE_FORUM
from desktop_app.calc.explain.proposal_subject import STATUS as PROPOSAL
from desktop_app.calc.explain.proposal_subject import iso
from desktop_app.calc.explain.voluntary_parts import (
    KINDS,
    MONEY,
    Kind,
    figure,
    kept,
    pledged,
    pledges_input,
    what_is_left,
)
from desktop_app.calc.explain.voluntary_subject import Signatory, Together
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.voluntary_assessment import Held, VoluntaryRow
from desktop_app.calc.wording import money_of, persons

SUPPORT: Final = "COM(2020) 610, Art. 56 and Annex IV"


def project(subject: Together) -> Answer:
    """Say what of the money is for projects in partner countries."""
    pledges = [each for each in subject.pledges if each.project]
    used = pledges_input("pledges", f"{subject.title}: money of each pledge with a project", MONEY, pledges)
    money = money_of(sum(map(MONEY.of, pledges)))
    words = f"{money} are pledged for projects in partner countries." if pledges else "No pledge names a project."
    return Answer("sum(pledges)", (used,), words)


def supported(subject: Together, plans: tuple[SupportPlan, ...]) -> Answer:
    """Say how many persons support plans cover."""
    days = [plan.submitted for plan in plans if plan.submitted]
    title = f"{subject.title}: persons of each support plan"
    counts = tuple(plan.persons for plan in plans)
    used = Input("plans", title, counts, Unit.PERSONS, AT_THE_FORUM, iso(max(days, default=None)))
    words = f"{_plans(len(plans))} {persons(sum(counts))} persons."
    return Answer("sum(plans)", (used,), words if plans else "There is no support plan.")


def delivered(subject: Together, plans: tuple[SupportPlan, ...]) -> Answer:
    """Say how many of them were in fact taken over or sponsored."""
    found = [each for plan in plans for line in plan.lines for each in line.deliveries]
    days = [each.on for each in found if each.on]
    title = f"{subject.title}: persons delivered, each time"
    counts = tuple(each.persons for each in found)
    used = Input("deliveries", title, counts, Unit.PERSONS, AT_THE_FORUM, iso(max(days, default=None)))
    words = f"Of these support plans, {persons(sum(counts))} persons were in fact taken over or sponsored."
    return Answer("sum(deliveries)", (used,), words if found else "Nothing of a support plan is delivered yet.")


def _plans(count: int) -> str:
    return "One support plan covers" if count == 1 else f"{count} support plans cover"


def _plans_of(subject: Signatory) -> tuple[SupportPlan, ...]:
    return tuple(each for each in subject.forum.solidarity.support_plans if each.code == subject.code)


def _held(row: VoluntaryRow, kind: Kind) -> Held:
    return row.kept_financial if kind is MONEY else row.kept_relocations


def _pledged_figure(kind: Kind) -> Figure[Signatory]:
    return figure(
        kind.name,
        f"{kind.what} pledged",
        kind,
        lambda subject: kind.value(_held(subject.row, kind).against),
        lambda subject: pledged(subject, kind),
    )


def _kept_figure(kind: Kind) -> Figure[Signatory]:
    return figure(
        f"kept_{kind.name}",
        f"{kind.what} kept",
        kind,
        lambda subject: kind.value(_held(subject.row, kind).given),
        lambda subject: kept(subject, kind),
    )


def _outstanding_figure(kind: Kind) -> Figure[Signatory]:
    def answer(subject: Signatory) -> Answer:
        names, titles = (kind.name, f"kept_{kind.name}"), (f"{kind.what} pledged", f"{kind.what} kept")
        return what_is_left(subject, kind, _held(subject.row, kind), names, titles, f"pledged are not {kind.done} yet")

    return figure(
        f"outstanding_{kind.name}",
        f"{kind.what} outstanding",
        kind,
        lambda subject: kind.value(_held(subject.row, kind).open),
        answer,
    )


def of_support_plans(
    identifier: str, title: str, value: Callable[[VoluntaryRow], int], answer: Callable[[Signatory], Answer]
) -> Figure[Signatory]:
    """Return a figure of a Member State's support plans."""
    rounding = "whole persons"
    return Figure(
        identifier, title, Unit.PERSONS, rounding, SUPPORT, lambda each: value(each.row), answer, status=PROPOSAL
    )


FIGURES: Final[tuple[Figure[Signatory], ...]] = (
    *map(_pledged_figure, KINDS),
    figure(
        "project",
        "money for projects in partner countries",
        MONEY,
        lambda subject: MONEY.value(subject.row.project_cents),
        project,
    ),
    *map(_kept_figure, KINDS),
    *map(_outstanding_figure, KINDS),
    of_support_plans(
        "supported",
        "persons of support plans",
        lambda row: row.supported,
        lambda subject: supported(subject, _plans_of(subject)),
    ),
    of_support_plans(
        "delivered",
        "delivered of support plans",
        lambda row: row.delivered,
        lambda subject: delivered(subject, _plans_of(subject)),
    ),
)
