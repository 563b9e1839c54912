"""Versions of the libraries that forum files rest on."""

import sqlite3


def sqlite_version() -> str:
    """Return the version of SQLite, such as ``"3.40.1"``."""
    return sqlite3.sqlite_version
