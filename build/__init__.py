"""Forum Desk's own scripts: set-up, checks, locks. No build back end writes here.

`bootstrap.py` is the one door: ``python3 build/bootstrap.py run``, ``… test``, ``… setup``, ``… lock``.
"""
