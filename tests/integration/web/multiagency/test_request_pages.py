"""The page of a request: its story and its steps; who has not answered, and how long it takes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.requests import RefusalReason, RequestWay
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.home.presenters.tasks import to_do
from drive.web.information.models import FactVersion
from drive.web.multiagency.models import RequestStep
from drive.web.organisations.models import Agency
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    asked,
    replied,
    sent,
    staffed,
)
from tests.factories.sign_in import signed_in
from tests.integration.web.multiagency.pages import (
    WEEKS,
    K,
    answered,
    ask_at,
    form_of,
    late,
    text,
)

pytestmark = pytest.mark.django_db


def test_a_request_is_chased_then_escalated_with_one_button(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    request = sent(case, police, cast.case_manager)
    late(request, NOW + WEEKS)
    panels = to_do(cast.case_manager, NOW.date())
    links = [entry["href"] for panel in panels for entry in panel.entries]
    assert reverse("multiagency:request", args=[request.pk]) in links
    page = manager.get(reverse("multiagency:request", args=[request.pk]))
    assert request.steps.filter(kind=K.CHASED).count() == 2
    shown = text(page)
    assert "Chaser 2" in shown


def test_the_next_sources_are_links_that_ask(
    cast: Cast, case: DriveCase, police: Agency, settings: Any
) -> None:
    housing = staffed(cast.essex, name="Housing", kind="housing")
    request = sent(case, police, cast.case_manager)
    late(request, NOW + WEEKS)
    settings.DRIVE_TODAY = (NOW + WEEKS).date()
    manager = signed_in(Client(), cast.case_manager)
    page = manager.get(reverse("multiagency:request", args=[request.pk]))
    shown = text(page)
    assert "Ask Housing" in shown
    assert "Their manager" not in shown.split("Ask another source")[0]
    assert "Send it to Mo Manager of Essex Police" in shown
    link = ask_at(case, housing, instead_of=request.pk)
    assert link in page.content.decode()
    answer = manager.post(
        reverse("multiagency:escalate", args=[request.pk]),
        form_of(page, "/escalate/"),
        follow=True,
    )
    assert "It goes to the next rung of the ladder." in text(answer)
    assert request.steps.get(kind=K.ESCALATED).level == "manager"
    assert form_of(manager.get(link))["topics"] == request.topics


def test_an_answer_becomes_a_fact_with_its_source(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    request = sent(case, police, cast.case_manager)
    address = reverse("multiagency:answer", args=[request.pk])
    missing = text(manager.post(address, answered(fact_1="He has a van.")))
    for words in ("Choose what it is about", "relied on", "had she not spoken"):
        assert words in missing
    said = answered(
        fact_1="He has a van.", topic_1="whereabouts", reliability="likely", without_her="yes"
    )
    page = text(manager.post(address, said, follow=True))
    assert "Known from it:" in page
    assert "Three calls in May." in page
    row = FactVersion.objects.get()
    assert (row.agency, row.source_kind, row.without_her) == ("police", "police", "yes")


def test_a_partial_answer_and_a_refusal_ask_what_belongs_to_them(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    request = sent(case, police, cast.case_manager)
    address = reverse("multiagency:answer", args=[request.pk])
    assert "what they did not answer" in text(
        manager.post(address, answered(kind="answered_in_part"))
    )
    assert "why they refuse" in text(manager.post(address, answered(kind="refused")))
    manager.post(address, answered(kind="answered_in_part", still_open=["abuse_now"]))
    assert RequestStep.objects.get(kind=K.ANSWERED_IN_PART).still_open == ["abuse_now"]


def test_a_refusal_is_contested_with_prepared_words(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    request = sent(case, police, cast.case_manager)
    replied(request, cast.case_manager, kind=K.REFUSED, refusal=RefusalReason.OUT_OF_AREA)
    address = reverse("multiagency:contest", args=[request.pk])
    page = manager.get(address)
    assert "out of your area" in text(page)
    assert "contested" in text(manager.post(address, form_of(page), follow=True))


def test_words_are_read_out_and_recorded(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    request = asked(case, police, cast.case_manager, way=RequestWay.TELEPHONE)
    step = request.steps.get()
    address = reverse("multiagency:say", args=[request.pk, step.pk])
    assert "Tell us what you hold" in text(manager.get(address))
    key = "00000000-0000-0000-0000-00000000000{}"
    manager.post(address, {"outcome": "nobody", "key": key.format(4)})
    step.refresh_from_db()
    assert step.left_on is None
    manager.post(address, {"outcome": "said", "key": key.format(5)})
    step.refresh_from_db()
    assert step.left_on == NOW.date()


def test_who_has_not_answered_at_a_glance(
    cast: Cast, case: DriveCase, police: Agency, settings: Any
) -> None:
    sent(case, police, cast.case_manager)
    sent(case, staffed(cast.essex, name="Housing", kind="housing"), cast.case_manager)
    settings.DRIVE_TODAY = (NOW + timedelta(days=10)).date()
    leader = signed_in(Client(), cast.service_manager)
    page = text(leader.get(reverse("multiagency:stalled")))
    assert "2 requests wait for 2 agencies. 2 are over their day." in page
    elsewhere = signed_in(Client(), cast.west_sussex_service_manager)
    assert "Every request on an open case" in text(elsewhere.get(reverse("multiagency:stalled")))


def test_time_to_answer_counts_those_who_have_not_answered(
    cast: Cast, case: DriveCase, police: Agency, settings: Any
) -> None:
    leader = signed_in(Client(), cast.service_manager)
    few = text(leader.get(reverse("multiagency:measures")))
    assert "no median is given" in few
    requests = [sent(case, police, cast.case_manager) for _ in range(8)]
    for days, request in enumerate(requests[:5], start=3):
        replied(request, cast.case_manager, at=NOW + timedelta(days=days))
    replied(
        requests[5],
        cast.case_manager,
        at=NOW + timedelta(days=10),
        kind=K.REFUSED,
        refusal=RefusalReason.NO_CAPACITY,
    )
    settings.DRIVE_TODAY = (NOW + WEEKS).date()
    leader = signed_in(Client(), cast.service_manager)
    page = text(leader.get(reverse("multiagency:measures")))
    assert "8 requests have left; 6 have been answered." in page
    assert "Half are answered within 4" in page
    assert 'role="img"' in page
    assert "No capacity" in page
    assert signed_in(Client(), cast.case_manager).get(
        reverse("multiagency:measures")
    ).status_code == 403  # fmt: skip


def test_a_task_leads_to_its_request(cast: Cast, case: DriveCase, police: Agency) -> None:
    from drive.web.case_record.presenters.tasks import page_of
    from drive.web.tasks.models import Task

    request = sent(case, police, cast.case_manager)
    late(request, NOW + WEEKS)
    task = Task.objects.get(kind=TaskKind.NEXT_SOURCE)
    assert page_of(task) == reverse("multiagency:request", args=[request.pk])


def test_the_idva_does_not_open_the_requests_of_his_side(
    cast: Cast, case: DriveCase, police: Agency
) -> None:
    request = sent(case, police, cast.case_manager)
    idva = signed_in(Client(), cast.idva)
    for name, key in (("requests", case.pk), ("request", request.pk), ("answer", request.pk)):
        assert idva.get(reverse(f"multiagency:{name}", args=[key])).status_code == 403
