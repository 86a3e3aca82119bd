"""The uncleaned Insights list of the first year waits to be decided, as the report counts it."""

from datetime import date

import pytest

from drive.linkage.cleaning import CleaningReason
from drive.simulation.pilot import PILOT_SEED, PilotRecords, build
from drive.web.accounts.actions import system_user
from drive.web.cleaning.actions import set_aside_rows
from drive.web.cleaning.models import InsightsList, RowDecision
from drive.web.cleaning.queries.lists import in_all, progress, what_stays
from drive.web.cleaning.queries.proposals import proposals_of
from drive.web.cleaning.rules.files import read_file
from drive.web.cleaning.rules.states import DecisionReason, InsightsListState, InsightsRowState
from drive.web.organisations.actions import add_site
from drive.web.pilot.actions.insights_list import insights_list_file, load_insights_list
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def records() -> PilotRecords:
    return build(seed=PILOT_SEED)


@pytest.fixture
def waiting(cast: Cast, records: PilotRecords) -> InsightsList:
    by = system_user()
    add_site(code="south_wales", name="South Wales", police_force="south_wales", by=by, now=NOW)
    loading = Loading(by=by, now=NOW, progress=lambda _line: None)
    return load_insights_list(records, loading)


def test_the_list_has_its_fixed_key_and_waits(waiting: InsightsList) -> None:
    assert waiting.pk == key_of("insights-list")
    assert (waiting.state, waiting.rows_in_all) == (InsightsListState.WAITING, 652)
    assert waiting.starts_on == date(2016, 4, 1)
    assert waiting.notes == []
    assert not RowDecision.objects.exists()
    assert not waiting.rows.exclude(sealed_problems="").exists()


def test_80_early_83_copies_and_8_repeats_wait_in_that_order(
    cast: Cast, waiting: InsightsList
) -> None:
    """Year-1 report, lines 4150-4160."""
    found = progress(waiting, cast.allocator)
    assert [(each.reason, each.proposed, each.undecided) for each in found] == [
        (CleaningReason.EARLY, 80, 80),
        (CleaningReason.COPY, 83, 83),
        (CleaningReason.REPEAT, 8, 8),
    ]


def test_decided_page_by_page_481_rows_stay(cast: Cast, waiting: InsightsList) -> None:
    pages = []
    for reason in (DecisionReason.EARLY, DecisionReason.COPY, DecisionReason.REPEAT):
        shown = proposals_of(waiting, reason).filter(row__state=InsightsRowState.PROPOSED)
        while keys := list(shown.values_list("row", flat=True)[:50]):
            done = set_aside_rows(
                insights_list=waiting, rows=keys, reason=reason, by=cast.allocator, now=NOW
            )
            pages.append(len(done))
    assert pages == [50, 30, 50, 33, 8]
    total = in_all(what_stays(waiting, cast.allocator))
    assert (total.early, total.copy, total.repeat, total.stays) == (80, 83, 8, 481)
    # Nobody is allocated in this database.
    assert (total.linked, total.not_linked, total.reconstructed) == (0, 481, 40)


def test_the_file_can_be_uploaded_as_it_is(records: PilotRecords) -> None:
    sheet = read_file(insights_list_file(records), "insights.csv")
    assert len(sheet.rows) == 652
    assert sheet.headings[0] == "Number"
