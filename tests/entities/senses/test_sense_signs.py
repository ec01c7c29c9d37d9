"""What speaks for a sense: the words on either side, how they are written, how far away."""

import pytest

from polesitter.entities.senses.sense_signs import signs_of


def signs(text: str, word: str = "third") -> set[str]:
    """The signs of the first place of a word in a text; its kin are ordinals."""
    start = text.lower().index(word.lower())
    return set(signs_of(text, start, start + len(word), "o"))


PAIRS = [
    # (text, word, what its neighbours tell)
    ("will start first in the", "first",
     {"l1:start", "l2:will|start", "lr:start|in", "r1:in", "r2:in|the"}),
    ("First, he", "First", {"l1:^", "r1:,", "r2:,|he"}),
    ("so he was first", "first", {"l1:was", "l2:he|was", "l3:so|he|was", "r1:$", "r2:$|$"}),
    ("first of them all", "first", {"l2:^|^", "r2:of|them", "r3:of|them|all"}),
    ("his 26th-quickest", "26th", {"l1:his", "r1:--"}),
    ("in 2014\n\nThird is", "third", {"l1:\u00b6", "@2:#"}),
    ("Third\n\n2014 is", "third", {"r1:\u00b6", "+2:#"}),
    # the second and third neighbour each by itself
    ("a b c third d e f", "third", {"@2:b", "@3:a", "+2:e", "+3:f"}),
    # how the two next to it are written, the nearest first
    ("Ann LEE third", "third", {"ls:A Aa", "rs:^ ^"}),
    ("was 2nd, third", "third", {"ls: "}),
    ("of 44 third", "third", {"ls:# ", "rs:^ ^"}),
    ("third Ann LEE", "third", {"ls:^ ^", "rs:Aa A"}),
    ("third 44 of", "third", {"rs:# "}),
    # what is too long to be seen again
    ("most extraordinarily-quick third", "third", {"l1:long", "l2:most|long"}),
    ("third extraordinarily-quick", "third", {"r1:long"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), PAIRS)
def test_neighbours_are_told_for_the_kind_and_for_all(
    text: str, word: str, expected: set[str]
) -> None:
    told = signs(text, word)
    assert {f"{kind} {sign}" for kind in "o*" for sign in expected} <= told


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("a b c d e f g third", {"L:a", "L:g"}, {"L:^", "R:a"}),
        ("z a b c d e f g third", {"L:a"}, {"L:z"}),
        ("third a b c d e f", {"R:a", "R:f"}, {"R:$", "L:a"}),
        ("third a b c d e f z", {"R:f"}, {"R:z"}),
        ("then third came", {"L:then", "L:^", "R:came", "R:$"}, set()),
        # however few words they are
        (f"near {'x' * 80} third", {"L:near", "L:long"}, set()),
        (f"third {'x' * 80} near", {"R:near", "R:long"}, set()),
        (f"far {'x' * 90} third", {"L:long"}, {"L:far"}),
        (f"third {'x' * 90} far", {"R:long"}, {"R:far"}),
    ],
)
def test_each_word_near_by_is_a_sign_and_none_further_away(
    text: str, has: set[str], lacks: set[str]
) -> None:
    told = signs(text)
    assert has <= told
    assert not lacks & told


@pytest.mark.parametrize(
    ("text", "told"),
    [("was third.", {"x:third", "b:o", "cap:o:False"}),
     ("Third was", {"x:third", "b:o", "cap:o:True"})],
)  # fmt: skip
def test_the_word_itself_is_a_sign(text: str, told: set[str]) -> None:
    assert told <= signs(text)
