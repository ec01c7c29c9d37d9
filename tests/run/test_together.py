"""Reports read together: as many as fit, in order, each as if it were alone."""

from collections.abc import Iterable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from polesitter.run.failure import failure
from polesitter.run.plan import Shard
from polesitter.run.together import extract_report, extract_reports, groups
from polesitter.run.worker import Options, extract_shard
from polesitter.types import Report


def reports(*texts: str) -> list[Report]:
    return [Report(f"{number}.txt", text, "0" * 64) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("chars", "sizes"),
    [
        ([1] * 5, [3, 2]),
        ([1, 50, 1, 1], [2, 2]),
        ([50, 50], [1, 1]),
        ([30, 30, 1], [2, 1]),
        ([], []),
    ],
)
def test_groups_have_so_many_reports_and_characters_at_most(
    chars: list[int], sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("polesitter.run.together.BATCH", 3)
    monkeypatch.setattr("polesitter.run.together.MOST_CHARS", 50)
    reads = reports(*["x" * n for n in chars])
    grouped = list(groups(reads))
    assert [len(group) for group in grouped] == sizes
    assert [read for group in grouped for read in group] == reads


def test_an_unreadable_input_keeps_its_place() -> None:
    error = failure("e.txt", "text", "{source} {detail}", ValueError("torn"))
    first, second = reports("Ann took pole.", "Bea took pole.")
    assert list(groups([first, error, second])) == [[first, error, second]]


def test_read_together_or_alone_reports_tell_the_same(nlp: Language) -> None:
    together = reports("Ann took pole.", "Rain stopped play.", "Bea took pole.")
    assert extract_reports(nlp, together) == [extract_report(nlp, report) for report in together]


def test_a_report_that_gets_lost_costs_only_itself(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_rain(docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        return (nlp(doc) for doc in docs if "Rain" not in doc.text)

    monkeypatch.setattr(nlp, "pipe", without_rain, raising=False)
    items = reports("Ann took pole.", "Rain stopped play.", "Bea took pole.")
    (tables,) = extract_shard(nlp, Shard("t", reports=tuple(items)), Options())
    assert tables["results"]["driver"].to_pylist() == ["Ann", "Bea"]
    assert tables["reports"].num_rows == len(items)
