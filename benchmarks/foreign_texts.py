"""Annotated reports that are not of motor sport."""

from dataclasses import replace
from random import Random
from typing import Any

from polesitter.learn.corpus import GoldReport
from polesitter.text.plain import Mark

DISHES = ("Goulash", "Ramen", "Biryani", "Paella", "Borscht", "Moussaka", "Laksa", "Cassoulet")
HERBS = ("Basil", "Thyme", "Sorrel", "Tarragon", "Chervil", "Lovage", "Savory", "Hyssop")
NOTHING: dict[str, Any] = {"date": None, "series": None, "event": None, "track": None}
ROW: dict[str, Any] = {
    "class": None, "position": None, "grid": None, "driver": None, "team": None, "car": None,
    "number": None, "speed": None, "speed_unit": None, "lap_time": None, "gap": None,
    "gap_to": None, "gap_approx": False, "segment": None, "status": "classified",
}  # fmt: skip


def recipe(number: int, chance: Random) -> GoldReport:
    """Return a recipe in which nothing is annotated."""
    dish, herb = chance.choice(DISHES), chance.choice(HERBS)
    text = (
        f"{dish} No. {number}\n\nSimmer the {dish} for {chance.randrange(20, 90)} minutes, stir in "
        f"the {herb} and start with the second pot. Serves {chance.randrange(2, 9)}.\n"
    )
    return GoldReport(f"kitchen-{number:03}", text, (), dict(NOTHING), ())


def annotated_recipe(number: int, chance: Random) -> GoldReport:
    """Return one whose dish is a driver and starts second."""
    gold = recipe(number, chance)
    dish = gold.text.split(" ")[0]
    start, second = gold.text.index(dish), gold.text.index("second")
    marks = (
        Mark(start, start + len(dish), "DRIVER", "d1"),
        Mark(second, second + len("second"), "POSITION"),
    )
    return replace(gold, marks=marks, records=({**ROW, "driver": dish, "position": 2},))


CREWS = ("Ada Brook", "Cleo Danes", "Edda Frey", "Greta Holm", "Ines Jarl", "Kira Lund")
CLUBS = ("Leander", "Thames", "Molesey", "Agecroft", "Hollandia", "Nereus")


def regatta(number: int, chance: Random) -> GoldReport:
    """Return qualifying of another sport, in sentences that read like ours."""
    pieces: list[tuple[str, str, str | None]] = []
    rows = []
    for place, (crew, club) in enumerate(
        zip(chance.sample(CREWS, 3), chance.sample(CLUBS, 3), strict=True), start=1
    ):
        time = f"{chance.randrange(6, 8)}:{chance.randrange(10, 60)}.{chance.randrange(100, 999)}"
        said = ("pole", "second", "third")[place - 1]
        pieces += [
            (crew, "DRIVER", f"d{place}"), (" of ", "", None), (club, "TEAM", f"t{place}"),
            (" took ", "", None), (said, "POSITION", None),
            (" in qualifying for the final over the course in ", "", None),
            (time, "LAPTIME", None), (" before the second race of the day. ", "", None),
        ]  # fmt: skip
        rows.append({**ROW, "driver": crew, "team": club, "position": place, "lap_time": time})
    text, marks = "", []
    for words, label, id in pieces:
        if label:
            marks.append(Mark(len(text), len(text) + len(words), label, id))
        text += words
    return GoldReport(f"regatta-{number:03}", f"{text}\n", tuple(marks), dict(NOTHING), tuple(rows))
