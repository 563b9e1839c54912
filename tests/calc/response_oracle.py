"""A second working-out of search and rescue, from the promises of the interchange format alone (section 6).

It shares no code with ``desktop_app`` but the values that a forum is made of; every step stands in the order of
the text. It expects complete key data and needs, which small forums have.
"""

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan

THRESHOLD = Fraction(3, 10)
DEFAULTS = {"rounding": "largest-remainder", "shortfall": "A", "cover": "minimum"}


def nearest(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


class ResponseOracle:
    """The figures of one forum: ``rows``, ``pools`` and ``totals``, by name."""

    def __init__(self, forum: Forum) -> None:
        self.recorded = forum.search_and_rescue
        self.readings = {**DEFAULTS, **dict(forum.readings)}
        self.people = {state.code: state.population or 0 for state in forum.key.states}
        wealth = {state.code: state.gdp or 0 for state in forum.key.states}
        everyone, everything = sum(self.people.values()), sum(wealth.values())
        self.share = {
            code: Fraction(self.people[code], 2 * everyone) + Fraction(wealth[code], 2 * everything)
            for code in self.people
        }
        self.need = {each.code: each.relocations or 0 for each in self.recorded.report.benefitting}
        self.old = sum(self.need.values())
        self.path = self.recorded.act.path.value if self.recorded.act.path else None
        self.need_now = dict(self.need)
        top_up = self.recorded.top_up
        self.tops_up = bool(top_up and self.path == "48(2)" and top_up.benefitting in self.need)
        if self.recorded.top_up and self.tops_up:
            self.need_now[self.recorded.top_up.benefitting] = self.recorded.top_up.relocations
        self.new = sum(self.need_now.values())
        self.tops_up = self.tops_up and self.old > 0
        self.asked = [code for code in self.people if code not in self.need]
        self.plan = {code: self._plan(code) for code in self.asked}
        self._test()
        self.rows = {code: self._row(code) for code in self.people}
        self.pools = self._pools()

    def _plan(self, code: str) -> ResponsePlan | None:
        """The highest revision up to the end of the forum; a first plan after the month is no plan."""
        mine = {plan.revision: plan for plan in self.recorded.plans if plan.code == code}
        report = self.recorded.report.adopted
        if not mine or report is None:
            return None
        # One month after 14 October is 14 November; small forums know no other day.
        last = date(report.year, report.month + 1, report.day)
        first = mine.pop(min(mine))
        if first.submitted and first.submitted > last:
            return None
        end = self.recorded.forum_ended
        counting = [plan for plan in mine.values() if not (end and plan.submitted and plan.submitted > end)]
        return max(counting, key=lambda plan: plan.revision, default=first)

    def _measures(self, code: str) -> Fraction:
        plan = self.plan.get(code)
        return (
            sum(((each.persons_equivalent or Fraction(0)) for each in plan.measures), Fraction(0))
            if plan
            else Fraction(0)
        )

    def _pledged(self, code: str) -> int:
        plan = self.plan.get(code)
        return plan.relocations if plan else 0

    def _test(self) -> None:
        """The 30 % test, on the exact a and the report's total."""
        exact = {code: self.share[code] * self.old for code in self.asked}
        short = sum(
            (max(Fraction(0), exact[code] - self._pledged(code)) for code in self.asked if self._measures(code) > 0),
            Fraction(0),
        )
        pledged = sum(self._pledged(code) for code in self.asked)
        self.tests: dict[str, Fraction | None] = dict.fromkeys("ABC")
        if self.old:
            whole = sum(exact.values())
            self.tests = {
                "A": short / self.old,
                "B": Fraction(self.old - pledged, self.old),
                "C": short / whole if whole else None,
            }
        in_force = self.tests[self.readings["shortfall"]]
        self.triggered = in_force is not None and in_force > THRESHOLD

    def _whole(self, total: int) -> dict[str, int]:
        """Key numbers of a total."""
        quotas = {code: share * total for code, share in self.share.items()}
        if self.readings["rounding"] == "largest-remainder":
            return self._handed_out(quotas, total)
        return {code: (ceil if self.readings["rounding"] == "up" else nearest)(quota) for code, quota in quotas.items()}

    def _handed_out(self, quotas: dict[str, Fraction], total: int) -> dict[str, int]:
        """One person after the other to whoever lacks most; ties to the larger population, then the code."""
        got = {code: floor(quota) for code, quota in quotas.items()}
        while sum(got.values()) < total:
            first = min(quotas, key=lambda code: (got[code] - quotas[code], -self.people.get(code, 0), code))
            got[first] += 1
        return got

    def _row(self, code: str) -> dict[str, Any]:
        before, after = self._fixed(code, self.old), self._fixed(code, self.new)
        return {
            **after,
            "before": before if self.tops_up else None,
            "share": self.share[code],
            "exact_key": self.share[code] * self.old,
            "set_by_commission": self.path == "48(2)" and code in self.asked and self.plan[code] is None,
        }

    def _fixed(self, code: str, total: int) -> dict[str, int]:
        number = self._whole(total)[code]
        persons, sponsored, measures = self._split(code, number, total) if code in self.asked else (0, 0, 0)
        return {
            "key_number": number,
            "relocations": persons - sponsored,
            "sponsorship": sponsored,
            "measures": measures,
        }

    def _split(self, code: str, number: int, total: int) -> tuple[int, int, int]:
        """Persons by relocation and sponsorship, those of them by sponsorship, and measures."""
        plan, claimed, pledged = self.plan[code], self._measures(code), self._pledged(code)
        if self.path != "48(2)":
            raised = sum(each.relocations for each in self._raises() if each.code == code)
            return pledged + raised, 0, nearest(claimed)
        if plan is None:
            return number, 0, 0
        up = Fraction(total, self.old) if self.old else Fraction(1)
        persons, sponsored = nearest(pledged * up), 0
        if claimed == 0:
            return max(persons, number), 0, 0
        if self.triggered:
            exact = self.share[code] * self.old
            half = ceil(exact * up / 2)
            if pledged < exact / 2 and plan.cover:
                sponsored = nearest(plan.cover.sponsorship * up)
                persons = nearest((pledged + plan.cover.relocations + plan.cover.sponsorship) * up)
            persons = half if self.readings["cover"] == "exact" else max(half, persons)
            sponsored = min(sponsored, persons)
        return persons, sponsored, max(0, number - persons)

    def _raises(self) -> list[Any]:
        """Raises exist under Art. 48(1), by states that are asked, for a pool that there is."""
        known = [each for each in self.recorded.raises if each.code in self.asked and each.benefitting in self.need]
        return known if self.path == "48(1)" else []

    def _pools(self) -> dict[str, dict[str, int | None]]:
        raised = {
            code: sum(each.relocations for each in self._raises() if each.benefitting == code) for code in self.need
        }
        given = sum(self.rows[code]["relocations"] + self.rows[code]["sponsorship"] for code in self.asked)
        shared = given - sum(raised.values())
        parts: dict[str, int] = {}
        if self.new:
            quotas = {code: Fraction(shared * need, self.new) for code, need in self.need_now.items()}
            parts = self._handed_out(quotas, shared)
        return {
            code: {
                "pool": parts[code] + raised[code] if parts else None,
                "used": sum(use.persons for use in self.recorded.use if use.benefitting == code),
            }
            for code in self.need
        }
