"""What a whole report tells for or against a crew."""

import pytest

from polesitter.relations.competitors.crews import find_crews

from ...marked import frames

PAIR = "[Lee](DRIVER) and [Ray](DRIVER) came."
TOLD = [
    # how many of the drivers are joined with another, and whether there are classes
    (PAIR, {"share:5", "cls:0", "share:5 cls:False"}),
    (f"{PAIR} [Cox](DRIVER) led. [Day](DRIVER) led. [Fox](DRIVER) led.", {"share:2"}),
    (f"{PAIR} It was over in [GT](CLASS).", {"cls:1", "share:5 cls:True"}),
    # how often they are told together, with how many others each is joined
    (PAIR, {"rep:1", "both:1", "partners:11"}),
    (f"{PAIR} [Lee](DRIVER) and [Ray](DRIVER) left.", {"rep:2", "both:2"}),
    (f"{PAIR} [Lee](DRIVER) met [Ray](DRIVER).", {"rep:1", "both:2"}),
    (f"{PAIR} [Lee](DRIVER) and [Cox](DRIVER) left.", {"partners:21"}),
    # where one is told without the other, and what is measured there
    (PAIR, {"solo:00", "soan:0", "sobn:0"}),
    (f"{PAIR} [Lee](DRIVER) was [third](POSITION).", {"solo:10", "soan:1", "soa:POSITION1"}),
    (f"{PAIR} [Ray](DRIVER) beat [Cox](DRIVER) by [.803 seconds](GAP).",
     {"solo:01", "sobn:1", "sob:GAPm"}),
    # whether they are told for the first time
    (PAIR, {"new:TrueTrue"}),
    (f"[Ray](DRIVER) came. {PAIR}", {"new:TrueFalse"}),
    # words of reports on cars that are shared
    (f"{PAIR} Each shared the car for a stint.", {"W:shared", "W:stint", "W:each"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "signs"), TOLD)
def test_what_the_report_tells_of_a_pair(marked: str, signs: set[str]) -> None:
    found, view = frames(marked)
    crews = [set(crew.signs) for crew in find_crews(found, view.head_of)]
    assert any(signs <= told for told in crews)


def test_nothing_is_told_of_what_is_not_there() -> None:
    found, view = frames(PAIR)
    (crew,) = find_crews(found, view.head_of)
    assert not any(sign.startswith(("W:", "soa:", "sob:")) for sign in crew.signs)
