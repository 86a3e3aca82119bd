"""Locking a batch: who is in it is settled before anybody can meet a position."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.allocation.actions.deciding import known_of, lock_people, write_decisions
from drive.web.allocation.actions.lists import open_list
from drive.web.allocation.actions.log import append
from drive.web.allocation.actions.trial import running_trial
from drive.web.allocation.exceptions import (
    BatchSettled,
    NoDesign,
    NotADesign,
    NothingToDraw,
    WaitingChanged,
)
from drive.web.allocation.models import (
    Batch,
    DesignPeriod,
    EligibilityDecision,
    LockedHearing,
    Trial,
)
from drive.web.allocation.queries import (
    as_waiting,
    doors_of,
    line_of,
    locked_people,
    mark_of,
    periods_of,
    undecided,
)
from drive.web.allocation.rules import Door, period_in_force, units_of
from drive.web.audit.actions import record_change
from drive.web.organisations.models import Site
from drive.web.people.actions import follow_up_each_from


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which hearings a batch is asked for: of a Marac, a single one, or all that wait.

    `recorded_until` and `mark` are those of the page on which somebody checked them; `places` are
    those of a lottery.
    """

    recorded_until: datetime | None = None
    mark: str | None = None
    meeting: UUID | None = None
    hearing: UUID | None = None
    places: int | None = None


@dataclass(frozen=True, kw_only=True)
class Locked:
    """What locking did: the batch, if somebody may be drawn, and who was excluded."""

    batch: Batch | None
    excluded: list[EligibilityDecision]


@transaction.atomic
def lock(
    *, site: Site, asked: Asked, by: User, now: datetime, today: date, key: UUID | None = None
) -> Locked:
    """Decide on hearings of a site: exclude whoever may not be drawn, lock the others together.

    Nothing is decided on a hearing while it is open who its perpetrator is: it waits.

    Raises
    ------
    NoTrial, NoDesign
        If no trial runs, or no design is set for the site.
    NothingToDraw
        If no such hearing waits that can be decided on; somebody else may have locked it.
    WaitingChanged
        If others wait now than those that were shown.
    NotADesign
        If the places of a lottery leave nothing to chance.
    """
    trial = running_trial()
    Site.objects.select_for_update().get(pk=site.pk)
    periods = {period.starts_on: period for period in periods_of(site)}
    if not periods:
        raise NoDesign(f"Set the design of {site.name} first: there is nothing to draw with.")
    _refuse_if_decided(site, asked)
    lock_people(site)
    doors = _doors(site, asked, today)
    known = known_of(doors)
    out = [door for door in doors if not (door.eligibility.may_be_drawn or door.waits_for_first)]
    excluded = write_decisions(out, trial=trial, known=known, batch=None, by=by, now=now)
    follow_up_each_from(
        {door.waiting.perpetrator: today for door in out if door.eligibility.keeps_arm}
    )
    batch = _lock(trial, periods, doors, asked=asked, known=known, by=by, now=now, key=key)
    record_change("allocation.lock", *([batch] if batch else []), *excluded, by=by, now=now)
    return Locked(batch=batch, excluded=excluded)


@transaction.atomic
def lock_selected(
    *, site: Site, hearings: Collection[UUID], places: int, by: User, now: datetime, today: date
) -> Batch:
    """Lock hearings whose perpetrators a panel found eligible, for a lottery of its places.

    Raises
    ------
    NoTrial
        If no trial runs.
    WaitingChanged
        If one of them may not be drawn any more.
    NotADesign
        If the places leave nothing to chance.
    """
    trial = running_trial()
    Site.objects.select_for_update().get(pk=site.pk)
    lock_people(site)
    doors = doors_for(site, hearings, today=today)
    asked = Asked(places=places)
    periods = {period.starts_on: period for period in periods_of(site)}
    batch = _lock(
        trial, periods, doors, asked=asked, known=known_of(doors), by=by, now=now, key=None
    )
    if batch is None:
        raise NothingToDraw("Nobody is left to be drawn.")
    record_change("allocation.lock", batch, by=by, now=now)
    return batch


def doors_for(site: Site, hearings: Collection[UUID], *, today: date) -> list[Door]:
    """Return what the door says of hearings that a panel decided on: all of them may be drawn.

    Raises
    ------
    WaitingChanged
        If one was decided on, is locked or held, or its perpetrator has an arm.
    """
    waiting = as_waiting(undecided(site).filter(pk__in=hearings))
    doors = doors_of(site, waiting, today=today)
    locked = locked_people()
    free_to_go = [
        door
        for door in doors
        if door.eligibility.may_be_drawn and door.waiting.person not in locked
    ]
    if len(free_to_go) < len(set(hearings)):
        raise WaitingChanged(
            "Something changed since: it was asked who somebody is, or somebody has an arm or "
            "waits for a draw already. Nothing was done; check again."
        )
    return doors


def _refuse_if_decided(site: Site, asked: Asked) -> None:
    """Refuse a button pressed twice before anybody who waits is locked for it."""
    if asked.hearing is None or asked.mark is not None:
        return
    if not undecided(site).filter(pk=asked.hearing).exists():
        raise _nobody_waits(site)


def _nobody_waits(site: Site) -> NothingToDraw:
    return NothingToDraw(
        f"No hearing of {site.name} waits for a decision. Somebody else may have locked it."
    )


def _doors(site: Site, asked: Asked, today: date) -> list[Door]:
    line = line_of(site, today=today, recorded_until=asked.recorded_until)
    chosen = line.next(meeting=asked.meeting, hearing=asked.hearing)
    if not chosen and not asked.mark:
        raise _nobody_waits(site)
    if asked.mark is not None and asked.mark != mark_of(chosen):
        raise WaitingChanged(
            "Other hearings wait now than when you opened the page: somebody else locked them, it "
            "was settled who somebody is, or a question was asked. Nothing was locked; check again "
            "who will be drawn."
        )
    return doors_of(site, chosen, today=today)


def _lock(
    trial: Trial,
    periods: Mapping[date, DesignPeriod],
    doors: Sequence[Door],
    *,
    asked: Asked,
    known: Mapping[UUID, dict[str, Any]],
    by: User,
    now: datetime,
    key: UUID | None,
) -> Batch | None:
    """Lock those of them who may be drawn; return nothing if nobody may."""
    units = units_of(doors)
    if not units:
        return None
    period = periods[period_in_force(periods, units[0][0].waiting.heard_on) or min(periods)]
    drawn_by_places = period.method != AllocationMethod.PERMUTED_BLOCKS
    if drawn_by_places:
        _check_places(asked.places, units)
    Trial.objects.select_for_update().get(pk=trial.pk)
    batch = Batch(
        trial=trial,
        site_id=period.site_id,
        period=period,
        number=Batch.objects.filter(trial=trial).count() + 1,
        mark=state_of(units),
        recorded_at=now,
        recorded_by=by,
    )
    if key:
        batch.id = key
    if drawn_by_places and asked.places:
        batch.places = asked.places
        lottery = (asked.places, len(units))
        batch.lottery = open_list(period, trial, by=by, now=now, lottery=lottery)
    batch.save(force_insert=True)
    _write_entries(batch, units, known)
    row = {"kind": "locked", "batch": batch.number, "units": len(units), "mark": batch.mark}
    append(trial, [row | {"at": now.isoformat()}])
    return batch


def _check_places(places: int | None, units: Sequence[Sequence[Door]]) -> None:
    if places is None or not 0 < places < len(units):
        raise NotADesign(
            f"A lottery needs one place at least, and fewer places than the {len(units)} who are "
            "drawn: otherwise nothing is left to chance. Wait for more hearings, or change the "
            "places.",
            field="places",
        )


def state_of(units: Sequence[Sequence[Door]]) -> str:
    """Return a mark of who is drawn together, and as whom: another one if any of it changes."""
    lines = [
        " ".join(f"{door.waiting.hearing.hex}:{door.waiting.person.hex}" for door in unit)
        for unit in units
    ]
    return sha256("\n".join(lines).encode()).hexdigest()


def _write_entries(
    batch: Batch, units: Sequence[Sequence[Door]], known: Mapping[UUID, dict[str, Any]]
) -> None:
    LockedHearing.objects.bulk_create(
        [
            LockedHearing(
                batch=batch,
                hearing_id=door.waiting.hearing,
                perpetrator_id=door.waiting.perpetrator,
                unit=number,
                known=known[door.waiting.hearing],
            )
            for number, unit in enumerate(units, start=1)
            for door in unit
        ]
    )


@transaction.atomic
def release(*, batch: Batch, reason: str, by: User, now: datetime) -> None:
    """Release a batch that is not drawn: its hearings wait again, and nobody has met a position.

    Raises
    ------
    BatchSettled
        If it was drawn or released already.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if not batch.is_open:
        raise BatchSettled("This batch was drawn or released already.")
    free(batch, reason=reason, by=by, now=now)


def free(batch: Batch, *, reason: str, by: User, now: datetime) -> None:
    """Write that a batch is released. Part of the caller's transaction."""
    batch.released_at, batch.released_by, batch.released_reason = now, by, reason
    batch.save(update_fields=["released_at", "released_by", "released_reason"])
    LockedHearing.objects.filter(batch=batch).update(is_live=False)
    row = {"kind": "released", "batch": batch.number, "reason": reason, "at": now.isoformat()}
    append(batch.trial, [row])
    record_change("allocation.release", batch, by=by, now=now)
