"""What is missing skips a test, and fails it where it should be there."""

import math

import pytest

from . import needed

ABSENT = "polesitter_of_no_such_name"


def test_what_is_missing_skips_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "MUST_RUN", frozenset())
    with pytest.raises(pytest.skip.Exception):
        needed.package(ABSENT)
    with pytest.raises(pytest.skip.Exception):
        needed.no_browser("none here")


def test_each_kind_is_asked_for_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "MUST_RUN", frozenset({"packages"}))
    with pytest.raises(ModuleNotFoundError):
        needed.package(ABSENT)
    with pytest.raises(pytest.skip.Exception):
        needed.no_browser("none here")
    monkeypatch.setattr(needed, "MUST_RUN", frozenset({"browser"}))
    with pytest.raises(pytest.skip.Exception):
        needed.package(ABSENT)
    with pytest.raises(pytest.fail.Exception):
        needed.no_browser("none here")


@pytest.mark.parametrize("must", [(), ("packages",)])
def test_what_is_there_is_taken(monkeypatch: pytest.MonkeyPatch, must: tuple[str, ...]) -> None:
    monkeypatch.setattr(needed, "MUST_RUN", frozenset(must))
    assert needed.package("math") is math
