"""Lines around a report: bylines, credits, contacts."""

import pytest

from polesitter.text.furniture import furniture_of

LINES = [
    "By Nora Quill",
    "By Nora Quill, Gazette Sports",
    "By NORA QUILL | June 4",
    "Photo: Hugh Pell",
    "Photo courtesy - Hugh Pell",
    "Press contact: Nora Quill",
    "Contacts: Nora Quill, Hugh Pell",
    "Nora Quill, nora.quill@speed-news.example, 555-0177",
    "About Pell Speedway: Opened in 1961, it was won by Hugh Pell in 1970.",
    "About the series\n\nIts champions are Hugh Pell and Nora Quill.",
    "ABOUT ROE RACING\nNora Quill drove for it in 2009.",
    "Related stories: Pell wins at home; Quill out for a month",
    "\u00a9 2024 Pell Media. All rights reserved.",
]
OTHERS = [
    "By the time Nora Quill ran it rained.",
    "By Sunday Nora Quill had a new engine.",
    "By Hugh Pell's standards it was slow.",
    "Contact with Hugh Pell cost Quill the pole.",
    "About the rain: Quill had none.",
    "About 40 cars ran, Quill first.",
    "Photo finish: Quill by a thousandth",
    "Images of the crash did the rounds: Pell was unhurt.",
    "Quill, Pell and Roe have copyright on the front row.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_around_the_report(line: str) -> None:
    text = f"Quill on pole\n\n{line}\n\nQuill took the pole."
    assert [text[start:end] for start, end in furniture_of(text)] == [line]


@pytest.mark.parametrize("line", OTHERS)
def test_a_line_of_the_report(line: str) -> None:
    assert furniture_of(f"Quill on pole\n\n{line}\n\nQuill took the pole.") == []


@pytest.mark.parametrize("date", ["", "date 2019-06-04\n"])
def test_a_headline_is_no_paragraph_about_somebody(date: str) -> None:
    assert furniture_of(f"{date}About Time for Quill\n\nNora Quill took the pole.") == []
