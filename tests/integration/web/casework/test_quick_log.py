"""The quick log: what stands in it beforehand, what it keeps, and words to consider."""

from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.web.audit.models import Event
from drive.web.casework import actions
from drive.web.casework.exceptions import CaseClosed
from drive.web.casework.models import CaseNote, DriveCase, SuContact
from drive.web.casework.queries import who_in
from drive.web.organisations.actions import add_agency
from drive.web.recording.models import WordsKept
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, note_on
from tests.factories.closing import closed
from tests.factories.documents import document_on

pytestmark = pytest.mark.django_db

TODAY = {"happened_on-day": "30", "happened_on-month": "6", "happened_on-year": "2017"}
BLAMING = "The victim failed to engage. Ring on Monday."


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


def sent(**other: object) -> dict[str, object]:
    return {**TODAY, "channel": "telephone", "key": str(uuid4()), "text": "He rang.", **other}


def address_of(case: DriveCase, query: str = "") -> str:
    return f"/cases/{case.pk}/notes/add/{query}"


def opened(client: Client, case: DriveCase, query: str = "") -> str:
    return unescape(client.get(address_of(case, query)).content.decode())


def test_one_key_says_how_and_what(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    overview = client.get(f"/cases/{case.pk}/").content.decode()
    assert 'accesskey="1">Telephone call</a>' in overview
    call = opened(client, case, "?kind=call")
    assert 'value="telephone" checked' in call
    assert 'value="info_shared" checked' in call
    assert "autofocus" in call
    attempt = opened(client, case, "?kind=attempt")
    assert 'value="contact_attempt" checked' in attempt
    assert 'value="info_shared" checked' not in attempt
    assert 'value="info_shared" checked' not in opened(client, case, "?kind=nonsense")


def test_everything_that_is_said_of_a_piece_of_work_is_kept(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    force = add_agency(
        site=cast.essex, kind=AgencyType.POLICE, name="Essex Police", by=cast.administrator, now=NOW
    )
    document = document_on(cast, case)
    client.force_login(cast.case_manager)
    form = sent(
        agency_kind="police",
        agency=str(force.pk),
        who="PC on duty",
        direction="in",
        minutes="12",
        informant="police",
        outcome="promised",
        activities=["disruption", "meeting"],
        attribution="critical",
        intent="disrupt",
        link=f"document:{document.pk}",
    )
    for _ in range(2):
        assert client.post(address_of(case), form)["Location"] == f"/cases/{case.pk}/notes/"
    note = CaseNote.objects.get()
    assert (note.agency, note.agency_kind, note.who, note.direction) == (
        force,
        "police",
        "PC on duty",
        "in",
    )
    assert (note.minutes, note.outcome, note.linked_kind) == (12, "promised", "document")
    assert note.linked_id == document.pk
    tags = {tag.activity: (tag.mode, tag.attribution) for tag in note.tags.all()}
    assert tags == {"disruption": ("indirect", "critical"), "meeting": ("indirect", "")}
    page = unescape(client.get(f"/cases/{case.pk}/notes/").content.decode())
    for words in ("Essex Police, PC on duty, they got in touch", "12 minutes", "Promised, still"):
        assert words in page
    assert "Log another" in page


def test_one_goes_back_to_the_tab_from_which_one_came(cast: Cast, client: Client) -> None:
    case, other = case_at(cast, number=1), case_at(cast, number=2)
    client.force_login(cast.case_manager)
    for came_from, back in (
        (f"/cases/{case.pk}/", "case_record:overview"),
        (f"/cases/{case.pk}/contact/", "casework:contact"),
        (f"/cases/{other.pk}/", "casework:notes"),
        ("/nowhere/", "casework:notes"),
    ):
        page = client.get(address_of(case), headers={"referer": f"http://testserver{came_from}"})
        assert f'name="back" id="id_back" value="{back}"' in page.content.decode(), came_from
    form = sent(back="case_record:overview")
    assert client.post(address_of(case), form)["Location"] == f"/cases/{case.pk}/"
    form = sent(back="https://elsewhere.example/")
    assert client.post(address_of(case), form)["Location"] == f"/cases/{case.pk}/notes/"


def test_the_last_entry_of_this_author_on_this_case_stands_first(
    cast: Cast, client: Client
) -> None:
    case, other = case_at(cast, number=1), case_at(cast, number=2)
    support = actions.Activity(
        code=ActivityCode.SUPPORT_INDIRECT, mode=WorkMode.INDIRECT, intent=Intent.SUPPORT
    )
    note_on(cast, case, agency_kind=AgencyType.HOUSING, who="Duty officer", activities=[support])
    client.force_login(cast.case_manager)
    page = opened(client, case)
    assert '<option value="housing" selected>' in page
    assert 'value="Duty officer"' in page
    assert 'value="support" checked' in page
    assert "selected>Housing" not in opened(client, other)
    client.force_login(cast.service_manager)
    assert "Duty officer" not in opened(client, case)


def test_who_told_in_confidence_is_sealed_and_not_carried_over(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    client.post(address_of(case), sent(agency_kind="idva", who="Her own sister", text="He waits."))
    note = CaseNote.objects.get()
    assert (note.text, note.who) == ("", "")
    assert who_in(note) == "Her own sister"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_casenote")
        assert "sister" not in str(cursor.fetchall())
    assert "sister" not in opened(client, case)


def test_a_logged_attempt_is_an_attempt_at_contact(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    client.post(address_of(case), sent(activities="contact_attempt"))
    contact = SuContact.objects.get()
    assert (contact.contact_type, contact.successful) == ("telephone", False)
    assert contact.note is not None
    assert contact.note.tags.get().mode == "direct"
    page = client.post(address_of(case), sent(activities="contact", channel="system")).content
    assert "Say how the service user was contacted" in page.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": ""}, "Write what happened"),
        ({"minutes": "0"}, "Minutes"),
        ({"happened_on-year": "2018"}, "today or in the past"),
        ({"agency": "00000000-0000-4000-8000-000000000000"}, "one of the options"),
        ({"link": "lever:nonsense"}, "one of the options"),
        ({"who": "x" * 121}, "at most 120"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    cast: Cast, client: Client, wrong: dict[str, object], words: str
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    page = client.post(address_of(case), sent(**wrong)).content.decode()
    assert "<title>Error:" in page
    assert words in page
    assert not CaseNote.objects.exists()


def test_an_agency_of_another_kind_is_refused(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    form = sent(agency_kind="police", agency=str(cast.essex_marac.pk))
    assert "is of another kind" in client.post(address_of(case), form).content.decode()


def test_words_are_considered_once_and_kept_by_their_author(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    form = sent(text=BLAMING)
    page = unescape(client.post(address_of(case), form).content.decode())
    assert "The victim <mark>failed to engage</mark>." in page
    assert "has not yet been reached" in page
    assert 'name="words_shown" value="failed to engage"' in page
    assert BLAMING in page
    assert not CaseNote.objects.exists()
    client.post(address_of(case), {**form, "words_shown": "failed to engage"})
    assert CaseNote.objects.get().text == BLAMING
    counted = WordsKept.objects.get()
    assert (counted.site, counted.month.isoformat(), counted.times) == (
        cast.essex,
        "2017-06-01",
        1,
    )
    assert not Event.objects.filter(object_type__contains="WordsKept").exists()


def test_changed_words_are_saved_and_not_counted(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    form = sent(text=BLAMING)
    client.post(address_of(case), form)
    better = {**form, "text": "She has not yet been reached.", "words_shown": "failed to engage"}
    client.post(address_of(case), better)
    assert CaseNote.objects.get().text == "She has not yet been reached."
    assert not WordsKept.objects.exists()


def test_an_addition_is_asked_about_its_words_too(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    note = note_on(cast, case)
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/notes/{note.pk}/add/"
    assert "<mark>" in client.post(address, sent(text=BLAMING)).content.decode()
    client.post(address, sent(text=BLAMING, words_shown="failed to engage"))
    assert note.corrections.get().text == BLAMING


def test_the_row_of_buttons_is_for_whoever_writes(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    for user, there in ((cast.case_manager, True), (cast.practice_adviser, False)):
        client.force_login(user)
        assert ("Log work" in client.get(f"/cases/{case.pk}/").content.decode()) is there


def test_channel_words_fit_their_column() -> None:
    field = CaseNote._meta.get_field("channel")
    assert max(len(each) for each in Channel) <= (field.max_length or 0)


def test_a_closed_case_takes_no_new_work_but_a_note_can_be_added_to(cast: Cast) -> None:
    case = case_at(cast)
    note = note_on(cast, case)
    closed(cast, case)
    work = actions.NewNote(
        happened_on=NOW.date(), channel=Channel.TELEPHONE, text="Rang once more."
    )
    with pytest.raises(CaseClosed):
        actions.log_work(case=case, note=work, by=cast.case_manager, now=NOW)
    added = actions.log_work(case=case, note=work, corrects=note, by=cast.case_manager, now=NOW)
    assert list(note.corrections.all()) == [added]
