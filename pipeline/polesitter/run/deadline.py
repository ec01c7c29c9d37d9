"""The end of a worker whose report takes for ever."""

import faulthandler
import os
from time import monotonic
from typing import TextIO

SLACK = 0.25
"""The share of the time by which a report may overrun it."""


class Deadline:
    """Ends this process when it is not renewed for some seconds, or up to a quarter more.

    faulthandler keeps time outside Python: a regular expression that runs away lets no
    other thread come to its turn, and no signal handler either.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.set_at = float("-inf")
        self.sink: TextIO = open(os.devnull, "w")  # noqa: PTH123, SIM115

    def renew(self) -> None:
        """Give the next step its time."""
        now = monotonic()
        # Setting the clock ends one thread and starts another, which on a busy machine
        # takes longer than many a report: it is done only when the slack is used up.
        if now - self.set_at > SLACK * self.seconds:
            later = (1 + SLACK) * self.seconds
            faulthandler.dump_traceback_later(later, exit=True, file=self.sink)
            self.set_at = now

    def lift(self) -> None:
        """Stop the clock."""
        faulthandler.cancel_dump_traceback_later()
        self.sink.close()
