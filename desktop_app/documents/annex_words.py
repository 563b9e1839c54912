"""Which words the annex to the act of an annual pool needs: those that every language of the Union has.

The other documents are in few languages, and so are the working chapters of a draft annex (findings, time limits, the
secretariat's own notes). What stands here is the annex itself, with the marks of a draft; a test prints every
variation of it in each language.
"""

from typing import Final

SAID: Final = "calc."
"""Begins the keys of what calc says in the annex: the English text is the template that calc says, word for word.

A language that the program speaks has these sentences in its catalogue instead (``resources/sentences``).
"""

_GROUPS: Final = frozenset(
    {
        "acts",
        "associated",
        "calc",
        "common",
        "data-flag",
        "deductions",
        "flag",
        "kind",
        "measures",
        "moment",
        "month",
        "pledges",
        "pool",
        "pressure",
        "reference",
        "remarks",
        "stage",
        "state",
        "status",
    }
)
"""What the keys begin with, up to the first full stop, of which the annex needs every one but those below."""

_WORKING: Final = frozenset(
    {
        "deductions.contents-complete",
        "deductions.contents-missing",
        "deductions.contents-not-looked",
        "deductions.due",
        "remarks.note",
    }
)
"""Those that only drafts say that also hold what is for those who work on them."""

_OTHERS: Final = frozenset(
    {
        *(
            f"page.{name}"
            for name in (
                "author",
                "draft",
                "draft-adopted",
                "estimate",
                "estimate-adopted",
                "fingerprint",
                "readings",
                "running",
                "subject",
                "unreviewed",
            )
        ),
        *(
            f"title.{name}"
            for name in (
                "adopted",
                "annex",
                "as-of",
                "basis",
                "default",
                "default-no-year",
                "file",
                "file-draft",
                "file-draft-estimate",
                "file-estimate",
                "not-adopted",
                "to",
                "to-no-year",
            )
        ),
        *(
            f"notes.{name}"
            for name in (
                "annex-alone",
                "extracted",
                "fixed",
                "fixed-intro",
                "flagged-gdp",
                "flagged-population",
                "gdp",
                "heading",
                "key-remark",
                "law",
                "law-deduction",
                "law-discretion",
                "law-key",
                "law-rate",
                "population",
                "reading",
                "reading-date",
                "readings",
                "readings-intro",
                "sources",
            )
        ),
    }
)
"""Those of groups that mostly belong to other documents."""


def is_of_annex(key: str) -> bool:
    """Tell whether the annex to the act of an annual pool can need a text."""
    return key in _OTHERS or (key.partition(".")[0] in _GROUPS and key not in _WORKING)
