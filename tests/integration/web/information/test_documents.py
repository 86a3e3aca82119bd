"""Documents of a case: sealed, never changed, described anew, and read by few."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from drive.web.audit.models import Event
from drive.web.casework import actions as casework
from drive.web.casework.models import Capacity, DriveCase
from drive.web.information.models import Custodian, Document, DocumentDescription
from drive.web.information.queries import content_of, documents_about
from drive.web.information.rules import MOST_BYTES
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.documents import document_on

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\nThe minutes of the Marac."


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


def address_of(case: DriveCase, end: str = "") -> str:
    return f"/cases/{case.pk}/documents/{end}"


def form(**other: object) -> dict[str, object]:
    usual = {
        "title": "Marac minutes of May",
        "kind": "marac_papers",
        "source_kind": "marac",
        "received_on-day": "30",
        "received_on-month": "6",
        "received_on-year": "2017",
        "victim_side": "no",
        "handling": "not_to_service_user",
        "key": str(uuid4()),
        "file": SimpleUploadedFile("Jane Doe.exe", PDF),
        "text": "",
    }
    return {**usual, **other}


def test_a_file_sent_twice_is_one_sealed_document(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    sent = form()
    for _ in range(2):
        sent["file"] = SimpleUploadedFile("Jane Doe.exe", PDF)
        response = client.post(address_of(case, "add/"), sent)
        assert response["Location"] == address_of(case)
    document = Document.objects.get()
    assert (document.form, document.size) == ("pdf", len(PDF))
    assert content_of(document) == PDF
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM information_document")
        kept = str(cursor.fetchall())
    assert "minutes" not in kept
    assert "Jane" not in kept
    page = client.get(address_of(case)).content.decode()
    assert "Marac minutes of May" in page
    event = Event.objects.get(action="information.add_document")
    assert str(case.pk) in event.object_ids


def test_a_file_is_handed_out_to_be_saved_and_never_shown(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    document = document_on(cast, case, content=PDF)
    client.force_login(cast.practice_adviser)
    answer = client.get(address_of(case, f"{document.pk}/file/"))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    named = f'attachment; filename="document-{str(document.pk)[:8]}.pdf"'
    assert answer["Content-Disposition"] == named
    event = Event.objects.get(action="information.open_file")
    assert event.actor_id == cast.practice_adviser.pk
    assert str(document.pk) in event.object_ids


def test_a_typed_text_is_sealed_and_read_on_its_page(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    sent = form(text="She said that he waits outside.", victim_side="yes")
    del sent["file"]
    client.post(address_of(case, "add/"), sent)
    document = Document.objects.get()
    assert "waits outside" not in document.sealed_content
    page = client.get(address_of(case, f"{document.pk}/")).content.decode()
    assert "She said that he waits outside." in page
    assert "Nothing of it may reach the service user" in page
    assert client.get(address_of(case, f"{document.pk}/file/")).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": "Statement of Perpetrator1"}, "The title names somebody"),
        ({"title": ""}, "Enter a title"),
        ({"victim_side": "yes", "handling": "ordinary"}, "choose a handling that keeps it"),
        ({"file": ""}, "Choose a file, or type the text"),
        ({"text": "And a text."}, "not both"),
        ({"file": SimpleUploadedFile("minutes.pdf", b"MZ\x90\x00")}, "kind that is not kept"),
        ({"file": SimpleUploadedFile("a.txt", b"a" * (MOST_BYTES + 1))}, "larger than 20 MB"),
        ({"received_on-year": "2018"}, "today or in the past"),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_field(
    cast: Cast, client: Client, wrong: dict[str, object], words: str
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    page = client.post(address_of(case, "add/"), form(**wrong)).content.decode()
    assert "<title>Error:" in page
    assert words in page
    assert not Document.objects.exists()


def test_a_document_is_described_anew_and_stays_as_it_came(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    document = document_on(cast, case, content=PDF)
    first = document.descriptions.get()
    client.force_login(cast.case_manager)
    address = address_of(case, f"{document.pk}/describe/")
    sent = form(title="Marac minutes of June", seen=str(first.pk))
    assert client.post(address, sent)["Location"] == address_of(case, f"{document.pk}/")
    assert content_of(Document.objects.get()) == PDF
    standing = documents_about(case.pk, cast.case_manager).get()
    assert (standing.title, standing.supersedes) == ("Marac minutes of June", first)
    page = client.get(address_of(case, f"{document.pk}/")).content.decode()
    assert "What was said of it before" in page, "it stays on record"
    late = form(title="Marac minutes of July", seen=str(first.pk))
    page = client.post(address, late).content.decode()
    assert "saved this while you were typing" in page
    assert "Marac minutes of July" in page
    assert DocumentDescription.objects.count() == 2
    late["seen"] = str(standing.pk)
    client.post(address, late)
    assert documents_about(case.pk, cast.case_manager).get().title == "Marac minutes of July"


def test_the_folder_goes_with_the_case(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    document = document_on(cast, case, content=PDF)
    casework.assign(
        case=case,
        capacity=Capacity.CASE_MANAGER,
        user=cast.other_case_manager,
        by=cast.service_manager,
        now=NOW,
    )
    for user, seen in (
        (cast.case_manager, False),
        (cast.other_case_manager, True),
        (cast.service_manager, True),
        (cast.practice_adviser, True),
        (cast.idva, False),
        (cast.west_sussex_service_manager, False),
        (cast.allocator, False),
    ):
        assert documents_about(case.pk, user).exists() is seen, user.username
        assert Document.objects.visible_to(user).filter(pk=document.pk).exists() is seen
    assert Custodian.objects.filter(ended_at=None).get().user == cast.other_case_manager


def test_a_document_is_found_within_its_own_case_only(cast: Cast, client: Client) -> None:
    case, other = case_at(cast, number=1), case_at(cast, number=2)
    document = document_on(cast, case, content=PDF)
    client.force_login(cast.case_manager)
    for end in (f"{document.pk}/", f"{document.pk}/file/", f"{document.pk}/describe/"):
        assert client.get(address_of(other, end)).status_code == 404


def test_a_case_from_before_there_were_folders_gets_one(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    Custodian.objects.all().delete()
    case_folder = Document._meta.get_field("folder").related_model
    case_folder.objects.all().delete()
    client.force_login(cast.service_manager)
    client.post(address_of(case, "add/"), form())
    assert documents_about(case.pk, cast.case_manager).exists()
