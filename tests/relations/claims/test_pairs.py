"""What speaks for a value belonging to a competitor: the features of marked sentences."""

from dataclasses import replace

import pytest

from polesitter.relations.claims.focus import focus_part
from polesitter.relations.claims.pairs import pair_parts
from polesitter.relations.claims.values import value_parts
from polesitter.relations.reading.frame import Frame, governor
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import names_of

from ...marked import frames

GOVERNORS = [
    ("[Lee](DRIVER) was faster than [Penske](TEAM)'s [Ray](DRIVER).", "Ray", "than"),
    ("[Lee](DRIVER) was faster than the No. [31](NUMBER) of [Ray](DRIVER).", "31", "than"),
    ("Pole went to points leader [Ray](DRIVER).", "Ray", "to"),
    ("[Ray](DRIVER) won.", "Ray", "^"),
    ("[Penske](TEAM)'s [Ray](DRIVER) won.", "Ray", "^"),
    ("[Lee](DRIVER), ahead of [Ray](DRIVER)", "Ray", "of"),
]

BUCKETS = [(0, "0"), (4, "4"), (5, "5-7"), (7, "5-7"), (8, "8-12"), (13, "13-20"), (20, "13-20"),
           (21, "20+")]  # fmt: skip


def frame_of(marked: str) -> Frame:
    """The frame of a single sentence."""
    (frame,), _ = frames(marked)
    return frame


def place(frame: Frame, words: str, marked: str) -> int:
    """The item of a mention in its sentence, by its words."""
    _, view = frames(marked)
    return next(
        at
        for at, item in enumerate(frame.sentence.items)
        if item.label and view.mentions[item.mention].text == words
    )


def pair(marked: str, head: str, value: str) -> set[str]:
    frame = frame_of(marked)
    return set(names_of(pair_parts(frame, place(frame, head, marked), place(frame, value, marked))))


@pytest.mark.parametrize(("marked", "slot", "word"), GOVERNORS)
def test_the_word_that_governs_a_slot(marked: str, slot: str, word: str) -> None:
    frame = frame_of(marked)
    at = place(frame, slot, marked)
    assert governor(frame.keys, at) == word
    assert frame.governor(at) == word


@pytest.mark.parametrize(("count", "name"), BUCKETS)
def test_counts_by_rough_size(count: int, name: str) -> None:
    assert bucket(count) == name


def test_a_frame_knows_its_slots_and_their_values() -> None:
    frame = frame_of("[Lee](DRIVER) was [third](POSITION), [Ray](DRIVER) [fourth](POSITION).")
    assert frame.of_label == {"DRIVER": [0, 4], "POSITION": [2, 5]}
    assert frame.values == {2: "3", 5: "4"}
    assert frame.heads == [0, 4]


def test_a_head_before_its_value_differs_from_one_behind_it() -> None:
    marked = "[Lee](DRIVER) was [third](POSITION) ahead of [Ray](DRIVER)."
    own, other = pair(marked, "Lee", "third"), pair(marked, "Ray", "third")
    assert "hv" in own
    assert "vh" in other
    assert "hv b:was" in own
    assert "vh b:ahead of" in other
    assert {"hv c:was", "vh c:ahead"} <= own | other


def test_the_words_between_count_slots_of_other_heads() -> None:
    marked = "[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION)."
    assert "hv hb:1 sb:0" in pair(marked, "Lee", "third")
    assert "hv hb:0 sb:0" in pair(marked, "Ray", "third")


def test_lists_of_as_many_values_as_heads_are_told_respectively() -> None:
    marked = (
        "[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION) and [fourth](POSITION)."
    )  # fmt: skip
    assert {"resp:hv", "respblock:hv"} <= pair(marked, "Lee", "third")
    assert {"resp:hv", "respblock:hv"} <= pair(marked, "Ray", "fourth")
    assert "resp:hv" not in pair(marked, "Lee", "fourth")


def test_a_car_as_head_is_told_apart_from_a_driver() -> None:
    marked = "The No. [31](NUMBER) was [third](POSITION)."
    assert "hv head:NUMBER" in pair(marked, "31", "third")
    assert any(name.startswith("entry:NUMBER") for name in pair(marked, "31", "third"))


def test_a_value_sees_the_words_beside_it() -> None:
    marked = "[Lee](DRIVER) will start [third](POSITION) on the grid."
    frame = frame_of(marked)
    features = names_of(value_parts(frame, place(frame, "third", marked)))
    assert {"vl:start", "vl2:will start", "vr:on", "vr2:on the", "vw:start", "vx:grid"} <= set(
        features
    )


def test_the_framing_of_a_value_is_a_feature() -> None:
    marked = "[Lee](DRIVER) was [third](POSITION)."
    frame = frame_of(marked)
    frame.framings[2] = "practice"
    assert "framing:practice" in names_of(value_parts(frame, 2))


@pytest.mark.parametrize(
    ("score", "sign"),
    [(1.0, None), (0.5, "sense:0"), (0.9, "sense:3"), (0.1, "sense:-3"), (0.99999, "sense:9")],
)
def test_how_surely_a_place_is_one_is_a_feature(score: float, sign: str | None) -> None:
    _, view = frames("[Lee](DRIVER) was [third](POSITION).")
    mentions = [replace(mention, score=score) for mention in view.mentions]
    frame = Frame(view.sentences[0], mentions)
    doubts = [name for name in names_of(value_parts(frame, 2)) if name.startswith("sense:")]
    assert doubts == ([sign] if sign else [])


def test_a_pronoun_points_at_the_sentence_before() -> None:
    frame = frame_of("She was [third](POSITION).")
    features = names_of([focus_part(frame, 2, 1, 0)])
    assert "focus d:1 r:0" in features
    assert "focus p:True heads:0 r:0" in features
    other = frame_of("Then came [third](POSITION).")
    assert "focus p:False heads:0 r:0" in names_of([focus_part(other, 2, 1, 0)])


def test_values_before_both_do_not_stand_between_them() -> None:
    marked = "[Third](POSITION) was [Lee](DRIVER), [fourth](POSITION) [Ray](DRIVER)."
    assert "hv hb:0 sb:0" in pair(marked, "Lee", "fourth")
    assert "vh hb:1 sb:1" in pair(marked, "Ray", "Third")
