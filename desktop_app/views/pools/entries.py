"""Lists about the pools: requests for their use (Art. 49(1)), voluntary raises (Art. 48(1))."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetRaises, SetUse
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import ActPath, Call, Raise
from desktop_app.calc.wording import day, persons
from desktop_app.views.fields import (
    ChoiceField,
    DateField,
    Field,
    NoteField,
    PersonsField,
    TextField,
    day_text,
    persons_entry,
    read_day,
    read_persons,
)
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw, kept_text
from desktop_app.views.language import counted, marked, state_name, tr
from desktop_app.views.pools.drafts import PoolEditor, state_choices
from desktop_app.views.pools.words import NO_POOL, request_words

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.entries import EntryKind

_ONLY_SUFFICIENT: Final = marked(
    "Voluntary raises exist after an act under Art. 48(1) alone; under Art. 48(2) the act is amended by a top-up."
)


class _PoolList(PoolEditor):
    """An editor of one list about the pools."""

    def __init__(self, parent: QWidget | None, desk: "Desk", title: str, words: str) -> None:
        super().__init__(parent, desk, title, words)
        self.entries = Entries(*self.listed())
        self.entries.edited.connect(self.review)
        self.add(self.entries)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.entries.setFocus()

    def listed(self) -> "tuple[EntryKind, list[Raw]]":
        """Return the kind of the entries, and what stands in them."""
        raise NotImplementedError

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the entries or only look."""
        self.entries.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the list."""
        return self.entries.held


# ------------------------------------------------------------------------------------------------------------ requests


class CallKinds:
    """Requests for the use of a pool."""

    title = marked("Requests of the benefitting Member States")
    one = marked("request")
    moves = False

    def __init__(self, assessment: SearchAndRescueAssessment) -> None:
        self._pools = _named(assessment)

    def fields(self) -> dict[str, Field]:
        """Make the fields of a request."""
        return {
            "benefitting": ChoiceField(tr("Member State"), self._pools),
            "requested": DateField(tr("Received by the Commission on")),
            "needs": NoteField(tr("What is needed"), tr("Two ships a week expected until September")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a request of the first state that has none yet."""
        asked = {other["benefitting"] for other in others}
        code = next((code for code, _name in self._pools if code not in asked), self._pools[0][0])
        return {"benefitting": code, "requested": "", "needs": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Greece: 10 December 2026"``."""
        when = read_day(raw["requested"]).value
        return f"{_name(raw['benefitting'])}: {tr(day(when)) if when else tr('no day')}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a state may ask again
        """Ask for a day that can be read."""
        read = read_day(raw["requested"])
        if raw["benefitting"] is None:
            return {"benefitting": NO_POOL}
        if read.problem:
            return {"requested": read.problem}
        return (
            {} if read.value else {"requested": tr("A request needs the day of its receipt: 2026-12-10 for example.")}
        )


class CallsEditor(_PoolList):
    """The requests for the use of a pool; a late one is taken, with a warning."""

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "A benefitting state asks for the use of its pool within two weeks of the act; within two weeks of that "
            "the Commission coordinates the disembarkations (Art. 49(1)). A late request is taken, with a warning."
        )
        super().__init__(parent, desk, tr("Requests for pools"), words)

    def listed(self) -> "tuple[EntryKind, list[Raw]]":
        """Return the requests that are recorded."""
        held: list[Raw] = [
            {
                "benefitting": each.benefitting,
                "requested": day_text(each.requested),
                "needs": each.needs or "",
                RECORDED: each,
            }
            for each in self.recorded.calls
        ]
        return CallKinds(self.figures), held

    def draft(self) -> Draft:
        """Return the list as it stands."""
        problem = self.entries.problem
        calls = tuple(
            Call(raw["benefitting"] or "", read_day(raw["requested"]).value, kept_text(raw, "needs"))
            for raw in self.entries.held
        )
        found = {"entries": problem} if problem else {}
        return Draft(None if found else SetUse(calls, self.recorded.use, marked("Requests for pools")), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what becomes of the first request that is another one."""
        from desktop_app.calc.assess import assess

        after = SearchAndRescueAssessment.of(assess(then, self.now))
        known = set(self.recorded.calls)
        changed = next((call for call in then.search_and_rescue.calls if call not in known), None)
        if changed is None:
            return [tr("request removed")]
        said = request_words(after, changed.benefitting).text
        return [f"{state_name(changed.benefitting)}: {said[:1].lower()}{said[1:].rstrip('.')}"]


# -------------------------------------------------------------------------------------------------------------- raises


class RaiseKinds:
    """Voluntary raises."""

    title = marked("Raises, by Member State")
    one = marked("raise")
    moves = False

    def __init__(self, assessment: SearchAndRescueAssessment, pool: str | None) -> None:
        self._pools = _named(assessment)
        contributing = (row.code for row in assessment.rows if not row.benefitting)
        raises = assessment.forum.search_and_rescue.raises
        self._states = state_choices(contributing, *(each.code for each in raises))
        self._first = pool or self._pools[0][0]

    def fields(self) -> dict[str, Field]:
        """Make the fields of a raise."""
        return {
            "code": ChoiceField(tr("Member State that raises"), self._states or [("", tr("no contributing state"))]),
            "benefitting": ChoiceField(tr("For the pool of"), self._pools),
            "relocations": PersonsField(tr("Persons added"), "25"),
            "date": DateField(tr("Said on")),
            "note": TextField(tr("Note")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return an empty raise of the first state that has none yet."""
        named = {other["code"] for other in others}
        code = next((code for code, _name in self._states if code not in named), "")
        fallback = self._states[0][0] if self._states else ""
        return {
            "code": code or fallback, "benefitting": self._first, "relocations": "", "date": "", "note": "",
        }  # fmt: skip

    def words(self, raw: Raw) -> str:
        """Return for example ``"Belgium: 25 persons for Greece"``."""
        count = read_persons(raw["relocations"]).value
        return tr(
            "{state}: {counted} for {benefitting}",
            state=_name(raw["code"]),
            counted=counted(count or 0),
            benefitting=_name(raw["benefitting"]),
        )

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a state may raise twice
        """Ask for a number, and a day that can be read."""
        if raw["benefitting"] is None:
            return {"benefitting": NO_POOL}
        count, when = read_persons(raw["relocations"]), read_day(raw["date"])
        found = {"relocations": count.problem, "date": when.problem}
        if not count.problem and not count.value:
            found["relocations"] = tr("How many persons are added? Write a number of at least 1, or delete the line.")
        return {name: problem for name, problem in found.items() if problem}


class RaisesEditor(_PoolList):
    """What willing Member States add to a pool; nobody must."""

    def __init__(self, parent: QWidget | None, desk: "Desk", pool: str | None = None) -> None:
        self._pool = pool
        words = tr(
            "Once 80 % of a pool is used and the forum was called, Member States may raise what they give to that "
            "pool; nobody must. The act is amended by what they offer (Art. 48(1))."
        )
        super().__init__(parent, desk, tr("Voluntary raises"), words)

    def listed(self) -> "tuple[EntryKind, list[Raw]]":
        """Return the raises that are recorded."""
        held: list[Raw] = [
            {
                "code": each.code,
                "benefitting": each.benefitting,
                "relocations": persons_entry(each.relocations),
                "date": day_text(each.date),
                "note": each.note or "",
                RECORDED: each,
            }
            for each in self.recorded.raises
        ]
        alarmed = next((pool.benefitting for pool in self.figures.totals.pools if pool.alarm), None)
        return RaiseKinds(self.figures, self._pool or alarmed), held

    def draft(self) -> Draft:
        """Return the list as it stands; more is refused where the act is not one under Art. 48(1)."""
        problem = self.entries.problem
        raises = tuple(
            Raise(
                raw["code"],
                raw["benefitting"] or "",
                read_persons(raw["relocations"]).value or 0,
                read_day(raw["date"]).value,
                kept_text(raw, "note"),
            )
            for raw in self.entries.held
        )
        more = sum(each.relocations for each in raises) > sum(each.relocations for each in self.recorded.raises)
        if not problem and more and self.recorded.act.path is not ActPath.SUFFICIENT:
            problem = _ONLY_SUFFICIENT
        return Draft(None if problem else SetRaises(raises), {"entries": problem} if problem else {})

    def leads(self, then: Forum) -> list[str]:
        """Return the sum of what is added."""
        before = sum(each.relocations for each in self.recorded.raises)
        after = sum(each.relocations for each in then.search_and_rescue.raises)
        return [tr("voluntary raises {before} → {after} persons", before=persons(before), after=persons(after))]


def _named(assessment: SearchAndRescueAssessment) -> list[tuple[Any, str]]:
    """Return the states that have a pool; one of nobody where there is none."""
    pools = assessment.totals.pools
    return [(pool.benefitting, state_name(pool.benefitting)) for pool in pools] or [(None, tr("no pool yet"))]


def _name(code: str | None) -> str:
    return state_name(code) if code else tr("nobody")
