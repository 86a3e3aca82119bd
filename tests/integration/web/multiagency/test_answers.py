"""Asking again, going up the ladder, and what agencies answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from drive.vocabulary.casework import ActivityCode, CaseState
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import (
    ActionEffect,
    DisruptionType,
    EscalationLevel,
    RefusalReason,
    RequestDue,
    RequestKind,
    RequestState,
    RequestStepKind,
    RequestTopic,
)
from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.work import Attribution, WorkOutcome
from drive.web.casework.models import ActivityTag, CaseNote, LateInformation
from drive.web.information.models import FactVersion
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk, ImpossibleDay, NotNow
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import opened
from drive.web.outbound.actions import deliver_due
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.agencies import HOLD, TOPICS, asked, left, replied, sent, staffed, to
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.facts import saying

pytestmark = pytest.mark.django_db
K = RequestStepKind
TODAY = NOW.date()
LATER = NOW + timedelta(days=14)


@pytest.fixture
def request_out(cast: Cast) -> Request:
    return sent(case_at(cast), staffed(cast.essex), cast.case_manager)


def chased(request: Request, cast: Cast, *, at: object = LATER) -> RequestStep:
    return actions.chase(
        request=request, to=to(request.agency), text="Again.", by=cast.case_manager, now=at
    )


def state(request: Request) -> RequestState:
    return opened(request, LATER.date()).state


def test_a_chaser_has_the_next_number_and_waits_for_what_was_written_before(
    cast: Cast, request_out: Request
) -> None:
    first = chased(request_out, cast)
    with pytest.raises(NotNow, match="has not left yet"):
        chased(request_out, cast)
    left(request_out, at=LATER)
    second = chased(request_out, cast)
    assert (first.number, second.number) == (1, 2)
    assert state(request_out) is RequestState.CHASED
    assert ActivityTag.objects.filter(activity=ActivityCode.INFO_REQUEST).count() == 2


def test_the_database_holds_one_chaser_of_a_number(cast: Cast, request_out: Request) -> None:
    step = chased(request_out, cast)
    step.pk, step.outgoing, step.sequence = None, None, 9
    with pytest.raises(IntegrityError), transaction.atomic():
        step.save(force_insert=True)


def test_it_goes_up_the_ladder_once_a_rung(cast: Cast, request_out: Request) -> None:
    manager = request_out.agency.contacts.get(role=ContactRole.MANAGER)
    said = {"to": to(request_out.agency, contact=manager), "text": "Up.", "by": cast.case_manager}
    up = actions.escalate(request=request_out, level=EscalationLevel.MANAGER, now=LATER, **said)
    left(request_out, at=LATER)
    found = opened(request_out, LATER.date())
    assert (found.level, found.state) == (EscalationLevel.MANAGER, RequestState.ESCALATED)
    assert up.contact == manager
    assert mail.outbox[-1].to == [manager.email]
    with pytest.raises(NotNow, match="as far as that"):
        actions.escalate(request=request_out, level=EscalationLevel.MANAGER, now=LATER, **said)
    rung = found.next_rung
    assert rung is not None
    assert rung.rung.level is EscalationLevel.SINGLE_POINT


def test_an_answer_in_part_leaves_the_rest_open_and_becomes_a_fact(
    cast: Cast, request_out: Request
) -> None:
    step = replied(
        request_out,
        cast.case_manager,
        kind=K.ANSWERED_IN_PART,
        still_open=[RequestTopic.ABUSE_NOW],
        facts=[saying("There were three calls in May.", agency="police")],
    )
    assert step.sealed_text.startswith("v1$")
    assert [fact.pk for fact in step.facts.all()] == [FactVersion.objects.get().fact_id]
    assert state(request_out) is RequestState.PARTIAL
    due = opened(request_out, date(2017, 7, 10)).due()
    assert (due.what, due.on) == (RequestDue.CHASE, date(2017, 7, 10))
    note = CaseNote.objects.get(outcome=WorkOutcome.INFORMATION)
    assert note.tags.get().activity == ActivityCode.INFO_RECEIVED
    assert "three calls" not in note.text
    with pytest.raises(CannotAsk, match="did not answer"):
        replied(request_out, cast.case_manager, kind=K.ANSWERED_IN_PART)


def test_who_answered_is_not_chased_with_what_waits_in_the_queue(
    cast: Cast, request_out: Request
) -> None:
    step = chased(request_out, cast)
    replied(request_out, cast.case_manager, at=LATER)
    deliver_due(now=LATER + HOLD)
    assert step.outgoing is not None
    assert latest_step(step.outgoing).state == OutgoingState.RECALLED
    assert len(mail.outbox) == 1
    assert state(request_out) is RequestState.ANSWERED


def test_a_refusal_has_a_reason_and_can_be_contested(cast: Cast, request_out: Request) -> None:
    with pytest.raises(CannotAsk, match="why they refuse"):
        replied(request_out, cast.case_manager, kind=K.REFUSED)
    refused = replied(
        request_out, cast.case_manager, kind=K.REFUSED, refusal=RefusalReason.OUT_OF_AREA
    )
    assert refused.refusal == RefusalReason.OUT_OF_AREA
    assert CaseNote.objects.filter(outcome=WorkOutcome.REFUSED).count() == 1
    actions.contest(
        request=request_out,
        to=to(request_out.agency),
        text="Look again.",
        by=cast.case_manager,
        now=NOW,
    )
    left(request_out, at=NOW)
    assert state(request_out) is RequestState.CONTESTED


def test_an_answer_to_a_withdrawn_request_is_taken_and_becomes_a_fact(
    cast: Cast, request_out: Request
) -> None:
    actions.withdraw(request=request_out, reason="Known.", by=cast.case_manager, now=NOW)
    step = replied(request_out, cast.case_manager, facts=[saying()])
    assert step.kind == K.CAME_LATE
    assert step.facts.count() == 1
    assert state(request_out) is RequestState.WITHDRAWN


def test_an_answer_on_a_closed_case_goes_into_its_inbox(cast: Cast) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    request = sent(case, staffed(cast.essex), cast.case_manager)
    closed(cast, case)
    assert opened(request, LATER.date()).due().what is RequestDue.NOTHING
    step = replied(request, cast.case_manager)
    assert step.kind == K.CAME_LATE
    late = LateInformation.objects.get()
    assert request.reference in late.text
    assert Task.objects.filter(kind=TaskKind.LATE_INFORMATION).count() == 1


def test_the_words_on_late_answers_of_her_service_are_sealed(cast: Cast) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    service = staffed(cast.essex, name="Essex IDVA", kind="idva")
    request = sent(case, service, cast.case_manager)
    closed(cast, case)
    replied(request, cast.case_manager)
    assert LateInformation.objects.get().sealed_text.startswith("v1$")


def test_nobody_can_have_answered_what_has_not_left(cast: Cast) -> None:
    request = asked(case_at(cast), staffed(cast.essex), cast.case_manager)
    with pytest.raises(NotNow, match="has not left"):
        replied(request, cast.case_manager)


def test_what_left_a_moment_ago_can_be_answered_before_the_worker_has_looked(cast: Cast) -> None:
    request = asked(case_at(cast), staffed(cast.essex), cast.case_manager)
    deliver_due(now=NOW + HOLD)
    replied(request, cast.case_manager, at=NOW + HOLD)
    assert state(request) is RequestState.ANSWERED


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_of_an_answer_can_be(cast: Cast, request_out: Request, days: int) -> None:
    with pytest.raises(ImpossibleDay):
        replied(request_out, cast.case_manager, happened_on=TODAY + timedelta(days=days))


def test_another_source_takes_the_place_of_one_once_it_has_been_asked(
    cast: Cast, request_out: Request
) -> None:
    case = request_out.drive_case
    housing = staffed(cast.essex, name="Housing", kind="housing")
    other = asked(case, housing, cast.case_manager, instead_of=request_out)
    assert state(request_out) is RequestState.SENT
    left(other, at=NOW)
    assert state(request_out) is RequestState.SUBSTITUTED
    assert replied(request_out, cast.case_manager).kind == K.CAME_LATE


def test_what_is_withdrawn_before_it_has_left_never_leaves(cast: Cast) -> None:
    request = asked(case_at(cast), staffed(cast.essex), cast.case_manager)
    with pytest.raises(CannotAsk, match="why"):
        actions.withdraw(request=request, reason=" ", by=cast.case_manager, now=NOW)
    actions.withdraw(request=request, reason="Wrong case.", by=cast.service_manager, now=NOW)
    deliver_due(now=NOW + HOLD)
    assert mail.outbox == []
    assert state(request) is RequestState.WITHDRAWN
    with pytest.raises(NotNow):
        actions.withdraw(request=request, reason="Again.", by=cast.case_manager, now=NOW)


def test_an_action_is_agreed_then_done_with_its_effect_and_whose_doing_it_was(cast: Cast) -> None:
    request = sent(
        case_at(cast),
        staffed(cast.essex),
        cast.case_manager,
        kind=RequestKind.ACTION,
        topics=(),
        action=DisruptionType.WELFARE_CHECK,
        use=Use.DISRUPTION,
    )
    with pytest.raises(CannotAsk, match="what they answered"):
        replied(request, cast.case_manager)
    replied(request, cast.case_manager, kind=K.AGREED)
    assert opened(request, date(2017, 7, 10)).due().what is RequestDue.CHASE
    with pytest.raises(CannotAsk, match="without Drive"):
        replied(request, cast.case_manager, kind=K.DONE)
    done = replied(
        request,
        cast.case_manager,
        kind=K.DONE,
        effect=ActionEffect.LOWER,
        attribution=Attribution.CRITICAL,
    )
    assert (done.effect, state(request)) == (ActionEffect.LOWER, RequestState.DONE)
    tags = ActivityTag.objects.filter(note__outcome=WorkOutcome.DONE)
    assert [(tag.activity, tag.attribution) for tag in tags] == [
        (ActivityCode.DISRUPTION, Attribution.CRITICAL)
    ]


def test_what_was_open_is_of_what_was_asked(cast: Cast, request_out: Request) -> None:
    assert set(TOPICS) == {RequestTopic(topic) for topic in request_out.topics}
    with pytest.raises(CannotAsk, match="did not answer"):
        replied(
            request_out,
            cast.case_manager,
            kind=K.ANSWERED_IN_PART,
            still_open=[RequestTopic.WHEREABOUTS],
        )
