"""The form of Annex IV: the solidarity support plan (COM(2020) 610, Art. 56(3)), one for each plan recorded."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.calc.contribution_types import (
    SUPPORT_TYPES,
    WITH_NATIONALITIES,
    WITHOUT_MINORS,
    ContributionType,
)
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.support_plans import SupportLine, SupportPlan
from desktop_app.documents.blocks import Block
from desktop_app.documents.forms.choice import Page, Wanted, written_forms
from desktop_app.documents.forms.parts import (
    NoPlanError,
    captioned,
    day_box,
    frame,
    gap,
    heading,
    measures_grid,
    nationalities_field,
    reference_box,
    state_box,
    worth_table,
)
from desktop_app.documents.furniture import Written
from desktop_app.documents.grid import Box, Field, Grid
from desktop_app.documents.sections.source import Source

KIND: Final = "support plan"
"""What is missing where there is none."""


def support_forms(source: Source, wanted: Wanted, page: Page) -> Written:
    """Write forms of Annex IV, each on a page of its own; see :mod:`desktop_app.documents.plan_form`."""
    named = sorted(wanted.codes, key=POSITION.__getitem__)
    if wanted.blank:
        forms = [_form(source, code, None) for code in named or [""]]
    else:
        plans = plans_to_print(source.forum.solidarity.support_plans, named)
        forms = [(*_form(source, plan.code, plan), *_particulars(source, plan)) for plan in plans]
    return written_forms(source, forms, page)


def plans_to_print(plans: Sequence[SupportPlan], codes: Iterable[str]) -> list[SupportPlan]:
    """Return the plans of some contributing states, or all, in protocol order, each state's as recorded.

    Raises:
        NoPlanError: one of them has none, or there is none at all.
    """
    recorded = {plan.code for plan in plans}
    wanted = list(codes)
    for code in wanted:
        if code not in recorded:
            raise NoPlanError(code, kind=KIND)
    if not plans:
        raise NoPlanError(None, kind=KIND)
    chosen = [plan for plan in plans if not wanted or plan.code in wanted]
    return sorted(chosen, key=lambda plan: POSITION[plan.code])


def _form(source: Source, code: str, plan: SupportPlan | None) -> tuple[Block, ...]:
    offered = None if plan is None else [each.measure for each in plan.measures]
    return (
        *heading(source, "annex-iv"),
        _header(source, code, plan),
        measures_grid(source, "annex-iv", offered),
        _persons(source, plan),
    )


def _header(source: Source, code: str, plan: SupportPlan | None) -> Grid:
    blank = plan is None
    return Grid(
        (
            state_box(source, "annex-iv.benefitting", None if plan is None else plan.benefitting, blank=blank),
            state_box(source, "annex-iv.contributing", code, blank=blank),
            reference_box(
                source, "annex-iv.reference", None if plan is None else (plan.reference, plan.reference or "")
            ),
            day_box(source, "annex-iv.submitted", None if plan is None else plan.submitted, blank=blank),
        )
    )


def _persons(source: Source, plan: SupportPlan | None) -> Grid:
    terms = source.terms
    title = Box(terms("annex-iv.article-persons"), (Field(terms("annex-iv.persons")),), head=True)
    lines = {line.type: line for line in plan.lines} if plan else {}
    longest = terms.plain("annex-iv.minors")
    boxes = [
        captioned(
            terms(f"annex-iv.{each.value}"),
            _blank_line(source, each) if plan is None else _line(source, each, lines.get(each)),
            longest,
        )
        for each in SUPPORT_TYPES
    ]
    return Grid((title, *boxes))


def _names(kind: ContributionType) -> list[str]:
    """Return what a line asks for, by the keys of its captions."""
    return [
        "number",
        *(() if kind in WITHOUT_MINORS else ("minors",)),
        *(("nationalities",) if kind in WITH_NATIONALITIES else ()),
        "timetable",
    ]


def _blank_line(source: Source, kind: ContributionType) -> tuple[Field, ...]:
    return tuple(Field(caption=source.terms.plain(f"annex-iv.{name}"), rules=1) for name in _names(kind))


def _line(source: Source, kind: ContributionType, line: SupportLine | None) -> tuple[Field, ...]:
    terms = source.terms
    if line is None:
        return (Field(terms("common.dash")),)
    captions = {name: terms.plain(f"annex-iv.{name}") for name in _names(kind)}
    given = {
        "number": Field(source.number(line.persons), captions["number"]),
        "minors": Field(source.number(line.minors), captions.get("minors", "")),
        "nationalities": nationalities_field(
            source, line.nationalities, captions.get("nationalities", ""), needed=bool(line.persons)
        ),
        "timetable": Field(line.timetable, captions["timetable"])
        if line.timetable
        else gap(source, caption=captions["timetable"]),
    }
    return tuple(given[name] for name in captions)


def _particulars(source: Source, plan: SupportPlan) -> tuple[Block, ...]:
    """Return what the secretariat records beyond the form; nothing unless it is a draft."""
    if not source.draft:
        return ()
    terms = source.terms
    lines = [
        (terms("annex-iv.why"), terms("annex-iv.on-request" if plan.on_request else "annex-iv.own-initiative")),
        (terms("annex-iv.consent"), terms.day(plan.consent)),
        (terms("annex-iv.delivered"), delivered_words(source, plan)),
    ]
    if plan.measures:
        fits = terms("annex-iv.fits" if plan.fits_fund else "annex-iv.fits-not-said")
        lines.append((terms("annex-iv.fund"), fits))
    lines += [(terms("form.beyond-note"), plan.note)] if plan.note else []
    measures = [each.measure for each in plan.measures]
    return frame(source, lines, *([worth_table(source, measures)] if measures else []))


def delivered_words(source: Source, plan: SupportPlan) -> str:
    """Say how much of a plan was delivered."""
    done = source.number(plan.delivered)
    of_persons = "annex-iv.delivered-of-one" if plan.persons == 1 else "annex-iv.delivered-of"
    words = source.terms(of_persons, delivered=done, persons=source.number(plan.persons))
    count = sum(each.delivered is not None for each in plan.measures)
    if not plan.measures:
        return words
    if len(plan.measures) == 1:
        of_measures = source.terms("annex-iv.measure-delivered" if count else "annex-iv.measure-open")
    else:
        of_measures = source.terms(
            "annex-iv.measures-delivered", count=source.number(count), measures=source.number(len(plan.measures))
        )
    return f"{words}; {of_measures}" if plan.lines else of_measures
