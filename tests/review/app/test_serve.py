import socket
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.review.app.library import Library
from polesitter.review.app.serve import READING, Setting, dataset_of, listen


def test_a_dataset_is_reviewed_as_it_is(library: Library, tmp_path: Path) -> None:
    setting = Setting((library.out,), tmp_path / "corpus", "Ann")
    assert dataset_of(setting, None) == library.out
    assert not (tmp_path / "corpus").exists()


def test_reports_are_read_first_and_those_that_left_are_forgotten(tmp_path: Path) -> None:
    reports, corpus = tmp_path / "reports", tmp_path / "corpus"
    reports.mkdir()
    for name in ("a.txt", "b.txt"):
        (reports / name).write_text(f"Ann Lee won the pole at Daytona. {name}\n")
    setting = Setting((reports,), corpus, "Ann")
    assert dataset_of(setting, None) == corpus / READING
    (reports / "a.txt").unlink()
    rows = Library(dataset_of(setting, None)).columns("reports", ["source"])
    assert rows["source"].to_pylist() == ["b.txt"]


def test_a_port_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PolesitterError, match=f"the port {port} on 127"):
            listen("127.0.0.1", port)


def test_only_this_machine_is_listened_to() -> None:
    with listen(Setting((), Path(), "").host, 0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
