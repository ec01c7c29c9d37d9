"""How probable a value must be to stand, by what it means.

Set by hand after sweeps in cross-validation over train and dev. The floors of team and
car lie lower than the sweeps called for (they were level there), so that a car told only
by its team's colours still stands; so does that of class, which one telling in a paragraph
before must reach.
"""

from typing import Final

from polesitter.relations.all_told.recorded import MEANING

FLOOR: Final = {
    "position": 0.2, "grid": 0.2, "lap_time": 0.45, "speed": 0.45, "gap": 0.4, "number": 0.3,
    "team": 0.3, "car": 0.35, "segment": 0.5, "status": 0.3, "class": 0.18, "mate": 0.5,
    "margin": 0.4,
}  # fmt: skip
PLACED: Final = 0.5
"""For the status of somebody with a place."""
TIMED: Final = 0.9
"""For the status of somebody with a place and a lap: told of another, or of another day."""
UNPLACED: Final = 0.7
"""A status as likely as this takes the place of somebody whose place is less so."""
SIZED_FLOOR: Final = 0.15
"""For a segment that its own size gives away ("Fast Six")."""
OUTCOME: Final = MEANING
"""What a competitor must have at least one of, to have a record."""
