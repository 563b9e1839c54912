"""The state hash: SHA-256 of the canonical document as RFC 8785 writes it.

It is asked for after every keystroke that is committed, when one record of a forum is new and the rest is
as it was; so the canonical text of each part is kept, and only new parts are written.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from desktop_app.calc.forum import KEY_NAMES, Forum, Procedure
from desktop_app.models.interchange import (
    limits,
    migratory_pressure_writer,
    search_and_rescue_writer,
    voluntary_writer,
    writer,
)
from desktop_app.models.interchange.reader import FORMAT
from desktop_app.models.interchange.written import GrowingList

FINGERPRINT_DIGITS: Final = 12

_PARTS_KEPT: Final = 1024


def canonical_text(value: Any) -> str:
    """Return a JSON value as RFC 8785 writes it.

    For what a forum's document holds (ASCII names, strings, integers below 2 ** 53, true, false, null)
    Python's own writer does so: names sorted, no spaces, only quotes, backslashes and control characters escaped.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def state_hash(forum: Forum) -> str:
    """Return the state hash of a forum, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_document(forum).encode("utf-8")).hexdigest()


def fingerprint(forum: Forum) -> str:
    """Return the first 12 digits of the state hash, as printed."""
    return state_hash(forum)[:FINGERPRINT_DIGITS]


def canonical_document(forum: Forum) -> str:
    """Return the canonical document as RFC 8785 writes it, put together from parts."""
    parts = _texts(writer.particulars(forum)) | _texts(writer.beside(forum))
    parts |= {
        "format": canonical_text(FORMAT),
        "procedure": canonical_text(forum.procedure.value),
    }
    if forum.procedure in KEY_NAMES:
        parts["key"] = _key(forum.key)
    parts |= _PROCEDURES[forum.procedure](forum)
    return "{" + ",".join(f'"{name}":{parts[name]}' for name in sorted(parts)) + "}"


def _annual_pool(forum: Forum) -> dict[str, str]:
    return {
        "basis": canonical_text(writer.basis(forum.basis)),
        "pool": canonical_text(writer.pool(forum.pool)),
        "meetings": canonical_text([writer.meeting(each) for each in forum.meetings]),
        "applications": _list(_applications, writer.in_protocol_order(forum.applications)),
        "states": _list(_state_record, writer.in_protocol_order(forum.states)),
        "associated": canonical_text(
            [writer.associated(each) for each in writer.associated_in_order(forum.associated)]
        ),
    }


def _search_and_rescue(forum: Forum) -> dict[str, str]:
    recorded = search_and_rescue_writer.particulars(forum.search_and_rescue)
    return _texts(recorded) | _lists(forum, search_and_rescue_writer.LISTS)


def _migratory_pressure(forum: Forum) -> dict[str, str]:
    recorded = migratory_pressure_writer.particulars(forum.migratory_pressure)
    applied = {"applications": _list(_applications, writer.in_protocol_order(forum.applications))}
    return _texts(recorded) | applied | _lists(forum, migratory_pressure_writer.LISTS)


def _voluntary(forum: Forum) -> dict[str, str]:
    return _texts(voluntary_writer.particulars(forum.voluntary)) | _lists(forum, voluntary_writer.LISTS)


def _texts(parts: Mapping[str, Any]) -> dict[str, str]:
    return {name: canonical_text(value) for name, value in parts.items()}


_PROCEDURES: Final[Mapping[Procedure, Callable[[Forum], dict[str, str]]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: _search_and_rescue,
    Procedure.MIGRATORY_PRESSURE: _migratory_pressure,
    Procedure.VOLUNTARY: _voluntary,
}
"""The parts that each procedure has of its own."""


def _list(text_of: Callable[[Any], str], values: Iterable[Any]) -> str:
    return "[" + ",".join([text_of(value) for value in values]) + "]"


def _lists(forum: Forum, lists: Iterable[GrowingList]) -> dict[str, str]:
    written = [(each, list(each.values(forum))) for each in lists]
    return {each.name: _list(_items[each.write], values) for each, values in written if values or each.promised}


class _Kept:
    """The canonical texts of parts that were written: found again by the very object, which is never changed.

    To ask by value would hash every record of the forum with all that hangs on it, at every keystroke.
    """

    def __init__(self, write: Callable[[Any], Any], most: int) -> None:
        self._write, self._most = write, most
        self._texts: dict[int, tuple[object, str]] = {}

    def __call__(self, part: object) -> str:
        found = self._texts.get(id(part))
        # The part is kept with its text: no other object can have its number meanwhile.
        if found is not None and found[0] is part:
            return found[1]
        text = canonical_text(self._write(part))
        if len(self._texts) >= self._most:
            self._texts.clear()
        self._texts[id(part)] = part, text
        return text


_state_record: Final = _Kept(writer.state_record, _PARTS_KEPT)
_applications: Final = _Kept(writer.applications, _PARTS_KEPT)
_key: Final = _Kept(writer.key, 16)
_items: Final = {
    each.write: _Kept(each.write, 2 * limits.DRAWS)
    for lists in (search_and_rescue_writer.LISTS, migratory_pressure_writer.LISTS, voluntary_writer.LISTS)
    for each in lists
}
"""By what writes an item; what two procedures record alike is kept once."""
