"""The versions that the window names."""

from desktop_app.models.versions import sqlite_version


def test_the_version_of_sqlite_is_a_number() -> None:
    assert all(part.isdigit() for part in sqlite_version().split("."))
