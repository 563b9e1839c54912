"""What would close the gap: a target, limits, and the smallest set of changes that reaches the one within the others.

Everything here is exact and knows no solver. A solver (:mod:`desktop_app.solver`) suggests who gives how much; what it
suggests is settled in whole persons and cents, made into a change, assessed as any other, and shown only if the
assessment says that the target is reached.
"""
