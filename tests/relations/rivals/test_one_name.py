"""What the names of two teams or cars leave each other, told of one competitor."""

import pytest

from polesitter.relations.rivals.one_name import shares_of

NAMES = [
    # two teams rule each other out
    ([("Nakajima", 9.0), ("Honda", 2.0)], [9 / 12, 2 / 12]),
    # forms of one name do not
    ([("BMW M4 GT4", 9.0), ("BMW", 1.0)], [9 / 10, 1 / 2]),
    ([("Mustangs", 9.0), ("Ford Mustang", 1.0)], [9 / 10, 1 / 2]),
    # whatever tells of one team speaks against the other
    ([("Honda", 9.0), ("Nakajima", 1.0), ("Honda", 1.0)], [9 / 11, 1 / 12, 1 / 3]),
]


@pytest.mark.parametrize(("told", "chances"), NAMES)
def test_names_that_differ_compete(told: list[tuple[str, float]], chances: list[float]) -> None:
    names, odds = [name for name, _ in told], [chance for _, chance in told]
    assert shares_of(names, odds) == pytest.approx(chances)
