"""Polesitter as its compiled wheel has it, in an environment of its own, built once per source.

It borrows the libraries of this environment, so that both run on the same ones.
"""

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from peers import PLACE, ROOT, Peer, run

COMPILED = Peer("polesitter", "**polesitter, compiled**", ())
PACKAGES = "import sysconfig; print(sysconfig.get_path('purelib'))"
SOURCES = ("pyproject.toml", "hatch_build.py", "pipeline/polesitter", "models/en_qualifying")


def compiled_python(place: Path = PLACE, *, build: bool = True) -> Path:
    """The Python of an environment with the compiled wheel of the sources as they are.

    Compiling takes minutes; what was compiled is kept until a source changes. Raises
    LookupError where there is none and none is to be built, and CalledProcessError where
    it cannot be built.
    """
    folder = place / "compiled"
    python, ready = folder / "bin" / "python", folder / ".ready"
    digest = sources_digest()
    if ready.exists() and ready.read_text(encoding="utf-8") == digest:
        return python
    if not build:
        raise LookupError("not compiled since the sources changed; leave out --quick once")
    run([sys.executable, "-m", "venv", "--clear", str(folder)])
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "POLESITTER_COMPILE": "1"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    (wheel,) = folder.glob("polesitter-*.whl")
    run([str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)])
    packages = Path(run([str(python), "-c", PACKAGES]).strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    ready.write_text(digest, encoding="utf-8")
    return python


def sources_digest() -> str:
    """A digest of all that goes into the wheel, by name and content."""
    digest = hashlib.sha256(sys.version.encode())
    for source in SOURCES:
        path = ROOT / source
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(ROOT)}\n".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
