"""Which mode serves, and the secret that demonstration mode makes for itself."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

DEMONSTRATION = "demonstration"


def require_demonstration(mode: str) -> str:
    """Return ``mode`` if it may serve; say why where it may not."""
    if mode == DEMONSTRATION:
        return mode
    if mode == "production":
        raise ImproperlyConfigured(
            "Drive does not serve in production mode yet: its hardening (session limits, passkeys, "
            "the exclusion list, the outbound gate's depth, the restore drill) is not done, and a "
            "leak could cost a life. Use DRIVE_MODE=demonstration, with synthetic people only."
        )
    raise ImproperlyConfigured(
        f"DRIVE_MODE is '{mode}'; the only mode that serves is 'demonstration'."
    )


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions, making it on the first run."""
    path = folder / "secret_key"
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii")


def _make(path: Path) -> None:
    """Write a key and give it its name at once: of two processes that start together, one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    with contextlib.suppress(FileExistsError):
        os.link(made, path)
    Path(made).unlink()
