"""Undoing, searching, the page of a person and the agreement of reviewers."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.identity import Verdict
from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.people.models import Merge
from tests.cast import Cast
from tests.factories.identity import REASON, decided, question
from tests.factories.people import HER, Docket, Typed, people_of
from tests.factories.sign_in import signed_in
from tests.integration.web.identity.desk import SLIP, words

pytestmark = pytest.mark.django_db

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def test_undoing_asks_for_a_fresh_sign_in_and_says_what_follows(
    cast: Cast, docket: Docket, client: Client
) -> None:
    candidate = question(docket.he(), docket.he(SLIP))
    decided(candidate, SAME, cast.allocator)
    merge = Merge.objects.get()
    address = reverse("identity:undo", args=[merge.pk])
    signed_in(client, cast.allocator)
    session = client.session
    session.pop("account_authentication_methods", None)
    session.save()
    assert client.get(address)["Location"].startswith("/account/confirm/")
    signed_in(client, cast.allocator, freshly=True)
    page = client.get(address).content.decode()
    assert "stand for two people again" in page
    assert REASON in page
    typed = {"reason": "He was in prison that day.", "key": str(uuid4())}
    answer = client.post(address, typed)
    assert answer.status_code == 302
    merge.refresh_from_db()
    assert merge.undone_reason == "He was in prison that day."
    assert "This merge was undone already." in words(client, address)
    assert "Undone" in words(client, f"{reverse('identity:merges')}?state=undone&made=decision")


def test_a_search_is_within_reach_and_leaves_no_name_in_the_address(
    cast: Cast, docket: Docket, client: Client
) -> None:
    docket.he(Typed("Robert", "Ashdown", date(1988, 3, 7)))
    docket.he(Typed("Robert", "Ashdown", date(1970, 1, 2)), marac=cast.west_sussex_marac)
    signed_in(client, cast.coordinator)
    address = reverse("identity:search")
    page = client.post(address, {"surname": "Ashdown", "forename": "Bob"}).content.decode()
    assert "1 person found." in page
    assert "Another form of the forename" in page
    swapped = {"surname": "Ashdwn", "born_on-day": "3", "born_on-month": "7"}
    page = client.post(address, swapped | {"born_on-year": "1988"}).content.decode()
    assert "Day and month of birth swapped" in page
    assert "One slip in the surname" in page
    page = client.post(address, {"surname": "Nobody", "forename": "Here"}).content.decode()
    assert "0 people found." in page
    assert "Check the spelling" in page
    assert "or the date of birth" in client.post(address, {"surname": "Ash"}).content.decode()
    reads = Event.objects.filter(action="identity.search", kind=EventKind.READ)
    assert "Ashdown" not in " ".join(str(each.__dict__) for each in reads)


def test_the_person_page_leads_to_whoever_stands_for_both(
    cast: Cast, docket: Docket, client: Client
) -> None:
    first = docket.heard(Typed(), HER, heard_on=date(2017, 3, 1))
    later = docket.heard(SLIP, HER, heard_on=date(2017, 6, 12))
    one, other = people_of(first)[0], people_of(later)[0]
    decided(question(one, other), SAME, cast.allocator)
    signed_in(client, cast.allocator)
    answer = client.get(reverse("identity:person", args=[other.pk]))
    assert answer["Location"] == reverse("identity:person", args=[one.pk])
    page = words(client, answer["Location"])
    for said in ("Tobyas Wetherall", "Repeat perpetrator", "12 June 2017", "Rosalind Quennell"):
        assert said in page
    assert "Decided: The same person" in page
    title = client.get(answer["Location"]).content.decode()
    assert "<title>Person" in title.replace("\n", "").replace("  ", "")


def test_a_coordinator_sees_a_person_as_far_as_her_own_marac_knows_him(
    cast: Cast, docket: Docket, client: Client
) -> None:
    here = docket.heard(SLIP, Typed("Una", "Bracken"))
    there = docket.heard(Typed(), HER, marac=cast.west_sussex_marac)
    one, other = people_of(here)[0], people_of(there)[0]
    decided(question(one, other), SAME, cast.allocator)
    signed_in(client, cast.coordinator)
    page = words(client, reverse("identity:person", args=[one.pk]))
    for hidden in ("Tobias", "Rosalind", "Quennell", "West Sussex", "Serial", REASON, "Decided"):
        assert hidden not in page
    assert "Una Bracken" in page
    assert client.get(reverse("identity:person", args=[other.pk])).status_code == 404


def test_a_service_manager_and_an_idva_open_no_person(
    cast: Cast, docket: Docket, client: Client
) -> None:
    person = docket.he()
    for user in (cast.service_manager, cast.idva, cast.case_manager, cast.evaluator):
        signed_in(client, user)
        assert client.get(reverse("identity:person", args=[person.pk])).status_code == 403


def test_the_agreement_of_reviewers_counts_what_two_said_independently(
    cast: Cast, docket: Docket, second: User, client: Client
) -> None:
    sampled = question(docket.he(), docket.he(SLIP), sampled=True)
    decided(sampled, SAME, cast.allocator)
    decided(sampled, DIFFERENT, second)
    overruled = question(docket.he(Typed("Una")), docket.he(Typed("Unna")))
    decided(overruled, SAME, cast.allocator)
    decided(overruled, DIFFERENT, second, overrule=True)
    signed_in(client, cast.allocator)
    page = words(client, reverse("identity:agreement"))
    assert "0 of 1 questions got the same verdict twice: 0%." in page


def test_a_comparison_is_asked_for_once_and_its_end_is_shown(
    cast: Cast, docket: Docket, client: Client
) -> None:
    docket.he()
    signed_in(client, cast.allocator)
    address = reverse("identity:runs")
    assert client.post(address)["Location"] == address
    page = words(client, address)
    assert "The comparison is asked for" in page
    assert "Everybody with everybody" in page
    assert "Done" in page
    assert "2 of 2" in page
