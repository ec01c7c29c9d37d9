import pytest

from polesitter.entities.genre import makers_are_teams, sponsors_name_cars

GENRES = [
    # makers are teams, sponsors name cars
    ("Lewis took pole for the Formula 1 race ahead of a Williams in F1 qualifying.", True, False),
    ("The No. 31 GTD car won the IMSA pole ahead of a prototype.", False, False),
    ("The No. 22 Menards Ford won the NASCAR pole.", False, True),
    ("The IndyCar Grand Prix at the Speedway.", False, True),
    ("Nothing to see.", False, False),
]


@pytest.mark.parametrize(("text", "makers", "sponsors"), GENRES)
def test_what_labels_depend_on(text: str, makers: bool, sponsors: bool) -> None:
    assert makers_are_teams(text) is makers
    assert sponsors_name_cars(text) is sponsors
