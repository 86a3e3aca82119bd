"""Finding lists, rows and hearings, and what is known already of the people on a list."""

from drive.web.referrals.queries.lists import (
    batches_for,
    cells_of,
    context_of,
    core_data_of,
    expired,
    heard_already,
    hearings_for,
    maracs_for,
    mark_of,
    problems_of,
    row_counts,
    rows_before,
    typed_person,
)
from drive.web.referrals.queries.outlook import Outlook, Standing, outlooks
from drive.web.referrals.queries.who import Known, known_of, possible_people

__all__ = [
    "Known",
    "Outlook",
    "Standing",
    "batches_for",
    "cells_of",
    "context_of",
    "core_data_of",
    "expired",
    "heard_already",
    "hearings_for",
    "known_of",
    "maracs_for",
    "mark_of",
    "outlooks",
    "possible_people",
    "problems_of",
    "row_counts",
    "rows_before",
    "typed_person",
]
