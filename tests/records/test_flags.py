"""What is flagged of a row."""

from pathlib import Path

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.flags import MEANINGS, flags_of
from polesitter.records.row import Row
from polesitter.records.statuses import set_status
from polesitter.relations.claims.claim import Claim
from polesitter.types import Mention

MENTIONS = [
    Mention(0, 5, "third", "POSITION", "3"),
    Mention(6, 19, "half a second", "GAP", 0.5, "s", approx=True),
    Mention(20, 31, "0.5 seconds", "GAP", 0.5, "s"),
]


def choice(value: float | str, mention: int = 0, rule: str = "", chance: float = 0.9) -> Choice:
    return Choice(value, chance, [Claim("X", "d0", 0, mention, 0, value, [], rule=rule)])


def row(votes: dict[str, list[Choice]] | None = None, **fields: Choice) -> Row:
    return Row(Draft("d0", ("d0",), votes or {}), fields=dict(fields))


ROWS = [
    (row(position=choice("3")), ()),
    (row(position=choice("4", rule="order.list")), ("counted_position",)),
    (row(position=choice("4", rule="rank.chain")), ("counted_position",)),
    (row(position=choice("2", 2)), ("implied_position",)),
    (row(gap=choice(0.5, 1)), ()),
    (row(gap=choice(0.5, 2)), ()),
    (row(position=choice("3"), grid=choice("9")), ()),
    (row(grid=choice("9")), ()),
    # places that did not come to stand
    (row({"position": [choice("3")]}, gap=choice(0.5, 2)), ("ambiguous_position",)),
    (row({"position": [choice("3", chance=0.1)]}, gap=choice(0.5, 2)), ()),
    (row({"position": [choice("3", chance=0.1)]}), ("ambiguous_position",)),
    (row({"position": [choice("3", chance=0.09)]}), ()),
    # another value as good as told
    (row({"speed": [choice(113.5), choice(112.5, chance=0.6)]}, speed=choice(113.5)),
     ("two_values_told",)),
    (row({"speed": [choice(113.5), choice(112.5, chance=0.3)]}, speed=choice(113.5)), ()),
    (row({"position": [choice("3"), choice("row:2")]}, position=choice("3")), ()),
    (row({"team": [choice("A"), choice("B")]}, team=choice("A")), ()),
]  # fmt: skip


@pytest.mark.parametrize(("made", "flags"), ROWS)
def test_flags_of_a_row(made: Row, flags: tuple[str, ...]) -> None:
    assert flags_of(made, MENTIONS) == flags
    assert set(flags) <= set(MEANINGS)


def test_every_flag_is_explained_in_the_docs(root: Path) -> None:
    told = (root / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    assert all(f"| `{flag}` |" in told for flag in MEANINGS)


def test_a_place_that_a_status_took_is_not_ambiguous() -> None:
    made = row({"position": [choice("22", chance=0.43)], "status": [choice("no_time")]})
    made.fields["position"] = choice("22", chance=0.43)
    set_status(made)
    assert flags_of(made, MENTIONS) == ("dropped_position",)


@pytest.mark.parametrize(("recorded", "flags"), [(0.45, ()), (0.95, ("ambiguous_position",))])
def test_a_place_is_told_as_far_as_it_could_stand(recorded: float, flags: tuple[str, ...]) -> None:
    margin = choice(0.5, 2)
    made = row({"position": [choice("3", chance=0.25)], "margin": [margin]}, gap=margin)
    made.draft.recorded = recorded
    assert flags_of(made, MENTIONS) == flags


def test_flags_set_on_the_way_stay_and_stand_in_order() -> None:
    made = row(gap=choice(0.5, 1), position=choice("4", rule="order.list"))
    made.flags.append("checked")
    assert flags_of(made, MENTIONS) == ("checked", "counted_position")
