"""A wheel in an environment of its own, and programs run there."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

EXECUTABLES = "Scripts" if os.name == "nt" else "bin"
PACKAGES = "import sysconfig; print(sysconfig.get_path('purelib'))"


def run(*args: str | Path, cwd: Path, **settings: str) -> str:
    """Run a program that knows nothing of this process's paths; return what it prints.

    `settings` are added to its environment.
    """
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    env = {name: value for name, value in os.environ.items() if name not in hidden} | settings
    done = subprocess.run(
        [str(arg) for arg in args], capture_output=True, text=True, check=False, cwd=cwd, env=env
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def install_alone(wheel: Path, folder: Path) -> Path:
    """Executables of a new environment with the wheel alone; its dependencies are borrowed.

    A path file lends them: path files in the lender's folder, such as the one of an
    editable install, are not followed from there.
    """
    venv.create(folder, with_pip=False)
    python = folder / EXECUTABLES / "python"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    lender = sysconfig.get_path("purelib")
    packages = run(python, "-c", PACKAGES, cwd=folder)
    (Path(packages.strip()) / "borrowed.pth").write_text(f"{lender}\n", encoding="utf-8")
    return python.parent
