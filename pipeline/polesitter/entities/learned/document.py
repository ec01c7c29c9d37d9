"""What the whole report says of a word: its genre, who shares a surname, what is short for what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.cues import CUE_CODE, GENRES
from polesitter.entities.learned.page import Page
from polesitter.entities.learned.words import CAPITAL, DIGITS, LOWER, NEWLINE

Ints = NDArray[np.int64]

FIRST_NAME_TYPES = (50, 60)
"""Range of `Word.type` for first names."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Facts of the report at large.

    `genre`: code of the strongest genre, 0 where no cue word stands; per padded
    token, 1 where its word elsewhere follows a first name (`surname`), opens a
    longer name (`opens`), ends one (`closes`), or is written in lower case (`lower`).
    `line`: per padded token what its line is like: bit 0 written in title case,
    bits 1-2 how it begins (0 word, 1 digits, 2 other sign).
    `place`: tokens since the line began, up to 7.
    """

    genre: int
    surname: Ints
    opens: Ints
    closes: Ints
    lower: Ints
    line: Ints
    place: Ints


def read_setting(page: Page) -> Setting:
    """Return the document-level facts of a page."""
    words, kinds, types = page.column("word"), page.column("kind"), page.column("type")
    capital = (kinds & CAPITAL) > 0
    pair = np.flatnonzero(capital[:-1] & capital[1:])
    named = (types[pair] >= FIRST_NAME_TYPES[0]) & (types[pair] < FIRST_NAME_TYPES[1])
    cue = page.column("cue")
    company = np.isin(cue[pair + 1], [CUE_CODE["team"], CUE_CODE["track"], CUE_CODE["event"]])
    lower = (kinds & LOWER) > 0
    line, place = read_lines(kinds)
    return Setting(
        genre=strongest_genre(page),
        surname=_marks(words, words[pair[named] + 1]),
        opens=_marks(words, words[pair[company]]),
        closes=_marks(words, words[pair[~company] + 1]),
        lower=_marks(words, words[lower]),
        line=line,
        place=place,
    )


def read_lines(kinds: Ints) -> tuple[Ints, Ints]:
    """Return what each token's line is like, and how far in it the token stands.

    A line is in title case where capitalised words outnumber small ones four to one.
    """
    breaks = (kinds & NEWLINE) > 0
    number = np.cumsum(breaks)
    count = int(number[-1]) + 1
    small = np.bincount(number[(kinds & LOWER) > 0], minlength=count)
    capital = np.bincount(number[(kinds & CAPITAL) > 0], minlength=count)
    starts = np.append(0, np.flatnonzero(breaks))
    place = np.arange(len(kinds)) - starts[number]
    lead = kinds[np.minimum(starts + 1, len(kinds) - 1)]
    manner = np.where(lead & DIGITS > 0, 1, np.where(lead == 0, 2, 0))
    titled = (4 * small < capital).astype(np.int64)
    return (titled + 2 * manner)[number], np.minimum(place, 7)


def strongest_genre(page: Page) -> int:
    """Return the code of the genre with most cue words, 0 for none (first wins a tie)."""
    counts = np.bincount(page.column("genre"), minlength=len(GENRES) + 1)
    counts[0] = 0
    return int(counts.argmax()) if counts.any() else 0


def string_ids(page: Page, candidates: Candidates, column: str) -> Ints:
    """Return one hash per candidate of its tokens' values in a column, in order."""
    ids: Ints = page.strings(column)[candidates.ends - candidates.starts - 1, candidates.starts]
    return ids


def _marks(words: Ints, wanted: Ints) -> Ints:
    return np.isin(words, wanted).astype(np.int64)
