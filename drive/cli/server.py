"""`drive serve` and `drive worker`."""

from __future__ import annotations

import argparse
import ctypes
import signal
import socket
import subprocess
import sys
import time
from types import FrameType
from typing import Any

from drive.cli.application import start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say

LONGEST_END = 30.0
"""Seconds that a part has to finish what it is doing before it is ended at once."""

_Parts = dict[str, "subprocess.Popen[bytes]"]


def add_to(commands: Any) -> None:
    """Add the two commands."""
    about = "Serve the site, with its background worker. Only demonstration mode serves."
    serve = commands.add_parser("serve", help=about, description=about)
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="port (8000)")
    serve.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="address (127.0.0.1)")
    serve.set_defaults(run=run_serve)
    about = "Run the background worker alone: imports, freezes and evaluations are its jobs."
    worker = commands.add_parser("worker", help=about, description=about)
    worker.add_argument(
        "--until-idle", action="store_true", help="end when no job is left to be done"
    )
    worker.set_defaults(run=run_worker)


def run_serve(given: argparse.Namespace) -> None:
    """Start the site and the worker, and end both when one ends or we are asked to."""
    _check_port(given.host, given.port)
    start_with_database()
    from drive.web.pilot.queries import refuse_other_data

    refuse_other_data()
    parts = {"site": _start(*_site(given)), "worker": _start("drive.cli", "worker")}
    say(f"Serving on http://{given.host}:{given.port}/ (stop it with Ctrl-C)")
    asked = _Asked()
    try:
        while not asked and all(part.poll() is None for part in parts.values()):
            time.sleep(0.2)
        ended = [name for name, part in parts.items() if part.poll() is not None]
    finally:
        _end(parts)
    if ended and not asked:
        raise Stop(f"The {ended[0]} ended by itself; see the lines above.", ExitCode.BROKEN)


def _site(given: argparse.Namespace) -> list[str]:
    # gunicorn would put a control socket into the home folder.
    return [
        "gunicorn",
        "drive.web.project.wsgi:application",
        f"--bind={given.host}:{given.port}",
        "--workers=2",
        "--threads=4",
        "--no-control-socket",
        "--log-level=warning",
    ]


class _Asked:
    """Whether somebody asked us to end, with Ctrl-C or SIGTERM."""

    def __init__(self) -> None:
        self._asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True

    def __bool__(self) -> bool:
        return self._asked


def _check_port(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            pass
    except (OSError, OverflowError) as problem:
        message = f"The site cannot listen on {host}:{port}. Choose another with --port."
        raise Stop(message, ExitCode.PLACE) from problem


def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches this process only, which then ends the parts in order.
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        start_new_session=True,
        preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
    )


def _end_with_parent() -> None:
    """Ask Linux to end this process when its parent is gone, however that came about."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def _end(parts: _Parts) -> None:
    for part in parts.values():
        if part.poll() is None:
            part.terminate()
    for part in parts.values():
        try:
            part.wait(timeout=LONGEST_END)
        except subprocess.TimeoutExpired:
            part.kill()
            part.wait()


def run_worker(given: argparse.Namespace) -> None:
    """Do the jobs of the queue."""
    start_with_database()
    from drive.web.core.clock import now
    from drive.web.core.worker import work

    work(clock=now, until_idle=given.until_idle)
