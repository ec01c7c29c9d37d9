"""Which claims are offered: marked reports and the (competitor, label, value) of each."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims
from polesitter.relations.signs.family import names_of

from ...marked import names, read_all

OFFERED = [
    # every head of the sentence may own a value
    ("[Lee](DRIVER) was [third](POSITION) ahead of [Ray](DRIVER).",
     {("Lee", "POSITION", "3"), ("Ray", "POSITION", "3")}),
    # measures have their numbers, names their words
    ("[Lee](DRIVER) lapped in [1:45.166](LAPTIME) for [Penske](TEAM).",
     {("Lee", "LAPTIME", 105.166), ("Lee", "TEAM", "Penske")}),
    ("[Lee](DRIVER) drove the No. [08](NUMBER) [Ford](CAR).",
     {("Lee", "NUMBER", "08"), ("Lee", "CAR", "Ford")}),
    # a row holds two places
    ("[Lee](DRIVER) will start from [Row 2](POSITION).",
     {("Lee", "POSITION", "3"), ("Lee", "POSITION", "4")}),
    # but three where the Indianapolis 500 is told
    ("[Lee](DRIVER) starts the [Indy 500](EVENT) from [Row 2](POSITION).",
     {("Lee", "POSITION", "4"), ("Lee", "POSITION", "5"), ("Lee", "POSITION", "6")}),
    ("The [Grand Prix](EVENT) follows the [Indy 500](EVENT). [Lee](DRIVER) has [Row 2](POSITION).",
     {("Lee", "POSITION", "3"), ("Lee", "POSITION", "4")}),
    ("They start in rows of three. [Lee](DRIVER) has [Row 2](POSITION).",
     {("Lee", "POSITION", "4"), ("Lee", "POSITION", "5"), ("Lee", "POSITION", "6")}),
    ("[Lee](DRIVER) is on the [front row](POSITION).",
     {("Lee", "POSITION", "1"), ("Lee", "POSITION", "2")}),
    ("[Lee](DRIVER) starts at the [rear of the field](POSITION).", {("Lee", "POSITION", "rear")}),
    # the last of "completed the top five" is fifth, those before it count down, if they are of it
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) completed the [top five](POSITION).",
     {("Lee", "POSITION", "3"), ("Ray", "POSITION", "4"), ("Cox", "POSITION", "5"),
      ("Lee", "POSITION", "5"), ("Ray", "POSITION", "5")}),
    # of the first two nobody has a place before the first
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) were the [top two](POSITION).",
     {("Ray", "POSITION", "1"), ("Cox", "POSITION", "2"), ("Lee", "POSITION", "2"),
      ("Ray", "POSITION", "2")}),
    # a margin may tell the second place, or be by how much the next is behind
    ("[Lee](DRIVER) was [.803 seconds](GAP) back.",
     {("Lee", "GAP", 0.803), ("Lee", "IMPLIED", "2"), ("Lee", "MARGIN", 0.803)}),
    # a defeat tells two places
    ("[Lee](DRIVER) edged [Ray](DRIVER).",
     {("Lee", "BEAT", "1"), ("Lee", "BEAT", "2"), ("Ray", "BEAT", "1"), ("Ray", "BEAT", "2")}),
    ("[Lee](DRIVER) was disqualified.", {("Lee", "STATUS", "disallowed")}),
    # without a head before it, a value may belong to the sentence before
    ("[Lee](DRIVER) was happy. The lap was [1:45.166](LAPTIME).", {("Lee", "LAPTIME", 105.166)}),
    ("[Lee](DRIVER) and [Ray](DRIVER) smiled. She was [third](POSITION).",
     {("Lee", "POSITION", "3"), ("Ray", "POSITION", "3")}),
    # what is told of a run to the first of the one before that, too; a place does not
    ("[Lee](DRIVER) led. [Ray](DRIVER), [Cox](DRIVER) spun. The lap was [1:45.166](LAPTIME).",
     {("Ray", "LAPTIME", 105.166), ("Cox", "LAPTIME", 105.166), ("Lee", "LAPTIME", 105.166)}),
    ("[Lee](DRIVER) led. [Ray](DRIVER) spun. [Lee](DRIVER) did [1:45.166](LAPTIME).",
     {("Lee", "LAPTIME", 105.166)}),
    ("[Lee](DRIVER) led. [Ray](DRIVER) spun. He was [third](POSITION).",
     {("Ray", "POSITION", "3")}),
    # a pronoun may be of the sentence before, although names stand before the value
    ("[Lee](DRIVER) came. He went after [Ray](DRIVER) with a [1:45.166](LAPTIME).",
     {("Lee", "LAPTIME", 105.166), ("Ray", "LAPTIME", 105.166)}),
    ("[Lee](DRIVER) came. [Ray](DRIVER) did [1:45.166](LAPTIME) in his car.",
     {("Ray", "LAPTIME", 105.166)}),
    # but no place is, nor a number
    ("[Lee](DRIVER) came. He and [Ray](DRIVER), No. [7](NUMBER), were [third](POSITION).",
     {("Ray", "POSITION", "3"), ("Ray", "NUMBER", "7")}),
    # no competitor, no claim
    ("The pole is [third](POSITION) time lucky.", set()),
]  # fmt: skip


def offered(marked: str) -> set[tuple[str, str, float | str | None]]:
    view, _ = read_all(marked)
    known = names(view)
    return {
        (known[claim.competitor], claim.label, claim.value)
        for claim in find_claims(view, frames_of(view))
    }


@pytest.mark.parametrize(("marked", "claims"), OFFERED, ids=[row[0][:60] for row in OFFERED])
def test_claims_of_a_report(marked: str, claims: set[tuple[str, str, float | str | None]]) -> None:
    assert offered(marked) == claims


def test_a_row_of_a_table_looks_at_no_other_row() -> None:
    report = (
        "The session was over early and this is how they stood at the end of it all.\n"
        "1. [Lee](DRIVER), [Ford](CAR)\n2. [Ray](DRIVER), [BMW](CAR)"
    )
    cars = {claim for claim in offered(report) if claim[1] == "CAR"}
    assert cars == {("Lee", "CAR", "Ford"), ("Ray", "CAR", "BMW")}


def test_a_claim_points_at_the_mentions_it_is_of() -> None:
    view, _ = read_all("[Lee](DRIVER) was [third](POSITION). [Ray](DRIVER) was [ninth](POSITION).")
    claims = list(find_claims(view, frames_of(view)))
    assert [(c.head, c.mention, c.sentence) for c in claims] == [(0, 1, 0), (2, 1, 0), (2, 3, 1)]
    assert all(claim.scores == {} and claim.signs for claim in claims)


@pytest.mark.parametrize(
    ("marked", "owned"),
    [
        # where a number stands for a driver's car it is a number of the driver
        ("[Lee](DRIVER), No. [7](NUMBER), won.\n\nThe No. [7](NUMBER) led.", [2]),
        # and where nobody is known to drive it, the car is told by it
        ("[Lee](DRIVER) won.\n\nThe No. [7](NUMBER) led.", []),
    ],
)
def test_a_number_that_stands_for_a_driver_is_the_drivers(marked: str, owned: list[int]) -> None:
    view, _ = read_all(marked)
    claims = [c for c in find_claims(view, frames_of(view)) if c.head == c.mention]
    assert [(c.label, c.value, c.mention, c.rule) for c in claims] == [
        ("NUMBER", "7", mention, "") for mention in owned
    ]
    assert all("owned" in claim.signs for claim in claims)


def test_claims_on_one_value_share_its_own_features() -> None:
    view, _ = read_all("[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION).")
    first, second = find_claims(view, frames_of(view))
    assert first.own is second.own
    assert first.signs == names_of((*first.own, *first.parts))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("[Lee](DRIVER), late of [NASCAR](SERIES), was [third](POSITION).", "s:other series"),
        ("[Lee](DRIVER) was [third](POSITION) in [NASCAR](SERIES) last year.", "s:elsewhere"),
        ("[Lee](DRIVER) was [third](POSITION) in the [IMSA Pilot Challenge](SERIES).", None),
        ("[Lee](DRIVER) was [third](POSITION).", None),
    ],
)
def test_what_is_told_of_another_series_is_offered_with_a_sign(text: str, sign: str | None) -> None:
    view, _ = read_all(
        f"The [IMSA Pilot Challenge](SERIES) in [IMSA Pilot Challenge](SERIES).\n\n{text}"
    )
    (claim,) = [c for c in find_claims(view, frames_of(view)) if c.label == "POSITION"]
    told = {one for one in claim.signs if one in ("s:other series", "s:elsewhere")}
    assert told == ({sign} if sign else set())


def test_the_car_driven_in_another_series_is_not_offered() -> None:
    told = (
        "[Lee](DRIVER) {} the [NASCAR](SERIES) rounds in a [Ford](CAR) and was [third](POSITION)."
    )
    for verb, labels in ("enters", {"CAR", "POSITION"}), ("swept", {"POSITION"}):
        view, _ = read_all(f"The [IMSA](SERIES) in [IMSA](SERIES).\n\n{told.format(verb)}")
        assert {claim.label for claim in find_claims(view, frames_of(view))} == labels
