"""Clare's Law: 28 days, the panel, the disclosure in confidence, and what his side sees of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, CaseState
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import (
    Discloser,
    DvdsDecision,
    DvdsRoute,
    RefusalReason,
    RequestKind,
    RequestState,
    RequestStepKind,
)
from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.work import Attribution
from drive.web.casework.models import CaseNote
from drive.web.core.sealing import unseal_field
from drive.web.information.models import Folder
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import DvdsApplication, DvdsDisclosure, DvdsOutcome, Request
from drive.web.multiagency.queries.standing import opened
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.agencies import about, asked, replied, sent, staffed
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.facts import her_word

pytestmark = pytest.mark.django_db
K, TODAY = RequestStepKind, NOW.date()
TOLD = "He was convicted twice of hurting a partner."
DISCLOSED = actions.Disclosing(
    disclosed_by=Discloser.POLICE_AND_IDVA,
    confidential=True,
    wording=TOLD,
    support="An IDVA of her own.",
)


def applied(days_ago: int = 0) -> dict[str, Any]:
    day = TODAY - timedelta(days=days_ago)
    return about(
        RequestKind.DISCLOSURE, detail=actions.NewDvds(route=DvdsRoute.KNOW, applied_on=day)
    )


@pytest.fixture
def application(cast: Cast) -> Request:
    return sent(case_at(cast), staffed(cast.essex), cast.case_manager, **applied(3))


def disclosed(request: Request, cast: Cast, **changed: Any) -> Any:
    said = {"kind": K.DONE, "detail": DISCLOSED, "attribution": Attribution.CRITICAL, "text": ""}
    return replied(request, cast.case_manager, **said | changed)


def due_task() -> Task:
    return Task.objects.get(kind=TaskKind.DISCLOSURE_DUE)


def test_an_application_is_due_after_28_days_of_any_kind(cast: Cast, application: Request) -> None:
    row = DvdsApplication.objects.get()
    assert (row.route, row.applied_on) == (DvdsRoute.KNOW, TODAY - timedelta(days=3))
    assert row.due_on == TODAY + timedelta(days=25)
    task = due_task()
    assert (task.due_on, task.user, task.settled_at) == (row.due_on, cast.case_manager, None)


def test_it_is_asked_of_the_police_with_its_right_and_day(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    school = staffed(cast.essex, kind=AgencyType.SCHOOL, name="A school")
    for words, said in (
        ("another kind of agency", {"agency": school}),
        ("by which right", {"detail": None}),
        ("in the past", applied(-1)),
    ):
        given = {"agency": police} | applied() | said
        with pytest.raises(CannotAsk, match=words):
            asked(case, given.pop("agency"), cast.case_manager, **given)
    assert not DvdsApplication.objects.exists()


def test_a_panel_then_the_decision_then_the_disclosure(cast: Cast, application: Request) -> None:
    panel = actions.Disclosing(panel_on=TODAY + timedelta(days=4))
    replied(application, cast.case_manager, kind=K.ANSWERED_IN_PART, detail=panel)
    assert opened(application, TODAY).state is RequestState.PARTIAL
    replied(application, cast.case_manager, kind=K.AGREED)
    assert due_task().settled_at is None, "it has not been disclosed yet"
    disclosed(application, cast)
    assert set(DvdsOutcome.objects.values_list("decision", flat=True)) == {
        DvdsDecision.WAITING,
        DvdsDecision.DISCLOSE,
    }
    last = DvdsOutcome.objects.exclude(disclosed_on=None).get()
    assert (last.disclosed_on, last.disclosed_by, last.confidential) == (
        TODAY,
        Discloser.POLICE_AND_IDVA,
        True,
    )
    assert due_task().settled_at is not None
    assert opened(application, TODAY).state is RequestState.DONE


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"disclosed_by": None}, "who disclosed"),
        ({"wording": " "}, "which words"),
        ({"confidential": False}, "confidential"),
    ],
)
def test_a_disclosure_says_who_what_and_that_it_is_confidential(
    cast: Cast, application: Request, changed: dict[str, Any], words: str
) -> None:
    said = {**vars(DISCLOSED), **changed}
    with pytest.raises(CannotAsk, match=words):
        disclosed(application, cast, detail=actions.Disclosing(**said))
    assert not DvdsOutcome.objects.exists()


def test_the_database_holds_no_disclosure_without_confidence(
    cast: Cast, application: Request
) -> None:
    row = {"application": application.dvds, "recorded_at": NOW, "recorded_by": cast.case_manager}
    told = {"disclosed_on": TODAY, "disclosed_by": Discloser.POLICE}
    for wrong in (
        {"decision": DvdsDecision.DISCLOSE, **told},
        {"decision": DvdsDecision.DO_NOT_DISCLOSE, "confidential": True, **told},
        {"decision": DvdsDecision.DISCLOSE, "confidential": True, "disclosed_on": TODAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            DvdsOutcome.objects.create(**row, **wrong)


def test_the_words_are_sealed_and_read_by_few(cast: Cast, application: Request) -> None:
    disclosed(application, cast)
    row = DvdsDisclosure.objects.get()
    assert row.sealed_wording.startswith("v1$")
    assert unseal_field(row, "sealed_wording") == TOLD
    reads = {
        name
        for name, user in cast.users.items()
        if DvdsDisclosure.objects.visible_to(user).exists()
    }
    assert reads == {"case_manager", "service_manager", "excluded"}, "who wrote it, who leads"
    other = {**vars(DISCLOSED), "wording": "Other words."}
    again = sent(application.drive_case, application.agency, cast.case_manager, **applied())
    detail = actions.Disclosing(**other)
    said = {"kind": K.DONE, "detail": detail, "attribution": Attribution.CRITICAL}
    replied(again, cast.service_manager, **said)
    assert DvdsDisclosure.objects.visible_to(cast.case_manager).count() == 1


def test_nothing_of_it_stands_where_he_could_come_to_read_it(
    cast: Cast, application: Request
) -> None:
    step = disclosed(application, cast)
    assert step.sealed_text == ""
    texts = " ".join(CaseNote.objects.values_list("text", flat=True)).lower()
    assert "disclos" not in texts
    assert "convicted" not in texts
    tags = set(CaseNote.objects.values_list("tags__activity", flat=True))
    assert tags == {ActivityCode.DISRUPTION}


@pytest.mark.parametrize(
    ("said", "decision"),
    [
        ({"kind": K.ANSWERED}, DvdsDecision.PROTECT_OTHERWISE),
        (
            {"kind": K.REFUSED, "refusal": RefusalReason.BELOW_THRESHOLD},
            DvdsDecision.DO_NOT_DISCLOSE,
        ),
    ],
)
def test_a_decision_not_to_disclose_ends_the_clock(
    cast: Cast, application: Request, said: dict[str, Any], decision: DvdsDecision
) -> None:
    replied(application, cast.case_manager, **said)
    assert DvdsOutcome.objects.get().decision == decision
    assert due_task().settled_at is not None
    assert not DvdsDisclosure.objects.exists()


def test_who_withdraws_it_is_asked_for_nothing_more(cast: Cast, application: Request) -> None:
    actions.withdraw(request=application, reason="She moved.", by=cast.case_manager, now=NOW)
    assert due_task().settled_at is not None


def test_a_decision_on_a_closed_case_is_recorded_all_the_same(cast: Cast) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    application = sent(case, staffed(cast.essex), cast.case_manager, **applied())
    closed(cast, case)
    disclosed(application, cast)
    assert DvdsOutcome.objects.get().disclosed_on == TODAY
    assert due_task().settled_at is not None


def test_her_word_stops_an_application_and_never_the_protection(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    stopped = asked(case, police, cast.case_manager, facts=[told], **applied())
    step = opened(stopped, TODAY).sent
    assert latest_step(step.outgoing).state == OutgoingState.STOPPED
    given = applied() | {"use": Use.PROTECTIVE_SHARING}
    protecting = sent(case, police, cast.case_manager, facts=[told], **given)
    assert opened(protecting, TODAY).state is RequestState.SENT
