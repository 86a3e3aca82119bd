"""A request of a race: what two people's browsers do for one perpetrator.

The first locks a batch for his hearing, the second enters a salt. Whoever finds him in a locked
batch, since somebody else was quicker or was killed half-way, draws that one.
"""

import json
import os
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import OperationalError, connection

from drive.web.accounts.models import User
from drive.web.allocation.actions import Asked, draw, lock
from drive.web.allocation.exceptions import BatchSettled, NothingToDraw
from drive.web.allocation.models import Batch
from drive.web.organisations.models import Site
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW

DRAWN, RELEASED, EXCLUDED = "drawn", "released", "excluded"
UNAVAILABLE = "unavailable"
_UNAVAILABLE = json.dumps(UNAVAILABLE).encode()


@dataclass(frozen=True, kw_only=True)
class Lane:
    """The requests of one process, or of several one after another if they are killed."""

    hearings: Sequence[UUID]
    locked_by: UUID
    drawn_by: UUID
    database: str
    notes: Path

    def noted(self) -> list[str]:
        """Return what was answered so far; a request that a kill cut short has no answer yet."""
        lines = self.notes.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def made(self) -> int:
        """Return how many requests were made; whoever was told to try again has made none."""
        return self.notes.read_bytes().count(b"\n") - self.notes.read_bytes().count(_UNAVAILABLE)


def press_on(lane: Lane) -> None:
    """Make the requests of a lane that are not made yet, noting each answer."""
    connection.settings_dict["NAME"] = lane.database
    notes = os.open(lane.notes, os.O_WRONLY | os.O_APPEND)
    number = lane.made()
    while number < len(lane.hearings):
        said = _answer(lane, number)
        # One call, so that a kill leaves a whole line or none.
        os.write(notes, json.dumps(said).encode() + b"\n")
        number += said != UNAVAILABLE
    os.close(notes)
    connection.close()


def _answer(lane: Lane, number: int) -> str:
    try:
        return _press(lane, number)
    except (NothingToDraw, BatchSettled) as refusal:
        return type(refusal).__name__
    except OperationalError as error:
        # SQLite lets nobody queue: whoever waits looks now and then whether it is free. A page that
        # waited 20 seconds in vain has begun nothing and says so; one presses the button again.
        return UNAVAILABLE if str(error) == "database is locked" else traceback.format_exc()
    except Exception:  # noqa: BLE001 - whatever it is, the race reports it
        return traceback.format_exc()


def _press(lane: Lane, number: int) -> str:
    hearing = lane.hearings[number]
    batch = _open_batch(hearing) or _locked(lane, hearing)
    if batch is None:
        return EXCLUDED
    salt = f"the salt of request {number}"
    by = User.objects.get(pk=lane.drawn_by)
    drawn = draw(batch=batch, salt=salt, by=by, now=NOW, today=NOW.date())
    return DRAWN if drawn.allocations else RELEASED


def _locked(lane: Lane, hearing: UUID) -> Batch | None:
    site = Site.objects.get(pk=MaracHearing.objects.values_list("site").get(pk=hearing)[0])
    by = User.objects.get(pk=lane.locked_by)
    try:
        return lock(site=site, asked=Asked(hearing=hearing), by=by, now=NOW, today=NOW.date()).batch
    except NothingToDraw:
        batch = _open_batch(hearing)
        if batch is None:
            raise
        return batch


def _open_batch(hearing: UUID) -> Batch | None:
    waiting = Batch.objects.filter(drawn_at=None, released_at=None)
    return waiting.filter(hearings__hearing=hearing, hearings__is_live=True).first()
