"""Steps between neighbours: a marked report, and what the words tell of each step."""

from itertools import pairwise

import pytest

from polesitter.relations.ranks.chain import Way
from polesitter.relations.ranks.step_signs import PARITIES
from polesitter.relations.ranks.steps import Telling, across, within
from polesitter.relations.signs.family import names_of

from ...marked import frames
from ...ranked import Told, chain_of

LEE, RAY, COX, KIM = "[Lee](DRIVER)", "[Ray](DRIVER)", "[Cox](DRIVER)", "[Kim](DRIVER)"
FILLER = "It was a cold day for every one of the teams that had come to the track."


def told_within(marked: str, first: int = 0, second: int = 1) -> Telling:
    """What is told of the step between two heads of a sentence, given by their ranks."""
    (frame,), _ = frames(marked)
    return within(frame, frame.heads[first], frame.heads[second])


def told_across(marked: str) -> Telling:
    """What is told of the step from the last head of the first sentence to the next head."""
    made, _ = frames(marked)
    before, *rest = made
    later = next(frame for frame in rest if frame.heads)
    return across(before, before.heads[-1], later, later.heads[0])


WITHIN_WORDS = [
    # (sentence, the words between, their ends, how the sentence opens)
    (f"{LEE} will start alongside {RAY}.", "will start alongside", ("will", "alongside"), "-"),
    (f"Then {LEE} passed {RAY}.", "passed", ("passed", "passed"), "then"),
    (f"{LEE} {RAY}", "", ("-", "-"), "-"),
    # what competitors are named with parts no two of them
    (f"{LEE} will start alongside [Penske](TEAM)'s {RAY}.", "will start alongside",
     ("will", "alongside"), "-"),
    (f"{LEE}'s [Ford](CAR) passed the #[31](NUMBER) [BMW](CAR) of {RAY}.", "passed",
     ("passed", "passed"), "-"),
    (f"[Penske](TEAM)'s {LEE} passed {RAY} ([GT](CLASS)).", "passed", ("passed", "passed"), "-"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "between", "ends", "opening"), WITHIN_WORDS)
def test_the_words_between_two_neighbours(
    marked: str, between: str, ends: tuple[str, str], opening: str
) -> None:
    told = told_within(marked)
    assert told.words[0] == between
    assert told.words[1:3] == ends
    assert told.words[5] == opening
    assert set(told.first) == set(between.split())


def test_words_are_cut_where_they_would_be_told_of_nobody_else() -> None:
    told = told_within(f"{LEE} was some way off the pace of the leader, {RAY}, who led.")
    assert told.words[0] == "was some way off pace"
    assert told.words[3:5] == ("was some", "leader ,")
    assert told.words[6:8] == (",", ", who")


def test_what_governs_the_two_is_told() -> None:
    told = told_within(f"Quicker than {LEE} was [Penske](TEAM)'s {RAY}.")
    assert told.words[8:10] == ("than", "was")


BEHIND_THE_LATER = [
    # (sentence, the words behind the second of two neighbours)
    (f"{LEE} was [third](POSITION); {RAY} was a place better.", {"was", "place", "better", "."}),
    # up to another neighbour
    (f"{LEE} led, {RAY} followed, {COX} stopped.", {"followed", ","}),
    # and no further than some items
    (f"{LEE} led {RAY} by so much that all of them gave up at once.",
     {"by", "so", "much", "that", "all", "them", "gave", "up", "at"}),
    (f"{LEE} led {RAY}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "words"), BEHIND_THE_LATER)
def test_the_words_behind_the_later_of_two_neighbours(marked: str, words: set[str]) -> None:
    assert set(told_within(marked).third) == words


def test_the_words_behind_the_later_speak_for_the_step() -> None:
    chain, _ = chain_of(f"{LEE} was [third](POSITION); {RAY} was a place better.")
    assert "in on:better" in names_of(chain.on[0].parts)


SHAPES = [
    # places stated before, between and after
    (f"In [third](POSITION) was {LEE}, {RAY} was [fourth](POSITION).", "101"),
    (f"{LEE} was [third](POSITION), {RAY} [fourth](POSITION).", "011"),
    (f"{LEE} and {RAY} share a row.", "000"),
    (f"{LEE} and {RAY} were [third](POSITION), [fourth](POSITION) and [fifth](POSITION).", "002"),
    # those beyond another neighbour are not theirs
    (f"{LEE}, {RAY}, {COX} was [fifth](POSITION).", "000"),
]


@pytest.mark.parametrize(("marked", "places"), SHAPES)
def test_how_many_places_are_stated_near_the_two(marked: str, places: str) -> None:
    assert told_within(marked).shape[1] == places


def test_places_beyond_the_one_named_before_are_not_theirs() -> None:
    told = told_within(f"In [third](POSITION) was {COX}, [Ford](CAR), {LEE} led {RAY}.", 1, 2)
    assert told.shape[1] == "000"
    told = told_within(f"{COX} was [third](POSITION), {LEE} led {RAY}.", 1, 2)
    assert told.shape[1] == "100"


def test_how_far_apart_the_two_are_and_whether_a_stop_parts_them() -> None:
    near, stopped = told_within(f"{LEE}, {RAY}."), told_within(f"{LEE} led; {RAY} was next.")
    assert (near.shape[0], stopped.shape[0]) == ("1", "2")
    assert (near.shape[-1], stopped.shape[-1]) == (False, True)


def test_the_rank_of_the_first_among_all_who_are_named() -> None:
    marked = f"{LEE}, {RAY}, {COX} and {KIM} followed."
    assert [told_within(marked, at, at + 1).shape[2:4] for at in range(3)] == [
        (str(at), "4") for at in range(3)
    ]


def test_too_many_words_each_tell_nothing() -> None:
    few, many = ("led the day on one run " * times for times in (1, 4))
    assert "led" in told_within(f"{LEE} {few} ahead of {RAY}.").first
    assert told_within(f"{LEE} {many} ahead of {RAY}.").first == ()
    assert "led" in told_within(f"{few} {LEE} {RAY}").second
    assert told_within(f"{many} {LEE} {RAY}").second == ()


def test_the_words_before_the_first_begin_behind_the_one_before_it() -> None:
    told = told_within(f"{LEE} led early on from {RAY} and {COX}.", 1, 2)
    assert set(told.second) == {"led", "early", "on", "from"}


BESIDE = [
    # (sentence, the word that tells most of a row shared)
    (f"{LEE} will start alongside {RAY}.", "alongside"),
    (f"{LEE}, {RAY}.", "-"),
    (f"Then came {LEE}, and alongside him {RAY}.", "alongside"),
    # words around the two tell where none between them do
    (f"Alongside {LEE}: {RAY}.", "by alongside"),
    (f"{LEE}, {RAY} will share a row.", "by share"),
    # rows that are told behind the first
    (f"{LEE} joins {RAY} on [row two](POSITION).", "joins row"),
    (f"On [row two](POSITION) {LEE} joins {RAY}.", "joins"),
]


@pytest.mark.parametrize(("marked", "beside"), BESIDE)
def test_the_word_that_tells_of_a_row_shared(marked: str, beside: str) -> None:
    assert told_within(marked).beside == beside


def test_the_word_that_tells_of_a_row_shared_with_one_of_a_sentence_before() -> None:
    assert told_across(f"{LEE} was third. Alongside came {RAY}.").beside == "alongside"
    assert told_across(f"{LEE} was third. {RAY} will start alongside.").beside == "by alongside"
    row = f"{LEE} was third. {RAY} completes [row two](POSITION)."
    assert told_across(row).beside == "- row"


ACROSS_WORDS = [
    # (report, how the later sentence leads to its first head, what follows that)
    (f"{LEE} was third. One spot back came {RAY} again.", "one spot back came", "again ."),
    (f"{LEE} was third. {RAY} was next.", "", "was next"),
    (f"{LEE} was third. Then came [Penske](TEAM)'s {RAY}.", "then came", "."),
    # a sentence that names nobody is passed over
    (f"{LEE} was third. It was cold. Then came {RAY}.", "then came", "."),
]


@pytest.mark.parametrize(("marked", "leading", "tail"), ACROSS_WORDS)
def test_the_words_that_lead_into_a_later_sentence(marked: str, leading: str, tail: str) -> None:
    told = told_across(marked)
    words = leading.split()
    assert told.words[0] == leading
    assert told.words[1] == (words[0] if words else "-")
    assert told.words[5] == (words[-1] if words else "-")
    assert told.words[2] == tail
    assert set(told.first) == set(words)
    assert set(tail.split()) <= set(told.second)


def test_places_and_pronouns_near_the_later_one_are_told() -> None:
    stated = told_across(f"{LEE} was [third](POSITION). {RAY} was [fourth](POSITION).")
    unstated = told_across(f"{LEE} led. {RAY} was happy with it.")
    assert stated.shape[1:3] == ("1 own:1", 1)
    assert unstated.shape[1:3] == ("0 own:0", 0)
    alone, pointed = (f"{LEE} led. {where} came {RAY}." for where in ("Next", "Behind him"))
    assert (told_across(alone).shape[3], told_across(pointed).shape[3]) == (False, True)


def test_new_paragraphs_and_what_is_left_of_the_sentence_before_are_told() -> None:
    here, anew = told_across(f"{LEE} led. {RAY} came."), told_across(f"{LEE} led.\n\n{RAY} came.")
    assert (here.shape[5], anew.shape[5]) == (0, 1)
    assert told_across(f"{LEE} led by far that day. {RAY} came.").shape[6] != here.shape[6]


def ways_of(marked: str, *told: Told) -> dict[tuple[str, str], Way]:
    """The ways between the neighbours in a chain."""
    chain, known = chain_of(marked, *told)
    named = [known[link.competitor] for link in chain.links]
    return dict(zip(pairwise(named), chain.on, strict=True))


def signs(way: Way) -> set[str]:
    return set(names_of(way.parts))


NEIGHBOURS = [
    # (report, neighbours in the order of telling, whether words tell of the step between)
    (f"{LEE}, {RAY}, {COX} and {KIM} followed.",
     [("Lee", "Ray", "in"), ("Ray", "Cox", "in"), ("Cox", "Kim", "in")]),
    (f"{LEE} was third. {RAY} came next.", [("Lee", "Ray", "x only")]),
    (f"{LEE} beat {RAY}. {COX} came next.", [("Lee", "Ray", "in"), ("Ray", "Cox", "x last")]),
    # a sentence that names nobody is passed over, two are not
    (f"{LEE} was third. It was cold. {RAY} came next.", [("Lee", "Ray", "x only")]),
    (f"{LEE} was third. It was cold. It was wet. {RAY} came next.", [("Lee", "Ray", "far")]),
    # somebody named in passing stands between; that he may have no place is for his link
    (f"{LEE}, a friend of {RAY}, then {COX}.", [("Lee", "Ray", "in"), ("Ray", "Cox", "in")]),
    (f"{LEE} led. {RAY} owns it. Then came {COX}.",
     [("Lee", "Ray", "x only"), ("Ray", "Cox", "x only")]),
    # the same one again
    (f"{LEE} was third. {LEE} was happy.", [("Lee", "Lee", "same")]),
    # rows and headings
    (f"{FILLER}\n1. {RAY}, [Ford](CAR)\n2. {LEE}, [BMW](CAR)", [("Ray", "Lee", "far")]),
    (f"{LEE} was third.\n\nThe grid in full\n\n{RAY} came next.", [("Lee", "Ray", "far")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "steps"), NEIGHBOURS, ids=[row[0][:60] for row in NEIGHBOURS])
def test_between_whom_a_step_is_told(marked: str, steps: list[tuple[str, str, str]]) -> None:
    ways = ways_of(marked)
    assert list(ways) == [(first, second) for first, second, _ in steps]
    for first, second, where in steps:
        found = signs(ways[first, second])
        told = where if where in ("far", "same") else f"{where} told"
        assert told in found
        assert sum(sign in found for sign in ("in told", "x only told", "x last told", "far",
                                              "same")) == 1  # fmt: skip


def test_which_way_a_row_shared_leads_depends_on_the_place_it_starts_from() -> None:
    way = ways_of(f"{LEE} will start alongside {RAY}.")["Lee", "Ray"]
    for parity, part in zip(PARITIES, way.by_parity, strict=True):
        assert f"in of:{parity} w:alongside" in names_of([part])


def test_who_is_next_to_nobody_has_no_step() -> None:
    assert ways_of(f"{LEE} was third.") == {}


def test_the_words_of_a_step_are_signs_of_it() -> None:
    within_one = signs(ways_of(f"{LEE} will start alongside {RAY}.")["Lee", "Ray"])
    assert {"in b:will start alongside", "in in:alongside", "in z:alongside"} <= within_one
    into = signs(ways_of(f"{LEE} was [third](POSITION). One spot back came {RAY}.")["Lee", "Ray"])
    assert {"x only l:one spot back came", "x only in:back"} <= into
    assert any(name.startswith("x only P:1") for name in into)


def test_who_has_a_place_already_is_told_of_both_ends() -> None:
    plain = f"{LEE} beat {RAY}."
    first, second = (ways_of(plain, Told(who, 3))["Lee", "Ray"] for who in ("Lee", "Ray"))
    assert "in u:4 v:0" in signs(first)
    assert "in u:0 v:4" in signs(second)


def test_places_of_odd_and_even_number_and_the_pole_are_told_apart() -> None:
    way = ways_of(f"{LEE} will start alongside {RAY}.")["Lee", "Ray"]
    pole, odd, even = (set(names_of([part])) for part in way.by_parity)
    assert ("in of:1 told" in pole, "in of:odd told" in odd, "in of:even told" in even) == (
        True, True, True,
    )  # fmt: skip
    assert pole.isdisjoint(odd | even)
    assert odd.isdisjoint(even)
