"""A referral of a child: what is asked, and what the registers say afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from drive.vocabulary.registers import (
    ChildDecision,
    ChildEventKind,
    ChildStatus,
)
from drive.vocabulary.requests import RefusalReason, RequestKind
from drive.vocabulary.tasks import TaskKind
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.registers.models import ChildEvent, ChildStatusChange
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.agencies import asked, left, replied
from tests.factories.registers import entry_in
from tests.integration.web.multiagency.acting import (
    TODAY,
    K,
    ask,
    counted,
    made,
    standing,
    text_of,
)

pytestmark = pytest.mark.django_db


def test_a_referral_of_a_child_stands_in_its_register_when_it_has_left(cast: Cast) -> None:
    case, child, said = made(cast, RequestKind.CHILD)
    request = asked(case, said.pop("agency"), cast.case_manager, **said)
    assert not ChildEvent.objects.exists()
    left(request, at=NOW)
    event = standing(ChildEvent)
    assert (event.kind, event.decision, event.happened_on) == ("referral", "waiting", TODAY)
    assert event.child_id == child.pk
    assert counted() == 1


def test_what_childrens_services_answer_is_kept_with_its_days(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.CHILD)
    request = ask(cast, case, said)
    later = TODAY + timedelta(days=10)
    answer = actions.OfAChild(
        decision=ChildDecision.PLAN,
        status=ChildStatus.PROTECTION_PLAN,
        since=TODAY,
        core_group_on=later,
    )
    replied(request, cast.case_manager, detail=answer)
    event = standing(ChildEvent)
    assert (event.decision, event.decided_on) == ("plan", TODAY)
    status = standing(ChildStatusChange)
    assert (status.status, status.happened_on) == ("protection_plan", TODAY)
    task = Task.objects.get(kind=TaskKind.CORE_GROUP)
    assert (task.due_on, task.user) == (later, cast.case_manager)
    entry_in("child-events", case, cast.case_manager, kind=ChildEventKind.CORE_GROUP)
    task.refresh_from_db()
    assert task.settled_at is not None


def test_abuse_left_out_of_an_assessment_leads_to_another_referral(cast: Cast) -> None:
    case, child, said = made(cast, RequestKind.CHILD)
    request = ask(cast, case, said)
    without_it = actions.OfAChild(decision=ChildDecision.ASSESSMENT, left_out=True)
    step = replied(request, cast.case_manager, detail=without_it, text="")
    assert "Domestic abuse left out" in text_of(step)
    again = Task.objects.get(kind=TaskKind.PROPOSE_NEXT_STEP, key=str(child.origin))
    assert again.settled_at is None
    assert counted() == 2, "the letter and the answer"
    ask(cast, case, said)
    again.refresh_from_db()
    assert again.settled_at is not None


def test_not_taken_on_is_no_further_action_in_the_register(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.CHILD)
    request = ask(cast, case, said)
    refusal = RefusalReason.BELOW_THRESHOLD
    replied(request, cast.case_manager, kind=K.REFUSED, refusal=refusal)
    assert standing(ChildEvent).decision == ChildDecision.NO_ACTION


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "Choose what was decided"),
        (actions.OfAChild(decision=ChildDecision.WAITING), "Choose what was decided"),
        (
            actions.OfAChild(decision=ChildDecision.PLAN, status=ChildStatus.IN_NEED),
            "Enter since when",
        ),
        (
            actions.OfAChild(
                decision=ChildDecision.PLAN,
                status=ChildStatus.IN_NEED,
                since=TODAY + timedelta(days=1),
            ),
            "in the past",
        ),
        (
            actions.OfAChild(decision=ChildDecision.PLAN, core_group_on=TODAY - timedelta(days=1)),
            "has passed",
        ),
    ],
)
def test_what_cannot_be_answered_of_a_child_is_refused_in_words(
    cast: Cast, answer: Any, words: str
) -> None:
    case, _, said = made(cast, RequestKind.CHILD)
    request = ask(cast, case, said)
    with pytest.raises(CannotAsk, match=words):
        replied(request, cast.case_manager, detail=answer)
