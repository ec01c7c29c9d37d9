"""Which segment a competitor may have reached: its rank among those told, and the place."""

import pytest

from polesitter.relations.context.claim import find_context_claims

from ...marked import frames, names


def told(marked: str) -> dict[tuple[str, str], set[str]]:
    """(competitor, segment) -> what the segment's standing says."""
    found, view = frames(marked)
    known = names(view)
    return {
        (known[claim.competitor], claim.value): {
            sign for sign in claim.signs if sign.startswith(("seg", "place:", "known:"))
        }
        for claim in find_context_claims("SEGMENT", found, view.mentions, view.head_of)
    }


ALL = "[Q1](SEGMENT), [Q2](SEGMENT) and [Q3](SEGMENT) were dry. "
STANDING = [
    (ALL + "[Lee](DRIVER) led.", {"Q3": "last", "Q2": "between", "Q1": "first"}),
    # numbers of one kind are compared, not those of two
    ("[Q2](SEGMENT) and [Round 1](SEGMENT) ran. [Lee](DRIVER) led.",
     {"Q2": "lone", "Round 1": "lone"}),
    # groups are no steps
    ("[Group 1](SEGMENT) and [Group 2](SEGMENT) ran. [Lee](DRIVER) led.",
     {"Group 1": "beside", "Group 2": "beside"}),
    ("[Group B](SEGMENT) ran. [Lee](DRIVER) led.", {"Group B": "beside"}),
    ("[Superpole](SEGMENT) ran. [Lee](DRIVER) led.", {"Superpole": "lone"}),
    ("[Q3](SEGMENT) ran, [Q3](SEGMENT). [Lee](DRIVER) led.", {"Q3": "lone"}),
    # one name for the third of three rounds
    ("[Round 1](SEGMENT), [Round 3](SEGMENT), the [final round](SEGMENT). [Lee](DRIVER) led.",
     {"Round 1": "first", "Round 3": "last"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "ranks"), STANDING)
def test_the_rank_of_a_segment(marked: str, ranks: dict[str, str]) -> None:
    signs = told(marked)
    for value, rank in ranks.items():
        assert f"seg:{rank}" in signs["Lee", value], value


PLACES = [
    ("[Lee](DRIVER) took [pole](POSITION) in [Q3](SEGMENT).", "1"),
    ("[Lee](DRIVER) was [10th](POSITION) in [Q3](SEGMENT).", "7-10"),
    ("[Lee](DRIVER) was [11th](POSITION) in [Q3](SEGMENT).", "11-12"),
    ("[Lee](DRIVER) was [22nd](POSITION) in [Q3](SEGMENT).", "17+"),
    ("[Lee](DRIVER) was at the [rear of the field](POSITION) in [Q3](SEGMENT).", "words"),
    ("[Lee](DRIVER) was out in [Q3](SEGMENT).", "-"),
    # the nearest to the name
    ("[Second](POSITION) was [Ray](DRIVER), and [Lee](DRIVER) [ninth](POSITION) in [Q3](SEGMENT).",
     "7-10"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "place"), PLACES)
def test_the_place_beside_a_name(marked: str, place: str) -> None:
    assert f"place:{place} here:True" in told(marked)["Lee", "Q3"]


KNOWN = [
    ("[Lee](DRIVER) took [pole](POSITION). [Lee](DRIVER) led [Q3](SEGMENT).", "1"),
    ("[Lee](DRIVER) led [Q3](SEGMENT). [Ray](DRIVER) was [third](POSITION).", "-"),
    # the nearest of all that are told
    ("[Lee](DRIVER) led [Q3](SEGMENT), after practice only [18th](POSITION). "
     "[Pole](POSITION) for [Lee](DRIVER).", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "place"), KNOWN)
def test_the_place_told_in_another_sentence(marked: str, place: str) -> None:
    assert f"seg:lone known:{place}" in told(marked)["Lee", "Q3"]


def test_a_segment_of_its_own_sentence_says_so() -> None:
    signs = told("[Lee](DRIVER) led [Q3](SEGMENT). [Ray](DRIVER) was [third](POSITION).")
    assert {"seg kind:q3", "seg kind here:q3"} <= signs["Lee", "Q3"]
    assert "seg kind:q3" in signs["Ray", "Q3"]
    assert not any("kind here" in sign for sign in signs["Ray", "Q3"])


def test_classes_have_no_such_standing() -> None:
    found, view = frames("In [GS](CLASS), [Lee](DRIVER) was [third](POSITION).")
    (claim,) = find_context_claims("CLASS", found, view.mentions, view.head_of)
    assert not any(sign.startswith("seg") for sign in claim.signs)


def test_what_is_told_of_one_group_is_told_of_all() -> None:
    signs = told("[Group 1](SEGMENT) and [Group B](SEGMENT) ran. [Lee](DRIVER) led.")
    kinds = [{s for s in signs["Lee", name] if s.startswith("seg kind")} for name in
             ("Group 1", "Group B")]  # fmt: skip
    assert kinds[0] == kinds[1] == {"seg kind:group"}
