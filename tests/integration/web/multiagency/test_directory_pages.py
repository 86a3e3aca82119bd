"""The directory on the page: the answer, the reason, and nothing of another site."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ArmsCovered, ContactRole, ProvisionState
from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.multiagency.actions import directory as actions
from drive.web.organisations.models import AgencyContact
from tests.cast import NOW, Cast
from tests.factories.directory import SINCE, agreed, away, desk, listed, service
from tests.factories.sign_in import signed_in
from tests.integration.web.hard.forms import date_of
from tests.integration.web.hard.page import read

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
A_DAY = timedelta(days=1)
INDEX = "/directory/"


def page(by: User, address: str, sent: dict[str, Any] | None = None) -> str:
    """Return a page as somebody sees it."""
    client = signed_in(Client(), by)
    answer = client.get(address) if sent is None else client.post(address, sent)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def asked(by: User, words: str) -> str:
    """Return the answers to what somebody typed: what stands above the list of agencies."""
    return page(by, INDEX, {"words": words}).split("Parts of the directory")[0]


def of(view: str, *keys: Any) -> str:
    return reverse(f"multiagency:directory_{view}", args=keys)


# -- Who do I ring? --------------------------------------------------------------------------------


def test_the_answer_has_the_number_and_the_reason(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    one = desk(by, police)
    two = desk(by, police, "Single point", ContactRole.SINGLE_POINT, telephone="01632 960007")
    away(by, one, TODAY - A_DAY, TODAY + A_DAY, cover=two)
    for words in ("police", "ESSEX pol", "duty"):
        found = asked(cast.case_manager, words)
        assert "Ring Single point" in found
        assert 'href="tel:01632960007"' in found
        assert "Duty desk is away until 1 July 2017; Single point covers." in found
    assert "Ring" not in asked(cast.case_manager, "housing").split("<h1")[1]


def test_a_kind_of_agency_is_found_by_its_words(cast: Cast) -> None:
    crc = listed(cast, "Southgate", AgencyType.PROBATION_CRC)
    desk(cast.service_manager, crc)
    assert "Southgate" in asked(cast.idva, "probation community")


def test_whoever_left_leads_to_who_is_there_now(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    gone = desk(by, police, "Old desk")
    desk(by, police, "New desk")
    actions.end_contact(contact=gone, ends_on=TODAY - A_DAY, by=by, now=NOW)
    found = asked(cast.case_manager, "old desk")
    assert "Ring New desk" in found
    assert "Old desk left on 29 June 2017." in found


def test_nothing_of_another_site_is_found(cast: Cast) -> None:
    police = listed(cast, "Sussex Police", site=cast.west_sussex)
    contact = desk(cast.west_sussex_service_manager, police)
    assert "Ring Duty desk" not in page(cast.case_manager, INDEX, {"words": "duty"})
    assert "Sussex Police" not in page(cast.case_manager, INDEX)
    client = signed_in(Client(), cast.service_manager)
    for address in (of("agency", police.pk), of("change_contact", contact.pk)):
        assert client.get(address).status_code == 404
    found = asked(cast.administrator, "duty")
    assert "(West Sussex)" in found


def test_each_answer_is_in_the_audit(cast: Cast) -> None:
    contact = desk(cast.service_manager, listed(cast))
    asked(cast.case_manager, "police")
    event = Event.objects.filter(kind=EventKind.READ, action="multiagency.view_directory").last()
    assert event is not None
    assert str(contact.pk) in event.object_ids


def test_a_site_with_many_agencies_costs_no_more_questions(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    by = cast.service_manager
    for number in range(12):
        agency = listed(cast, f"Agency {number}")
        desk(by, agency, f"Desk {number}")
    client = signed_in(Client(), cast.case_manager)
    with django_assert_max_num_queries(40):
        client.get(INDEX)


# -- Forms -----------------------------------------------------------------------------------------


def test_whoever_left_while_the_form_was_open_is_said_and_nothing_is_lost(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    one, two = desk(by, police), desk(by, police, "Front desk")
    client = signed_in(Client(), by)
    address = of("away", one.pk)
    form = read(client.get(address).content.decode()).form
    actions.end_contact(contact=two, ends_on=TODAY - A_DAY, by=by, now=NOW)
    sent = {**form.sent, **date_of("starts_on", "30 6 2017"), "cover": str(two.pk)}
    answer = read(client.post(address, sent).content.decode())
    assert answer.errors
    assert answer.form.sent["starts_on-day"] == ["30"]


def test_two_who_change_one_contact_see_both(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    contact = desk(by, police)
    client = signed_in(Client(), by)
    address = of("change_contact", contact.pk)
    form = read(client.get(address).content.decode()).form
    new = actions.NewContact(
        role=ContactRole.PRACTITIONER,
        name="Duty desk",
        telephone="01632 960008",
        starts_on=TODAY,
    )
    actions.change_contact(
        contact=contact, new=new, seen=contact.pk, by=cast.administrator, now=NOW
    )
    sent = {**form.sent, "role": "practitioner", "telephone": "01632 960009"}
    clash = client.post(address, sent).content.decode()
    assert "01632 960008" in clash
    assert "01632 960009" in clash
    again = {**read(clash).form.sent, "role": "practitioner"}
    assert client.post(address, again).status_code == 302
    assert AgencyContact.objects.get(superseded_by=None).telephone == "01632 960009"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"telephone": "ring me"}, "Enter a telephone number, such as 01632 960 001"),
        ({}, "Enter a telephone number or an e-mail address."),
    ],
)
def test_what_cannot_be_reached_is_said_beside_the_field(
    cast: Cast, sent: dict[str, str], words: str
) -> None:
    client = signed_in(Client(), cast.service_manager)
    address = of("add_contact", listed(cast).pk)
    form = read(client.get(address).content.decode()).form
    filled = {**form.sent, "name": "Duty desk", "role": "practitioner", **sent}
    answer = read(client.post(address, filled).content.decode())
    assert words in answer.errors
    assert answer.form.sent["name"] == ["Duty desk"]
    assert not AgencyContact.objects.exists()


def test_an_absence_that_was_changed_leads_to_how_it_stands(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    absence = away(by, desk(by, police), TODAY, TODAY + A_DAY)
    client = signed_in(Client(), by)
    address = of("change_absence", absence.pk)
    form = read(client.get(address).content.decode()).form
    assert client.post(address, {**form.sent, "not_away": "yes"}).status_code == 302
    assert client.get(address)["Location"] == of("agency", police.pk)
    assert "Ring Duty desk" in page(by, of("agency", police.pk))


def test_a_form_with_its_box_folded_away_is_taken(cast: Cast) -> None:
    by = cast.service_manager
    found = service(by, cast.essex)
    client = signed_in(Client(), by)
    form = read(client.get(of("found", found.pk)).content.decode()).form
    sent = {**form.sent, "state": "open"}
    assert client.post(of("found", found.pk), sent).status_code == 302
    history = page(by, of("service", found.pk))
    assert "Has a waiting list: 6 weeks" in history
    assert "Takes referrals" in history


# -- What is said plainly --------------------------------------------------------------------------


def test_an_agreement_says_what_speaks_against_it(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    row = agreed(by, police, arms=ArmsCovered.DRIVE_ALONE, review_on=date(2017, 6, 1))
    for address in (of("agreements"), of("agreement", row.pk), of("agency", police.pk)):
        shown = page(cast.case_manager, address)
        assert "It has been due for review since 1 June 2017." in shown
        assert "It covers those drawn to Drive alone" in shown
        assert "133" in shown


def test_an_agreement_shows_what_was_changed(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    row = agreed(by, police)
    client = signed_in(Client(), by)
    form = read(client.get(of("change_agreement", row.pk)).content.decode()).form
    sent = {**form.sent, "fields_shared": ["risk"], **date_of("review_on", "1 9 2017")}
    assert client.post(of("change_agreement", row.pk), sent).status_code == 302
    shown = page(by, of("agreement", row.pk))
    assert "what is shared: was Incidents and calls; Risk assessments" in shown
    assert "review: was Not recorded" in shown


def test_gaps_and_what_nobody_looked_at_are_said(cast: Cast) -> None:
    by = cast.service_manager
    service(by, cast.essex, name="Beds", state=ProvisionState.MISSING, waiting_weeks=None)
    shown = page(cast.case_manager, of("provision"))
    assert "Alcohol or drugs: Beds" in shown
    assert "Nobody has looked yet: Housing; Mental health" in shown


def test_the_page_of_an_agency_shows_what_became_of_it(cast: Cast) -> None:
    by, police = cast.service_manager, listed(cast)
    after = listed(cast, "Police after")
    desk(by, after)
    actions.add_standing(agency=police, text="They want a reference.", by=by, now=NOW)
    row = actions.record_succession(
        agency=police, new=actions.NewSuccession(after=after, on=SINCE), by=by, now=NOW
    )
    shown = page(cast.idva, of("agency", police.pk))
    assert "Since 2 January 2017 Police after does what Essex Police did." in shown
    assert "They want a reference." in shown
    assert of("take_back", row.pk) not in shown
    assert of("take_back", row.pk) in page(by, of("agency", police.pk))
