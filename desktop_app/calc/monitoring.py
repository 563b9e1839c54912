"""How far a Member State is with what the act on migratory pressure fixes for it (COM(2020) 610, Art. 69).

Only groups of the procedure's own benefitting state count; what is given to another one answers no act of this forum.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.calc.group_standings import relocations_of, sponsorships_of
from desktop_app.calc.pressure_assessment import PressureAssessment


@dataclass(frozen=True, slots=True)
class Progress:
    """What is fixed for a Member State, and what became of it; persons.

    Attributes:
        code: Union code.
        fixed: by the act; ``None`` while it cannot be known.
        under_way: in groups, neither arrived or returned nor taken over; without those who cannot be relocated.
        done: arrived, or returned.
        taken_over: by the sponsor after its time limit; 0 of relocations.
    """

    code: str
    fixed: int | None
    under_way: int
    done: int
    taken_over: int = 0

    @property
    def remaining(self) -> int | None:
        """What is neither done nor taken over, 0 or more; ``None`` while what is fixed is not known."""
        return None if self.fixed is None else max(0, self.fixed - self.done - self.taken_over)


def relocation_progress(assessment: PressureAssessment) -> tuple[Progress, ...]:
    """Return how far the relocations are, a line for each Member State with any, in protocol order."""
    pressure = assessment.forum.migratory_pressure
    groups = [each for each in relocations_of(assessment) if pressure.is_for(each.group.benefitting)]

    def lines() -> Iterator[Progress]:
        for row in assessment.rows:
            own = [each for each in groups if each.group.relocating == row.code]
            parts = row.fixed.relocations, row.fixed.beneficiaries
            fixed = None if None in parts else sum(part or 0 for part in parts)
            arrived = sum(each.group.arrived for each in own)
            # Whoever of a group that was transferred did not arrive is under way no more.
            open_groups = (each for each in own if each.group.transferred is None)
            under_way = sum(max(0, each.eligible - each.group.arrived) for each in open_groups)
            if fixed or own:
                yield Progress(row.code, fixed, under_way, arrived)

    return tuple(lines())


def sponsorship_progress(assessment: PressureAssessment) -> tuple[Progress, ...]:
    """Return how far return sponsorship is, a line for each Member State with any, in protocol order."""
    pressure = assessment.forum.migratory_pressure
    groups = [each.group for each in sponsorships_of(assessment) if pressure.is_for(each.group.benefitting)]

    def lines() -> Iterator[Progress]:
        for row in assessment.rows:
            own = [each for each in groups if each.sponsor == row.code]
            if row.fixed.sponsorship or own:
                yield Progress(
                    row.code,
                    row.fixed.sponsorship,
                    sum(max(0, each.left) for each in own),
                    sum(each.returned for each in own),
                    sum(each.taken_over for each in own),
                )

    return tuple(lines())
