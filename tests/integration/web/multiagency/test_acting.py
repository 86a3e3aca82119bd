"""Breaches, advocacy, children: what is asked for them, and what the registers say afterwards."""

from __future__ import annotations

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, CaseState
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.registers import (
    AdvocacyResult,
    BreachDecision,
    ChildDecision,
)
from drive.vocabulary.requests import RefusalReason, RequestKind, RequestState
from drive.vocabulary.work import LinkedTo
from drive.web.casework.models import ActivityTag, LateInformation
from drive.web.information.models import Folder
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.queries.standing import opened
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.registers.actions import take_back_entry
from drive.web.registers.models import Advocacy, Breach, ChildEvent
from drive.web.registers.queries.notes import notes_of_entries
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.agencies import about, asked, left, replied, sent, staffed
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.facts import her_word
from tests.factories.registers import entry_in
from tests.integration.web.multiagency.acting import (
    DUE_TO_DRIVE,
    SLUGS,
    TODAY,
    K,
    ask,
    counted,
    made,
    standing,
    text_of,
)

pytestmark = pytest.mark.django_db


def test_a_breach_is_put_right_by_the_answer_with_its_reason(cast: Cast) -> None:
    case, entry, said = made(cast, RequestKind.BREACH)
    request = ask(cast, case, said)
    assert standing(Breach).informed_on == TODAY
    with pytest.raises(CannotAsk, match="Choose what was decided"):
        replied(request, cast.case_manager, **DUE_TO_DRIVE)
    declined = actions.Decided(decision=BreachDecision.RECALL_DECLINED)
    with pytest.raises(CannotAsk, match="reason that was given"):
        replied(request, cast.case_manager, detail=declined, **DUE_TO_DRIVE)
    declined = actions.Decided(
        decision=BreachDecision.RECALL_DECLINED, reason="He keeps his appointments."
    )
    with pytest.raises(CannotAsk, match="without Drive"):
        replied(request, cast.case_manager, detail=declined)
    step = replied(request, cast.case_manager, detail=declined, text="", **DUE_TO_DRIVE)
    now = standing(Breach)
    assert (now.decision, now.reason) == ("recall_declined", "He keeps his appointments.")
    assert now.origin == entry.origin
    assert Breach.objects.count() == 3
    words = "Recall considered and declined, because: He keeps his appointments."
    assert text_of(step) == words
    assert opened(request, TODAY).state is RequestState.ANSWERED


def test_a_breach_is_counted_once_although_the_register_counts_it_too(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.BREACH)
    assert counted() == 0
    ask(cast, case, said)
    assert counted() == 1
    note = standing(Breach).note
    assert (note.linked_kind, ActivityTag.objects.get().activity) == (
        LinkedTo.REQUEST,
        ActivityCode.DISRUPTION,
    )
    assert note.pk not in notes_of_entries(case, cast.case_manager)


def test_the_police_are_told_of_a_breach_and_not_the_offender_manager(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.BREACH)
    police = staffed(cast.essex)
    ask(cast, case, said | {"agency": police})
    assert standing(Breach).informed_on is None


def test_only_whoever_can_decide_on_a_breach_is_asked(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.BREACH)
    school = staffed(cast.essex, kind=AgencyType.SCHOOL, name="A school")
    with pytest.raises(CannotAsk, match="another kind of agency"):
        ask(cast, case, said | {"agency": school})
    with pytest.raises(CannotAsk, match="Choose the breach"):
        ask(cast, case, said | {"entry": None})


def test_advocacy_is_one_piece_of_work_and_its_result_is_put_right(cast: Cast) -> None:
    case, entry, said = made(cast, RequestKind.ADVOCACY, result="waiting")
    assert counted() == 1
    request = ask(cast, case, said)
    assert counted() == 1
    with pytest.raises(CannotAsk, match="how far"):
        replied(request, cast.case_manager, **DUE_TO_DRIVE)
    changed = actions.Argued(result=AdvocacyResult.PARTLY_CHANGED)
    replied(request, cast.case_manager, detail=changed, **DUE_TO_DRIVE)
    now = standing(Advocacy)
    assert (now.result, now.technique, now.origin) == (
        "partly_changed",
        entry.technique,
        entry.origin,
    )


def test_a_decision_that_stands_is_said_in_the_register_too(cast: Cast) -> None:
    case, _, said = made(cast, RequestKind.ADVOCACY, result="waiting")
    request = ask(cast, case, said)
    refusal = RefusalReason.NO_CAPACITY
    replied(request, cast.case_manager, kind=K.REFUSED, refusal=refusal)
    assert standing(Advocacy).result == AdvocacyResult.NOT_CHANGED


@pytest.mark.parametrize("kind", [RequestKind.BREACH, RequestKind.ADVOCACY])
def test_her_word_in_a_register_is_asked_about_with_its_facts_alone(
    cast: Cast, kind: RequestKind
) -> None:
    case, _, said = made(cast, kind, informant=InformationSource.VICTIM_SURVIVOR)
    with pytest.raises(CannotAsk, match="came from her side"):
        ask(cast, case, said)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    given = said | {"facts": [told]}
    request = asked(case, given.pop("agency"), cast.case_manager, **given)
    step = opened(request, TODAY).sent
    assert latest_step(step.outgoing).state == OutgoingState.STOPPED
    protecting = ask(cast, case, said, use=Use.PROTECTIVE_SHARING)
    assert opened(protecting, TODAY).state is RequestState.SENT


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in SLUGS])
def test_an_entry_that_was_taken_back_meanwhile_stops_nothing(
    cast: Cast, kind: RequestKind
) -> None:
    case, entry, said = made(cast, kind)
    request = asked(case, said.pop("agency"), cast.case_manager, **said)
    take_back_entry(
        register=REGISTERS[SLUGS[kind][0]],
        entry=entry,
        reason="A slip.",
        seen=entry.pk,
        by=cast.case_manager,
        now=NOW,
    )
    left(request, at=NOW)
    answers = {
        RequestKind.BREACH: actions.Decided(decision=BreachDecision.WARNED),
        RequestKind.ADVOCACY: actions.Argued(result=AdvocacyResult.CHANGED),
        RequestKind.CHILD: actions.OfAChild(decision=ChildDecision.PLAN),
    }
    replied(request, cast.case_manager, detail=answers[kind], **DUE_TO_DRIVE)
    assert opened(request, TODAY).state is RequestState.ANSWERED


def test_on_a_closed_case_the_register_stays_and_the_answer_lies_in_the_inbox(
    cast: Cast,
) -> None:
    slug, kind = SLUGS[RequestKind.BREACH]
    case = case_at(cast, CaseState.ACTIVE)
    entry = entry_in(slug, case, cast.case_manager)
    probation = staffed(cast.essex, kind=kind, name="Probation")
    said = about(RequestKind.BREACH, entry=entry.origin)
    request = sent(case, probation, cast.case_manager, **said)
    closed(cast, case)
    warned = actions.Decided(decision=BreachDecision.WARNED)
    step = replied(request, cast.case_manager, detail=warned, **DUE_TO_DRIVE)
    assert step.kind == K.CAME_LATE
    assert standing(Breach).decision == BreachDecision.WAITING
    assert LateInformation.objects.get().drive_case == case


def test_a_letter_that_leaves_after_the_case_was_closed_changes_no_register(cast: Cast) -> None:
    slug, kind = SLUGS[RequestKind.CHILD]
    case = case_at(cast, CaseState.ACTIVE)
    child = entry_in(slug, case, cast.case_manager)
    csc = staffed(cast.essex, kind=kind, name="Children")
    said = about(RequestKind.CHILD, entry=child.origin)
    request = asked(case, csc, cast.case_manager, **said)
    closed(cast, case)
    left(request, at=NOW)
    assert not ChildEvent.objects.exists()
