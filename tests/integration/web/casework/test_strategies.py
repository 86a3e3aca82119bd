"""A contact strategy: written by one, consulted on, agreed by another, and ended by a trigger."""

from datetime import timedelta

import pytest

from drive.vocabulary.strategy import (
    ApprovalState,
    Consultee,
    ConsulteeView,
    ExpiryTrigger,
    StrategyTemplate,
)
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.roles import Role
from drive.web.audit.models import Event
from drive.web.casework import actions
from drive.web.casework.exceptions import (
    CannotWrite,
    NobodyElsesReply,
    NotWaiting,
    SameHands,
)
from drive.web.casework.models import Capacity, ContactStrategy
from drive.web.casework.queries.strategies import (
    agreed_version,
    standing_of,
    state_of_strategy,
    usable_on,
)
from drive.web.casework.rules.strategies import may_plan_on
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.strategies import (
    MATRIX,
    REVIEW_ON,
    TODAY,
    agree,
    agreed,
    asked_of_idva,
    consulted,
    drafted,
    heard,
    replied,
    text_of_strategy,
)

pytestmark = pytest.mark.django_db


def open_tasks(kind: TaskKind) -> list[tuple[str, object]]:
    return list(Task.objects.filter(kind=kind, settled_at=None).values_list("role", "user__name"))


def test_a_strategy_goes_from_draft_to_agreed(cast: Cast) -> None:
    case = case_at(cast)
    version = drafted(cast, case)
    assert state_of_strategy(version) is ApprovalState.DRAFT
    actions.consult(strategy=version, others=MATRIX, by=cast.case_manager, now=NOW)
    assert open_tasks(TaskKind.CONSULTED) == [("idva", cast.idva.name)]
    replied(cast, version)
    assert open_tasks(TaskKind.CONSULTED) == []
    assert open_tasks(TaskKind.AGREE_STRATEGY) == [("service_manager", None)]
    heard(cast, version)
    agree(cast, version)
    assert state_of_strategy(version) is ApprovalState.APPROVED
    assert may_plan_on(standing_of(agreed_version(case)), TODAY)
    assert open_tasks(TaskKind.AGREE_STRATEGY) == []
    renew = Task.objects.get(kind=TaskKind.RENEW_STRATEGY, settled_at=None)
    assert (renew.due_on, renew.user) == (REVIEW_ON, cast.case_manager)
    written = ["write_strategy", "consult", "reply_to_strategy", "record_voice", "decide_strategy"]
    about = Event.objects.filter(action__in=[f"casework.{name}" for name in written])
    assert [event.action for event in about.order_by("happened_at", "pk")].count(
        "casework.consult"
    ) == 1
    assert about.count() == len(written)


def test_the_idva_lead_is_always_asked_by_name_and_replies_herself(cast: Cast) -> None:
    version = consulted(cast, case_at(cast))
    asked = asked_of_idva(version)
    assert (asked.user, asked.who) == (cast.idva, cast.idva.name)
    with pytest.raises(NobodyElsesReply):
        actions.reply_to(
            consultation=asked,
            reply=actions.Reply(replied_on=TODAY, view=ConsulteeView.SUPPORTS),
            seen=None,
            by=cast.case_manager,
            now=NOW,
        )


def test_everybody_else_is_asked_or_it_is_said_why_not(cast: Cast) -> None:
    version = drafted(cast, case_at(cast))
    without = {each: row for each, row in MATRIX.items() if each is not Consultee.OFFICER_IN_CHARGE}
    with pytest.raises(CannotWrite) as refusal:
        actions.consult(strategy=version, others=without, by=cast.case_manager, now=NOW)
    assert refusal.value.field == "officer_in_charge"
    silent = {**MATRIX, Consultee.CHILDRENS_SERVICES: actions.NotApplicable(why=" ")}
    with pytest.raises(CannotWrite) as refusal:
        actions.consult(strategy=version, others=silent, by=cast.case_manager, now=NOW)
    assert refusal.value.field == "childrens_services_why"


def test_whoever_wrote_it_cannot_agree_to_it(cast: Cast) -> None:
    case = case_at(cast)
    version = drafted(cast, case, by=cast.service_manager)
    actions.consult(strategy=version, others=MATRIX, by=cast.case_manager, now=NOW)
    replied(cast, version)
    with pytest.raises(SameHands):
        agree(cast, version)
    agree(cast, version, by=cast.excluded)
    assert state_of_strategy(version) is ApprovalState.APPROVED


def test_nobody_agrees_before_the_idva_lead_was_heard(cast: Cast) -> None:
    version = consulted(cast, case_at(cast))
    with pytest.raises(NotWaiting, match="IDVA lead") as refusal:
        agree(cast, version)
    assert refusal.value.field == "agreed"


def test_a_refusal_says_why_and_asks_for_another_version(cast: Cast) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    no = actions.Verdict(decided_as=Role.SERVICE_MANAGER, agreed=False)
    with pytest.raises(CannotWrite):
        actions.decide_strategy(strategy=version, verdict=no, by=cast.service_manager, now=NOW)
    said = actions.Verdict(decided_as=Role.SERVICE_MANAGER, agreed=False, reason="Too early.")
    actions.decide_strategy(strategy=version, verdict=said, by=cast.service_manager, now=NOW)
    assert state_of_strategy(version) is ApprovalState.REJECTED
    assert open_tasks(TaskKind.RENEW_STRATEGY) == [("case_manager", cast.case_manager.name)]


def test_stalking_needs_the_practice_adviser_too(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(CannotWrite) as refusal:
        drafted(cast, case, template=StrategyTemplate.STALKING)
    assert refusal.value.field == "stalking_pattern"
    version = consulted(
        cast, case, template=StrategyTemplate.STALKING, stalking_pattern="He follows her."
    )
    replied(cast, version)
    agree(cast, version)
    assert state_of_strategy(version) is ApprovalState.CONSULTED
    assert open_tasks(TaskKind.AGREE_STRATEGY) == [("practice_adviser", None)]
    agree(cast, version, as_=Role.PRACTICE_ADVISER, by=cast.practice_adviser)
    assert state_of_strategy(version) is ApprovalState.APPROVED


def test_the_agreed_version_stands_until_another_is_agreed(cast: Cast) -> None:
    case = case_at(cast)
    first, second, third = agreed(cast, case), drafted(cast, case), drafted(cast, case)
    states = [state_of_strategy(each) for each in (first, second, third)]
    assert states == [ApprovalState.APPROVED, ApprovalState.SUPERSEDED, ApprovalState.DRAFT]
    actions.consult(strategy=third, others=MATRIX, by=cast.case_manager, now=NOW)
    replied(cast, third)
    agree(cast, third)
    assert state_of_strategy(first) is ApprovalState.SUPERSEDED
    assert agreed_version(case) == third


def test_two_who_write_at_once_both_see_what_the_other_wrote(cast: Cast) -> None:
    case = case_at(cast)
    first = drafted(cast, case)
    drafted(cast, case, message="Another message.")
    with pytest.raises(ChangedMeanwhile) as clash:
        actions.write_strategy(
            case=case, text=text_of_strategy(), seen=first.pk, by=cast.case_manager, now=NOW
        )
    assert clash.value.theirs["message"] == "Another message."
    assert ContactStrategy.objects.count() == 2


@pytest.mark.parametrize("days", [0, 92])
def test_a_review_lies_ahead_and_not_too_far(cast: Cast, days: int) -> None:
    with pytest.raises(CannotWrite) as refusal:
        drafted(cast, case_at(cast), review_on=TODAY + timedelta(days=days))
    assert refusal.value.field == "review_on"


@pytest.mark.parametrize(
    "trigger", [each for each in ExpiryTrigger if each is not ExpiryTrigger.REVIEW_DATE_PASSED]
)
def test_a_trigger_ends_what_is_agreed_and_asks_for_a_renewal(
    cast: Cast, trigger: ExpiryTrigger
) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    assert actions.expire_strategy(case=case, trigger=trigger, by=cast.case_manager, now=NOW)
    assert state_of_strategy(version) is ApprovalState.EXPIRED
    assert version.steps.get(state=ApprovalState.EXPIRED).trigger == trigger
    assert not may_plan_on(standing_of(agreed_version(case)), TODAY)
    renew = Task.objects.get(kind=TaskKind.RENEW_STRATEGY, settled_at=None)
    assert (renew.due_on - TODAY).days == 4
    again = actions.expire_strategy(case=case, trigger=trigger, by=cast.case_manager, now=NOW)
    assert again == []
    assert Event.objects.filter(action="casework.expire_strategy").count() == 1


def test_another_idva_lead_ends_the_strategy(cast: Cast) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    actions.assign(
        case=case,
        capacity=Capacity.IDVA_LEAD,
        user=cast.other_idva,
        by=cast.service_manager,
        now=NOW,
    )
    assert state_of_strategy(version) is ApprovalState.EXPIRED
    next_one = consulted(cast, case)
    assert asked_of_idva(next_one).user == cast.other_idva


def test_what_was_agreed_on_a_day_can_be_recorded_later(cast: Cast) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    later = NOW + timedelta(days=3)
    trigger = ExpiryTrigger.NEW_INCIDENT
    actions.expire_strategy(case=case, trigger=trigger, by=cast.case_manager, now=later)
    assert usable_on(case, TODAY) == version
    assert usable_on(case, later.date() + timedelta(days=1)) is None
    assert usable_on(case, TODAY - timedelta(days=1)) is None


def test_past_its_review_date_a_strategy_may_not_be_used(cast: Cast) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    standing = standing_of(version)
    assert may_plan_on(standing, REVIEW_ON)
    assert not may_plan_on(standing, REVIEW_ON + timedelta(days=1))
