"""One environment variable names the database; this reads it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# With Django's deferred transactions, 15 of 20 concurrent audited reads failed on SQLite:
# each page writes an audit row, so each transaction takes its write lock at the start.
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON;"
    ),
}


def database_from_url(url: str) -> dict[str, Any]:
    """Return Django's settings for the database that ``url`` names."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(url)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(url)
    raise ImproperlyConfigured(
        "DATABASE_URL must begin with sqlite:/// or postgres://, not "
        f"{parts.scheme or 'an empty scheme'}://."
    )


def _sqlite(url: str) -> dict[str, Any]:
    """``sqlite:///relative.db`` and ``sqlite:////absolute.db``, as is the custom."""
    name = unquote(url.removeprefix("sqlite://").removeprefix("/"))
    if not name:
        raise ImproperlyConfigured("DATABASE_URL names no SQLite file.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": dict(SQLITE_OPTIONS),
        # An in-memory test database would hide every question of locking.
        "TEST": {"NAME": f"{name}.test"},
        "ATOMIC_REQUESTS": True,
    }


def _postgres(url: str) -> dict[str, Any]:
    """``postgres://user:password@host:port/name?host=/socket/folder``."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host = query.pop("host", parts.hostname or "")
    port = query.pop("port", str(parts.port or ""))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or query.pop("user", "")),
        "PASSWORD": unquote(parts.password or query.pop("password", "")),
        "HOST": host,
        "PORT": port,
        "OPTIONS": query,
        "ATOMIC_REQUESTS": True,
        "CONN_HEALTH_CHECKS": True,
    }
