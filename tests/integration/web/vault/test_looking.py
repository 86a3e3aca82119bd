"""Looking at a contact detail: after a step-up, for a reason, for a minute, and noted."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from drive.web.audit.models import Event, EventKind, Purpose
from drive.web.insights.models import IdvaCase
from drive.web.vault import actions
from drive.web.vault.models import Address, Reveal
from drive.web.vault.rules import MASK
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import idva_case
from tests.factories.sign_in import signed_in
from tests.factories.vault import HIS, address_of, looked_at, plan_of

pytestmark = pytest.mark.django_db

LINES = "7 Quiet Street"


def of(name: str, case: Any, *more: Any, space: str = "insights") -> str:
    return reverse(f"{space}:{name}", args=[case.pk, *more])


def text_of(answer: Any) -> str:
    return answer.content.decode()


def test_a_row_that_was_put_right_meanwhile_is_shown_as_a_clash(cast: Cast, client: Client) -> None:
    case = idva_case(cast)
    row = address_of(case.dyad, cast.idva)
    said = actions.NewAddress(kind=row.kind, lines="2 Newer Street")
    newer = actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    sent = {
        "kind": "home",
        "belongs_to": "own",
        "lines": "3 My Street",
        "known_to_him": "no",
        "shared_with_him": "no",
        "seen": str(row.pk),
        "key": str(uuid4()),
    }
    browser = signed_in(client, cast.idva)
    page = text_of(browser.post(of("correct_contact_detail", case, "address", row.pk), sent))
    assert "3 My Street" in page
    assert "Newer" not in page
    assert str(newer.pk) in page
    assert not Address.objects.filter(supersedes=newer).exists()
    meant = browser.post(
        of("correct_contact_detail", case, "address", row.pk), sent | {"seen": str(newer.pk)}
    )
    assert meant.status_code == 302
    assert Address.objects.filter(supersedes=newer).exists()


@pytest.fixture
def hers(cast: Cast) -> tuple[IdvaCase, Address]:
    case = idva_case(cast)
    return case, address_of(case.dyad, cast.idva, lines=LINES)


def test_the_page_shows_masks_and_links(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, row = hers
    plan = plan_of(case.dyad, cast.idva)
    page = text_of(signed_in(client, cast.idva).get(of("contact_details", case)))
    assert MASK in page
    assert "Quiet" not in page
    assert "bluebell" not in page
    assert "Tuesday" not in page
    assert of("look_contact_detail", case, "address", row.pk) in page
    assert of("look_contact_detail", case, "plan", plan.pk) in page
    assert "Nobody has looked" in page


def test_a_look_is_shown_for_a_minute_and_goes_back_by_itself(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, row = hers
    browser = signed_in(client, cast.idva, freshly=True)
    key = str(uuid4())
    asked = browser.post(
        of("look_contact_detail", case, "address", row.pk), {"reason": "safety", "key": key}
    )
    reveal = Reveal.objects.get()
    assert asked["Location"] == of("looked_at_contact_detail", case, reveal.pk)
    shown = browser.get(asked["Location"])
    assert LINES in text_of(shown)
    seconds, _, back = shown["Refresh"].partition("; url=")
    assert 1 <= int(seconds) <= 60
    assert back == of("contact_details", case)
    assert "no-store" in shown["Cache-Control"]
    again = browser.post(
        of("look_contact_detail", case, "address", row.pk), {"reason": "safety", "key": key}
    )
    assert again["Location"] == asked["Location"]
    Reveal.objects.update(recorded_at=NOW - timedelta(hours=2), until=NOW - timedelta(hours=1))
    over = browser.get(asked["Location"])
    assert over.status_code == 302
    assert over["Location"] == of("contact_details", case)
    page = text_of(browser.get(of("contact_details", case)))
    assert cast.idva.name in page
    assert "To act on a risk" in page


def test_a_look_is_recorded_with_its_reason_and_without_what_was_seen(
    cast: Cast, hers: tuple[IdvaCase, Address]
) -> None:
    reveal = looked_at(hers[1], cast.idva)
    event = Event.objects.get(action="vault.reveal")
    assert event.kind == EventKind.CHANGE
    assert event.purpose == Purpose.SUPPORT
    assert event.fields == "Address: To get in touch"
    assert event.object_ids == [str(hers[1].pk), str(reveal.pk)]


def test_no_look_without_a_reason(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, row = hers
    browser = signed_in(client, cast.idva, freshly=True)
    answer = browser.post(of("look_contact_detail", case, "address", row.pk), {"key": str(uuid4())})
    assert "Say why you look" in text_of(answer)
    assert not Reveal.objects.exists()


def confirmed(browser: Client, *, hours_ago: float) -> None:
    session = browser.session
    at = (timezone.now() - timedelta(hours=hours_ago)).timestamp()
    session["account_authentication_methods"] = [
        {"method": "password", "at": at, "reauthenticated": True}
    ]
    session.save()


@pytest.mark.parametrize(("hours_ago", "opens"), [(0.2, True), (9.9, True), (10.1, False)])
def test_one_step_up_is_enough_for_a_shift(
    cast: Cast,
    client: Client,
    hers: tuple[IdvaCase, Address],
    *,
    hours_ago: float,
    opens: bool,
) -> None:
    case, row = hers
    browser = signed_in(client, cast.idva, freshly=True)
    confirmed(browser, hours_ago=hours_ago)
    answer = browser.get(of("look_contact_detail", case, "address", row.pk))
    assert (answer.status_code == 200) is opens
    if not opens:
        assert answer["Location"].startswith("/account/")


def test_signing_in_is_no_step_up(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, row = hers
    answer = signed_in(client, cast.idva).get(of("look_contact_detail", case, "address", row.pk))
    assert answer["Location"].startswith("/account/")


def test_nobody_sees_what_somebody_else_asked_to_see(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, row = hers
    reveal = looked_at(row, cast.idva)
    Reveal.objects.update(until=NOW + timedelta(days=1), recorded_by=cast.other_idva)
    browser = signed_in(client, cast.idva, freshly=True)
    assert browser.get(of("looked_at_contact_detail", case, reveal.pk)).status_code == 404


def test_a_row_of_another_case_is_not_shown_through_ones_own(cast: Cast, client: Client) -> None:
    case, other = idva_case(cast), idva_case(cast, 2, idva=cast.other_idva)
    row = address_of(other.dyad, cast.other_idva)
    browser = signed_in(client, cast.idva, freshly=True)
    for name in ("look_contact_detail", "correct_contact_detail"):
        assert browser.get(of(name, case, "address", row.pk)).status_code == 404
    assert browser.get(of("look_contact_detail", case, "nothing", row.pk)).status_code == 404


def test_the_case_manager_sees_his_own_and_never_hers(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    dyad = case.perpetrator.dyads.get()
    hers = address_of(dyad, cast.idva, lines="8 Her Street")
    his = address_of(dyad, cast.case_manager, role=HIS, lines="9 His Street")
    browser = signed_in(client, cast.case_manager, freshly=True)
    page = text_of(browser.get(of("contact_details", case, space="casework")))
    assert MASK in page
    assert "Street" not in page
    assert "Does he know it" not in page
    assert "Safe-contact plan" not in page
    look = of("look_contact_detail", case, "address", hers.pk, space="casework")
    assert browser.get(look).status_code == 404
    asked = browser.post(
        of("look_contact_detail", case, "address", his.pk, space="casework"),
        {"reason": "contact", "key": str(uuid4())},
    )
    assert "9 His Street" in text_of(browser.get(asked["Location"]))


def test_an_address_is_added_and_put_right_on_the_pages(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, _ = hers
    browser = signed_in(client, cast.idva)
    said = {
        "kind": "refuge",
        "belongs_to": "own",
        "lines": "10 Hidden Street",
        "postcode": "ZZ2 2ZZ",
        "known_to_him": "no",
        "shared_with_him": "no",
        "key": str(uuid4()),
    }
    added = browser.post(of("add_contact_detail", case, "address"), said)
    assert added["Location"] == of("contact_details", case)
    row = Address.objects.get(kind="refuge")
    right = of("correct_contact_detail", case, "address", row.pk)
    form = text_of(browser.get(right))
    assert "Hidden" not in form
    assert "Leave it empty to keep what stands" in form
    changed = said | {"lines": "", "postcode": "", "known_to_him": "yes", "key": str(uuid4())}
    assert browser.post(right, changed | {"seen": str(row.pk)}).status_code == 302
    newer = Address.objects.get(supersedes=row)
    assert newer.known_to_him == "yes"
    mistake = changed | {"mistake": "yes", "seen": str(newer.pk), "key": str(uuid4())}
    right = of("correct_contact_detail", case, "address", newer.pk)
    assert browser.post(right, mistake).status_code == 302
    newer.refresh_from_db()
    assert newer.taken_back


def test_the_plan_is_written_and_shown(
    cast: Cast, client: Client, hers: tuple[IdvaCase, Address]
) -> None:
    case, _ = hers
    browser = signed_in(client, cast.idva, freshly=True)
    said = {"when": "Only Fridays", "password": "bluebell", "key": str(uuid4())}
    assert browser.post(of("write_contact_plan", case), said).status_code == 302
    page = text_of(browser.get(of("contact_details", case)))
    assert "Fridays" not in page
    address = next(
        part.split('"')[0] for part in page.split('href="') if "/plan/" in part and "/show/" in part
    )
    asked = browser.post(address, {"reason": "contact", "key": str(uuid4())})
    shown = text_of(browser.get(asked["Location"]))
    assert "Only Fridays" in shown
    assert "bluebell" in shown
