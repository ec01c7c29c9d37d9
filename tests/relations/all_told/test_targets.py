"""To whom gaps are measured, by all that is told."""

import pytest

from polesitter.relations.all_told.targets import find_targets
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import names_of

from ...marked import frames

TEXT = "[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER), another [.02](GAP) back."


def place(who: int, value: int, chance: float = 0.9) -> Claim:
    return Claim("POSITION", f"d{who}", who, 9, 0, str(value), [], {"position": chance})


def lap(who: int, value: float, chance: float = 0.9) -> Claim:
    return Claim("LAPTIME", f"d{who}", who, 8, 0, value, [], {"lap_time": chance})


def gap(who: int, value: float, chance: float = 0.9) -> Claim:
    return Claim("GAP", f"d{who}", who, 3, 0, value, [], {"gap": chance})


def targets(
    *claims: Claim, stated: dict[int, float] | None = None, classes: tuple[str, ...] = ()
) -> dict[str, set[str]]:
    """Whom the gap of the third may be measured to, each with its signs.

    `stated`: competitor -> how probable it is by the sentence. `classes`: of the first ones.
    """
    found, _ = frames(TEXT)
    own = gap(2, 0.02)
    by_sentence = [
        Claim("TARGET", f"d{who}", who, own.mention, 0, None, [], {"target": chance})
        for who, chance in (stated or {}).items()
    ]
    under = [ContextClaim(f"d{n}", name, n, 9, 0, (), 0.9) for n, name in enumerate(classes)]
    judged = Judged(found, [own, *claims], {(own.mention, 2): by_sentence}, under)
    return {
        target.competitor: set(names_of(target.parts))
        for one, told in find_targets(judged)
        for target in told
        if one is own
    }


def test_who_is_named_is_right_ahead_or_is_first() -> None:
    assert list(targets(stated={1: 0.4})) == ["d1"]
    placed = place(0, 1), place(3, 4), place(2, 5), place(1, 6)
    assert list(targets(*placed, stated={1: 0.4})) == ["d1", "d3", "d0"]
    assert list(targets(*placed[:2], place(2, 5, 0.2))) == ["d3", "d0"]
    assert list(targets(place(0, 1, 0.2), place(2, 5))) == []


def test_of_another_class_nobody_is_right_ahead() -> None:
    placed = place(0, 1), place(1, 2), place(2, 3)
    assert list(targets(*placed, classes=("GS", "TCR", "GS"))) == ["d0"]


def test_a_doubtful_gap_is_not_asked() -> None:
    found, _ = frames(TEXT)
    claims = [gap(2, 0.02, 0.1), place(0, 1), place(2, 3)]
    assert list(find_targets(Judged(found, claims))) == []


WAYS = [(1, 2, "first next"), (1, 3, "first ahead"), (2, 3, "next"), (2, 5, "ahead"),
        (3, 2, "behind"), (2, 2, "same")]  # fmt: skip


@pytest.mark.parametrize(("ahead", "behind", "way"), WAYS)
def test_how_the_one_ahead_is_placed(ahead: int, behind: int, way: str) -> None:
    found = targets(place(1, ahead), place(2, behind), stated={1: 0.4})["d1"]
    assert f"{way} chance:6" in found
    assert f"again {way} tl:another" in found


def test_one_of_another_class_is_told_apart() -> None:
    placed = place(1, 1), place(2, 2)
    assert "first next" in targets(*placed, stated={1: 0.4})["d1"]
    apart = targets(*placed, stated={1: 0.4}, classes=("GS", "TCR", "GS"))
    assert "first next class" in apart["d1"]


def test_of_whom_no_place_is_told() -> None:
    assert "? chance:6" in targets(place(1, 1), stated={1: 0.4})["d1"]


def test_the_likeliest_other_of_the_sentence() -> None:
    found = targets(stated={0: 0.8, 1: 0.1})
    assert {"? 1 rival:3", "? all:9"} <= found["d1"]
    assert {"? 3 rival:1", "? all:9"} <= found["d0"]


def test_whoever_is_ahead_by_a_greater_gap_is_not_nearer_to_the_first() -> None:
    placed = place(0, 1), place(1, 2), place(2, 3)
    assert "next ahead:1" in targets(*placed, gap(1, 0.09))["d1"]
    assert "next ahead:0" in targets(*placed, gap(1, 0.01))["d1"]
    assert "first ahead ahead:1" in targets(*placed, gap(1, 0.09))["d0"]
    apart = targets(*placed, gap(1, 0.09), classes=("GS", "TCR", "GS"))
    assert "first ahead ahead:0" in apart["d0"]
    behind = *placed, place(3, 4), gap(3, 0.01)
    assert "next 0 ahead:0 behind:1" in targets(*behind)["d1"]


def test_two_laps_differ_by_the_gap() -> None:
    laps = lap(0, 71.1), lap(1, 71.28), lap(2, 71.3)
    found = targets(*laps, place(0, 1), place(1, 2), place(2, 3))
    assert {"next laps:1", "next first laps:-1"} <= found["d1"]
    assert "first ahead laps:-1" in found["d0"]
    assert "next laps:0" in targets(lap(2, 71.3), place(1, 2), place(2, 3))["d1"]
    assert "behind first laps:0" in targets(*laps, place(1, 2), place(2, 1), stated={1: 0.4})["d1"]


WORDS = [
    ("[Lee](DRIVER), [.02](GAP) off the [pole](POSITION).", True, False),
    ("[Lee](DRIVER), [.02](GAP) from the top.", True, False),
    ("[Lee](DRIVER), a further [.02](GAP) back.", False, True),
    ("[Lee](DRIVER) lost the [pole](POSITION) by [.02](GAP).", False, False),
]


@pytest.mark.parametrize(("marked", "first", "further"), WORDS)
def test_words_that_tell_from_where(marked: str, first: bool, further: bool) -> None:
    found, view = frames(marked)
    mention = next(n for n, one in enumerate(view.mentions) if one.label == "GAP")
    own = Claim("GAP", "d2", 2, mention, 0, 0.02, [], {"gap": 0.9})
    target = Claim("TARGET", "d0", 0, mention, 0, None, [], {"target": 0.9})
    judged = Judged(found, [own], {(mention, 2): [target]})
    ((_, (told,)),) = find_targets(judged)
    assert {f"? first told:{first}", f"? further:{further}"} <= set(names_of(told.parts))
