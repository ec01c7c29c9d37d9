"""What stands beside the names of a competitor."""

import pytest

from polesitter.relations.name_words import words_beside_names
from polesitter.relations.signs import names_of

from ..marked import frames, names

CASES = [
    # (report, whose signs, all of them)
    ("Won by [Ann Lee](DRIVER) last year.", "Ann Lee",
     {"l:by", "l2:won by", "r:last", "r2:last year"}),
    # at the ends of a sentence
    ("[Ann Lee](DRIVER) left.", "Ann Lee", {"l:^", "l2:^ ^", "r:left", "r2:left ."}),
    ("So did [Ann Lee](DRIVER)", "Ann Lee", {"l:did", "l2:so did", "r:$", "r2:$ $"}),
    # other mentions are told by what they are
    ("The [Penske](TEAM) man [Ann Lee](DRIVER), [third](POSITION)", "Ann Lee",
     {"l:man", "l2:<TEAM> man", "r:,", "r2:, <POSITION>"}),
    # all of its names count, and nobody else's
    ("[Ann Lee](DRIVER) won. Then [Ray](DRIVER) saw [Lee](DRIVER) go.", "Ann Lee",
     {"l:^", "l2:^ ^", "r:won", "r2:won .", "l:saw", "l2:<DRIVER> saw", "r:go", "r2:go ."}),
]  # fmt: skip


@pytest.mark.parametrize(("report", "who", "wanted"), CASES)
def test_what_stands_beside_names(report: str, who: str, wanted: set[str]) -> None:
    made, view = frames(report)
    ids = {name: known for known, name in names(view).items()}
    beside = words_beside_names(made, view.head_of)
    assert set(names_of(beside[ids[who]])) == wanted
