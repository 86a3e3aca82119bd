"""Her own request to see her record, and requests of others for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from drive.vocabulary.answers import ValueStatus, unknown
from drive.vocabulary.disclosure import HerRequestStage, ItemOutcome
from drive.web.audit.queries import events_about
from drive.web.insights.exceptions import NothingToRecord, NotSafelyDelivered, ViewMissing
from drive.web.insights.models import (
    HerRequest,
    HerRequestStep,
    IdvaCase,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from drive.web.insights.queries.requests import items_of, words_in
from drive.web.recording.exceptions import ChangedMeanwhile, ImpossibleDay
from tests.cast import NOW, Cast
from tests.factories.insights import idva_case
from tests.factories.requests import (
    ASKED_ON,
    delivered,
    her_request,
    her_view,
    item_decided,
    records_request,
)
from tests.factories.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> IdvaCase:
    return idva_case(cast)


def test_her_request_is_due_one_month_later_and_lies_sealed(cast: Cast, case: IdvaCase) -> None:
    row = her_request(case, cast.idva, "Everything since May")
    assert row.due_on == date(2017, 7, 1)
    assert words_in(row, "text") == "Everything since May"
    assert "Everything" not in row.sealed_text
    assert events_about(row.pk).filter(action="insights.note_her_request").count() == 1


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"plan_read": False}, "plan_read"),
        ({"his_taken_out": False}, "his_taken_out"),
        ({"delivered_by": None}, "delivered_by"),
    ],
)
def test_she_has_it_only_safely(
    cast: Cast, case: IdvaCase, missing: dict[str, Any], field: str
) -> None:
    row = her_request(case, cast.idva)
    with pytest.raises(NotSafelyDelivered) as refused:
        delivered(row, cast.idva, **missing)
    assert refused.value.field == field
    assert not row.steps.exists()


def test_the_database_holds_to_it_too(cast: Cast, case: IdvaCase) -> None:
    row = her_request(case, cast.idva)
    with pytest.raises(IntegrityError), transaction.atomic():
        HerRequestStep.objects.create(
            request=row,
            stage=HerRequestStage.DELIVERED,
            happened_on=ASKED_ON,
            recorded_at=NOW,
            recorded_by=cast.idva,
        )


def test_what_is_settled_goes_no_further(cast: Cast, case: IdvaCase) -> None:
    row = her_request(case, cast.idva)
    delivered(row, cast.idva, stage=HerRequestStage.GATHERED)
    delivered(row, cast.idva)
    with pytest.raises(NotSafelyDelivered, match="settled"):
        delivered(row, cast.idva)
    with pytest.raises(ImpossibleDay):
        delivered(her_request(case, cast.idva), cast.idva, happened_on=date(2017, 5, 1))


@pytest.mark.parametrize("field", ["who", "what", "necessity", "proportionality"])
def test_a_request_for_her_records_says_why(cast: Cast, case: IdvaCase, field: str) -> None:
    with pytest.raises(NothingToRecord) as refused:
        records_request(case, cast.idva, **{field: "  "})
    assert refused.value.field == field


def test_nothing_is_decided_before_she_was_heard(cast: Cast, case: IdvaCase) -> None:
    row = records_request(case, cast.idva)
    with pytest.raises(ViewMissing):
        item_decided(row, cast.idva)
    her_view(row, cast.idva, answer=unknown(ValueStatus.WITHHELD_FOR_SAFETY))
    assert item_decided(row, cast.idva)


def test_what_is_kept_back_names_its_exemption(cast: Cast, case: IdvaCase) -> None:
    row = records_request(case, cast.idva)
    her_view(row, cast.idva)
    for outcome in (ItemOutcome.REFUSED, ItemOutcome.PARTLY):
        with pytest.raises(NothingToRecord, match="not given"):
            item_decided(row, cast.idva, outcome=outcome, exemption=None)
    assert item_decided(row, cast.idva, outcome=ItemOutcome.GIVEN).exemption == ""


def test_rows_are_added_and_none_is_changed(cast: Cast, case: IdvaCase) -> None:
    row = records_request(case, cast.idva)
    first = her_view(row, cast.idva)
    with pytest.raises(ChangedMeanwhile):
        her_view(row, cast.idva)
    her_view(row, cast.idva, seen=first.pk, words="She thought again.")
    assert RequestView.objects.count() == 2
    item = item_decided(row, cast.idva)
    right = item_decided(row, cast.idva, before=item, outcome=ItemOutcome.GIVEN, exemption=None)
    with pytest.raises(NothingToRecord, match="meanwhile"):
        item_decided(row, cast.idva, before=item)
    assert items_of(row, cast.idva) == [right]
    assert RecordsItem.objects.get(pk=item.pk).outcome == ItemOutcome.REFUSED


@pytest.mark.parametrize(
    "stranger", ["case_manager", "service_manager", "practice_adviser", "other_idva", "coordinator"]
)
def test_nobody_else_sees_any_of_it(cast: Cast, case: IdvaCase, stranger: str) -> None:
    own, row = her_request(case, cast.idva), records_request(case, cast.idva)
    delivered(own, cast.idva)
    her_view(row, cast.idva)
    item_decided(row, cast.idva)
    for model in (HerRequest, HerRequestStep, RecordsRequest, RequestView, RecordsItem):
        assert model.objects.visible_to(cast.idva).count() == 1  # type: ignore[attr-defined]
        assert not model.objects.visible_to(getattr(cast, stranger)).exists()  # type: ignore[attr-defined]


def test_the_pages_point_to_her_plan_and_show_each_row(
    cast: Cast, case: IdvaCase, client: Any
) -> None:
    own, row = her_request(case, cast.idva), records_request(case, cast.idva)
    delivered(own, cast.idva, text="At the library.")
    her_view(row, cast.idva, words="It is mine.")
    item_decided(row, cast.idva)
    signed_in(client, cast.idva)
    base = reverse("insights:requests", args=[case.pk])
    listed = client.get(base)
    assert listed.status_code == 200
    page = client.get(f"{base}own/{own.pk}/").content.decode()
    assert reverse("insights:contact_details", args=[case.pk]) in page
    assert "There is no safe-contact plan" in page
    assert "At the library." in page
    page = client.get(f"{base}records/{row.pk}/").content.decode()
    for words in ("DC Example", "It is mine.", "She objects", "Refused", "They look into April."):
        assert words in page
    assert "DC Example" not in listed.content.decode()


def test_the_pages_say_how_far_it_came_and_by_when(
    cast: Cast, case: IdvaCase, client: Client
) -> None:
    row = her_request(case, cast.idva)
    records_request(case, cast.idva, reply_by=None)
    signed_in(client, cast.idva)
    page = reverse("insights:her_request", args=[case.pk, row.pk])
    assert "Not begun" in client.get(page).content.decode()
    delivered(row, cast.idva)
    assert client.get(page).content.decode().count("She has it") == 2
    listed = client.get(reverse("insights:requests", args=[case.pk])).content.decode()
    assert "No day named" in listed
