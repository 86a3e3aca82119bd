"""The pilot is loaded whole or not at all, through the actions, and never beside other data."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from drive.evaluation.snapshot import Snapshot
from drive.simulation.pilot import PILOT_SEED, PilotRecords, build
from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import NonContactReason
from drive.vocabulary.work import DirectWork
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.audit.models import Event
from drive.web.casework.models import DriveCase
from drive.web.casework.queries.contact_tables import contact_tables_of
from drive.web.casework.queries.work import Scope as WorkScope
from drive.web.casework.queries.work import work_counts
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.rules.states import InsightsListState, InsightsRowState
from drive.web.insights.models import IdvaCase
from drive.web.monitoring.queries.flow import flow_of
from drive.web.monitoring.queries.groups import groups_of
from drive.web.monitoring.queries.reach import Scope
from drive.web.monitoring.rules.flow import checked_flow
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad, Person
from drive.web.pilot.actions import Loaded
from drive.web.pilot.exceptions import OtherData
from drive.web.pilot.queries import demonstration_sign_ins
from drive.web.pilot.rules.people import PASSWORD, members
from drive.web.recording.rules import LEGACY
from drive.web.referrals.models import CoreAnswer, MaracHearing
from tests.cast import NOW
from tests.integration.web.pilot.loading import frozen, load_it
from tests.integration.web.pilot.work_as_printed import CHECKS, counted_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def records() -> PilotRecords:
    return build(seed=PILOT_SEED)


def test_everybody_is_there(loaded: Loaded) -> None:
    assert loaded == Loaded(perpetrators=1772, drive_cases=198, idva_cases=441, was_there=False)
    assert MaracHearing.objects.count() == Dyad.objects.count() == 1772
    assert Person.objects.count() == 2 * 1772
    assert Allocation.objects.filter(arm=Arm.DRIVE).count() == 198
    assert DriveCase.objects.count() == 198
    assert IdvaCase.objects.count() == 441
    assert CoreAnswer.objects.count() == 20 * 1772


def test_441_rows_of_the_insights_list_are_linked_and_40_are_not(loaded: Loaded) -> None:
    """Year-1 report, line 4160; the 40 are reconstructed."""
    insights_list = InsightsList.objects.get()
    assert insights_list.state == InsightsListState.WAITING
    stays = insights_list.rows.filter(state=InsightsRowState.STAYS)
    linked = stays.exclude(perpetrator=None)
    assert (stays.count(), linked.count()) == (481, 441)
    assert linked.values("perpetrator").distinct().count() == 441
    assert linked.exclude(victim_survivor=None).count() == 441
    assert stays.filter(perpetrator=None, reconstructed=True).count() == 40
    assert insights_list.rows.filter(reconstructed=True).count() == 40


def test_the_counts_in_the_snapshot_equal_the_records(
    snapshot: Snapshot, records: PilotRecords
) -> None:
    cases = records.drive_cases
    support = [person.victim_survivor.idva_case for person in records.with_idva_case]
    forms = [form for case in support for form in (case.intake, case.exit) if form]
    assert snapshot.row_counts == {
        "perpetrators": 1772,
        "victim_survivors": 1772,
        "dyads": 1772,
        "hearings": 1772,
        "allocations": 1772,
        "drive_cases": 198,
        "assessments": sum(len(case.assessments) for case in cases),
        "ratings": sum(len(each.ratings) for case in cases for each in case.assessments)
        + sum(len(form.ratings) for form in forms),
        "answers": sum(len(each.hearing.core_data) for each in records.perpetrators)
        + sum(len(each.answers) for case in cases for each in case.assessments)
        + sum(not key.startswith("intervention_") for form in forms for key in form.answers),
        "contacts": sum(len(case.contacts) for case in cases),
        "non_contacts": sum(len(case.non_contacts) for case in cases),
        "work": sum(len(case.work) for case in cases)
        + sum(len(note.activities) for case in cases for note in case.notes),
        "idva_cases": 441,
        "insights_forms": len(forms),
        "interventions": sum(
            key.startswith("intervention_") for form in forms for key in form.answers
        ),
        "cleaning": 0,
    }


def test_each_site_and_arm_has_its_printed_number(snapshot: Snapshot) -> None:
    """Year-1 report, the tables of the sites."""
    found = snapshot["allocations"].groupby(["site", "arm"]).size().to_dict()
    assert found == {
        ("essex", "drive"): 67,
        ("essex", "control"): 427,
        ("south_wales", "drive"): 70,
        ("south_wales", "control"): 754,
        ("west_sussex", "drive"): 61,
        ("west_sussex", "control"): 393,
    }


@pytest.mark.usefixtures("loaded")
def test_the_six_groups_are_the_printed_ones() -> None:
    """Year-1 report, line 380."""
    groups = groups_of(Scope(sites=list(Site.objects.all())))
    assert [number for _name, number in groups.six.rows()] == [198, 62, 136, 1574, 379, 1195]
    assert groups.in_both_arms == 0


@pytest.mark.usefixtures("loaded")
def test_the_flow_holds_together_and_says_what_is_refused() -> None:
    flowing = flow_of(Scope(sites=list(Site.objects.all())), today=NOW.date(), follow_up=True)
    flow = checked_flow(flowing.rows, flowing.counted)
    assert (flow.assessed, flow.drawn) == (1772, 1772)
    assert flow.arms[Arm.DRIVE].received == 198
    assert "The 1,772 allocations" in flowing.imported.refusal()


def test_answers_and_ratings_are_those_of_the_records(
    snapshot: Snapshot, records: PilotRecords
) -> None:
    """Not only how many: what they say."""
    answers = snapshot["answers"]
    made = answers[answers["owner_table"] == "hearings"][["question", "value"]].fillna("")
    meant = [
        (question, answer.value or "")
        for person in records.perpetrators
        for question, answer in person.hearing.core_data.items()
    ]
    assert sorted(made.itertuples(index=False, name=None)) == sorted(meant)
    ratings = snapshot["ratings"]
    his = ratings[ratings["owner_table"] == "assessments"][["abuse_type", "used", "severity"]]
    meant_of_him = [
        (str(each.abuse_type), each.used.value or "", each.severity.value or "")
        for case in records.drive_cases
        for assessment in case.assessments
        for each in assessment.ratings
    ]
    assert sorted(his.fillna("").itertuples(index=False, name=None)) == sorted(meant_of_him)


def test_the_snapshot_may_be_compared_with_print(snapshot: Snapshot) -> None:
    assert snapshot.header.published_figures
    assert set(snapshot["allocations"]["origin"]) == {"historic"}
    sites = snapshot["perpetrators"].groupby("site")["study_site"].unique()
    assert sorted(label for labels in sites for label in labels) == ["site_1", "site_2", "site_3"]


@pytest.mark.usefixtures("loaded")
def test_all_of_it_is_on_the_forms_of_its_time() -> None:
    forms = {
        *MaracHearing.objects.values_list("form", flat=True),
        *DriveCase.objects.values_list("assessments__form", flat=True),
        *IdvaCase.objects.values_list("forms__form", flat=True),
    } - {None}
    assert forms == {f"core_data/{LEGACY}", f"assessment/{LEGACY}", f"insights/{LEGACY}"}


@pytest.mark.usefixtures("loaded")
def test_what_happened_is_past_and_what_was_recorded_is_now() -> None:
    case = DriveCase.objects.order_by("opened_on")[0]
    assert case.opened_on.year == 2016
    assert set(DriveCase.objects.values_list("recorded_at", flat=True)) == {NOW}


@pytest.mark.usefixtures("loaded")
def test_contact_is_counted_on_the_pages_as_it_was_printed() -> None:
    """Year-1 report, lines 1279-1295 and 1265: each service manager counts her own site."""
    managers = User.objects.filter(username__contains="service-manager")
    completed = WorkScope(completed=True)
    found = [contact_tables_of(completed, actor, today=NOW.date()) for actor in managers]
    assert sum(each.contacted for each in found) == 19
    assert sum(each.never for each in found) == 29
    reasons = list(NonContactReason)
    stayed = [sum(each.unchanged[reason] for each in found) for reason in reasons]
    ended = [sum(each.changed_to[reason] for each in found) for reason in reasons]
    assert (stayed, ended) == ([12, 7, 4], [2, 0, 4])
    assert sum(each.without_reason for each in found) == 0
    for at in range(4):
        points = [each.points[at] for each in found]
        assert sum(point.cases for point in points) == 48
        assert sum(point.reasons.total() for point in points) == 29
    work = [work_counts(completed, actor).direct for actor in managers]
    assert sum(each.of(DirectWork.SUPPORT).cases for each in work) == 19
    assert sum(each.of(DirectWork.BEHAVIOUR_CHANGE).cases for each in work) == 11


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("what", CHECKS)
def test_work_is_counted_on_the_pages_as_it_was_printed(what: str, records: PilotRecords) -> None:
    """Both reports: each service manager counts her own site."""
    found, printed = CHECKS[what](counted_of(records))
    assert found == printed


@pytest.mark.usefixtures("loaded")
def test_nobody_holds_more_cases_than_the_limit() -> None:
    for user in User.objects.filter(username__contains="case-manager"):
        held = DriveCase.objects.visible_to(user).filter(closure=None).count()
        assert 0 < held <= 25


@pytest.mark.usefixtures("loaded")
def test_everybody_of_the_demonstration_can_sign_in(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert [each.username for each in demonstration_sign_ins()] == [
        member.username for member in members()
    ]
    assert User.objects.get(username="evaluator").check_password(PASSWORD)


def test_loading_again_changes_nothing_and_says_so(
    loaded: Loaded, snapshot: Snapshot, tmp_path: Path
) -> None:
    before = Event.objects.count()
    again = load_it()
    assert again.was_there
    assert "nothing was changed" in again.in_words()
    assert Event.objects.count() == before
    assert frozen(tmp_path).content_hash == snapshot.content_hash


@pytest.mark.usefixtures("loaded")
def test_a_database_with_other_people_is_refused() -> None:
    with transaction.atomic():
        Person.objects.create(
            forename="A", surname="B", synthetic=False, recorded_at=NOW, recorded_by=system_user()
        )
        with pytest.raises(OtherData, match="not marked as synthetic"):
            load_it()
        transaction.set_rollback(True)
