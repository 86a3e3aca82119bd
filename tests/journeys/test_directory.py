"""The directory: a service manager keeps it, and whoever needs an agency knows whom to ring."""

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.organisations.models import Agency, AgencyContact, Provision, SharingAgreement
from tests.cast import Cast
from tests.factories.directory import agreed, desk, listed, service
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 375, "height": 740}
NARROW = {"width": 320, "height": 640}


def adds_an_agency(desk: Desk) -> None:
    desk.section("Directory")
    desk.follow("Add an agency")
    desk.fill("Name", "Essex marac")
    desk.select("Kind of agency", "Police")
    desk.press("Add the agency")
    desk.sees("There is a problem", "Essex has an agency called Essex marac already.")
    desk.fill("Name", "Essex Police")
    desk.press("Add the agency")
    desk.sees("The agency is in the directory.", "Essex Police")


def adds_a_contact(
    desk: Desk, name: str, role: str, *, telephone: str = "", email: str = ""
) -> None:
    desk.follow("Add a contact")
    desk.fill("Name", name)
    desk.choose("What are they in the agency?", role)
    desk.fill_date("From which day does this hold?", "2 1 2017")
    desk.press("Add the contact")
    desk.sees("There is a problem", "Enter a telephone number or an e-mail address.")
    assert desk.page.locator("[name=name]").input_value() == name
    desk.fill("Telephone at work", telephone)
    desk.fill("E-mail at work", email)
    desk.press("Add the contact")
    desk.sees("The contact is in the directory.", name)


def says_that_the_desk_is_away(desk: Desk) -> None:
    desk.follow("Away Duty desk")
    desk.fill_date("Their first day away", "30 6 2017")
    desk.fill_date("Their last day away", "7 7 2017")
    desk.select("Who covers?", "Safeguarding inbox")
    desk.picture("directory-absence")
    desk.fill_date("Their last day away", "1 6 2017")
    desk.press("Save")
    desk.sees("There is a problem", "This day must not be before 30 June 2017.")
    desk.fill_date("Their last day away", "7 7 2017")
    desk.press("Save")
    desk.sees("Whoever asks is led to who covers.", "Ring Safeguarding inbox")


def asks_whom_to_ring(desk: Desk, words: str) -> None:
    desk.section("Directory")
    desk.fill("Who do I ring?", words)
    desk.press("Find")


def test_a_service_manager_keeps_the_directory(cast: Cast, at_desk: Desks) -> None:
    manager = signs_in(at_desk(), cast.service_manager)
    adds_an_agency(manager)
    manager.follow("Essex Police")
    manager.sees("Nobody can be rung", "Essex Police has nobody as practitioner.")
    adds_a_contact(manager, "Duty desk", "Practitioner", telephone="01632 960101")
    adds_a_contact(
        manager,
        "Safeguarding inbox",
        "Single point of contact",
        telephone="01632 960102",
        email="safeguarding@police.example.org",
    )
    says_that_the_desk_is_away(manager)
    manager.picture("directory-agency")
    asks_whom_to_ring(manager, "duty")
    manager.sees(
        "Ring Safeguarding inbox",
        "01632 960102",
        "Duty desk is away until 7 July 2017; Safeguarding inbox covers.",
    )
    manager.picture("directory-ring")
    asks_whom_to_ring(manager, "nobody of this name")
    manager.sees("Nobody in the directory is called that.")


def test_probation_becomes_one_service(cast: Cast, at_desk: Desks) -> None:
    by = cast.service_manager
    nps = listed(cast, "National Probation Service", AgencyType.PROBATION_NPS)
    service_ = listed(cast, "Probation Service", AgencyType.PROBATION_SERVICE)
    desk(by, nps, "Court desk")
    desk(by, service_, "Public protection desk", ContactRole.SINGLE_POINT)
    manager = signs_in(at_desk(), by)
    manager.section("Directory")
    manager.follow("National Probation Service")
    manager.follow("It became another agency")
    manager.select("Which agency does its work then?", "Probation Service")
    manager.fill_date("From which day?", "26 6 2017")
    manager.press("Save")
    manager.sees("There is a problem", "has contacts after that day: Court desk.")
    box = manager.page.get_by_label("The contacts of the old agency end on the day before")
    manager.hands.tick(box)
    manager.press("Save")
    manager.sees("Ring Public protection desk", "does what National Probation Service did.")
    administrator = signs_in(at_desk(), cast.administrator)
    asks_whom_to_ring(administrator, "national probation")
    administrator.sees("Ring Public protection desk", "Since 26 June 2017")
    administrator.picture("directory-successor")


def test_agreements_and_what_there_is_locally(cast: Cast, at_desk: Desks) -> None:
    listed(cast)
    manager = signs_in(at_desk(), cast.service_manager)
    manager.section("Directory")
    manager.follow("Agreements")
    manager.follow("Add an agreement")
    manager.fill("What is it called?", "Police information sharing")
    manager.choose("Which agencies are parties to it?", "Essex Police")
    manager.choose("What may they share?", "Incidents and calls")
    manager.choose("For whom was it made?", "Those drawn to Drive alone")
    manager.select("On what does sharing rest?", "Crime and Disorder Act 1998, section 115")
    manager.fill_date("When did the talks begin?", "3 10 2016")
    manager.fill_date("When was it signed?", "10 2 2017")
    manager.fill_date("Since when is it live?", "13 2 2017")
    manager.fill_date("When is it due for review?", "1 6 2017")
    manager.press("Add the agreement")
    manager.sees("Live, and due for review", "133", "cannot be compared between the arms")
    manager.picture("directory-agreements")
    manager.follow("What there is locally")
    manager.follow("Add a service or a gap")
    manager.select("What is it for?", "Perpetrator programme")
    manager.fill("What is it called?", "A programme for men who use drugs")
    manager.choose("Can somebody be referred there now?", "There is none: a gap")
    manager.press("Add it")
    manager.sees(
        "Perpetrator programme: A programme for men who use drugs", "Nobody has looked yet"
    )


def test_the_directory_on_a_telephone(cast: Cast, at_desk: Desks) -> None:
    by, police = cast.service_manager, listed(cast)
    desk(by, police, "Duty desk", email="duty.desk@police.example.org")
    agreement, found = agreed(by, police), service(by, cast.essex)
    idva = signs_in(at_desk({"fitting": True}, viewport=PHONE), cast.idva)
    asks_whom_to_ring(idva, "police")
    idva.sees("Ring Duty desk")
    idva.picture("directory-telephone")
    assert idva.page.locator('a[href="tel:01632960001"]').count() >= 1
    idva.does_not_see("Add an agency")
    manager = signs_in(at_desk({"fitting": True}, viewport=NARROW), by)
    for path in pages_of(police, AgencyContact.objects.get(), agreement, found):
        manager.open(path)


def pages_of(
    agency: Agency, contact: AgencyContact, agreement: SharingAgreement, found: Provision
) -> list[str]:
    """Return every page of the directory about these."""
    of_site = f"/directory/sites/{agency.site_id}"
    of_agency, of_contact = f"/directory/agencies/{agency.pk}", f"/directory/contacts/{contact.pk}"
    return [
        "/directory/agreements/",
        "/directory/provision/",
        f"/directory/agreements/{agreement.pk}/",
        f"/directory/agreements/{agreement.pk}/change/",
        f"/directory/provision/{found.pk}/",
        f"/directory/provision/{found.pk}/found/",
        *(f"{of_site}/{what}/add/" for what in ("agencies", "agreements", "provision")),
        f"{of_agency}/",
        *(f"{of_agency}/{what}/" for what in ("days", "became", "good-to-know", "rungs/board")),
        *(f"{of_agency}/{what}/add/" for what in ("teams", "contacts")),
        *(f"{of_contact}/{what}/" for what in ("change", "end", "away")),
    ]
