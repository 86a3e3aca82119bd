"""What of the Idva's forms leaves in a snapshot: as it stands, the same in both arms, no words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drive.evaluation.snapshot import Snapshot, read
from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.actions import system_user
from drive.web.core.dates import add_months, at_noon
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_snapshot
from drive.web.insights import actions
from drive.web.insights.models import IdvaCase
from drive.web.recording.rules import definition
from tests.cast import NOW, Cast
from tests.factories.arms import DRAWN_ON, both_arms
from tests.factories.insights import OPENED_ON, answers_for, filled, form_of, ratings

pytestmark = pytest.mark.django_db

INTAKE, MONTH_3 = InsightsStage.INTAKE, InsightsStage.MONTH_3
AT_3 = add_months(DRAWN_ON, 3)


def recorded(case: IdvaCase, cast: Cast) -> None:
    """An intake that was put right, an exit with her own words, and a follow-up."""
    first = filled(case, INTAKE, cast, afraid_now="very")
    actions.submit_form(
        case=case,
        stage=INTAKE,
        happened_on=OPENED_ON,
        definition=definition("insights"),
        answers=answers_for(INTAKE, afraid_now="a_little", knew_drive_involved="yes"),
        ratings=ratings("moderate"),
        corrects=first,
        seen=first.pk,
        by=cast.idva,
        now=NOW,
    )
    words = {"own_words_consent": "yes", "own_words": "I sleep again."}
    filled(case, InsightsStage.EXIT, cast, on=date(2017, 6, 20), **words)
    actions.submit_form(
        case=case,
        stage=MONTH_3,
        happened_on=AT_3,
        definition=form_of(MONTH_3),
        answers=answers_for(MONTH_3),
        ratings=ratings(in_depth=False),
        by=cast.idva,
        now=at_noon(AT_3),
    )


@pytest.fixture
def snapshot(cast: Cast, tmp_path: Path) -> Snapshot:
    arms = both_arms(cast)
    for case in (arms.drive, arms.control):
        recorded(case, cast)
    row = begin_snapshot(by=system_user(), now=NOW, today=date(2017, 6, 30), folder=tmp_path)
    freeze(snapshot=row, now=NOW)
    return read(tmp_path)


def of_cases(snapshot: Snapshot, table: str, columns: list[str]) -> list[list[Any]]:
    """Return what each case says in a table, without the keys."""
    forms = snapshot["insights_forms"]
    rows = snapshot[table]
    key = "insights_form_id" if "insights_form_id" in rows else "owner_id"
    joined = rows.merge(forms, left_on=key, right_on="insights_form_id", suffixes=("", "_of_form"))
    return [
        sorted(group[columns].fillna("").itertuples(index=False, name=None))
        for _, group in joined.groupby("idva_case_id")
    ]


def test_only_the_version_that_stands_leaves(snapshot: Snapshot) -> None:
    forms = snapshot["insights_forms"]
    assert sorted(forms["stage"]) == sorted(["intake", "exit", "month_3"] * 2)
    answers = snapshot["answers"]
    afraid = answers[answers["question"] == "afraid_now"]["value"]
    assert "very" not in set(afraid)
    assert sorted(afraid) == sorted(["a_little", "not_afraid", "not_afraid"] * 2)


def test_both_arms_leave_the_same(snapshot: Snapshot) -> None:
    for table, columns in (
        ("insights_forms", ["stage", "recorded_day", "form"]),
        ("answers", ["stage", "question", "value", "status", "source", "source_label"]),
        ("ratings", ["stage", "abuse_type", "used", "used_status", "severity"]),
        ("interventions", ["stage", "intervention", "provided", "provided_status"]),
    ):
        drive, control = of_cases(snapshot, table, columns)
        assert drive == control, table
        assert drive, table


def test_no_word_of_hers_and_no_day_leaves(snapshot: Snapshot) -> None:
    text = "".join(frame.to_csv() for frame in snapshot.tables.values())
    assert "sleep" not in text
    assert "2017-06-01" not in text
    asked = set(snapshot["answers"]["question"])
    assert asked.isdisjoint({"own_words", "learned_on"})
    assert {"own_words_consent", "knew_drive_involved", "safer_than_at_hearing"} <= asked
