"""What stands beside the names of a competitor."""

import pytest

from polesitter.relations.all_told.name_words import words_beside_names
from polesitter.relations.signs.family import names_of

from ...marked import frames, names

CASES = [
    # (report, whose signs, all of them)
    ("Won by [Ann Lee](DRIVER) last year.", "Ann Lee",
     {"l:by", "l2:won by", "nl:by", "nl:won", "r:last", "r2:last year", "nr:last", "nr:year"}),
    # at the ends of a sentence
    ("[Ann Lee](DRIVER) left.", "Ann Lee", {"l:^", "l2:^ ^", "r:left", "r2:left .", "nr:left"}),
    ("So did [Ann Lee](DRIVER)", "Ann Lee",
     {"l:did", "l2:so did", "nl:did", "nl:so", "r:$", "r2:$ $"}),
    # other mentions are told by what they are
    ("The [Penske](TEAM) man [Ann Lee](DRIVER), [third](POSITION)", "Ann Lee",
     {"l:man", "l2:<TEAM> man", "nl:man", "nl:<TEAM>", "r:,", "r2:, <POSITION>",
      "nr:<POSITION>"}),
    # all of its names count, and nobody else's
    ("[Ann Lee](DRIVER) won. Then [Ray](DRIVER) saw [Lee](DRIVER) go.", "Ann Lee",
     {"l:^", "l2:^ ^", "r:won", "r2:won .", "nr:won",
      "l:saw", "l2:<DRIVER> saw", "nl:saw", "r:go", "r2:go .", "nr:go"}),
    # near are four items, up to another competitor or the end of a clause
    ("One two three four five [Lee](DRIVER) six seven; eight", "Lee",
     {"l:five", "l2:four five", "nl:five", "nl:four", "nl:three", "nl:two",
      "r:six", "r2:six seven", "nr:six", "nr:seven"}),
]  # fmt: skip


@pytest.mark.parametrize(("report", "who", "wanted"), CASES)
def test_what_stands_beside_names(report: str, who: str, wanted: set[str]) -> None:
    made, view = frames(report)
    ids = {name: known for known, name in names(view).items()}
    beside = words_beside_names(made, view.head_of)
    assert set(names_of(beside[ids[who]])) == wanted
