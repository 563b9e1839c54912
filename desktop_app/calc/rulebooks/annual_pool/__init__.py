"""The annual solidarity pool: Regulation (EU) 2024/1351, with the proposal of 2020 shown beside it.

``frame`` works out what all rows share, ``rows`` one Member State, ``shortfall`` and ``totals`` the pool,
``rules_*`` what is to be said of it, ``deadlines`` the time limits; ``book`` puts them together.
"""
