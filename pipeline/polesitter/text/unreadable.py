"""Why an input is set aside."""

from polesitter.errors import Errors, PolesitterError
from polesitter.types import ReportError

STAGE = "text"


class UnreadableError(PolesitterError):
    """Raised where a text cannot be read as a report; `at` makes it a ReportError.

    `code` names a template in Errors ("E112"), `facts` fill it.
    """

    def __init__(self, code: str, **facts: object) -> None:
        template: str = getattr(Errors, code)
        super().__init__(template.format(**facts))
        self.code = code

    def at(self, source: str, place: str | None = None) -> ReportError:
        """Return the error as a value; its message names the source and the place in it."""
        where = source if place is None else f"{source}, {place}"
        return ReportError(source, STAGE, self.code, f"{where}: {self}")


def unreadable(error: OSError) -> UnreadableError:
    """Say what went wrong when the system would not open a file."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError("E101")
    if isinstance(error, PermissionError):
        return UnreadableError("E102")
    return UnreadableError("E122", detail=error.strerror or type(error).__name__)
