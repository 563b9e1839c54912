"""Two states of a forum side by side, and what caused each figure's difference.

``figures`` reads the figures of an assessment in one shape for every procedure, ``beside`` holds two of them against
each other, ``fates`` says what became of findings and deadlines; ``steps`` is the way from one state to the other,
``causes`` attributes every difference to its steps.
"""

from desktop_app.calc.comparison.beside import CannotCompareError, Comparison, compare

__all__ = ["CannotCompareError", "Comparison", "compare"]
