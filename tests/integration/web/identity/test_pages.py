"""What the pages about who is who show, to whom, and what they never show."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import User
from drive.web.allocation.actions import HistoricAllocation, import_historic
from tests.cast import NOW, Cast
from tests.factories.allocation import ratio
from tests.factories.identity import REASON, decided, question
from tests.factories.people import HER, Docket, Typed, people_of
from tests.factories.sign_in import signed_in
from tests.integration.web.identity.desk import SLIP, TAGS, page_of, send, words

pytestmark = pytest.mark.django_db

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def test_a_reviewer_decides_and_is_shown_the_next(
    cast: Cast, docket: Docket, client: Client
) -> None:
    signed_in(client, cast.allocator)
    first = question(docket.he(), docket.he(SLIP))
    later = question(
        docket.he(Typed(surname="Ashdown")),
        docket.he(Typed("Tobis", "Ashdown")),
        now=NOW + timedelta(hours=1),
    )
    assert "2 questions wait" in words(client, reverse("identity:queue"))
    assert send(client, first, "same") == page_of(later)
    assert first.verdict == SAME
    assert send(client, later, "different") == reverse("identity:queue")
    assert "No question waits" in words(client, reverse("identity:queue"))


@pytest.mark.parametrize(
    "typed",
    [
        ("", REASON, "Say whether they are one person"),
        ("same", "", "Write the reason"),
        ("same", "tattoo", "in at least 10 characters"),
    ],
)
def test_a_verdict_needs_a_reason(
    cast: Cast, docket: Docket, client: Client, typed: tuple[str, str, str]
) -> None:
    verdict, reason, said = typed
    signed_in(client, cast.allocator)
    candidate = question(docket.he(), docket.he(SLIP))
    assert said in send(client, candidate, verdict, reason)
    assert candidate.state == CandidateState.OPEN


def test_a_refusal_stands_beside_the_verdict(cast: Cast, docket: Docket, client: Client) -> None:
    signed_in(client, cast.allocator)
    candidate = question(*people_of(docket.heard()), crosses_roles=True)
    page = send(client, candidate, "same")
    assert 'id="id_verdict-error"' in page
    assert "They are two people" in page
    assert REASON in page


def test_what_the_first_reviewer_said_is_not_shown_to_the_second(
    cast: Cast, docket: Docket, second: User, client: Client
) -> None:
    candidate = question(docket.he(), docket.he(SLIP), sampled=True)
    decided(candidate, DIFFERENT, cast.allocator)
    signed_in(client, second)
    person = reverse("identity:person", args=[candidate.one_id])
    for address in (page_of(candidate), person, reverse("identity:queue")):
        page = client.get(address, follow=True).content.decode()
        assert REASON not in page
        assert cast.allocator.name not in page
    assert "One reviewer has decided" in words(client, page_of(candidate))


def test_whoever_decided_waits_for_somebody_else(
    cast: Cast, docket: Docket, client: Client
) -> None:
    candidate = question(docket.he(), docket.he(SLIP), sampled=True)
    decided(candidate, DIFFERENT, cast.allocator)
    signed_in(client, cast.allocator)
    assert "Waits for somebody else" in words(client, reverse("identity:queue"))
    page = client.get(page_of(candidate)).content.decode()
    assert "This waits for somebody else." in page
    assert 'name="verdict"' not in page


def test_no_score_and_no_arm_stands_on_the_page(cast: Cast, docket: Docket, client: Client) -> None:
    heard = docket.heard(Typed(), HER), docket.heard(SLIP, HER, heard_on=date(2017, 6, 14))
    rows = [
        HistoricAllocation(hearing=each, arm=arm, allocated_on=each.meeting.held_on)
        for each, arm in zip(heard, (Arm.DRIVE, Arm.CONTROL), strict=True)
    ]
    import_historic(rows=rows, by=cast.allocator, now=NOW)
    candidate = question(people_of(heard[0])[0], people_of(heard[1])[0])
    signed_in(client, cast.allocator)
    page = client.get(page_of(candidate)).content.decode()
    assert "7.3" not in page
    assert "household" not in page
    main = page[page.index("<main") :]
    assert "Both have been drawn" in main
    assert not re.search(r"[Cc]ontrol|Drive arm|to Drive", TAGS.sub(" ", main))


def test_addresses_are_not_shown(cast: Cast, docket: Docket, client: Client) -> None:
    one = docket.he(Typed(postcode="CM1 4QP", telephone="07700 900123"))
    candidate = question(one, docket.he(SLIP))
    signed_in(client, cast.allocator)
    for address in (page_of(candidate), reverse("identity:person", args=[one.pk])):
        page = client.get(address).content.decode()
        assert "CM1" not in page
        assert "900123" not in page


def test_crossing_roles_is_said_with_what_follows(
    cast: Cast, docket: Docket, client: Client
) -> None:
    candidate = question(docket.he(), docket.she(), crosses_roles=True)
    signed_in(client, cast.allocator)
    page = words(client, page_of(candidate))
    assert "Perpetrator in one case, victim-survivor in another" in page
    assert "A wall between the two roles stays" in page


def test_what_holds_a_draw_comes_first_and_how_long_it_does(
    cast: Cast, docket: Docket, client: Client, settings: Any
) -> None:
    ratio(cast)
    women = question(docket.she(Typed("Una", "Ashdown")), docket.she(Typed("Unna", "Ashdown")))
    men = question(docket.he(), docket.he(SLIP), now=NOW + timedelta(hours=1))
    # From Friday to Wednesday.
    settings.DRIVE_TODAY = date(2017, 7, 5)
    signed_in(client, cast.allocator)
    page = words(client, reverse("identity:queue"))
    assert "1 of them holds a draw, the longest for 3 working days" in page
    rows = client.get(reverse("identity:queue")).content.decode()
    table = rows[rows.index("<table") :]
    assert table.index(page_of(men)) < table.index(page_of(women))
    held = words(client, f"{reverse('identity:queue')}?holds=yes")
    assert "Showing 1 to 1 of 1" in held
    assert "the longest for 3 working days" in words(client, "/")


def test_the_queue_is_narrowed_by_codes(cast: Cast, docket: Docket, client: Client) -> None:
    question(docket.he(), docket.he(SLIP))
    question(docket.he(Typed("Una")), docket.she(Typed("Una")), crosses_roles=True)
    signed_in(client, cast.allocator)
    queue = reverse("identity:queue")
    for query, count in (
        ("state=open", 2),
        ("state=disagreed", 0),
        ("site=essex", 2),
        ("site=west_sussex", 0),
        ("crosses=yes", 1),
        ("state=nonsense", 2),
    ):
        said = "No question that waits is like that" if not count else f"1 to {count} of {count}"
        assert said in words(client, f"{queue}?{query}"), query


def test_whoever_is_kept_away_from_one_of_two_sees_neither_question_nor_name(
    cast: Cast, docket: Docket, client: Client
) -> None:
    candidate = question(docket.he(), docket.he(SLIP))
    keep_out(
        user=cast.allocator,
        person_id=candidate.one_id,
        reason="A cousin.",
        by=cast.service_manager,
        now=NOW,
    )
    signed_in(client, cast.allocator)
    assert "Wetherall" not in client.get(reverse("identity:queue")).content.decode()
    assert client.get(page_of(candidate)).status_code == 404
    assert client.get(reverse("identity:person", args=[candidate.one_id])).status_code == 404
    found = client.post(reverse("identity:search"), {"surname": "Wetherall", "forename": "Tobias"})
    assert candidate.one.pk.hex not in found.content.decode().replace("-", "")
