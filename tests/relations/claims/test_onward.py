"""Of whom in the next sentence a value may be told, and what each pair tells."""

import pytest

from polesitter.relations.claims.onward import REACH

from .told_afar import told_afar

PAIRED = [
    # the first who is named next has the place
    ("[Sixth](POSITION) is the odd one. [Lee](DRIVER) beat [Ray](DRIVER).", {("Lee", "Sixth")}),
    # although the place's sentence names another
    ("[Ray](DRIVER) starts at the [rear](POSITION). So does [Lee](DRIVER).", {("Lee", "rear")}),
    # of places told in one go the one in turn, where there are names for all of them
    ("Kia has [sixth](POSITION) and [eighth](POSITION). [Lee](DRIVER) led [Ray](DRIVER).",
     {("Lee", "sixth"), ("Ray", "eighth")}),
    ("Kia has [sixth](POSITION) and [eighth](POSITION). [Lee](DRIVER) led.",
     {("Lee", "sixth"), ("Lee", "eighth")}),
    # who is named in the sentence itself needs no other
    ("[Lee](DRIVER) was [third](POSITION). [Lee](DRIVER) won.", set()),
    # times are told where somebody is named
    ("It was a [1:45.166](LAPTIME). [Lee](DRIVER) did it.", set()),
    # a headline tells of those of the text, and no row does
    ("Ford on the [pole](POSITION)\n\n[Lee](DRIVER) drove it.", {("Lee", "pole")}),
    ("[1](POSITION). [Lee](DRIVER)\n[2](POSITION). [Ray](DRIVER)\n[3](POSITION). [Cox](DRIVER)",
     set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "pairs"), PAIRED, ids=[row[0][:60] for row in PAIRED])
def test_of_whom_a_place_may_be_told(marked: str, pairs: set[tuple[str, str]]) -> None:
    assert {(who, words) for who, words, _ in told_afar(marked)} == pairs


@pytest.mark.parametrize(("between", "expected"), [(REACH - 1, True), (REACH, False)])
def test_how_far_on_heads_are_looked_for(between: int, expected: bool) -> None:
    filler = "Nothing happened then. " * between
    found = told_afar(f"[Sixth](POSITION) was odd. {filler}[Lee](DRIVER) had it.")
    assert bool(found) is expected


TOLD = [
    ("[Ray](DRIVER) starts at the [rear](POSITION). So does [Lee](DRIVER).",
     {"onward o2:so does", "onward in:does", "onward l:1 r:0", "onward last:0",
      "onward own:0 l:1 r:0"}),
    ("And [third](POSITION)? [Lee](DRIVER), of course.",
     {"onward end:?", "onward l:0 r:0", "onward ahead:0", "onward hr:,", "onward vlr:and ?"}),
    ("[Third](POSITION) is gone.\n\nNow [Lee](DRIVER) is [sixth](POSITION) and late.",
     {"onward own:2 l:0 r:0", "onward d:1 p:1", "onward new:True l:0 r:0"}),
    ("Hello [Lee](DRIVER). [Third](POSITION) is gone. [Lee](DRIVER) has it.",
     set()),
    ("[Lee](DRIVER) won. [Ray](DRIVER) was [sixth](POSITION). [Lee](DRIVER) has it.",
     {"onward new:False l:1 r:0"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "signs"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_what_a_pair_tells(marked: str, signs: set[str]) -> None:
    found = [claim.signs for who, _, claim in told_afar(marked) if who == "Lee"]
    assert signs <= {sign for own in found for sign in own}
    assert len(found) == bool(signs)
