"""The garbage collector rests for a while, and goes on as it was."""

import gc

import pytest

from polesitter.learn.uncollected import uncollected


@pytest.mark.parametrize("collecting", [True, False])
def test_nothing_is_collected_meanwhile(collecting: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() == collecting
        with pytest.raises(ValueError, match="twelve"):
            uncollected()(int)("twelve")
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()
