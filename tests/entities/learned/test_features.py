"""Features of candidate names: their hashes, and those a candidate has not."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.learned.candidates import Candidates, find_candidates
from polesitter.entities.learned.document import codes_of, read_setting
from polesitter.entities.learned.features import BUCKET_BITS, BUCKETS, PLAN, feature_buckets
from polesitter.entities.learned.page import Found, read_page
from polesitter.entities.learned.plan import CONDITIONS, FEATURES
from polesitter.entities.learned.stretches import (
    STEP,
    running_sums,
    stretch_hashes,
    without_first,
    without_last,
)
from polesitter.entities.learned.words import Lexicon, hash_text

NLP = spacy.blank("en")
FULL = 1 << 64


def buckets(text: str, found: list[Found]) -> tuple[list[str], np.ndarray, Candidates]:
    """Return the candidates' texts and their buckets, columns in the order of FEATURES."""
    doc = NLP(text)
    page = read_page(doc, Lexicon(), found)
    candidates = find_candidates(page.tokens("kind"), page.spaced)
    made = feature_buckets(page, candidates, read_setting(page))
    ordered = np.empty_like(made)
    ordered[:, PLAN.order] = made
    bounds = zip(candidates.starts, candidates.ends, strict=True)
    return [doc[start:end].text for start, end in bounds], ordered, candidates


def bucket(number: int, *facts: int) -> int:
    """Return the bucket of one feature, made step by step as the model's weights were."""
    value = facts[0]
    for fact in facts[1:]:
        value = value * STEP + fact
    mixed = (value % FULL) ^ ((number + 1) * 0xD6E8_FEB8_6659_FD93 % FULL)
    mixed = mixed * 0x9E37_79B9_7F4A_7C15 % FULL
    mixed ^= mixed >> 29
    mixed = mixed * 0xBF58_476D_1CE4_E5B9 % FULL
    return mixed >> (64 - BUCKET_BITS)


def column(*feature: str) -> int:
    return FEATURES.index(list(feature))


def test_a_feature_is_hashed_with_its_number() -> None:
    texts, made, _ = buckets("Pole for Josh Green today", [])
    row = texts.index("Josh Green")
    josh, green, before = hash_text("josh"), hash_text("green"), hash_text("for")
    for feature, facts in (
        (("length",), (2,)),
        (("word.first",), (josh,)),
        (("words",), (josh * STEP + green,)),
        (("word.last", "upto4"), (green, 2)),
        (("word.before", "upto3"), (before, 2)),
    ):
        number = column(*feature)
        assert made[row, number] == bucket(number, *facts)


@pytest.mark.parametrize(
    ("feature", "text", "name", "has"),
    [
        ("word.second if longer1", "for Josh Green", "Josh Green", True),
        ("word.second if longer1", "for Josh Green", "Green", False),
        ("suffix.first if single", "for Josh Green", "Green", True),
        ("suffix.first if single", "for Josh Green", "Josh Green", False),
        ("type.before2 upto3 if owned", "a Risi's Green", "Green", True),
        ("type.before2 upto3 if owned", "a fast Green", "Green", False),
        ("exact if exact", "a quick Risi", "Risi", True),
        ("exact if exact", "a very quick Risi", "Risi", False),
    ],
)
def test_a_feature_that_a_candidate_has_not_falls_in_bucket_zero(
    feature: str, text: str, name: str, has: bool
) -> None:
    texts, made, _ = buckets(text, [(2, 3, "TEAM")])
    assert bool(made[texts.index(name), column(*feature.split())]) is has


def test_all_buckets_have_weights() -> None:
    _, made, _ = buckets("Josh Green of Risi Racing led the No. 7 Ferrari at Lime Rock.", [])
    assert made.shape[1] == len(FEATURES)
    assert made.min() >= 0
    assert made.max() < BUCKETS


def test_every_condition_is_used() -> None:
    assert {feature[-1] for feature in FEATURES if "if" in feature} == set(CONDITIONS)


@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1), min_size=1, max_size=30), st.data())
def test_a_stretch_hashes_as_its_values_do_one_by_one(
    values: list[int], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(values) - 1))
    end = data.draw(st.integers(start + 1, len(values)))
    expected = 0
    for value in values[start:end]:
        expected = (expected * STEP + value) % FULL
    sums = running_sums(np.array([values, values], dtype=np.int64))
    found = stretch_hashes(sums, np.array([start]), np.array([end]))
    assert [int(value) % FULL for value in found.ravel()] == [expected, expected]


@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1), min_size=2, max_size=30))
def test_a_hash_loses_its_ends(values: list[int]) -> None:
    array = np.array(values, dtype=np.int64)
    sums = running_sums(array)
    count = len(values)
    starts, ends = np.array([0, 1, 0]), np.array([count, count, count - 1])
    whole, tail, head = stretch_hashes(sums, starts, ends)[:, None]
    assert without_first(whole, array[:1], np.array([count])) == tail
    assert without_last(whole, array[-1:]) == head


@given(st.lists(st.integers(-3, 3)))
def test_codes_are_equal_where_values_are(values: list[int]) -> None:
    codes = codes_of(np.array(values, dtype=np.int64)).tolist()
    assert len(set(zip(values, codes, strict=True))) == len(set(values)) == len(set(codes))
    assert all(0 <= code < len(values) for code in codes)
