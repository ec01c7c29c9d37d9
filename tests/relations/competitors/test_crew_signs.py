"""What a sentence tells of two drivers that may share a car."""

import pytest

from polesitter.relations.competitors.crews import find_crews

from ...marked import frames

TOLD = [
    # how they are joined, and in which run of names
    ("[Lee](DRIVER) and [Ray](DRIVER) came.", {"joint:and", "joint:and kind:prose", "at:0/2"}),
    ("[Lee](DRIVER) / [Ray](DRIVER) came.", {"joint:/"}),
    ("[Lee](DRIVER) and his brother [Ray](DRIVER) came.", {"joint:and ~", "jw:his", "jw:brother"}),
    ("[Lee](DRIVER) shares it with [Ray](DRIVER).", {"joint:share ~", "jw:with"}),
    ("[Lee](DRIVER) and co-driver [Ray](DRIVER) came.", {"joint:share ~"}),
    # what stands right beside them
    ("The car of [Lee](DRIVER) and [Ray](DRIVER) did well.",
     {"L1:of", "L2:car of", "R1:did", "R2:did well"}),
    ("[Lee](DRIVER) and [Ray](DRIVER) came", {"L1:^", "L2:^ ^", "R1:came", "R2:came $"}),
    # what leads to them and what follows
    ("The [Ford](CAR) of [Lee](DRIVER) and [Ray](DRIVER) came.", {"L1:of", "lCAR:1", "lw:of"}),
    ("[Lee](DRIVER) and [Ray](DRIVER) share it.", {"L1:^", "rw:share", "w:share"}),
    # places: one of both, one each, one of the next
    ("[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION).", {"rp:n", "lp:"}),
    ("[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION) and [fourth](POSITION).",
     {"rp:n,n", "rp:n,n len:2"}),
    ("[Third](POSITION) were [Lee](DRIVER) and [Ray](DRIVER).", {"rp:", "lp:n"}),
    ("[Lee](DRIVER) and [Ray](DRIVER) beat [Cox](DRIVER), who was [third](POSITION).",
     {"rp:", "last:False first:True", "heads:3 places:|"}),
    ("[Cox](DRIVER) beat [Lee](DRIVER) and [Ray](DRIVER) by [.803 seconds](GAP).",
     {"last:True first:False", "lGAP:0", "rGAP:1"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "signs"), TOLD)
def test_what_speaks_for_a_pair(marked: str, signs: set[str]) -> None:
    found, view = frames(marked)
    (crew,) = find_crews(found, view.head_of)
    assert signs - set(crew.signs) == set()


def test_all_pairs_of_a_run_are_told_by_the_words_on_its_sides() -> None:
    found, view = frames("For [Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) it was over.")
    first, second = find_crews(found, view.head_of)
    assert {"L1:for", "rw:over", "at:0/3", "joint:,"} <= set(first.signs)
    assert {"L1:for", "rw:over", "at:1/3", "joint:and"} <= set(second.signs)


def test_words_beyond_the_next_head_tell_nothing() -> None:
    found, view = frames("[Lee](DRIVER) and [Ray](DRIVER) passed [Cox](DRIVER), who was ill.")
    (crew,) = find_crews(found, view.head_of)
    assert "rw:passed" in crew.signs
    assert "rw:ill" not in crew.signs
