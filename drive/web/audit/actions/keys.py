"""Changing the keys of a compartment while everybody goes on reading and writing.

The new key seals from the moment at which it is there; the old ones open until no text names
them any more. Nothing here is one long transaction: each text is replaced by itself, and only
if nobody wrote it meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from drive.web.audit.actions.events import Actor, record_change
from drive.web.audit.exceptions import KeyInUse
from drive.web.core import keys
from drive.web.core.sealed_texts import Texts

RESTS_FOR = timedelta(hours=1)
"""How long a key stays after the next one is made: who began to write with it must have ended."""


@dataclass(frozen=True, kw_only=True)
class Rotated:
    """The key that seals now, and how many texts were sealed anew or could not be opened."""

    key: str
    done: int
    closed: int


def rotate(*, texts: Texts, by: Actor | None, now: datetime) -> Rotated:
    """Make the next key of a compartment and seal its texts anew; it can be broken off.

    A second run goes on with what is left, under a newer key still.
    """
    with transaction.atomic():
        name = keys.make_next_key(texts.compartment, now=now)
        record_change("keys.rotate", by=by, now=now, fields=f"{texts.compartment} {name}")
    walked = texts.seal_anew(name)
    return Rotated(key=name, done=walked.done, closed=walked.closed)


@transaction.atomic
def retire(*, texts: Texts, key: str, by: Actor | None, now: datetime) -> None:
    """Remove a key that nothing needs any more.

    Raises
    ------
    KeyInUse
        If it is the newest, if a text names it, or if somebody may still be writing with it.
    """
    names = keys.key_names(texts.compartment)
    if key not in names:
        raise KeyInUse(f"“{texts.compartment}” has no key {key}.")
    if key == names[-1]:
        raise KeyInUse(f"{key} is the newest key of “{texts.compartment}”: it seals now.")
    following = names[names.index(key) + 1]
    if now - keys.made_at(texts.compartment, following) < RESTS_FOR:
        raise KeyInUse(
            f"{following} is less than an hour old: somebody may still write with {key}."
        )
    if naming := texts.naming(key):
        raise KeyInUse(
            f"{naming} {'text' if naming == 1 else 'texts'} of “{texts.compartment}” "
            f"still {'names' if naming == 1 else 'name'} {key}. Rotate first."
        )
    record_change("keys.retire", by=by, now=now, fields=f"{texts.compartment} {key}")
    keys.remove_key(texts.compartment, key)
