"""Search and rescue: Art. 47 to 49 of the proposal of 2020 (COM(2020) 610), which never became law.

``frame`` works out what all rows share, ``plans`` which plan counts, ``shortfall`` the 30 % test, ``contributions``
what an act fixes, ``pools`` and ``totals`` the whole; ``rules_*`` say what is to be said of it, ``deadlines`` the
time limits; ``book`` puts them together.
"""
