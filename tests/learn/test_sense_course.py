"""The senses of words are learned from the marks of reports, with or without a fold."""

from pathlib import Path

import pytest
from spacy.language import Language

from polesitter.entities.senses.sense import LearnedSense
from polesitter.learn.assembly import assemble
from polesitter.learn.corpus import GoldReport
from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.sense_course import (
    SenseCourse,
    ambiguous_words,
    give_senses,
    sense_course,
)
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
            assert (place(text, start, start + 7, "o", not expected) > 0.0) is expected


def test_a_fold_left_out_teaches_nothing(nlp: Language, golds: list[GoldReport]) -> None:
    fold = {gold.id: int(n < 120) for n, gold in enumerate(golds)}
    other = sense_course(golds[120:], {gold.id: 0 for gold in golds[120:]}, nlp)
    left_out = sense_course(golds, fold, nlp).models(without=1)
    assert {label: model.weights for label, model in left_out.items()} == {
        label: model.weights for label, model in other.models().items()
    }


def test_a_pipeline_is_given_what_was_learned(nlp: Language, golds: list[GoldReport]) -> None:
    course = sense_course(golds, {gold.id: 0 for gold in golds}, nlp)
    text = (
        "In Am Lee rolled away seventh of them all. It was the seventh coffee of the day. "
        "I Am told that Ray slept well. Pro is what they said."
    )
    with nlp.select_pipes(enable=["layout", "measures", "names", "overlap"]):
        give_senses(nlp, course.models())
        mentions = nlp(text).user_data["mentions"]
    told = [(row["text"], row["label"], row["start"]) for row in mentions if row["label"] != "TEAM"]
    assert ("seventh", "POSITION", text.index("seventh")) in told
    assert [row for row in told if row[1] == "CLASS"] == [("Am", "CLASS", text.index("Am"))]
    assert len([row for row in told if row[0] == "seventh"]) == 1


def seen(examples: Examples) -> set[str]:
    """The signs of which something is learned."""
    return set(SenseCourse({"POSITION": examples}).models()["POSITION"].weights)


def test_real_reports_count_three_times_beside_many_that_were_invented(
    nlp: Language, golds: list[GoldReport]
) -> None:
    few, fold = golds[:12], {gold.id: 0 for gold in golds}
    invented = [gold.id for gold in few[2:]]
    examples = sense_course(few, fold, nlp, invented).examples
    for label in ("POSITION", "CLASS"):
        # Two words of each in a report.
        assert examples[label].weight.tolist() == [3.0] * 4 + [1.0] * 20
        alone = sense_course(few, fold, nlp).examples[label]
        assert set(alone.weight.tolist()) == {1.0}


def test_a_sign_must_have_been_seen_three_times() -> None:
    table = SignTable()
    for sign in ["once", *["twice"] * 2, *["thrice"] * 3]:
        table.add([sign], 1)
        table.add([], 0)
    assert seen(table.examples()) == {"", "thrice"}


def test_a_sign_of_one_real_report_was_seen_three_times() -> None:
    table = SignTable()
    for number in range(6):
        table.add(["real"] if number == 0 else [], number % 2, weight=3.0 if number == 0 else 1.0)
    assert "real" in seen(table.examples())


def test_rules_are_a_sign_of_places_alone(nlp: Language, golds: list[GoldReport]) -> None:
    examples = sense_course(golds[:6], {gold.id: 0 for gold in golds}, nlp).examples
    by_rule = {
        label: {name for name in table.names if name.startswith("rule:")}
        for label, table in examples.items()
    }
    assert by_rule == {"POSITION": {"rule:o:True", "rule:o:False"}, "CLASS": set()}
