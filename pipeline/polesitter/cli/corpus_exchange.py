"""`polesitter corpus import` and `export`: annotated reports from and to other tools."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import complain
from polesitter.cli.options import Model
from polesitter.cli.reading import SOME_SET_ASIDE, tell_set_aside
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from polesitter.learn.corpus import GoldReport
    from polesitter.learn.exchange.item import Item, SetAside
    from polesitter.types import Report, ReportError


class Tool(StrEnum):
    """The formats, by the name of their tool; the same names as in learn.exchange.formats."""

    PRODIGY = "prodigy"
    LABEL_STUDIO = "label-studio"
    DOCCANO = "doccano"
    SPACY = "spacy"
    CONLL = "conll"
    BRAT = "brat"


def export_reports(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="Folder of annotated reports, as corpus/dev.")
    ],
    to: Annotated[Tool, typer.Option("--to", "-t", help="The tool to write for.")],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="PATH", help="A file; for conll and brat a folder of files."
        ),
    ],
    predictions: Annotated[
        bool,
        typer.Option(
            "--predictions", help="Label Studio: as predictions to start from, not as finished."
        ),
    ] = False,
    read: Annotated[
        bool,
        typer.Option("--read", help="PATH holds plain reports: write what the pipeline finds."),
    ] = False,
    model: Model = None,
) -> None:
    """Write annotated reports in the format of another tool.

    With --read plain reports are annotated by the pipeline first, to be corrected in the
    tool; for Label Studio they are predictions. Its labelling interface is written beside
    the tasks, as .xml. What a format cannot tell is in docs/corpus.md. Exits with 1 where
    a report was set aside.

    [bold]Examples[/bold]

      polesitter corpus export corpus/dev --to label-studio -o out/tasks.json
      polesitter corpus export reports/ --read --to prodigy -o out/tasks.jsonl
    """
    from polesitter.learn.exchange.folder import read_folder
    from polesitter.learn.exchange.formats import FORMATS
    from polesitter.text.writing import writing_to

    if predictions and to is not Tool.LABEL_STUDIO:
        raise PolesitterError(Errors.E740.format(tool=to.value))
    errors: Sequence[ReportError] = ()
    if read:
        plain, errors = _plain_reports(path)
        items: Iterable[Item] = _annotated(plain, model, path.name)
    else:
        items = read_folder(path)
    reports, aside = _parted(items)
    if not reports and not aside:
        raise PolesitterError(Errors.E707.format(path=path))
    with writing_to(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        if to is Tool.LABEL_STUDIO:
            author = _model_name(model) if read else path.name
            lost = _write_label_studio(reports, out, author if predictions or read else None)
        else:
            lost = FORMATS[to.value].write(reports, out)
    aside += _parted(lost)[1]
    complain(f"{_reports(len(reports) - len(lost))} written to {out}")
    _tell(aside, errors)


def import_reports(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="What the tool exported: a file or a folder.")
    ],
    from_: Annotated[Tool, typer.Option("--from", "-f", help="The tool that wrote it.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of annotated reports.")
    ],
    records: Annotated[
        Path | None,
        typer.Option(
            "--records",
            metavar="DIR",
            help="Take session and records from the reports of this folder, by id.",
            show_default=False,
        ),
    ] = None,
    annotator: Annotated[
        str | None,
        typer.Option(
            "--annotator",
            metavar="NAME",
            help="Only what this annotator did (Prodigy, Label Studio).",
            show_default=False,
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over reports that are there already.")
    ] = False,
) -> None:
    """Write what was annotated in another tool as corpus/GUIDE.md has it.

    A report that cannot be taken is named with file, line and offset (code points), and
    the others are written. Exits with 1 where one was set aside.

    [bold]Example[/bold]

      polesitter corpus import project-1.json --from label-studio -o corpus/new
    """
    from polesitter.learn.exchange.folder import read_folder, write_folder
    from polesitter.learn.exchange.formats import FORMATS
    from polesitter.learn.exchange.item import once_each
    from polesitter.learn.exchange.records import with_records
    from polesitter.text.writing import writing_to

    kind = FORMATS[from_.value]
    if not path.exists():
        raise PolesitterError(Errors.E701.format(source=path, message=Errors.E101))
    if path.is_dir() and not kind.is_folder:
        raise PolesitterError(Errors.E741.format(path=path, tool=from_.value))
    if annotator is not None and kind.read_by is None:
        raise PolesitterError(Errors.E744.format(tool=from_.value))
    if annotator is not None and kind.read_by is not None:
        told = kind.read_by(path, annotator)
    else:
        told = kind.read(path)
    items = once_each(told, path.name)
    if records is not None:
        known, _ = _parted(read_folder(records))
        items = with_records(items, known, records.as_posix())
    reports, aside = _parted(items)
    with writing_to(out):
        lost = write_folder(reports, out, replace=replace)
    complain(f"{_reports(len(reports) - len(lost))} written to {out}")
    _tell(aside + _parted(lost)[1])


def _write_label_studio(
    reports: "Sequence[GoldReport]", out: Path, predicted_by: str | None
) -> "list[Item]":
    from polesitter.learn.exchange.label_studio import write_label_studio
    from polesitter.learn.exchange.label_studio_config import labelling_config

    config = out.with_suffix(".xml")
    config.write_bytes(labelling_config().encode())
    complain(f"labelling interface written to {config}")
    return write_label_studio(reports, out, predicted_by=predicted_by)


def _plain_reports(path: Path) -> "tuple[Sequence[Report], Sequence[ReportError]]":
    from polesitter.run.named import read_named

    named = read_named(path)
    return named.reports, named.errors


def _annotated(reports: "Sequence[Report]", model: str | None, name: str) -> "Iterator[Item]":
    """What the pipeline finds in plain reports, by ids that can name files."""
    from polesitter.learn.corpus import GoldReport
    from polesitter.learn.exchange.item import once_each, safe_id
    from polesitter.learn.predicted import annotate
    from polesitter.run.model import load

    nlp = load(model)
    golds = [GoldReport(safe_id(one.source), one.text, (), {}, ()) for one in reports]
    return once_each((annotate(nlp, gold) for gold in golds), name)


def _model_name(model: str | None) -> str:
    from polesitter.run.model import model_version

    return model_version(model)


def _parted(items: "Iterable[Item]") -> "tuple[list[GoldReport], list[SetAside]]":
    from polesitter.learn.exchange.item import SetAside

    reports: list[GoldReport] = []
    aside: list[SetAside] = []
    for item in items:
        if isinstance(item, SetAside):
            aside.append(item)
        else:
            reports.append(item)
    return reports, aside


def _tell(aside: "Sequence[SetAside]", errors: "Sequence[ReportError]" = ()) -> None:
    """Name what was set aside, and leave with the code for it."""
    for one in aside:
        line = "" if one.line is None else f":{one.line}"
        offset = "" if one.offset is None else f" at {one.offset}"
        complain(f"set aside: {one.source}{line}{offset}: {one.reason}")
    tell_set_aside(errors)
    if aside:
        raise typer.Exit(SOME_SET_ASIDE)


def _reports(number: int) -> str:
    return f"{number} annotated report{'' if number == 1 else 's'}"
