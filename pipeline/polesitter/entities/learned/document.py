"""What the whole report says of a word: its genre, who shares a surname, what is short for what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.cues import CUE_CODE, GENRES
from polesitter.entities.learned.page import Page
from polesitter.entities.learned.words import CAPITAL, DIGITS, LOWER, NEWLINE

Ints = NDArray[np.int64]

FIRST_NAME_TYPES = (50, 60)
"""Range of `Word.type` for first names."""


_COMPANY = np.isin(np.arange(len(CUE_CODE) + 1), [CUE_CODE[c] for c in ("team", "track", "event")])
"""By cue code: whether the word ends the name of a team, track or event."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Facts of the report at large.

    `genres`: of each document the code of the strongest genre, 0 where no cue word stands;
    `columns`: six rows of padded tokens, which the properties name.
    """

    genres: Ints
    columns: Ints

    @property
    def surname(self) -> Ints:
        """1 where the word elsewhere follows a first name."""
        return self._column(0)

    @property
    def opens(self) -> Ints:
        """1 where the word elsewhere opens a longer name."""
        return self._column(1)

    @property
    def closes(self) -> Ints:
        """1 where the word elsewhere ends a longer name."""
        return self._column(2)

    @property
    def lower(self) -> Ints:
        """1 where the word elsewhere is written in lower case."""
        return self._column(3)

    @property
    def line(self) -> Ints:
        """Bit 0: the line is in title case; bits 1-2: it begins with 0 word, 1 digits, 2 sign."""
        return self._column(4)

    @property
    def place(self) -> Ints:
        """Tokens since the line began, up to 7."""
        return self._column(5)

    def _column(self, row: int) -> Ints:
        column: Ints = self.columns[row]
        return column


def read_setting(page: Page) -> Setting:
    """Return the document-level facts of a page, those of each document by themselves."""
    words, kinds, types = page.column("word"), page.column("kind"), page.column("type")
    capital = (kinds & CAPITAL) > 0
    pair = (capital[:-1] & capital[1:]).nonzero()[0]
    first = types[pair]
    named = (first >= FIRST_NAME_TYPES[0]) & (first < FIRST_NAME_TYPES[1])
    company = _COMPANY[page.column("cue")[pair + 1]]
    codes = codes_of(words ^ page.salts)
    columns = np.empty((6, len(words)), dtype=np.int64)
    marked = np.zeros((4, len(words)), dtype=np.int64)
    marked[0, codes[pair[named] + 1]] = 1
    marked[1, codes[pair[company]]] = 1
    marked[2, codes[pair[~company] + 1]] = 1
    marked[3, codes[(kinds & LOWER) > 0]] = 1
    marked.take(codes, axis=1, out=columns[:4], mode="clip")
    columns[4], columns[5] = read_lines(kinds)
    return Setting(strongest_genres(page), columns)


def codes_of(values: Ints) -> Ints:
    """Return small numbers that are equal where the values are."""
    order = values.argsort()
    ordered = values[order]
    differs = np.zeros(len(values), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=differs[1:])
    codes = np.empty(len(values), dtype=np.int64)
    codes[order] = differs.cumsum()
    return codes


def read_lines(kinds: Ints) -> tuple[Ints, Ints]:
    """Return what each token's line is like, and how far in it the token stands.

    A line is in title case where capitalised words outnumber small ones four to one.
    """
    breaks = (kinds & NEWLINE) > 0
    number = breaks.cumsum()
    count = int(number[-1]) + 1
    small = np.bincount(number[(kinds & LOWER) > 0], minlength=count)
    capital = np.bincount(number[(kinds & CAPITAL) > 0], minlength=count)
    starts = np.zeros(count, dtype=np.int64)
    starts[1:] = breaks.nonzero()[0]
    place = np.arange(len(kinds))
    place -= starts[number]
    lead = kinds[np.minimum(starts + 1, len(kinds) - 1)]
    manner = np.where(lead & DIGITS, 1, 2 * (lead == 0))
    return ((4 * small < capital) + 2 * manner)[number], np.minimum(place, 7)


def strongest_genres(page: Page) -> Ints:
    """Return by document the genre with most cue words, 0 for none (first wins a tie)."""
    codes, documents = len(GENRES) + 1, len(page.begins)
    genres = page.owners * codes + page.column("genre")
    counts = np.bincount(genres, minlength=documents * codes).reshape(documents, codes)
    counts[:, 0] = 0
    strongest: Ints = counts.argmax(axis=1)
    return strongest
