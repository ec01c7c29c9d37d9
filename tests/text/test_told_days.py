"""Which weekday is that of the session: one-line examples, published on a Sunday."""

from datetime import date, timedelta

import pytest

from polesitter.text.calendar import WEEKDAYS
from polesitter.text.told_days import WEIGHTS, signs_around, told_weekday
from polesitter.types import Mention

SUNDAY = date(2024, 8, 25)
LATER = "Lee and Kim spoke of tyres and of nothing else for a while.\n\n" * 9


def days_of(text: str) -> list[Mention]:
    """The weekdays of a text as DATE mentions, by start."""
    found = [
        Mention(at, at + len(day), text[at : at + len(day)], "DATE", value=day)
        for day in WEEKDAYS
        for at in range(len(text))
        if text.startswith(day.capitalize(), at)
    ]
    return sorted(found, key=by_start)


def by_start(mention: Mention) -> int:
    return mention.start


def told(text: str, *, stated: bool = False) -> str | None:
    """The weekday chosen, its words and its day agreeing."""
    found = told_weekday(text, days_of(text), SUNDAY, stated=stated)
    if found is None:
        return None
    day, start, end = found
    assert text[start:end].lower() == WEEKDAYS[day.weekday()]
    assert timedelta(0) <= SUNDAY - day <= timedelta(days=3)
    return text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday evening they very nearly won a pole.",
        "Lee went past the line at Michigan on Saturday in 39.131 seconds. That was plenty.",
        "Lee needed a stopwatch of his own Saturday. The big board was dark.",
        "Kim took Becketts flat on Saturday. The lap came to 1m31.105s.",
        "Saturday's session was held with 29 cars.",
        "The order was settled Saturday.",
    ],
)
def test_the_session_is_told_in_any_words(text: str) -> None:
    assert told(text) == "Saturday"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lee was best on Saturday, Kim having crashed on Friday.", "Saturday"),
        ("Lee, who was quickest on Friday, took pole on Saturday.", "Saturday"),
        ("After Friday practice Lee took the pole on Saturday.", "Saturday"),
        ("Lee took pole on Friday for Saturday's race.", "Friday"),
        ("Lee drew third on Friday. Kim qualified on Saturday in 1:20.123.", "Saturday"),
        ("Lee ran 1:20.123 on Friday. Kim spoke of it on Saturday.", "Friday"),
        ("Kim rested on Saturday. The Friday qualifying was wet.", "Friday"),
        ("The pole was settled Saturday.\n\n" + LATER + "Kim was third on Friday.", "Saturday"),
    ],
)
def test_the_likelier_of_two_weekdays(text: str, day: str) -> None:
    assert told(text) == day


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Lee rested on Saturday.", set()),
        ("Lee got up late on Saturday's wet morning.", {"owner"}),
        ("Lee ran it on Saturday. He needed 1:20.123.", {"figure"}),
        ("Lee ran it on Saturday. He was glad. He needed 1:20.123.", set()),
        ("The Saturday qualifying was wet.", {"of qualifying", "qualifying in the sentence"}),
        ("On Saturday Lee was much too late for any pole.", {"qualifying in the sentence"}),
        ("He qualified. On Saturday it rained.", set()),
        ("Lee crashed on Saturday.", {"beside practice"}),
        ("Lee crashed, and was not seen again until late on Saturday.", set()),
        ("On Saturday Lee spoke of the race.", {"of a race"}),
        ("Lee has been here since Saturday.", {"of a race"}),
        ("Kim, who was ill on Saturday, led.", {"in an aside"}),
        ("Kim, who was ill, rested on Saturday.", set()),
    ],
)
def test_the_signs_around_a_weekday(text: str, signs: set[str]) -> None:
    found = signs_around(text, days_of(text)[0], 0, stated=True)
    assert found.keys() == WEIGHTS.keys()
    assert {sign for sign, size in found.items() if size} == signs | {"told", "depth"}


@pytest.mark.parametrize(
    ("back", "stated", "signs"),
    [
        (0, True, set()),
        (1, False, {"the day before"}),
        (1, True, {"the day before", "against a stated day"}),
        (2, True, {"against a stated day"}),
    ],
)
def test_the_signs_of_how_far_back_a_weekday_lies(back: int, stated: bool, signs: set[str]) -> None:
    text = "Lee rested on Saturday."
    found = signs_around(text, days_of(text)[0], back, stated=stated)
    assert {sign for sign, size in found.items() if size} == signs | {"told", "depth"}


@pytest.mark.parametrize(
    "text",
    [
        "Lee will start Saturday's race from pole.",
        "Lee took pole for Saturday's race.",
        "The race starts on Saturday.",
        "Coverage begins at noon on Saturday.",
        "Lee led practice on Saturday.",
        "Saturday's first practice was wet.",
        "Lee is on pole. " + LATER + "Kim flew home ill on Saturday.",
        "Lee is on pole here again on Tuesday.",
    ],
)
def test_the_weekday_of_something_else_is_not_taken(text: str) -> None:
    assert told(text) is None


def test_a_day_that_the_report_states_gives_way_less_easily() -> None:
    text = LATER[:240] + "Lee was ill on Saturday."
    assert told(text) == "Saturday"
    assert told(text, stated=True) is None
    plainly = "Lee took pole in Saturday's qualifying in 1:20.123."
    assert told(plainly, stated=True) == "Saturday"


def test_the_day_of_the_report_itself_is_one_of_the_weekdays() -> None:
    assert told("Lee took pole on Sunday. On Friday it had rained.") == "Sunday"
