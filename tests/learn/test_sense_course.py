"""The senses of words are learned from the marks of reports, with or without a fold."""

from pathlib import Path

import pytest
from spacy.language import Language

from polesitter.entities.senses import LearnedSense
from polesitter.learn.assembly import assemble
from polesitter.learn.corpus import GoldReport
from polesitter.learn.sense_course import ambiguous_words, give_senses, sense_course
from polesitter.text.plain import unmark

LINES = [
    "[{driver}](DRIVER d1) rolled away [{nth}](POSITION) of them all.",
    "It was the {nth} coffee of the day for {driver}.",
    "In [Am](CLASS g1) the pole went to [{driver}](DRIVER d1).",
    "I Am told that {driver} slept well.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return assemble(Path("models/config.cfg"), Path("patterns"))


@pytest.fixture(scope="module")
def golds() -> list[GoldReport]:
    reports = []
    for number in range(240):
        marked = "\n\n".join(LINES).format(
            driver=f"Lee {'abcdefgh'[number % 8].upper()}ray",
            nth=("third", "fourth", "ninth")[number % 3],
        )
        text, marks = unmark(marked)
        reports.append(GoldReport(f"pilot-{number + 1}", text, tuple(marks), {}, ()))
    return reports


def test_every_word_that_may_be_meant_is_found(nlp: Language) -> None:
    text = "Third in Am was Lee. His third coffee. I Am late."
    found = [(word.label, text[word.start : word.end]) for word in ambiguous_words(text, nlp)]
    assert sorted(found) == [
        ("CLASS", "Am"), ("CLASS", "Am"), ("POSITION", "Third"), ("POSITION", "third"),
    ]  # fmt: skip


def test_a_model_tells_senses_as_they_were_marked(nlp: Language, golds: list[GoldReport]) -> None:
    course = sense_course(golds, {gold.id: n % 2 for n, gold in enumerate(golds)}, nlp)
    for models in (course.models(), course.models(without=0)):
        place = LearnedSense(models["POSITION"], 0.0)
        for text, expected in [
            ("Ray rolled away seventh of them all.", True),
            ("It was the seventh coffee of the day for Ray.", False),
        ]:
            start = text.index("seventh")
            assert place(text, start, start + 7, "o", not expected) is expected


def test_a_fold_left_out_teaches_nothing(nlp: Language, golds: list[GoldReport]) -> None:
    fold = {gold.id: int(n < 120) for n, gold in enumerate(golds)}
    other = sense_course(golds[120:], {gold.id: 0 for gold in golds[120:]}, nlp)
    left_out = sense_course(golds, fold, nlp).models(without=1)
    assert {label: model.weights for label, model in left_out.items()} == {
        label: model.weights for label, model in other.models().items()
    }


def test_a_pipeline_is_given_what_was_learned(nlp: Language, golds: list[GoldReport]) -> None:
    course = sense_course(golds, {gold.id: 0 for gold in golds}, nlp)
    text = "In Am Lee rolled away seventh of them all. It was the seventh coffee of the day."
    with nlp.select_pipes(enable=["layout", "measures", "names", "overlap"]):
        give_senses(nlp, course.models())
        mentions = nlp(text).user_data["mentions"]
    told = [(row["text"], row["label"], row["start"]) for row in mentions if row["label"] != "TEAM"]
    assert ("seventh", "POSITION", text.index("seventh")) in told
    assert ("Am", "CLASS", text.index("Am")) in told
    assert len([row for row in told if row[0] == "seventh"]) == 1
