"""The series, event and track a report is of, among those it names."""

import pytest

from polesitter.records.session.names import choose_name, pattern_names
from polesitter.types import Mention

from ...marked import read

FILLER = "It was a cold day for every one of the teams that had come to this place. " * 12
CHOICES = [
    ("track", "[Sebring](TRACK) hosts it.", "Sebring"),
    ("track", "No circuit is named.", None),
    # the fullest form of one name
    ("track", "[Sebring](TRACK) it is. [Sebring International Raceway](TRACK) is old.",
     "Sebring International Raceway"),
    ("series", "The [IMSA](SERIES) field of the [IMSA Michelin Pilot Challenge](SERIES).",
     "IMSA Michelin Pilot Challenge"),
    # capitals only where there is no other form
    ("event", "[GRAND PRIX OF MIAMI](EVENT) set. The [Grand Prix of Miami](EVENT) is on.",
     "Grand Prix of Miami"),
    ("event", "[GRAND PRIX OF MIAMI](EVENT) set.", "GRAND PRIX OF MIAMI"),
    # early and often before late and once
    ("track", f"[Sebring](TRACK) again. {FILLER} She won at [Monza](TRACK) and [Monza](TRACK).",
     "Sebring"),
    ("track", "[Monza](TRACK)? No, [Sebring](TRACK). [Sebring](TRACK) it is: [Sebring](TRACK).",
     "Sebring"),
    # the track, and not the town of the dateline or of the race's name
    ("track", "[AUSTIN](TRACK), Texas – He won the pole at [Circuit of the Americas](TRACK).",
     "Circuit of the Americas"),
    ("track", "[ELKHART LAKE](TRACK), Wis. – [Road America](TRACK) was cold. Cold for [Elkhart"
     " Lake](TRACK).", "Road America"),
    ("track", "[Montreal](TRACK) expects rain. The [Circuit Gilles Villeneuve](TRACK) is dry.",
     "Circuit Gilles Villeneuve"),
    ("track", "[Monza](TRACK)? No; it was at [Sebring](TRACK).", "Sebring"),
    # a town has the only name there is
    ("track", "[DETROIT](TRACK) – The walls of [Detroit](TRACK) are near.", "Detroit"),
    # names cut short
    ("track", "[COTA](TRACK) was cold. The [Circuit of the Americas](TRACK) often is.",
     "Circuit of the Americas"),
    ("track", "[Hockenheim](TRACK)! The [Hockenheimring](TRACK) was dry.", "Hockenheimring"),
    # other labels do not count
    ("event", "[Sebring](TRACK) hosts it.", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "marked", "name"), CHOICES)
def test_the_name_a_report_is_of(label: str, marked: str, name: str | None) -> None:
    text, mentions = read(marked)
    found = choose_name(label.upper(), text, mentions)
    assert (found.text if found else None) == name
    if found is not None:
        assert mentions[found.index].text == name


def test_names_that_a_pattern_knows_as_one_count_together() -> None:
    mentions = [
        Mention(0, 3, "COTA", "TRACK", rule="track:cota"),
        Mention(10, 33, "Circuit of The Americas", "TRACK", rule="track:cota"),
    ]
    found = choose_name("TRACK", "x" * 40, mentions)
    assert found is not None
    assert found.text == "Circuit of The Americas"


def test_ids_of_patterns_for_one_label_but_not_of_learned_finders() -> None:
    mentions = [
        Mention(0, 1, "A", "TEAM", rule="team:a"),
        Mention(1, 2, "B", "TEAM", rule="learned.names"),
        Mention(2, 3, "A", "CAR", rule="car:a"),
    ]
    assert pattern_names("TEAM", mentions) == {"A": "team:a"}
    assert pattern_names("CAR", mentions) == {"A": "car:a"}
