import pytest

from polesitter.entities.measures import find_measures


def speeds(text: str) -> list[tuple[str, object, str | None]]:
    return [(m.text, m.value, m.unit) for m in find_measures(text) if m.label == "SPEED"]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("He toured the oval at 113.575 mph.", "113.575 mph", 113.575, "mph"),
        ("a best of 154.690mph, good for second", "154.690mph", 154.69, "mph"),
        ("averaging 182.8km/h", "182.8km/h", 182.8, "km/h"),
        ("an average of 201.4 kph", "201.4 kph", 201.4, "km/h"),
        ("or 196.299 miles per hour", "196.299 miles per hour", 196.299, "mph"),
        ("(106.407 m.p.h.) after a day", "106.407 m.p.h.", 106.407, "mph"),
        ("An even 90 miles an hour.", "90 miles an hour", 90.0, "mph"),
        ("AVERAGE: 211.052 MPH", "211.052 MPH", 211.052, "mph"),
        ("at 230.5\u00a0mph", "230.5\u00a0mph", 230.5, "mph"),
        ("a run at 198,5 km/h", "198,5 km/h", 198.5, "km/h"),
    ],
)
def test_a_speed_with_its_unit(text: str, surface: str, value: float, unit: str) -> None:
    assert speeds(text) == [(surface, value, unit)]


def test_a_bare_figure_is_a_speed_where_speeds_alike_have_a_unit() -> None:
    text = "Ryan took the pole at 187.211 mph. Cole (186.990) and Dale (186.412) were next."
    assert [value for _, value, _ in speeds(text)] == [187.211, 186.99, 186.412]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # no lap told in seconds is as long
        ("3. (5) Pettibone, Stewart Racing, 186.944; 4. (1) Maia, 186.817", [186.944, 186.817]),
        # behind a lap
        ("1. 50, Lee, Porsche, 1:24.002, 101.997\n2. 07, Ray, Audi, 1:41.209, 84.969",
         [101.997, 84.969]),
        ("1. Lee, Porsche, 1:24.002 - and then 101.997", []),
        ("He drove 150.25 miles.", []),
    ],
)  # fmt: skip
def test_a_bare_figure_is_a_speed_that_can_be_no_lap(text: str, values: list[float]) -> None:
    assert [value for _, value, _ in speeds(text)] == values


def test_one_decimal_must_lie_close_to_a_known_speed() -> None:
    text = "Ryan took the pole at 187.211 mph. Cole (186.7) had 181.2 in mind."
    assert [value for _, value, _ in speeds(text)] == [187.211, 186.7]


def test_a_bare_speed_takes_the_unit_of_the_others() -> None:
    assert speeds("Marc averaged 187.2 km/h and Jean 186.99.")[1] == ("186.99", 186.99, "km/h")


def test_laps_and_speeds_side_by_side_are_told_apart() -> None:
    text = "He ran 28.896 seconds (131.811 mph); Bell was next (28.905/131.770)."
    assert [surface for surface, _, _ in speeds(text)] == ["131.811 mph", "131.770"]


@pytest.mark.parametrize(
    "text",
    [
        "Winds of 25 mph blew across the straight.",
        "the 45 mph speed limit on pit road",
        "The lap record of 101.611 stood alone.",
        "around the 1.5-mile track",
        "a purse of $200.000 mph",
    ],
)
def test_no_speed_of_a_car(text: str) -> None:
    assert speeds(text) == []
