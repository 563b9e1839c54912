"""A choice as it stands on record with a release: what was shown, in words that a file keeps."""

from collections.abc import Mapping

from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.room.sheet import Choice, Content

_CONTENTS = {each.value: each for each in Content}


def particulars_of(choice: Choice) -> dict[str, object]:
    """Return the particulars of a release: what it shows; its title is the name of the mark."""
    shows: dict[str, object] = {"shows": [each.value for each in choice.contents]}
    return shows if choice.state is None else shows | {"state": choice.state}


def choice_of(title: str, particulars: Mapping[str, object]) -> Choice | None:
    """Return what a release shows; ``None`` where its particulars name nothing that can be shown.

    Args:
        title: name of the mark.
        particulars: of the mark, as :func:`particulars_of` wrote them, or as another version of the program did.
    """
    shows, state = particulars.get("shows"), particulars.get("state")
    named = [each for each in shows if isinstance(each, str)] if isinstance(shows, list | tuple) else []
    code = state if isinstance(state, str) and (state in NAMES or state in ASSOCIATED_NAMES) else None
    contents = tuple(_CONTENTS[each] for each in dict.fromkeys(named) if each in _CONTENTS)
    contents = tuple(each for each in contents if each is not Content.STATE or code is not None)
    return Choice(title, contents, code) if contents else None
