"""Sealing: text that lies encrypted in the database, bound to its table, field and row.

AES-256-GCM. The key id stands in the sealed text, so that keys can be changed; table, field
and row id are associated data, so that a sealed text moved to another row does not open.
One key folder for each compartment, kept outside the database and its backups.
"""

import base64
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

_VERSION = "v1"
_NONCE_BYTES = 12


class SealingError(Exception):
    """A sealed text that does not open, or a key that is not there."""


def seal(data: bytes, *, compartment: str, bound_to: str) -> str:
    """Return `data` sealed under the compartment's current key and bound to `bound_to`."""
    key_id, key = _current_key(compartment)
    nonce = os.urandom(_NONCE_BYTES)
    body = AESGCM(key).encrypt(nonce, data, bound_to.encode())
    return f"{_VERSION}${key_id}${base64.b64encode(nonce + body).decode()}"


def unseal(sealed: str, *, compartment: str, bound_to: str) -> bytes:
    """Return what was sealed.

    Raises
    ------
    SealingError
        If the text is damaged, was moved from another row, or its key is not there.
    """
    try:
        version, key_id, body = sealed.split("$", 2)
        raw = base64.b64decode(body, validate=True)
    except ValueError as error:
        raise SealingError("This sealed text is damaged.") from error
    if version != _VERSION:
        raise SealingError(f"Sealed texts of version {version} are not known here.")
    try:
        key = _key(compartment, key_id)
        return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode())
    except InvalidTag as error:
        raise SealingError("This sealed text does not belong here, or was changed.") from error


def seal_field(row: models.Model, field: str, text: str, *, compartment: str) -> None:
    """Seal `text` into a field of a row, bound to that table, field and row."""
    setattr(row, field, seal(text.encode(), compartment=compartment, bound_to=_place(row, field)))


def unseal_field(row: models.Model, field: str, *, compartment: str) -> str:
    """Return the text sealed in a field of a row; an empty field is an empty text."""
    sealed = getattr(row, field)
    if not sealed:
        return ""
    return unseal(sealed, compartment=compartment, bound_to=_place(row, field)).decode()


def seal_bytes(row: models.Model, field: str, data: bytes, *, compartment: str) -> None:
    """Seal bytes, such as a file, into a text field of a row, bound to table, field and row."""
    setattr(row, field, seal(data, compartment=compartment, bound_to=_place(row, field)))


def unseal_bytes(row: models.Model, field: str, *, compartment: str) -> bytes:
    """Return the bytes sealed in a field of a row."""
    return unseal(getattr(row, field), compartment=compartment, bound_to=_place(row, field))


def standing_key(compartment: str) -> bytes | None:
    """Return the compartment's current key, or None where there is none; none is made."""
    names = sorted(path.stem for path in _folder(compartment).glob("*.key"))
    return _key(compartment, names[-1]) if names else None


def _place(row: models.Model, field: str) -> str:
    return f"{row._meta.db_table}|{field}|{row.pk}"


def _folder(compartment: str) -> Path:
    return Path(settings.DRIVE_KEY_DIR) / compartment


def _current_key(compartment: str) -> tuple[str, bytes]:
    folder = _folder(compartment)
    if not folder.exists():
        return _make_first_key(compartment), _key(compartment, "k1")
    # A list of a thousand rows seals thousands of texts: the folder is read again when it changes.
    name = _newest_key(str(folder), folder.stat().st_mtime_ns) or _make_first_key(compartment)
    return name, _key(compartment, name)


@lru_cache(maxsize=64)
def _newest_key(folder: str, _changed_at: int) -> str:
    names = sorted(path.stem for path in Path(folder).glob("*.key"))
    return names[-1] if names else ""


def _make_first_key(compartment: str) -> str:
    if not settings.DRIVE_MAKE_KEYS:
        raise SealingError(f"There is no key for the compartment “{compartment}”.")
    folder = _folder(compartment)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(folder / "k1.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return "k1"
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(AESGCM.generate_key(bit_length=256)))
    return "k1"


def _key(compartment: str, key_id: str) -> bytes:
    return _read_key(str(_folder(compartment) / f"{key_id}.key"))


@lru_cache(maxsize=64)
def _read_key(path: str) -> bytes:
    try:
        return base64.b64decode(Path(path).read_bytes())
    except FileNotFoundError as error:
        raise SealingError("The key for this text is not on this machine.") from error
