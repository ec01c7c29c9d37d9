"""What a competitor may be told under: a class or a segment in its sentence, or last told."""

import pytest

from polesitter.relations.context.claim import find_context_claims

from ...marked import frames, names

TOLD = [
    ("CLASS", "In [TCR](CLASS), [Lee](DRIVER) was [third](POSITION).", [("Lee", "TCR", "same")]),
    ("CLASS", "[Lee](DRIVER) took [GS](CLASS) [pole](POSITION). [Ray](DRIVER) was second.",
     [("Lee", "GS", "same"), ("Ray", "GS", "told")]),
    # the latest first, the others after it
    ("CLASS", "[GS](CLASS) ran. [TCR](CLASS) ran. [Lee](DRIVER) came.",
     [("Lee", "TCR", "told"), ("Lee", "GS", "told")]),
    ("SEGMENT", "[Lee](DRIVER) was out in [Q1](SEGMENT). [Ray](DRIVER) led [Q2](SEGMENT).",
     [("Lee", "Q1", "same"), ("Ray", "Q2", "same"), ("Ray", "Q1", "told")]),
    # one told again in the sentence is told once
    ("CLASS", "[GS](CLASS) ran. In [GS](CLASS), [Lee](DRIVER) came.", [("Lee", "GS", "same")]),
    ("CLASS", "[Lee](DRIVER) was out in [Q1](SEGMENT).", []),
]  # fmt: skip


@pytest.mark.parametrize(("label", "marked", "claims"), TOLD)
def test_what_a_head_is_told_under(
    label: str, marked: str, claims: list[tuple[str, str, str]]
) -> None:
    found, view = frames(marked)
    known = names(view)
    assert [
        (known[claim.competitor], claim.value, claim.signs[0].split()[0])
        for claim in find_context_claims(label, found, view.mentions, view.head_of)
    ] == claims


def test_a_class_told_after_the_head_is_told_apart_from_one_before() -> None:
    before, view = frames("In [TCR](CLASS), [Lee](DRIVER) came.")
    after, other = frames("[Lee](DRIVER) came in [TCR](CLASS).")
    (one,) = find_context_claims("CLASS", before, view.mentions, view.head_of)
    (two,) = find_context_claims("CLASS", after, other.mentions, other.head_of)
    assert one.signs[0] == "same before r:0"
    assert two.signs[0] == "same after r:0"
