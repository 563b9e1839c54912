"""What is different between two forums, cell by cell and in the field's words."""

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.differences.walk import differences

__all__ = ["Difference", "differences"]
