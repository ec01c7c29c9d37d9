"""How the matches of a regular expression begin, and what each of them must hold.

A search tries an expression at every character of a text. Knowing the first letters
of its matches, one look at the words of the text finds the few places worth a try;
knowing a literal that no match can do without, most texts are done with at once.
Both are read off the expression itself, so that whoever writes one need not care.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

WIDTH: Final = 3
"""Characters of an opening that are told apart."""

Openings = set[tuple[str, bool]]
"""How matches begin, in lower case, and whether what follows that is still spelled out."""
Sequel = Iterable[tuple[Any, Any]]
"""Elements of a parsed expression: what each is, and its argument."""

_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
_NO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_LARGEST_SET: Final = 12


def openings(pattern: re.Pattern[str]) -> frozenset[str]:
    """The first WIDTH characters of every possible match, in lower case.

    An opening is shorter where a match may end there, or go on with characters that
    are not spelled out; so "" stands for a match that can begin in any way.
    """
    parsed = parser.parse(pattern.pattern, pattern.flags)
    return frozenset(opening for opening, _ in _extend({("", True)}, parsed))


def required(pattern: re.Pattern[str]) -> frozenset[str]:
    """Strings in lower case one of which every match holds; empty where none is sure."""
    return _required(parser.parse(pattern.pattern, pattern.flags))


def _extend(found: Openings, sequence: Sequel) -> Openings:
    for op, argument in sequence:
        if not any(is_open for _, is_open in found):
            break
        found = _step(found, op, argument)
    return found


def _step(found: Openings, op: Any, argument: Any) -> Openings:
    """The openings after one more element of the expression."""
    if op is ops.LITERAL:
        return _append(found, [chr(argument)])
    if op is ops.IN:
        return _append(found, _characters(argument))
    if op is ops.SUBPATTERN:
        return _extend(found, argument[-1])
    if op is ops.BRANCH:
        return set().union(*(_extend(found, branch) for branch in argument[1]))
    if op in _REPEATS:
        return _repeat(found, *argument)
    return found if op in _NO_WIDTH else _append(found, None)


def _repeat(found: Openings, least: int, most: int, sequence: Sequence[Any]) -> Openings:
    reached: Openings = set(found) if least == 0 else set()
    for times in range(1, min(most, least + WIDTH) + 1):
        found = _extend(found, sequence)
        if times >= least:
            reached |= found
    return reached


def _characters(parts: Sequel) -> list[str] | None:
    """The characters of a set, None where they are many or told by what they are not.

    Digits are taken for those of ASCII; Phrases sees to the others.
    """
    characters: list[str] = []
    for kind, argument in parts:
        if kind is ops.LITERAL:
            characters.append(chr(argument))
        elif kind is ops.RANGE and argument[1] - argument[0] < _LARGEST_SET:
            characters.extend(chr(code) for code in range(argument[0], argument[1] + 1))
        elif kind is ops.CATEGORY and argument is ops.CATEGORY_DIGIT:
            characters.extend("0123456789")
        else:
            return None
    return characters


def _append(found: Openings, characters: Sequence[str] | None) -> Openings:
    """Each opening that is still open, with one of the characters (None: any) after it."""
    longer: Openings = {(opening, False) for opening, is_open in found if not is_open}
    for opening, is_open in found:
        if is_open and characters is None:
            longer.add((opening, False))
        elif is_open and characters is not None:
            texts = [opening + character.lower() for character in characters]
            longer.update((text, len(text) < WIDTH) for text in texts)
    return longer


def _required(sequence: Sequel) -> frozenset[str]:
    """The literals of the element that has the longest; a run of letters is one element."""
    choices: list[frozenset[str]] = []
    run = ""
    for op, argument in sequence:
        run = run + chr(argument).lower() if op is ops.LITERAL else ""
        if run:
            choices.append(frozenset({run}))
        elif op is ops.SUBPATTERN or (op in _REPEATS and argument[0] > 0):
            choices.append(_required(argument[-1]))
        elif op is ops.BRANCH:
            branches = [_required(branch) for branch in argument[1]]
            choices.append(frozenset().union(*branches) if all(branches) else frozenset())
    return max(choices, key=_shortest, default=frozenset())


def _shortest(texts: Iterable[str]) -> int:
    return min((len(text) for text in texts), default=0)
