"""Mentions read back from plain facts."""

from dataclasses import FrozenInstanceError, asdict, replace

import pytest

from polesitter.types import Mention
from polesitter.types.mention import read_mention

LAP = Mention(3, 9, "26.371", "LAPTIME", 26.371, "s", rule="measure.lap_time.seconds", score=0.5)


def test_a_mention_read_back_is_the_same() -> None:
    read = read_mention(asdict(LAP))
    assert read == LAP
    assert (type(read), hash(read), repr(read)) == (Mention, hash(LAP), repr(LAP))
    assert replace(read, entity_id="d1") == replace(LAP, entity_id="d1")


def test_a_mention_read_back_is_sealed() -> None:
    with pytest.raises(FrozenInstanceError):
        read_mention(asdict(LAP)).start = 4  # type: ignore[misc]


def test_a_row_must_have_every_field() -> None:
    row = asdict(LAP)
    del row["unit"]
    with pytest.raises(TypeError):
        read_mention(row)
