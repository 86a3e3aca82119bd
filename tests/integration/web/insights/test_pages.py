"""The Idva's pages, used as she uses them."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.insights import InsightsStage
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.recording.models import Draft
from tests.cast import Cast
from tests.factories.insights import filled, idva_case, typed_form
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db


def typed(**more: str) -> dict[str, str]:
    """Return an intake form as a browser sends it."""
    return typed_form(InsightsStage.INTAKE) | more


@pytest.fixture
def idva(client: Client, cast: Cast) -> Client:
    client.force_login(cast.idva)
    return client


def test_the_caseload_shows_her_cases_and_what_comes_next(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    page = idva.get("/idva-cases/").content.decode()
    assert case.dyad.victim_survivor.person.name in page
    assert "Intake form to fill in" in page


def test_the_case_of_another_idva_does_not_exist_for_her(idva: Client, cast: Cast) -> None:
    theirs = idva_case(cast, idva=cast.other_idva)
    missing = idva.get(f"/idva-cases/{uuid4()}/")
    refused = idva.get(f"/idva-cases/{theirs.pk}/")
    assert (missing.status_code, refused.status_code) == (404, 404)


def test_no_title_holds_a_name(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    for path in (f"/idva-cases/{case.pk}/", f"/idva-cases/{case.pk}/forms/intake/"):
        page = idva.get(path).content.decode()
        title = page[page.index("<title>") : page.index("</title>")]
        assert "Synthetic" not in title


def test_a_form_is_saved_once_however_often_it_is_sent(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    sent = typed()
    first = idva.post(f"/idva-cases/{case.pk}/forms/intake/", sent)
    second = idva.post(f"/idva-cases/{case.pk}/forms/intake/", sent)
    assert InsightsForm.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_a_form_that_was_refused_is_saved_once_it_is_right(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    sent = typed()
    idva.post(f"/idva-cases/{case.pk}/forms/intake/", sent | {"happened_on-day": "13"})
    assert not InsightsForm.objects.exists()
    idva.post(f"/idva-cases/{case.pk}/forms/intake/", sent)
    assert InsightsForm.objects.exists()


def test_what_is_missing_is_named_and_nothing_typed_is_lost(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    sent = typed()
    del sent["used_sexual-value"], sent["severity_sexual-value"]
    page = idva.post(f"/idva-cases/{case.pk}/forms/intake/", sent).content.decode()
    assert "Error:" in page
    assert "or say why it is not known" in page
    assert 'value="14"' in page
    assert not InsightsForm.objects.exists()


def test_a_half_filled_form_is_kept_and_offered_again(idva: Client, cast: Cast) -> None:
    case = idva_case(cast)
    idva.post(
        f"/idva-cases/{case.pk}/forms/intake/",
        {"used_physical-value": "yes", "save_draft": "1", "key": str(uuid4())},
    )
    assert "You have an unfinished form" in idva.get(f"/idva-cases/{case.pk}/").content.decode()
    again = idva.get(f"/idva-cases/{case.pk}/forms/intake/").content.decode()
    assert "Go on where you left off" in again
    assert "There is a problem" not in again
    idva.post(f"/idva-cases/{case.pk}/forms/intake/", typed())
    assert not Draft.objects.exists()


def test_a_filled_form_is_read_back_in_words(idva: Client, cast: Cast) -> None:
    form = filled(idva_case(cast), InsightsStage.INTAKE, cast)
    page = idva.get(f"/idva-cases/form/{form.pk}/").content.decode()
    assert "Unsure" in page
    assert "Not asked" in page
    assert "answers known" in page


def test_the_co_ordinator_names_an_idva(client: Client, cast: Cast) -> None:
    dyad = hearing(cast).dyad
    client.force_login(cast.coordinator)
    assert dyad.victim_survivor.person.name in client.get("/idva-cases/waiting/").content.decode()
    client.post(
        f"/idva-cases/waiting/{dyad.pk}/",
        {
            "idva": str(cast.idva.pk),
            "opened_on-day": "14",
            "opened_on-month": "6",
            "opened_on-year": "2017",
            "key": str(uuid4()),
        },
    )
    case = IdvaCase.objects.get()
    assert case.assignments.get().user == cast.idva
    assert client.get(f"/idva-cases/{case.pk}/").status_code in {403, 404}


@pytest.mark.parametrize("act", ["close", "hand_over", "transfer"])
def test_an_act_that_ends_something_says_whose_case_it_is(
    idva: Client, cast: Cast, act: str
) -> None:
    case = idva_case(cast)
    page = idva.get(reverse(f"insights:{act}", args=[case.pk])).content.decode()
    assert case.dyad.victim_survivor.person.name in page
    assert case.reference in page
    assert "Cancel" in page


def test_where_nothing_is_due_the_page_says_so(idva: Client, cast: Cast) -> None:
    page = idva.get("/idva-cases/due/").content.decode()
    assert "Nothing is due." in page
    assert "0 things" not in page
