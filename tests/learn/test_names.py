"""Training of the name model: renaming, invented lines, the fit."""

import random
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.learned.words import COMMON, EITHER, FREQUENT, PROPER, hash_text
from polesitter.errors import PolesitterError
from polesitter.learn.logistic import fit_logistic
from polesitter.learn.name_stock import NameStock, blend_surnames
from polesitter.learn.names import make_sample, train_names
from polesitter.learn.phrases import ROWS, SENTENCES, fill, invent_lines
from polesitter.learn.renaming import rename
from polesitter.learn.wordlists import count_levels, read_lexicon, read_words
from polesitter.text.plain import unmark

STOCK = NameStock(("Ann", "Bo"), ("Quist", "Marlow", "Stroud", "Hale"), ("Tarn", "Eskdale"))
MARKED = (
    "[Jo Park](DRIVER d1) of [Orbit Racing Team](TEAM t1) won the [Tarn 100](EVENT e1) pole at "
    "[Tarn Speedway](TRACK k1) in [1:20.1](LAPTIME).\n[Park](DRIVER d1)'s [Ford](CAR c1) and "
    "[ORT](TEAM t1) beat [Al Park](DRIVER d2).\n"
)


@given(st.integers(0, 10_000))
def test_renaming_keeps_the_rest_of_the_text(seed: int) -> None:
    text, marks = unmark(MARKED)
    copy, moved = rename(text, marks, STOCK, random.Random(seed))
    assert [(m.label, m.id) for m in moved] == [(m.label, m.id) for m in marks]
    assert _between(copy, moved) == _between(text, marks)
    surfaces = [copy[mark.start : mark.end] for mark in moved]
    full, short, other = surfaces[0], surfaces[5], surfaces[8]
    assert surfaces[4] == "1:20.1"
    assert surfaces[6] == "Ford"
    # One driver, one surname; and relatives share it.
    assert short.lower().split()[-1] in full.lower()
    assert short.lower().split()[-1] in other.lower()


def _between(text: str, marks: list) -> list[str]:
    edges = [0, *(edge for mark in marks for edge in (mark.start, mark.end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def test_blended_surnames_are_new() -> None:
    known = ["Verstappen", "Albuquerque", "McLaughlin", "Castroneves"]
    made = blend_surnames(known, 40, random.Random(1))
    assert len(set(made)) == 40
    assert not set(made) & set(known)


@pytest.mark.parametrize("template", [*SENTENCES, *ROWS])
def test_every_template_can_be_filled(template: str) -> None:
    text, marks = fill(template, STOCK, random.Random(3))
    assert "{" not in text
    assert "}" not in text
    capitals = sum(template.count("{" + slot) for slot in ("DRIVER", "SURNAME", "TEAM", "CORE"))
    assert len(marks) >= capitals
    assert all(text[mark.start : mark.end].strip() for mark in marks)


@given(st.integers(0, 10_000))
def test_marks_of_invented_lines_hold_names(seed: int) -> None:
    text, marks = invent_lines(STOCK, random.Random(seed), sentences=3, rows=2)
    ends = [mark.end for mark in marks]
    assert ends == sorted(ends)
    for mark in marks:
        surface = text[mark.start : mark.end]
        assert surface == surface.strip()
        assert surface


def test_fit_finds_the_odds() -> None:
    # One binary input; class 1 in 3 of 4 rows where it is on, 1 of 4 where it is off.
    inputs = np.array([[1.0, 1.0]] * 4 + [[0.0, 1.0]] * 4)
    labels = np.array([1, 1, 1, 0, 1, 0, 0, 0])
    weights = fit_logistic(inputs, labels, 2, penalty=1e-6)
    odds = weights[:, 1] - weights[:, 0]
    assert odds[1] == pytest.approx(-np.log(3), abs=1e-2)
    assert odds[0] == pytest.approx(2 * np.log(3), abs=1e-2)


def test_row_weights_count_as_repeats() -> None:
    inputs, labels = np.ones((2, 1)), np.array([0, 1])
    heavy = fit_logistic(inputs, labels, 2, penalty=1.0, weights=np.array([3.0, 1.0]))
    repeated = fit_logistic(np.ones((4, 1)), np.array([0, 0, 0, 1]), 2, penalty=1.0)
    assert heavy == pytest.approx(repeated, abs=1e-4)


def test_labels_of_a_sample_are_those_of_the_marks(root: Path) -> None:
    words = read_lexicon(root / "patterns" / "lexicon")
    text, marks = unmark(MARKED)
    sample = make_sample(0, spacy.blank("en")(text), [], marks, words, 1.0)
    assert np.count_nonzero(sample.labels) == sum(mark.label != "LAPTIME" for mark in marks)


@pytest.mark.parametrize(
    ("word", "levels"),
    [
        ("settled", {COMMON, FREQUENT}),
        ("because", {FREQUENT}),
        ("green", {EITHER}),
        ("josh", {PROPER}),
    ],
)
def test_commonness_of_words(word: str, levels: set[int]) -> None:
    assert LEVELS[hash_text(word)] in levels


LEVELS = count_levels()


def test_missing_word_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match=r"first_names\.txt"):
        read_words(tmp_path / "first_names.txt")


def test_training_twice_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(MARKED.replace("Jo", "ABCD"[number] + "o"))
    paths = sorted(tmp_path.glob("*.txt"))
    nlp = spacy.blank("en")
    first = train_names(paths, nlp, lexicon=root / "patterns" / "lexicon").to_bytes()
    again = train_names(paths[::-1], nlp, lexicon=root / "patterns" / "lexicon").to_bytes()
    assert first == again
