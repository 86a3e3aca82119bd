"""The hearings and the past allocations of the pilot."""

from __future__ import annotations

from collections.abc import Sequence

from drive.simulation.pilot.records import PerpetratorRecord, PersonRecord
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation
from drive.web.people.actions import TypedPerson, count_as_compared
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of
from drive.web.recording.rules import LEGACY, definition
from drive.web.referrals.actions import NewHearing, ReferredPerson, record_hearings
from drive.web.referrals.models import MaracHearing

SOURCE = "pilot"


def load_hearings(records: Sequence[PerpetratorRecord], loading: Loading) -> list[MaracHearing]:
    """Record each perpetrator's hearing, in the order given. The study settled who is who."""
    loading.progress(f"Recording {len(records):,} hearings with their core data")
    hearings = record_hearings(
        hearings=[_hearing(record, loading) for record in records],
        source=SOURCE,
        form=definition("core_data", LEGACY).name,
        by=loading.by,
        now=loading.now,
    )
    count_as_compared(
        role.person
        for hearing in hearings
        for role in (hearing.dyad.perpetrator, hearing.dyad.victim_survivor)
    )
    return hearings


def _hearing(record: PerpetratorRecord, loading: Loading) -> NewHearing:
    hearing = record.hearing
    return NewHearing(
        marac=loading.maracs[hearing.marac_name],
        heard_on=hearing.heard_on,
        perpetrator=_person(record.person),
        victim_survivor=_person(record.victim_survivor.person),
        answers=hearing.core_data,
        source_labels=hearing.source_labels,
        source_row=record.key,
        key=key_of(hearing.key),
    )


def _person(person: PersonRecord) -> ReferredPerson:
    typed = TypedPerson(
        forename=person.forename,
        surname=person.surname,
        date_of_birth=person.date_of_birth,
        synthetic=True,
    )
    return ReferredPerson(typed=typed, postcode=person.postcode)


def load_allocations(
    records: Sequence[PerpetratorRecord], hearings: Sequence[MaracHearing], loading: Loading
) -> list[Allocation]:
    """Import each perpetrator's allocation, in the order given."""
    loading.progress(f"Importing {len(records):,} past allocations")
    rows = [
        HistoricAllocation(
            hearing=hearing,
            arm=record.arm,
            allocated_on=record.allocated_on,
            key=key_of(record.allocation_key),
        )
        for record, hearing in zip(records, hearings, strict=True)
    ]
    return import_historic(rows=rows, by=loading.by, now=loading.now)
