"""Patterns matched on a whole corpus at once find what a RuleSet finds sentence by sentence."""

from collections.abc import Sequence as Elements

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.induction.slots.element_row import ElementRow
from polesitter.learn.induction.slots.joint_match import JointPatterns
from polesitter.learn.induction.slots.joint_steps import COME_TO, JointSteps
from polesitter.relations.slots import RuleSet
from polesitter.relations.slots.compile import expand_lemmas
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.nodes import Sequence
from polesitter.relations.slots.sentence import Element

from ...relations.slots.drawn import sentences, several
from ...relations.slots.sentences import VERBS, bindings, elements

Found = list[tuple[int, int, dict[str, tuple[int, ...]]]]
"""Pattern, sentence and bindings of each match."""


def joint(patterns: Elements[Sequence], corpus: Elements[Elements[Element]]) -> Found:
    expanded = []
    for pattern in patterns:
        tree = expand_lemmas(pattern, VERBS)
        assert isinstance(tree, Sequence)
        expanded.append(tree)
    row = ElementRow(corpus)
    return sorted(
        [
            (number, row.sentences[begin], row.bindings(matches.roles, stretches))
            for matches in JointPatterns(expanded).match(row)
            for number in matches.patterns
            for begin, stretches in zip(matches.begins, matches.stretches, strict=True)
        ],
        key=lambda found: found[:2],
    )


def in_one(pattern: str, *notations: str) -> list[dict[str, tuple[int, ...]]]:
    found = joint([parse_pattern(pattern)], [elements(notation) for notation in notations])
    return [bound for _, _, bound in found]


@given(several, st.lists(sentences, max_size=4))
def test_all_matches_are_those_of_the_expressions(
    pairs: list[tuple[Sequence, RuleSet]], corpus: list[list[Element]]
) -> None:
    expected = [
        (number, place, match.bindings)
        for number, (_, rules) in enumerate(pairs)
        for place, sentence in enumerate(corpus)
        for match in rules.match(sentence)
    ]
    assert joint([tree for tree, _ in pairs], corpus) == expected


@pytest.mark.parametrize(
    ("pattern", "notation"),
    [
        ("{driver} co-driver", "DRIVER0 co-driver and DRIVER1 co - driver , DRIVER2 co- driver"),
        ("{driver} co-driver", "DRIVER0 co - drivers , DRIVER1 co-drivers , DRIVER2 co"),
        ("{driver} can't", "DRIVER0 ca n’t , DRIVER1 can’t"),
        ("the drivers' lap", "the drivers ’ lap"),
        ("[{team} 's] {driver} spun", "TEAM0 's DRIVER1 spun"),
        ("{driver} [was] ..2 [was] {gap}", "DRIVER0 was was GAP1 GAP2"),
        ("{driver+:crew} and {team}", "DRIVER4 and DRIVER5 and TEAM5"),
        ("({team:who}|{car:who} ['s]) pole", "CAR7 's pole TEAM8 pole"),
        ("{driver} ... {position}", "DRIVER0 crashed , and the second CAR1 was POSITION2"),
        ("{driver} ..4 {position}", "DRIVER0 , and the CAR1 POSITION2 , DRIVER4 was POSITION3"),
        ("{driver} ... {position}", "DRIVER0 starts ahead of DRIVER1 , who was POSITION2"),
        ("{team} [{gap:one}] [{gap:other}] won", "TEAM0 GAP1 won"),
        ("{driver:a} _ ... {driver:b}", "DRIVER0 was DRIVER1 , DRIVER2 was while DRIVER3"),
    ],
)
def test_what_is_hard_about_a_pattern(pattern: str, notation: str) -> None:
    assert in_one(pattern, notation) == bindings(pattern, notation)


def test_no_match_crosses_the_end_of_a_sentence() -> None:
    assert in_one("{driver} ..3 won", "DRIVER0 has", "won", "", "DRIVER2 won") == [{"driver": (2,)}]
    assert in_one("{driver} _ won", "DRIVER0", "won") == []


def test_what_is_tried_from_one_place_is_not_tried_again() -> None:
    steps = JointSteps(ElementRow([elements("the " * 50)]))
    readings = steps.beginnings()
    for part in parse_pattern("the ... the ... the ... the").items:
        readings = steps.on(part, readings)
    # Without that some of them would be there a hundred times.
    places = [tuple(one) for one in readings[:, : COME_TO + 1].tolist()]
    assert len(places) == len(set(places)) > 1000
