"""The pages of cleaning, as an allocator uses them."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from drive.web.accounts.actions import keep_out
from drive.web.cleaning.models import InsightsList, RowDecision
from drive.web.cleaning.rules.files import write_csv
from drive.web.cleaning.rules.states import InsightsListState, ReadingStep
from tests.cast import NOW, Cast
from tests.factories.cleaning import early, read, row_of, small_list, typed, uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def allocator(client: Client, cast: Cast) -> Client:
    client.force_login(cast.allocator)
    return client


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def upload(allocator: Client, content: bytes, name: str = "insights.csv", **more: str) -> Any:
    form = allocator.get(reverse("cleaning:import")).content.decode()
    names = re.findall(r'name="(starts_on[^"]*)"', form)
    start = dict(zip(names, ("1", "4", "2016"), strict=True))
    file = SimpleUploadedFile(name, content)
    typed_in = {"key": str(uuid4()), "file": file, **start, **more}
    return allocator.post(reverse("cleaning:import"), typed_in, follow=True)


def address(page: str, found: InsightsList, *more: object) -> str:
    return reverse(f"cleaning:{page}", args=[found.pk, *more])


def test_an_uploaded_list_is_read_and_shows_what_is_proposed(allocator: Client) -> None:
    answer = upload(allocator, write_csv(small_list()))
    said = text(answer)
    assert "Waits for decisions" in said
    assert "Heard before the start 1 1 0 0" in said
    assert "The same information as another row 1 1 0 0" in said
    assert "Marac repeat of another row 1 1 0 0" in said
    assert "In all 3 3 0 0" in said


def test_the_page_says_how_far_the_reading_has_come(allocator: Client, cast: Cast) -> None:
    found = uploaded(cast)
    said = text(allocator.get(address("list", found)))
    assert "Being read" in said
    assert "Step 1 of 4: opening the file." in said
    assert "What is proposed" not in said
    InsightsList.objects.update(step=ReadingStep.COMPARING, rows_in_all=652)
    said = text(allocator.get(address("list", found)))
    assert "Step 2 of 4: comparing the rows with one another. The list has 652 rows." in said


def test_the_same_upload_twice_is_one(allocator: Client) -> None:
    key = str(uuid4())
    first = upload(allocator, write_csv(small_list()), key=key)
    again = upload(allocator, write_csv(small_list()), key=key)
    assert first.redirect_chain == again.redirect_chain
    assert InsightsList.objects.count() == 1


def test_the_same_file_again_is_said_beside_the_box(allocator: Client) -> None:
    upload(allocator, write_csv(small_list()))
    answer = upload(allocator, write_csv(small_list()))
    assert "There is a problem" in text(answer)
    assert "The very same file was imported on" in text(answer)


def test_wrong_headings_are_named_on_the_page_of_the_list(allocator: Client) -> None:
    said = text(upload(allocator, b"Name,Score\nSomebody,7\n"))
    assert "Could not be read" in said
    assert "An Insights list has the columns “Number”, “Site”" in said
    assert "Nothing of it was stored." in said


def test_the_empty_list_is_understood_when_it_is_filled_in(allocator: Client) -> None:
    empty = allocator.get(reverse("cleaning:template")).content
    assert empty == write_csv([])
    assert "Rows 1" in text(upload(allocator, write_csv([typed(1)])))


def test_a_copy_is_shown_beside_the_row_that_stays(allocator: Client, cast: Cast) -> None:
    said = text(allocator.get(address("proposals", read(cast), "copy")))
    assert "Perpetrator: Perp2 Synthetic born 3 July 1980" in said
    assert "Typed in another way: victim-survivor's surname, perpetrator's date of birth" in said
    assert "11 of the 11 answers that both give agree." in said
    assert "answer_3" not in said


def test_row_and_row_that_stays_are_compared_heading_by_heading(
    allocator: Client, cast: Cast
) -> None:
    said = text(allocator.get(address("row", read(cast), 4)))
    assert "Row 2 has the same perpetrator, heard on 12 September 2016" in said
    assert "Marac date 12/12/2016 12/09/2016 Differs" in said
    assert "Perpetrator's surname Synthetic Synthetic Agrees" in said
    assert "0 of the 11 answers that both give agree." in said


def test_a_page_is_set_aside_only_by_somebody_who_says_to_have_looked(
    allocator: Client, cast: Cast
) -> None:
    found = read(cast)
    page = address("proposals", found, "early")
    shown = {"rows": str(row_of(found, 1).pk), "key": str(uuid4())}
    assert "Look at each row, then tick the box" in text(allocator.post(page, shown))
    assert not RowDecision.objects.exists()
    said = text(allocator.post(page, shown | {"looked": "yes"}, follow=True))
    assert "1 row is set aside. It can be taken back." in said
    assert "Go on to the next reason" in said
    again = text(allocator.post(page, shown | {"looked": "yes"}, follow=True))
    assert "Nothing was done twice." in again
    assert RowDecision.objects.count() == 1


@pytest.mark.parametrize("rows", ["", "no-key", "; DROP TABLE"])
def test_keys_that_are_none_are_refused(allocator: Client, cast: Cast, rows: str) -> None:
    page = address("proposals", read(cast), "early")
    said = text(allocator.post(page, {"rows": rows, "key": str(uuid4()), "looked": "yes"}))
    assert "There is a problem" in said
    assert not RowDecision.objects.exists()


def test_fifty_rows_stand_on_a_page_and_the_next_fifty_come_after(
    allocator: Client, cast: Cast
) -> None:
    found = read(cast, [early(number) for number in range(1, 61)])
    page = address("proposals", found, "early")
    answer = allocator.get(page)
    assert "Showing 1 to 50 of 60" in text(answer)
    keys = re.findall(r'name="rows"[^>]*value="([^"]*)"', answer.content.decode())[0]
    assert len(keys.split()) == 50
    sent = {"rows": keys, "key": str(uuid4()), "looked": "yes"}
    said = text(allocator.post(page, sent, follow=True))
    assert "50 rows are set aside." in said
    assert "Showing 1 to 10 of 10" in said
    assert "Wait for you (10) · Set aside (50) · Kept (0)" in said


def decide(allocator: Client, found: InsightsList, number: int, **typed_in: str) -> Any:
    sent = {"key": str(uuid4()), "words": "", "reason": ""} | typed_in
    return allocator.post(address("row", found, number), sent, follow=True)


def test_a_row_is_set_aside_and_taken_back(allocator: Client, cast: Cast) -> None:
    found = read(cast)
    said = text(decide(allocator, found, 3, verdict="set_aside", reason="copy"))
    assert "Row 3 is set aside. It can be taken back." in said
    refused = text(decide(allocator, found, 3, verdict="keep"))
    assert "Say why the row is kept." in refused
    said = text(decide(allocator, found, 3, verdict="keep", words="Two hearings <b>."))
    assert "Row 3 is taken back and kept." in said
    page = allocator.get(address("row", found, 3))
    assert "Two hearings &lt;b&gt;." in page.content.decode()
    assert "Not: the same information as another row" in text(page)


def test_a_row_that_stays_can_only_be_set_aside(allocator: Client, cast: Cast) -> None:
    found = read(cast)
    page = allocator.get(address("row", found, 2)).content.decode()
    assert "Set this row aside" in page
    assert 'value="keep"' not in page
    said = text(decide(allocator, found, 2, reason="by_hand", words="A test entry."))
    assert "It was to stay in the place of rows 3, 4: look at those rows again." in said
    said = text(allocator.get(address("proposals", found, "copy")))
    assert "This row is set aside itself." in said


def test_what_a_person_must_look_at_names_row_and_column(allocator: Client, cast: Cast) -> None:
    found = read(cast, [typed(8, marac_on="31/02/2016"), typed(9)])
    assert "1 row could not be read in full." in text(allocator.get(address("list", found)))
    said = text(allocator.get(address("rows", found) + "?state=look"))
    assert "“Marac date”: “31/02/2016” cannot be read as a date." in said
    assert "Row 9" not in said
    said = text(allocator.get(address("row", found, 8)))
    assert "Row 8, “Marac date”: “31/02/2016” cannot be read as a date." in said
    decide(allocator, found, 8, verdict="keep", words="The paper says 28 February.")
    assert InsightsList.objects.get().state == InsightsListState.DECIDED


def test_what_stays_is_counted_by_site(allocator: Client, cast: Cast) -> None:
    found = read(cast, [*small_list(), typed(6, site="Kent")])
    decide(allocator, found, 1, verdict="set_aside", reason="early")
    said = text(allocator.get(address("what_stays", found)))
    assert "3 rows still wait for a decision" in said
    assert "Essex 4 1 0 0 0 2 1 0 1" in said
    assert "West Sussex 1 0 0 0 0 0 1 0 1" in said
    assert "No site of Drive 1 0 0 0 0 1 0 0 0" in said
    assert "All sites 6 1 0 0 0 3 2 0 2" in said
    again = allocator.post(address("link_again", found), follow=True)
    assert "0 rows of the whole list are linked" in text(again)


def test_what_waits_stands_on_the_allocators_first_page(allocator: Client, cast: Cast) -> None:
    assert "Insights lists to clean" not in text(allocator.get("/"))
    read(cast)
    said = text(allocator.get("/"))
    assert "Insights lists to clean" in said
    assert "3 rows wait" in said
    assert "Uploaded on 30 June 2017, erased on 30 July 2017" in said


def test_an_erased_list_shows_what_was_decided(allocator: Client, cast: Cast) -> None:
    found = read(cast)
    decide(allocator, found, 3, verdict="set_aside", reason="copy")
    allocator.post(address("discard", found), {"key": str(uuid4())})
    assert "What stood in the rows is erased." in text(allocator.get(address("list", found)))
    said = text(allocator.get(address("row", found, 3)))
    assert "What stood in this row is erased." in said
    assert "Save the decision" not in said
    assert "Perp2" not in text(allocator.get(address("proposals", found, "copy")))


def test_an_unknown_reason_or_row_is_not_found(allocator: Client, cast: Cast) -> None:
    found = read(cast)
    assert allocator.get(address("proposals", found, "other")).status_code == 404
    assert allocator.get(address("row", found, 99)).status_code == 404


def test_a_row_about_somebody_one_is_kept_out_of_is_not_seen(
    allocator: Client, cast: Cast, linked: InsightsList
) -> None:
    row = row_of(linked, 3)
    assert row.perpetrator is not None
    assert "Perp3" in text(allocator.get(address("rows", linked)))
    keep_out(
        user=cast.allocator,
        person_id=row.perpetrator.person_id,
        reason="A cousin.",
        by=cast.administrator,
        now=NOW,
    )
    assert "Perp3" not in text(allocator.get(address("rows", linked)))
    assert allocator.get(address("row", linked, 3)).status_code == 404
    assert "Perp3" not in text(allocator.get(address("proposals", linked, "early")))


@pytest.mark.parametrize("name", ["coordinator", "evaluator", "idva", "service_manager"])
def test_only_an_allocator_cleans(client: Client, cast: Cast, name: str) -> None:
    found = read(cast)
    client.force_login(cast.users[name])
    pages = [reverse("cleaning:index"), reverse("cleaning:data_quality"), address("list", found)]
    assert {client.get(page).status_code for page in pages} == {403}
