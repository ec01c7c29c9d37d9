"""Two folders change places in one step, so that a name always leads to a whole folder."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
"""The flags of Linux' renameat2 and of macOS' renamex_np; both are 2."""


def exchange_folders(used: Path, fresh: Path) -> None:
    """Let two folders on one disk change their names.

    Where the system or the disk cannot do so in one step, `used` is renamed out of the
    way first; `put_back` mends what a kill between these steps leaves. Raises OSError.
    """
    if _exchanged(used, fresh):
        return
    outgoing = _outgoing(used)
    used.rename(outgoing)
    fresh.rename(used)
    outgoing.rename(fresh)


def put_back(used: Path) -> None:
    """Mend an exchange that was interrupted between two steps, if there was one."""
    outgoing = _outgoing(used)
    if not outgoing.is_dir():
        return
    if used.exists():
        shutil.rmtree(outgoing)
    else:
        outgoing.rename(used)


def _outgoing(used: Path) -> Path:
    return used.with_name(f".{used.name}.outgoing")


def _exchanged(used: Path, fresh: Path) -> bool:
    """Ask the system to do it in one step; False where it cannot."""
    if os.name != "posix":
        return False
    # Python has no call for it.
    system = ctypes.CDLL(None)
    one, other = os.fsencode(used), os.fsencode(fresh)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        return bool(system.renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(system, "renamex_np"):
        return bool(system.renamex_np(one, other, RENAME_SWAP) == 0)
    return False
