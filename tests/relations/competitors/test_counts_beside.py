"""As many places and cars as names, or one for all of them."""

import pytest

from polesitter.relations.competitors.crews import find_crews

from ...marked import frames

PAIR = "[Lee](DRIVER) and [Ray](DRIVER)"
TOLD = [
    (f"{PAIR} came.", {"l places:none", "r places:none"}),
    (f"{PAIR} were [third](POSITION).", {"r places:one"}),
    (f"{PAIR} were [third](POSITION) and [fourth](POSITION).", {"r places:0"}),
    (f"[Third](POSITION) and [fourth](POSITION) were {PAIR}.", {"l places:0", "r places:none"}),
    (f"{PAIR} took the [third](POSITION), [fourth](POSITION) and [fifth](POSITION).",
     {"r places:1"}),
    # the places nearest to the names, and no others
    (f"{PAIR} were [third](POSITION) in a field without a [fourth](POSITION).", {"r places:one"}),
    (f"The [third](POSITION) and not the [fourth](POSITION) was for {PAIR}.", {"l places:one"}),
    (f"{PAIR} were [third](POSITION); [Cox](DRIVER) was [fourth](POSITION).", {"r places:one"}),
    # one car, or more
    (f"The [Ford](CAR) of {PAIR} came.", {"lCAR tells:one"}),
    (f"The [Fords](CAR) of {PAIR} came.", {"lCAR tells:some"}),
    (f"The [Ford](CAR) and the two [Audis](CAR) of {PAIR} came.", {"lCAR tells:some"}),
    (f"{PAIR} came in the [Audi](CAR), the [Fords](CAR) left.", {"rCAR tells:one"}),
    (f"{PAIR} came for [Apex](TEAM).", {"rTEAM tells:one"}),
    (f"The [Apex](TEAM) cars of {PAIR} came.", {"lTEAM tells:some"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "signs"), TOLD)
def test_what_is_counted_beside_a_pair(marked: str, signs: set[str]) -> None:
    found, view = frames(marked)
    crew = next(iter(find_crews(found, view.head_of)))
    assert signs - set(crew.signs) == set()
