from pathlib import Path

from typer.testing import CliRunner

from polesitter.cli.main import app


def plain(*args: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["corpus", "plain", *[str(arg) for arg in args]])
    return result.exit_code, result.stderr


def test_marks_are_taken_out_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    marked = "[Zoë Lee](DRIVER d1) took [pole](POSITION) [sic].\r\n"
    (tmp_path / "in" / "sub" / "a.txt").write_bytes(marked.encode())
    assert plain(tmp_path / "in", "-o", tmp_path / "out")[0] == 0
    written = (tmp_path / "out" / "sub" / "a.txt").read_bytes().decode()
    assert written == "Zoë Lee took pole [sic].\r\n"


def test_the_marks_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[Lee](DRIVER d1)", encoding="utf-8")
    code, complaint = plain(tmp_path, "-o", tmp_path)
    assert code == 2
    assert "Write elsewhere" in complaint
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "[Lee](DRIVER d1)"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    code, complaint = plain(tmp_path, "-o", tmp_path / "out")
    assert code == 2
    assert "holds no .txt files" in complaint
