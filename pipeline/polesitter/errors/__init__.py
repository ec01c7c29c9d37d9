"""Every message of the library, numbered: what was wrong, where, what to do.

Ranges: E1xx text, E2xx entities, E3xx relations, E4xx records, E5xx run,
E6xx learn, E7xx cli.
"""

from polesitter.errors.commands import CommandErrors
from polesitter.errors.learning import LearningErrors
from polesitter.errors.patterns import PatternErrors
from polesitter.errors.reading import ReadingErrors
from polesitter.errors.running import RunningErrors


class PolesitterError(Exception):
    """Raised for bad input or wrong use; the message says where and what to do."""


class Errors(ReadingErrors, PatternErrors, RunningErrors, LearningErrors, CommandErrors):
    """Message templates; fill them with str.format."""
