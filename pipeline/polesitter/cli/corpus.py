"""`polesitter corpus`: annotated reports on disk."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import complain
from polesitter.cli.corpus_agree import agree
from polesitter.cli.corpus_check import check, stats
from polesitter.cli.corpus_exchange import export_reports, import_reports
from polesitter.errors import Errors, PolesitterError

corpus = typer.Typer(help="Work with annotated reports.", no_args_is_help=True)


@corpus.callback()
def _group() -> None:
    """Work with annotated reports."""


@corpus.command()
def plain(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of annotated .txt files.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where to write.")],
) -> None:
    """Take the marks out of annotated reports, so that they read as published.

    Only .txt files are written, under the same names; records stay where they are.

    [bold]Example[/bold]

      polesitter corpus plain corpus/dev -o out/plain
    """
    from polesitter.text.plain import unmark
    from polesitter.text.writing import writing_to

    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise PolesitterError(Errors.E703.format(folder=folder))
    if out.resolve() == folder.resolve():
        raise PolesitterError(Errors.E704.format(out=out))
    for file in files:
        text, _ = unmark(_decoded(file))
        target = out / file.relative_to(folder)
        with writing_to(out):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
    complain(f"{len(files)} plain reports written to {out}")


corpus.command("import")(import_reports)
corpus.command("export")(export_reports)
corpus.command()(check)
corpus.command()(stats)
corpus.command()(agree)


def _decoded(file: Path) -> str:
    try:
        # Bytes, because reading as text would turn every line end into \n.
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolesitterError(Errors.E705.format(path=file)) from error
