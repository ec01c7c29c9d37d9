"""What a run came to, in the terminal."""

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.review.account import Account
from polesitter.review.terminal.palette import FAULT, HEADING, QUIET, WARNING
from polesitter.review.terminal.program import called
from polesitter.run.survey import State
from polesitter.text.input_file import SUFFIXES
from polesitter.text.skipped import UNKNOWN

SERIES_SHOWN = 12
ERRORS_SHOWN = 10
UNRELATED_SHOWN = 3
NOT_STATED = "series not stated"


def account_view(account: Account, *, errors_only: bool = False) -> RenderableType:
    """Return counts, series, inputs set aside and what to do next."""
    parts = list(_errors(account))
    if not errors_only:
        # The table of the series has an empty line below.
        apart = [] if account.series else [Text()]
        parts = [_headline(account), *_series(account), *apart, *parts, *_unrelated(account)]
        parts += [*_skipped(account), *_next(account)]
    return Group(*parts)


def _headline(account: Account) -> Text:
    counts = account.summary.counts
    if not account.summary.files and not counts.errors:
        suffixes = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        return Text(f"No reports found. Give a folder with {suffixes} files.", WARNING)
    told = Text(_count(counts.reports, "report"), HEADING)
    told.append(" read, ", "")
    told.append(_count(counts.results, "row"), HEADING)
    told.append(f" written to {account.summary.out}", "")
    redone = account.summary.states.get(State.OTHER_MODEL, 0)
    if redone:
        told.append(f", {redone:,} of them because another model had read them", "")
    if account.summary.unchanged:
        told.append(f", {account.summary.unchanged:,} unchanged since an earlier run", "")
    told.append(f"   {account.summary.model}", QUIET)
    return told


def _series(account: Account) -> Iterable[RenderableType]:
    if not account.series:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style=HEADING)
    table.add_column("Series", overflow="fold")
    for title in ("Reports", "With a grid", "Rows"):
        table.add_column(title, justify="right", no_wrap=True)
    for count in account.series[:SERIES_SHOWN]:
        name = Text(count.series) if count.series else Text(NOT_STATED, QUIET)
        table.add_row(name, f"{count.reports:,}", f"{count.with_results:,}", f"{count.results:,}")
    rest = account.series[SERIES_SHOWN:]
    if rest:
        table.add_row(
            Text(f"{len(rest)} more", QUIET),
            f"{sum(count.reports for count in rest):,}",
            f"{sum(count.with_results for count in rest):,}",
            f"{sum(count.results for count in rest):,}",
        )
    yield table


def _errors(account: Account) -> Iterable[RenderableType]:
    if not account.errors:
        return
    told = Text(f"{_count(len(account.errors), 'input')} set aside", FAULT)
    if account.summary.faulty:
        told.append(": what is unchanged was not read again, --retry-errors does", QUIET)
    yield told
    for error in account.errors[:ERRORS_SHOWN]:
        told = Text("  ")
        told.append(error.source, HEADING)
        # Messages of later stages begin with the source themselves.
        told.append(f"  {error.message.removeprefix(error.source).lstrip(':, ')}")
        yield told
    if len(account.errors) > ERRORS_SHOWN:
        more = len(account.errors) - ERRORS_SHOWN
        yield Text(f"  and {more:,} more. All of them:", QUIET)
        yield _command(_table(account, "errors", "[['source', 'message']].to_string()"))
    yield Text()


def _unrelated(account: Account) -> Iterable[RenderableType]:
    if account.unrelated:
        number = len(account.unrelated)
        verb = "does" if number == 1 else "do"
        told = f"{_count(number, 'report')} {verb} not read like a qualifying report"
        yield Text(f"{told}, and gave no rows: `polesitter explain FILE` tells why", QUIET)
        named = list(account.unrelated[:UNRELATED_SHOWN])
        if number > UNRELATED_SHOWN:
            named.append(f"and {number - UNRELATED_SHOWN:,} more")
        yield Text("".join(f"  {one}\n" for one in named), QUIET)


def _skipped(account: Account) -> Iterable[RenderableType]:
    if account.summary.vanished:
        told = f"{_count(account.summary.vanished, 'report')} not among the inputs any more: "
        done = "dropped" if account.summary.pruned else "kept (--prune drops them)"
        yield Text(f"{told}{done}")
    if account.summary.skipped:
        yield Text(f"Skipped: {', '.join(_reasons(account))}", QUIET)
    if account.summary.vanished or account.summary.skipped:
        yield Text()


def _reasons(account: Account) -> Iterable[str]:
    named = account.summary.unknown
    for reason, number in account.summary.skipped.items():
        more = ", …" if number > len(named) else ""
        names = f" ({', '.join(named)}{more})" if reason == UNKNOWN and named else ""
        yield f"{number:,} {reason}{names}"


def _next(account: Account) -> Iterable[RenderableType]:
    if not account.series:
        return
    out = account.summary.out
    yield Text("Next", HEADING)
    yield _command(f"{called('polesitter')} show {_quoted(out)}")
    yield _command(_table(account, "results"))


def _command(line: str) -> Text:
    # Never wrapped: it is there to be copied.
    return Text(f"  {line}", no_wrap=True, overflow="ignore")


def _table(account: Account, name: str, of_it: str = "") -> str:
    """The command that prints a table, or something of it."""
    path = f"{account.summary.out}/{name}"
    return f'{called("python")} -c "import pandas; print(pandas.read_parquet({path!r}){of_it})"'


def _quoted(path: str) -> str:
    return f"'{path}'" if " " in path else path


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
