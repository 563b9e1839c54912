"""An evaluator of the language of formulas, made for the tests alone: nothing of ``desktop_app`` helps it.

It walks Python's own syntax tree and knows what the documentation of ``desktop_app.calc.derivation`` says.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

Value = bool | Fraction | tuple[Fraction, ...]

_ARITHMETIC: Final[dict[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISON: Final[dict[type[ast.cmpop], Callable[[Any, Any], bool]]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
}


def evaluate(formula: str, inputs: Mapping[str, object]) -> Value:
    """Work ``formula`` out with the inputs alone."""
    return _value(ast.parse(formula, mode="eval").body, {name: _exact(value) for name, value in inputs.items()})


def names_in(formula: str) -> set[str]:
    """The names of inputs in ``formula``."""
    tree = ast.parse(formula, mode="eval")
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called}


def _exact(value: object) -> Value:
    if isinstance(value, tuple):
        return tuple(Fraction(each) for each in value)
    assert isinstance(value, int | Fraction), value
    return value if isinstance(value, bool) else Fraction(value)


def _value(node: ast.expr, inputs: Mapping[str, Value]) -> Value:
    value: Value
    match node:
        case ast.Constant(value=int() as number):
            value = Fraction(number)
        case ast.Name(id=name):
            value = inputs[name]
        case ast.BinOp(left=left, op=sign, right=right):
            value = _arithmetic(type(sign), _value(left, inputs), _value(right, inputs))
        case ast.Compare(left=left, ops=[compared], comparators=[right]):
            value = _COMPARISON[type(compared)](_value(left, inputs), _value(right, inputs))
        case ast.BoolOp(op=joined, values=values):
            truths = [_value(each, inputs) for each in values]
            value = all(truths) if isinstance(joined, ast.And) else any(truths)
        case ast.Call(func=ast.Name(id="when"), args=[condition, then, otherwise], keywords=[]):
            value = _value(then if _value(condition, inputs) is True else otherwise, inputs)
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]):
            value = _FUNCTIONS[function](*(_value(each, inputs) for each in arguments))
        case _:
            raise AssertionError(f"not in the language: {ast.dump(node)}")
    return value


def _arithmetic(sign: type[ast.operator], left: Any, right: Any) -> Value:
    if isinstance(left, tuple):
        assert sign is ast.Div
        return tuple(one / other for one, other in zip(left, right, strict=True))
    result = _ARITHMETIC[sign](left, right)
    assert isinstance(result, Fraction)
    return result


def _nearest(value: Fraction) -> Fraction:
    return Fraction(floor(value + Fraction(1, 2)))


def _missing(whole: tuple[Fraction, ...], part: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(max(Fraction(0), one - other) for one, other in zip(whole, part, strict=True))


_FUNCTIONS: Final[dict[str, Callable[..., Value]]] = {
    "up": lambda value: Fraction(ceil(value)),
    "down": lambda value: Fraction(floor(value)),
    "nearest": _nearest,
    "min": min,
    "max": max,
    "sum": lambda values: sum(values, Fraction(0)),
    "missing": _missing,
}
