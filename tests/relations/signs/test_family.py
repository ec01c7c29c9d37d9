"""Signs are named from their keys, in the order they are told."""

from collections.abc import Iterator

from polesitter.relations.signs.family import Each, Family, names_of, plain


def size(key: tuple[int, bool]) -> Iterator[str]:
    yield f"d:{key[0]}"
    if key[1]:
        yield "first"


AROUND = Family([("l:", "near l:"), ("r:",)], [size])
WORDS = Each([("w:",)])


def test_each_word_is_named_after_each_of_its_starts() -> None:
    assert AROUND.names(("was", "in"), ((2, False),)) == ["l:was", "near l:was", "r:in", "d:2"]


def test_a_key_that_is_none_tells_nothing() -> None:
    assert AROUND.names((None, "in"), (None,)) == ["r:in"]


def test_a_shape_may_tell_several_signs() -> None:
    assert AROUND.names((None, None), ((0, True),)) == ["d:0", "first"]


def test_an_empty_word_is_a_word() -> None:
    assert AROUND.names(("", None), (None,)) == ["l:", "near l:"]


def test_any_number_of_words_is_told_sorted_and_as_often_as_it_occurs() -> None:
    assert names_of([(WORDS, ["then", "and", "then"], ())]) == ["w:and", "w:then", "w:then"]
    assert names_of([(WORDS, set(), ())]) == []


def test_a_prefix_stands_before_every_name() -> None:
    back = AROUND.after("back ")
    assert back.names(("was", None), ((1, True),)) == [
        "back l:was", "back near l:was", "back d:1", "back first",
    ]  # fmt: skip
    assert back.after("t ").names((None, "in"), (None,)) == ["t back r:in"]
    assert names_of([(WORDS.after("t "), ["and"], ())]) == ["t w:and"]


def test_one_family_stands_for_each_prefix() -> None:
    assert AROUND.after("x ") is AROUND.after("x ")


def test_plain_signs_are_told_by_their_names() -> None:
    assert names_of([plain("rule:a"), plain("rule:b", "order.on")]) == [
        "rule:a", "order.on", "rule:b",
    ]  # fmt: skip
