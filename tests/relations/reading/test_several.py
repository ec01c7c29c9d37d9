"""One team or car told of several: the run of names it stands by, and how many it tells of."""

import pytest

from polesitter.relations.reading.several import Several
from polesitter.relations.signs.family import names_of
from polesitter.text.plural import is_plural
from polesitter.types import Mention

PLURALS = [
    ("Mustangs", True),
    ("Porsche 962s", True),
    ("BMWs", True),
    ("Mustang", False),
    ("Mercedes", False),
    ("Lotus", False),
    ("Cayman S", False),
]


@pytest.mark.parametrize(("words", "plural"), PLURALS)
def test_cars_in_the_plural(words: str, plural: bool) -> None:
    assert is_plural(words) is plural


RUNS = [
    ("D , D and D", [(0, 2), (0, 2), (0, 2)]),
    ("D beat D and D", [(0, 0), (1, 2), (1, 2)]),
    ("D 's <CAR> and D", [(0, 1), (0, 1)]),
    ("nobody", []),
]


@pytest.mark.parametrize(("sentence", "runs"), RUNS)
def test_each_head_is_of_a_run(sentence: str, runs: list[tuple[int, int]]) -> None:
    keys = sentence.split()
    assert Several(keys, [at for at, key in enumerate(keys) if key == "D"], {}).runs == runs


# sentence, car's words, rank of the head, sign that is told, sign that is not
TOLD = [
    ("<CAR> of D and D", "Mustangs", 1, "vh some rank:1 of:2 crossed:1", "vh one"),
    ("<CAR> of D and D", "Mustang", 1, "vh one rank:1 of:2 crossed:1", "vh some"),
    ("<CAR> of D led D", "Mustang", 1, "vh one rank:0 of:1 crossed:1", "vh one crossed:0"),
    ("D led with <CAR>", "Mustang", 0, "hv one crossed:0", "vh one"),
    ("D 's <CAR> and D", "Mustang", 1, "vh one rank:0 of:1 crossed:0", "hv one"),
]


@pytest.mark.parametrize(("sentence", "car", "rank", "sign", "other"), TOLD)
def test_how_a_head_stands_by_a_car(
    sentence: str, car: str, rank: int, sign: str, other: str
) -> None:
    keys = sentence.split()
    heads = [at for at, key in enumerate(keys) if key == "D"]
    place = keys.index("<CAR>")
    mention = Mention(0, len(car), car, "CAR", rule="x")
    signs = names_of([Several(keys, heads, {place: mention}).part(rank, place)])
    assert f"several {sign}" in signs
    assert f"several {other}" not in signs


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("<TEAM> cars of D", "some"), ("<TEAM> car of D", "one"), ("<TEAM> <CAR> of D", "some")],
)
def test_a_team_of_several_cars(sentence: str, count: str) -> None:
    keys = sentence.split()
    cars = {1: Mention(0, 4, "BMWs", "CAR", rule="x")} if "<CAR>" in keys else {}
    assert Several(keys, [3], cars).count(0) == count
