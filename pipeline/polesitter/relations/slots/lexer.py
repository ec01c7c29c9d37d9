"""Cuts the text of a slot pattern into pieces, each with its column."""

import re
from dataclasses import dataclass

from polesitter.errors import Errors, PolesitterError

_PIECE = re.compile(
    r"""(?P<space>\s+)
    |\\(?P<sign>[^\s\w])
    |\{(?P<slot>[^{}]*)\}
    |<(?P<lemma>[^\W\d_]+)>
    |@(?P<macro>[A-Za-z]\w*)
    |(?P<skip>\.\.(?:\.|\d+))(?!\.)
    |(?P<any>_)(?!\w)
    |(?P<bracket>[()\[\]|])
    |(?P<word>[^\W_](?:[^\W_]|['’-]|\.(?=[^\W_]))*(?:\.(?!\.))?|['’][^\W_]*)
    |(?P<mark>[-,/:;#&%!?+"$–—])""",
    re.VERBOSE,
)

# The tokenizer writes the possessive apart; so must the words of a pattern.
_POSSESSIVE = re.compile(r"(?<=.)['’]s$|(?<=s)['’]$")

_CLOSERS = {"{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a pattern: `kind` as in the grammar, `column` from 1."""

    kind: str
    text: str
    column: int


def cut(pattern: str, where: str) -> list[Piece]:
    """The pieces of `pattern`, left to right, blanks left out.

    Raises PolesitterError (E301, E302) at a sign that begins no piece.
    """
    pieces: list[Piece] = []
    offset = 0
    while offset < len(pattern):
        found = _PIECE.match(pattern, offset)
        if found is None:
            raise _unreadable(pattern, offset, where)
        kind = str(found.lastgroup)
        if kind != "space":
            pieces.extend(_pieces(kind, found[kind], offset + 1))
        offset = found.end()
    return pieces


def place(where: str, column: int) -> str:
    """`where` with a column, as all messages name it."""
    return f"{where}, column {column}"


def _pieces(kind: str, text: str, column: int) -> list[Piece]:
    if kind in ("sign", "mark"):
        return [Piece("word", text, column)]
    if kind == "word" and (possessive := _POSSESSIVE.search(text)):
        cut_at = possessive.start()
        return [
            Piece("word", text[:cut_at], column),
            Piece("word", "'s", column + cut_at),
        ]
    return [Piece(kind, text, column)]


def _unreadable(pattern: str, offset: int, where: str) -> PolesitterError:
    sign = pattern[offset]
    spot = place(where, offset + 1)
    if sign in _CLOSERS and _CLOSERS[sign] not in pattern[offset:]:
        return PolesitterError(Errors.E302.format(where=spot, bracket=sign))
    hints = {
        "<": "Write a verb as <start>, its base form in letters only.",
        "{": "Write a slot as {label} or {label:role}.",
        "@": "Write a macro as @name.",
        ".": "A skip is `...` or `..3`; write \\. for a full stop.",
        "_": "`_` stands alone for one word.",
        "\\": "Write a backslash only before the sign that is meant.",
    }
    hint = hints.get(sign, f"Write \\{sign} for the sign itself.")
    return PolesitterError(Errors.E301.format(where=spot, found=repr(sign), hint=hint))
