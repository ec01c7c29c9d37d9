"""One report of many in a file: a JSON object or a table row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from polesitter.text.encoding import refuse_binary
from polesitter.text.formats.whole import checked, digest, with_title
from polesitter.text.unreadable import UnreadableError
from polesitter.types import Report, ReportError

FIELDS = ("text", "id", "title", "date", "url")
ID_LENGTH = 16
"""How many hexadecimal digits of the content hash stand for a missing id."""


@dataclass(slots=True)
class Items:
    """The items of one file, read one by one: turns them into reports.

    `source` is the file's. Ids seen are kept, so that two reports never share a source.
    """

    source: str
    size_limit: int
    seen: set[str] = field(default_factory=set)

    def read(self, item: object, place: str) -> Report | ReportError:
        """Read one item; `place` says where it stands in the file ("line 7")."""
        try:
            return self._report(item)
        except UnreadableError as error:
            return error.at(self.source, place)

    def _report(self, item: object) -> Report:
        if not isinstance(item, Mapping):
            found = type(item).__name__
            raise _wrong("item", "an object", found, 'write {"text": "…"}, with a report\'s text')
        title = _string(item, "title")
        body = _string(item, "text")
        if body is None:
            raise _wrong("text", "a text", "missing", "put the report's text there")
        checked(refuse_binary(body), self.size_limit)
        text = checked(refuse_binary(with_title(title, body)), self.size_limit)
        sha256 = digest(text.encode())
        item_id = _identifier(item) or sha256[:ID_LENGTH]
        if item_id in self.seen:
            raise UnreadableError("E117", id=item_id)
        self.seen.add(item_id)
        return Report(
            source=f"{self.source}#{item_id}",
            text=text,
            sha256=sha256,
            title=title,
            published=published_date(item.get("date")),
            url=_string(item, "url"),
        )


def published_date(value: object) -> date | None:
    """Return the day a metadata date names, as written there, in its own time zone.

    Reads dates, datetimes, ISO 8601 ("2024-01-25T18:00:00Z", "20240125") and the
    mail format of feeds ("Thu, 25 Jan 2024 18:00:00 GMT"); None for anything else.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    value = value.strip()
    for day in (value, value[:10]):
        try:
            return date.fromisoformat(day)
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(value).date()
    except ValueError:
        return None


def _string(item: Mapping[str, object], name: str) -> str | None:
    """Return a text field, a title or address stripped; None where it is missing or blank."""
    value = item.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        found = type(value).__name__
        needed = name == "text"
        do = "put the report's text there" if needed else "put it in quotes or leave it out"
        raise _wrong(name, "a text", found, do)
    if name == "text":
        return value
    return " ".join(refuse_binary(value).split()) or None


def _wrong(field: str, wanted: str, found: str, do: str) -> UnreadableError:
    return UnreadableError("E116", field=field, wanted=wanted, found=found, do=do)


def _identifier(item: Mapping[str, object]) -> str | None:
    value = item.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(item, "id")
