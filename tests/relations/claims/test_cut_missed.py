"""What a gap was missed by."""

import pytest

from polesitter.relations.claims.cut_missed import cut_missed

from ...marked import frames

GAP = "[0.02 seconds](GAP)"
MISSED = [
    (f"[Lee](DRIVER) missed the cut by just {GAP}.", "cut"),
    (f"[Lee](DRIVER), missing out on [Q2](SEGMENT) by {GAP}, is ninth.", "cut"),
    (f"[Lee](DRIVER) was {GAP} short of a place in [Q2](SEGMENT).", "cut"),
    (f"[Lee](DRIVER) missed the [pole](POSITION) by {GAP}.", "pole"),
    (f"[Lee](DRIVER) missed [third](POSITION) by {GAP}.", "place"),
    (f"[Lee](DRIVER) missed out by {GAP}.", "out"),
    (f"[Lee](DRIVER) missed it by {GAP}.", "it"),
    (f"[Lee](DRIVER) was {GAP} off [Ray](DRIVER) in the race to be first.", None),
    (f"[Lee](DRIVER) missed the cut; [Ray](DRIVER) led by {GAP}.", None),
    (f"[Lee](DRIVER) won by {GAP}, and [Ray](DRIVER) missed the cut.", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "missed"), MISSED)
def test_what_was_missed(marked: str, missed: str | None) -> None:
    found, _ = frames(marked)
    ((frame, place),) = [(one, at) for one in found for at in one.of_label.get("GAP", ())]
    assert cut_missed(frame, place) == missed
