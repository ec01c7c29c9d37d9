import json

import pytest

from polesitter.errors import PolesitterError
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.sentence import Slot, encode

from .sentences import bindings, elements, rule, ruleset

Bindings = dict[str, tuple[int, ...]]

_GAP = "{driver:ahead} 's lap <be> {gap} (faster|quicker) than [{team} 's] {driver:behind}"


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        (
            _GAP,
            "DRIVER0 's lap was GAP1 quicker than TEAM2 's DRIVER3",
            [{"ahead": (0,), "gap": (1,), "team": (2,), "behind": (3,)}],
        ),
        (
            _GAP,
            "DRIVER0 ' lap is GAP1 faster than DRIVER3",
            [{"ahead": (0,), "gap": (1,), "behind": (3,)}],
        ),
        (_GAP, "DRIVER0 's lap was GAP1 slower than DRIVER3", []),
        ("{driver} <start>", "DRIVER0 starts", [{"driver": (0,)}]),
        ("{driver} <start>", "DRIVER0 startled", []),
        ("{driver} art", "DRIVER0 start", []),
        ("{driver} start", "DRIVER0 starts", []),
        ("{driver:a} 1", "DRIVER11 1", [{"a": (11,)}]),
        ("{driver} _ third", "DRIVER0 starts third", [{"driver": (0,)}]),
        ("{driver} _ third", "DRIVER0 , third", []),
        ("{driver} _ third", "DRIVER0 TEAM1 third", []),
        ("{driver} co-driver", "DRIVER0 co-driver", [{"driver": (0,)}]),
        ("{driver} co-driver", "DRIVER0 co - driver", [{"driver": (0,)}]),
        ("no. {number}", "no . NUMBER0", [{"number": (0,)}]),
        ("no. {number}", "no. NUMBER0", [{"number": (0,)}]),
        ("{driver} didn't", "DRIVER0 did n't", [{"driver": (0,)}]),
        ("{driver} can't", "DRIVER0 ca n’t", [{"driver": (0,)}]),
        ("{driver} he'll", "DRIVER0 he 'll", [{"driver": (0,)}]),
        (r"{driver} \( {team} \)", "DRIVER0 ( TEAM1 )", [{"driver": (0,), "team": (1,)}]),
        ("the drivers' lap", "the drivers ’ lap", [{}]),
        ("{driver+:crew}", "DRIVER0 , DRIVER1 and DRIVER2", [{"crew": (0, 1, 2)}]),
        ("{driver+:crew}", "DRIVER0 / DRIVER12 , and DRIVER2", [{"crew": (0, 12, 2)}]),
        ("{driver+:crew} and {team}", "DRIVER4 and TEAM5", [{"crew": (4,), "team": (5,)}]),
        ("({team:who}|{car:who}) pole", "CAR7 pole", [{"who": (7,)}]),
    ],
)
def test_what_a_pattern_binds(pattern: str, sentence: str, found: list[Bindings]) -> None:
    assert bindings(pattern, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("DRIVER0 , who is new to TEAM1 , will start POSITION2", True),
        ("DRIVER0 spun , but will start POSITION2", True),
        ("DRIVER0 spun , and he starts POSITION2", True),
        ("DRIVER0 crashed , and the second CAR1 was POSITION2", False),
        ("DRIVER0 crashed , and CAR1 was POSITION2", False),
        ("DRIVER0 crashed , while he was POSITION2", False),
        ("DRIVER0 crashed . POSITION2", False),
        ("DRIVER0 crashed ; POSITION2", False),
        ("DRIVER0 : POSITION2", False),
        ("DRIVER0 a b c d e f g h i j k l POSITION2", True),
        ("DRIVER0 a b c d e f g h i j k l m POSITION2", False),
    ],
)
def test_how_far_a_skip_goes(sentence: str, found: bool) -> None:
    assert bool(bindings("{driver} ... {position}", sentence)) is found


def test_a_skip_never_crosses_a_driver() -> None:
    sentence = "DRIVER0 will start ahead of DRIVER1 , who was POSITION2"
    expected = [{"driver": (1,), "position": (2,)}]
    assert bindings("{driver} ... {position}", sentence) == expected
    assert bindings("{driver} ..9 {position}", sentence) == expected


def test_a_short_skip_crosses_the_end_of_a_clause() -> None:
    assert bindings("{driver} ..3 {gap}", "DRIVER0 ; TEAM1 . GAP2")
    assert not bindings("{driver} ..3 {gap}", "DRIVER0 ; the TEAM1 . GAP2")


def test_a_rule_starts_again_after_each_match() -> None:
    sentence = "DRIVER0 was POSITION1 , DRIVER2 was POSITION3"
    found = ruleset("{driver} ... {position}").match(elements(sentence))
    assert [(match.start, match.end) for match in found] == [(0, 3), (4, 7)]


def test_matches_of_a_rule_may_share_a_driver() -> None:
    found = bindings("{driver:a} ahead of {driver:b}", "DRIVER0 ahead of DRIVER1 ahead of DRIVER2")
    assert found == [{"a": (0,), "b": (1,)}, {"a": (1,), "b": (2,)}]


def test_a_match_inside_another_of_its_rule_is_left_out() -> None:
    assert bindings("[{team} 's] {driver} spun", "TEAM0 's DRIVER1 spun") == [
        {"team": (0,), "driver": (1,)}
    ]


def test_the_order_is_start_end_priority_id() -> None:
    rules = ruleset(
        rule("{driver} spun", "z"),
        rule("{driver} spun", "b"),
        rule("{driver} spun", "y", priority=5),
        rule("{driver} spun out", "a", priority=9),
        rule("the {driver}", "last", priority=-1),
    )
    found = rules.match(elements("the DRIVER0 spun out"))
    assert [match.rule.id for match in found] == ["last", "y", "b", "z", "a"]


def test_signs_of_a_text_are_not_taken_for_mentions() -> None:
    rules = ruleset("{driver} won")
    assert rules.match(["0", "won"]) == []
    assert rules.match(["a 0", "won"]) == []


def test_spaces_inside_an_element_do_not_shift_the_others() -> None:
    found = ruleset("{driver} won").match(["new york", "", Slot("driver", 3), "won"])
    assert [(match.start, match.end) for match in found] == [(2, 4)]


@pytest.mark.parametrize("notation", ["", "won", "DRIVER0"])
def test_short_sentences(notation: str) -> None:
    assert bindings("{driver} won", notation) == []


def test_only_rules_whose_needs_are_met_are_tried() -> None:
    rules = ruleset("{driver} on pole", "{driver} [on] (pole|top)", "{gap} on pole", "_ on top")
    assert sorted(rules.candidates(encode(elements("DRIVER0 on pole")))) == [0, 1]
    assert rules.candidates(encode(elements("DRIVER0 on"))) == []


def test_a_word_in_pieces_is_an_anchor_too() -> None:
    rules = ruleset("the co-driver")
    assert rules.candidates(encode(["the", "co", "-", "driver"])) == [0]
    assert rules.candidates(encode(["the", "co-driver"])) == [0]


def test_a_pattern_of_any_words_has_no_anchor_and_still_matches() -> None:
    assert [match.start for match in ruleset("_ _").match(["a", ",", "b", "c"])] == [2]


def test_a_set_survives_json() -> None:
    rules = ruleset(rule(_GAP, "gap", value={"position": "2"}), rule("{driver} <start>", "s"))
    again = RuleSet.from_dict(json.loads(json.dumps(rules.to_dict())))
    assert again.rules == rules.rules
    assert again.to_dict() == rules.to_dict()
    assert [match.rule.id for match in again.match(elements("DRIVER0 started"))] == ["s"]


def test_rules_compiled_for_other_labels_are_refused() -> None:
    data = ruleset("{driver} won").to_dict()
    data["labels"] = ["pilot"]
    with pytest.raises(PolesitterError, match=r"^E318.*pilot"):
        RuleSet.from_dict(data)


@pytest.mark.parametrize(
    "sentence",
    [
        "DRIVER0 " * 10_000,
        "the " * 10_000,
        "DRIVER0 the a the a the a " * 1_500,
        "DRIVER0 , and " * 3_000,
        ", " * 10_000,
    ],
)
def test_ten_thousand_hostile_elements(sentence: str) -> None:
    # An expression that ran away would never come back here.
    rules = ruleset(
        "{driver:a} ... the ... a ... x [the] [the] {gap}",
        "{driver+:crew} and [the] pole",
        "_ ... the ... (a|the a) x",
        "[the] [a] [_] [the] [a] [the] [_] x",
        "[{team} 's] {driver} ... , ..9 x",
        rule("; {event} x", "end"),
    )
    found = rules.match(elements(sentence + "a pole y ; EVENT0 x GAP1 's TEAM2"))
    assert [match.bindings for match in found if match.rule.id == "end"] == [{"event": (0,)}]
