import pytest

from polesitter.entities.measures import find_measures


def laps(text: str) -> list[tuple[str, object]]:
    return [(m.text, m.value) for m in find_measures(text) if m.label == "LAPTIME"]


@pytest.mark.parametrize(
    ("text", "surface", "seconds"),
    [
        ("a lap of 1:45.166 put him", "1:45.166", 105.166),
        ("in 1m08.412s.", "1m08.412s", 68.412),
        ("on a 1m 23.456s lap", "1m 23.456s", 83.456),
        ("Vettel's 1'23.778 was best", "1'23.778", 83.778),
        ("Vettel\u2019s 1\u201923.778 was best", "1\u201923.778", 83.778),
        ("a time of 1 minute, 37.740 seconds", "1 minute, 37.740 seconds", 97.74),
        ("in one minute and 2.5 seconds", "one minute and 2.5 seconds", 62.5),
        ("1min 42.931sec in the dry", "1min 42.931sec", 102.931),
        ("a time of 1:34.270 minutes", "1:34.270 minutes", 94.27),
        ("needed 1:16:379 to get round", "1:16:379", 76.379),
        ("a four-lap total of 2:33.7", "2:33.7", 153.7),
        ("the Nordschleife in 8:12.157", "8:12.157", 492.157),
        ("Hill lapped in 1.23.456 to lead", "1.23.456", 83.456),
        ("completed it in 1min18s554 again", "1min18s554", 78.554),
        ("no lap under 1m07s201, though", "1m07s201", 67.201),
        ("went around in 49.123 seconds", "49.123 seconds", 49.123),
        ("toured the oval in 24.5206secs", "24.5206secs", 24.5206),
        ("circulated in 68.457sec aboard", "68.457sec", 68.457),
        ("needed 114.621 seconds for it", "114.621 seconds", 114.621),
        ("with a 54.138-second lap", "54.138-second", 54.138),
        ("An even 20 seconds.", "20 seconds", 20.0),
        ("lapped in 27.509 seconds on Friday", "27.509 seconds", 27.509),
        ("answered with a 48.622 lap", "48.622", 48.622),
        ("2. Jones, P.I.G. Racing, 25.137", "25.137", 25.137),
        ("got round in 19.208 seconds behind the wheel of a Ford", "19.208 seconds", 19.208),
        ("with a tour of 10.318 seconds", "10.318 seconds", 10.318),
        ("She stopped the clock in 9.87 seconds.", "9.87 seconds", 9.87),
        ("fastest of the midgets at 11.307", "11.307", 11.307),
        ("had a best lap of 17.06 before the rain", "17.06", 17.06),
        ("a 10.559-second lap", "10.559-second", 10.559),
    ],
)
def test_a_lap_time(text: str, surface: str, seconds: float) -> None:
    assert laps(text) == [(surface, seconds)]


def test_a_short_figure_is_a_lap_where_one_like_it_is_told() -> None:
    assert laps("A tour of 10.640 seconds for Roe; Ivers, 10.713, and Dell, 10.802.") == [
        ("10.640 seconds", 10.64),
        ("10.713", 10.713),
        ("10.802", 10.802),
    ]


def test_a_bare_figure_is_a_lap_where_laps_alike_have_a_unit() -> None:
    assert laps("Rhys did 30.702 seconds, after 30.779 and 30.731.") == [
        ("30.702 seconds", 30.702),
        ("30.779", 30.779),
        ("30.731", 30.731),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The race starts at 1:30 p.m. ET.",
        "Lights out is at 13:25 BST.",
        "Qualifying lasted 15 minutes.",
        "Under Rule 16.2.3.2 the car goes back.",
        "He was .803 seconds faster.",
        "20 seconds behind the leader",
        "with 30 seconds left in the session",
        "14:40 GMT",
        "won the feature by 10.318 seconds",
        "a race distance of 49.87 miles, one lap over 17.06",
        "was 9.87 seconds from the pole",
        "Dell finished 11.307 back",
    ],
)
def test_no_lap_time(text: str) -> None:
    assert laps(text) == []
