"""Places told by another's: a marked report, the places known, the places offered."""

import pytest

from polesitter.relations.relative import find_relative

from ..marked import frames, names

OFFERED = [
    # both sides of a known neighbour
    ("[Lee](DRIVER) starts alongside [Ray](DRIVER).", {"Ray": 3},
     {("Lee", "4", "behind"), ("Lee", "2", "ahead")}),
    ("[Ray](DRIVER) has [Lee](DRIVER) one spot behind.", {"Ray": 3},
     {("Lee", "4", "behind"), ("Lee", "2", "ahead")}),
    # nobody is ahead of the pole
    ("[Lee](DRIVER) starts alongside [Ray](DRIVER).", {"Ray": 1}, {("Lee", "2", "behind")}),
    # who has a place needs none
    ("[Lee](DRIVER) starts alongside [Ray](DRIVER).", {"Ray": 1, "Lee": 2}, set()),
    ("[Lee](DRIVER) starts alongside [Ray](DRIVER).", {}, set()),
    # a neighbour of the sentence before
    ("[Ray](DRIVER) was [third](POSITION). [Lee](DRIVER) joins him.", {"Ray": 3},
     {("Lee", "4", "behind"), ("Lee", "2", "ahead")}),
    ("[Ray](DRIVER) was [third](POSITION). It was cold. [Lee](DRIVER) came.", {"Ray": 3}, set()),
]  # fmt: skip


def offered(marked: str, known: dict[str, int]) -> set[tuple[str, str, str]]:
    found, view = frames(marked)
    ids = {name: competitor for competitor, name in names(view).items()}
    places = {ids[name]: (place, 0) for name, place in known.items()}
    told = {competitor: name for name, competitor in ids.items()}
    return {
        (told[claim.competitor], str(claim.value), claim.rule.removeprefix("relative."))
        for claim in find_relative(found, places, view.head_of)
    }


@pytest.mark.parametrize(("marked", "known", "claims"), OFFERED)
def test_places_next_to_a_known_one(
    marked: str, known: dict[str, int], claims: set[tuple[str, str, str]]
) -> None:
    assert offered(marked, known) == claims


def test_the_words_between_are_features() -> None:
    found, view = frames("[Lee](DRIVER) starts alongside [Ray](DRIVER).")
    claim = next(iter(find_relative(found, {"d1": (3, 7)}, view.head_of)))
    assert any("alongside" in feature for feature in claim.signs)
    assert (claim.label, claim.mention, claim.head) == ("RELATIVE", 7, 0)


def test_tables_tell_no_place_by_another() -> None:
    found, view = frames(
        "It was a cold day for every one of the teams that had come to the track.\n"
        "1. [Ray](DRIVER), [Ford](CAR)\n2. [Lee](DRIVER), [BMW](CAR)"
    )
    assert list(find_relative(found, {"d0": (1, 0)}, view.head_of)) == []
