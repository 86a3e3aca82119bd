"""A server of its own for one journey: it can be killed, and started again on the same database."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any

from django.conf import settings
from django.db import connection

from tests.cast import NOW

PATIENCE = 60.0


class Server:
    """The site, served by a process that can be killed at any moment."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the site and wait until it answers."""
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "drive.web.project.wsgi:application",
                f"--bind=127.0.0.1:{self.port}",
                "--threads=4",
                "--no-control-socket",
                "--log-level=error",
            ],
            env={**os.environ, **_surroundings()},
            start_new_session=True,
        )
        end = time.monotonic() + PATIENCE
        while not self._answers():
            assert self._process.poll() is None, "the server ended by itself"
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.1)

    def _answers(self) -> bool:
        asking = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asking.request("GET", "/readyz")
            return bool(asking.getresponse().status == HTTPStatus.OK)
        except OSError:
            return False
        finally:
            asking.close()

    def kill(self) -> None:
        """Kill the server and everything it started, without a word."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None


def _surroundings() -> dict[str, Any]:
    """Return the variables by which the server finds the database of the tests."""
    named = connection.settings_dict
    if connection.vendor == "sqlite":
        address = f"sqlite:///{named['NAME']}"
    else:
        address = f"postgres://{named['USER']}@/{named['NAME']}?host={named['HOST']}"
    return {
        "DATABASE_URL": address,
        "DRIVE_VAR": str(settings.VAR_DIR),
        "DRIVE_TODAY": NOW.date().isoformat(),
        "DJANGO_SETTINGS_MODULE": "drive.web.project.settings",
    }
