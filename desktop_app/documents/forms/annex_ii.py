"""The form of Annex II: the solidarity response plan under migratory pressure (COM(2020) 610, Art. 52)."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan
from desktop_app.documents.blocks import Block
from desktop_app.documents.forms.choice import Page, Wanted, plan_forms, standing_words
from desktop_app.documents.forms.parts import (
    captioned,
    day_box,
    footnotes,
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
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.kinds import activities_words
from desktop_app.documents.sections.source import MigratorySource

AVERAGE_DECIMALS: Final = 6
"""Decimals of applications per head."""
HEADS: Final = 100_000
"""Inhabitants that the average is shown of, too, as in the window."""
_SPONSORED: Final = ContributionType.SPONSORSHIP


def pressure_forms(source: MigratorySource, wanted: Wanted, page: Page) -> Written:
    """Write forms of Annex II, each on a page of its own; see :mod:`desktop_app.documents.plan_form`."""
    return plan_forms(
        source,
        wanted,
        source.forum.migratory_pressure.plans,
        {each.code: each.plan for each in source.assessment.rows},
        lambda code, plan: (*_form(source, code, plan), *_particulars(source, plan)),
        page,
    )


def _form(source: MigratorySource, code: str, plan: PressurePlan | None) -> tuple[Block, ...]:
    terms = source.terms
    return (
        *heading(source, "annex-ii"),
        _header(source, code, plan),
        _shares(source, plan),
        measures_grid(source, "annex-ii", None if plan is None else plan.measures),
        Grid((Box(terms("annex-ii.reduction"), (_average(source, plan),)),)),
        *footnotes({mark: terms(f"annex-ii.footnote-{number}") for mark, number in (("²", 2), ("³", 3), ("⁴", 4))}),
    )


def _header(source: MigratorySource, code: str, plan: PressurePlan | None) -> Grid:
    blank = plan is None
    # A form that names nobody leaves everything to be written.
    benefitting = source.forum.migratory_pressure.report.benefitting if code else None
    return Grid(
        (
            state_box(source, "annex-ii.benefitting", benefitting, blank=blank),
            state_box(source, "annex-ii.contributing", code, blank=blank),
            reference_box(source, "annex-ii.reference", None if plan is None else (plan.reference, plan.mark)),
            day_box(source, "annex-ii.submitted", None if plan is None else plan.submitted, blank=blank),
        )
    )


def _shares(source: MigratorySource, plan: PressurePlan | None) -> Grid:
    terms = source.terms
    title = Box(terms("annex-ii.article-abc"), (Field(terms("annex-ii.share-each")),), head=True)
    longest = _minors_caption(source)
    boxes = [captioned(terms(f"annex-ii.{each.value}"), _share(source, each, plan), longest) for each in PLAN_TYPES]
    total = Field(source.percent(Fraction(1), 0))
    if plan is not None and _is_of_measures_only(plan):
        total = Field(terms("common.dash"))
    elif plan is not None and plan.shares.total != WHOLE:
        total = Field(_percentage(source, plan.shares.total), gap=True)
    return Grid((title, *boxes, Box(terms("annex-ii.total"), (total,))))


def _minors_caption(source: MigratorySource) -> str:
    """Return the caption with the mark of our remark, which the form itself does not have."""
    return f"{source.terms.plain('annex-ii.minors')} ⁴"


def _is_of_measures_only(plan: PressurePlan) -> bool:
    return not plan.shares.total and bool(plan.covered)


def _percentage(source: MigratorySource, percent: Fraction) -> str:
    return source.terms.numbers.percentage(percent, common_decimals([percent]))


def _share(source: MigratorySource, kind: ContributionType, plan: PressurePlan | None) -> tuple[Field, ...]:
    """Return the share of a type, and what the form asks for beside it: minors, or nationalities of the sponsored."""
    terms = source.terms
    second = terms.plain("annex-ii.nationalities") if kind is _SPONSORED else _minors_caption(source)
    first = terms.plain("annex-ii.share")
    if plan is None:
        return Field(caption=first, rules=1), Field(caption=second, rules=1)
    percent = plan.shares.by_type[kind]
    share = Field(terms("common.dash") if _is_of_measures_only(plan) else _percentage(source, percent), first)
    if kind is _SPONSORED:
        return share, nationalities_field(source, plan.nationalities, second, needed=bool(percent))
    minors = plan.minors_applicants if kind is ContributionType.APPLICANTS else plan.minors_beneficiaries
    none = _is_of_measures_only(plan) and not minors
    return share, Field(terms("common.dash") if none else source.number(minors), second)


def _average(source: MigratorySource, plan: PressurePlan | None) -> Field:
    if plan is None:
        return Field(rules=1)
    if not plan.reduction_requested:
        return Field(source.terms("common.dash"))
    return gap(source) if plan.average_shown is None else Field(average_words(source, plan.average_shown))


def average_words(source: MigratorySource, average: Fraction) -> str:
    """Write applications per head, and per 100 000 inhabitants, which can be read."""
    return source.terms(
        "annex-ii.average",
        head=source.number(average, AVERAGE_DECIMALS),
        heads=source.number(average * HEADS, 1),
    )


def _particulars(source: MigratorySource, plan: PressurePlan | None) -> tuple[Block, ...]:
    """Return what the secretariat records beyond the form; nothing unless it is a draft."""
    if not source.draft or plan is None:
        return ()
    terms = source.terms
    row = next((each for each in source.assessment.rows if each.code == plan.code), None)
    lines = [(terms("form.beyond-standing"), standing_words(source, plan, row))]
    lines.append((terms("annex-ii.covered"), source.number(plan.covered, common_decimals([plan.covered]))))
    if plan.shares.sponsorship or plan.activities:
        lines.append((terms("annex-ii.activities"), activities_words(source, plan.activities)))
    lines += [(terms("form.beyond-note"), plan.note)] if plan.note else []
    return frame(source, lines, *([worth_table(source, plan.measures)] if plan.measures else []))
