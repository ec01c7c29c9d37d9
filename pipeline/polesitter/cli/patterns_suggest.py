"""`polesitter patterns suggest`: what articles nobody annotated would have patterns/ take in."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.articles import read_articles
from polesitter.cli.console import complain, screen, write_json
from polesitter.cli.options import Json, Model
from polesitter.cli.patterns_folder import PatternsFolder, chosen_folder, sentence_reader, told
from polesitter.errors import PolesitterError

if TYPE_CHECKING:
    from polesitter.learn.suggest.admit import Added
    from polesitter.learn.suggest.sample_sentence import Encode
    from polesitter.learn.suggest.suggestion import Suggestion


def suggest(
    new: Annotated[list[Path], typer.Argument(metavar="NEW", help="Articles: files and folders.")],
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID[=KNOWN]",
            help="Write this suggestion into patterns/; =KNOWN: as another name of that entity.",
            show_default=False,
        ),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(
            "--reject", metavar="ID", help="Never suggest this again.", show_default=False
        ),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help="List them, and ask nothing, in a terminal too.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="Suggestions listed.")
    ] = 30,
    folder: PatternsFolder = None,
    as_json: Json = False,
    model: Model = None,
) -> None:
    """Suggest names and slot patterns from articles, by the cells they would gain.

    Names that no pattern spells; sentences that tell of a driver and a figure, of which
    nothing was made; sentences one word off a slot pattern. In a terminal each is shown, to
    be taken in or not by a key; otherwise they are listed.

    [bold]Examples[/bold]

      polesitter patterns suggest new/
      polesitter patterns suggest new/ --list --limit 100
      polesitter patterns suggest new/ --accept team:calder-hill-racing
    """
    from polesitter.learn.suggest.decide import rejected
    from polesitter.learn.suggest.suggest import suggest as find
    from polesitter.run.model import load

    chosen = chosen_folder(folder)
    reports = read_articles(new)
    nlp = load(model)
    encode = sentence_reader(nlp)
    found = find(nlp, reports, chosen, encode, rejected(chosen))
    if accept or reject:
        added = _decide(chosen, found, encode, accept or [], reject or [])
        _tell(chosen, added, as_json=as_json)
    elif as_json:
        from polesitter.review.suggestion_values import suggestion_values

        write_json(suggestion_values(found))
    elif found and not only_list and _is_watched():
        from polesitter.cli.patterns_decide import decide_by_key

        _tell(chosen, decide_by_key(chosen, found, encode), as_json=False)
    else:
        from polesitter.review.terminal.suggestions import suggestions_view

        screen().print(suggestions_view(found, limit))


def _decide(
    folder: Path,
    found: Sequence["Suggestion"],
    encode: "Encode",
    accepted: Sequence[str],
    rejected: Sequence[str],
) -> list["Added"]:
    """Write what was accepted and rejected. Raises PolesitterError (E677) before any is written."""
    from polesitter.learn.suggest.decide import accept, reject
    from polesitter.learn.suggest.errors import Errors

    by_id = {one.id: one for one in found}
    wanted = [asked.partition("=") for asked in accepted]
    for own, _, _ in [*wanted, *(asked.partition("=") for asked in rejected)]:
        if own not in by_id:
            raise PolesitterError(Errors.E677.format(id=own))
    added = [accept(folder, by_id[own], encode, known) for own, _, known in wanted]
    return [*added, *(reject(folder, by_id[own]) for own in rejected)]


def _is_watched() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(folder: Path, added: Sequence["Added"], *, as_json: bool) -> None:
    if as_json:
        from polesitter.review.suggestion_values import added_values

        write_json(added_values(added))
        return
    for one in added:
        complain(told(folder, one))
    if added:
        complain("extraction follows when the model is built anew: make model")
