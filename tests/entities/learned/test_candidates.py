"""Where names may stand."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.learned.candidates import LONGEST, find_candidates
from polesitter.entities.learned.decode import choose_spans
from polesitter.entities.learned.page import read_page
from polesitter.entities.learned.words import Lexicon

NLP = spacy.blank("en")


def stretches(text: str) -> set[str]:
    """Return the texts of all candidates."""
    doc = NLP(text)
    page = read_page(doc, Lexicon(), [])
    found = find_candidates(page.tokens("kind"), page.spaced)
    return {doc[start:end].text for start, end in zip(found.starts, found.ends, strict=True)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thaze Motorsport's Josh Green led.", {"Thaze Motorsport", "Josh Green", "Green"}),
        ("It was Sheldon van der Linde again.", {"Sheldon van der Linde", "van der Linde"}),
        ("a lap by van Gisbergen", {"van Gisbergen"}),
        ("the Rolex 24 at Daytona", {"Rolex 24 at Daytona", "Rolex 24", "Daytona"}),
        ("the 24 Hours of Le Mans", {"24 Hours of Le Mans", "Le Mans"}),
        ("Matt Bell-Lawson Aschenbach", {"Matt Bell", "Lawson Aschenbach"}),
        ("1. Wurz/Davidson/Gene, Peugeot", {"Wurz", "Davidson", "Gene", "Peugeot"}),
        ("Series presented by Mobil 1 today", {"Series presented by Mobil 1"}),
        ("ahead of e.dams and others", {"e.dams"}),
        ("Stewart-Haas Racing won", {"Stewart-Haas Racing"}),
    ],
)
def test_names_are_among_the_candidates(text: str, wanted: set[str]) -> None:
    assert wanted <= stretches(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Jack Aitken, Felipe Nasr", "Jack Aitken, Felipe Nasr"),
        ("He took pole. Nasr was next", "He"),
        ("in the No. 25 BMW", "No. 25 BMW"),
        ("from Phoenix - Bell said", "Phoenix - Bell"),
        ("he set 28 laps", "28"),
        ("Nasr\nBell", "Nasr\nBell"),
    ],
)
def test_what_is_no_candidate(text: str, unwanted: str) -> None:
    assert unwanted not in stretches(text)


@given(st.lists(st.sampled_from(["Ab", "of", "7", "x", ",", "'s", "-", "The", "de"]), max_size=30))
def test_candidates_stay_within_runs(words: list[str]) -> None:
    doc = NLP(" ".join(words))
    page = read_page(doc, Lexicon(), [])
    found = find_candidates(page.tokens("kind"), page.spaced)
    assert np.all(found.starts < found.ends)
    assert np.all(found.ends - found.starts <= LONGEST)
    for start, end in zip(found.starts, found.ends, strict=True):
        texts = [token.text for token in doc[start:end]]
        assert not {"x", ","} & set(texts)
        assert "Ab" in texts


@given(st.lists(st.sampled_from(["Ab", "Cd", "of", "x"]), max_size=12), st.data())
def test_chosen_spans_do_not_overlap_and_are_best(words: list[str], data: st.DataObject) -> None:
    doc = NLP(" ".join(words))
    page = read_page(doc, Lexicon(), [])
    found = find_candidates(page.tokens("kind"), page.spaced)
    numbers = st.integers(-4, 6)
    weights = np.array([float(data.draw(numbers)) for _ in range(len(found))])
    chosen = choose_spans(found, weights)
    taken = [range(found.starts[index], found.ends[index]) for index in chosen]
    tokens = [token for span in taken for token in span]
    assert len(tokens) == len(set(tokens))
    assert sum(weights[chosen]) == best_weight(found.starts, found.ends, weights, len(doc))


def best_weight(starts: np.ndarray, ends: np.ndarray, weights: np.ndarray, count: int) -> float:
    """Return the greatest weight of spans that do not overlap, token by token."""
    best = [0.0] * (count + 1)
    for end in range(1, count + 1):
        closing = np.flatnonzero(ends == end)
        worths = [weights[index] + best[starts[index]] for index in closing]
        best[end] = max([best[end - 1], *worths])
    return best[count]
