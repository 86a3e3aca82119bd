"""Documents and the work in numbers, in the browser: at a desk, on a phone, without JavaScript."""

from pathlib import Path

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, CaseState, Intent, WorkMode
from drive.web.casework.actions import Activity
from tests.cast import Cast
from tests.factories.casework import case_at, note_on
from tests.factories.documents import document_on
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.case_work import opens_a_tab
from tests.journeys.steps.signing_in import signs_in

PDF = b"%PDF-1.7\nMinutes."
PHONE = {"width": 320, "height": 640}


def opens_the_case(desk: Desk, cast: Cast) -> str:
    case = case_at(cast, CaseState.ACTIVE)
    disrupting = Activity(
        code=ActivityCode.DISRUPTION, mode=WorkMode.INDIRECT, intent=Intent.DISRUPT
    )
    tried = Activity(code=ActivityCode.CONTACT_ATTEMPT, mode=WorkMode.DIRECT)
    for activity in (disrupting, disrupting, tried):
        note_on(cast, case, agency_kind=AgencyType.POLICE, activities=[activity])
    document_on(cast, case, title="Police report of March", victim_side=True)
    signs_in(desk, cast.case_manager)
    desk.open(f"/cases/{case.pk}/")
    return f"/cases/{case.pk}/"


def adds_a_document(desk: Desk) -> None:
    opens_a_tab(desk, "Documents")
    desk.follow("Add a document")
    desk.press("Save document")
    desk.sees("There is a problem", "Enter a title", "Choose how it may be used")
    desk.fill("Title", "Marac minutes of May")
    desk.select("Kind", "Marac papers or minutes")
    desk.page.locator("input[type=file]").set_input_files(
        {"name": "Jane Doe.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    desk.choose("Did it come from the victim-survivor’s side?", "No")
    desk.choose("How may it be used?", "Not to be revealed to the service user")
    desk.press("Save document")
    desk.sees("Document saved.", "Marac minutes of May", "Police report of March")
    desk.picture("documents")


def saves_the_file(desk: Desk) -> None:
    desk.follow("Marac minutes of May")
    desk.picture("document")
    with desk.page.expect_download() as started:
        desk.page.locator("a[role=button]", has_text="Save the file").click()
    assert started.value.suggested_filename.startswith("document-")
    assert Path(started.value.path()).read_bytes() == PDF


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without scripts"])
def test_a_document_is_kept_and_handed_out(at_desk: Desks, cast: Cast, scripted: bool) -> None:
    desk = at_desk(java_script_enabled=scripted)
    desk.unsaid = ["Jane"]
    opens_the_case(desk, cast)
    adds_a_document(desk)
    saves_the_file(desk)
    desk.follow("Describe it anew")
    desk.fill("Title", "Marac minutes of June")
    desk.press("Save")
    desk.sees("Saved what the document is.", "What was said of it before", "of May")


def test_the_work_in_numbers(at_desk: Desks, cast: Cast) -> None:
    desk = at_desk()
    opens_the_case(desk, cast)
    opens_a_tab(desk, "Notes")
    desk.follow("Work in numbers")
    desk.sees("3 pieces of work: 67% indirect, 33% direct.", "Work by month of the intervention")
    desk.picture("work-in-numbers")


def test_on_a_phone_nothing_scrolls_sideways(at_desk: Desks, cast: Cast) -> None:
    desk = at_desk(viewport=PHONE)
    address = opens_the_case(desk, cast)
    for page in ("documents/", "documents/add/", "work/", "notes/"):
        desk.open(f"{address}{page}")
        desk.fits()
    desk.open(f"{address}documents/")
    desk.follow("Police report of March")
    desk.fits()
    desk.follow("Describe it anew")
    desk.fits()
