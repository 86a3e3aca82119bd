"""His subject-access pack: two signatures, leaving, and the pages on the way."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.disclosure import SignsAs
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Independence
from drive.vocabulary.outbound import OutgoingChannel
from drive.web.audit.queries import events_about
from drive.web.case_record.actions import put_together
from drive.web.case_record.exceptions import (
    NotToBeSigned,
    PackHasLeft,
    PackNotReady,
)
from drive.web.case_record.models import PackItem, PackRequest, PackSignature
from drive.web.case_record.queries.packs import decision_on, standing_items
from drive.web.information.actions import correct_fact
from drive.web.information.models import Folder
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.outbound.queries.trace import trace_of
from drive.web.outbound.rules.marking import marks_in
from drive.web.vault.actions import keep_address
from tests.cast import NOW
from tests.factories.facts import fact, saying
from tests.factories.packs import (
    all_decided,
    decided,
    handed_out,
    items_of,
    signed_by,
)
from tests.factories.sign_in import signed_in
from tests.integration.web.case_record.desk import (
    POLICE,
    desk,
    of_source,
    opened,
    said,
)
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db

__all__ = ["desk"]


# -- Two signatures --------------------------------------------------------------------------------


def test_nobody_signs_while_something_waits_or_the_case_has_changed(desk: Desk) -> None:
    said(desk, "He drinks.", POLICE)
    request, by = opened(desk), desk.cast.service_manager
    with pytest.raises(PackNotReady, match="Decide first"):
        signed_by(request, by)
    all_decided(request, by)
    said(desk, "He sings.")
    with pytest.raises(PackNotReady, match="changed since"):
        signed_by(request, by)


def test_two_people_sign_and_a_case_manager_never(desk: Desk) -> None:
    said(desk, "He works.")
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    for early in (cast.idva, cast.excluded):
        with pytest.raises(NotToBeSigned, match="first"):
            signed_by(request, early)
    signed_by(request, cast.service_manager)
    for nobody in (cast.case_manager, cast.other_idva, cast.west_sussex_service_manager):
        with pytest.raises(NotToBeSigned):
            signed_by(request, nobody)
    with pytest.raises(NotToBeSigned, match="already"):
        signed_by(request, cast.service_manager)
    with pytest.raises(PackNotReady, match="Two people"):
        handed_out(request, cast.service_manager)
    signed_by(request, cast.idva)
    assert [each.signed_as for each in request.signatures.all()] == [
        SignsAs.SERVICE_MANAGER,
        SignsAs.IDVA_LEAD,
    ]


def test_two_service_managers_will_do(desk: Desk) -> None:
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.excluded)
    assert handed_out(request, cast.excluded)


def test_any_change_voids_what_was_signed(desk: Desk) -> None:
    note = said(desk, "He works.")
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.idva)
    decided(of_source(request, note.pk), cast.service_manager, included=False)
    assert not PackSignature.objects.filter(voided_at=None).exists()
    with pytest.raises(PackNotReady, match="Two people"):
        handed_out(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.idva)
    put_together(request=request, by=cast.excluded, now=NOW)
    with pytest.raises(NotToBeSigned, match="first"):
        signed_by(request, cast.service_manager)


# -- Leaving ---------------------------------------------------------------------------------------


def test_what_leaves_stands_in_the_ledger_and_can_be_traced(desk: Desk) -> None:
    note, kept = said(desk, "He works."), said(desk, "He drinks.", POLICE)
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.idva)
    left = handed_out(request, cast.service_manager)
    row = Release.objects.get()
    assert left.release == row
    assert (row.kind, row.about) == (ReleaseKind.SUBJECT_ACCESS, desk.drive.pk)
    assert (row.recipient, row.channel) == ("The service user", OutgoingChannel.BY_HAND)
    assert str(note.pk) in row.object_ids
    assert str(kept.pk) not in row.object_ids
    assert [
        each
        for each in trace_of(note.pk, cast.service_manager)
        if each.contact.who == "The service user"
    ]
    assert events_about(request.pk).filter(action="case_record.hand_out_pack").count() == 1
    for act in (
        lambda: put_together(request=request, by=cast.service_manager, now=NOW),
        lambda: decided(of_source(request, note.pk), cast.service_manager, included=False),
        lambda: handed_out(request, cast.service_manager),
        lambda: signed_by(request, cast.excluded),
    ):
        with pytest.raises(PackHasLeft):
            act()


def test_what_became_protected_after_signing_stops_it(desk: Desk) -> None:
    said(desk, "He goes to Bluebell Cottage, 3 Orchard Way, Maldon.")
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.idva)
    keep_address(
        subject_id=desk.pair.victim_survivor.person_id,
        lines="Bluebell Cottage, 3 Orchard Way, Maldon",
        postcode="CM9 5AB",
        by=cast.idva,
        now=NOW,
    )
    with pytest.raises(PackNotReady, match="protected"):
        handed_out(request, cast.service_manager)


def test_a_fact_that_came_to_rest_on_her_alone_stops_it(desk: Desk) -> None:
    folder = Folder.objects.get(about=desk.drive.pk)
    known_fact = fact(desk.cast, folder, handling=HandlingCode.ORDINARY)
    request, cast = opened(desk), desk.cast
    decided(of_source(request, known_fact.pk), cast.service_manager, included=True)
    all_decided(request, cast.service_manager)
    signed_by(request, cast.service_manager, cast.idva)
    stands = known_fact.versions.get()
    correct_fact(
        fact=known_fact,
        said=saying(without_her=Independence.NO, handling=HandlingCode.ORDINARY),
        seen=stands.pk,
        by=cast.case_manager,
        now=NOW,
    )
    with pytest.raises(PackNotReady, match="changed since"):
        handed_out(request, cast.service_manager)


# -- Pages -----------------------------------------------------------------------------------------


def test_the_copy_has_its_mark_and_says_of_nothing_that_it_was_left_out(
    desk: Desk, client: Any
) -> None:
    said(desk, "He works nights.")
    said(desk, "He drinks on Fridays.", POLICE)
    request, cast = opened(desk), desk.cast
    all_decided(request, cast.service_manager)
    address = f"/cases/{desk.drive.pk}/subject-access/{request.pk}/copy/"
    signed_in(client, cast.service_manager)
    assert "Draft" in client.get(address).content.decode()
    signed_by(request, cast.service_manager, cast.idva)
    left = handed_out(request, cast.service_manager)
    page = client.get(address).content.decode()
    assert "He works nights." in page
    assert "Fridays" not in page
    assert "Left out" not in page
    assert left.release.mark in page
    assert left.release.mark in marks_in(f"It says {left.release.mark}.")
    assert cast.case_manager.name not in page.split("<main")[1]


def test_the_idva_lead_sees_what_he_gets_and_nothing_else(desk: Desk, client: Any) -> None:
    said(desk, "He works nights.")
    said(desk, "He drinks on Fridays.", POLICE)
    request, cast = opened(desk), desk.cast
    base = f"/cases/{desk.drive.pk}/subject-access/{request.pk}/"
    signed_in(client, cast.idva)
    assert "Note: Telephone" in client.get(base).content.decode()
    page = client.get(f"{base}copy/").content.decode()
    assert "He works nights." in page
    assert "Fridays" not in page
    out = next(each for each in standing_items(request) if each.waits)
    assert not PackItem.objects.visible_to(cast.idva).filter(pk=out.item.pk).exists()
    assert client.get(f"{base}items/{out.item.pk}/").status_code == 403
    signed_in(client, cast.case_manager)
    assert client.get(base).status_code == 403


def test_a_service_manager_walks_from_asking_to_the_copy(desk: Desk, client: Any) -> None:
    said(desk, "He works nights.")
    cast = desk.cast
    signed_in(client, cast.service_manager, freshly=True)
    base = f"/cases/{desk.drive.pk}/subject-access/"
    sent = {
        "asked_on-day": "15",
        "asked_on-month": "6",
        "asked_on-year": "2017",
        "identity": "document",
        "key": "0b1f6a9e-0000-4000-8000-000000000001",
    }
    assert client.post(f"{base}open/", sent).status_code == 302
    request = PackRequest.objects.get()
    assert request.due_on == date(2017, 7, 15)
    assert "15 July 2017" in client.get(base).content.decode()
    one = f"{base}{request.pk}/"
    item = next(iter(items_of(request).values())).item
    answer = client.post(
        f"{one}items/{item.pk}/",
        {
            "included": "out",
            "reason": "harm",
            "seen": str(decision_on(item).pk),
            "key": "0b1f6a9e-0000-4000-8000-000000000002",
        },
    )
    assert answer.status_code == 302
    all_decided(request, cast.service_manager)
    refused = client.post(
        f"{one}hand-out/", {"channel": "letter", "key": "0b1f6a9e-0000-4000-8000-000000000003"}
    )
    assert "Two people have to sign" in refused.content.decode()
    signing = {"read": "yes", "key": "0b1f6a9e-0000-4000-8000-000000000004"}
    assert client.post(f"{one}sign/", signing).status_code == 302
    signed_by(request, cast.idva)
    sending = {"channel": "letter", "key": "0b1f6a9e-0000-4000-8000-000000000005"}
    assert client.post(f"{one}hand-out/", sending).status_code == 302
    assert Release.objects.filter(kind=ReleaseKind.SUBJECT_ACCESS).count() == 1


def test_deciding_what_waits_leads_on_to_the_next_that_waits(desk: Desk, client: Client) -> None:
    for words in ("He drinks.", "He shouts."):
        said(desk, words, POLICE)
    request, by = opened(desk), desk.cast.service_manager
    signed_in(client, by)
    pack = reverse("case_record:pack", args=[desk.drive.pk, request.pk])
    waiting = [each.item for each in standing_items(request) if each.waits]
    first, second = (
        reverse("case_record:pack_item", args=[desk.drive.pk, request.pk, item.pk])
        for item in waiting
    )
    page = client.get(pack).content.decode()
    assert "Decide what waits" in page
    led = []
    for item, address in zip([*waiting, waiting[0]], [first, second, first], strict=True):
        sent = {"included": "in", "why": "He knows.", "seen": str(decision_on(item).pk)}
        led.append(client.post(address, {**sent, "key": str(uuid4())})["Location"])
    assert led == [second, pack, pack]
    assert "Decide what waits" not in client.get(pack).content.decode()
    sign = client.get(reverse("case_record:sign_pack", args=[desk.drive.pk, request.pk]))
    copy = reverse("case_record:pack_copy", args=[desk.drive.pk, request.pk])
    assert copy in sign.content.decode()
