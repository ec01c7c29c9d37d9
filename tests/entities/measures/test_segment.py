import pytest

from polesitter.entities.measures import find_measures


def segments(text: str) -> list[tuple[str, object]]:
    return [(m.text, m.value) for m in find_measures(text) if m.label == "SEGMENT"]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("out in Q1.", "Q1", "Q1"),
        ("quickest in SQ3", "SQ3", "SQ3"),
        ("at the end of Qualifying 2", "Qualifying 2", "Q2"),
        ("the Hyperpole session", "Hyperpole", "Hyperpole"),
        ("SUPERPOLE", "SUPERPOLE", "Superpole"),
        ("in Super Pole on Friday", "Super Pole", "Super Pole"),
        ("until Hyperpole 2", "Hyperpole 2", "Hyperpole 2"),
        ("missed Top Qualifying by a second", "Top Qualifying", "Top Qualifying"),
        ("in the Firestone Fast Six.", "Firestone Fast Six", "Fast Six"),
        ("into the Fast 6", "Fast 6", "Fast Six"),
        ("reached the Fast 12", "Fast 12", "Fast 12"),
        ("the Firestone Fast Twelve", "Firestone Fast Twelve", "Fast 12"),
        ("the Fast Nine Shootout", "Fast Nine Shootout", "Fast Nine"),
        ("until the Quick Six", "Quick Six", "Quick Six"),
        ("the Last Row Shootout", "Last Row Shootout", "Last Row Shootout"),
        ("in the Top 10 Shootout", "Top 10 Shootout", "Top 10 Shootout"),
        ("the Top Ten Shoot-out", "Top Ten Shoot-out", "Top 10 Shootout"),
        ("both semi-finals", "semi-finals", "semi-final"),
        ("in the quarter-finals", "quarter-finals", "quarter-final"),
        ("cut in Group B", "Group B", "Group B"),
        ("slowest in Group 2.", "Group 2", "Group 2"),
        ("Group 1's leader", "Group 1", "Group 1"),
        ("took part in the Super Lap", "Super Lap", "Super Lap"),
        ("fastest in the Pole Shootout", "Pole Shootout", "Pole Shootout"),
        ("tenth in the Top 10 Dash", "Top 10 Dash", "Top 10 Dash"),
        ("In the final, Dennis won.", "final", "final"),
        ("He advanced to Round 2.", "Round 2", "Round 2"),
        ("in Round 1 of Friday's knockout session", "Round 1", "Round 1"),
        ("in Round 2 at 98.548 mph", "Round 2", "Round 2"),
        ("advanced, and led Round 3 of Saturday's hour", "Round 3", "Round 3"),
        ("on the pole with a Round 3 lap", "Round 3", "Round 3"),
        ("led round two and advanced", "round two", "Round 2"),
        ("eliminated in the second round", "second round", "Round 2"),
        ("advanced to the final round", "final round", "final round"),
        ("until Heat 3, where", "Heat 3", "Heat 3"),
        ("Last Chance Qualifying follows", "Last Chance Qualifying", "Last Chance Qualifying"),
    ],
)
def test_a_segment(text: str, surface: str, value: str) -> None:
    assert segments(text) == [(surface, value)]


def test_short_forms_where_finals_are_told() -> None:
    text = "Evans lost his quarter. The final went to Nato, who beat Bird in the semi."
    assert segments(text) == [("quarter", "quarter-final"), ("semi", "semi-final")]
    assert segments("He keeps the quarters in a jar and the semi in the paddock.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Both won their duels, and in Sunday's final, Nato was quicker.",
        "He won a duel and a duel and was beaten there; for the final he had no tyres.",
    ],
)
def test_the_final_of_duels(text: str) -> None:
    assert segments(text) == [("final", "final")]


@pytest.mark.parametrize(
    "text",
    [
        "Round 2 of the championship is at Spa.",
        "the second round of the season at Sebring",
        "the final round at Road Atlanta",
        "in the final minutes",
        "the top 10 drivers",
        "He was fast six times.",
        "the season's final round",
        "the final practice",
        "Group E cars",
        "the Group 4 cars of the seventies",
        "a Group 2 Escort",
        "all eyes are on Sunday's final",
    ],
)
def test_no_segment(text: str) -> None:
    assert segments(text) == []
