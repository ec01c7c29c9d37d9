"""Names that reports teach: ids, aliases, where they come from, and the files they go to."""

import json
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.induction.names.doubt import WordLists
from polesitter.learn.induction.names.entity_lines import EntityLine, with_lines
from polesitter.learn.induction.names.new_names import name_files, new_names
from polesitter.learn.pattern_changes import LearntName

from ...marked import blank
from .reports import gold, write_lines

LISTS = WordLists(ordinary={"race"}, first_names=set(), places=set(), makes=set())
LISTED = [
    {"label": "DRIVER", "pattern": "Bo Ray", "id": "driver:bo-ray"},
    {"label": "TEAM", "pattern": "Bryan Herta Autosport", "id": "team:bha"},
    {"label": "TEAM", "pattern": "Herta", "id": "team:bha"},
]
BHA = "[Bryan Herta Autosport](TEAM t1) sent out [BHA](TEAM t1)'s [Ann Lee](DRIVER d1)."


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    for label, file in (("DRIVER", "drivers"), ("TEAM", "teams")):
        lines = [line for line in LISTED if line["label"] == label]
        write_lines(tmp_path / "entities" / f"{file}.jsonl", lines)
    return tmp_path


def learn(patterns: Path, *reports: GoldReport) -> dict[str, LearntName]:
    return {one.name: one for one in new_names(blank(), reports, patterns, LISTS)}


def files(patterns: Path, *reports: GoldReport) -> dict[str, list[dict[str, Any]]]:
    names = new_names(blank(), reports, patterns, LISTS)
    dates = {one.id: str(one.session["date"] or "") for one in reports}
    return {
        path: [json.loads(line) for line in text.splitlines()]
        for path, text in name_files(names, dates, patterns)
    }


def test_an_alias_goes_to_the_id_of_the_full_name(patterns: Path) -> None:
    learnt = learn(patterns, gold("x-1", BHA))
    assert (learnt["BHA"].id, learnt["BHA"].known, learnt["BHA"].held_back) == (
        "team:bha", True, None
    )  # fmt: skip
    assert (learnt["Ann Lee"].id, learnt["Ann Lee"].known) == ("driver:ann-lee", False)
    assert "Bryan Herta Autosport" not in learnt


def test_a_listed_alias_gives_its_id_to_a_longer_name(patterns: Path) -> None:
    marked = "[Herta](TEAM t1), or [Herta Technologies](TEAM t1), was out."
    assert learn(patterns, gold("x-1", marked))["Herta Technologies"].id == "team:bha"


def test_a_name_is_first_seen_in_the_earliest_report(patterns: Path) -> None:
    reports = [
        gold("x-1", "[Ann Lee](DRIVER d1) again.", date="2024-06-01"),
        gold("x-2", "Here is [Ann Lee](DRIVER d1).", date="2023-05-02"),
        gold("x-3", "[Ann Lee](DRIVER d1), once more."),
    ]
    name = learn(patterns, *reports)["Ann Lee"]
    assert (name.first_seen, name.sentence, name.reports) == ("x-2", "Here is Ann Lee.", 3)
    (line,) = [one for one in files(patterns, *reports)["entities/drivers.jsonl"]
               if one["pattern"] == "Ann Lee"]  # fmt: skip
    assert line == {
        "label": "DRIVER", "pattern": "Ann Lee", "id": "driver:ann-lee", "source": "x-2",
        "first_seen": "2023-05-02",
    }  # fmt: skip


def test_a_name_of_two_entities_is_listed_for_neither(patterns: Path) -> None:
    marked = "[Lee Racing](TEAM t1), [LR](TEAM t1), [Leo Racers](TEAM t2) and [LR](TEAM t2)."
    reason = learn(patterns, gold("x-1", marked))["LR"].held_back
    assert reason == "names team:lee-racing and team:leo-racers"


def test_what_is_called_by_a_short_form_alone_is_what_others_call_so_too(patterns: Path) -> None:
    full = gold("x-1", "[Lee Racing](TEAM t1) is [LRX](TEAM t1).")
    learnt = learn(patterns, full, gold("x-2", "[LRX](TEAM t1), with [Ann Lee](DRIVER d1)."))
    assert (learnt["LRX"].id, learnt["LRX"].held_back) == ("team:lee-racing", None)
    assert (learnt["LRX"].first_seen, learnt["LRX"].reports) == ("x-1", 2)
    # Not where two could be meant, nor of people: there the short form is a surname.
    other = gold("x-3", "[Leo Racers](TEAM t1) is [LRX](TEAM t1).")
    bare = gold("x-4", "[LRX](TEAM t1)")
    doubtful = [
        one for one in new_names(blank(), [full, other, bare], patterns, LISTS) if one.name == "LRX"
    ]
    assert {one.id for one in doubtful} == {"team:lee-racing", "team:leo-racers", "team:lrx"}
    assert all(one.held_back for one in doubtful)
    person = gold("x-5", "[Ann Lee](DRIVER d1): [Lee](DRIVER d1)")
    assert learn(patterns, person, gold("x-6", "[Lee](DRIVER d1)"))["Lee"].held_back


def test_surnames_are_left_to_references(patterns: Path) -> None:
    learnt = learn(
        patterns, gold("x-1", "[Ann Lee](DRIVER d1): [Lee](DRIVER d1). [Zed](DRIVER d2)")
    )
    assert set(learnt) == {"Ann Lee", "Zed"}
    assert learnt["Zed"].held_back


def test_a_slip_is_no_name_unless_it_comes_again(patterns: Path) -> None:
    slip = "[Bryan Hertta Autosport](TEAM t1) won."
    held = learn(patterns, gold("x-1", slip))["Bryan Hertta Autosport"]
    assert held.held_back == "may be a slip for bryan herta autosport"
    twice = learn(patterns, gold("x-1", slip), gold("x-2", slip))["Bryan Hertta Autosport"]
    assert twice.held_back is None


def test_the_spelling_of_a_listed_id_is_no_slip(patterns: Path) -> None:
    lines = [{"label": "TEAM", "pattern": "Abel Motorsport", "id": "team:abel-motorsports"}]
    write_lines(patterns / "entities" / "teams.jsonl", lines)
    learnt = learn(
        patterns, gold("x-1", "[Abel Motorsports](TEAM t1) and [Abell Motorsport](TEAM t2)")
    )
    assert (learnt["Abel Motorsports"].id, learnt["Abel Motorsports"].held_back) == (
        "team:abel-motorsports", None
    )  # fmt: skip
    assert learnt["Abell Motorsport"].held_back == "may be a slip for abel motorsport"


def test_a_word_that_stands_unmarked_elsewhere_is_held_back(patterns: Path) -> None:
    marked = "The [Race](EVENT e1) is a race. Race day! [The Zed](EVENT e2), the Zedder."
    learnt = learn(patterns, gold("x-1", marked))
    assert learnt["Race"].held_back == "is an ordinary word (1 as EVENT, 1 unmarked)"
    assert learnt["The Zed"].held_back is None


def test_files_stay_sorted_and_what_people_wrote_stays(patterns: Path) -> None:
    written = files(patterns, gold("x-1", BHA), gold("x-2", "[Al Ba](DRIVER d1)"))
    drivers = written["entities/drivers.jsonl"]
    assert [one["id"] for one in drivers] == ["driver:al-ba", "driver:ann-lee", "driver:bo-ray"]
    assert LISTED[0] in drivers
    assert set(written) == {"entities/drivers.jsonl", "entities/teams.jsonl"}


def test_learning_again_changes_nothing_and_a_correction_takes_a_name_back(patterns: Path) -> None:
    def store(*reports: GoldReport) -> None:
        for path, lines in files(patterns, *reports).items():
            write_lines(patterns / path, lines)

    other = gold("x-2", "[Al Ba](DRIVER d1)")
    store(gold("x-1", BHA), other)
    assert files(patterns, gold("x-1", BHA), other) == {}
    # Names from reports that are not at hand stay.
    assert files(patterns, other) == {}
    corrected = gold("x-1", "Ann Lee was out.")
    store(corrected, other)
    text = (patterns / "entities" / "drivers.jsonl").read_text()
    assert "Ann Lee" not in text
    assert "Al Ba" in text


def test_a_pattern_of_tokens_is_kept_as_it_stands() -> None:
    tokens = '{"label": "TEAM", "pattern": [{"LOWER": "bha"}], "id": "team:b"}'
    new = EntityLine("TEAM", "Ä Team", "team:a")
    assert with_lines(f"{tokens}\n\n", [new, new], ()) == (
        '{"label": "TEAM", "pattern": "Ä Team", "id": "team:a"}\n' + tokens + "\n"
    )
