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
from desktop_app.calc.sentences import say
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.voluntary_assessment import Held, VoluntaryRow
from desktop_app.calc.wording import money_of, persons

SUPPORT: Final = "COM(2020) 610, Art. 56 and Annex IV"


def project(subject: Together) -> Answer:
    """Say what of the money is for projects in partner countries."""
    pledges = [each for each in subject.pledges if each.project]
    used = pledges_input(
        "pledges", say("{title}: money of each pledge with a project", title=subject.title), MONEY, pledges
    )
    money = money_of(sum(map(MONEY.of, pledges)))
    words = (
        say("{money} are pledged for projects in partner countries.", money=money)
        if pledges
        else say("No pledge names a project.")
    )
    return Answer("sum(pledges)", (used,), words)


def supported(subject: Together, plans: tuple[SupportPlan, ...]) -> Answer:
    """Say how many persons support plans cover."""
    days = [plan.submitted for plan in plans if plan.submitted]
    title = say("{title}: persons of each support plan", title=subject.title)
    counts = tuple(plan.persons for plan in plans)
    used = Input("plans", title, counts, Unit.PERSONS, AT_THE_FORUM, iso(max(days, default=None)))
    words = say("{plans} {persons} persons.", plans=_plans(len(plans)), persons=persons(sum(counts)))
    return Answer("sum(plans)", (used,), words if plans else say("There is no support plan."))


def delivered(subject: Together, plans: tuple[SupportPlan, ...]) -> Answer:
    """Say how many of them were in fact taken over or sponsored."""
    found = [each for plan in plans for line in plan.lines for each in line.deliveries]
    days = [each.on for each in found if each.on]
    title = say("{title}: persons delivered, each time", title=subject.title)
    counts = tuple(each.persons for each in found)
    used = Input("deliveries", title, counts, Unit.PERSONS, AT_THE_FORUM, iso(max(days, default=None)))
    words = say(
        "Of these support plans, {persons} persons were in fact taken over or sponsored.", persons=persons(sum(counts))
    )
    return Answer("sum(deliveries)", (used,), words if found else say("Nothing of a support plan is delivered yet."))


def _plans(count: int) -> str:
    return say("One support plan covers") if count == 1 else say("{count} support plans cover", count=count)


def _plans_of(subject: Signatory) -> tuple[SupportPlan, ...]:
    return tuple(each for each in subject.forum.solidarity.support_plans if each.code == subject.code)


def _held(row: VoluntaryRow, kind: Kind) -> Held:
    return row.kept_financial if kind is MONEY else row.kept_relocations


def pledged_title(kind: Kind) -> str:
    """Name what is pledged."""
    return say(kind.either("relocations pledged", "money pledged"))


def kept_title(kind: Kind) -> str:
    """Name what is kept."""
    return say(kind.either("relocations kept", "money kept"))


def outstanding_title(kind: Kind) -> str:
    """Name what is pledged and not kept."""
    return say(kind.either("relocations outstanding", "money outstanding"))


def _pledged_figure(kind: Kind) -> Figure[Signatory]:
    return figure(
        kind.name,
        pledged_title(kind),
        kind,
        lambda subject: kind.value(_held(subject.row, kind).against),
        lambda subject: pledged(subject, kind),
    )


def _kept_figure(kind: Kind) -> Figure[Signatory]:
    return figure(
        f"kept_{kind.name}",
        kept_title(kind),
        kind,
        lambda subject: kind.value(_held(subject.row, kind).given),
        lambda subject: kept(subject, kind),
    )


def _outstanding_figure(kind: Kind) -> Figure[Signatory]:
    def answer(subject: Signatory) -> Answer:
        names, titles = (
            (kind.name, f"kept_{kind.name}"),
            (pledged_title(kind), kept_title(kind)),
        )
        words = say(
            kind.either(
                "{left} of {whole} pledged are not relocated yet.", "{left} of {whole} pledged are not paid yet."
            )
        )
        return what_is_left(subject, kind, _held(subject.row, kind), names, titles, words)

    return figure(
        f"outstanding_{kind.name}",
        outstanding_title(kind),
        kind,
        lambda subject: kind.value(_held(subject.row, kind).open),
        answer,
    )


def of_support_plans(
    identifier: str, title: str, value: Callable[[VoluntaryRow], int], answer: Callable[[Signatory], Answer]
) -> Figure[Signatory]:
    """Return a figure of a Member State's support plans."""
    rounding = say("whole persons")
    return Figure(
        identifier, title, Unit.PERSONS, rounding, SUPPORT, lambda each: value(each.row), answer, status=PROPOSAL
    )


FIGURES: Final[tuple[Figure[Signatory], ...]] = (
    *map(_pledged_figure, KINDS),
    figure(
        "project",
        say("money for projects in partner countries"),
        MONEY,
        lambda subject: MONEY.value(subject.row.project_cents),
        project,
    ),
    *map(_kept_figure, KINDS),
    *map(_outstanding_figure, KINDS),
    of_support_plans(
        "supported",
        say("persons of support plans"),
        lambda row: row.supported,
        lambda subject: supported(subject, _plans_of(subject)),
    ),
    of_support_plans(
        "delivered",
        say("delivered of support plans"),
        lambda row: row.delivered,
        lambda subject: delivered(subject, _plans_of(subject)),
    ),
)
