"""Four letters and messages that reached the wrong man, as the regulator published them.

Each is replayed with people who are invented, and each has to end at the gate.
"""

from __future__ import annotations

import pytest

from drive.vocabulary.documents import DocumentKind, HandlingCode
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import (
    CheckName,
    CheckOutcome,
    OutgoingChannel,
    OutgoingState,
    RecipientKind,
)
from drive.web.information.actions import About, add_document
from drive.web.information.queries import folder_about
from drive.web.outbound.actions import send
from drive.web.outbound.models import Outgoing, OutgoingStep, QueuedMail, Release
from drive.web.outbound.queries.checking import checked
from tests.cast import NOW
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.integration.web.outbound.desk import (
    HIS_NUMBER,
    NEW_HOME,
    NEW_POSTCODE,
    SHARED_HOME,
    SHARED_POSTCODE,
    Desk,
)

pytestmark = pytest.mark.django_db


def _stopped(row: Outgoing, by: object) -> dict[CheckName, CheckOutcome]:
    """Send it, and return what the gate found; whatever happens, nothing has left."""
    step: OutgoingStep = send(outgoing=row, reason="It is needed.", by=by, now=NOW)  # type: ignore[arg-type]
    assert step.state == OutgoingState.STOPPED
    assert not Release.objects.exists()
    assert not QueuedMail.objects.exists()
    return {check.name: check.outcome for check in checked(row).checks}


def test_a_letter_with_her_new_address_to_the_old_one_that_they_shared(desk: Desk) -> None:
    """Charnwood Borough Council, reprimand of November 2023.

    A council wrote to somebody who had fled; the letter named where she lives now and was posted
    to the home that she had left, where her former partner was.
    Source: https://ico.org.uk/action-weve-taken/enforcement/ (Charnwood Borough Council).
    """
    found = _stopped(
        wrote(
            of_idva(desk.idva),
            desk.cast.idva,
            to=RecipientKind.VICTIM_SURVIVOR,
            name="The tenant",
            address=f"{SHARED_HOME}, {SHARED_POSTCODE}",
            body=f"Your tenancy at {NEW_HOME} {NEW_POSTCODE} has begun.",
            use=Use.PROTECTIVE_SHARING,
        ),
        desk.cast.idva,
    )
    assert found[CheckName.ADDRESS] == CheckOutcome.STOPPED


def test_a_message_about_her_new_home_on_the_husbands_telephone(desk: Desk) -> None:
    """Bolton at Home, reprimand of June 2022.

    A housing association left word about her new home on a number that was her husband's.
    Source: https://ico.org.uk/action-weve-taken/enforcement/ (Bolton at Home).
    """
    found = _stopped(
        wrote(
            of_idva(desk.idva),
            desk.cast.idva,
            to=RecipientKind.VICTIM_SURVIVOR,
            name="The tenant",
            channel=OutgoingChannel.MESSAGE,
            address=f"+44 {HIS_NUMBER[1:]}",
            body="The keys to your new home in Glanyrafon Terrace can be fetched on Friday.",
            use=Use.PROTECTIVE_SHARING,
        ),
        desk.cast.idva,
    )
    assert found[CheckName.ADDRESS] == CheckOutcome.STOPPED


def test_a_court_bundle_with_their_address_to_the_father(desk: Desk) -> None:
    """Wakefield Council, reprimand of September 2022.

    A bundle for family proceedings went to the father with the address of mother and children in
    it, although it had been meant to be taken out.
    Source: https://ico.org.uk/action-weve-taken/enforcement/ (Wakefield Council).
    """
    bundle = (
        "Bundle for the hearing. Section C: statement of the social worker. The children live "
        "with their mother at 14 Glan-yr-afon Terr.,\nSwansea, SA14QW, and go to school there."
    )
    for to in (RecipientKind.SERVICE_USER, RecipientKind.HIS_SOLICITOR):
        Release.objects.all().delete()
        found = _stopped(
            wrote(
                of_drive(desk.drive),
                desk.cast.case_manager,
                to=to,
                name="The father",
                address="Chambers, 9 Example Row, Wakefield",
                body=bundle,
                use=Use.TEXT_TO_HIM,
            ),
            desk.cast.case_manager,
        )
        assert found[CheckName.TEXT] == CheckOutcome.STOPPED


def test_an_unredacted_assessment_about_children_to_her_former_partners(desk: Desk) -> None:
    """Nottinghamshire County Council, reprimand for letters of 2022 and 2023.

    Assessments about children went, whole, to the mother's former partners.
    Source: https://ico.org.uk/action-weve-taken/enforcement/ (Nottinghamshire County Council).
    """
    folder = folder_about(desk.drive.pk)
    assert folder is not None
    her = desk.pair.victim_survivor.person.name
    report = add_document(
        folder=folder,
        said=About(
            title="Assessment of the children",
            kind=DocumentKind.CHILD_PROTECTION,
            received_on=NOW.date(),
            handling=HandlingCode.ORDINARY,
            victim_side=False,
        ),
        text=f"The children and {her} were seen at home in Glanyrafon Terrace, Swansea.",
        by=desk.cast.case_manager,
        now=NOW,
    )
    found = _stopped(
        wrote(
            of_drive(desk.drive),
            desk.cast.case_manager,
            to=RecipientKind.SERVICE_USER,
            name="The father",
            address=SHARED_HOME,
            body="Please find the assessment enclosed.",
            use=Use.TEXT_TO_HIM,
            encloses=[report],
        ),
        desk.cast.case_manager,
    )
    assert found[CheckName.TEXT] == CheckOutcome.STOPPED


def test_the_same_letters_leave_once_they_hold_nothing_of_hers(desk: Desk) -> None:
    """A gate that stops everything would pass the four tests above."""
    row = wrote(
        of_drive(desk.drive),
        desk.cast.case_manager,
        to=RecipientKind.SERVICE_USER,
        name="The father",
        address=f"{SHARED_HOME}, {SHARED_POSTCODE}",
        body="Your appointment is on 14 July at our office in Colchester. Please ring first.",
        use=Use.TEXT_TO_HIM,
    )
    step = send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    assert step.state == OutgoingState.HELD
