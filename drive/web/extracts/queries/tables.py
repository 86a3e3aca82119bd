"""All tables of a snapshot, as they stand at one moment."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from django.db import connection, transaction

from drive.vocabulary.allocation import AllocationOrigin
from drive.vocabulary.snapshot import TABLE_NAMES
from drive.web.allocation.models import Allocation
from drive.web.extracts.queries import answers, cases, people, support, trial
from drive.web.extracts.queries.study import Study

Reader = Callable[[Study], pd.DataFrame]

READERS: dict[str, Reader] = {
    "perpetrators": people.perpetrators,
    "victim_survivors": people.victim_survivors,
    "dyads": people.dyads,
    "hearings": trial.hearings,
    "allocations": trial.allocations,
    "drive_cases": cases.drive_cases,
    "assessments": cases.assessments,
    "ratings": answers.ratings,
    "answers": answers.answers,
    "contacts": cases.contacts,
    "non_contacts": cases.non_contacts,
    "work": cases.work,
    "idva_cases": support.idva_cases,
    "insights_forms": support.insights_forms,
    "interventions": support.interventions,
    "cleaning": trial.cleaning,
}


def read_all(key: bytes, *, progress: Callable[[str], None]) -> dict[str, pd.DataFrame]:
    """Return every table as it stood at one and the same moment."""
    _measure_tables()
    with transaction.atomic():
        _hold_still()
        study = Study(key)
        tables = {}
        for name in TABLE_NAMES:
            tables[name] = READERS[name](study)
            progress(f"{name.replace('_', ' ')}: {len(tables[name]):,}")
    return tables


def _measure_tables() -> None:
    """Let PostgreSQL count its rows first.

    Just after a load it believes its tables to be empty, and reads one of 35,000 rows once for
    each row of another: minutes instead of a second.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _hold_still() -> None:
    """Make PostgreSQL answer every query from one moment; SQLite does so by itself."""
    if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def rebuilds_published_figures() -> bool:
    """Return whether the past allocations are the pilot's, rebuilt from published figures.

    So it is where there are some and everybody in them is synthetic: real people's numbers
    are suppressed when they are small, whatever was published of them.
    """
    past = Allocation.objects.filter(origin=AllocationOrigin.HISTORIC)
    return past.exists() and not past.filter(perpetrator__person__synthetic=False).exists()
