"""A snapshot holds what is recorded and submitted, under pseudonyms, and no name."""

from datetime import date
from pathlib import Path

import pytest

from drive.evaluation.snapshot import Snapshot, read
from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import AssessmentPoint, CaseState, NonContactReason
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.jobs import RunState
from drive.web.accounts.actions import system_user
from drive.web.audit.models import Event
from drive.web.casework.actions import record_non_contact
from drive.web.extracts.actions.freezing import STUDY, freeze
from drive.web.extracts.actions.requests import begin_snapshot
from drive.web.extracts.models import FrozenSnapshot
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.people.models import Person
from drive.web.referrals.models import CoreAnswer
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with
from tests.factories.insights import filled, idva_case
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db

TODAY = date(2017, 6, 30)


def frozen(folder: Path) -> tuple[FrozenSnapshot, Snapshot]:
    row = begin_snapshot(by=system_user(), now=NOW, today=TODAY, folder=folder)
    freeze(snapshot=row, now=NOW)
    return row, read(folder)


@pytest.fixture
def everything(cast: Cast) -> None:
    """One perpetrator in each arm, with all that can be recorded."""
    case = case_at(cast, CaseState.ACTIVE, number=1)
    contact_with(cast, case)
    assessment_at(cast, case, AssessmentPoint.INTAKE)
    allocation(cast, 2, arm=Arm.CONTROL)
    for number in (1, 2):
        support = idva_case(cast, number, dyad=_dyad(number))
        filled(support, InsightsStage.INTAKE, cast)
        filled(support, InsightsStage.EXIT, cast, on=date(2017, 6, 20))


def _dyad(number: int):
    person = Person.objects.get(forename=f"Perpetrator{number}")
    return person.perpetrator_roles.get().dyads.get()


@pytest.mark.usefixtures("everything")
def test_each_table_holds_what_was_recorded(tmp_path: Path) -> None:
    counts = frozen(tmp_path)[1].row_counts
    assert counts == {
        "perpetrators": 2,
        "victim_survivors": 2,
        "dyads": 2,
        "hearings": 2,
        "allocations": 2,
        "drive_cases": 1,
        "assessments": 1,
        "ratings": 4 + 4 * 4,
        "answers": counts["answers"],
        "contacts": 1,
        "non_contacts": 0,
        "work": 0,
        "idva_cases": 2,
        "insights_forms": 4,
        "interventions": 2 * 12,
        "cleaning": 0,
    }
    assert counts["answers"] >= 2 * 20


@pytest.mark.usefixtures("everything")
def test_no_name_and_no_birth_date_leaves(tmp_path: Path) -> None:
    frozen(tmp_path)
    snapshot = read(tmp_path)
    text = "".join(frame.to_csv() for frame in snapshot.tables.values())
    for person in Person.objects.all():
        for secret in (person.forename, person.surname, str(person.date_of_birth), str(person.pk)):
            assert secret not in text


@pytest.mark.usefixtures("everything")
def test_days_are_counted_from_the_perpetrators_allocation(tmp_path: Path) -> None:
    _, snapshot = frozen(tmp_path)
    (case,) = snapshot["drive_cases"].to_dict("records")
    assert (case["state"], case["opened_day"]) == ("active", 4)
    (contact,) = snapshot["contacts"].to_dict("records")
    assert contact["contact_day"] == (date(2017, 5, 3) - date(2017, 1, 16)).days


@pytest.mark.usefixtures("everything")
def test_every_reference_leads_to_a_row(tmp_path: Path) -> None:
    _, snapshot = frozen(tmp_path)
    owners = {
        "perpetrator_id": "perpetrators",
        "victim_survivor_id": "victim_survivors",
        "dyad_id": "dyads",
        "drive_case_id": "drive_cases",
        "idva_case_id": "idva_cases",
        "insights_form_id": "insights_forms",
    }
    for name, frame in snapshot.tables.items():
        for column in set(frame.columns) & set(owners):
            known = set(snapshot[owners[column]][column])
            assert set(frame[column]) <= known, f"{name}.{column}"
    for name in ("answers", "ratings"):
        for table, rows in snapshot[name].groupby("owner_table"):
            key = snapshot[str(table)].columns[0]
            assert set(rows["owner_id"]) <= set(snapshot[str(table)][key])


def test_a_corrected_answer_leaves_only_as_it_stands(cast: Cast, tmp_path: Path) -> None:
    allocation(cast, 1)
    before = CoreAnswer.objects.get(question="number_of_children")
    CoreAnswer.objects.create(
        hearing=before.hearing,
        question=before.question,
        value="3",
        status="known",
        supersedes=before,
        recorded_at=NOW,
        recorded_by=cast.allocator,
    )
    answers = frozen(tmp_path)[1]["answers"]
    assert answers.loc[answers["question"] == "number_of_children", "value"].tolist() == ["3"]


def test_a_reason_that_was_replaced_does_not_leave(cast: Cast, tmp_path: Path) -> None:
    case = case_at(cast)
    for reason in (NonContactReason.PLANNED_OR_PENDING, NonContactReason.NOT_SAFE):
        record_non_contact(
            case=case, point=AssessmentPoint.MONTH_3, reason=reason, by=cast.case_manager, now=NOW
        )
    reasons = frozen(tmp_path)[1]["non_contacts"]["reason"]
    assert reasons.tolist() == ["not_safe"]


def test_a_hearing_that_waits_for_the_draw_is_a_hearing_without_days(
    cast: Cast, tmp_path: Path
) -> None:
    hearing(cast, 1)
    _, snapshot = frozen(tmp_path)
    assert snapshot["hearings"]["heard_day"].isna().all()
    assert snapshot["allocations"].empty


def test_the_word_of_a_source_leaves_only_from_old_forms(cast: Cast, tmp_path: Path) -> None:
    allocation(cast, 1)
    CoreAnswer.objects.filter(question="relationship").update(source_label="Perp1's ex")
    assert frozen(tmp_path)[1]["answers"]["source_label"].isna().all()


def test_freezing_twice_gives_the_same_hash(cast: Cast, tmp_path: Path) -> None:
    allocation(cast, 1)
    first, _ = frozen(tmp_path / "one")
    second, _ = frozen(tmp_path / "two")
    assert first.content_hash == second.content_hash != ""


def test_another_study_key_gives_other_pseudonyms(
    cast: Cast, tmp_path: Path, settings: object
) -> None:
    allocation(cast, 1)
    before, _ = frozen(tmp_path / "one")
    settings.DRIVE_KEY_DIR = tmp_path / "keys"
    (tmp_path / "keys" / STUDY).mkdir(parents=True)
    (tmp_path / "keys" / STUDY / "k1.key").write_bytes(b"a" * 44)
    after, _ = frozen(tmp_path / "two")
    assert before.content_hash != after.content_hash


def test_a_frozen_snapshot_is_in_the_ledger_and_the_audit(cast: Cast, tmp_path: Path) -> None:
    allocation(cast, 1)
    row, _ = frozen(tmp_path)
    released = Release.objects.get()
    assert row.release == released
    assert (released.kind, released.digest) == (ReleaseKind.SNAPSHOT, row.content_hash)
    assert Event.objects.filter(action="extracts.freeze").count() == 1
    assert Event.objects.filter(kind="release").count() == 1


def test_a_snapshot_that_is_done_is_not_frozen_again(cast: Cast, tmp_path: Path) -> None:
    row, _ = frozen(tmp_path)
    allocation(cast, 1)
    freeze(snapshot=row, now=NOW)
    assert (row.state, row.row_counts["allocations"]) == (RunState.DONE, 0)


def test_figures_of_past_allocations_of_invented_people_count_as_published(
    cast: Cast, tmp_path: Path
) -> None:
    allocation(cast, 1)
    assert frozen(tmp_path / "one")[0].published_figures
    Person.objects.filter(forename="Perpetrator1").update(synthetic=False)
    assert not frozen(tmp_path / "two")[0].published_figures
