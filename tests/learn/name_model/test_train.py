"""Training of the name model: renaming, invented lines, what each fold is taught."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.learned.words import (
    COMMON,
    EITHER,
    FREQUENT,
    PROPER,
    Lexicon,
    hash_text,
)
from polesitter.errors import PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.fitting.logistic import fit_logistic
from polesitter.learn.name_model import course
from polesitter.learn.name_model.course import NameCourse
from polesitter.learn.name_model.phrases import ROWS, SENTENCES, fill, invent_lines
from polesitter.learn.name_model.renaming import rename
from polesitter.learn.name_model.samples import make_sample, make_samples
from polesitter.learn.name_model.stock import NameStock, blend_surnames
from polesitter.learn.name_model.train import name_course, train_names
from polesitter.learn.name_model.wordlists import count_levels, read_lexicon, read_words
from polesitter.text.plain import Mark, unmark

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
    team, letters = surfaces[1], surfaces[7]
    assert surfaces[4] == "1:20.1"
    assert surfaces[6] == "Ford"
    # One driver, one surname; and relatives share it.
    assert short.lower().split()[-1] in full.lower()
    assert short.lower().split()[-1] in other.lower()
    # A team of several words is abbreviated to its initials; one of a single word is not.
    initials = "".join(word[0] for word in team.split() if word[0].isupper())
    assert letters == initials if len(initials) > 1 else letters in team


def _between(text: str, marks: Sequence[Mark]) -> list[str]:
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


def reports(count: int) -> list[GoldReport]:
    """Reports of a session each, all names of a report its own."""
    made = []
    for number in range(count):
        letter = chr(ord("a") + number)
        text, marks = unmark(
            MARKED.replace("Park", f"Qu{letter}ck").replace("Orbit", f"O{letter}t")
        )
        made.append(GoldReport(f"made-{number:02}", text, tuple(marks), {}, ()))
    return made


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "first_names.txt").write_text("Ann\nJo\nAl\nKim\n", encoding="utf8")
    (folder / "place_names.txt").write_text("Tarn\nLowmoor\nEskdale\n", encoding="utf8")
    return folder


def test_the_order_of_the_reports_makes_no_difference(lists: Path) -> None:
    golds, nlp = reports(6), spacy.blank("en")
    first = train_names(golds, nlp, lexicon=lists).to_bytes()
    again = train_names(golds[::-1], nlp, lexicon=lists).to_bytes()
    assert first == again


def test_a_report_has_the_same_samples_beside_any_others(lists: Path) -> None:
    golds, nlp, words = reports(6), spacy.blank("en"), Lexicon()
    beside = list(make_samples(golds, [0, 1, 1, 1, 1, 1], nlp, words, lists))
    alone = list(make_samples(golds[:1], [0], nlp, words, lists))
    for one, other in zip(beside[: len(alone)], alone, strict=True):
        assert np.array_equal(one.buckets, other.buckets)
        assert np.array_equal(one.labels, other.labels)


def test_reports_with_names_of_their_own_are_not_renamed(lists: Path) -> None:
    golds, nlp, words = reports(3), spacy.blank("en"), Lexicon()
    samples = list(make_samples(golds, [0, 0, 0], nlp, words, lists, {golds[1].id}))
    assert [sample.report for sample in samples] == [0, 0, 1, 2, 2]
    same = list(make_samples(golds, [0, 0, 0], nlp, words, lists))
    assert np.array_equal(samples[2].buckets, same[2].buckets)


def test_no_first_pass_that_is_used_knows_what_the_model_must_not(
    lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, fold = name_course(reports(8), spacy.blank("en"), lexicon=lists)
    wanted: list[frozenset[int]] = []
    real = NameCourse.first_pass

    def first_pass(self: NameCourse, left_out: frozenset[int]) -> np.ndarray:
        wanted.append(left_out)
        return real(self, left_out)

    monkeypatch.setattr(NameCourse, "first_pass", first_pass)
    made.model(without=2)
    assert sorted(sorted(folds) for folds in wanted) == [[2], [2, 3]]
    wanted.clear()
    made.model()
    assert sorted(sorted(folds) for folds in wanted) == [[], [0], [1], [2], [3]]
    assert set(fold.values()) == {0, 1, 2, 3}


def test_a_first_pass_sets_out_from_the_mean_of_what_single_folds_taught(
    lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = name_course(reports(8), spacy.blank("en"), lexicon=lists)
    alone: list[np.ndarray] = []
    starts: list[np.ndarray] = []

    def fit(*arguments: Any, start: np.ndarray | None, **options: Any) -> np.ndarray:
        found = fit_logistic(*arguments, start=start, **options)
        if start is None:
            alone.append(found.copy())
        else:
            starts.append(start)
        return found

    monkeypatch.setattr(course, "fit_logistic", fit)
    made.first_pass(frozenset([0]))
    made.first_pass(frozenset())
    assert len(alone) == 4
    assert np.array_equal(starts[0], np.mean(alone[:3], axis=0))
    assert np.array_equal(starts[1], np.mean([alone[3], *alone[:3]], axis=0))


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("without", [0, 1])
def test_a_model_without_a_fold_knows_nothing_of_it(without: int, count: int, lists: Path) -> None:
    golds, nlp, words = reports(8), spacy.blank("en"), Lexicon()
    folds = [number % count for number in range(8)]
    samples = list(make_samples(golds, folds, nlp, words, lists))
    other = [
        replace(sample, labels=sample.labels[::-1]) if folds[sample.report] == without else sample
        for sample in samples
    ]
    plain, changed = (NameCourse(some, folds, words) for some in (samples, other))
    assert plain.model(without=without).to_bytes() == changed.model(without=without).to_bytes()
    assert plain.model().to_bytes() != changed.model().to_bytes()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_few_reports_make_a_model(count: int, lists: Path) -> None:
    model = train_names(reports(count), spacy.blank("en"), lexicon=lists)
    assert bool(len(model.weights)) == (count > 0)
