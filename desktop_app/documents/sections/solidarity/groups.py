"""Groups under return sponsorship and relocation, with their clocks (Art. 55, 57, 58); for drafts."""

from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.relocation_clock import standing_of as relocation_standing
from desktop_app.calc.solidarity_groups import RelocationGroup
from desktop_app.calc.sponsorship_clock import SponsorshipStanding, standing_of
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import not_applicable
from desktop_app.documents.sections.kinds import type_words
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_SPONSORED = (Column(72), Column(70), *(figures(42) for _ in range(4)), Column(72), Column(105))
_RELOCATED = (Column(48), Column(62), Column(62), Column(92), figures(56), figures(56), Column(111))


def sponsorship_section(source: Source) -> Section:
    """Return each group under return sponsorship: who is returned, who is left, and until when."""
    terms = source.terms
    act = source.adopted
    today = as_of(source.forum)
    standings = [standing_of(group, act, today) for group in source.forum.solidarity.sponsorship_groups]
    names = ("group", "sponsor", "persons", "returned", "taken-over", "left", "until", "standing")
    heads = (head([terms(f"groups.{name}") for name in names]),)
    table = Table(_SPONSORED, heads, tuple(_sponsored(source, each) for each in standings))
    note = Paragraph(terms("groups.sponsorship-note"), NOTE, space_before=4)
    return Section(terms("groups.sponsorship"), (Noted(table, (note,)),))


def _sponsored(source: Source, each: SponsorshipStanding) -> Row:
    terms, group = source.terms, each.group
    counts = [source.number(each) for each in (group.persons, group.returned, group.taken_over, max(0, group.left))]
    until = not_applicable(source) if each.due is None else Cell(terms.day(each.due))
    named = f"{group.id}\n{group.nationality}" if group.nationality else group.id
    sponsor = terms.state(group.sponsor)
    if group.benefitting is not None:
        sponsor = f"{sponsor}\n{terms('groups.from-state', state=terms.state(group.benefitting))}"
    return row([named, sponsor, *counts, until, _stands(source, each)])


def _stands(source: Source, each: SponsorshipStanding) -> Cell:
    """Say how it stands with a group under sponsorship."""
    terms = source.terms
    if each.to_relocate:
        return Cell(terms("groups.to-relocate", persons=source.number(each.to_relocate)), CELL_BOLD)
    if each.group.left <= 0:
        moved = each.group.taken_over_on
        said = [terms("groups.done"), *([] if moved is None else [terms("groups.moved", day=terms.day(moved))])]
        return Cell("\n".join(said))
    if each.is_near:
        return Cell(terms("groups.near", days=source.number(each.days_left or 0)), CELL_BOLD)
    return Cell(terms("groups.not-started" if each.due is None else "groups.running"))


def relocation_section(source: Source) -> Section:
    """Return each group under relocation: its next step, and by when."""
    terms, today = source.terms, as_of(source.forum)
    reading = source.assessment.readings[POSTPONEMENT.name]
    groups = source.forum.solidarity.relocation_groups
    names = ("group", "from", "to", "type", "eligible", "arrived", "next")
    heads = (head([terms(f"groups.{name}") for name in names]),)
    rows = tuple(_relocated(source, each, relocation_standing(each, reading, today)) for each in groups)
    note = Paragraph(terms("groups.relocation-note"), NOTE, space_before=4)
    return Section(terms("groups.relocation"), (Noted(Table(_RELOCATED, heads, rows), (note,)),))


def _relocated(source: Source, group: RelocationGroup, each: RelocationStanding) -> Row:
    terms = source.terms
    helped = group.benefitting or source.forum.migratory_pressure.report.benefitting
    step = terms(f"groups.step-{each.step.name.lower()}")
    if each.by_silence:
        step = f"{step}; {terms('groups.by-silence')}"
    if each.due is not None:
        key = "groups.late" if each.is_late else "groups.by"
        step = f"{step}\n{terms(key, day=terms.day(each.due))}"
    return row(
        [
            group.id,
            terms("common.not-given") if helped is None else terms.state(helped),
            terms.state(group.relocating),
            type_words(source, group.type),
            source.number(each.eligible),
            source.number(group.arrived),
            Cell(step, CELL_BOLD if each.is_late else None),
        ]
    )
