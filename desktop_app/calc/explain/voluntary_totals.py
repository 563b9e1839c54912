"""Needs, and the figures of the whole mechanism (Report on Migration and Asylum 2022, section 4)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import AT_THE_FORUM, COMPUTED
from desktop_app.calc.explain.proposal_subject import STATUS as PROPOSAL
from desktop_app.calc.explain.proposal_subject import iso
from desktop_app.calc.explain.voluntary_figures import (
    SUPPORT,
    delivered,
    kept_title,
    outstanding_title,
    pledged_title,
    project,
    supported,
)
from desktop_app.calc.explain.voluntary_parts import KINDS, MONEY, Kind, figure, kept, pledged, what_is_left
from desktop_app.calc.explain.voluntary_subject import STATUS, Helped, Together
from desktop_app.calc.rulebooks.rule_2022 import MECHANISM
from desktop_app.calc.sentences import ours, say
from desktop_app.calc.voluntary_assessment import Held, NeedFigures, VoluntaryTotals
from desktop_app.calc.wording import day


def _held(figures: NeedFigures | VoluntaryTotals, kind: Kind) -> Held:
    return figures.financial if kind is MONEY else figures.relocations


def _kept(totals: VoluntaryTotals, kind: Kind) -> Held:
    return totals.kept_financial if kind is MONEY else totals.kept_relocations


def _nothing_said(kind: Kind) -> Callable[[Together], str]:
    def why(subject: Together) -> str:
        if subject.code is None:
            return say(
                kind.either(
                    "No need of any Member State for relocations is recorded.",
                    "No need of any Member State for money is recorded.",
                )
            )
        words = kind.either(
            "No need of {state} for relocations is recorded.", "No need of {state} for money is recorded."
        )
        return say(words, state=subject.name)

    return why


def _needed_title(kind: Kind) -> str:
    return say(kind.either("relocations needed", "money needed"))


def _open_title(kind: Kind) -> str:
    return say(kind.either("relocations still open", "money still open"))


def _needed(subject: Together, kind: Kind) -> Answer:
    needs = [need for need in subject.recorded.needs if subject.code in (None, need.benefitting)]
    known = [amount for need in needs if (amount := kind.of_need(need)) is not None]
    used = Input(
        "needs",
        say("{title}: {needed}", title=subject.title, needed=_needed_title(kind)),
        tuple(known),
        kind.unit,
        AT_THE_FORUM,
    )
    total = kind.written(sum(known, Fraction(0)))
    words = (
        say("The benefitting states together need {amount}.", amount=total)
        if subject.code is None
        else say("{state} needs {amount}.", state=subject.begin, amount=total)
    )
    return Answer("sum(needs)", (used,), words)


def _needed_figure(kind: Kind) -> Figure[Helped]:
    return figure(
        f"needed_{kind.name}",
        _needed_title(kind),
        kind,
        lambda subject: kind.value(_held(subject.need, kind).against),
        lambda subject: _needed(subject, kind),
        (_nothing_said(kind),),
    )


def _pledged_figure(kind: Kind) -> Figure[Helped]:
    return figure(
        f"pledged_{kind.name}",
        say(kind.either("relocations pledged for it", "money pledged for it")),
        kind,
        lambda subject: kind.value(_held(subject.need, kind).given),
        lambda subject: pledged(subject, kind),
    )


def _open_figure(kind: Kind) -> Figure[Helped]:
    def answer(subject: Helped) -> Answer:
        names, titles = (
            (f"needed_{kind.name}", f"pledged_{kind.name}"),
            (_needed_title(kind), pledged_title(kind)),
        )
        words = say("{left} of {whole} needed are not pledged for it.")
        return what_is_left(subject, kind, _held(subject.need, kind), names, titles, words)

    return figure(
        f"open_{kind.name}",
        _open_title(kind),
        kind,
        lambda subject: kind.value(_held(subject.need, kind).open),
        answer,
        (_nothing_said(kind),),
    )


NEED_FIGURES: Final[tuple[Figure[Helped], ...]] = tuple(
    made(kind) for made in (_needed_figure, _pledged_figure, _open_figure) for kind in KINDS
)
"""Figures of one benefitting state, asked by its code."""


def _all_pledged(kind: Kind) -> Figure[Together]:
    return figure(
        kind.name,
        pledged_title(kind),
        kind,
        lambda whole: kind.value(whole.totals.pledged_cents if kind is MONEY else whole.totals.relocations.given),
        lambda whole: pledged(whole, kind),
    )


def _for_needs(whole: Together) -> Answer:
    names = ("financial", "project")
    titles = (say("money pledged"), say("money for projects in partner countries"))
    cents = whole.totals.pledged_cents, whole.totals.project_cents
    used = tuple(
        Input(
            name,
            say("{title}: {title_2}", title=whole.title, title_2=title),
            MONEY.value(amount) or 0,
            MONEY.unit,
            COMPUTED,
            "",
            name,
        )
        for name, title, amount in zip(names, titles, cents, strict=True)
    )
    words = say(
        "{written} are pledged against needs", written=MONEY.written(MONEY.value(whole.totals.financial.given) or 0)
    )
    if whole.totals.project_cents:
        words += say(
            "; {written} for projects fill none", written=MONEY.written(MONEY.value(whole.totals.project_cents) or 0)
        )
    return Answer("financial - project", used, say("{words}.", words=words))


def _all_kept(kind: Kind) -> Figure[Together]:
    return figure(
        f"kept_{kind.name}",
        kept_title(kind),
        kind,
        lambda whole: kind.value(_kept(whole.totals, kind).given),
        lambda whole: kept(whole, kind),
    )


def _all_needed(kind: Kind) -> Figure[Together]:
    return figure(
        f"needed_{kind.name}",
        _needed_title(kind),
        kind,
        lambda whole: kind.value(_held(whole.totals, kind).against),
        lambda whole: _needed(whole, kind),
        (_nothing_said(kind),),
    )


def _of_states(name: str, title: str, kind: Kind, amounts: Sequence[int | None]) -> Input:
    values = tuple(kind.value(amount) or 0 for amount in amounts if amount is not None)
    return Input(name, title, values, kind.unit, COMPUTED)


def _all_outstanding(kind: Kind) -> Figure[Together]:
    def value(whole: Together) -> int:
        return whole.totals.outstanding_cents if kind is MONEY else whole.totals.outstanding_relocations

    def answer(whole: Together) -> Answer:
        rows = whole.assessment.rows
        left = [(row.kept_financial if kind is MONEY else row.kept_relocations).open for row in rows]
        of_each = say(kind.either("relocations outstanding of each signatory", "money outstanding of each signatory"))
        used = _of_states("outstanding", of_each, kind, left)
        words = say(
            kind.either(
                "{amount} pledged are not relocated yet, signatory by signatory.",
                "{amount} pledged are not paid yet, signatory by signatory.",
            ),
            amount=kind.written(kind.value(value(whole)) or 0),
        )
        return Answer("sum(outstanding)", (used,), words)

    return figure(
        f"outstanding_{kind.name}", outstanding_title(kind), kind, lambda whole: kind.value(value(whole)), answer
    )


def _all_open(kind: Kind) -> Figure[Together]:
    def value(whole: Together) -> int | None:
        return whole.totals.unmet_cents if kind is MONEY else whole.totals.unmet_relocations

    def answer(whole: Together) -> Answer:
        needs = [_held(need, kind).open for need in whole.assessment.needs]
        for_nobody = [
            each for each in whole.pledges if each.benefitting is None and not (kind is MONEY and each.project)
        ]
        amounts = tuple(map(kind.of, for_nobody))
        needed = kind.either(
            "relocations that each benefitting state still needs", "money that each benefitting state still needs"
        )
        used = (
            _of_states("still_open", say(needed), kind, needs),
            Input(
                "for_nobody",
                say(
                    kind.either(
                        "relocations pledged for nobody in particular", "money pledged for nobody in particular"
                    )
                ),
                amounts,
                kind.unit,
                AT_THE_FORUM,
            ),
        )
        amount = kind.written(kind.value(value(whole)) or 0)
        words = (
            say(
                "{amount} are needed and not pledged, state by state: what is too much for one fills no other's need; "
                "{off} for nobody in particular come off.",
                amount=amount,
                off=kind.written(sum(amounts, Fraction(0))),
            )
            if amounts
            else say(
                "{amount} are needed and not pledged, state by state: what is too much for one fills no other's need.",
                amount=amount,
            )
        )
        return Answer("max(0, sum(still_open) - sum(for_nobody))", used, words)

    return figure(
        f"open_{kind.name}",
        _open_title(kind),
        kind,
        lambda whole: kind.value(value(whole)),
        answer,
        (_nothing_said(kind),),
    )


def _ends(whole: Together) -> Answer:
    mechanism, ends = whole.recorded.mechanism, whole.totals.ends
    source = mechanism.declaration or say("declaration, its reference not recorded")
    if mechanism.extended_until is not None or mechanism.started is None or ends is None:
        last = mechanism.extended_until
        value = 0 if last is None else last.toordinal()
        used = Input("extended_until", say("last day, as extended"), value, Unit.DATE, source, iso(last))
        words = (
            say("The mechanism is extended.")
            if last is None
            else say("The mechanism is extended until {day}.", day=day(last))
        )
        return Answer("extended_until", (used,), words)
    used = Input("started", say("first day"), mechanism.started.toordinal(), Unit.DATE, source, iso(mechanism.started))
    year = Input(
        "days_of_its_year", say("days of its one year"), (ends - mechanism.started).days, Unit.DAYS, ours(MECHANISM)
    )
    words = say(
        "The mechanism started on {started} and ends a year later, on the same date: {ends}.",
        started=day(mechanism.started),
        ends=day(ends),
    )
    return Answer("started + days_of_its_year", (used, year), words)


def _not_started(whole: Together) -> str:
    """Neither its first day nor an extension is recorded."""
    return "" if whole.totals.ends else say("The first day of the mechanism is not recorded; its year runs from there.")


FIGURES: Final[tuple[Figure[Together], ...]] = (
    *map(_all_pledged, KINDS),
    figure(
        "pledged_financial",
        say("money pledged against needs"),
        MONEY,
        lambda whole: MONEY.value(whole.totals.financial.given),
        _for_needs,
    ),
    figure(
        "project",
        say("money for projects in partner countries"),
        MONEY,
        lambda whole: MONEY.value(whole.totals.project_cents),
        project,
    ),
    *map(_all_kept, KINDS),
    *map(_all_outstanding, KINDS),
    *map(_all_needed, KINDS),
    *map(_all_open, KINDS),
    Figure(
        "supported",
        say("persons of support plans"),
        Unit.PERSONS,
        say("whole persons"),
        SUPPORT,
        lambda whole: whole.totals.supported,
        lambda whole: supported(whole, whole.forum.solidarity.support_plans),
        status=PROPOSAL,
    ),
    Figure(
        "delivered",
        say("delivered of support plans"),
        Unit.PERSONS,
        say("whole persons"),
        SUPPORT,
        lambda whole: whole.totals.delivered,
        lambda whole: delivered(whole, whole.forum.solidarity.support_plans),
        status=PROPOSAL,
    ),
    Figure(
        "ends",
        say("last day of the mechanism"),
        Unit.DATE,
        say("a day; the same date of the next year"),
        MECHANISM,
        lambda whole: None if whole.totals.ends is None else whole.totals.ends.toordinal(),
        _ends,
        (_not_started,),
        STATUS,
    ),
)
