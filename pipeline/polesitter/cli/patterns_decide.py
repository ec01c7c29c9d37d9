"""Going through suggestions by key: one on the screen, one key, the next."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from polesitter.cli.console import complain, screen
from polesitter.errors import PolesitterError

if TYPE_CHECKING:
    from polesitter.learn.suggest.admit import Added
    from polesitter.learn.suggest.sample_sentence import Encode
    from polesitter.learn.suggest.suggestion import Suggestion

KEYS = (
    "a accept   s the same as the near one   e mend the name   r reject   n next   b back   q quit"
)
QUIT = ("q", "\x03", "\x04", "\x1b")
NEXT = ("n", " ", "\r", "\n", "\x1b[C")
BACK = ("b", "\x1b[D")


def decide_by_key(folder: Path, found: Sequence["Suggestion"], encode: "Encode") -> list["Added"]:
    """Show suggestion after suggestion; return the lines written, those of rejections too."""
    from polesitter.review.terminal.suggestions import suggestion_view

    console = screen()
    added: dict[str, Added] = {}
    at = 0
    while at < len(found):
        one = found[at]
        console.print(suggestion_view(one, at + 1, len(found)))
        console.print(f"{KEYS}\n", style="dim")
        key = _key()
        if key in QUIT:
            break
        if key in BACK:
            at = max(0, at - 1)
        elif key in NEXT or one.id in added:
            at += 1
        elif key in ("a", "s", "e", "r"):
            try:
                added[one.id] = _decided(key, folder, one, encode)
                at += 1
            except PolesitterError as error:
                complain(str(error))
    return list(added.values())


def _decided(key: str, folder: Path, one: "Suggestion", encode: "Encode") -> "Added":
    """Write what a key stands for. Raises PolesitterError where the line is not fit."""
    from polesitter.learn.suggest.decide import accept, reject, respelled

    if key == "r":
        return reject(folder, one)
    if key == "e" and one.kind == "name":
        name = typer.prompt("Name", default=str(one.entry["pattern"]))
        return accept(folder, respelled(one, " ".join(name.split())), encode)
    as_id = one.near if key == "s" and one.kind == "name" else ""
    return accept(folder, one, encode, as_id)


def _key() -> str:
    """The key pressed, in small letters; "q" where there is nobody to press any."""
    try:
        return typer.getchar().lower() or "q"
    except (EOFError, KeyboardInterrupt):
        return "q"
