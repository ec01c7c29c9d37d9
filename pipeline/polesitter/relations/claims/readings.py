"""What a value's slot can stand for: a place as told, a half of a row, one of the top five."""

from collections.abc import Iterator, Sequence

from polesitter.relations.claims.tops import tops
from polesitter.relations.reading.abreast import PAIRS
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part, plain

Reading = tuple[float | str | None, Part | None]
"""A value, and what speaks for this reading."""
FIRST, NTH, REAR = plain("place:1"), plain("place:n"), plain("rear")


def one_reading(view: View, frame: Frame, place: int, label: str) -> Sequence[Reading] | None:
    """The reading of a slot that is the same for all heads; None where it depends on them."""
    if label == "IMPLIED":
        return (("2", None),)
    if label == "BEAT":
        return None
    item = frame.sentence.items[place]
    mention = view.mentions[item.mention]
    value = mention.value
    if item.label != "POSITION" or not isinstance(value, str):
        return ((value if value is not None else mention.text, None),)
    if value.startswith(("row:", "top:")):
        return None
    return ((value, REAR if value == "rear" else FIRST if value == "1" else NTH),)


def readings(view: View, frame: Frame, place: int, head: int, label: str) -> Iterator[Reading]:
    """The values a slot can stand for as a head's, each with signs of that reading."""
    if label == "BEAT":
        order = _order(frame, place, head)
        margin = "margin" if frame.of_label.get("GAP") else "-"
        yield "1", plain(f"beat1 {order}", f"beat1 {margin}")
        yield "2", plain(f"beat2 {order}", f"beat2 {margin}")
        return
    kind, _, number = str(view.mentions[frame.sentence.items[place].mention].value).partition(":")
    if kind == "row":
        abreast = view.abreast
        first = abreast * (int(number) - 1) + 1
        rank = _rank_near(frame, place, head, abreast)
        for at in range(abreast):
            part = f"row half:{at}" if abreast == PAIRS else f"row third:{at}"
            yield str(first + at), plain(f"{part} {rank}", part, *_sides(frame, place, part))
    else:
        last = int(number)
        for after, told in tops(frame, place, head):
            if after < last:
                yield str(last - after), told


def _order(frame: Frame, place: int, head: int) -> str:
    items = frame.sentence.items
    at = next((h for h in frame.heads if items[h].mention == head), None)
    return "focus" if at is None else "hv" if at < place else "vh"


def _rank_near(frame: Frame, place: int, head: int, abreast: int) -> str:
    """Which of how many heads on its side of the row's slot a head is, counted in order."""
    items = frame.sentence.items
    at = next((h for h in frame.heads if items[h].mention == head), None)
    if at is None:
        return "focus"
    side = [h for h in frame.heads if (h < place) == (at < place)]
    order = "hv" if at < place else "vh"
    near = side[-abreast:] if order == "hv" else side[:abreast]
    where = near.index(at) if at in near else "far"
    return f"{order} {where}/{len(near)}"


def _sides(frame: Frame, place: int, part: str) -> list[str]:
    words = set(frame.keys[max(0, place - 5) : place + 6])
    hints = words & {"outside", "inside", "alongside", "beside", "share", "shares", "joins", "join",
                     "other", "half", "sweep", "swept", "completed", "complete", "next", "both",
                     "on", "make", "from", "teammate", "middle"}  # fmt: skip
    return [f"{part} w:{word}" for word in sorted(hints)]
