"""Who of two that may share a car is named again, alone."""

import pytest

from polesitter.relations.competitors.crews import find_crews

from ...marked import frames

PAIR = "[Lee](DRIVER) and [Ray](DRIVER) came"
TOLD = [
    (f"{PAIR}.", {"again:none", "next:none"}),
    # behind the two, in their sentence
    (f"{PAIR}, with [Lee](DRIVER) at the wheel.",
     {"again:a", "again l:a with", "again r:a at"}),
    (f"{PAIR} as [Ray](DRIVER) drove.", {"again:b", "again l:b as", "again r:b drove"}),
    (f"{PAIR}, [Lee](DRIVER) first, [Ray](DRIVER) later.", {"again:ab"}),
    (f"When [Lee](DRIVER) stopped, {PAIR}.", {"again:none"}),
    (f"{PAIR}, then [Cox](DRIVER).", {"again:none"}),
    # in the next sentence
    (f"{PAIR}. [Ray](DRIVER) drove.", {"next:b", "next r:b drove"}),
    (f"{PAIR}. [Lee](DRIVER) beat [Cox](DRIVER).", {"next:a+"}),
    (f"{PAIR}. [Cox](DRIVER) drove.", {"next:+"}),
    (f"{PAIR}. It rained. [Lee](DRIVER) drove.", {"next:none", "dra:drove"}),
    # words of driving, told of one of them
    (f"{PAIR}. [Lee](DRIVER) lapped at dusk.", {"dra:lapped"}),
    (f"{PAIR}. [Ray](DRIVER) set it.", {"drb:set"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "signs"), TOLD)
def test_where_one_of_a_pair_is_named_again(marked: str, signs: set[str]) -> None:
    found, view = frames(marked)
    crew = next(one for one in find_crews(found, view.head_of) if "joint:and" in one.signs)
    assert signs - set(crew.signs) == set()


BARE = [
    (f"{PAIR}, [Lee](DRIVER) first, [Ray](DRIVER) later.", "again l:"),
    (f"{PAIR}. [Lee](DRIVER) and [Ray](DRIVER) drove.", "next r:"),
    (f"{PAIR}. [Cox](DRIVER), [Lee](DRIVER) and [Fox](DRIVER) drove.", "dra:"),
    (f"{PAIR}. [Lee](DRIVER) and [Ray](DRIVER) drove.", "drb:"),
]


@pytest.mark.parametrize(("marked", "start"), BARE)
def test_what_is_told_of_both_or_of_many_is_told_of_neither(marked: str, start: str) -> None:
    found, view = frames(marked)
    crew = next(iter(find_crews(found, view.head_of)))
    assert not any(sign.startswith(start) for sign in crew.signs)
