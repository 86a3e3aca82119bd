"""The pilot's Table 5 and interventions come out of the Insights records, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from drive.evaluation.analyses import idva_outcomes, interventions
from drive.evaluation.measures import measures
from drive.evaluation.measures.rows import plain_tables
from drive.evaluation.results import Comparison, Result
from drive.evaluation.snapshot import Snapshot, read
from drive.simulation.pilot import PILOT_SEED
from drive.vocabulary.allocation import Arm
from drive.web.accounts.actions import system_user
from drive.web.allocation.models import Allocation
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_snapshot
from drive.web.insights.models import InsightsAnswer
from drive.web.pilot.actions import load
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The pilot, loaded once for this file and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(seed=PILOT_SEED, now=NOW, progress=lambda _line: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def snapshot(loaded: None, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("snapshot")
    row = begin_snapshot(by=system_user(), now=NOW, today=date(2017, 6, 30), folder=folder)
    freeze(snapshot=row, now=NOW)
    return read(folder)


def results_of(analysis: Any, snapshot: Snapshot) -> list[Result]:
    counted = measures(plain_tables(snapshot))
    return analysis.analyse(counted, compare=True).results


@pytest.mark.parametrize(
    ("analysis", "fewest"), [(idva_outcomes, 60), (interventions, 30)], ids=["outcomes", "support"]
)
def test_what_was_printed_is_counted_from_the_snapshot(
    analysis: Any, fewest: int, snapshot: Snapshot
) -> None:
    compared = [each for each in results_of(analysis, snapshot) if each.printed is not None]
    agreeing = [each for each in compared if each.comparison is Comparison.AGREES]
    unexplained = [each.id for each in compared if each.note == "The cause is not known."]
    assert unexplained == []
    assert len(agreeing) >= fewest


def in_drive(question: str, value: str) -> int:
    """Count the exit forms of Drive on which a question has an answer, row by row."""
    drive = Allocation.objects.filter(arm=Arm.DRIVE).values("perpetrator")
    return InsightsAnswer.objects.filter(
        question=question,
        value=value,
        insights_form__stage="exit",
        insights_form__idva_case__dyad__perpetrator__in=drive,
    ).count()


@pytest.mark.usefixtures("loaded")
def test_the_rows_themselves_say_so() -> None:
    """Year-1 report, lines 880-885 and 3973."""
    assert in_drive("change_in_risk", "significant_reduction") == 10
    assert in_drive("change_in_risk", "moderate_reduction") == 5
    assert in_drive("intervention_immigration", "yes") == 2


def test_without_the_insights_rows_there_is_nothing_to_count(snapshot: Snapshot) -> None:
    tables = plain_tables(snapshot)
    answers = tables["answers"]
    tables["answers"] = answers[answers["owner_table"] != "insights_forms"]
    tables["interventions"] = tables["interventions"].head(0)
    without = measures(tables)
    for analysis in (idva_outcomes, interventions):
        found = analysis.analyse(without, compare=True).results
        counts = [each.estimate for each in found if each.id.endswith(".n") and each.estimate]
        assert counts == []
