"""Programs of the environment that polesitter runs in, in commands that are there to be copied."""

import shlex
import shutil
import sys
from pathlib import Path


def called(name: str) -> str:
    """Return how a program of this environment is called from here.

    By its name where the shell finds this very program by it; else by its path, for an
    environment that is not activated is not searched, and `python` may be another one.
    """
    here = shutil.which(name, path=str(Path(sys.executable).parent))
    if here is None or here == shutil.which(name):
        return name
    path, folder = Path(here), Path.cwd()
    return shlex.quote(str(path.relative_to(folder) if path.is_relative_to(folder) else path))
