"""Examples of who is one competitor, and reports as those see them who learned from others."""

from polesitter.learn.relation_model.course import RelationCourse
from polesitter.learn.relation_model.joined_examples import crew_examples, owner_examples
from polesitter.learn.relation_model.truth import Lesson
from polesitter.relations.judged import Crewed

from ...marked import frames, read_all
from .test_links import EMPTY

MARKED = "[Ann Lee](DRIVER) beat [Bo Ray](DRIVER). The No. [22](NUMBER) was slow."

PAIR = "[Ann Lee](DRIVER) and [Bo Ray](DRIVER) came."


def test_who_shares_a_car_is_learned_where_one_of_them_has_a_record() -> None:
    view, cast = read_all(PAIR)
    told: list[list[str]]
    told = [["Ann Lee / Bo Ray"], ["Ann Lee"], ["Ann Lee", "Bo Ray"], ["Cy Fox"], []]
    lessons = [Lesson(view, cast, [EMPTY | {"driver": name} for name in names]) for names in told]
    examples = crew_examples(lessons, [0] * len(lessons))
    assert examples.wanted.tolist() == [1, 2, 0]


def test_whose_car_it_is_is_learned_from_who_has_a_record() -> None:
    found, view = frames(MARKED)
    _, cast = read_all(MARKED)
    crewed = [Crewed(view, found, [])] * 2
    known = Lesson(view, cast, [EMPTY | {"driver": "Bo Ray", "number": "22"}])
    examples = owner_examples([known, Lesson(view, cast, [])], crewed, [0, 1])
    assert examples.wanted.tolist() == [0, 1]  # the second report tells nothing
    assert len(set(examples.rivals.tolist())) == 1
    assert examples.fold.tolist() == [0, 0]


def test_what_is_told_of_a_car_is_learned_of_its_driver() -> None:
    lessons = []
    for number in range(24):
        view, cast = read_all(MARKED)
        record = EMPTY | {"driver": "Bo Ray", "number": "22"}
        lessons.append(Lesson(view, cast, [record], f"report-{number}"))
    course = RelationCourse(lessons, l2=0.01)
    assert {study.lesson.view.head_of[2] for study in course.studies} == {"d1"}
    assert {study.heads[2] for study in course.studies} == {"x0"}
