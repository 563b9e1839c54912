"""Writes a derivation's formula as a person reads it, with the numbers put in.

The little language (see :mod:`desktop_app.calc.derivation`) is Python's own grammar, so ``ast`` parses
it; nothing is ever executed. Steps between are reckoned exactly, only to be shown.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.derivation import Derivation, Exact, Input
from desktop_app.calc.exact import round_half_up, round_up
from desktop_app.documents.sentences import ENGLISH
from desktop_app.views.language import chosen, marked, shown, tr
from desktop_app.views.why.values import decimal, value_text

_Value: TypeAlias = Exact | tuple[Exact, ...]
_SUM, _PRODUCT, _ATOM = 1, 2, 3
_SIGNS: Final[dict[type[ast.AST], str]] = {
    ast.Add: "+",
    ast.Sub: "\N{MINUS SIGN}",
    ast.Mult: "\N{MULTIPLICATION SIGN}",
    ast.Div: "/",
    ast.Gt: ">",
    ast.GtE: "≥",
    ast.Lt: "<",
    ast.And: marked("and"),
    ast.Or: marked("or"),
}
_SHORT: Final = {"eur": "EUR", "gdp": "GDP", "gdps": marked("all GDP")}
"""Words of the names of inputs that are written otherwise."""
_ROUNDINGS: Final = {
    "up": marked("rounded up"),
    "down": marked("rounded down"),
    "nearest": marked("rounded to the nearest"),
}


class UnreadableFormula(ValueError):
    """The formula uses something that this page cannot write; it is then shown as it stands."""


@dataclass(frozen=True, slots=True)
class WrittenFormula:
    """A formula as it is read.

    Attributes:
        in_words: with the names of the inputs; empty where the formula is a single name.
        in_numbers: with the numbers put in.
        steps: what follows, line by line: the exact result, then each rounding.
    """

    in_words: str
    in_numbers: str
    steps: tuple[str, ...]


def write_formula(derivation: Derivation) -> WrittenFormula:
    """Write the formula of a derivation.

    Raises:
        UnreadableFormula: the formula is not in the language.
    """
    try:
        tree = ast.parse(derivation.formula, mode="eval").body
    except SyntaxError as error:
        raise UnreadableFormula(derivation.formula) from error
    inputs = {each.name: each for each in derivation.inputs}
    reckoner = _Reckoner(inputs)
    core, roundings = _peeled(tree)
    steps = []
    if not isinstance(core, ast.Name | ast.Constant):
        steps.append(f"= {shown(_result(reckoner.value(core), derivation))}")
    for name, node in roundings:
        steps.append(f"{shown(_ROUNDINGS[name])}: {shown(_result(reckoner.value(node), derivation))}")
    in_words = (
        ""
        if isinstance(tree, ast.Name | ast.Constant)
        else _Writer(lambda name: _named(inputs, name), reckoner, in_numbers=False).text(tree)
    )
    return WrittenFormula(in_words, _Writer(lambda name: _shown(inputs, name), reckoner).text(core), tuple(steps))


def _peeled(tree: ast.expr) -> tuple[ast.expr, list[tuple[str, ast.expr]]]:
    """Take the roundings off the outside, so that the number before rounding can be shown; innermost first."""
    roundings: list[tuple[str, ast.expr]] = []
    while isinstance(tree, ast.Call) and _name(tree) in _ROUNDINGS:
        roundings.insert(0, (_name(tree), tree))
        tree = tree.args[0]
    return tree, roundings


def _result(value: _Value, derivation: Derivation) -> str:
    if isinstance(value, tuple):
        raise UnreadableFormula(derivation.formula)
    return value_text(value, derivation.unit)


def _named(inputs: Mapping[str, Input], name: str) -> str:
    """Return what an input is called: in English its short name, elsewhere what stands in the list of inputs."""
    if chosen() != ENGLISH and name in inputs:
        return shown(inputs[name].title)
    return " ".join(shown(_SHORT.get(word, word)) for word in name.split("_"))


def _shown(inputs: Mapping[str, Input], name: str) -> str:
    given = inputs.get(name)
    if given is None:
        raise UnreadableFormula(name)
    if isinstance(given.value, tuple):
        return tr("{count} values", count=len(given.value))
    return value_text(given.value, given.unit)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


class _Reckoner:
    """Reckons parts of a formula exactly."""

    def __init__(self, inputs: Mapping[str, Input]) -> None:
        self.inputs = inputs
        self._functions: dict[str, Callable[..., _Value]] = {
            "up": round_up,
            "down": lambda x: x.numerator // x.denominator,
            "nearest": round_half_up,
            "min": min,
            "max": max,
            "sum": lambda values: sum(values, Fraction(0)),
            "when": lambda condition, x, y: x if condition else y,
            "missing": lambda xs, ys: tuple(max(Fraction(0), x - y) for x, y in zip(xs, ys, strict=True)),
        }

    def value(self, node: ast.expr) -> _Value:
        """Return the exact value of a part."""
        if isinstance(node, ast.Constant) and type(node.value) is int:
            return node.value
        if isinstance(node, ast.Name) and node.id in self.inputs:
            return self.inputs[node.id].value
        if isinstance(node, ast.Call) and _name(node) in self._functions:
            return self._functions[_name(node)](*(self.value(argument) for argument in node.args))
        if isinstance(node, ast.BinOp):
            return self._binary(node)
        if isinstance(node, ast.BoolOp):
            values = [bool(self.value(each)) for each in node.values]
            return all(values) if isinstance(node.op, ast.And) else any(values)
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self._compared(node)
        raise UnreadableFormula(ast.unparse(node))

    def _binary(self, node: ast.BinOp) -> _Value:
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(left, tuple) and isinstance(right, tuple) and isinstance(node.op, ast.Div):
            return tuple(Fraction(x) / y for x, y in zip(left, right, strict=True))
        if isinstance(left, tuple) or isinstance(right, tuple):
            raise UnreadableFormula(ast.unparse(node))
        reckoned: dict[type[ast.operator], Callable[[], Exact]] = {
            ast.Add: lambda: left + right,
            ast.Sub: lambda: left - right,
            ast.Mult: lambda: left * right,
            ast.Div: lambda: Fraction(left) / right,
        }
        if type(node.op) not in reckoned:
            raise UnreadableFormula(ast.unparse(node))
        return reckoned[type(node.op)]()

    def _compared(self, node: ast.Compare) -> bool:
        left, right = self.value(node.left), self.value(node.comparators[0])
        if isinstance(left, tuple) or isinstance(right, tuple):
            raise UnreadableFormula(ast.unparse(node))
        if isinstance(node.ops[0], ast.Gt):
            return left > right
        if isinstance(node.ops[0], ast.GtE):
            return left >= right
        if isinstance(node.ops[0], ast.Lt):
            return left < right
        raise UnreadableFormula(ast.unparse(node))


class _Writer:
    """Writes a formula in words or in numbers, as ``name`` writes the names of the inputs."""

    def __init__(self, name: Callable[[str], str], reckoner: _Reckoner, *, in_numbers: bool = True) -> None:
        self._name = name
        self._reckoner = reckoner
        self._in_numbers = in_numbers
        self._inputs = reckoner.inputs

    def text(self, node: ast.expr, inside: int = 0) -> str:
        """Write a part; ``inside`` is how tightly what stands around it binds."""
        if isinstance(node, ast.Constant) and type(node.value) is int:
            return decimal(node.value, 0)
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.BinOp):
            return self._binary(node, inside)
        if isinstance(node, ast.BoolOp):
            joined = f" {shown(_SIGNS[type(node.op)])} ".join(self.text(each, _ATOM) for each in node.values)
            return f"({shown(joined)})" if inside else joined
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SIGNS:
            sign = shown(_SIGNS[type(node.ops[0])])
            compared = f"{shown(self.text(node.left, _SUM))} {sign} {shown(self.text(node.comparators[0], _SUM))}"
            return f"({shown(compared)})" if inside else compared
        if isinstance(node, ast.Call):
            return self._call(node, inside)
        raise UnreadableFormula(ast.unparse(node))

    def _binary(self, node: ast.BinOp, inside: int) -> str:
        if type(node.op) not in _SIGNS:
            raise UnreadableFormula(ast.unparse(node))
        binds = _SUM if isinstance(node.op, ast.Add | ast.Sub) else _PRODUCT
        # What follows a minus or a stroke must bind tighter, or it would read as something else.
        right = binds + 1 if isinstance(node.op, ast.Sub | ast.Div) else binds
        written = f"{self.text(node.left, binds)} {_SIGNS[type(node.op)]} {self.text(node.right, right)}"
        return f"({shown(written)})" if binds < inside else written

    def _call(self, node: ast.Call, inside: int) -> str:
        name = _name(node)
        if name == "sum" and self._in_numbers:
            return self._total(node)
        if name == "when" and self._in_numbers:
            taken = node.args[1] if self._reckoner.value(node.args[0]) else node.args[2]
            return self.text(taken, inside)
        written = self._function(name, node)
        return f"({shown(written)})" if inside and name != "sum" else written

    def _total(self, node: ast.Call) -> str:
        total, summed = self._reckoner.value(node), node.args[0]
        if isinstance(total, tuple):
            raise UnreadableFormula(ast.unparse(node))
        given = self._inputs.get(summed.id) if isinstance(summed, ast.Name) else None
        return decimal(total, 4) if given is None else value_text(total, given.unit)

    def _function(self, name: str, node: ast.Call) -> str:
        divided = node.args[0]
        if name == "sum" and isinstance(divided, ast.BinOp):
            # Element by element: it must not read as a quotient of sums.
            return tr("sum of each ({value})", value=self.text(divided))
        parts = [self.text(argument) for argument in node.args]
        if name in _ROUNDINGS:
            return f"{shown(self.text(node.args[0], _SUM))} {shown(_ROUNDINGS[name])}"
        if name == "sum":
            return tr("sum of {parts}", parts=parts[0])
        if name == "when":
            return tr("{parts} if {parts_2}, else {parts_3}", parts=parts[1], parts_2=parts[0], parts_3=parts[2])
        if name == "missing":
            return tr("what {parts} lack of {parts_2}", parts=parts[0], parts_2=parts[1])
        if name in ("min", "max"):
            smaller = marked("the smaller of {first} and {second}")
            larger = marked("the larger of {first} and {second}")
            return tr(smaller if name == "min" else larger, first=parts[0], second=parts[1])
        raise UnreadableFormula(ast.unparse(node))
