"""How it stands with every group of a forum on the day of its check: return sponsorship and relocation."""

from desktop_app.calc import relocation_clock, sponsorship_clock
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT
from desktop_app.calc.relocation_clock import RelocationStanding
from desktop_app.calc.sponsorship_clock import SponsorshipStanding


def sponsorships_of(assessment: Assessment) -> tuple[SponsorshipStanding, ...]:
    """Return how it stands with the groups under return sponsorship, in the order recorded (Art. 55)."""
    forum, today = assessment.forum, as_of(assessment.forum)
    # No act but that of migratory pressure starts this clock.
    pressure = forum.migratory_pressure
    return tuple(
        sponsorship_clock.standing_of(group, pressure.act_for(group.benefitting), today)
        for group in forum.solidarity.sponsorship_groups
    )


def relocations_of(assessment: Assessment) -> tuple[RelocationStanding, ...]:
    """Return how it stands with the groups under relocation, in the order recorded (Art. 57)."""
    forum, today = assessment.forum, as_of(assessment.forum)
    reading = assessment.readings[POSTPONEMENT.name]
    return tuple(relocation_clock.standing_of(group, reading, today) for group in forum.solidarity.relocation_groups)
