from ...marked import names, read_all


def heads(marked: str) -> list[list[str]]:
    """The words of the heads of each sentence."""
    view, _ = read_all(marked)
    return [[view.mentions[s.items[at].mention].text for at in s.heads] for s in view.sentences]


def test_drivers_are_heads() -> None:
    assert heads("[Lee](DRIVER) beat [Ray](DRIVER) in the [Ford](CAR). It was close.") == [
        ["Lee", "Ray"], [],
    ]  # fmt: skip


def test_a_car_without_a_driver_is_a_head_and_joins_the_cast() -> None:
    view, cast = read_all("The No. [31](NUMBER) car was [third](POSITION).")
    assert names(view) == {"x0": "31"}
    assert cast.entries == {"x0": ("31", None)}


def test_cues_are_slots_but_no_heads() -> None:
    view, _ = read_all("[Lee](DRIVER) edged [Ray](DRIVER).")
    assert [item.key for item in view.sentences[0].items] == ["<DRIVER>", "<BEAT>", "<DRIVER>", "."]
    assert len(view.sentences[0].heads) == 2
