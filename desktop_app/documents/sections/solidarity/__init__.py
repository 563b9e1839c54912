"""Sections on what is recorded beside a procedure: groups, support plans, incentives, the log (Art. 55 to 60, 72)."""
