"""Names: read without a pattern, or unread where a slot pattern expects one."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.suggest.expected import expected_cells
from polesitter.learn.suggest.known import Known
from polesitter.learn.suggest.read_names import read_names
from polesitter.learn.suggest.reading import Reader
from polesitter.learn.suggest.trial import gain
from polesitter.learn.suggest.unread_names import unread_names

from .conftest import Read, report

LEAD = "Qualifying for the IndyCar race at Long Beach: Will Power took the pole with a fine lap. "


def test_surnames_count_for_the_full_name(read: Read, patterns: Path) -> None:
    text = f"{LEAD}Mara Quint qualified second in 1:07.201. Quint was pleased."
    [found] = [one for one in read_names([read(text)], Known(patterns)) if "Quint" in one.text]
    assert (found.label, found.text, len(found.places)) == ("DRIVER", "Mara Quint", 2)
    assert found.cells > 1.0


def test_listed_names_are_none_to_suggest(read: Read, patterns: Path) -> None:
    known = Known(patterns)
    text = f"{LEAD}Ann Lee of Calder Racing qualified second in 1:07.201."
    assert not {"Ann Lee", "Calder Racing"} & {one.text for one in read_names([read(text)], known)}


@pytest.fixture
def unread(nlp: Any, read: Read, patterns: Path) -> Iterator[Callable[[str], Counter[str]]]:
    """Teams that slot patterns expect in a sentence, where names are read from lists alone."""

    def find(sentence: str) -> Counter[str]:
        found = unread_names(
            [read(f"{LEAD}{sentence}")], nlp.get_pipe("relations").rules, Known(patterns)
        )
        return Counter(
            {words: len(places) for (label, words), places in found.items() if label == "TEAM"}
        )

    with nlp.select_pipes(disable=["learned_names"]):
        yield find


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Scott Dixon of Brimble Works will start third.", {"Brimble Works": 1}),
        ("Scott Dixon of The Brimble Works will start third.", {"Brimble Works": 1}),
        ("Scott Dixon (Brimble & Sons of York) was third.", {"Brimble & Sons of York": 1}),
        ("Scott Dixon of Brimble was third. Will Power of Brimble was fourth.", {"Brimble": 2}),
        ("Scott Dixon of Brimble was third.", {}),  # one word, once
        # what a pattern says of the gap beside it is no matter
        (
            "He broke the record by 0.5 seconds, and Scott Dixon of Brimble Works was third.",
            {"Brimble Works": 1},
        ),
        ("Scott Dixon of Calder Racing was third.", {}),  # listed
        ("Scott Dixon of course was third.", {}),
        ("Rookie driver Scott Dixon was third. Rookie driver Will Power was fourth.", {}),
        ("Scott Dixon was third. Brimble Works had rain.", {}),  # no pattern expects a name there
    ],
)
def test_words_where_a_slot_pattern_expects_a_team(
    unread: Callable[[str], Counter[str]], sentence: str, found: dict[str, int]
) -> None:
    assert unread(sentence) == found


def test_a_name_on_trial_is_read_and_the_pipeline_stays_as_it_was(nlp: Any) -> None:
    text = f"{LEAD}Scott Dixon was second in the No. 9 brimbleworks Honda."
    reader = Reader(nlp)
    before = reader(report(text))
    tried = reader(report(text), names=[("brimbleworks", "TEAM")])
    assert "brimbleworks" in [mention.text for mention in tried.mentions]
    gained = gain(reader, [before], names=[("brimbleworks", "TEAM")])
    assert gained == expected_cells(tried.results) - expected_cells(before.results)
    assert reader(report(text)).mentions == before.mentions


def test_lines_are_those_of_the_article(read: Read) -> None:
    text = f"# Power on pole\n\n{LEAD}\n\nScott Dixon was second.\n"
    reading = read(text)
    offset = reading.cleaned.text.index("Scott Dixon")
    assert reading.line_of(offset) == 5


def test_known_looks_through_case_and_accents(patterns: Path) -> None:
    known = Known(patterns)
    assert known.id_of("TEAM", "CALDER RACING") == "team:calder"
    assert known.id_of("DRIVER", "Calder Racing") is None
    assert known.nearest("TEAM", "Calder Racing Inc") == "team:calder"
    assert known.nearest("TEAM", "Something Else") == ""
    assert known.file_of("team:zephyr") == "entities/teams.jsonl"
