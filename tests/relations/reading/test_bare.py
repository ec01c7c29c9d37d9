from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.reading.bare import NAMING, Bare

KEYS = st.lists(st.sampled_from(["then", "<DRIVER>", ",", "the", "'s", "<TEAM>"]), max_size=12)


def test_what_names_a_competitor_parts_nobody() -> None:
    keys = ["<DRIVER>", "beat", "the", "<TEAM>", "'s", "<DRIVER>"]
    assert Bare(keys).words(1, 5) == ["beat"]


@given(KEYS, st.integers(0, 12), st.integers(0, 20))
def test_a_stretch_has_the_bare_words_of_its_items(keys: list[str], start: int, n: int) -> None:
    start = min(start, len(keys))
    stretch = keys[start : start + n]
    assert Bare(keys).words(start, start + n) == [key for key in stretch if key not in NAMING]
