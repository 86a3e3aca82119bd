"""What the guard stops goes on only if both let it, and only from the side that wrote it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.tasks import TaskKind
from drive.web.information.exceptions import NothingToOverride
from drive.web.information.models import Folder
from drive.web.outbound.actions import ask_to_override, override_guard, send
from drive.web.outbound.exceptions import NotFromHere, NotReady
from drive.web.outbound.models import Outgoing
from drive.web.tasks.queries import tasks_of
from tests.cast import NOW
from tests.factories.facts import fact, her_word, released
from tests.factories.outbound import of_drive, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db


def _stopped(desk: Desk) -> Outgoing:
    hers = Folder.objects.get(about=desk.idva.pk)
    his = Folder.objects.get(about=desk.drive.pk)
    told = released(desk.cast, hers, his, her_word(desk.cast, hers)).fact
    return wrote(of_drive(desk.drive), desk.cast.case_manager, facts=[told])


def test_it_takes_both(desk: Desk) -> None:
    cast, row = desk.cast, _stopped(desk)
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    for user in (cast.idva, cast.service_manager):
        assert tasks_of(user).filter(kind=TaskKind.DECIDE_SENDING).count() == 1
    override_guard(outgoing=row, reason="She wishes it.", by=cast.idva, now=NOW)
    assert send(outgoing=row, by=cast.case_manager, now=NOW).state == OutgoingState.STOPPED
    with pytest.raises(NothingToOverride):
        override_guard(outgoing=row, reason="Once more.", by=cast.idva, now=NOW)
    override_guard(outgoing=row, reason="He is away.", by=cast.service_manager, now=NOW)
    step = send(outgoing=row, reason="Both decided.", by=cast.case_manager, now=NOW)
    assert step.state == OutgoingState.HELD
    assert not tasks_of(cast.idva).filter(kind=TaskKind.DECIDE_SENDING).exists()


def test_the_idva_reads_it_only_once_she_is_asked_and_never_sends_it(desk: Desk) -> None:
    cast, row = desk.cast, _stopped(desk)
    assert not Outgoing.objects.visible_to(cast.idva).filter(pk=row.pk).exists()
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    assert Outgoing.objects.visible_to(cast.idva).filter(pk=row.pk).exists()
    with pytest.raises(NotFromHere, match="Only the side"):
        send(outgoing=row, by=cast.idva, now=NOW)


def test_nothing_is_asked_where_nothing_is_stopped(desk: Desk) -> None:
    known = fact(desk.cast, Folder.objects.get(about=desk.drive.pk))
    row = wrote(of_drive(desk.drive), desk.cast.case_manager, facts=[known])
    with pytest.raises(NotReady, match="stops nothing"):
        ask_to_override(outgoing=row, by=desk.cast.case_manager, now=NOW)


def test_the_pages_offer_it_to_each_in_turn(desk: Desk, client: Client) -> None:
    row = _stopped(desk)
    page = reverse("outbound:outgoing", args=[row.pk])
    client.force_login(desk.cast.case_manager)
    assert reverse("outbound:ask_to_override", args=[row.pk]) in client.get(page).content.decode()
    client.post(reverse("outbound:ask_to_override", args=[row.pk]), {"key": str(row.pk)})
    client.force_login(desk.cast.idva)
    shown = client.get(page).content.decode()
    assert reverse("outbound:override_guard", args=[row.pk]) in shown
    assert reverse("outbound:send", args=[row.pk]) not in shown
