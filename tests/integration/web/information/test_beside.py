"""The documents of a case beside the strategy and beside the account against what is known."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from drive.web.audit.models import Event
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.documents import MOST_BESIDE
from tests.cast import Cast
from tests.factories.casework import case_at
from tests.factories.documents import document_on
from tests.factories.strategies import consulted

PAGES = (
    "casework:strategies",
    "casework:write_strategy",
    "casework:strategy",
    "casework:decide_strategy",
    "registers:account",
)


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


def _address(cast: Cast, case: DriveCase, view: str) -> str:
    of_a_version = view in ("casework:strategy", "casework:decide_strategy")
    return reverse(view, args=[case.pk, *([consulted(cast, case).pk] if of_a_version else [])])


@pytest.mark.parametrize("view", PAGES)
def test_documents_are_read_beside_the_page_and_count_as_seen(
    cast: Cast, client: Client, case: DriveCase, view: str
) -> None:
    kept = document_on(cast, case, title="Minutes of the Marac in May")
    client.force_login(
        cast.service_manager if view == "casework:decide_strategy" else cast.case_manager
    )
    address = _address(cast, case, view)
    before = Event.objects.count()
    page = client.get(address).content.decode()
    assert "Minutes of the Marac in May" in page
    assert reverse("casework:document", args=[case.pk, kept.pk]) in page
    assert Event.objects.count() == before + 1
    said = str(kept.descriptions.get().pk)
    assert any(said in event.object_ids for event in Event.objects.filter(kind="read"))


def test_what_is_on_her_side_is_marked_and_stays_off_paper(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    document_on(cast, case, title="Her own letter", victim_side=True)
    client.force_login(cast.case_manager)
    page = client.get(_address(cast, case, "registers:account")).content.decode()
    line = page[: page.index("Her own letter")].rsplit("<li", 1)[1]
    assert "drive-not-printed" in line
    assert "Victim-survivor’s side" in page


def test_those_beyond_the_latest_are_counted_and_led_to(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    for number in range(MOST_BESIDE + 2):
        document_on(cast, case, title=f"Paper {number}")
    client.force_login(cast.case_manager)
    page = client.get(_address(cast, case, "casework:strategies")).content.decode()
    assert page.count("Paper ") == MOST_BESIDE
    assert f"All {MOST_BESIDE + 2} documents" in page


def test_whoever_does_not_read_documents_sees_none_beside(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    document_on(cast, case, title="Minutes of the Marac in May")
    client.force_login(cast.idva)
    answer = client.get(_address(cast, case, "casework:strategies"))
    assert answer.status_code == 200
    assert "Minutes of the Marac in May" not in answer.content.decode()
