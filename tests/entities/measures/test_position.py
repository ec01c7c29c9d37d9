import pytest

from polesitter.entities.measures import find_measures
from polesitter.entities.measures.position import find_prose_positions


def positions(text: str) -> list[tuple[str, object]]:
    return [(m.text, m.value) for m in find_measures(text) if m.label == "POSITION"]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("Holton will start third.", "third", "3"),
        ("Twelfth was the best he could do.", "Twelfth", "12"),
        ("qualified twenty-first for Haas", "twenty-first", "21"),
        ("will line up 13th", "13th", "13"),
        ("third quickest in the session", "third", "3"),
        ("the second-place qualifier", "second", "2"),
        ("13th-placed Vidales", "13th", "13"),
        ("take the 12th spot on the grid", "12th", "12"),
        ("was sixth in the session, a tenth up", "sixth", "6"),
        ("eighth straight away", "eighth", "8"),
        ("a splendid sixth and starts there", "sixth", "6"),
        ("finished in P13", "P13", "13"),
        ("went from last week's woe to first", "first", "1"),
        ("won the pole", "pole", "1"),
        ("from pole position", "pole position", "1"),
        ("200 poles in all", "poles", "1"),
        ("on the outside pole", "outside pole", "2"),
        ("held provisional pole", "provisional pole", "1"),
        ("a pole-winning lap", "pole", "1"),
        ("on the front row", "front row", "row:1"),
        ("a front-row start", "front-row", "row:1"),
        ("share row two", "row two", "row:2"),
        ("joins him in Row 2", "Row 2", "row:2"),
        ("on the second row", "second row", "row:2"),
        ("on the 11th row", "11th row", "row:11"),
        ("starts from the back row", "back row", "rear"),
        ("sent to the rear of the field", "rear of the field", "rear"),
        ("from the back of the grid", "back of the grid", "rear"),
        ("dropped to the back of the pack", "back of the pack", "rear"),
        ("starts dead last", "dead last", "rear"),
        ("he goes to the rear for the start", "rear", "rear"),
        ("the car goes to the back of the class", "back", "rear"),
        ("both will start from the pit lane.", "pit lane", "rear"),
        ("He will start last.", "last", "rear"),
        ("completed the top five.", "top five", "top:5"),
        ("rounded out the first six in the wet", "first six", "top:6"),
        ("earned the top starting spot for today", "top starting spot", "1"),
        ("moved to the tail of the 29-truck field", "tail", "rear"),
        ("rounded out the top 10 for Ford", "top 10", "top:10"),
        ("a top-five time", "top-five", "top:5"),
        ("POLE FOR SMITH", "POLE", "1"),
        ("qualified it first with a 1:27.618", "first", "1"),
        ("put the BMW M4 GT4 fifth, one place up", "fifth", "5"),
        ("in the No. 26 second.", "second", "2"),
        ("he's seventh, and glad of it", "seventh", "7"),
        ("set the eighth-best time before lunch", "eighth", "8"),
        ("is the fifth-placed man of the lot", "fifth", "5"),
        ("had the fourth time but was sent home", "fourth", "4"),
        ("starts 27th without a time.", "27th", "27"),
        ("and eighth the local driver Amsel", "eighth", "8"),
    ],
)
def test_a_place(text: str, surface: str, value: str) -> None:
    assert positions(text) == [(surface, value)]


@pytest.mark.parametrize(
    "text",
    [
        "the first time this year",
        "quickest in second practice",
        "on his second lap",
        "his second-best lap of the day",
        "second-place in the standings",
        "is third-placed in points",
        "after a 26.3 second lap",
        "the fifth round of the season",
        "finished second in the race",
        "He is third in points.",
        "and was third in FP3.",
        "third in the championship standings",
        "the second session",
        "his fourth of the season",
        "one second",
        "came home 15th at Belle Isle",
        "his third consecutive start",
        "the second BMW",
        "fifth in a row for Mazda",
        "27th in the queue",
        "third from last to run",
        "back on the back straight",
        "got his career back on track",
        "last week at Sebring",
        "Front Row Motorsports",
        "P1 Motorsports",
        "his 100th start",
        "missed the top 10",
        "the polesitter",
        "through the first sector",
        "Everybody will have to get by Dario Lee first.",
        "Fifth in a Row for Mazda",
        "the first six were gone by noon",
        "12:05 Lights out.\n12:07 Lee leads.\n12:09 Ray is next.",
        "He ran it in June, 2 Fords with him, 3 Kias not.",
    ],
)
def test_no_place(text: str) -> None:
    assert positions(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. Ann Lee\n2. Bo Ray\n3. Cy Fox", ["1", "2", "3"]),
        ("Pos | No | Driver\n1 | 44 | Ann Lee\n2 | 7 | Bo Ray", ["1", "2"]),
        ("1st \u2013 Ann Lee\n2nd \u2013 Bo Ray\n7th \u2013 Cy Fox", ["1", "2", "7"]),
        ("P1  Ann Lee\nP2  Bo Ray", ["1", "2"]),
        ("GS: 1. Ann Lee, 1:36.277; 2. Bo Ray, 1:36.583.", ["1", "2"]),
        ("GS: 1. (8) Ann Lee, 1:36.277; 2. (21) Bo Ray, 1:36.583.", ["1", "2"]),
        ("16 | 7 | Ann Lee\n17 | 10 | Bo Ray", ["16", "17"]),
        ("Times - 1. 24-Ann Lee, 36.277; 2. 5W-Bo Ray, 36.583.", ["1", "2"]),
        ("Heat: 1. 24-Ann Lee[2]; 2. 5W-Bo Ray[1]; 3. 8-Cy Fox[5]", ["1", "2", "3"]),
        ("- 1. Ann Lee\n- 2. Bo Ray", ["1", "2"]),
        ("\u2022 P4 Ann Lee\n\u2022 P5 Bo Ray", ["4", "5"]),
        ("Q2: 1 Lee 1:36.277; 2 Ray +0.306; 3 Fox +0.412.", ["1", "2", "3"]),
        (
            "Q2: 1 Lee 1:36.2; 2 Ray +0.3; 3 Fox +0.4. Q1: 1 Cox 1:37.1; 2 Orr +0.1; 3 Pye +0.2.",
            ["1", "2", "3", "1", "2", "3"],
        ),
        ("Order: 4, Lee, Ford; 5, Ray, Kia; 6, Fox, Opel.", ["4", "5", "6"]),
        ("places five to eight in that order", ["5", "8"]),
        ("Lee first, Ray second, and the rest", ["1", "2"]),
        ("Lee and Ray were seventh and eighth.", ["7", "8"]),
    ],
)
def test_places_told_together(text: str, values: list[str]) -> None:
    assert [value for _, value in positions(text)] == values


def test_a_line_that_merely_begins_with_a_number_is_no_row() -> None:
    assert positions("It was busy.\n30 cars took part.\nAll ran.") == []


def test_a_place_is_as_sure_as_its_sense_and_what_has_no_other_sense_is_sure() -> None:
    def sense(text: str, start: int, end: int, kind: str, told: bool) -> float:
        return {"third": 0.7, "sixth": 0.0}.get(text[start:end], 1.0)

    text = "third, sixth, on pole"
    told = {m.text: m.score for m in find_prose_positions(text, range(len(text)), sense)}
    assert told == {"third": 0.7, "pole": 1.0}
