"""Asking an agency: the request, the gate, and what left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from drive.vocabulary.casework import ActivityCode, CaseState, Intent, WorkMode
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.facts import CitationKind, Independence, Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import (
    DisruptionType,
    EscalationLevel,
    RequestDue,
    RequestKind,
    RequestPurpose,
    RequestState,
    RequestStepKind,
    RequestWay,
)
from drive.vocabulary.work import Direction, LinkedTo
from drive.web.audit.models import Event
from drive.web.casework.exceptions import CaseClosed
from drive.web.casework.models import CaseNote
from drive.web.information.models import Citation, Folder
from drive.web.multiagency import actions
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import opened
from drive.web.outbound.exceptions import NotFromHere, NotReady
from drive.web.outbound.models import Outgoing, Release
from drive.web.outbound.queries.outgoing import latest_step
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    HOLD,
    agency_in,
    agreement_with,
    asked,
    contact_in,
    left,
    new_request,
    sent,
    staffed,
    to,
)
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.facts import fact, her_word

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_a_request_is_sealed_numbered_and_not_sent_before_it_has_left(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    request = asked(case, police, cast.case_manager)
    assert request.reference == f"{case.reference}/1"
    assert Request.objects.values_list("sealed_text", flat=True)[0].startswith("v1$")
    found = opened(request, TODAY)
    assert (found.state, found.due().what) == (RequestState.DRAFT, RequestDue.SEND)
    assert asked(case, police, cast.case_manager).number == 2


def test_it_counts_from_the_day_on_which_it_left_and_is_work_from_then(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    request = asked(case, police, cast.case_manager)
    assert not CaseNote.objects.filter(drive_case=case).exists()
    step = left(request, at=NOW)
    assert step.left_on == TODAY
    assert opened(request, TODAY).state is RequestState.SENT
    note = CaseNote.objects.get(drive_case=case)
    tag = note.tags.get()
    assert (note.linked_kind, note.linked_id) == (LinkedTo.REQUEST, request.pk)
    assert (note.agency, note.agency_kind, note.direction) == (police, "police", Direction.OUT)
    assert (tag.activity, tag.mode, tag.intent) == (
        ActivityCode.INFO_REQUEST,
        WorkMode.INDIRECT,
        Intent.SAFETY,
    )
    assert "Example" not in note.text
    (message,) = mail.outbox
    assert message.to == ["pat.desk.of.essex.police@agency.example"]
    assert message.extra_headers["Message-ID"].startswith(f"<{Release.objects.get().pk.hex}@")


def test_to_note_what_left_twice_notes_it_once(cast: Cast) -> None:
    request = sent(case_at(cast), staffed(cast.essex), cast.case_manager)
    actions.note_left(step=request.steps.get(), now=NOW + timedelta(days=3))
    assert request.steps.get().left_on == TODAY
    assert CaseNote.objects.count() == 1


def test_each_step_is_one_event_of_its_own(cast: Cast) -> None:
    request = sent(case_at(cast), staffed(cast.essex), cast.case_manager)
    actions.withdraw(request=request, reason="Known.", by=cast.case_manager, now=NOW)
    ours = Event.objects.filter(action__startswith="multiagency.").order_by("happened_at")
    assert [event.action for event in ours] == [
        "multiagency.ask",
        "multiagency.send",
        "multiagency.note_left",
        "multiagency.withdraw",
    ] or sorted(event.action for event in ours) == [
        "multiagency.ask",
        "multiagency.note_left",
        "multiagency.send",
        "multiagency.withdraw",
    ]


def test_without_an_agreement_it_says_why_and_goes_all_the_same(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    with pytest.raises(CannotAsk, match="No agreement"):
        asked(case, police, cast.case_manager, without_agreement=" ")
    request = sent(case, police, cast.case_manager, without_agreement="None was made yet.")
    assert request.without_agreement == "None was made yet."
    assert opened(request, TODAY).state is RequestState.SENT
    agreed = sent(case, police, cast.case_manager, agreement=agreement_with(police))
    assert agreed.without_agreement == ""


def test_what_the_guard_stops_stays_unsent_and_says_why(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    request = asked(case, police, cast.case_manager, facts=[told])
    step = opened(request, TODAY).sent
    assert step.outgoing is not None
    assert latest_step(step.outgoing).state == OutgoingState.STOPPED
    assert opened(request, TODAY).state is RequestState.DRAFT
    assert mail.outbox == []


def test_what_it_rests_on_is_cited_on_the_request_and_on_what_leaves(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    folder = Folder.objects.get(about=case.pk)
    known = fact(cast, folder)
    with pytest.raises(NotReady, match="although the gate warns"):
        asked(case, police, cast.case_manager, facts=[known])
    request = actions.ask_and_send(
        case=case,
        new=new_request(police, facts=[known]),
        reason="The police said so themselves.",
        by=cast.case_manager,
        now=NOW,
    )
    kinds = set(Citation.objects.values_list("kind", "about"))
    letter = request.steps.get().outgoing
    assert letter is not None
    assert kinds == {(CitationKind.REQUEST, request.pk), (CitationKind.OUTGOING, letter.pk)}


def test_what_the_gate_would_say_leaves_nothing_behind(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    before = Event.objects.count()
    found = actions.what_the_gate_says(
        case=case, new=new_request(police, facts=[told]), by=cast.case_manager, now=NOW
    )
    assert found is not None
    assert found.outcome.value == "stopped"
    assert not Request.objects.exists()
    assert not Outgoing.objects.exists()
    assert Event.objects.count() == before


def test_an_address_that_the_directory_does_not_know_is_typed_twice(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    typed = to(police, address="new@agency.example")
    request = asked(case, police, cast.case_manager, to=typed)
    assert latest_step(request.steps.get().outgoing).state == OutgoingState.STOPPED
    twice = to(police, address="new@agency.example", address_again="new@agency.example")
    assert opened(sent(case, police, cast.case_manager, to=twice), TODAY).state == "sent"


def test_by_telephone_the_words_pass_the_gate_and_have_left_when_they_are_said(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    request = asked(case, police, cast.case_manager, way=RequestWay.TELEPHONE)
    step = request.steps.get()
    assert opened(request, TODAY).state is RequestState.DRAFT
    actions.note_nobody_answered(step=step, message=False, by=cast.case_manager, now=NOW)
    assert opened(request, TODAY).state is RequestState.DRAFT
    actions.say(step=step, by=cast.case_manager, now=NOW)
    assert opened(request, TODAY).state is RequestState.SENT
    assert Release.objects.get().kind == "telephone"
    assert CaseNote.objects.filter(channel="telephone").count() == 2


def test_a_letter_has_left_when_it_is_handed_out_after_its_hold(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    request = asked(case, police, cast.case_manager, way=RequestWay.LETTER)
    with pytest.raises(NotFromHere, match="still held"):
        actions.say(step=request.steps.get(), by=cast.case_manager, now=NOW)
    actions.say(step=request.steps.get(), by=cast.case_manager, now=NOW + HOLD)
    assert opened(request, TODAY).state is RequestState.SENT


def test_the_ladder_begins_where_one_asked(cast: Cast) -> None:
    police = agency_in(cast.essex)
    desk = contact_in(police, ContactRole.SINGLE_POINT)
    request = sent(case_at(cast), police, cast.case_manager, to=to(police, contact=desk))
    found = opened(request, TODAY)
    assert found.level is EscalationLevel.SINGLE_POINT
    assert found.next_rung is None


def test_an_action_counts_as_disruption(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    about = {"kind": RequestKind.ACTION, "topics": (), "use": Use.DISRUPTION}
    with pytest.raises(CannotAsk, match="asked to do"):
        asked(case, police, cast.case_manager, **about)
    about |= {"action": DisruptionType.WELFARE_CHECK, "purpose": RequestPurpose.DISRUPT}
    sent(case, police, cast.case_manager, **about)
    tag = CaseNote.objects.get().tags.get()
    assert (tag.activity, tag.intent) == (ActivityCode.DISRUPTION, Intent.DISRUPT)


def test_mail_down_for_a_day_starts_the_clock_a_day_later(cast: Cast, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    request = sent(case_at(cast), staffed(cast.essex), cast.case_manager)
    assert opened(request, TODAY).state is RequestState.DRAFT
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    # NOW is a Friday: the mail server comes back on Monday.
    step = left(request, at=NOW + timedelta(days=3))
    assert step.left_on == TODAY + timedelta(days=3)
    assert opened(request, date(2017, 7, 10)).due().what is RequestDue.ANSWER
    assert opened(request, date(2017, 7, 11)).due().what is RequestDue.CHASE


def test_a_request_that_never_left_is_said_anew_and_ends(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    told = her_word(cast, Folder.objects.get(about=case.pk))
    first = asked(case, police, cast.case_manager, facts=[told])
    second = asked(case, police, cast.case_manager, again=first)
    assert opened(first, TODAY).state is RequestState.WITHDRAWN
    assert second.number == 2


def test_what_cannot_be_asked_is_refused_in_words(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    elsewhere = staffed(cast.west_sussex, name="Sussex Police")
    for words, said in (
        ("agency of the site", {"to": to(elsewhere)}),
        ("what you ask for", {"topics": ()}),
        ("where they are reached", {"to": to(police, address="")}),
        ("1 to 60", {"answer_days": 61}),
        ("Write the text", {"text": " "}),
    ):
        with pytest.raises(CannotAsk, match=words):
            asked(case, police, cast.case_manager, **said)
    assert not Request.objects.exists()
    assert not RequestStep.objects.filter(kind=RequestStepKind.SENT).exists()


def test_on_a_closed_case_nobody_asks(cast: Cast) -> None:
    case = closed(cast, case_at(cast, CaseState.ACTIVE))
    with pytest.raises(CaseClosed):
        asked(case, staffed(cast.essex), cast.case_manager)


def test_her_word_that_another_source_confirms_may_be_asked_about(cast: Cast) -> None:
    case, police = case_at(cast), staffed(cast.essex)
    folder = Folder.objects.get(about=case.pk)
    known = fact(cast, folder, without_her=Independence.YES)
    found = actions.what_the_gate_says(
        case=case, new=new_request(police, facts=[known]), by=cast.case_manager, now=NOW
    )
    assert found is not None
    assert found.outcome.value == "warned"
