"""The end of a worker whose report takes for ever."""

import faulthandler
import os
from typing import TextIO


class Deadline:
    """Ends this process when it is not renewed for some seconds.

    faulthandler keeps time outside Python: a regular expression that runs away lets no
    other thread come to its turn, and no signal handler either.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.sink: TextIO = open(os.devnull, "w")  # noqa: PTH123, SIM115

    def renew(self) -> None:
        """Give the next step its time."""
        faulthandler.dump_traceback_later(self.seconds, exit=True, file=self.sink)

    def lift(self) -> None:
        """Stop the clock."""
        faulthandler.cancel_dump_traceback_later()
        self.sink.close()
