"""The command as somebody at a terminal runs it, with a folder and a database of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]


def environment(folder: Path) -> dict[str, str]:
    """Return the surroundings of a command whose data lie in a folder."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("DRIVE_")}
    kept.pop("DATABASE_URL", None)
    return kept | {"DRIVE_VAR": str(folder)}
