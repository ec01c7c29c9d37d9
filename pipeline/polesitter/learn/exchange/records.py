"""Session and records for reports that came through a tool that has no room for them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.item import Item, SetAside


def with_records(items: Iterable[Item], known: Iterable[GoldReport], folder: str) -> Iterator[Item]:
    """Yield the reports with session and records of the known one of the same id.

    A report that nobody knows stays as it is; one whose text is another than that of the
    known one is set aside. `folder` is where the known ones lie, for the reason.
    """
    by_id = {report.id: report for report in known}
    for item in items:
        if isinstance(item, SetAside) or item.id not in by_id:
            yield item
        elif item.text != by_id[item.id].text:
            yield SetAside(
                item.id,
                Errors.E644.format(folder=folder),
                offset=_first_other(item.text, by_id[item.id].text),
            )
        else:
            same = by_id[item.id]
            yield replace(item, session=same.session, records=same.records)


def _first_other(one: str, other: str) -> int:
    """Where two texts part."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
