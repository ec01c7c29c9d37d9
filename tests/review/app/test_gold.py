from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import read_gold, read_gold_report
from polesitter.review.app.cells import blank
from polesitter.review.app.gold import gold_of, gold_paths, marks_of, remove_gold, write_gold
from polesitter.review.app.rows import Row
from polesitter.types import LABELS, Mention

TEXT = "Zo\u00eb \U0001d4dbee beat Bo by .803 seconds; Zo\u00eb led [again].\n"
SESSION = {"date": "2024-05-18", "series": None, "event": 'The "200"', "track": "Lime Rock"}


def mention(words: str, label: str, entity: str | None = None, after: int = 0) -> Mention:
    start = TEXT.index(words, after)
    return Mention(start, start + len(words), words, label, entity_id=entity)


MENTIONS = [
    mention("Zo\u00eb \U0001d4dbee", "DRIVER", "d7"),
    mention("Bo", "DRIVER", "d3"),
    mention(".803 seconds", "GAP"),
    mention("Zo\u00eb", "DRIVER", "d7", after=9),
]


def row(**values: Any) -> Row:
    return Row("a0", blank() | values)


def test_the_corpus_reads_back_what_was_accepted(tmp_path: Path) -> None:
    rows = [row(driver="Zo\u00eb \U0001d4dbee", position=1), row(driver="Bo", gap=0.803)]
    write_gold(tmp_path, gold_of("lake-01", TEXT, MENTIONS, SESSION, rows))
    (gold,) = read_gold([tmp_path])
    assert (gold.id, gold.text) == ("lake-01", TEXT)
    assert [(TEXT[m.start : m.end], m.label, m.id) for m in gold.marks] == [
        ("Zo\u00eb \U0001d4dbee", "DRIVER", "d1"),
        ("Bo", "DRIVER", "d2"),
        (".803 seconds", "GAP", None),
        ("Zo\u00eb", "DRIVER", "d1"),
    ]
    assert gold.session == SESSION
    assert list(gold.records) == [one.values for one in rows]


def test_records_have_the_form_of_the_corpus(root: Path, tmp_path: Path) -> None:
    ours = root / "corpus" / "train" / "formula-02.json"
    gold = read_gold_report(ours)
    rows = [Row(str(number), dict(record)) for number, record in enumerate(gold.records)]
    written = gold_of(gold.id, gold.text, [], gold.session, rows)
    assert written.record.rstrip("\n") == ours.read_text(encoding="utf-8").rstrip("\n")
    assert tmp_path.exists()


def test_a_report_without_rows(tmp_path: Path) -> None:
    write_gold(tmp_path, gold_of("lake-01", TEXT, [], SESSION, []))
    assert next(read_gold([tmp_path])).records == ()


def test_windows_line_ends(tmp_path: Path) -> None:
    text = "Ann won.\r\nBo did not.\r\n"
    mentions = [Mention(10, 12, "Bo", "DRIVER", entity_id="d0")]
    write_gold(tmp_path, gold_of("x", text, mentions, SESSION, []))
    gold = next(read_gold([tmp_path]))
    assert [gold.text[mark.start : mark.end] for mark in gold.marks] == ["Bo"]


def test_a_mention_that_runs_over_a_line_end_is_written_on_one_line(tmp_path: Path) -> None:
    text = "Ann\nLee won.\n"
    mentions = [Mention(0, 7, "Ann\nLee", "DRIVER", entity_id="d0")]
    write_gold(tmp_path, gold_of("x", text, mentions, SESSION, []))
    gold = next(read_gold([tmp_path]))
    assert gold.text == "Ann Lee won.\n"
    assert [(mark.start, mark.end) for mark in gold.marks] == [(0, 7)]


def test_a_text_that_looks_marked_is_refused() -> None:
    with pytest.raises(PolesitterError, match="DRIVER d1"):
        gold_of("x", "[Ann](DRIVER d1) won.", [], SESSION, [])


def test_files_go_together_and_leave_nothing_behind(tmp_path: Path) -> None:
    write_gold(tmp_path, gold_of("x", TEXT, MENTIONS, SESSION, []))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.json", "x.txt"]
    remove_gold(tmp_path, "x")
    remove_gold(tmp_path, "x")
    assert not any(path.exists() for path in gold_paths(tmp_path, "x"))


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from("abc")), max_size=8))
def test_ids_are_numbered_by_label_in_text_order(told: list[tuple[str, str]]) -> None:
    mentions = [
        Mention(10 * n, 10 * n + 5, "words", label, entity_id=f"{label}{entity}")
        for n, (label, entity) in enumerate(told)
    ]
    ids = [mark.id for mark in marks_of(mentions)]
    for label in LABELS:
        own = [one for one, (other, _) in zip(ids, told, strict=True) if other == label and one]
        first_seen = list(dict.fromkeys(own))
        assert [int(one[1:]) for one in first_seen] == list(range(1, len(first_seen) + 1))
