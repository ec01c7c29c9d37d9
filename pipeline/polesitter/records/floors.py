"""How probable a value must be to stand, by what it means.

Set by hand after sweeps in cross-validation over train and dev. The floors of team and
car lie lower than the sweeps called for (they were level there), so that a car told only
by its team's colours still stands.
"""

FLOOR = {
    "position": 0.33, "grid": 0.25, "lap_time": 0.5, "speed": 0.5, "gap": 0.5, "number": 0.5,
    "team": 0.3, "car": 0.25, "segment": 0.5, "status": 0.5, "class": 0.4, "mate": 0.5,
}  # fmt: skip
SIZED_FLOOR = 0.15
"""For a segment that its own size gives away ("Fast Six")."""
OUTCOME = ("position", "grid", "lap_time", "speed", "gap", "status")
"""What a competitor must have at least one of, to have a record."""
