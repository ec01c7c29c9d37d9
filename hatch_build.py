"""Compiles what reading a report spends its time in, where the build is asked to.

With POLESITTER_COMPILE=1 a wheel has the modules of `[tool.hatch...hooks.custom]` in
pyproject.toml twice: as Python and as C extensions, which come first when they are
imported. Without it the wheel is pure Python.
"""

import os
import shlex
import shutil
import sysconfig
from collections.abc import Iterable
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "POLESITTER_COMPILE"
NEEDED = ("mypy[mypyc]>=1.18", "numpy>=2", "setuptools>=77")
PACKAGE = "polesitter"
NO_COMPILER = (
    f"{ASKED} is set, but the C compiler {{command!r}} was not found. Install one "
    "(gcc, clang, or the build tools of Visual Studio) and the headers of Python, name "
    f"another in CC, or unset {ASKED}: polesitter works without, only slower."
)
FAILED = f"{{told}}\n{{error}}\n{ASKED} is set, but compiling failed; the reason stands above."


class CompilingHook(BuildHookInterface[Any]):
    """Adds compiled modules to a wheel; does nothing unless it is asked to."""

    def dependencies(self) -> list[str]:
        """What compiling needs, installed where the build has an environment of its own."""
        return list(NEEDED) if _is_asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the extensions into the wheel beside their sources."""
        if version == "editable" or not _is_asked():
            return
        source = Path(self.root, self.config["source"])
        modules = _chosen(source, self.config["compiled"], self.config["left"])
        self.folder = TemporaryDirectory(prefix="polesitter-compiled-")
        place = Path(self.folder.name)
        shutil.copytree(source / PACKAGE, place / PACKAGE, ignore=shutil.ignore_patterns("*.so"))
        missing = _missing_compiler()
        if missing is not None:
            self.app.abort(NO_COMPILER.format(command=missing))
        with chdir(place), redirect_stdout(StringIO()) as told:
            try:
                _compile(modules)
            except SystemExit as error:
                self.app.abort(FAILED.format(told=told.getvalue(), error=error))
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        for built in place.rglob(f"*{suffix}"):
            inside = built.relative_to(place)
            if inside.parts[0] != "build":
                build_data["force_include"][str(built)] = inside.as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled, once it is in the wheel."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def _is_asked() -> bool:
    return os.environ.get(ASKED, "") not in ("", "0")


def _missing_compiler() -> str | None:
    """The command that would compile, if there is no such program; Windows finds its own."""
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "")
    return command[0] if command and shutil.which(command[0]) is None else None


def _chosen(source: Path, compiled: Iterable[str], left: Iterable[str]) -> list[str]:
    """The modules to compile, as paths from `source`: those of one list less those of the other."""
    package = source / PACKAGE
    out = {path for pattern in left for path in package.glob(pattern)}
    found = {path for pattern in compiled for path in package.glob(pattern)}
    return sorted(path.relative_to(source).as_posix() for path in found - out)


def _compile(modules: list[str]) -> None:
    """Build an extension beside each module, all of them one unit to the compiler.

    Exits where a module has a type that is wrong, or where the compiler fails.
    """
    from mypyc.build import mypycify
    from setuptools import setup

    # Not every library that is imported need be there to compile, nor have types.
    types = ["--config-file=", "--ignore-missing-imports"]
    extensions = mypycify([*types, *modules], group_name=PACKAGE, debug_level="0")
    setup(
        name=PACKAGE, py_modules=[], ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--inplace"],
    )  # fmt: skip
