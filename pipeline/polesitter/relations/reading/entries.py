"""Cars told without a driver: "VGRT's No. 99 was not allowed to qualify", "Krohn Racing #83"."""

from collections.abc import Sequence
from typing import Final

from polesitter.references.cast import Cast
from polesitter.relations.reading.view import Item, Sentence, View

GLUE: Final = frozenset({"'s", "the", "no", "no.", ".", "#", "entry", "car", "-", "–"})
OF: Final = frozenset({"of", "for", "by", "with", "from", "driven"})
RUN_BY: Final = frozenset({"of", "for", "by", "from", "run", "entered", "fielded", "the"})
OWNED: Final = frozenset({"his", "her"})
NUMBER_SIGN: Final = frozenset({"no", "no.", ".", "#"})
REACH: Final = 3
BESIDE: Final = GLUE | OF | {"(", ","}
MAKING: Final = frozenset({"TEAM", "NUMBER", "CAR"})


def find_entries(view: View, cast: Cast) -> None:
    """Add a competitor for every car or team that stands where a driver could, but names none.

    A car whose number is told beside a driver anywhere in the report is that
    driver's. Fills `view.head_of` and `cast.entries`.
    """
    owners = _owners(view)
    known: dict[tuple[str | None, str | None], str] = {}
    for sentence in view.sentences:
        for run in _runs(view, sentence):
            if _has_driver(sentence, run):
                continue
            number, team, head = _identity(view, cast, sentence, run)
            if head is None:
                continue
            if number is not None and number in owners:
                view.head_of[head] = owners[number]
                continue
            if number is None and (
                team is None or not _stands_for_a_car(view, cast, sentence, run, head)
            ):
                continue
            key = (number, team if number is None else None)
            if key not in known:
                known[key] = f"x{len(known)}"
                cast.entries[known[key]] = (number, team)
            elif team is not None and cast.entries[known[key]][1] is None:
                cast.entries[known[key]] = (number, team)
            view.head_of[head] = known[key]


def is_entry(competitor: str) -> bool:
    """Whether a competitor is a car told without a driver."""
    return competitor.startswith("x")


def _runs(view: View, sentence: Sentence) -> list[list[int]]:
    """Maximal runs of team, number and car slots that name one car."""
    runs: list[list[int]] = []
    for at in sentence.slots:
        if sentence.items[at].label in MAKING:
            if runs and at - runs[-1][-1] <= REACH + 1 and _is_one(view, sentence, runs[-1], at):
                runs[-1].append(at)
            else:
                runs.append([at])
    return runs


def _is_one(view: View, sentence: Sentence, run: Sequence[int], at: int) -> bool:
    """Whether the next slot names the same car: with glue between, or a number's sponsor or team.

    "the No. 22 Menards Team Penske Chevrolet", "the No. 99 Riley of Bob Stallings Racing".
    """
    items, last = sentence.items, run[-1]
    if GLUE.issuperset(sentence.keys[last + 1 : at]):
        return True
    labels = {items[place].label for place in run}
    if "NUMBER" not in labels or items[at].label in labels:
        return False
    between = items[last + 1 : at]
    if items[at].label == "TEAM" and all(item.key in RUN_BY for item in between):
        return True
    return items[last].label == "NUMBER" and all(view.text[i.start].isupper() for i in between)


def _has_driver(sentence: Sentence, run: list[int]) -> bool:
    """A driver right before (as owner, or "D in the …") or right after ("'s D", "of D").

    Or one who is told by a pronoun: "his No. 10 Honda".
    """
    items = sentence.items
    first, last = run[0], run[-1]
    before = first - 1
    while before > 0 and items[before].key in NUMBER_SIGN:
        before -= 1
    if before >= 0 and items[before].key in OWNED:
        return True
    if sentence.kind in ("row", "header") and "<DRIVER>" in sentence.keys:
        return True
    after = items[last + 1 : last + 4]
    for item in after:
        if item.label == "DRIVER":
            return True
        if item.key not in GLUE and item.key not in OF and item.key not in ("(", "driver", "team"):
            break
    for at in range(first - 1, max(-1, first - 6), -1):
        item = items[at]
        if item.label == "DRIVER":
            return True
        if item.label or _is_stop(items, at) or item.key in ("was", "were", "will", "and"):
            return False
    return False


def _is_stop(items: Sequence[Item], at: int) -> bool:
    """A full stop or semicolon; the stop of "No." is none."""
    key = items[at].key
    return key == ";" or (key == "." and not (at and items[at - 1].key in ("no", "nos")))


def _identity(
    view: View, cast: Cast, sentence: Sentence, run: list[int]
) -> tuple[str | None, str | None, int | None]:
    """Number, team id and head mention of a run; no head where it is a make alone."""
    number = team = head = None
    for at in run:
        item = sentence.items[at]
        if item.label == "NUMBER" and number is None:
            number, head = str(view.mentions[item.mention].value), item.mention
        elif item.label == "TEAM" and team is None:
            team = cast.team_of.get(item.mention)
            head = item.mention if head is None else head
    return number, team, head


def _owners(view: View) -> dict[str, str]:
    """Number -> driver, where a number stands right beside one driver."""
    owners: dict[str, set[str]] = {}
    for sentence in view.sentences:
        for at in sentence.slots:
            item = sentence.items[at]
            if item.label != "NUMBER":
                continue
            number = str(view.mentions[item.mention].value)
            driver = _beside(view, sentence, at)
            if driver is not None:
                owners.setdefault(number, set()).add(driver)
    return {number: next(iter(who)) for number, who in owners.items() if len(who) == 1}


def _beside(view: View, sentence: Sentence, at: int) -> str | None:
    items = sentence.items
    left, right = range(at - 1, max(-1, at - 8), -1), range(at + 1, min(len(items), at + 6))
    for step, side in ((-1, left), (1, right)):
        for place in side:
            item = items[place]
            if item.label == "DRIVER":
                return view.head_of.get(item.mention)
            if item.label == "NUMBER" or _is_stop(items, place):
                break
            if step == 1 and not item.label and item.key not in BESIDE:
                break
    return None


PERSON: Final = frozenset(
    {"driver", "drivers", "man", "men", "ace", "rookie", "star", "veteran", "pair", "duo", "team",
     "pilot", "racer", "boss", "principal", "owner", "crew", "garage", "stable", "camp", "'s",
     "teammate", "team-mate", "teammates", "team-mates", "chief"}
)  # fmt: skip


def _stands_for_a_car(
    view: View, cast: Cast, sentence: Sentence, run: Sequence[int], head: int
) -> bool:
    """A team told as a competitor: no person after it, and no driver shares its sentences."""
    if sentence.kind in ("headline", "heading", "header"):
        return False
    after = run[-1] + 1
    if after < len(sentence.keys) and sentence.keys[after] in PERSON:
        return False
    team = cast.team_of[head]
    return not any(
        any(cast.team_of.get(other.items[place].mention) == team for place in other.slots)
        for other in view.sentences
        if "<DRIVER>" in other.keys
    )
