"""A second working-out of migratory pressure, from the promises of the interchange format (section 6) and the text.

It shares no code with ``desktop_app`` but the values that a forum is made of; every step stands in the order of
calculation of the text: key, plans, 30 % test, half, reduction and spread, credits, rounding. It expects complete key
data and totals, which small forums have.
"""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum
from desktop_app.calc.pressure_plans import PressurePlan

TYPES = ("applicants", "sponsorship", "beneficiaries", "measures")
PERSONS = TYPES[:3]
DEFAULTS = {
    "rounding": "largest-remainder",
    "shortfall": "A",
    "cover": "minimum",
    "reduction-spread": "excluding-reduced",
    "credit": "on-request",
    "credit-year": "calendar-year",
    "credit-state": "same",
    "twice": "at-least",
    "union-average": "weighted",
    "five-years": "mean-of-years",
}
THRESHOLD = Fraction(3, 10)


class PressureOracle:
    """The figures of one forum, by name: ``rows`` by code, and the 30 % test."""

    def __init__(self, forum: Forum) -> None:
        self.forum = forum
        self.recorded = forum.migratory_pressure
        self.readings = {**DEFAULTS, **dict(forum.readings)}
        self.people = {state.code: state.population or 0 for state in forum.key.states}
        wealth = {state.code: state.gdp or 0 for state in forum.key.states}
        everyone, everything = sum(self.people.values()), sum(wealth.values())
        self.share = {
            code: (Fraction(self.people[code], everyone) + Fraction(wealth[code], everything)) / 2
            for code in self.people
        }
        report = self.recorded.report
        self.total = (report.relocations or 0) + (report.sponsorship or 0)
        self.helped = {report.benefitting, *self.recorded.other_benefitting}
        self.a = {code: share * self.total for code, share in self.share.items()}
        self.asked = [code for code in self.people if code not in self.helped]
        self._read_plans()
        self._test()
        self._cover_half()
        self._averages()
        self._reduce()
        self._credit()
        self._round()
        self.rows = {code: self._row(code) for code in self.people}

    # ------------------------------------------------------------------------------------ plans

    def _read_plans(self) -> None:
        self.last_day = (self.recorded.report.adopted or date.min) + timedelta(14)
        self.plan = {code: self._plan(code) for code in self.asked}
        self.types = {code: self._types(code) for code in self.asked}
        self.d = {code: min(self.a[code], plan.covered) if plan else Fraction(0) for code, plan in self.plan.items()}
        self.r = {code: self.a[code] - self.d[code] for code in self.asked}
        # Who delivers persons is read from the plan as it was handed in, or as the Commission sets it.
        named = {code: plan is None or plan.shares != type(plan.shares)() for code, plan in self.plan.items()}
        self.delivers = [code for code in self.asked if named[code] and self.r[code] > 0]

    def _plan(self, code: str) -> PressurePlan | None:
        mine = sorted((plan for plan in self.recorded.plans if plan.code == code), key=lambda plan: plan.revision)
        if not mine or (mine[0].submitted and mine[0].submitted > self.last_day):
            return None
        end = self.recorded.forum_ended
        later = [plan for plan in mine[1:] if not (end and plan.submitted and plan.submitted > end)]
        return (later or mine[:1])[-1]

    def _types(self, code: str) -> dict[str, Fraction]:
        """How persons split; all are applicants where nobody says otherwise."""
        plan = self.plan[code]
        decided = {each.code: each.shares for each in self.recorded.act.types_set}
        shares = plan.shares if plan else decided.get(code)
        percents = [shares.applicants, shares.sponsorship, shares.beneficiaries] if shares else []
        if not sum(percents):
            return {"applicants": Fraction(1), "sponsorship": Fraction(0), "beneficiaries": Fraction(0)}
        return {kind: percent / sum(percents) for kind, percent in zip(PERSONS, percents, strict=True)}

    # ---------------------------------------------------------------------------- test and half

    def _test(self) -> None:
        short = sum((max(Fraction(0), self.a[code] - self.r[code]) for code in self.asked if self.d[code]), Fraction(0))
        whole = sum(self.a[code] for code in self.asked)
        self.tests = {
            "A": short / self.total if self.total else None,
            "B": None,
            "C": short / whole if whole else None,
        }
        in_force = self.tests[self.readings["shortfall"]]
        self.triggered = in_force is not None and in_force > THRESHOLD

    def _cover_half(self) -> None:
        for code in self.asked:
            if self.triggered and self.d[code]:
                half = min(Fraction(ceil(self.a[code] / 2)), self.a[code])
                self.r[code] = half if self.readings["cover"] == "exact" else max(half, self.r[code])
                self.d[code] = self.a[code] - self.r[code]

    # ---------------------------------------------------------------------- reduction and spread

    def _averages(self) -> None:
        counts = {each.code: dict(each.years) for each in self.forum.applications if each.code in self.people}
        known = [year for years in counts.values() for year, count in years.items() if count is not None]
        self.eligible: dict[str, bool] | None = None
        if not known:
            return
        five = range(max(known) - 4, max(known) + 1)
        if any(counts.get(code, {}).get(year) is None for code in self.people for year in five):
            return
        yearly = {code: [Fraction(counts[code][year] or 0) for year in five] for code in self.people}
        own = {code: self._rate(each, [self.people[code]] * 5) for code, each in yearly.items()}
        if self.readings["union-average"] == "weighted":
            together = [sum((each[place] for each in yearly.values()), Fraction(0)) for place in range(5)]
            union = self._rate(together, [sum(self.people.values())] * 5)
        else:
            union = sum(own.values(), Fraction(0)) / len(own)
        strict = self.readings["twice"] == "more-than"
        self.eligible = {
            code: rate > 0 and (rate > 2 * union if strict else rate >= 2 * union) for code, rate in own.items()
        }

    def _rate(self, counts: list[Fraction], heads: list[int]) -> Fraction:
        if self.readings["five-years"] == "ratio-of-sums":
            return sum(counts, Fraction(0)) / sum(heads)
        return sum((Fraction(count) / head for count, head in zip(counts, heads, strict=True)), Fraction(0)) / 5

    def _reduce(self) -> None:
        self.less = dict.fromkeys(self.people, Fraction(0))
        self.more = dict.fromkeys(self.people, Fraction(0))
        reduced = {}
        for code in self.delivers:
            plan = self.plan[code]
            if plan and plan.reduction_requested and self.eligible and self.eligible[code]:
                # Ten per cent of the share; measures are never reduced, so no more than the persons.
                reduced[code] = min(self.a[code] / 10, self.r[code])
        for code, amount in reduced.items():
            others = [
                other
                for other in self.delivers
                if other != code and (self.readings["reduction-spread"] == "including-reduced" or other not in reduced)
            ]
            if others:  # else nobody could take it over, and the total would not be kept
                whole = sum(self.share[other] for other in others)
                self.less[code] = -amount
                for other in others:
                    self.more[other] += amount * self.share[other] / whole

    # ----------------------------------------------------------------------------------- credits

    def _credit(self) -> None:
        self.owed: dict[str, dict[str, Fraction]] = {}
        self.early = {(code, kind): 0 for code in self.asked for kind in TYPES}
        self.late = dict(self.early)
        for code in self.asked:
            persons = self.r[code] + self.less[code] + self.more[code]
            self.owed[code] = {kind: persons * part for kind, part in self.types[code].items()}
            self.owed[code]["measures"] = self.d[code]
            for kind in TYPES:
                amount = sum(count for of, by, count in self._earlier() if (of, by) == (code, kind))
                fits = amount <= self.owed[code][kind]
                (self.early if fits else self.late)[code, kind] = amount

    def _earlier(self) -> list[tuple[str, str, int]]:
        """Contributions of the year before that count: state, type, persons."""
        found = [
            (each.code, each.type.value, each.persons)
            for each in self.recorded.credits
            if each.delivered and self._fits(each.benefitting, each.year, each.given, on_request=each.on_request)
        ]
        for plan in self.forum.solidarity.support_plans:
            if plan.consent is None:
                continue
            done = [(line.type.value, each.persons, each.on) for line in plan.lines for each in line.deliveries]
            done += [
                (ContributionType.MEASURES.value, floor(each.measure.persons_equivalent or 0), each.delivered)
                for each in plan.measures
                if each.delivered
            ]
            found += [
                (plan.code, kind, count)
                for kind, count, day in done
                if self._fits(plan.benefitting, None, day, on_request=plan.on_request)
                and self._answers(plan.benefitting, day, on_request=plan.on_request)
            ]
        return found

    def _answers(self, helped: str, day: date | None, *, on_request: bool) -> bool:
        """Whether a plan's delivery comes after a request, where only those count that answer one (Art. 53(4))."""
        if self.readings["credit"] != "on-request" or not on_request:
            return True
        asked = [each.notified for each in self.forum.solidarity.requests if each.benefitting == helped]
        known = [each for each in asked if each is not None]
        return bool(known) and (day is None or day >= min(known))

    def _fits(self, helped: str | None, year: int | None, day: date | None, *, on_request: bool) -> bool:
        act = self.recorded.act.adopted
        if self.readings["credit"] == "on-request" and not on_request:
            return False
        now = self.recorded.report.benefitting
        if self.readings["credit-state"] == "same" and (helped or now) != now:
            return False
        if self.readings["credit-year"] == "twelve-months" and act and day:
            return date(act.year - 1, act.month, act.day) <= day < act
        this_year = act.year if act else self.forum.year
        year = day.year if year is None and day else year
        return year is not None and this_year is not None and year == this_year - 1

    # ---------------------------------------------------------------------------------- rounding

    def _round(self) -> None:
        left = {code: {kind: self.owed[code][kind] - self.early[code, kind] for kind in TYPES} for code in self.asked}
        quotas = {code: sum(left[code].values(), Fraction(0)) if code in left else self.a[code] for code in self.people}
        # A state that nothing changed keeps its number by the key; else contributing states are served first.
        changed = quotas != self.a
        order = sorted(self.people, key=lambda code: (changed and code not in left, -self.people[code], code))
        totals = self._handed_out(quotas, self.total - sum(self.early.values()), order)
        self.fixed = {code: dict.fromkeys(TYPES, 0) for code in self.people}
        self.credited = dict.fromkeys(self.people, 0)
        for code, exact in left.items():
            parts = self._handed_out(exact, totals[code], list(TYPES))
            for kind in TYPES:
                off = min(self.late[code, kind], parts[kind])
                self.fixed[code][kind] = parts[kind] - off
                self.credited[code] += self.early[code, kind] + off

    @staticmethod
    def _handed_out(quotas: dict[str, Fraction], total: int, order: list[str]) -> dict[str, int]:
        """One person after the other to whoever lacks most; ties in the order given."""
        got = {key: floor(quota) for key, quota in quotas.items()}
        while sum(got.values()) < total:
            first = max(quotas, key=lambda key: (quotas[key] - got[key], -order.index(key)))
            got[first] += 1
        assert sum(got.values()) == total
        return got

    def _key_numbers(self) -> dict[str, int]:
        if self.readings["rounding"] == "up":
            return {code: ceil(exact) for code, exact in self.a.items()}
        if self.readings["rounding"] == "nearest":
            return {code: floor(exact + Fraction(1, 2)) for code, exact in self.a.items()}
        order = sorted(self.people, key=lambda code: (-self.people[code], code))
        return self._handed_out(self.a, self.total, order)

    def _row(self, code: str) -> dict[str, Any]:
        is_asked = code in self.asked
        without_plan = is_asked and self.plan[code] is None
        came_late = any(plan.code == code for plan in self.recorded.plans)
        is_over = came_late or (self.forum.as_of or date.min) > self.last_day
        eligible = None if self.eligible is None else self.eligible[code]
        if self.eligible is None and without_plan and is_over:
            eligible = False
        return {
            "share": self.share[code],
            "exact_key": self.a[code],
            "key_number": self._key_numbers()[code],
            "persons": self.r[code] if is_asked else 0,
            "measures_exact": self.d[code] if is_asked else 0,
            "reduction": self.less[code],
            "redistributed": self.more[code],
            "credited": self.credited[code],
            "relocations": self.fixed[code]["applicants"],
            "sponsorship": self.fixed[code]["sponsorship"],
            "beneficiaries": self.fixed[code]["beneficiaries"],
            "measures": self.fixed[code]["measures"],
            "set_by_commission": without_plan and (is_over or self.recorded.act.adopted is not None),
            "reduction_eligible": eligible,
        }
