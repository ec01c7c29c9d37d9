"""Reports that are hard to count in, and a plain one."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import PREFIXES
from polesitter.text.plain import Mark
from polesitter.types import LABELS

SESSION = {"date": "2024-06-21", "series": None, "event": "Gl\u00fcck\u2028 120", "track": None}
ROW: dict[str, Any] = {"class": None, "position": 1, "driver": 'Ann "Ace" Lee', "gap": 0.803}

# Astral signs, combining accents, line ends of three kinds, tabs, spaces that are none to
# some tools, quotes in quotes, and the signs that the formats themselves are written with.
HARD = [
    "\U0001f3c1", "\U0001f468\u200d\U0001f527", "e\u0301", "o\u0308\u0323", "\u00c5", "\u4e2d",
    "\r\n", "\n", "\n\n", "\t", " ", "  ", "\u00a0", "\u2028", "\x1c", "\x85", "\ufeff",
    '"', "'", "\u201c\u2018", "\u2019\u201d", "[", "]", "(", "](", "{", "}", ",", ":", ";", "\\",
    "#", "*", "T1", "O", "B-DRIVER", "-", "-DOCSTART-", ".803", "1'23.7", "Lee", "Ann", "d1",
    "<b>", "&amp;",
]  # fmt: skip


@st.composite
def reports(draw: st.DrawFn, *, edges: bool = True) -> GoldReport:
    """A report of hard text with marks anywhere; without `edges` none begins or ends in space."""
    # A byte order mark that opens a file is no part of its text.
    pieces = draw(st.lists(st.sampled_from(HARD), min_size=1, max_size=30))
    text = "".join(pieces).lstrip("\ufeff") or "x"
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    marks = []
    owner: dict[str, str] = {}
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        words = text[start:end]
        if not edges and (not words.strip() or words != words.strip()):
            continue
        label = draw(st.sampled_from(LABELS))
        prefix = PREFIXES.get(label)
        name = f"{prefix}{draw(st.integers(1, 3))}" if prefix else None
        if name is not None:
            owner[name] = label
        marks.append(Mark(start, end, label, name))
    return GoldReport("some-01", text, tuple(marks), dict(SESSION), (dict(ROW),))


@pytest.fixture
def plain() -> GoldReport:
    """Two drivers, one of them named twice, and a place."""
    text = "Lee took pole.\r\nAnn Lee beat Bo Ray \U0001f3c1 there."
    marks = (
        Mark(0, 3, "DRIVER", "d1"),
        Mark(9, 13, "POSITION"),
        Mark(16, 23, "DRIVER", "d1"),
        Mark(29, 35, "DRIVER", "d2"),
    )
    return GoldReport("plain-01", text, marks, dict(SESSION), (dict(ROW),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a format may write."""
    return tmp_path / "written"
