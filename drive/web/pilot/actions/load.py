"""Loading the pilot: through the actions of every app, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle

from django.db import transaction

from drive.simulation.pilot import build
from drive.simulation.pilot.records import PerpetratorRecord, PilotRecords
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.audit.actions import record_change
from drive.web.audit.models import Purpose
from drive.web.pilot.actions.cases import load_case
from drive.web.pilot.actions.hearings import load_allocations, load_hearings
from drive.web.pilot.actions.insights_list import load_insights_list
from drive.web.pilot.actions.loading import Loading, Progress
from drive.web.pilot.actions.setting_up import set_up
from drive.web.pilot.actions.support import load_idva_case
from drive.web.pilot.queries import is_loaded, refuse_other_data
from drive.web.pilot.rules.people import SITES, case_managers, idvas
from drive.web.referrals.models import MaracHearing

TOLD_EVERY = 50
"""Records between two lines of progress."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What a load did: nothing, if the pilot was there already."""

    perpetrators: int
    drive_cases: int
    idva_cases: int
    was_there: bool

    def in_words(self) -> str:
        """Return the one line that says what came of it."""
        what = (
            f"{self.perpetrators:,} perpetrators, {self.drive_cases:,} Drive cases, "
            f"{self.idva_cases:,} Idva cases"
        )
        if self.was_there:
            return f"The pilot is loaded already; nothing was changed: {what}."
        return f"The pilot is loaded: {what}."


def load(*, seed: int, now: datetime, progress: Progress) -> Loaded:
    """Build the pilot's records and load them; where they are there already, change nothing.

    Raises
    ------
    OtherData
        If the database holds people who are not synthetic.
    """
    refuse_other_data()
    progress("Rebuilding the first year from the published tables")
    records = build(seed=seed)
    was_there = is_loaded(records.perpetrators[0].hearing.key)
    if not was_there:
        _load(records, now=now, progress=progress)
    return Loaded(
        perpetrators=len(records.perpetrators),
        drive_cases=len(records.drive_cases),
        idva_cases=len(records.with_idva_case),
        was_there=was_there,
    )


@transaction.atomic
def _load(records: PilotRecords, *, now: datetime, progress: Progress) -> None:
    by = system_user()
    progress("Setting up sites, agencies and demonstration users")
    study_labels = {str(each.site): str(each.study_site) for each in records.perpetrators}
    loading = set_up(Loading(by=by, now=now, progress=progress), study_labels=study_labels)
    hearings = load_hearings(records.perpetrators, loading)
    allocations = load_allocations(records.perpetrators, hearings, loading)
    given = list(zip(records.perpetrators, hearings, allocations, strict=True))
    _load_cases(given, loading)
    load_insights_list(records, loading)
    record_change("pilot.load", by=by, now=now, purpose=Purpose.LOADING, fields="the first year")


_Given = Sequence[tuple[PerpetratorRecord, MaracHearing, Allocation]]


def _share_out(given: _Given, loading: Loading, staff: dict[str, list[str]]) -> dict[str, User]:
    """Return who of a site's people has which perpetrator's case, each in turn."""
    turns = {
        site: cycle([loading.users[username] for username in usernames])
        for site, usernames in staff.items()
    }
    return {record.key: next(turns[record.site]) for record, _, _ in given}


def _load_cases(given: _Given, loading: Loading) -> None:
    """Load the Drive cases, then the Idva cases; the Idva of both is the same person."""
    either = [each for each in given if each[0].drive_case or each[0].victim_survivor.idva_case]
    supporters = _share_out(either, loading, {site.code: idvas(site) for site in SITES})
    _load_drive_cases([each for each in given if each[0].drive_case], supporters, loading)
    _load_idva_cases(
        [each for each in given if each[0].victim_survivor.idva_case], supporters, loading
    )


def _load_drive_cases(given: _Given, supporters: dict[str, User], loading: Loading) -> None:
    managers = _share_out(given, loading, {site.code: case_managers(site) for site in SITES})
    for number, (record, _, allocation) in enumerate(given, start=1):
        if record.drive_case is not None:
            load_case(
                record.drive_case,
                allocation=allocation,
                case_manager=managers[record.key],
                idva_lead=supporters[record.key],
                loading=loading,
            )
        _tell(loading, number, len(given), what="Drive cases")


def _load_idva_cases(given: _Given, supporters: dict[str, User], loading: Loading) -> None:
    for number, (record, hearing, _) in enumerate(given, start=1):
        if record.victim_survivor.idva_case is not None:
            load_idva_case(
                record.victim_survivor.idva_case,
                dyad=hearing.dyad,
                idva=supporters[record.key],
                loading=loading,
            )
        _tell(loading, number, len(given), what="Idva cases")


def _tell(loading: Loading, number: int, in_all: int, *, what: str) -> None:
    if number % TOLD_EVERY == 0 or number == in_all:
        loading.progress(f"{what}: {number:,} of {in_all:,}")
