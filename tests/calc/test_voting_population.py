"""Voting populations as pasted: codes and names, spaces and points, tables with more columns; clear refusals."""

import pytest

from desktop_app.calc.voting_population import read_populations


def test_lines_are_read_in_whatever_shape() -> None:
    pasted = (
        "Member State\u2009: \n"
        "Belgium\t11\u202f883\u00a0495\t2,67\n"
        "DE 83 577 140\n"
        "\n"
        "fr;68.882.600\n"
        "Denmark 5 992 734\n"
        "Malta: 574,250\n"
        "Sweden 10'587'710\n"
        "EL 10372335\n"
        "Total 450 000 000"
    )
    read = read_populations(pasted.split("\n", 1)[1])
    assert read.problem == ""
    assert list(read.populations.items()) == [
        ("BE", 11_883_495),
        ("DE", 83_577_140),
        ("EL", 10_372_335),
        ("FR", 68_882_600),
        ("MT", 574_250),
        ("SE", 10_587_710),
    ]


@pytest.mark.parametrize(
    ("pasted", "problem"),
    [
        ("BE 1\nGR 5", "Line 2: no Member State is called “GR”. Use its code, such as BE."),
        ("BE 11.9", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE 11 883.495", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE\t\t", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE 0", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE 1 000 000 001", "Line 1: write the persons of Belgium as in 11 883 495."),
        ("BE 1\nBelgium 2", "Line 2: Belgium stands there twice. Keep one of the two."),
        ("5", "Line 1: no Member State is called “”. Use its code, such as BE."),
    ],
)
def test_what_is_not_understood_names_its_line(pasted: str, problem: str) -> None:
    read = read_populations(pasted)
    assert (dict(read.populations), read.problem) == ({}, problem)
