from datetime import date

import pytest

from polesitter.text.dates import resolve_session_date
from polesitter.types import Mention

SUNDAY = date(2024, 8, 25)


def resolve(
    text: str, days: dict[str, str], published: date | None = None
) -> tuple[str, str] | None:
    """Resolve with DATE mentions given as surface -> value; the day and its words."""
    mentions = [
        Mention(text.index(surface), text.index(surface) + len(surface), surface, "DATE", value)
        for surface, value in days.items()
    ]
    mentions.sort(key=by_start)
    resolved = resolve_session_date(text, mentions, published)
    return resolved and (resolved[0].isoformat(), text[resolved[1] : resolved[2]])


def by_start(mention: Mention) -> int:
    return mention.start


def test_the_leading_date_line() -> None:
    assert resolve("date 2024-01-25 \nLee on pole", {}) == ("2024-01-25", "2024-01-25")


def test_the_leading_date_line_before_the_body() -> None:
    assert resolve(" date 2024-01-25 LEE on pole", {}) == ("2024-01-25", "2024-01-25")


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("AUSTIN, Texas (Oct. 21, 2017) \u2013 Lee is on pole.", "Oct. 21, 2017", "2017-10-21"),
        ("Lee on pole\n\nJune 21, 2008, 14:40 GMT\n\nLee won", "June 21, 2008", "2008-06-21"),
        ("Silverstone, 10 June 2017: Lee took pole.", "10 June 2017", "2017-06-10"),
        ("Headline\n\n21 November 2021\n\nLee was quickest.", "21 November 2021", "2021-11-21"),
    ],
)
def test_a_day_that_stands_by_itself(text: str, surface: str, value: str) -> None:
    assert resolve(text, {surface: value}) == (value, surface)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("Lee took pole at Cadwell Park on Saturday, 22 June 2024, by 0.1s.",
         "Saturday, 22 June 2024", "2024-06-22"),
        ("All depended on the session on 15 July 2023 at Monza.", "15 July 2023", "2023-07-15"),
        ("GT Championship, Silverstone. Saturday 5 May 2001\n\nLee won pole.",
         "Saturday 5 May 2001", "2001-05-05"),
        ("ANDERSTORP, 3 September 2022. Lee grew up near here.", "3 September 2022", "2022-09-03"),
        ("Thruxton, Hampshire. Sunday, October 3, 1999. The last round.",
         "Sunday, October 3, 1999", "1999-10-03"),
    ],
)  # fmt: skip
def test_a_full_day_told_in_the_text(text: str, surface: str, value: str) -> None:
    assert resolve(text, {surface: value}) == (value, surface)


def test_a_weekday_counts_back_from_a_full_day_told() -> None:
    text = "Lee took pole in Saturday's qualifying, 1:20.123. He won the race on 25 August 2024."
    days = {"Saturday": "saturday", "25 August 2024": "2024-08-25"}
    assert resolve(text, days) == ("2024-08-24", "Saturday")


def test_a_dateline_without_year_takes_that_of_publication() -> None:
    text = "LEXINGTON, Ohio (Aug. 24) \u2013 Lee is on pole."
    assert resolve(text, {"Aug. 24": "--08-24"}, SUNDAY) == ("2024-08-24", "Aug. 24")


def test_the_year_may_turn_between_the_day_and_publication() -> None:
    text = "DUBAI (Dec. 31) \u2013 Lee is on pole."
    assert resolve(text, {"Dec. 31": "--12-31"}, date(2025, 1, 1)) == ("2024-12-31", "Dec. 31")


def test_no_year_no_date() -> None:
    text = "LEXINGTON, Ohio (Aug. 5) \u2013 Lee won the pole Saturday."
    assert resolve(text, {"Aug. 5": "--08-05", "Saturday": "saturday"}) is None


def test_a_day_beside_a_weekday_of_qualifying() -> None:
    text = "date 2024-01-26 \nLee won the pole Thursday afternoon (Jan. 25) at Daytona."
    found = resolve(text, {"Thursday": "thursday", "Jan. 25": "--01-25"})
    assert found == ("2024-01-25", "Jan. 25")


@pytest.mark.parametrize(
    "told",
    [
        "Lee qualified on pole on Saturday.",
        "Lee won the pole Saturday.",
        "In Saturday's qualifying Lee was best.",
        "Lee lapped in 1:20.123 on Saturday to lead.",
        "He was best in Saturday afternoon's Fast Six.",
    ],
)
def test_a_weekday_of_qualifying_counts_back_from_publication(told: str) -> None:
    assert resolve(told, {"Saturday": "saturday"}, SUNDAY) == ("2024-08-24", "Saturday")
    text = f"date 2024-08-25 \n{told}"
    assert resolve(text, {"Saturday": "saturday"}) == ("2024-08-24", "Saturday")


@pytest.mark.parametrize(
    "text",
    [
        "Lee will start Saturday's race from pole.",
        "Lee took pole for Saturday's race.",
        "The race starts on Saturday.",
        "Lee led practice on Saturday.",
        "The pole is the first since Spa. The race is Saturday.",
    ],
)
def test_the_weekday_of_another_session_is_not_taken(text: str) -> None:
    assert resolve(f"date 2024-08-25 \n{text}", {"Saturday": "saturday"}) == (
        "2024-08-25",
        "2024-08-25",
    )


def test_published_on_the_day_itself() -> None:
    text = "Lee won the pole Friday for Saturday's race."
    found = resolve(text, {"Friday": "friday", "Saturday": "saturday"}, date(2024, 8, 23))
    assert found == ("2024-08-23", "Friday")


def test_a_day_of_history_is_not_the_session() -> None:
    text = "Lee has not won a pole since 21 November 2021, when it rained."
    assert resolve(text, {"21 November 2021": "2021-11-21"}) is None


def test_an_impossible_date_line_is_passed_over() -> None:
    assert resolve("date 2024-02-31 \nLee on pole", {}) is None
