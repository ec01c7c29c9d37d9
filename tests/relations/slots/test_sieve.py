"""Which patterns a sentence can match, against the needs asked one by one."""

from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.slots.anchors import Needs
from polesitter.relations.slots.sentence import SLOT_LABELS, label_bits
from polesitter.relations.slots.sieve import Sieve

KEYS = st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3)
LABELS = st.lists(st.sampled_from(SLOT_LABELS[:4]), unique=True).map(label_bits)
NEEDS = st.builds(Needs, KEYS, st.lists(KEYS, max_size=3).map(tuple), LABELS)
NONE = Needs(frozenset(), (), 0)
"""A pattern of any words at all."""


def is_met(need: Needs, keys: set[str], labels: int) -> bool:
    wanted = [need.anchor, *need.others] if need.anchor else []
    return not need.labels & ~labels and all(any_of & keys for any_of in wanted)


@given(st.lists(NEEDS | st.just(NONE), max_size=8), st.sets(st.sampled_from("abcdefgh")), LABELS)
def test_what_passes_has_all_its_needs_met(needs: list[Needs], keys: set[str], labels: int) -> None:
    expected = [number for number, need in enumerate(needs) if is_met(need, keys, labels)]
    assert Sieve(needs).passed(keys, labels) == expected


def test_no_patterns_let_nothing_pass() -> None:
    assert Sieve([]).passed({"a"}, 0) == []
