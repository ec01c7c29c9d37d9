"""What is wrong with marks, one example a line."""

import pytest

from polesitter.learn.corpus_check.marks import check_marks


def problems(marked: str) -> list[tuple[int | None, str, str]]:
    return [(found.line, found.severity, found.message) for found in check_marks("a.txt", marked)]


@pytest.mark.parametrize(
    ("marked", "severity", "message"),
    [
        (
            "[Lee](DRVER d1) led.",
            "error",
            "'](DRVER d1)' is left over: DRVER is no label. Labels: DRIVER, T",
        ),
        ("took [pole](POLE).", "error", "'](POLE)' is left over: POLE is no label. Labels: "),
        ("[Lee](DRIVER d1 led.", "error", "'](DRIVER' is left over: a mark is [words](LABEL id)"),
        ("[Lee](DRIVER D1) led.", "error", "'](DRIVER D1)' is left over: a mark is [words]"),
        ("[A\nLee](DRIVER d1) led.", "error", "'](DRIVER d1)' is left over: a mark is [words]"),
        (
            "[Ann [Lee](DRIVER d1)](DRIVER d1) led.",
            "error",
            "'](DRIVER d1)' is left over: marks may not be nested",
        ),
        ("[Lee](DRIVER) led.", "error", "'Lee' is a DRIVER without an id"),
        ("[third](POSITION p1)", "error", "which has no id"),
        ("[Lee](DRIVER t1) led.", "error", "the id of a DRIVER is d1, d2 …, not t1"),
        ("[Lee](DRIVER d0) led.", "error", "not d0"),
        ("[Lee ](DRIVER d1)led.", "error", "'Lee ' begins or ends with a space"),
        ("[](DRIVER d1) led.", "error", "a DRIVER without words"),
        ("[Lee](DRIVER d1) [LEE](DRIVER d2)", "warning", "'lee' is d2 here and d1 before"),
        ("[Ann Lee](DRIVER d1). Lee led.", "warning", "'Lee' is a driver's surname"),
        ("[Ann Lee](DRIVER d1) LEE LEADS", "warning", "'LEE' is a driver's surname"),
        ("[Ann Lee](DRIVER d1). Ann Lee led.", "warning", "'Lee' is a driver's surname"),
        ("[Bo Ray Jr.](DRIVER d1). Ray led.", "warning", "'Ray' is a driver's surname"),
    ],
)
def test_wrong(marked: str, severity: str, message: str) -> None:
    found = problems(marked)
    assert len(found) == 1, found
    assert found[0][1] == severity
    assert message in found[0][2]


@pytest.mark.parametrize(
    "marked",
    [
        "[Ann Lee](DRIVER d1)'s [third](POSITION), [Lee](DRIVER d1) said [sic].",
        "[Ann Lee](DRIVER d1) thanked [Lee Racing](TEAM t1).",
        "[Ann Lee](DRIVER d1) and her brother Tom Lee.",
        "[Ann Lee](DRIVER d1) leeway Leeds",
        "[Al Al](DRIVER d1). Al led.",
        "See [the page](https://example.org) (TEAM news).",
        "[Lee](DRIVER d1) of [Lee](TEAM t1)",
    ],
)
def test_right(marked: str) -> None:
    assert problems(marked) == []


def test_the_line_is_told() -> None:
    assert problems("One.\r\n\r\n[Lee](DRIVER) led.\n[Ray](DRIVER) too.")[0][0] == 3
