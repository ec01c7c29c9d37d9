"""Values made fast are the values a frozen dataclass would be."""

from dataclasses import FrozenInstanceError, replace

import pytest

from polesitter.records.sealed import maker_of
from polesitter.types import Evidence, Relation

VALUES = ("driver", 3, 8, "Lee", "reference.driver", 0.75)


def test_a_value_made_is_equal_to_one_built() -> None:
    made = maker_of(Evidence)(*VALUES)
    assert made == Evidence(*VALUES)
    assert hash(made) == hash(Evidence(*VALUES))
    assert (type(made), repr(made)) == (Evidence, repr(Evidence(*VALUES)))
    assert replace(made, field="team") == Evidence("team", *VALUES[1:])


def test_a_value_made_is_frozen() -> None:
    made = maker_of(Evidence)(*VALUES)
    with pytest.raises(FrozenInstanceError):
        made.score = 1.0  # type: ignore[misc]


def test_every_field_must_be_given() -> None:
    with pytest.raises(TypeError):
        maker_of(Relation)("grid", 1)
