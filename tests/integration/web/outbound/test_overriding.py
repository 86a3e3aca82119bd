"""What the guard stops goes on only if both let it, and only from the side that wrote it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.tasks import TaskKind
from drive.web.audit.models import Event
from drive.web.information.exceptions import NothingToOverride
from drive.web.information.models import Fact, Folder, Override
from drive.web.outbound.actions import ask_to_override, override_guard, send
from drive.web.outbound.exceptions import NotFromHere, NotReady
from drive.web.outbound.models import Outgoing
from drive.web.tasks.queries import tasks_of
from tests.cast import NOW
from tests.factories.facts import fact, her_word, released, wished
from tests.factories.outbound import of_drive, of_idva, wrote
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


# -- What the two are shown ------------------------------------------------------------------------


def _folder(case: Any) -> Folder:
    return Folder.objects.get(about=case.pk)


def _resting_on_her_word(desk: Desk, *more: Fact, **said: Any) -> Outgoing:
    """Write what rests on a summary of hers, whose fact she does not want used, and ask both."""
    told = her_word(desk.cast, _folder(desk.idva), "He sleeps in the blue van.")
    wished(told, words="Not while I am in the flat.")
    hers, his = _folder(desk.idva), _folder(desk.drive)
    item = released(desk.cast, hers, his, told, text="Not at home at night.")
    by = desk.cast.case_manager
    row = wrote(of_drive(desk.drive), by, facts=[item.fact, *more], **said)
    if not said:
        ask_to_override(outgoing=row, by=by, now=NOW)
    return row


def _page(client: Client, name: str, row: Outgoing) -> str:
    response = client.get(reverse(f"outbound:{name}", args=[row.pk]))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_each_of_the_two_sees_the_facts_her_wish_and_the_reason_of_the_other(
    desk: Desk, client: Client
) -> None:
    row, cast = _resting_on_her_word(desk), desk.cast
    override_guard(outgoing=row, reason="She goes on Monday.", by=cast.idva, now=NOW)
    client.force_login(cast.service_manager)
    page = _page(client, "override_guard", row)
    for words in ("Not at home at night.", "She does not want it used", "She goes on Monday."):
        assert words in page
    assert row.reference in page
    assert "Please tell us by Friday" in page, "the text itself stands beside the form"
    for words in ("blue van", "Not while I am", "Asked on"):
        assert words not in page, "what lies on the other side is not shown"

    other = _resting_on_her_word(desk)
    override_guard(outgoing=other, reason="He is away.", by=cast.service_manager, now=NOW)
    client.force_login(cast.idva)
    page = _page(client, "override_guard", other)
    for words in ("What you released", "Not at home at night.", "He is away."):
        assert words in page
    assert "She does not want it used. Asked on 30 June 2017 (Her IDVA)." in page


def test_of_what_one_may_not_see_her_wish_stands_alone(desk: Desk, client: Client) -> None:
    cast = desk.cast
    told = her_word(cast, _folder(desk.drive), "She told the officer in the lobby.")
    wished(told)
    row = wrote(of_drive(desk.drive), cast.case_manager, facts=[told])
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    hers = her_word(cast, _folder(desk.idva), "He rang the nursery.")
    letter = wrote(of_idva(desk.idva), cast.idva, facts=[hers])
    ask_to_override(outgoing=letter, by=cast.idva, now=NOW)
    override_guard(outgoing=letter, reason="She is safe there.", by=cast.idva, now=NOW)

    client.force_login(cast.idva)
    page = _page(client, "override_guard", row)
    assert "lobby" not in page
    assert "She does not want it used" in page
    assert "lobby" not in _page(client, "outgoing", row)

    client.force_login(cast.service_manager)
    page = _page(client, "override_guard", letter)
    assert "nursery" not in page
    assert "Not known: ask her, or her IDVA" in page
    assert "She is safe there." in page
    page = _page(client, "outgoing", letter)
    assert "nursery" not in page
    assert "She is safe there." not in page


def test_the_page_of_a_letter_lists_what_it_rests_on(desk: Desk, client: Client) -> None:
    known = fact(desk.cast, _folder(desk.drive), "Seen by the patrol.")
    row, cast = _resting_on_her_word(desk, known), desk.cast
    client.force_login(cast.case_manager)
    page = _page(client, "outgoing", row)
    assert "The guard stops this" in page
    assert page.index("Not at home at night.") < page.index("Seen by the patrol.")
    assert reverse("information:fact", args=[desk.drive.pk, known.pk]) in page
    for user, reason in ((cast.idva, "She goes on Monday."), (cast.service_manager, "He is away.")):
        override_guard(outgoing=row, reason=reason, by=user, now=NOW)
    page = _page(client, "outgoing", row)
    assert "have decided together" in page
    assert "one other source only" not in page
    assert "Monday" not in page, "the reasons are for the two alone"
    client.force_login(cast.service_manager)
    assert "She goes on Monday." in _page(client, "outgoing", row)


def test_what_protects_somebody_is_never_said_to_be_stopped(desk: Desk, client: Client) -> None:
    row = _resting_on_her_word(desk, use=Use.PROTECTIVE_SHARING)
    client.force_login(desk.cast.case_manager)
    page = _page(client, "outgoing", row)
    assert "The guard never stops this" in page
    assert "Not at home at night." in page
    assert "sources that are not hers" not in page


def test_what_was_shown_stands_in_the_audit(desk: Desk, client: Client) -> None:
    row, cast = _resting_on_her_word(desk), desk.cast
    override_guard(outgoing=row, reason="She goes on Monday.", by=cast.idva, now=NOW)
    reason = Override.objects.get()
    [version] = [each.versions.get() for each in Fact.objects.filter(folder__about=desk.drive.pk)]
    for name, reads in (("service_manager", {str(reason.pk), str(version.pk)}), ("idva", set())):
        client.force_login(cast.users[name])
        _page(client, "override_guard", row)
        seen = set(Event.objects.latest("happened_at", "pk").object_ids)
        assert reads <= seen
        assert (str(version.pk) in seen) is bool(reads)
