"""Writing, holding, calling back, letting out; and what the mail server gets."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core import mail

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingChannel, OutgoingState, RecipientKind
from drive.vocabulary.tasks import TaskKind
from drive.web.outbound.actions import call_back, deliver_due, let_out, send, send_now
from drive.web.outbound.exceptions import NotAtOnce, NotFromHere, NotReady
from drive.web.outbound.models import Outgoing, OutgoingStep, Recipient, Release
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.outbound.rules.marking import marks_in
from drive.web.tasks.models import Task
from drive.web.vault.actions import keep_address
from tests.cast import NOW
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.integration.web.outbound.desk import NEW_HOME, Desk

pytestmark = pytest.mark.django_db

AFTER = NOW + timedelta(minutes=5)
EMAIL = {"channel": OutgoingChannel.EMAIL, "address": "duty@probation.example"}


def _letter(desk: Desk, **said: object) -> Outgoing:
    return wrote(of_drive(desk.drive), desk.cast.case_manager, **said)


def _sent(row: Outgoing, at: datetime = NOW, reason: str = "") -> OutgoingStep:
    return send(outgoing=row, reason=reason, by=row.recorded_by, now=at)


def test_what_is_written_lies_sealed_and_has_not_left(desk: Desk) -> None:
    row = _letter(desk)
    stored = Outgoing.objects.filter(pk=row.pk).values_list(
        "sealed_name", "sealed_address", "sealed_body"
    )[0]
    assert all(text.startswith("v1$") for text in stored)
    assert latest_step(row).state == OutgoingState.WRITTEN
    assert not Release.objects.exists()


def test_it_is_held_for_five_minutes_and_leaves_then(desk: Desk) -> None:
    row = _letter(desk)
    step = _sent(row)
    assert (step.state, step.held_until) == (OutgoingState.HELD, AFTER)
    with pytest.raises(NotFromHere, match="still held"):
        let_out(outgoing=row, by=row.recorded_by, now=AFTER - timedelta(seconds=1))
    left = let_out(outgoing=row, by=row.recorded_by, now=AFTER)
    assert (left.about, left.channel, left.recipient) == (desk.drive.pk, "letter", "An agency")
    assert latest_step(row).state == OutgoingState.SENT
    with pytest.raises(NotFromHere):
        let_out(outgoing=row, by=row.recorded_by, now=AFTER)
    assert Release.objects.count() == 1


def test_the_setting_says_how_long(desk: Desk, settings: object) -> None:
    settings.DRIVE_HOLD_SECONDS = 30  # type: ignore[attr-defined]
    assert _sent(_letter(desk)).held_until == NOW + timedelta(seconds=30)


def test_what_was_called_back_never_leaves(desk: Desk) -> None:
    row = _letter(desk, **EMAIL)
    _sent(row)
    call_back(outgoing=row, by=row.recorded_by, now=NOW + timedelta(minutes=4))
    assert deliver_due(now=AFTER) == 0
    assert mail.outbox == []
    assert not Release.objects.exists()


def test_whoever_did_not_write_it_says_why_it_is_stopped(desk: Desk) -> None:
    row = _letter(desk)
    _sent(row)
    with pytest.raises(NotReady, match="why"):
        call_back(outgoing=row, by=desk.cast.service_manager, now=NOW)
    call_back(outgoing=row, reason="Wrong office.", by=desk.cast.service_manager, now=NOW)
    assert latest_step(row).state == OutgoingState.RECALLED


def test_an_email_has_a_neutral_subject_and_the_mark_of_its_copy(desk: Desk) -> None:
    row = _letter(desk, **EMAIL)
    _sent(row)
    assert deliver_due(now=AFTER - timedelta(seconds=1)) == 0
    assert deliver_due(now=AFTER) == 1
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("A message for you", ["duty@probation.example"])
    assert marks_in(sent.body) == [Release.objects.get().mark]
    assert deliver_due(now=AFTER + timedelta(hours=1)) == 0


def test_while_the_mail_server_is_down_it_waits_and_says_so(desk: Desk, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    row = _letter(desk, **EMAIL)
    _sent(row)
    assert deliver_due(now=AFTER) == 0
    assert latest_step(row).state == OutgoingState.QUEUED
    assert deliver_due(now=AFTER + timedelta(seconds=30)) == 0, "it is not tried again at once"
    assert row.mail.attempts == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    assert deliver_due(now=AFTER + timedelta(minutes=3)) == 1
    assert latest_step(row).state == OutgoingState.SENT
    assert Release.objects.count() == 1, "two attempts are one letter"


def test_what_became_known_during_the_hold_stops_it(desk: Desk) -> None:
    row = _letter(
        desk,
        to=RecipientKind.SERVICE_USER,
        use=Use.TEXT_TO_HIM,
        body="The meeting is at 3 Penrhiw Close, Cardiff.",
        **EMAIL,
    )
    assert _sent(row).state == OutgoingState.HELD
    her = desk.pair.victim_survivor.person_id
    keep_address(
        subject_id=her, lines="3 Penrhiw Close, Cardiff", postcode="", by=desk.cast.idva, now=NOW
    )
    assert deliver_due(now=AFTER) == 0
    assert latest_step(row).state == OutgoingState.STOPPED
    assert mail.outbox == []


def test_a_first_contact_is_typed_twice_and_the_second_is_not(desk: Desk) -> None:
    once = _letter(desk, address_again="")
    assert _sent(once).state == OutgoingState.STOPPED
    with pytest.raises(NotReady, match="not the same"):
        _letter(desk, address_again="Probation Office, 2 Example Street")
    twice = _letter(desk)
    _sent(twice)
    let_out(outgoing=twice, by=twice.recorded_by, now=AFTER)
    assert Recipient.objects.filter(about=desk.drive.pk).count() == 1
    assert _sent(_letter(desk, address_again="")).state == OutgoingState.HELD


def test_a_warning_wants_a_reason(desk: Desk) -> None:
    row = _letter(desk, body=f"She lives at {NEW_HOME}.", use=Use.PROTECTIVE_SHARING)
    with pytest.raises(NotReady, match="although the gate warns"):
        _sent(row)
    assert _sent(row, reason="Police have to know where to go.").state == OutgoingState.HELD


def test_protective_sharing_is_told_to_the_idva_and_the_service_manager_at_once(desk: Desk) -> None:
    row = _letter(desk, use=Use.PROTECTIVE_SHARING)
    _sent(row)
    told = Task.objects.filter(kind=TaskKind.READ_SHARED)
    assert set(told.values_list("role", flat=True)) == {"idva", "service_manager"}
    for user in (desk.cast.idva, desk.cast.service_manager):
        assert Outgoing.objects.visible_to(user).filter(pk=row.pk).exists()


def test_a_life_in_danger_waits_for_nothing_and_is_reviewed(desk: Desk) -> None:
    row = _letter(
        desk, use=Use.THREAT_TO_LIFE, body=f"Go to {NEW_HOME} now.", address_again="", **EMAIL
    )
    with pytest.raises(NotReady):
        send_now(outgoing=row, reason=" ", by=row.recorded_by, now=NOW)
    send_now(outgoing=row, reason="He is on his way.", by=row.recorded_by, now=NOW)
    assert deliver_due(now=NOW) == 1
    review = Task.objects.get(kind=TaskKind.REVIEW_SENT_NOW)
    assert (review.role, str(review.due_on)) == ("service_manager", "2017-07-03")


@pytest.mark.parametrize(
    ("to", "use"),
    [
        (RecipientKind.AGENCY, Use.DISRUPTION),
        (RecipientKind.AGENCY, Use.PROTECTIVE_SHARING),
        (RecipientKind.SERVICE_USER, Use.THREAT_TO_LIFE),
    ],
)
def test_nothing_else_leaves_without_the_hold(desk: Desk, to: RecipientKind, use: Use) -> None:
    row = _letter(desk, to=to, use=use)
    with pytest.raises(NotAtOnce):
        send_now(outgoing=row, reason="Quick.", by=row.recorded_by, now=NOW)


def test_each_side_sees_its_own(desk: Desk) -> None:
    his, hers = _letter(desk), wrote(of_idva(desk.idva), desk.cast.idva)

    def seen_by(name: str) -> set[object]:
        return set(
            Outgoing.objects.visible_to(getattr(desk.cast, name)).values_list("pk", flat=True)
        )

    assert seen_by("case_manager") == seen_by("service_manager") == {his.pk}
    assert seen_by("idva") == {hers.pk}
    for name in ("other_case_manager", "other_idva", "practice_adviser", "administrator"):
        assert seen_by(name) == set()


def test_his_own_address_is_no_secret_to_him(desk: Desk) -> None:
    row = _letter(
        desk,
        to=RecipientKind.SERVICE_USER,
        use=Use.TEXT_TO_HIM,
        address="27 Elm Road, Colchester CO2 7DE",
        body="We shall write to you at 27 Elm Road, Colchester.",
    )
    assert _sent(row).state == OutgoingState.HELD
