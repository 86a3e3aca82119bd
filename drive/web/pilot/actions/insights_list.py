"""The uncleaned Insights list of the first year: imported, and left waiting to be decided."""

from __future__ import annotations

from drive.simulation.pilot.dates import YEAR_START
from drive.simulation.pilot.insights_rows import insights_rows
from drive.simulation.pilot.records import PilotRecords
from drive.web.cleaning.actions import import_list, read_list
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.rules.files import write_csv
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of

FILE_NAME = "insights-first-year.csv"


def insights_list_file(records: PilotRecords) -> bytes:
    """Return the rows as the outcomes database would export them (CSV).

    The 40 rows that no printed number counts are marked as reconstructed.
    """
    listed = insights_rows(records)
    reconstructed = {each.number for each in listed.truth if each.reconstructed}
    return write_csv(listed.rows, reconstructed=reconstructed)


def load_insights_list(records: PilotRecords, loading: Loading) -> InsightsList:
    """Import the list and propose; nothing of it is decided."""
    loading.progress("Importing the uncleaned Insights list, to be decided row by row")
    imported = import_list(
        file_name=FILE_NAME,
        content=insights_list_file(records),
        starts_on=YEAR_START,
        today=loading.now.date(),
        by=loading.by,
        now=loading.now,
        key=key_of("insights-list"),
    )
    return read_list(insights_list=imported, by=loading.by, now=loading.now)
