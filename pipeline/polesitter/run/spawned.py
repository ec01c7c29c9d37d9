"""Processes that a run starts: Ctrl-C is left to the run, and none of them outlives it."""

import multiprocessing
import os
import signal
import threading
from multiprocessing import resource_tracker


def hold_back_ctrl_c() -> None:
    """Keep Ctrl-C from this thread and from the processes it starts, which may just come up."""
    if hasattr(signal, "pthread_sigmask"):
        # The tracker comes first: starting it lets the signal through again.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def begin_worker() -> None:
    """Leave Ctrl-C to the run that started this process, and end with that run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
