"""Migratory pressure: Art. 50 to 53 of the proposal of 2020 (COM(2020) 610), which never became law.

``frame`` works out what all rows share; then, in the binding order of the interchange format, ``steps`` splits each
number and asks for the half, ``spread`` takes the 10 % reduction and spreads it, ``rounding`` takes earlier
contributions off and rounds; ``rows`` and ``totals`` put the figures together, the 30 % test among them; ``rules_*``
say what is to be said of it, ``deadlines`` the time limits; ``book`` is the whole.
"""
