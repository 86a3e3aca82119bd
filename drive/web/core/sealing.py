"""Sealing: text that lies encrypted in the database, bound to its table, field and row.

AES-256-GCM. The key id stands in the sealed text, so that keys can be changed; table, field
and row id are associated data, so that a sealed text moved to another row does not open.
The keys themselves are in `drive.web.core.keys`.
"""

import base64
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from drive.web.core.keys import SealingError, current_key, key_of, standing_key

__all__ = [
    "BEGINS",
    "SealedTextField",
    "SealingError",
    "compartment_of",
    "names_key",
    "place_of",
    "seal",
    "seal_bytes",
    "seal_field",
    "standing_key",
    "unseal",
    "unseal_bytes",
    "unseal_field",
]

_VERSION = "v1"
BEGINS = f"{_VERSION}$"
"""How every sealed text begins."""
_NONCE_BYTES = 12


def seal(data: bytes, *, compartment: str, bound_to: str) -> str:
    """Return `data` sealed under the compartment's current key and bound to `bound_to`."""
    key_id, key = current_key(compartment)
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
        key = key_of(compartment, key_id)
        return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode())
    except InvalidTag as error:
        raise SealingError("This sealed text does not belong here, or was changed.") from error


class SealedTextField(models.TextField):
    """A text field that holds sealed text of one compartment.

    To the database, and so to migrations, it is a plain text field: where a key lies is no
    matter of the tables.
    """

    def __init__(self, *args: Any, compartment: str = "", **kwargs: Any) -> None:
        self.compartment = compartment
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Say how a migration makes the field: as any text field."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


def seal_field(row: models.Model, field: str, text: str) -> None:
    """Seal `text` into a field of a row, bound to that table, field and row."""
    seal_bytes(row, field, text.encode())


def unseal_field(row: models.Model, field: str) -> str:
    """Return the text sealed in a field of a row; an empty field is an empty text."""
    return unseal_bytes(row, field).decode() if getattr(row, field) else ""


def seal_bytes(row: models.Model, field: str, data: bytes) -> None:
    """Seal bytes, such as a file, into a field of a row, bound to table, field and row."""
    compartment = compartment_of(row, field)
    setattr(row, field, seal(data, compartment=compartment, bound_to=place_of(row, field, row.pk)))


def unseal_bytes(row: models.Model, field: str) -> bytes:
    """Return the bytes sealed in a field of a row."""
    compartment = compartment_of(row, field)
    return unseal(
        getattr(row, field), compartment=compartment, bound_to=place_of(row, field, row.pk)
    )


def compartment_of(row: models.Model | type[models.Model], field: str) -> str:
    """Return the compartment of a sealed field."""
    sealed = row._meta.get_field(field)
    if not isinstance(sealed, SealedTextField):
        raise TypeError(f"{row._meta.label}.{field} holds no sealed text.")
    return sealed.compartment


def place_of(model: models.Model | type[models.Model], field: str, key: Any) -> str:
    """Return what a sealed text is bound to: its table, its field and the key of its row."""
    return f"{model._meta.db_table}|{field}|{key}"


def names_key(key: str) -> str:
    """Return how each text begins that was sealed with a key."""
    return f"{BEGINS}{key}$"
