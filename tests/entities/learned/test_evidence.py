"""What the report at large says of a word."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.learned.candidates import find_candidates
from polesitter.entities.learned.classifier import look_at
from polesitter.entities.learned.cues import GENRES
from polesitter.entities.learned.document import read_setting
from polesitter.entities.learned.evidence import (
    SIZES,
    elsewhere,
    gather_facts,
    initial_ids,
    size_of,
    weigh_evidence,
    worth_comparing,
)
from polesitter.entities.learned.page import PAD, read_page
from polesitter.entities.learned.words import Lexicon, acronym_hash

NLP = spacy.blank("en")
WORDS = Lexicon(frozenset(["josh"]))


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Pole for the Grand Prix after Q3 in F1", "formula"),
        ("NASCAR trucks at the speedway", "stock"),
        ("IMSA field with LMP2 and GTD cars", "sports"),
        ("The NTT IndyCar Series", "indy"),
    ],
)
def test_genre(text: str, genre: str) -> None:
    code = read_setting(read_page(NLP(text), WORDS, [])).genres[0]
    assert GENRES[code - 1][0] == genre


def test_no_cue_word_is_no_genre() -> None:
    assert read_setting(read_page(NLP("Green was quick."), WORDS, [])).genres[0] == 0


def test_surname_is_known_from_its_full_form() -> None:
    doc = NLP("Green led. Josh Green won for Risi Racing. Smith and risi fans.")
    setting = read_setting(read_page(doc, WORDS, []))
    surnames = [token.text for token in doc if setting.surname[token.i + PAD]]
    openers = [token.text for token in doc if setting.opens[token.i + PAD]]
    assert surnames == ["Green", "Green"]
    assert openers == ["Risi", "risi"]


def test_lines_in_title_case_and_rows() -> None:
    doc = NLP("Green Wins The Pole\nhe was quick and sure of it all\n2. Josh Green")
    setting = read_setting(read_page(doc, WORDS, []))
    by_text = {token.text: int(setting.line[token.i + PAD]) for token in doc}
    assert by_text["Wins"] & 1
    assert not by_text["quick"] & 1
    assert by_text["Wins"] >> 1 == 0


def test_initials_match_the_acronym() -> None:
    doc = NLP("Kyle Busch Motorsports won")
    page = read_page(doc, WORDS, [])
    found = find_candidates(page.tokens("kind"), page.spaced)
    bounds = zip(found.starts, found.ends, strict=True)
    ids = dict(zip(bounds, initial_ids(page, found), strict=True))
    assert ids[0, 3] == acronym_hash([ord(letter) for letter in "KBM"])
    assert ids[0, 2] != ids[0, 3]


def test_elsewhere_leaves_out_the_own_run() -> None:
    keys, runs = np.array([7, 7, 9]), np.array([0, 1, 2])
    values = np.array([[0.9], [0.4], [0.5]])
    found = elsewhere((keys, runs, values), np.array([7, 7, 9, 8]), np.array([0, 1, 2, 3]))
    assert found.ravel().tolist() == [0.4, 0.9, 0.0, 0.0]


KEYED = st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 3)), min_size=1, max_size=30)


@given(KEYED, KEYED)
def test_no_pair_of_runs_with_one_key_is_passed_over(
    sources: list[tuple[int, int]], targets: list[tuple[int, int]]
) -> None:
    source, target = worth_comparing(tuple(np.array(sources).T), tuple(np.array(targets).T))
    for row, (key, run) in enumerate(sources):
        for column, (wanted, own) in enumerate(targets):
            if key == wanted and run != own:
                assert row in source
                assert column in target


def test_evidence_is_weighed_by_the_length_of_a_name() -> None:
    doc = NLP("Kyle Busch of Kyle Busch Motorsports led for KBM. Busch won. Josh Green and Green.")
    page = read_page(doc, WORDS, [])
    found = find_candidates(page.tokens("kind"), page.spaced)
    chance = np.random.default_rng(1950)
    scores = chance.normal(size=(len(found), 8))
    scores[:, 0] = 0
    facts = gather_facts(page, found, scores)
    weights = chance.normal(size=(SIZES * facts.shape[1], 8)).astype(np.float32)
    weighed = weigh_evidence(page, found, scores, weights)
    blocks = np.split(weights, SIZES)
    assert set(size_of(found).tolist()) == {0, 1, 2}
    for row, size in enumerate(np.minimum(found.ends - found.starts, 3) - 1):
        assert np.allclose(weighed[row], facts[row] @ blocks[size])


TOGETHER = (
    "Josh Green won for Risi Racing. Green led.",
    "",
    "Green was quick for Risi. The risi fans saw the IndyCar Series of Josh",
    "Kyle Busch Motorsports led",
    "KBM and Green. NASCAR trucks",
)
"""Names of one report stand in the next, at its very start and end."""


def test_what_stands_in_one_report_bears_on_no_other() -> None:
    docs = [NLP(text) for text in TOGETHER]
    founds = [[(0, 2, "DRIVER")], [], [(0, 1, "DRIVER")], [], [(0, 1, "TEAM")]]
    page, candidates, buckets = look_at(docs, WORDS, founds)
    chance = np.random.default_rng(1961)
    scores = chance.normal(size=(len(candidates), 8))
    scores[:, 0] = 0
    facts = gather_facts(page, candidates, scores)
    at = 0
    for doc, found, begin in zip(docs, founds, page.begins, strict=True):
        alone, own, its_buckets = look_at([doc], WORDS, [found])
        part = slice(at, at + len(own))
        at += len(own)
        assert candidates.starts[part].tolist() == (own.starts + begin).tolist()
        assert candidates.ends[part].tolist() == (own.ends + begin).tolist()
        if len(own):
            assert buckets[part].tolist() == its_buckets.tolist()
            assert facts[part].tolist() == gather_facts(alone, own, scores[part]).tolist()
    assert at == len(candidates)
