"""The adapter to HiGHS, a solver of mixed integer programs: it suggests who could give how much.

Nothing that it returns is a figure: suggestions are settled exactly and proved by assessment (:mod:`calc.gap`).
"""
