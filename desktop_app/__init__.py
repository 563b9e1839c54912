"""Forum Desk: the desk for High-Level Forum figures under Regulation (EU) 2024/1351.

The folders import downwards only: ``views`` → ``documents``, ``models`` → ``calc``.
``tests/test_architecture.py`` proves it.
"""

__version__ = "0.1.0"
__released__ = "2026-11-22"
"""The day of this version: a clock that says an earlier one is wrong."""
