"""The pages of police extracts: uploaded, looked at, put on cases, and new until one has looked."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import ExtractRow, PoliceExtract
from drive.web.organisations.models import Agency
from tests.cast import Cast
from tests.factories.agencies import agency_in
from tests.factories.casework import case_at
from tests.factories.sign_in import signed_in
from tests.integration.web.multiagency.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(Client(), cast.case_manager)


@pytest.fixture
def leader(cast: Cast) -> Client:
    return signed_in(Client(), cast.service_manager)


HEAD = "Case reference,Day,Kind of incident,What was done,Crime reference,Called in by,Surname"


def upload(client: Client, police: Agency, *lines: str, name: str = "essex.csv") -> Any:
    file = SimpleUploadedFile(name, "\n".join((HEAD, *lines)).encode())
    given = {"agency": str(police.pk), "file": file, "key": str(uuid4())}
    return client.post(reverse("multiagency:upload_extract"), given, follow=True)


def step(client: Client, what: str) -> Any:
    extract = PoliceExtract.objects.latest("recorded_at")
    address = reverse("multiagency:extract_act", args=[extract.pk, what])
    assert client.get(address).status_code == 200
    return client.post(address, {"key": str(uuid4())}, follow=True)


def test_an_extract_is_uploaded_looked_at_and_put_on_its_cases(
    cast: Cast, leader: Client, manager: Client, case: DriveCase
) -> None:
    police = agency_in(cast.essex)
    right = f"{case.reference},03/06/2017,<b>Assault</b>,Arrested,42/1,neighbour,Sample"
    page = text(upload(leader, police, right, f"{case.reference},never,Assault,,42/2,,Sample"))
    for words in ("Row 3", "Column “Day”", "“never” is not a date", "&lt;b&gt;Assault&lt;/b&gt;"):
        assert words in page
    assert "Sample" not in page
    assert "Not read and not kept: “Surname”" in page
    assert "put on their cases now" in text(step(leader, "put"))
    case_page = reverse("multiagency:case_extracts", args=[case.pk])
    requests = reverse("multiagency:requests", args=[case.pk])
    assert "1 new" in text(manager.get(requests))
    overview = reverse("case_record:overview", args=[case.pk])
    assert "1 police record is new since you last looked" in text(manager.get(overview))
    assert "New from the police since you last looked" in text(manager.get("/"))
    first = text(manager.get(case_page))
    assert "New" in first
    assert "as the police recorded it: &lt;b&gt;Assault&lt;/b&gt;" in first
    assert "You last looked" in text(manager.get(case_page))
    for address in (requests, overview, "/"):
        assert "new since" not in text(manager.get(address))
        assert "1 new" not in text(manager.get(address))
    assert "Set aside" in text(step(leader, "set-aside"))
    assert not ExtractRow.objects.exclude(sealed_cells="").exists()


def test_a_file_that_is_refused_says_why_and_nothing_is_kept(cast: Cast, leader: Client) -> None:
    police = agency_in(cast.essex)
    file = SimpleUploadedFile("essex.csv", f"{HEAD},Arm\nx".encode())
    given = {"agency": str(police.pk), "file": file, "key": str(uuid4())}
    page = text(leader.post(reverse("multiagency:upload_extract"), given))
    assert "“Arm”" in page
    assert not PoliceExtract.objects.exists()
    template = leader.get(reverse("multiagency:extract_template"))
    assert template.content.decode().startswith("Case reference,Day")


def test_an_extract_can_be_thrown_away_before_anything_is_on_a_case(
    cast: Cast, leader: Client, case: DriveCase
) -> None:
    upload(leader, agency_in(cast.essex), f"{case.reference},03/06/2017,Assault,,42/1,,")
    assert "was thrown away" in text(step(leader, "discard"))
    assert leader.get(reverse("multiagency:extracts")).status_code == 200
    extract = PoliceExtract.objects.get()
    unknown = reverse("multiagency:extract_act", args=[extract.pk, "nothing"])
    assert leader.get(unknown).status_code == 404
