"""Slot patterns made of sentences: one word exchanged, or drafted from the words between."""

from pathlib import Path

import pytest

from polesitter.learn.suggest.draft import draft
from polesitter.learn.suggest.ids import entity_id, rule_id, version_id
from polesitter.learn.suggest.near_miss import NearMisses
from polesitter.learn.suggest.one_word import parts, reworded
from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.reading import Reading
from polesitter.learn.suggest.unexplained import Pair, unexplained
from polesitter.learn.suggest.verbs import verb_of

from .conftest import Read, jsonl

LEAD = "Qualifying for the IndyCar race at Long Beach: Will Power took the pole with a fine lap. "


def pair_of(reading: Reading, label: str) -> Pair:
    """The first driver of the last sentence with the value of a label there, explained or not."""
    sentence = reading.view.sentences[-1]
    places = {item.label: item.mention for item in reversed(sentence.items) if item.label}
    return Pair(reading, sentence, places["DRIVER"], places[label], label, used=False)


@pytest.fixture
def book(tmp_path: Path) -> Phrasebook:
    (tmp_path / "relations").mkdir()
    rules = [
        ("position.will", "qualified", "{driver} will @begin {position}"),
        ("gap.back", "gap", "{driver:behind} was {gap} (behind|adrift)"),
        ("team.man", "drives_for", "{team} (man|driver) [,] {driver}"),
        ("team.in", "drives_for", "{driver} ... in the {team}"),
    ]
    lines: list[dict[str, str]] = [{"macro": "begin", "pattern": "(<start>|<roll> off)"}]
    lines += [
        {"id": own, "relation": relation, "pattern": pattern, "example": "x", "source": "hand"}
        for own, relation, pattern in rules
    ]
    (tmp_path / "relations" / "a.jsonl").write_text(jsonl(lines), encoding="utf-8")
    return Phrasebook(tmp_path)


@pytest.mark.parametrize(
    ("sentence", "label", "rule", "pattern"),
    [
        ("Scott Dixon shall start third.", "POSITION", "position.will",
         "{driver} shall @begin {position}"),
        ("Scott Dixon will launch third.", "POSITION", "position.will",
         "{driver} will <launch> {position}"),
        ("Scott Dixon will probably start third.", "POSITION", "position.will",
         "{driver} will probably @begin {position}"),
        ("Scott Dixon was 0.123 seconds slower.", "GAP", "gap.back",
         "{driver:behind} was {gap} slower"),
        ("Team Penske works driver Scott Dixon was there.", "TEAM", "team.man",
         "{team} works (man|driver) [,] {driver}"),
    ],
)  # fmt: skip
def test_a_sentence_one_word_off(
    read: Read, book: Phrasebook, sentence: str, label: str, rule: str, pattern: str
) -> None:
    miss = NearMisses(book).of(pair_of(read(f"{LEAD}{sentence}"), label))
    assert miss is not None
    assert (miss.rule.id, reworded(miss, book)) == (rule, pattern)


@pytest.mark.parametrize(
    "sentence",
    [
        "Scott Dixon shall launch third.",  # two words off
        "Team Penske rival Scott Dixon was there.",  # no other word says the same
        "Scott Dixon celebrated third.",  # nothing of a pattern
        "Scott Dixon was happy with the Team Penske car.",  # a skip would excuse any word
    ],
)
def test_a_sentence_further_off_is_no_near_miss(
    read: Read, book: Phrasebook, sentence: str
) -> None:
    reading = read(f"{LEAD}{sentence}")
    label = "TEAM" if "Penske" in sentence else "POSITION"
    assert NearMisses(book).of(pair_of(reading, label)) is None


@pytest.mark.parametrize(
    ("sentence", "label", "expected"),
    [
        ("Scott Dixon put it third.", "POSITION", "{driver} <put> it {position}"),
        ("Third fell (somehow) to Scott Dixon.", "POSITION",
         r"{position} fell \( somehow \) to {driver}"),
        ("Scott Dixon found himself 0.123 seconds adrift.", "GAP",
         "{driver:behind} found himself {gap}"),
        ("Scott Dixon was glad after all that rain to be so happily third.", "POSITION",
         "{driver} was glad ..6 so happily {position}"),
        ("Scott Dixon, third.", "POSITION", None),
    ],
)  # fmt: skip
def test_a_draft_keeps_the_words_between(
    read: Read, sentence: str, label: str, expected: str | None
) -> None:
    assert draft(pair_of(read(f"{LEAD}{sentence}"), label), frozenset({"put"})) == expected


@pytest.mark.parametrize("words", ["Scott Dixon will start third.", "Third was Scott Dixon."])
def test_what_a_pattern_pairs_is_explained(read: Read, words: str) -> None:
    found = {pair.label for pair in unexplained(read(f"{LEAD}{words}"))}
    assert "POSITION" not in found


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Scott Dixon loved the place in 1:08.201 when he practiced.", "LAPTIME"),
        ("Last year Scott Dixon loved his fifth place.", "POSITION"),
    ],
)
def test_figures_of_practice_and_history_are_left_alone(
    read: Read, sentence: str, label: str
) -> None:
    reading = read(f"{LEAD}{sentence}")
    framed = {one.label: one.framing for one in reading.mentions if one.start > len(LEAD)}
    assert framed[label] not in (None, "outcome")
    assert label not in {pair.label for pair in unexplained(reading)}


def test_a_report_about_something_else_has_nothing_unexplained(read: Read) -> None:
    assert list(unexplained(read("Scott Dixon celebrated third."))) == []
    assert list(unexplained(read(f"{LEAD}Scott Dixon celebrated third."))) != []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{driver} will <start> {position}", ["{driver}", "will", "<start>", "{position}"]),
        ("{driver} ... [a|(b|c)] @det {gap}", ["{driver}", "...", "[a|(b|c)]", "@det", "{gap}"]),
        (r"{driver} \( {team} 's (x y|z)", ["{driver}", r"\(", "{team}", "'s", "(x y|z)"]),
    ],
)
def test_a_pattern_is_cut_into_parts(pattern: str, expected: list[str]) -> None:
    assert parts(pattern) == expected


@pytest.mark.parametrize(
    ("word", "verb"),
    [("started", "start"), ("led", "lead"), ("was", "be"), ("quickly", None), ("3rd", None)],
)
def test_verb_of(word: str, verb: str | None) -> None:
    assert verb_of(word) == verb


def test_ids_are_made_of_what_a_pattern_says() -> None:
    assert entity_id("TEAM", "Écurie d'Argent 2") == "team:ecurie-dargent-2"
    assert rule_id("gap", "{driver} ... is {gap} <fall> short") == "gap.is_fall_short"
    assert version_id("a.b", "shall", "{driver} shall") == "a.b.shall"
    taken = version_id("a.b", "shall", "{driver} shall", {"a.b.shall"})
    assert taken.startswith("a.b.shall_")
    assert taken != version_id("a.b", "shall", "{team} shall", {"a.b.shall"})
