import pytest

from polesitter.entities.measures import find_measures


def dates(text: str) -> list[tuple[str, object]]:
    return [(m.text, m.value) for m in find_measures(text) if m.label == "DATE"]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("on June 8 at Mid-Ohio", "June 8", "--06-08"),
        ("(Aug. 5) \u2013", "Aug. 5", "--08-05"),
        ("(Jan. 25, 2024)", "Jan. 25, 2024", "2024-01-25"),
        ("21 November 2021", "21 November 2021", "2021-11-21"),
        ("Saturday, June 21st 2008, 14:40", "Saturday, June 21st 2008", "2008-06-21"),
        ("Sat., Sept. 14, 2024", "Sat., Sept. 14, 2024", "2024-09-14"),
        ("Saturday 1 February 2020, noon", "Saturday 1 February 2020", "2020-02-01"),
        ("the 4th of July", "4th of July", "--07-04"),
        ("on 6 July.", "6 July", "--07-06"),
        ("on Saturday's grid", "Saturday", "saturday"),
        ("SATURDAY", "SATURDAY", "saturday"),
        ("at Rome in July 2023", "July 2023", "2023-07"),
        ("at Indianapolis in May.", "May", "--05"),
        ("champion in 1997", "1997", "1997"),
        ("(2016) winner", "2016", "2016"),
        ("held on 2024-05-12", "2024-05-12", "2024-05-12"),
    ],
)
def test_a_date(text: str, surface: str, value: str) -> None:
    assert dates(text) == [(surface, value)]


@pytest.mark.parametrize(
    "text",
    [
        "date 2024-01-25 \nA headline",
        "He may start third.",
        "the USF Pro 2000 race",
        "a 2000cc engine",
        "Will Power marched on",
        "on Sundays",
        "the $2000 bonus",
        "1 p.m. ET",
        "the No. 7 March and the #12 of Jan Ray",
    ],
)
def test_no_date(text: str) -> None:
    assert dates(text) == []
