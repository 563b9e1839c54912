"""Migratory pressure: Art. 50 to 53 of the proposal of 2020 (COM(2020) 610), which never became law.

``frame`` works out what all rows share; then, in the binding order of the interchange format, ``plans`` splits each
number, ``half`` holds the 30 % test and asks for the half, ``spread`` takes the 10 % reduction and spreads it,
``credited`` takes earlier contributions off and rounds; ``rows`` and ``totals`` put the figures together; ``rules_*``
say what is to be said of it, ``deadlines`` the time limits; ``book`` is the whole.
"""
