"""What the strip above the table of signatories says of the figures."""

from desktop_app.calc import wording
from desktop_app.calc.moments import as_of
from desktop_app.calc.voluntary import Mechanism
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment
from desktop_app.views.language import short_day, shown, state_name, tr


def platform_words(assessment: VoluntaryAssessment) -> str:
    """Return what coordinates the mechanism, who chairs it, and how many take part."""
    mechanism, count = assessment.forum.voluntary.mechanism, assessment.totals.signatories
    named = mechanism.platform or tr("no platform named")
    if mechanism.chairs:
        named += tr(", chaired by {listed}", listed=wording.listed(mechanism.chairs))
    counted = tr("1 signatory") if count == 1 else tr("{count} signatories", count=count)
    return f"{named} · {counted}"


def persons_of(held: Held) -> str:
    """Return ``"3 750 of 4 700"``: persons given against those needed or pledged."""
    return tr(
        "{persons} of {part}",
        persons=wording.persons(held.given),
        part="—" if held.against is None else wording.persons(held.against),
    )


def money_of(held: Held) -> str:
    """Return ``"EUR 5 200 000 of 50 000 000"``."""
    against = "—" if held.against is None else _bare(wording.money(held.against))
    return tr("{money} of {against}", money=wording.money(held.given), against=against)


def _bare(money: str) -> str:
    """Return an amount without its currency, which stands before it or behind it."""
    return shown(money).removeprefix(f"EUR{wording.HARD}").removesuffix(f"{wording.HARD}EUR")


def part_words(held: Held) -> str:
    """Return the percentage of the needs; that none is recorded, where none is."""
    return tr("no need recorded") if held.part is None else wording.percent(held.part)


def about_needs(assessment: VoluntaryAssessment) -> str:
    """List the benefitting Member States: pledged, needed, kept."""
    lines = []
    for need in assessment.needs:
        said = []
        if need.relocations.against is not None or need.relocations.given:
            said.append(
                tr(
                    "{persons_of} persons, {persons} relocated",
                    persons_of=persons_of(need.relocations),
                    persons=wording.persons(need.kept_relocations),
                )
            )
        if need.financial.against is not None or need.financial.given:
            said.append(
                tr("{money_of}, {money} paid", money_of=money_of(need.financial), money=wording.money(need.kept_cents))
            )
        lines.append(f"{state_name(need.benefitting)}: {'; '.join(map(shown, said)) or tr('nothing said')}")
    totals = assessment.totals
    if totals.open_relocations:
        lines.append(
            tr("For nobody in particular: {persons} persons", persons=wording.persons(totals.open_relocations))
        )
    if totals.open_cents:
        lines.append(tr("For nobody in particular: {money}", money=wording.money(totals.open_cents)))
    if totals.project_cents:
        lines.append(
            tr(
                "For projects in partner countries, which fill no need: {money}",
                money=wording.money(totals.project_cents),
            )
        )
    return "\n".join(map(shown, lines)) or tr("No need is recorded yet (Ctrl+Shift+N).")


def ends_caption(mechanism: Mechanism) -> str:
    """Say which end it is: a year after the start, or the extended one."""
    return tr("Ends, as extended") if mechanism.extended_until is not None else tr("Ends, a year after its start")


def ends_words(assessment: VoluntaryAssessment) -> tuple[str, str, str]:
    """Return the last day with how far it is, and its colour token and icon."""
    ends, today = assessment.totals.ends, as_of(assessment.forum)
    if ends is None:
        return tr("start not recorded"), "unknown", "unknown"
    if today is not None and today > ends:
        return tr("{day} · ended", day=short_day(ends)), "warn", "history"
    left = "" if today is None else tr(" · in {persons} days", persons=wording.persons((ends - today).days))
    return f"{shown(short_day(ends))}{shown(left)}", "text", "calendar"
