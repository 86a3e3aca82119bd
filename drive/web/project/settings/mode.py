"""Which mode serves, and the secret that demonstration mode makes for itself."""

from __future__ import annotations

import os
import secrets
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
    raise ImproperlyConfigured(f"DRIVE_MODE is '{mode}'; the only mode that serves is 'demonstration'.")


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions, making it on the first run."""
    path = folder / "secret_key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # O_EXCL: of two processes that start together, exactly one writes.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key
