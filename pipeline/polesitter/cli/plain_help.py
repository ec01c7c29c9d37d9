"""Help as plain text: loading what draws frames and colours takes longer than all the rest."""

import re
from typing import Any

MARK = re.compile(r"\[/?bold\]")
KEEP_LINES = "\b\n"
"""What tells click not to fill the lines of a paragraph."""


def tell_plainly(command: Any) -> None:
    """Write the help of a click command, and of those under it, for a plain terminal."""
    if command.help:
        command.help = plain(command.help)
        # In the list of commands click would cut it off in the middle of the sentence.
        command.short_help = " ".join(command.help.partition("\n\n")[0].split())
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = MARK.sub("", parameter.help)
    for below in getattr(command, "commands", {}).values():
        tell_plainly(below)


def plain(text: str) -> str:
    """The text without marks; indented paragraphs, which hold examples, keep their lines."""
    paragraphs = MARK.sub("", text).split("\n\n")
    return "\n\n".join(
        f"{KEEP_LINES}{paragraph}" if paragraph.startswith(" ") else paragraph
        for paragraph in paragraphs
    )
