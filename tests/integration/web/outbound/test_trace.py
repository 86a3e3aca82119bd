"""Whoever received, opened or wrote something is found, in time order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.outbound import Exposure
from drive.web.outbound.actions import let_out, send
from drive.web.outbound.queries.trace import trace_of
from tests.cast import NOW
from tests.factories.outbound import of_drive, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db


def test_a_letter_is_traced_from_its_writer_to_its_recipient(desk: Desk, client: Client) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    let_out(outgoing=row, by=desk.cast.case_manager, now=NOW + timedelta(minutes=5))
    client.force_login(desk.cast.service_manager)
    assert client.get(reverse("outbound:outgoing", args=[row.pk])).status_code == 200
    found = [
        (each.contact.how, each.contact.who) for each in trace_of(row.pk, desk.cast.service_manager)
    ]
    assert (Exposure.WROTE, "Case manager") in found
    assert (Exposure.RECEIVED, "An agency") in found
    assert (Exposure.OPENED, "Service manager") in found
    assert all(each.itself for each in trace_of(row.pk, desk.cast.service_manager))
