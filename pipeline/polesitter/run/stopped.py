"""A run that ends before it is through, for no fault of its reports."""

from polesitter.errors import PolesitterError

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended, by the custom of shells."""


class RunStoppedError(PolesitterError):
    """Raised where a run cannot go on; what is finished is kept, and the next run goes on.

    `exit_code` is for the command line.
    """

    exit_code = 1


class RunInterruptedError(RunStoppedError):
    """Raised where a person stopped the run."""

    exit_code = INTERRUPTED


class EngineLostError(RunStoppedError):
    """Raised where what did the work is gone: a scheduler that no longer answers."""
