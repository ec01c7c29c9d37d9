"""Plain sentences and result lists in the manner of the genre, filled with invented names.

They are added to the renamed copies of the annotated reports, so that the name model
meets the common phrasings and list layouts even where the reports at hand lack them.
"""

import random
import re

from polesitter.learn.name_model.stock import (
    NameStock,
    first_name,
    new_event,
    new_team,
    new_track,
    surname,
    team_core,
)
from polesitter.text.plain import Mark

SENTENCES: tuple[str, ...] = (
    "{TEAM}'s {DRIVER} will start {pos} after a lap of {time}.",
    "{DRIVER} qualified {pos} for {TEAM}, with {DRIVER2} alongside.",
    "{DRIVER} ({TEAM}) was next, ahead of {DRIVER2} ({TEAM2}).",
    "{DRIVER} put the No. {num} {TEAM} {CAR} on the pole at {TRACK} on Saturday.",
    "Starting {pos} is {TEAM} driver {DRIVER} in the {CAR}.",
    "The {TEAM} entry of {DRIVER} and {DRIVER2} was {pos} in {CLASS}.",
    "Qualifying for the {EVENT} at {TRACK} was stopped twice.",
    "The {EVENT} is scheduled for Sunday at {TRACK}.",
    "{DRIVER} won the pole for Sunday's {EVENT}, his second this year.",
    "Rounding out the top five were {DRIVER}, {DRIVER2} and {TEAM}'s {DRIVER3}.",
    "{DRIVER}, who joined {TEAM} from {TEAM2} in the winter, was {pos}.",
    "{TEAM} teammates {DRIVER} and {DRIVER2} share the second row.",
    "{DRIVER} was fastest for {TEAM}. {SURNAME} said the car was easy to drive.",
    "In {CLASS}, {DRIVER} took the {TEAM} {CAR} to the top with a {time}.",
    "{TEAM} locked out the front row, with {DRIVER} leading {DRIVER2} by {gap}.",
    "For {TEAM} it was the first pole since 2019.",
    "A puncture for {DRIVER} left {TEAM} with one car in the session.",
    "{DRIVER} of {TEAM} beat {TEAM2}'s {DRIVER2} by {gap} at {TRACK}.",
    "{DRIVER} made it a clean sweep for {ACRONYM}, the letters of {TEAM}.",
    "{TEAM} ({ACRONYM}) runs three cars, and {ACRONYM}'s {DRIVER} was quickest.",
    "{SURNAME} climbed from the car. {DRIVER} had been beaten by {gap}.",
    "Behind {SURNAME} came {DRIVER}, {SURNAME2} and {SURNAME3}.",
    "Team owner {person} watched from the pit wall with crew chief {person2}.",
    "Race director {person} had the red flag shown at Turn {digit}.",
    "{PLACE}, {state} – {DRIVER} was in no mood to wait.",
    "{PLACE}, {state} (July {digit}, 2021) – It was {TEAM}'s day at {TRACK}.",
    "The native of {place}, {state}, drives the No. {num} {CAR} for {TEAM}.",
    "Coverage begins at 3 p.m. ET on {network} and {network2}.",
    "Tickets are on sale at the {place} Convention Center, said {person}.",
    "{DRIVER} Wins {EVENT} Pole For {TEAM}\n",
    "{SURNAME} On Pole At {TRACK}; {SURNAME2} Second\n",
    "{SURNAME} leads {CORE} one-two at {TRACK}\n",
    "{SURNAME} takes {EVENT} pole from {SURNAME2}\n",
    "{DRIVER}, {CORE}'s newcomer, lost the rear of the {CAR} at Turn {digit}.",
    "The second {CORE} {CAR} is {pos} in the hands of {DRIVER}.",
    "It was a good day at {CORE}, said {DRIVER}.",
    "Then came the {CORE} pair, {SURNAME} and {SURNAME2}, and {CORE2}'s {DRIVER}.",
    "The {CORE} of {DRIVER} was {gap} slower, {SURNAME2}'s {CORE2} further back.",
    "With {TRACK} behind it, the series goes on to {TRACK2}.",
    "He had also been on pole at {TRACK} and at {TRACK2} in 2015.",
    "Points leader {DRIVER} had to settle for {pos}, and rookie {DRIVER2} for {pos2}.",
    "{DRIVER}'s {TEAM} {CAR} was parked at the end of the {network} straight.",
    "Reigning champion {DRIVER} starts the {EVENT} from {pos}.",
    "{DRIVER} edged {DRIVER2}, {DRIVER3} and {SURNAME} for the {EVENT} pole.",
)

ROWS: tuple[str, ...] = (
    "{n}. {DRIVER}, {TEAM}, {CAR}, {time}",
    "{n} {DRIVER} {CORE} {time}",
    "{n} {DRIVER} {TEAM} {time}",
    "{n} {num} {DRIVER} {TEAM} {time}",
    "{n}. {DRIVER} ({TEAM}) {time}",
    "{n}. {DRIVER}, {TEAM}",
    "{n}. No. {num} – {DRIVER}, {TEAM} {CAR}, {time}, {speed} mph",
    "{n}. {num} {DRIVER}, {TEAM}, {CAR}",
    "{n}.  {DRIVER}  {TEAM}  {time}",
    "{n}  {num}  {DRIVER}  {CAR}  {time}  +{gap}",
    "{n} / {num} / {DRIVER} / {CAR} / {time} / {speed}",
    "{n}. {SURNAME}/{SURNAME2}/{SURNAME3}, {CAR}, {time}",
    "{n}, {num}, {DRIVER}-{DRIVER2}, {CAR}, {time}",
    "{n}. {DRIVER}/{DRIVER2}, {TEAM} {CAR}",
    "{n} #{num} {TEAM} {CAR} ({SURNAME}/{SURNAME2}) {time}",
    "{n} #{num} {TEAM} {time}",
    "{n}th – {DRIVER}",
    "{n}. (#{num}) {DRIVER}, {CAR}, {speed} mph.",
    "{n} {DRIVER} {CORE}-{MAKE} {time}",
    "{n} {DRIVER} ({CORE}) {time}",
)

CARS = (
    "Porsche 911 GT3 R", "BMW M4 GT3", "Ferrari 296 GT3", "Toyota Camry", "Ford Mustang",
    "Chevrolet", "Honda", "Toyota", "Ford", "Dallara", "Audi R8 LMS", "Mercedes-AMG GT3",
    "Hyundai Elantra N TCR", "Acura ARX-06", "Cadillac", "Porsche", "McLaren 720S", "Ligier",
    "Aston Martin Vantage", "Lamborghini", "Chevrolet Camaro", "Mazda", "Nissan", "Vauxhall Astra",
)  # fmt: skip
MAKES = ("Honda", "Ferrari", "Renault", "Mercedes", "Cosworth", "Toyota", "Chevrolet", "Ford")
CLASS_NAMES = ("GS", "TCR", "GTD", "GTD Pro", "LMP2", "LMP3", "GT4", "GTP", "GT300", "Pro-Am", "GT")
STATES = ("Ohio", "Ind.", "N.C.", "Va.", "Calif.", "Texas", "Italy", "Belgium", "Ontario", "Wis.")
NETWORKS = ("NBC", "FS1", "Peacock", "USA Network", "ESPN", "FOX", "MRN", "SiriusXM", "TSN", "ITV4")
PLACES = ("third", "fifth", "second", "10th", "sixth", "eighth", "14th", "on pole", "22nd")

_SLOT = re.compile(r"\{(\w+?)(\d?)\}")
_MARKED = {
    "DRIVER": "DRIVER", "SURNAME": "DRIVER", "TEAM": "TEAM", "CORE": "TEAM", "ACRONYM": "TEAM",
    "TRACK": "TRACK", "EVENT": "EVENT", "CAR": "CAR", "MAKE": "CAR", "CLASS": "CLASS",
}  # fmt: skip


def invent_lines(
    stock: NameStock, chance: random.Random, *, sentences: int, rows: int
) -> tuple[str, list[Mark]]:
    """Return some sentences and a result list of invented names, and their marks."""
    pieces = [fill(chance.choice(SENTENCES), stock, chance) for _ in range(sentences)]
    row = chance.choice(ROWS)
    pieces += [fill(row + "\n", stock, chance, number) for number in range(1, rows + 1)]
    text, marks = "\n", []
    for index, (piece, found) in enumerate(pieces):
        text += "\n" if index == sentences else " " if index and not text.endswith("\n") else ""
        marks += [Mark(mark.start + len(text), mark.end + len(text), mark.label) for mark in found]
        text += piece
    return text, marks


def fill(
    template: str, stock: NameStock, chance: random.Random, number: int = 1
) -> tuple[str, list[Mark]]:
    """Return a template with its slots filled, and marks of the names in it."""
    values = _values(stock, chance, number)
    text, marks, position = "", [], 0
    for match in _SLOT.finditer(template):
        text += template[position : match.start()]
        value = values[match[0][1:-1]]
        if match[1] in _MARKED:
            marks.append(Mark(len(text), len(text) + len(value), _MARKED[match[1]]))
        text += value
        position = match.end()
    return text + template[position:], marks


def _values(stock: NameStock, chance: random.Random, number: int) -> dict[str, str]:
    values: dict[str, str] = {"n": str(number), "digit": str(chance.randint(1, 17))}
    for rank in ("", "2", "3"):
        last = surname(stock, chance)
        values[f"SURNAME{rank}"] = last
        values[f"DRIVER{rank}"] = f"{first_name(stock, chance)} {last}"
        values[f"person{rank}"] = f"{first_name(stock, chance)} {surname(stock, chance)}"
        values[f"TEAM{rank}"] = new_team(team_core(stock, chance), stock, chance)
        values[f"CORE{rank}"] = team_core(stock, chance)
        values[f"TRACK{rank}"] = new_track(chance.choice(stock.places), chance)
        values[f"pos{rank}"] = chance.choice(PLACES)
        values[f"network{rank}"] = chance.choice(NETWORKS)
    values["ACRONYM"] = "".join(word[0] for word in values["TEAM"].split() if word[0].isupper())
    if len(values["ACRONYM"]) < 2:
        values["ACRONYM"] = values["CORE"]
    values["EVENT"] = new_event(stock, chance)
    values["place"] = chance.choice(stock.places)
    values["PLACE"] = values["place"].upper()
    values["state"] = chance.choice(STATES)
    values["CAR"], values["MAKE"] = chance.choice(CARS), chance.choice(MAKES)
    values["CLASS"] = chance.choice(CLASS_NAMES)
    values["num"] = str(chance.randint(1, 99))
    values["time"] = f"{chance.randint(1, 2)}:{chance.randint(10, 59)}.{chance.randint(100, 999)}"
    values["gap"] = f"0.{chance.randint(100, 999)}"
    values["speed"] = f"{chance.randint(90, 230)}.{chance.randint(100, 999)}"
    return values
