"""The keys of the compartments: one folder each, kept outside the database and its backups.

Keys are named k1, k2, ... The one with the highest number seals; all of them open. A key is
written whole before it can be seen, so that nobody reads half of one.
"""

import base64
import os
import re
import shutil
import tempfile
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from drive.web.core.exceptions import Refusal

_NAME = re.compile(r"k([1-9][0-9]*)")


class SealingError(Refusal):
    """A sealed text that does not open, or a key that is not there."""


def compartments_with_keys() -> list[str]:
    """Return the compartments that have a key folder, in order."""
    folder = Path(settings.DRIVE_KEY_DIR)
    paths = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in paths if path.is_dir() and path.name[0] != ".")


def key_names(compartment: str) -> list[str]:
    """Return the names of a compartment's keys, the newest last: k10 comes after k9."""
    found = (_NAME.fullmatch(path.stem) for path in _folder(compartment).glob("*.key"))
    return [f"k{number}" for number in sorted(int(name[1]) for name in found if name)]


def current_key(compartment: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the key that seals now.

    Raises
    ------
    SealingError
        If there is none, and none may be made.
    """
    folder = _folder(compartment)
    if not folder.exists():
        return _make_first_key(compartment), key_of(compartment, "k1")
    # A list of a thousand rows seals thousands of texts: the folder is read again when it changes.
    name = _newest_key(compartment, str(folder), folder.stat().st_mtime_ns)
    if not name:
        # A folder without a key had one: a new one would only hide that it is gone.
        raise SealingError(
            f"This cannot be saved now: the key of “{compartment}” is not on this machine."
        )
    return name, key_of(compartment, name)


def standing_key(compartment: str) -> bytes | None:
    """Return the compartment's current key, or None where there is none; none is made."""
    names = key_names(compartment)
    return key_of(compartment, names[-1]) if names else None


def key_of(compartment: str, name: str) -> bytes:
    """Return a key by its name.

    Raises
    ------
    SealingError
        If it is not on this machine.
    """
    return _read_key(str(_folder(compartment) / f"{name}.key"))


def make_next_key(compartment: str, *, now: datetime) -> str:
    """Make the key after the newest one, which seals from now on, and return its name.

    Raises
    ------
    SealingError
        If there is no key yet and none may be made.
    """
    if not _folder(compartment).exists():
        return _make_first_key(compartment)
    folder, names = _folder(compartment), key_names(compartment)
    before = folder.stat().st_mtime_ns
    name = f"k{int(names[-1][1:]) + 1}" if names else "k1"
    if not _put(folder, name, made_at=now):
        raise SealingError(f"Somebody else is changing the keys of “{compartment}”. Try again.")
    # Whoever looked at the folder in the same tick must see that it has changed.
    changed = max(folder.stat().st_mtime_ns, before) + 1
    os.utime(folder, ns=(changed, changed))
    return name


def made_at(compartment: str, name: str) -> datetime:
    """Return when a key was made."""
    return datetime.fromtimestamp((_folder(compartment) / f"{name}.key").stat().st_mtime, tz=UTC)


def remove_key(compartment: str, name: str) -> None:
    """Remove a key for ever. The caller has made sure that no text names it."""
    (_folder(compartment) / f"{name}.key").unlink()
    forget_keys()


def forget_keys() -> None:
    """Read each key from its folder again: keys that were read stay in memory until then."""
    _read_key.cache_clear()
    _newest_key.cache_clear()


def _folder(compartment: str) -> Path:
    return Path(settings.DRIVE_KEY_DIR) / compartment


@lru_cache(maxsize=64)
def _newest_key(compartment: str, _folder_name: str, _changed_at: int) -> str:
    names = key_names(compartment)
    return names[-1] if names else ""


def _make_first_key(compartment: str) -> str:
    if not settings.DRIVE_MAKE_KEYS:
        raise SealingError(f"There is no key for the compartment “{compartment}”.")
    root = Path(settings.DRIVE_KEY_DIR)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = Path(tempfile.mkdtemp(prefix=".", dir=root))
    _put(made, "k1")
    try:
        # The folder appears with its key in it; of two that try at once, one finds it there.
        made.rename(_folder(compartment))
    except OSError:
        shutil.rmtree(made)
    return "k1"


def _put(folder: Path, name: str, *, made_at: datetime | None = None) -> bool:
    """Write a new key, whole, under a name that nobody has taken; False if somebody has."""
    handle, draft = tempfile.mkstemp(prefix=".", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(AESGCM.generate_key(bit_length=256)))
        file.flush()
        os.fsync(file.fileno())
    if made_at:
        # The clock of a demonstration is not the clock of the files.
        os.utime(draft, (made_at.timestamp(), made_at.timestamp()))
    try:
        os.link(draft, folder / f"{name}.key")
    except FileExistsError:
        return False
    finally:
        Path(draft).unlink()
    return True


@lru_cache(maxsize=64)
def _read_key(path: str) -> bytes:
    try:
        return base64.b64decode(Path(path).read_bytes())
    except FileNotFoundError as error:
        raise SealingError("The key for this text is not on this machine.") from error
