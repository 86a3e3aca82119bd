"""Who opens which page of lists and hearings, and what the pages do without a browser's help."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.referrals import actions
from drive.web.referrals.models import ImportBatch, MaracHearing
from drive.web.referrals.rules.states import BatchState, RowState
from tests.cast import NOW, Cast
from tests.factories.lists import as_csv, row
from tests.factories.people import Docket, Typed
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db

DAY = date(2017, 6, 30)


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: object) -> None:
    settings.DRIVE_TODAY = DAY  # type: ignore[attr-defined]


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def upload(client: Client, cast: Cast, content: bytes, **about: str) -> object:
    file = SimpleUploadedFile(about.get("name", "list.csv"), content)
    data = {"marac": str(cast.essex_marac.pk), "file": file, "key": about.get("key", str(uuid4()))}
    return client.post("/referrals/import/", data, follow=True)


def waiting(cast: Cast) -> ImportBatch:
    content = as_csv([row(1), row(2, Relationship="owner")])
    upload(at(cast.coordinator), cast, content)
    return ImportBatch.objects.get()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("coordinator", 200),
        ("allocator", 200),
        ("case_manager", 403),
        ("idva", 403),
        ("service_manager", 403),
        ("evaluator", 403),
        ("administrator", 403),
        ("nobody", 403),
    ],
)
def test_only_those_who_bring_lists_open_the_pages(cast: Cast, name: str, status: int) -> None:
    client = at(cast.users[name])
    for path in ("/referrals/", "/referrals/import/", "/referrals/hearings/"):
        assert client.get(path).status_code == status


def test_a_list_of_another_marac_does_not_exist_for_a_coordinator(cast: Cast) -> None:
    batch, heard = waiting(cast), hearing(cast, 5)
    client = at(cast.west_sussex_coordinator)

    for path in (
        f"/referrals/lists/{batch.pk}/",
        f"/referrals/lists/{batch.pk}/rows/2/",
        f"/referrals/lists/{batch.pk}/confirm/",
        f"/referrals/hearings/{heard.pk}/",
    ):
        assert client.get(path).status_code == 404
    assert "Perpetrator5" not in client.get("/referrals/hearings/").content.decode()


def test_a_coordinator_cannot_import_for_another_marac(cast: Cast) -> None:
    client = at(cast.west_sussex_coordinator)
    answer = upload(client, cast, as_csv([row(1)]))

    assert "Select one of the options" in answer.content.decode()  # type: ignore[attr-defined]
    assert not ImportBatch.objects.exists()


def test_the_same_upload_sent_twice_is_one_list(cast: Cast) -> None:
    client, key = at(cast.coordinator), str(uuid4())
    for _ in range(2):
        upload(client, cast, as_csv([row(1)]), key=key)
    assert ImportBatch.objects.count() == 1


def test_a_list_is_read_and_shown_with_its_problems(cast: Cast) -> None:
    batch = waiting(cast)
    page = at(cast.coordinator).get(f"/referrals/lists/{batch.pk}/").content.decode()

    assert "New hearing: new perpetrator, new victim-survivor." in page
    assert "“Relationship”: “owner” is not understood here." in page
    assert "never as no" in page
    narrowed = at(cast.coordinator).get(f"/referrals/lists/{batch.pk}/?state=problem")
    assert "Perp1" not in narrowed.content.decode()


def test_the_check_of_a_list_tells_who_may_be_known(cast: Cast) -> None:
    Docket(cast).he(Typed("Perp1", "Synthetic", date(1941, 3, 2)))
    wife = {"Marac Date": "26/06/2017"}
    content = as_csv([row(1), row(7), row(7, **wife)])
    upload(at(cast.coordinator), cast, content)
    page = at(cast.coordinator).get(f"/referrals/lists/{ImportBatch.objects.get().pk}/")
    text = page.content.decode()

    assert "perpetrator possibly known (1 possible match, to be compared)" in text
    assert "New hearing: new perpetrator, new victim-survivor." in text
    again = "perpetrator named earlier in this list, victim-survivor named earlier in this list"
    assert f"Repeat hearing, within 12 months of the last: {again}." in text


def test_a_confirmed_list_is_saved_by_its_job(cast: Cast) -> None:
    batch = waiting(cast)
    client = at(cast.coordinator)
    client.post(f"/referrals/lists/{batch.pk}/confirm/", {"key": str(uuid4())})

    batch.refresh_from_db()
    assert batch.state == BatchState.WAITING, "one row still needs correcting"
    assert list(batch.rows.values_list("state", flat=True)) == [RowState.SAVED, RowState.PROBLEM]


def test_a_row_is_corrected_with_what_was_typed_kept_on_the_page(cast: Cast) -> None:
    batch = waiting(cast)
    client, path = at(cast.coordinator), f"/referrals/lists/{batch.pk}/rows/3/"
    typed = {**actions_cells(batch), "relationship": "neighbour"}
    again = client.post(path, typed).content.decode()
    assert "“neighbour” is not understood here." in again
    assert 'value="neighbour"' in again

    client.post(path, typed | {"relationship": "partner"})
    assert batch.rows.get(number=3).state == RowState.READY


def actions_cells(batch: ImportBatch) -> dict[str, str]:
    from drive.web.referrals.queries import cells_of

    return cells_of(batch.rows.get(number=3))


def test_a_page_that_shows_hearings_writes_one_event_with_their_keys(cast: Cast) -> None:
    made = hearings(cast, range(3))
    Event.objects.all()
    at(cast.coordinator).get("/referrals/hearings/")

    event = Event.objects.get(kind=EventKind.READ, action="referrals.view")
    assert set(event.object_ids) == {str(each.pk) for each in made}


def test_hearings_are_shown_by_fifty_and_counted(cast: Cast) -> None:
    hearings(cast, range(60))
    page = at(cast.coordinator).get("/referrals/hearings/").content.decode()
    assert "Showing 1 to 50 of 60" in page


def test_names_are_searched_by_post_only(cast: Cast) -> None:
    hearing(cast, 1)
    client = at(cast.coordinator)
    found = client.post("/referrals/hearings/", {"surname": "SYNTHETIC"}).content.decode()
    ignored = client.get("/referrals/hearings/?surname=nobody").content.decode()
    assert "Perpetrator1" in found
    assert "Perpetrator1" in ignored


def test_the_empty_list_holds_every_heading(cast: Cast) -> None:
    content = at(cast.coordinator).get("/referrals/empty-list.csv").content
    assert content.startswith("\ufeffHearing date,Marac,".encode())


def test_lists_whose_time_is_over_are_erased_before_they_are_listed(
    cast: Cast, settings: object
) -> None:
    batch = waiting(cast)
    settings.DRIVE_TODAY = date(2017, 7, 7)  # type: ignore[attr-defined]
    at(cast.coordinator).get("/referrals/")

    batch.refresh_from_db()
    assert (batch.state, batch.sealed_content) == (BatchState.EXPIRED, "")


def test_a_saving_that_is_given_up_says_so_and_can_be_confirmed_again(cast: Cast) -> None:
    batch = waiting(cast)
    actions.begin_saving(batch=batch, by=cast.coordinator, now=NOW)
    actions.note_interrupted(batch=batch, words="It stopped.", by=cast.coordinator, now=NOW)

    client = at(cast.coordinator)
    assert "It stopped." in client.get(f"/referrals/lists/{batch.pk}/").content.decode()
    client.post(f"/referrals/lists/{batch.pk}/confirm/", {"key": str(uuid4())})
    assert MaracHearing.objects.count() == 1
