"""Which page of a case opens for whom, and what it shows."""

from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.case_record.actions import keep_out
from drive.web.casework.models import CaseClosure, DriveCase
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on

pytestmark = pytest.mark.django_db

PAGES = {
    "": {"case_manager", "service_manager", "practice_adviser", "idva"},
    "timeline/": {"case_manager", "service_manager", "practice_adviser"},
    "contact/": {"case_manager", "service_manager", "practice_adviser"},
    "contact/add/": {"case_manager", "service_manager"},
    "contact/reason/": {"case_manager", "service_manager"},
    "notes/": {"case_manager", "service_manager", "practice_adviser"},
    "notes/add/": {"case_manager", "service_manager"},
    "people/": {"case_manager", "service_manager", "practice_adviser"},
    "history/": {"case_manager", "service_manager"},
    "step/": {"case_manager", "service_manager"},
    "close/": {"case_manager", "service_manager"},
    "assign/idva_lead/": {"service_manager"},
    "assessments/": {"case_manager", "service_manager", "practice_adviser"},
    "assessments/intake/submitted/": {"case_manager", "service_manager", "practice_adviser"},
    "assessments/month_3/": {"case_manager", "service_manager"},
    "assessments/month_3/part/risk/": {"case_manager", "service_manager"},
    "assessments/month_3/check/": {"case_manager", "service_manager"},
}
SEALED = "he waits outside the school"


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    made = case_at(cast, CaseState.ACTIVE)
    note_on(cast, made, SEALED, informant=InformationSource.VICTIM_SURVIVOR)
    assessment_at(cast, made, need_alcohol="yes")
    return made


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize(
    "who",
    ["case_manager", "service_manager", "practice_adviser", "idva", "allocator", "evaluator"],
)
def test_each_page_opens_for_its_roles_and_for_nobody_else(
    cast: Cast, client: Client, case: DriveCase, who: str
) -> None:
    signed_in(client, cast.users[who])
    opened = {page for page in PAGES if client.get(f"/cases/{case.pk}/{page}").status_code == 200}
    assert opened == {page for page, roles in PAGES.items() if who in roles}


def test_a_case_out_of_reach_is_answered_like_one_that_does_not_exist(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    keep_out(case=case, user=cast.excluded, reason="A relative", by=cast.service_manager, now=NOW)
    for name in ("west_sussex_case_manager", "other_case_manager", "excluded", "other_idva"):
        signed_in(client, cast.users[name])
        for address in ("", "notes/", "assessments/"):
            refused = client.get(f"/cases/{case.pk}/{address}")
            missing = client.get(f"/cases/{uuid4()}/{address}")
            assert refused.content == missing.content, (name, address)
            assert refused.status_code == missing.status_code
            assert refused.status_code in (403, 404)


def test_the_idva_lead_sees_the_bridge_and_nothing_that_is_written(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    page = text(signed_in(client, cast.idva), f"/cases/{case.pk}/")
    assert "You are the IDVA lead" in page
    for hidden in ("Alcohol", SEALED, "Add a note", "Timeline"):
        assert hidden not in page
    assert "Not contacted" not in text(client, "/cases/")


def test_the_overview_says_what_comes_next_and_what_is_known(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    page = text(signed_in(client, cast.case_manager), f"/cases/{case.pk}/")
    for said in (
        "Assessment: 3 months",
        "Overdue since 16 April 2017",
        "No reason recorded",
        "Alcohol misuse",
        "Used: Yes. Severity: High.",
        "21 of 70 answers known (30%)",
    ):
        assert said in page
    assert "<title>" in page
    assert "Perpetrator1" not in page.partition("</title>")[0]


def test_the_case_manager_sees_her_name_and_no_way_to_reach_her(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    page = text(signed_in(client, cast.case_manager), f"/cases/{case.pk}/people/")
    assert "Survivor1 Synthetic" in page
    assert "Ex-partner" in page
    assert "ZZ1" not in page
    assert "Survivor1" not in text(
        signed_in(client, cast.practice_adviser), f"/cases/{case.pk}/people/"
    )


def test_the_caseload_shows_what_is_due_and_each_tab_what_it_says(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    page = text(signed_in(client, cast.case_manager), "/cases/")
    assert "Overdue since 16 April 2017" in page
    assert "Showing 1 to 1 of 1" in page
    assert "There are no cases here" in text(client, "/cases/?state=closed")
    assert "There are no cases here" in text(signed_in(client, cast.other_case_manager), "/cases/")
    assert "ES-0001" in text(signed_in(client, cast.service_manager), "/cases/?scope=nonsense")


def test_a_name_is_searched_by_post_alone(cast: Cast, client: Client, case: DriveCase) -> None:
    signed_in(client, cast.case_manager)
    found = client.post("/cases/", {"words": "perpetrator1"}).content.decode()
    assert "ES-0001" in found
    assert "No case in your reach" in client.post("/cases/", {"words": "zzz"}).content.decode()
    assert "Type a name" in client.post("/cases/", {"words": ""}).content.decode()


def test_each_page_is_one_event_that_names_the_case(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    signed_in(client, cast.case_manager)
    for page in ("", "notes/", "assessments/intake/submitted/"):
        before = Event.objects.count()
        text(client, f"/cases/{case.pk}/{page}")
        event = Event.objects.order_by("-happened_at", "-id").filter(kind=EventKind.READ)
        assert Event.objects.count() == before + 1
        assert any(str(case.pk) in each.object_ids for each in event)
    history = text(client, f"/cases/{case.pk}/history/")
    assert "Assessment submitted" in history
    assert "Case manager" in history


def test_closing_lists_what_is_open_then_asks_then_checks(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    signed_in(client, cast.service_manager)
    address = f"/cases/{case.pk}/close/"
    page = text(client, address)
    assert "The closure assessment is not submitted" in page
    assert "assessments/closure/" in page
    contact_with(cast, case)
    assessment_at(cast, case, AssessmentPoint.CLOSURE, assessed_on=NOW.date())
    given = {
        "closed_on-day": "30",
        "closed_on-month": "June",
        "closed_on-year": "2017",
        "reason": "completed",
        "exit_pathway": "relapse_prevention",
        "idva_told_on-day": "29",
        "idva_told_on-month": "6",
        "idva_told_on-year": "2017",
        "idva_told_by": "The case manager",
        "handed_over": "There are none.",
        "key": str(uuid4()),
    }
    assert "Say whose risk" in client.post(address, given).content.decode()
    given["whose_risk"] = "children"
    assert "Check before closing" in client.post(address, given).content.decode()
    assert not CaseClosure.objects.exists()
    for _ in range(2):
        done = client.post(address, {**given, "confirmed": "yes"})
        assert done["Location"] == f"/cases/{case.pk}/"
    assert CaseClosure.objects.get().whose_risk == "children"


def test_the_case_manager_prepares_closing_and_does_not_close(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    signed_in(client, cast.case_manager)
    assert "Close the case" in text(client, f"/cases/{case.pk}/close/")
    assert client.post(f"/cases/{case.pk}/close/", {"confirmed": "yes"}).status_code == 403
    assert not CaseClosure.objects.exists()


def test_keeping_somebody_out_needs_a_fresh_sign_in(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    signed_in(client, cast.service_manager)
    response = client.get(f"/cases/{case.pk}/keep-out/")
    assert response.status_code == 302
    assert "/account/confirm/" in response["Location"]
