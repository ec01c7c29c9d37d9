"""Who of those named around "the top ten" may have which place: a sentence and the readings."""

import pytest

from polesitter.relations.claims.tops import tops
from polesitter.relations.signs.family import names_of

from ...marked import frames, names

LEE, RAY, COX = "[Lee](DRIVER)", "[Ray](DRIVER)", "[Cox](DRIVER)"
TEN = "[top ten](POSITION)"

READINGS = [
    # (sentence, name -> how many places before the last it may stand, likeliest kinds first)
    (f"{LEE} and {RAY} completed the {TEN}.", {"Lee": [1, 0], "Ray": [0]}),
    # a list that goes on behind the slot
    (f"{LEE}, {RAY} and, to complete the {TEN}, {COX}.",
     {"Lee": [1, 2, 0], "Ray": [0, 1], "Cox": [0]}),
    (f"Completing the {TEN} were {LEE}, {RAY} and {COX}.",
     {"Lee": [2, 0], "Ray": [1, 0], "Cox": [0]}),
    # it ends where another place is told, or the sentence stops
    (f"{LEE} completed the {TEN} and {RAY} was [12th](POSITION).", {"Lee": [0, 1], "Ray": [0]}),
    (f"{LEE} completed the {TEN}; {RAY} left.", {"Lee": [0], "Ray": [0]}),
    (f"Completing the {TEN} were {LEE} and {RAY}; {COX} left.",
     {"Lee": [2, 0, 1], "Ray": [1, 0], "Cox": [0]}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "readings"), READINGS)
def test_each_may_stand_at_the_end_or_before_others(
    marked: str, readings: dict[str, list[int]]
) -> None:
    (frame,), view = frames(marked)
    known = names(view)
    slot = frame.of_label["POSITION"][0]
    heads = [frame.sentence.items[at].mention for at in frame.heads]
    found = {
        known[view.head_of[head]]: [after for after, _ in tops(frame, slot, head)] for head in heads
    }
    assert found == readings


def test_the_words_around_tell_where_the_list_ends() -> None:
    (frame,), _ = frames(f"{LEE}, {RAY} and, to complete the {TEN}, {COX}.")
    slot, head = frame.of_label["POSITION"][0], frame.sentence.items[frame.heads[1]].mention
    told = {after: set(names_of([part])) for after, part in tops(frame, slot, head)}
    assert {"top end hv", "top end hv l:complete", "top end hv r:,"} <= told[0]
    assert {"top on 1 hv", "top on 1 hv l:complete", "top on 1 hv after:0"} <= told[1]


def test_who_is_named_in_another_sentence_is_last() -> None:
    made, _ = frames(f"{LEE} was pleased. He completed the {TEN}.")
    slot, head = made[1].of_label["POSITION"][0], made[0].sentence.items[made[0].heads[0]].mention
    ((after, part),) = tops(made[1], slot, head)
    assert after == 0
    assert "top focus" in names_of([part])
