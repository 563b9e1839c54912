"""A second, plain working-out of the figures, straight from the interchange format's section 3.

Written to be read beside the text, one figure after the other, and to share nothing with
``desktop_app.calc`` but the forum itself. Slow on purpose.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from desktop_app.calc.forum import DeductionStage, Forum, KeyState, StateRecord
from desktop_app.calc.recorded import ABSENT

Figures = dict[str, Any]
Known = dict[str, Any]
"""A number by state, or None where it is not known."""
_HALF: Final = Fraction(1, 2)


@dataclass
class Oracle:
    """Figures of a forum: ``rows`` by code, ``totals``; the names are those of Row and Totals."""

    forum: Forum
    rows: dict[str, Figures] = field(default_factory=dict)
    totals: Figures = field(default_factory=dict)

    def __post_init__(self) -> None:
        forum = self.forum
        self.readings = dict(forum.readings)
        self.members: list[KeyState] = [each for each in forum.key.states if each.participates and each.code != "DK"]
        self.codes = [each.code for each in self.members]
        self.today = forum.as_of or max(_dates(forum), default=None)
        self._reference()
        shares = self._shares()
        rounded = self._rounded(shares)
        names = {each.code for each in forum.key.states} | {each.code for each in forum.states}
        for code in names:
            self.rows[code] = self._row(code, shares, rounded)
        self._pool()
        eligible = self._eligible()
        for code in names:
            self.rows[code]["reduction_eligible"] = eligible.get(code)

    def _record(self, code: str) -> StateRecord:
        return next((each for each in self.forum.states if each.code == code), StateRecord(code))

    def _reference(self) -> None:
        """R, and the rate F / R; an exceptional pool may have both at 0."""
        pool = self.forum.pool
        self.reference: Any = pool.relocations or None
        self.rate: Any = None
        if pool.relocations and pool.financial_cents:
            self.rate = Fraction(pool.financial_cents, 100) / pool.relocations
        if pool.exceptional and (pool.relocations, pool.financial_cents) == (0, 0):
            self.reference, self.rate = 0, Fraction(20_000)

    def _shares(self) -> Known:
        adopted = dict(self.forum.key.adopted_shares)
        complete = all(each.population and each.gdp for each in self.members)
        people = sum(each.population or 0 for each in self.members)
        product = sum(each.gdp or 0 for each in self.members)
        shares: Known = {}
        for each in self.members:
            if each.code in adopted:
                shares[each.code] = adopted[each.code] / 100
            elif complete:
                shares[each.code] = _HALF * Fraction(each.population or 0, people) + _HALF * Fraction(
                    each.gdp or 0, product
                )
            else:
                shares[each.code] = None
        return shares

    def _rounded(self, shares: Known) -> Known:
        """Fair shares in whole persons before any credit."""
        if self.reference is None:
            return dict.fromkeys(self.codes)
        quotas = {code: None if share is None else share * self.reference for code, share in shares.items()}
        reading = self.readings["rounding"]
        if reading == "up":
            return {code: None if quota is None else ceil(quota) for code, quota in quotas.items()}
        if reading == "nearest":
            return {code: None if quota is None else floor(quota + _HALF) for code, quota in quotas.items()}
        if None in quotas.values():
            return dict.fromkeys(self.codes)
        return {**self._handed_out({code: quota for code, quota in quotas.items() if quota is not None})}

    def _handed_out(self, quotas: dict[str, Fraction]) -> dict[str, int]:
        """Hand out R one by one to the state that is furthest below its quota: one to each whose quota is not whole."""
        population = {each.code: each.population or 0 for each in self.members}
        given = {code: floor(quota) for code, quota in quotas.items()}
        order = sorted(quotas, key=lambda code: (-population[code], code))
        waiting = [code for code in order if quotas[code] != given[code]]
        while sum(given.values()) < (self.reference or 0) and waiting:
            neediest = max(waiting, key=lambda code: quotas[code] - given[code])
            given[neediest] += 1
            waiting.remove(neediest)
        return given

    def _row(self, code: str, shares: Known, rounded: Known) -> Figures:
        record, share, whole = self._record(code), shares.get(code), rounded.get(code)
        credit = record.crisis_credit
        known = share is not None and self.reference is not None
        exact: Any = max(Fraction(0), share * self.reference - credit) if known else None
        whole = None if whole is None else max(0, whole - credit)
        pledge = record.pledge
        people: Any = None if pledge.relocations is ABSENT else pledge.relocations or 0
        money: Any = None if pledge.financial_cents is ABSENT else pledge.financial_cents or 0
        measures: Any = self._measures(record)
        pledged = None
        if None not in (people, money, measures, self.rate):
            pledged = people + Fraction(money + measures, 100) / self.rate
        since = record.benefitting_since
        row = {
            "code": code,
            "in_key": code in self.codes,
            "benefitting": since is not None and (self.today is None or since <= self.today),
            "share": share,
            "exact_fair_share": exact,
            "fair_share_relocations": whole,
            "fair_share_eur": None if exact is None or self.rate is None else exact * self.rate,
            "pledged_relocations": people,
            "pledged_financial_cents": money,
            "pledged_alternative_cents": measures,
            "equivalents": pledged,
            "coverage": pledged / exact if pledged is not None and exact else None,
        }
        return row | self._gap(pledged, exact, whole) | self._deducted(record, row)

    def _gap(self, pledged: Any, exact: Any, whole: int | None) -> Figures:
        if pledged is None or exact is None or whole is None:
            return dict.fromkeys(("met", "gap", "gap_relocations", "gap_eur"))
        met = pledged >= min(exact, whole)
        gap = 0 if met else exact - pledged
        return {"met": met, "gap": gap, "gap_relocations": ceil(gap), "gap_eur": gap * (self.rate or 0)}

    @staticmethod
    def _measures(record: StateRecord) -> int | None:
        if record.pledge.alternative is ABSENT:
            return None
        values = [each.value_cents for each in record.pledge.alternative or ()]
        return None if None in values else sum(value or 0 for value in values)

    def _deducted(self, record: StateRecord, row: Figures) -> Figures:
        """Granted deductions add up, per type, never above the pledge; a full one is all of it."""
        granted = [each for each in record.deductions if each.stage is DeductionStage.GRANTED]
        types = {
            "deducted_relocations": ("relocations", "pledged_relocations"),
            "deducted_financial_cents": ("financial_cents", "pledged_financial_cents"),
            "deducted_alternative_cents": ("alternative_cents", "pledged_alternative_cents"),
        }
        taken: Figures = {}
        for name, (amount, pledged) in types.items():
            asked = sum(getattr(each.extent, amount) for each in granted if each.extent is not None)
            full = any(each.extent is None for each in granted)
            if not asked and not full:
                taken[name] = 0
            elif row[pledged] is None:
                taken[name] = None
            else:
                taken[name] = row[pledged] if full else min(asked, row[pledged])
        equivalents = None
        if None not in taken.values():
            money = taken["deducted_financial_cents"] + taken["deducted_alternative_cents"]
            if not money:
                equivalents = Fraction(taken["deducted_relocations"])
            elif self.rate is not None:
                equivalents = taken["deducted_relocations"] + Fraction(money, 100) / self.rate
        whole = row["equivalents"]
        net = None if whole is None or equivalents is None else whole - equivalents
        return taken | {"deducted_equivalents": equivalents, "net_equivalents": net}

    def _pool(self) -> None:
        rows = [self.rows[code] for code in self.codes]

        def known(name: str, among: list[Figures]) -> list[Any]:
            return [row[name] for row in among if row[name] is not None]

        pledged = sum(known("equivalents", rows), Fraction(0))
        net_of_others = sum(known("net_equivalents", [row for row in rows if not row["benefitting"]]), Fraction(0))
        shares = known("fair_share_relocations", rows)
        gap = None if self.reference is None or self.rate is None else max(Fraction(0), self.reference - pledged)
        self.totals = {
            "rate_eur": self.rate,
            "fair_share_relocations": sum(shares) if rows and len(shares) == len(rows) else None,
            "pledged_relocations": sum(known("pledged_relocations", rows)),
            "pledged_financial_cents": sum(known("pledged_financial_cents", rows)),
            "pledged_alternative_cents": sum(known("pledged_alternative_cents", rows)),
            "pledged_equivalents": pledged,
            "unknown_states": tuple(row["code"] for row in rows if row["equivalents"] is None),
            "coverage": pledged / self.reference if self.reference and self.rate is not None else None,
            "gap": gap,
            "gap_relocations": None if gap is None else ceil(gap),
            "gap_eur": None if gap is None else gap * (self.rate or 0),
            "net_equivalents": sum(known("net_equivalents", rows), Fraction(0)),
            "effective_gap_relocations": (
                None if gap is None else ceil(max(Fraction(0), (self.reference or 0) - net_of_others))
            ),
        }
        self._shortfall()
        self._offsets()

    def _shortfall(self) -> None:
        """The 30 % indicator, and what the 50 % rule would ask."""
        counted: dict[str, Fraction] = {}
        for code in self.codes:
            row, measures = self.rows[code], self._record(code).pledge.alternative
            people, money = row["pledged_relocations"], row["pledged_financial_cents"]
            if measures is ABSENT or not measures or row["benefitting"]:
                continue
            if row["exact_fair_share"] is None or people is None:
                continue
            if self.readings["shortfall-cover"] == "relocation-only":
                counted[code] = Fraction(people)
            elif money is not None and self.rate is not None:
                counted[code] = people + Fraction(money, 100) / self.rate
        missing = sum(max(0, self.rows[code]["exact_fair_share"] - value) for code, value in counted.items())
        ratio = None
        shares = [self.rows[code]["exact_fair_share"] for code in self.codes]
        rate_is_missing = self.rate is None and self.readings["shortfall-cover"] != "relocation-only"
        if self.reference is not None and None not in shares and not rate_is_missing:
            ratio = missing / Fraction(self.reference) if self.reference else Fraction(0)
        triggered = ratio is not None and ratio > Fraction(3, 10)
        self.totals |= {"shortfall": ratio, "shortfall_triggered": triggered}
        for code, row in self.rows.items():
            asked = _HALF * row["exact_fair_share"] - counted[code] if code in counted else 0
            row["cover_relocations"] = ceil(max(0, asked)) if triggered else 0

    def _offsets(self) -> None:
        """Art. 63(2): (a) on the proposal's number, (b) on the exact fair share."""
        proposed, pledged = self.forum.pool.proposal_relocations, self.totals["pledged_relocations"]
        by_pool = bool(proposed) and pledged >= _HALF * (proposed or 0)
        for code, row in self.rows.items():
            share, own = row["exact_fair_share"], row["pledged_relocations"]
            by_own = bool(share) and own is not None and own >= _HALF * share
            contributes = code in self.codes and not row["benefitting"]
            row["offset_option"] = ("a" * by_pool + "b" * by_own or "no") if contributes else "no"

    def _eligible(self) -> dict[str, bool]:
        """Who has twice the Union's applications per head; nobody is judged without all five years of all."""
        entries = {each.code: each for each in self.forum.applications if each.code in self.codes}
        named = [year for each in entries.values() for year, count in each.years if count is not None]
        if not named or set(entries) != set(self.codes):
            return {}
        five = range(max(named) - 4, max(named) + 1)
        counts = {(code, year): dict(each.years).get(year) for code, each in entries.items() for year in five}
        people = {each.code: each.population for each in self.members}
        heads = {
            (code, year): dict(each.population).get(year) or people[code]
            for code, each in entries.items()
            for year in five
        }
        if None in counts.values() or not all(heads.values()):
            return {}
        own = {code: self._mean([(counts[code, year], heads[code, year]) for year in five]) for code in self.codes}
        together = [
            (sum(counts[code, year] or 0 for code in self.codes), sum(heads[code, year] or 0 for code in self.codes))
            for year in five
        ]
        union = self._mean(together)
        if self.readings["union-average"] == "mean-of-states":
            union = sum(own.values(), Fraction(0)) / len(own)
        if self.readings["twice"] == "more-than":
            return {code: rate > 2 * union for code, rate in own.items()}
        return {code: rate >= 2 * union and rate > 0 for code, rate in own.items()}

    def _mean(self, years: list[tuple[Any, Any]]) -> Fraction:
        if self.readings["five-years"] == "ratio-of-sums":
            return Fraction(sum(count for count, _heads in years), sum(heads for _count, heads in years))
        return sum((Fraction(count, heads) for count, heads in years), Fraction(0)) / 5


def _dates(forum: Forum) -> list[date]:
    basis = forum.basis
    days = [forum.adopted, forum.key.population_date, basis.report.date, basis.decision.date, basis.proposal.date]
    days += [each.date for each in forum.meetings]
    for record in forum.states:
        days.append(record.benefitting_since)
        for each in record.deductions:
            days += [each.announced, each.requested, each.assessed, each.decided]
    return [day for day in days if day is not None]
