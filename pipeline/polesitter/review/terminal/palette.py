"""Which colour means what; the sixteen colours of every terminal, so that themes hold."""

LABEL_STYLES: dict[str, str] = {
    "DRIVER": "bold cyan",
    "TEAM": "green",
    "CAR": "blue",
    "NUMBER": "bright_blue",
    "POSITION": "bold yellow",
    "SPEED": "magenta",
    "LAPTIME": "bright_magenta",
    "GAP": "red",
    "SEGMENT": "bright_yellow",
    "CLASS": "bright_green",
    "SERIES": "bright_cyan underline",
    "EVENT": "cyan underline",
    "TRACK": "green underline",
    "DATE": "white underline",
}
ASIDE = "dim"
"""Mentions that speak of practice, history or another session."""

POLE = "bold yellow"
HEADING = "bold"
QUIET = "dim"
WARNING = "yellow"
FAULT = "bold red"
EVIDENCE = "bold black on yellow"

SURE, FAIR = 0.8, 0.5


def confidence_style(chance: float) -> str:
    """Return green from 0.8, yellow from 0.5, red below."""
    if chance >= SURE:
        return "green"
    return "yellow" if chance >= FAIR else "red"
