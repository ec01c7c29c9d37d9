"""Which heads a value may belong to: those of its sentence, and those of the sentences before."""

import pytest

from polesitter.relations.claims.heads import LOOKBACK, REACH, heads_near
from polesitter.relations.signs.family import names_of

from ...marked import frames


def near(marked: str, label: str, nth: int = -1) -> list[tuple[str, list[str]]]:
    """The names that a value of the last sentence may belong to, each with its signs."""
    found, view = frames(marked)
    number = max(number for number, frame in enumerate(found) if label in frame.of_label)
    pairs = heads_near(view, found, number, found[number].of_label[label][nth], label)
    return [(view.mentions[head].text, names_of(parts)) for head, parts in pairs]


def named(marked: str, label: str = "POSITION") -> list[str]:
    return [name for name, _ in near(marked, label)]


@pytest.mark.parametrize(("between", "expected"), [(LOOKBACK - 1, ["Lee"]), (LOOKBACK, [])])
def test_how_far_back_a_head_is_looked_for(between: int, expected: list[str]) -> None:
    filler = "Nothing happened then. " * between
    assert named(f"[Lee](DRIVER) came. {filler}She was [third](POSITION).") == expected


def test_how_many_heads_are_looked_at_on_each_side() -> None:
    heads = " and ".join(f"[{name}](DRIVER)" for name in ("Ash", "Bo", "Cox", "Day", "Eve", "Fox"))
    assert named(f"{heads} were [third](POSITION).") == ["Day", "Eve", "Fox"]
    assert REACH == 3


def test_all_names_of_as_many_competitors_are_looked_at_for_places() -> None:
    heads = (
        "[Cox](DRIVER) and [Day](DRIVER) and [Eve](DRIVER), in the car of [Eve](DRIVER)'s father"
    )
    told = f"[Ash](DRIVER) led. {heads}, were [third](POSITION) at [200 mph](SPEED)."
    assert named(told) == ["Cox", "Day", "Eve", "Eve"]
    assert named(told, "SPEED") == ["Day", "Eve", "Eve"]
    behind = "[third](POSITION) were [Cox](DRIVER), [Cox](DRIVER)'s [Day](DRIVER) and [Eve](DRIVER)"
    assert named(f"Then, {behind} and [Fox](DRIVER).") == ["Cox", "Cox", "Day", "Eve"]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ("[third](POSITION)", {"Lee": "0", "Day": "1"}),
        # whose turn it is by the list, too
        ("[third](POSITION), [fifth](POSITION) and [sixth](POSITION)",
         {"Lee": "0", "Ray": "3", "Day": "1"}),
    ],
)  # fmt: skip
def test_what_the_heads_of_the_sentence_before_count_as(
    places: str, expected: dict[str, str]
) -> None:
    names = "[Lee](DRIVER), [Ray](DRIVER), [Cox](DRIVER) and [Day](DRIVER)"
    told = near(f"{names} came. They were {places}.", "POSITION", 0)
    ranks = {name: one for name, signs in told for one in signs if one.startswith("focus d:1 r:")}
    assert ranks == {name: f"focus d:1 r:{rank}" for name, rank in expected.items()}


@pytest.mark.parametrize(
    ("told", "sign"),
    [
        ("He went after [Ray](DRIVER) with [1:45.166](LAPTIME).", "focus among:^first he r:0"),
        ("Then he and [Ray](DRIVER) did [1:45.166](LAPTIME).", "focus among:first he r:0"),
        ("[Ray](DRIVER) was beaten by her [1:45.166](LAPTIME).", "focus among:last her r:0"),
        ("[Ray](DRIVER) said she did [1:45.166](LAPTIME) to [Cox](DRIVER).",
         "focus among:last she r:0"),
        ("[Ray](DRIVER) said she and [Cox](DRIVER) did [1:45.166](LAPTIME).",
         "focus among:between she r:0"),
        ("She did [1:45.166](LAPTIME) before [Ray](DRIVER).", None),
    ],
)  # fmt: skip
def test_where_a_pronoun_stands_among_the_names(told: str, sign: str | None) -> None:
    (signs,) = [s for name, s in near(f"[Lee](DRIVER) came. {told}", "LAPTIME") if name == "Lee"]
    among = [one for one in signs if one.startswith("focus among")]
    assert sign in among if sign else not among
