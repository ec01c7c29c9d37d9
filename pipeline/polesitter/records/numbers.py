"""Car numbers: who has which."""

from collections.abc import Sequence

from polesitter.records.draft import Choice
from polesitter.records.floors import FLOOR
from polesitter.records.row import Row


def set_numbers(rows: Sequence[Row]) -> None:
    """Give each row its likeliest number; words that tell two rows a number tell the surer one."""
    best: dict[int, Choice] = {}
    for row in rows:
        choices = row.draft.votes.get("number", [])
        if choices and choices[0].probability >= FLOOR["number"]:
            told = row.fields["number"] = choices[0]
            known = best.setdefault(told.claims[0].mention, told)
            if told.probability > known.probability:
                best[told.claims[0].mention] = told
    for row in rows:
        number = row.fields.get("number")
        if number is not None and best[number.claims[0].mention] is not number:
            del row.fields["number"]
