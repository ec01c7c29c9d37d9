"""Patterns cut out of a sentence: each must find the pair it was cut from."""

from dataclasses import replace
from itertools import pairwise

import pytest

from polesitter.learn.induction.slots.candidate import candidates, with_options
from polesitter.learn.induction.slots.generalise import drafts
from polesitter.learn.induction.slots.stretch import words_of, write
from polesitter.learn.induction.slots.told_pair import ToldPair, ToldSentence
from polesitter.learn.induction.slots.word_classes import WordClasses
from polesitter.learn.induction.slots.wording import Wording
from polesitter.relations.slots import Rule, RuleSet
from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.elements import SLOT_OF_LABEL, elements_of
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.hits import pairs_of
from polesitter.relations.slots.inflections import build_inflections
from polesitter.relations.slots.load import lemmas_of

from ...marked import read_all

MACROS = {
    "det": "(the|a|his|her)",
    "adverb": "(only|once again)",
    "begin": "(<start>|<roll> off)",
    "lapword": "(lap|run)",
}
FORMS = ("started", "putting", "rolled", "edging", "went", "heading")
"""Forms that make verbs of what could be nouns."""

# A sentence, the number of its driver and of its value among the mentions.
SENTENCES = [
    ("[Ann Lee](DRIVER) will start [third](POSITION).", 0, 1),
    ("[Ann Lee](DRIVER) will only start the race [third](POSITION) on Sunday.", 0, 1),
    ("[BHA](TEAM)'s [Ann Lee](DRIVER) was [third](POSITION).", 1, 0),
    ("[Third](POSITION) went to [BHA](TEAM)'s [Ann Lee](DRIVER) (#[5](NUMBER)).", 2, 0),
    ("[Ann Lee](DRIVER) and [Bo Ray](DRIVER) start [third](POSITION).", 0, 2),
    ("[Ann Lee](DRIVER) edged [Bo Ray](DRIVER) by [0.1 seconds](GAP).", 1, 2),
    ("[Bo Ray](DRIVER) was [0.1 seconds](GAP) slower than [Ann Lee](DRIVER).", 0, 1),
    ("[Ann Lee](DRIVER), a rookie, rolls off from [third](POSITION) in her [Ford](CAR).", 0, 1),
    ("[Ann Lee](DRIVER) was happy with a run that put her car [third](POSITION).", 0, 1),
    ("[Ann Lee](DRIVER): [1:10.123](LAPTIME) (best lap)", 0, 1),
    ("Heading out, [Ann Lee](DRIVER) headed home [third](POSITION).", 0, 1),
]  # fmt: skip


def told(marked: str, driver: int, value: int) -> tuple[ToldSentence, ToldPair]:
    """A sentence and the pair of it that is to be found."""
    view, _ = read_all(marked, cues=())
    (sentence,) = view.sentences
    label = SLOT_OF_LABEL[view.mentions[value].label]
    pair = ToldPair(driver, value, label, frozenset({"gap" if label == "gap" else "told"}))
    return ToldSentence(
        "s", "r", elements_of(sentence, view.mentions), view.mentions, (pair,)
    ), pair


def patterns_of(marked: str, driver: int, value: int) -> list[str]:
    sentence, pair = told(marked, driver, value)
    written = write(sentence, Wording([*words_of(sentence), *FORMS]), WordClasses(MACROS))
    return [with_options(one.parts, one.dropped) for one in drafts(written, pair)]


@pytest.mark.parametrize(("marked", "driver", "value"), SENTENCES)
def test_every_pattern_finds_its_own_pair(marked: str, driver: int, value: int) -> None:
    sentence, pair = told(marked, driver, value)
    patterns = patterns_of(marked, driver, value)
    assert len(patterns) > 10
    for pattern in patterns:
        tree = parse_pattern(pattern, MACROS)
        compiled = compile_pattern(tree, build_inflections(lemmas_of(tree)))
        rule = Rule("x", min(pair.relations), pattern, "", "", "", 0)
        hits = [
            hit
            for match in RuleSet([(rule, compiled)]).match(sentence.elements)
            for hit in pairs_of(match, sentence.mentions)
            if sentence.mentions[hit[1]].label == sentence.mentions[value].label
        ]
        assert (driver, value) in hits, pattern
        # The other driver of the sentence is never taken for the one meant.
        if "_a}" in pattern or ":behind}" in pattern:
            assert set(hits) == {(driver, value)}, pattern


@pytest.mark.parametrize(
    ("which", "pattern"),
    [
        (0, "{driver} will start {position}"),
        (0, "{driver} <will> <start> {position}"),
        (0, "{driver} <will> <start> {position} \\."),
        (1, "{driver} <will> [@adverb] <start> [@det] race {position}"),
        (1, "{driver} <will> [@adverb] @begin [@det] race {position}"),
        (3, "{position} ... to [{team} 's] {driver}"),
        (4, "{driver:driver_a} and {driver:driver_b} <start> {position:position_a}"),
        (5, "{driver:ahead} <edge> {driver:behind} by {gap}"),
        (6, "{driver:behind} <be> {gap} slower than {driver:ahead}"),
        (7, "{driver} ... from {position}"),
        (8, "{driver} ... <put> ..4 {position}"),
        (9, "{driver} : {lap_time} \\("),
        (10, "{driver} <head> home {position}"),
    ],
)
def test_what_is_among_the_patterns_of_a_sentence(which: int, pattern: str) -> None:
    assert pattern in patterns_of(*SENTENCES[which])


def test_patterns_come_from_the_least_to_the_most_general_step() -> None:
    sentence, pair = told(*SENTENCES[1])
    written = write(sentence, Wording([*words_of(sentence), *FORMS]), WordClasses(MACROS))
    steps = [one.rank[0] for one in drafts(written, pair)]
    assert all(one <= other for one, other in pairwise(steps))


def test_a_skip_passes_no_driver_and_no_full_stop() -> None:
    beaten = patterns_of(
        "[Ann Lee](DRIVER) beat all and [Bo Ray](DRIVER) to [third](POSITION)", 0, 2
    )
    assert any("..." in one for one in beaten)
    assert all("{driver:driver_b}" in one for one in beaten)
    assert patterns_of("[Ann Lee](DRIVER) spun; row [third](POSITION)", 0, 1)
    assert not any(
        "..." in one and ";" not in one
        for one in patterns_of("[Ann Lee](DRIVER) spun; row [third](POSITION)", 0, 1)
    )


def test_two_far_apart_have_no_pattern() -> None:
    between = " ".join(["word"] * 15)
    assert patterns_of(f"[Ann Lee](DRIVER) {between} [third](POSITION)", 0, 1) == []


@pytest.mark.parametrize(
    ("plain", "more", "patterns"),
    [
        (5, 0, {"{driver} <start> {position}"}),
        (4, 0, set()),
        (4, 1, {"{driver} <start> {position}"}),
        (3, 2, {"{driver} <start> [@adverb] {position}"}),
    ],
)
def test_words_may_stand_where_those_of_two_sessions_did(
    plain: int, more: int, patterns: set[str]
) -> None:
    lines = [
        *["[Ann Lee](DRIVER) starts [third](POSITION)."] * plain,
        *["[Ann Lee](DRIVER) starts only [third](POSITION)."] * more,
    ]
    sentences = [
        replace(told(line, 0, 1)[0], session=f"s{number}") for number, line in enumerate(lines)
    ]
    written = [
        write(one, Wording([*words_of(one), *FORMS]), WordClasses(MACROS)) for one in sentences
    ]
    known = {"{driver} <start> {position}", "{driver} <start> [@adverb] {position}"}
    assert known & {one.pattern for one in candidates(sentences, written)} == patterns
