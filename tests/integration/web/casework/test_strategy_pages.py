"""The pages of contacting safely: each form once, refusals beside the field, the Idva's view."""

from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.strategy import ApprovalState
from drive.web.casework.models import (
    ConsultationReply,
    ContactStrategy,
    MaracFeedback,
    StrategyShare,
    SuContact,
    VictimSurvivorVoice,
)
from drive.web.casework.queries.strategies import state_of_strategy
from drive.web.recording.actions import save_draft
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, note_on
from tests.factories.strategies import (
    asked_of_idva,
    consulted,
    drafted,
    heard,
)
from tests.integration.web.casework.sending import on, sent

pytestmark = pytest.mark.django_db


STRATEGY = {
    "template": "ordinary",
    "route": "probation_appointment",
    "place": "probation_office",
    "message": "That Drive works with him.",
    "attribution": "The police record.",
    "risks": "He may blame her.",
    "safety_measures": "The IDVA is told.",
    "stop_conditions": "He asks who said so.",
    **on("review_on", 1, 8),
}


MATRIX = {
    "offender_manager": "asked",
    "offender_manager_who": "Mr Offord",
    "childrens_services": "not_applicable",
    "childrens_services_why": "No children.",
    "officer_in_charge": "asked",
    "officer_in_charge_who": "PC Lane",
    **on("asked_on", 26),
}


def test_a_strategy_walks_from_page_to_page(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    home = f"/cases/{case.pk}/strategy/"
    client.force_login(cast.case_manager)
    assert "No contact may be planned now" in client.get(home).content.decode()
    assert sent(client, f"{home}write/", STRATEGY) == home
    version = ContactStrategy.objects.get()
    one = f"{home}{version.pk}/"
    assert sent(client, f"{one}consult/", MATRIX) == one
    page = client.get(one).content.decode()
    assert "Waiting for 4 days" in page
    assert "Not applicable: No children." in page
    client.force_login(cast.idva)
    assert "Give your reply" in client.get(one).content.decode()
    reply = {"view": "supports", "text": "She is told before.", **on("replied_on")}
    assert sent(client, f"{one}reply/", reply) == one
    voice = {
        "informed": "told",
        "informed_by": "Her IDVA",
        "view-value": "She wants him to be spoken to.",
        **on("informed_on", 1),
    }
    assert sent(client, f"{one}voice/", voice) == one
    client.force_login(cast.service_manager)
    assert sent(client, f"{one}decide/", {"agreed": "yes"}) == one
    assert state_of_strategy(version) is ApprovalState.APPROVED
    assert "Contact may be planned" in client.get(home).content.decode()
    client.force_login(cast.case_manager)
    assert sent(client, f"{one}share/", {"marac": str(cast.essex_marac.pk)}) == one
    share = StrategyShare.objects.get()
    said = {"text": "The Marac agrees.", **on("received_on")}
    assert sent(client, f"{one}shares/{share.pk}/", said) == one
    assert "The Marac agrees." in client.get(one).content.decode()
    counts = (ConsultationReply, VictimSurvivorVoice, StrategyShare, MaracFeedback)
    assert [model.objects.count() for model in counts] == [1, 1, 1, 1]


def test_a_new_version_starts_from_the_last_and_an_unsent_one_is_offered(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    drafted(cast, case)
    address = f"/cases/{case.pk}/strategy/write/"
    client.force_login(cast.case_manager)
    assert "That Drive works with him on his behaviour." in client.get(address).content.decode()
    save_draft(
        form="casework/strategy",
        subject=str(case.pk),
        path=address,
        typed={"message": ["Typed and not sent"]},
        by=cast.case_manager,
        now=NOW,
    )
    assert "Typed and not sent" in client.get(address).content.decode()


def test_two_who_write_at_once_see_both_texts(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    first = drafted(cast, case)
    drafted(cast, case, message="What somebody else wrote.")
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/strategy/write/"
    typed = {**STRATEGY, "seen": str(first.pk), "key": str(uuid4())}
    page = client.post(address, typed).content.decode()
    assert "What somebody else wrote." in page
    assert "That Drive works with him." in page
    assert ContactStrategy.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (on("review_on", 1, 12), "within 13 weeks"),
        ({"template": "stalking"}, "Describe the pattern"),
        ({"message": ""}, "Write what will be said"),
        ({"message": "x" * 4001}, "4000"),
        (on("review_on", 1, 1, 1), "review"),
        (on("review_on", 1, 1, 9999), "review"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    cast: Cast, client: Client, wrong: dict[str, str], words: str
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    typed = {**STRATEGY, **wrong, "key": str(uuid4())}
    answer = client.post(f"/cases/{case.pk}/strategy/write/", typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert words in page
    assert "He asks who said so." in page
    assert not ContactStrategy.objects.exists()


def test_the_idva_lead_sees_strategies_and_not_the_notes(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    note_on(cast, case, "written for the file alone")
    version = consulted(cast, case)
    heard(cast, version, "she fears Fridays")
    client.force_login(cast.idva)
    page = client.get(f"/cases/{case.pk}/strategy/{version.pk}/").content.decode()
    assert "she fears Fridays" in page
    assert "written for the file alone" not in page
    for refused in ("write/", f"{version.pk}/consult/", f"{version.pk}/decide/"):
        assert client.get(f"/cases/{case.pk}/strategy/{refused}").status_code == 403
    client.force_login(cast.other_idva)
    assert client.get(f"/cases/{case.pk}/strategy/{version.pk}/").status_code == 404


def test_a_version_belongs_to_its_case(cast: Cast, client: Client) -> None:
    case, other = (case_at(cast, number=number) for number in (1, 2))
    version = consulted(cast, case)
    client.force_login(cast.case_manager)
    wrong = f"/cases/{other.pk}/strategy/{version.pk}/"
    asked = asked_of_idva(version)
    for address in ("", "consult/", "voice/", "share/", f"replies/{asked.pk}/"):
        assert client.get(f"{wrong}{address}").status_code == 404


def test_the_case_manager_cannot_reply_for_the_idva_lead(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/strategy/{version.pk}/replies/{asked_of_idva(version).pk}/"
    typed = {"view": "supports", "key": str(uuid4()), **on("replied_on")}
    assert "replies herself" in client.post(address, typed).content.decode()
    assert not ConsultationReply.objects.exists()


def test_a_planned_contact_needs_the_strategy_and_the_page_says_what_else(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/contact/add/"
    typed = {
        "successful": "yes",
        "contact_type": "telephone",
        "planning": "planned",
        "text": "He rang back.",
        **on("happened_on"),
    }
    page = client.post(address, {**typed, "key": str(uuid4())}).content.decode()
    assert "choose “Not planned”" in page
    assert "He rang back." in page
    emergency = {**typed, "planning": "emergency"}
    page = client.post(address, {**emergency, "key": str(uuid4())}).content.decode()
    assert "Write why it could not wait" in page
    sent(client, address, {**typed, "planning": "unplanned", "place": "home"})
    assert SuContact.objects.get().planning == "unplanned"
